"""The sentence of a rule text that answers what is asked of it.

A rule says several things: what must be in a plan, who makes it, and when. A question asks for one of them. The
sentence is found by the words of the question that the rule's title does not have, and by the kind of answer asked for
(a time, an amount, a person). The first sentence stays first unless another is clearly nearer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.kunnskap.indeks import Indeks

_SLUTT = re.compile(r"(?<=[a-zæøåA-Z0-9%)»]\.) (?=[A-ZÆØÅ«])")
_FORKORTET = re.compile(r"\b(nr|jf|kap|f\.eks|bl\.a|ca|mv|osv|pst|kl)\.$")
# A sentence that leans on the one before it cannot stand alone.
_LENER = re.compile(
    r"^(den|det|dei|de|han|hun|ho|hen|disse|desse|dette|denne|da|då|der|begge|slik[et]?|ellers|elles|likevel|også|òg|"
    r"samme|same|men|og|timene|timane|dagene|dagane|resten|andre|i så fall|i tillegg|tiden|tida)\b(?! som\b)",
    re.I,
)

_TALL = r"(?:\d+|ei?n?|én|ett|eitt|éi|to|tre|fire|fem|seks|sju|åtte|ni|ti|tolv|femten|tjue)"
_ENHET = r"(?:måned|månad|år|uke|veke|dag|virkedag|kalenderdag|time|timar|minutt)"
_DATO = r"\d{1,2}\. (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)"
_VARER = rf"{_TALL}(?: \w+)? {_ENHET}\w*"


@dataclass(frozen=True, slots=True)
class _Slag:
    """A kind of answer: the question that asks for it, what a sentence that gives it has, and what that is worth beside
    a word the question has in common with the sentence (3-6 each)."""

    spurt: re.Pattern[str]
    gitt: re.Pattern[str]
    verd: float = 4.0


def _slag(spurt: str, gitt: str, verd: float = 4.0) -> _Slag:
    return _Slag(re.compile(rf"\b(?:{spurt})", re.I), re.compile(rf"(?<!\w)(?:{gitt})", re.I), verd)


# The first that the question asks for counts.
_SLAGENE = {
    "hyppighet": _slag(
        r"(hvor|kor) (ofte|tett)\b",
        r"(jevnlig|jamleg|hver|hvert|kvart?|årlig|årleg|månedlig|gangen|gongen)\b|per (år|uke|veke|måned|månad)\b",
    ),
    "lengde": _slag(
        r"(hvor|kor) (lenge|lengje|lang\w*)\b|(varighet|varigheit|makstid|lengste|maksimal\w* tid)\b"
        r"|(hvor|kor) mange (år|måneder|månader|uker|veker)\b",
        rf"{_VARER}\b",
    ),
    "tidspunkt": _slag(
        r"(\w*frist(en)?|innen når|innan når)\b|(hvor|kor) (fort|snart|raskt|tidlig|tidleg|seint|sent)\b"
        r"|(hvilken|kva for ein) (dato|dag)\b"
        r"|(når|nårtid) (må|skal|bør|kan|får|er|gjelder|gjeld|trer|trår|trådte|begynte|begynner|byrjar|starter|startar|"
        r"slutter|sluttar|opphører|utbetales|blir|vart|ble|kommer|kjem|har|inntrer|faller|fell|tar|tek|utløper)\b",
        rf"(senest|seinast|innen|innan|samtidig|så snart|etterskudd\w*|etterskots\w*|straks|før|frist\w*|fra og med|"
        rf"frå og med|inntrer)\b|(etter|fra|frå) {_VARER}\b",
    ),
    "belop": _slag(
        r"(hvor|kor) (mye|mykje|stor\w*|høy\w*|høg\w*)\b|(beløp\w*|sats\w*|koster|kostar|kroner|prosent)\b",
        rf"\d+/\d+|(\d[\d \u00a0]*(kroner|prosent)|{_TALL}(del| tredel| sjettedel)\w*|krone|grunnbeløp\w*|\d+ G|"
        rf"{_TALL} timer)\b",
    ),
    "antall": _slag(r"(hvor|kor) mange\b", rf"{_TALL}\b"),
    "niva": _slag(r"\w*nivå\w*|[ABC][12]\b", r"[ABC][12]\b"),
    "hvem": _slag(
        r"(hvem|kven|kem)\b",
        r"(kommunen|fylkeskommunen|statsforvalteren|statsforvaltaren|departementet|nav\w*|udi|imdi|hk-dir|lærer\w*|"
        r"lærar\w*|deltakere?n?|deltakara?n?|(den|dem|dei) som|personer|personar|innvandrere|innvandrarar|"
        r"arbeidsgiver\w*|arbeidsgivar\w*)\b",
        2.0,
    ),
    "folge": _slag(
        r"(hva|kva) (skjer|blir gjort|gjør vi|gjer vi)\b|(konsekvens\w*|straff\w*|reaksjon\w*|sanksjon\w*)\b",
        r"(faller|fell|bortfall\w*|trekk\w*|trekt|stans\w*|settes ned|sett ned|setter ned|karantene|bortvis\w*|"
        r"annuller\w*|mister|mistar|tilbakebetal\w*|kreve|krevje|går glipp)\b",
    ),
}
_MENGDER = frozenset({"lengde", "antall"})
# Units a length or a number is told in; they are no matter of their own.
_ENHETER = frozenset({"uke", "måned", "år", "dag", "virkedag"})
# How much nearer than the first sentence another must be: more in the notes, and when all of a rule is asked for.
_FORSPRANG = 2.0
_FORSPRANG_MERKNAD = 3.0
_FORSPRANG_APENT = 6.0
# How much of the question's matter a sentence and the title must have: when no answer of a kind is asked for, in notes.
_DEKNING = 0.3
_DEKNING_MERKNAD = 0.55
# Asks for the whole of a rule: "hvilke ytelser", "hva er reglene for".
_APENT = re.compile(
    r"^\W*(og )?((hvilke|kva for) (?!(dato|dag|nivå))|(hva|kva) (er|sier|seier|innebærer|inneber|må|skal)\b)", re.I
)
# When a wording came, or what held for those before: only for a question about that.
_HISTORIE = re.compile(
    rf"\b(dagens ordlyd|ordlyden|lignende regel|liknande regel|har vært|har vore|(før|siden|sidan) {_DATO})\b", re.I
)
_OM_DATO = re.compile(
    r"\b(før|tidligere|tidlegare|gamle|gammel|gamal|endret|endra|ny|nye|nytt|\d{4}|i kraft|"
    r"(gjelder|gjeld) (fra|frå))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Setning:
    """A sentence of a rule, and how much of the question's matter it and the title have (0-1)."""

    tekst: str
    dekning: float


def setninger(tekst: str) -> list[str]:
    """The sentences of a text; an abbreviation's full stop ends none."""
    ut: list[str] = []
    for del_ in _SLUTT.split(tekst.strip()):
        if ut and _FORKORTET.search(ut[-1]):
            ut[-1] = f"{ut[-1]} {del_}"
        else:
            ut.append(del_)
    return [s for s in ut if s]


def slag(sporsmal: str) -> str:
    """The kind of answer asked for: hyppighet, lengde, tidspunkt, belop, antall, niva, hvem, folge, or none of them."""
    return next((navn for navn, s in _SLAGENE.items() if s.spurt.search(sporsmal)), "")


def star_alene(setning: str) -> bool:
    """Whether a sentence is understood without the one before it."""
    return not _LENER.match(setning)


def finn_setning(indeks: Indeks, sporsmal: str, tittel: str, svar: str, merknad: str = "") -> Setning | None:
    """The sentence of `svar` or `merknad` that answers the question better than the rule's title and first sentence do;
    None when these do, or when the better one cannot stand alone."""
    i_svaret, i_merknaden = setninger(svar), setninger(merknad)
    if not i_svaret:
        return None
    i_tittel = frozenset(indeks.utvidet(tittel))
    vekter = {t: v for t, v in indeks.vekter(sporsmal).items() if not t.startswith("~")}
    navn = slag(sporsmal)
    spurt = _SLAGENE.get(navn)
    emne = {t: v for t, v in vekter.items() if t not in i_tittel and not (navn in _MENGDER and t in _ENHETER)}
    forsprang = _FORSPRANG_APENT if _APENT.search(sporsmal) else _FORSPRANG

    def verdi(setning: str, ellers: str = "") -> float:
        har = frozenset(indeks.utvidet(setning))
        felles = sum(v for t, v in emne.items() if t in har)
        return felles + (spurt.verd if spurt is not None and spurt.gitt.search(f"{setning} {ellers}") else 0.0)

    def dekning(setning: str) -> float:
        har = frozenset(indeks.utvidet(setning)) | i_tittel
        return sum(v for t, v in vekter.items() if t in har) / (sum(vekter.values()) or 1.0)

    forst = verdi(i_svaret[0], tittel)
    best, valgt = forst, None
    for plass, s in enumerate((*i_svaret[1:], *i_merknaden), 1):
        er_merknad = plass >= len(i_svaret)
        if not star_alene(s) or (_HISTORIE.search(s) and not _OM_DATO.search(sporsmal)):
            continue
        nok = forst + (max(forsprang, _FORSPRANG_MERKNAD) if er_merknad else forsprang)
        minst = _DEKNING_MERKNAD if er_merknad else 0.0 if spurt is not None else _DEKNING
        setning = Setning(s, dekning(s))
        if (v := verdi(s)) > best and v >= nok and setning.dekning >= minst:
            best, valgt = v, setning
    return valgt
