"""Cheap signals about what is asked: type of question, a year spoken of, a change of person."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from dataclasses import dataclass

from bot.sprak.dato import MANEDSNAVN
from bot.sprak.grense import finn_grense, finn_malvalg
from bot.sprak.normalisering import Normalisert, normaliser
from bot.sprak.personer import Person, finn_person

_HVA, _HVOR, _HVEM = (
    r"(?:hva|kva|ka|ke|hva som|hvad)",
    r"(?:hvor|kor|korr|ko)",
    r"(?:hvem|kven|kem|kæm|hvem som)",
)
_HVORFOR, _HVORDAN, _HVILKE = (
    r"(?:hvorfor|kvifor|koffor|korfor|hvofor|åssen det har seg)",
    r"(?:hvordan|korleis|korsn|åssen|koss|koles|kossen)",
    r"(?:hvilke[nt]?|kva for|hva slags|kva slags|ka for|kafor|hvilke)",
)
_IKKE = r"(?:ikke|ikkje|itj|ikkj|kke)"
#: "når" asks before a verb ("når må hun"), alone, or after words that ask; before a subject it says when something holds
#: ("når en arbeidsgiver vil ansette", "når hun er ferdig").
_SUBJEKT = (
    r"(?:(?:deltak|bruk|arbeidsgiv|veiled|lær|programrådgiv|rådgiv|ukrain|nordmenn|søk|innvandr|foreld|forel)(?:er|ar|ere|arar|arane|erne)(?! (?:vi|man|en|ein|jeg|eg|nav|kommunen|du|dere|de|dei|hun|han|ho)\b)|"
    r"norsk|hans|barn|fleire|penger|pengar|timer|timar|flere|eller|deres|andre|slike|disse|dette|satser|kurs|nivåer|tiltakspenger)\b"
)
_NAR_SPOR = (
    rf"\b(?:når tid|kor tid|ka tid|kossti)|\bnår(?=\W*$)|(?:^|[.?!,;:-] ?)(?:og |men |eller |hei |så )*når (?:(?!{_SUBJEKT})\w+(?:[rs]|de|te)|kan|må|skal|bør|vil|kom|gikk|gjekk|ble|vart|fikk|fekk|kjem|gjeld|i|på|senest|seinast|tidligst|tidlegast|om)"
    r"|\b(?:vet|veit|lurer på|lurar på|spør om|spørsmål om|husker|hugsar|fra|frå|og|eller|akkurat|nøyaktig|si|sier|seier) når"
    r"(?= (?:kan|må|skal|bør|får|har|er|blir|ble|vert|kommer|kjem|gjelder|gjeld|starter|startar|begynner|byrjar|slutter|sluttar)\b)"
    r"|\b(?:vet|veit|lurer på|lurar på|spør om|husker|hugsar|usikker på)(?: du| dere| de| noen)? når"
)
#: In order: the first that matches decides.
_TYPER: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (navn, re.compile(m))
    for navn, m in (
        ("naar_gjaldt", r"\b(?:gjaldt|galdt|gjeldt|gjaldt det|var reglene|var regelen|var satsen\w*|var kravet|var det før|endret seg|endra seg|nytt fra|nytt frå|nye regler|gamle regler|hva er nytt|kva er nytt)\b"),
        ("forskjell", r"\b(?:forskjell\w*|skilnad\w*|skille[rt]?|skil|vs|versus|kontra|sammenlikn\w*|sammenlign\w*|samanlikn\w*|opp mot hverandre|eller heller|hva er best av|kva er best av|likhet\w*)\b|\bv\.?s\.?\b"),
        ("hva_om", rf"\b(?:{_HVA} (?:om|hvis|dersom|viss|med|me|mæ)|hva skjer hvis|kva skjer om|ka om|enn (?:om|hvis)|tenk om|(?:og|men|enn) (?:hvis|om|dersom|viss))\b|^\W*(?:og |men )?(?:hvis|dersom|viss|om) |^\W*(?:og|men|enn) når (?:hun|han|ho|hu|vi|de|dei|en|ein|det|deltaker\w*|deltakar\w*|bruker\w*|brukar\w*) "),
        ("hvorfor_ikke", rf"\b{_HVORFOR}\b[^?.!]{{0,50}}?\b{_IKKE}\b|\b{_HVORFOR} (?:falt|faller|fell|ble|blei) .{{0,30}}(?:ut|bort|avslag)"),
        ("hva_skal_til", rf"\b{_HVA} (?:skal|må|trengs?|treng|kreves|krevst|krevjast) (?:det )?(?:til )?(?:for|før) (?:at|å)\b|\b{_HVA} (?:skal|må) (?:det )?til\b|\b{_HVA} (?:mangler|manglar|må (?:på plass|endres|endrast))\b[^?.!]{{0,40}}\bfor (?:at|å)\b"),
        ("hvorfor", rf"\b{_HVORFOR}\b|\bhva er grunnen\b|\bkva er grunnen\b|\bbegrunn\w*\b|\bforklar hvorfor\b"),
        ("hvem_betaler", rf"\b{_HVEM} (?:\w+ )?(?:betal\w*|dekk\w*|finansier\w*|bekost\w*|tar regninga|tar regningen|tek rekninga|skal betale|må betale)\b|(?<!mye )(?<!mykje )(?<!mange )\b(?:betaler|betalar|dekker|dekkjer|dekkar|finansierer) (?:nav|kommunen|vi|imdi|fylket)\b|\bhvem sin regning\b|(?<!mye )(?<!mykje )\b(?:kan|må|skal) (?:nav|kommunen|vi) (?:betale|dekke|finansiere)\b"),
        ("hvem_eier", rf"\b{_HVEM} (?:\w+ )?(?:eier|eig|har ansvar\w*|driver|driv|er ansvarlig|står for|organiserer|bestemmer|avgjør|avgjer|vedtar|setter|tildeler|godkjenner)\b|\b{_HVEM} sitt ansvar\b|\bhvem sin jobb\b"),
        ("hvor_lenge", rf"\b{_HVOR} (?:lenge|lengje|læng|lang tid|mange (?:måneder|månader|år|uker|veker|mnd))\b|\bhva er (?:maks )?varighet\w*\b|\bvarighet\w*\b|\bvarigheit\w*\b|\bmakstid\w*\b|\bhvor langt\b|\bprogramtid\w*\b|\bkor lang\b|\bhvor lang\b"),
        ("hvor_mye", rf"\b{_HVOR} (?:mye(?! praksis)|mykje(?! praksis)|myttji|mange|stor\w*|høy\w*|høg\w*|masse)\b|\b(?:hva|kva|ka) (?:er )?(?:satsen\w*|beløpet|prisen|prosenten)\b|\bsats(?:en|ene|ane|er)?\b|\b(?:hva|kva) koster\b|\bkva kostar\b|\bhvor stor prosent\b"),
        ("hvordan_soke", rf"\b{_HVORDAN}\b.{{0,40}}\b(?:søk\w*|går? (?:jeg|vi|man|eg|ein|me) fram|melde\w* (?:på|inn)|skaffe|får (?:jeg|vi|man|hun|han) (?:tak i|plass)|få til|henvise|bestille|ordne|starte|sette i gang|komme i gang|registrer\w*)\b|\bhvor søker\b|\bkor søkjer\b|\bfremgangsmåte\w*\b|\bframgangsmåte\w*\b|\bsøknadsskjema\b"),
        ("nar", rf"(?:{_NAR_SPOR})\b|\b(?:hvor tidlig|kor tidleg|fra hvilken måned|frå kva månad|tidligst|tidlegast|hvilken måned)\b"),
        ("liste", r"\b(?:list opp|liste|lista|oversikt|ramse opp|ramser opp|alle (?:tiltak|nav-tiltak|kurs|ordninger)|vis meg|vis alle|gi meg (?:tiltak|alle|en liste))\b"),
        ("hvilke", rf"\b{_HVILKE}\b|\b(?:{_HVA}) (?:tiltak|kurs|tilbud|tilbod|muligheter|moglegheiter|ordninger|virkemidler|finnes|finst|passer|passar|har vi|kan (?:jeg|vi|eg|me|man|ein|hun|han|ho) (?:bruke|tilby|gjøre|få))\b|\bnoen tiltak\b|\baktuelle tiltak\b|\btips til tiltak\b|\bforslag til\b"),
        ("hva_er", rf"\b{_HVA} (?:er|e|æ|betyr|tyder|menes med|vil det si|innebærer|inneber|går .{{1,25}} ut på|står .{{1,20}} for|dreier)\b|\bforklar\w*\b|\bdefiner\b|\bdefinisjon\b|\bfortell om\b|\bfortel om\b|\binfo om\b"),
        ("hvordan_soke", rf"\b{_HVORDAN} (?:får|søker|gjør|gjer|går)\b"),
        ("kan_jeg", r"^(?:\W|og |men |hei |hallo |heisann )*(?:kan|kainn|får|fær|har (?:hun|han|ho|jeg|vi|deltakeren|brukeren|en)|må|skal|bør|er det (?:lov|mulig|mogleg|greit|riktig)|går det an|går det|teller|tel|oppfyller|fyller|kvalifiserer|passer|passar|gjelder|gjeld|krever|krev|trenger|treng|holder|dekker|regnes|stemmer)\b|\b(?:kan|får) (?:jeg|vi|man|en|ein|eg|me|hun|han|ho|deltaker\w*|bruker\w*|deltakar\w*|brukar\w*|de|vedkommende)\b|\b(?:har|hatt) (?:rett|krav) (?:på|til)\b|(?:^|[.?!,] )(?:og |men |hei |hallo )*har [^.?!,]{1,50}? (?:rett|krav|plikt|lov|anledning|høve) (?:på|til)\b|\bgår det an\b|\ber det (?:lov|mulig|mogleg)\b"),
    )
)  # fmt: skip
_DATO = re.compile(
    r"\b(?:før|etter|i|fra|frå|inntil|til|fram til|frem til|siden|sidan|pr\.?|per) (?:og med )?(?:(?P<d>\d{1,2})\. ?(?P<mnd>"
    + "|".join(MANEDSNAVN)
    + r")|"
    r"(?P<dd>\d{1,2})\.(?P<mm>\d{1,2})\.?)? ?(?P<ar>(?:19|20)\d\d)\b"
)
#: "i permen fra 2016": the year of a paper, no day that is asked about.
_FRA_PAPIR = re.compile(
    r"\b(?:perm\w*|brosjyre\w*|hefte\w*|skjema\w*|presentasjon\w*|mal(?:en)?|utskrift\w*|notat\w*|veileder) $"
)
_MND = {navn: nr for nr, navn in enumerate(MANEDSNAVN, 1)}
_NY_PERSON = re.compile(
    r"\b(?:ny|nye|neste|annen|anna|andre) (?:deltaker\w*|deltakar\w*|bruker\w*|brukar\w*|person\w*|sak|case|kandidat)\b|"
    r"\b(?:hva|kva|ka) (?:med|om) (?:mannen|kona|ektefellen|samboeren|broren|søsteren|sønnen|datteren|dattera|faren|moren|mora)\b|^\W*(?:og|enn) (?:mannen|kona|ektefellen|samboeren)\b|\bså over til en annen\b"
)
_TILBAKE = re.compile(
    r"\b(?:tilbake|attende) til\b|\bback to (?:her|him|the first)\b|\b(?:den første|den fyrste|hun første|han første|kona igjen|henne igjen|den forrige|forrige deltaker|forrige bruker|første deltakeren)\b"
)
_GLEM_ALT = re.compile(
    r"\b(?:glem|gløym|slett|nullstill|fjern|stryk|tøm) (?:alt|alle|samtalen|profilen|alle opplysninger|alt sammen|altsammen|all info\w*)\b|\bstart (?:på nytt|forfra|helt på nytt)\b|\bbegynn på nytt\b|\bstart på ny\b|\bblanke ark\b"
)


@dataclass(frozen=True)
class Sporsmal:
    """What the words say about the question.

    type: hvor_lenge, hvor_mye, hvem_betaler, hvem_eier, hvordan_soke, forskjell, hvorfor_ikke, hvorfor, hva_om, hva_er,
    kan_jeg, hvilke, nar, liste, hva_skal_til ("hva skal til for at hun får KVP?"), naar_gjaldt or None. alle: every type that matched, most specific first.
    dato_omtalt: ISO date of a "før/etter/i <år>" phrase (the first of January of a bare year); retning: før | etter | i.
    ny_person, tilbake, glem_alt: the message turns to another person, back, or asks to forget everything.
    person: the relative it turns to, or the first one spoken of. grense: what limit it runs into (see bot.sprak.grense).
    malvalg: the written form it asks to be answered in.
    """

    type: str | None
    alle: tuple[str, ...] = ()
    dato_omtalt: str | None = None
    retning: str | None = None
    ny_person: bool = False
    tilbake: bool = False
    glem_alt: bool = False
    person: Person | None = None
    grense: str | None = None
    malvalg: str | None = None


def finn_sporsmal(tekst: str) -> Sporsmal:
    """Signals about the question in `tekst`."""
    return finn_sporsmal_i(normaliser(tekst))


def _grense(hele: str, kjerne: str) -> str | None:
    """The limit the message runs into; English is none when what it asks can be read."""
    grense = finn_grense(hele)
    return finn_grense(kjerne) if grense == "engelsk" else grense


def finn_sporsmal_i(norm: Normalisert, kjerne: str | None = None) -> Sporsmal:
    """As `finn_sporsmal`, for a message that is normalised already. `kjerne` is what it asks, in bokmål: the type of
    question and the day are read there, what it says of people in all of it."""
    hele = norm.tekst
    t = hele if kjerne is None else kjerne
    if not any(tegn.isalpha() for tegn in t):
        return Sporsmal(None)
    alle: list[str] = []
    for navn, monster in _TYPER:
        if navn not in alle and monster.search(t):
            alle.append(navn)
    dato = next((m for m in _DATO.finditer(t) if not _FRA_PAPIR.search(t[: m.start()])), None)
    omtalt = retning = None
    if dato:
        maned = _MND.get(dato["mnd"] or "", 0) or int(dato["mm"] or 1)
        dag = int(dato["d"] or dato["dd"] or 1)
        if 1 <= maned <= 12 and 1 <= dag <= 31:
            omtalt = f"{dato['ar']}-{maned:02d}-{dag:02d}"
            forste = dato.group().split()[0]
            retning = (
                "før"
                if forste in ("før", "inntil", "til", "fram", "frem")
                else "i"
                if forste in ("i", "pr", "pr.", "per")
                else "etter"
            )
    if retning == "før" and re.search(r"\b(?:hva|kva|ka|hvordan|korleis)\b", t) and "naar_gjaldt" not in alle:
        alle.insert(0, "naar_gjaldt")
    return Sporsmal(
        alle[0] if alle else None, tuple(alle), omtalt, retning,
        bool(_NY_PERSON.search(hele)), bool(_TILBAKE.search(hele)), bool(_GLEM_ALT.search(hele)), finn_person(hele),
        _grense(hele, t), finn_malvalg(hele),
    )  # fmt: skip
