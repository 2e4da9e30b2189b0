"""Norwegian level (CEFR): "A2", "under A1", "mellom A1 og A2", "B1 muntlig men A1 skriftlig"."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from dataclasses import replace

from bot.sprak.regel import Kandidat

SKALA = ("under_A1", "A1", "A2", "B1", "B2", "C1")
_N = r"(?:a0|[ab]-?[12]|c-?[12]|(?:(?<=^)|(?<=, )|(?<=,)|(?<=; )|(?<=på )|(?<=nivå )|(?<=har ))[ab] [12](?=$|[ ,.;?!/])(?! ?(?:%|barn|år|mnd|unger|timer|\d)))"
_ETTER = r"(?:[+]|-(?=[,.;]|$)|-?nivå(?:et)?|(?:\.[12])(?!\d))?"
_UTTRYKK = re.compile(
    rf"(?<![\w.§-])(?<![abc][12]/)(?<!\d/)(?<! /)(?:"
    rf"(?P<under>under|strøk på|strauk på|strøket på|stryk på|besto ikke|bestod ikkje|lavere enn|lågare enn|mindre enn|ikke (?:helt )?(?:nådd|oppnådd|kommet til|bestått)|"
    rf"ikkje (?:heilt )?(?:nådd|oppnådd|kome til|bestått)|(?:uten|utan) å (?:ha |nokon gong |noen gang )?(?:nå|nådd|oppnå|oppnådd|bestå|bestått|komme til|kome til|kommet til))|(?P<nesten>nesten|snart|nær|like under|rett under|"
    rf"nærmer seg|nærmar seg|nærmere|nærmare|på vei (?:mot|til)|på veg (?:mot|til)|opp mot)|"
    rf"(?P<minst>minst|minimum|min\.?|i det minste)|(?P<over>over|høyere enn|høgare enn|bedre enn|betre enn)|"
    rf"(?P<maks>maks|maksimalt|høyst|høgst|inntil|opptil|opp til|ikke over|ikke bedre enn|ikke høyere enn|ikke mer enn|knapt bedre enn|i beste fall))?\s*(?:nivå |norsknivå |på )?"
    rf"(?:mellom )?(?P<a>{_N}){_ETTER}(?:\s?(?:/|->?|→|=>|og|eller|til)\s?(?P<b>{_N}){_ETTER})?"
    rf"(?P<etter> (?:eller|og) (?:(?P<opp>høyere|høgare|bedre|betre|over|mer|meir|oppover)|(?P<ned>lavere|lågare|under|svakere|dårligere)))?"
    rf"(?:(?![\w-])|(?=deltak|bruker|brukar))(?!-(?:fil|ark|format))(?!/\d)(?! i (?:engelsk|fransk|tysk|arabisk|russisk|spansk|svensk)|-?\s?engelsk)"
)  # fmt: skip
_INGEN = re.compile(
    r"(?<!\w)(?:null norsk|ingen norsk(?:kunnskap(?:er|ar)?|ferdigheter|ferdigheiter)?|"
    r"(?:kan|snakker|snakkar|snakke|snakka|forstår|forstå|prater|pratar|prate|prata|skjønner|skjønar|skjønne|kainn) (?:verken |nesten |så å si )?(?:ikke|ikkje|itj|ikkj|null) (?:noe |noko |et ord |ett ord |et eneste ord )?norsk|"
    r"knapt (?:snakker|kan|prater) norsk|(?:snakker|kan|prater) (?:knapt|så vidt|nesten ikke) norsk|uten norsk(?:kunnskap(?:er|ar)?|ferdigheter)|utan norskkunnskapar?|(?:bare|berre|kun|kan) (?:noen|nokre) få ord norsk)"
    r"(?= ?(?:$|[.,;:!?)\n-]|og|eller|men|i det hele|i det heile|enda|ennå|enno|når|fra|frå|etter|kva|hva|, ))"
)
#: A test passed: "har tatt A2-prøven og bestått".
_PROVE = re.compile(
    rf"\b(?P<a>{_N})-?prøv\w*(?: \w+)? ?(?:og |er |ble |vart |med )?(?:bestått|godkjent|besto)\b|\b(?<!ikke )(?<!ikkje )(?:bestått|besto|klarte|klart|teke|tatt|tok) (?:\w+ )?(?P<b>{_N})-?prøv\w*"
)
_STROK = re.compile(
    rf"\b(?:strøk|strauk|strøket|stroke|(?:besto|bestod|klarte|klarde) (?:ikke|ikkje)|(?:ikke|ikkje) (?:bestått|klart)) (?:på )?(?:\w+ )?(?P<a>{_N})-?prøv\w*"
)
#: "A2 m / A1 s"
_MED_BOKSTAV = re.compile(rf"\b(?P<m>{_N}) ?m\.?[ ,/]+(?P<s>{_N}) ?s\b")
_MUNTLIG = r"(?:lytt\w*|muntlig\w*|munnleg\w*|munnlig\w*|snakke\w*|snakkar|prate\w*|taler)"
_SKRIFTLIG = r"(?:lese|lesing|leser|leseforståelse|skriftlig\w*|skriftleg\w*|skrive\w*|skriv|skriving)"
_MODUS = rf"(?:(?P<m>{_MUNTLIG})|(?P<s>{_SKRIFTLIG}))"
_MODUS_FOR = re.compile(
    rf"\b{_MODUS}(?: norsk| nivå|nivå|delen)?(?: (?:ligger|ligg|er|står|vurderes|kommer|havner|har) (?:hun|han|ho|hu|deltakeren|deltakaren|brukeren|brukaren))?(?:,? (?:er|på|ca|omtrent|omkring|rundt|kanskje|nok|trolig|vel|bare|kun|nærmere|det er|ligger|fortsatt|fremdeles|nå|sånn)|:| =|,)*(?: nivå)? ?(?:på )?\(?$"
)
_MODUS_ETTER = re.compile(rf"^ ?(?:\(|i |på )?{_MODUS}\b")
_BEGGE_FOR = re.compile(r"(?:muntlig|munnleg)\w* og (?:skriftlig|skriftleg)\w* ?(?:er |på |:)?$")
_BEGGE_ETTER = re.compile(r"^,? ?(?:på norskprøv\w+,? ?)?(?:både )?(?:muntlig|munnleg)\w* og (?:skriftlig|skriftleg)")
#: "snakker norsk på B2" tells of Norwegian as such, unless writing is told of too.
_SNAKKER_NORSK = re.compile(r"\b(?:snakk\w*|prat\w*)(?: (?:\w+ )?norsk\b| $)")
_SKRIFTORD = re.compile(rf"\b{_SKRIFTLIG}\b")
#: What is compared, or still to come.
_IKKE_NA = re.compile(
    r"\b(?:forskjell\w*|skilnad\w*) (?:(?:på|mellom|i) )?$|\b(?:kommer|kjem) til å (?:få|nå|bestå)(?: nivå)? $"
)
#: A level still to be reached, beside the one there is.
_OM_HUN_FAR = re.compile(
    r"\b(?:om|hvis|når|dersom|så snart|før|til) (?:hun|han|deltakeren|brukeren) (?:får|når|oppnår|består|tar|kommer (?:opp )?(?:på|til|opp i)|har nådd)(?: nivå)? $|\bvente(?:r|t)? (?:med \w+ )?til (?:(?:hun|han|deltakeren|brukeren) )?(?:er på |har |får |når |nivå )?$|\bfor å (?:nå|få|komme opp (?:på|til)) $"
)
_VENTE_TIL = re.compile(r"\bvente(?:r|t)? (?:med \w+ )?til\b")
#: A level in another language.
_ENGELSK = re.compile(r"\b(?:engelsk\w*|fransk|tysk|russisk|arabisk|morsmålet)(?: er| ligger)?(?: på|:)? (?:nivå )?$")
#: "har gått fra A1 til A2" is A2 now.
_STEGET = re.compile(
    r"\b(?:gått|gikk|gjekk|kommet|kome|kom|økt|steget|stige|løftet|forbedret|bedret|utvikl\w+)\b[^.;]{0,25}\b(?:fra|frå) $"
)
_LESE_OG_SKRIVE = re.compile(r"\bles(?:e|ing|er)\b[^.;]{1,25}\bskriv(?:e|ing|er)?\b")
_ET_MODUSORD = re.compile(rf"\b(?:{_MUNTLIG}|{_SKRIFTLIG})\b")


def _indeks(niva: str) -> int:
    niva = niva.replace("-", "").replace(" ", "")
    return {"a0": 0, "a1": 1, "a2": 2, "b1": 3, "b2": 4}.get(niva, 5)


def _verdier(m: re.Match[str]) -> tuple[str, ...]:
    lav = _indeks(m["a"])
    hoy = _indeks(m["b"]) if m["b"] else lav
    lav, hoy = min(lav, hoy), max(lav, hoy)
    if m["under"]:
        return SKALA[:lav]
    if m["nesten"]:
        return SKALA[max(lav - 1, 0) : max(lav, 1)]
    if m["over"]:
        return SKALA[hoy + 1 :] or SKALA[-1:]
    if m["minst"] or m["opp"]:
        return SKALA[lav:]
    if m["maks"] or m["ned"]:
        return SKALA[: hoy + 1]
    return SKALA[lav : hoy + 1]


def finn_norsk(tekst: str) -> list[Kandidat]:
    """Candidates for norskniva, norsk_muntlig and norsk_skriftlig in normalised text."""
    ut = (
        [Kandidat("norskniva", ("under_A1",), m.start(), m.end(), 5, nekt=False) for m in _INGEN.finditer(tekst)]
        if "norsk" in tekst
        else []
    )
    if not any(
        n in tekst for n in ("a1", "a2", "b1", "b2", "c1", "c2", "a0", "a-", "b-", "c-", "a 1", "a 2", "b 1", "b 2")
    ):
        return ut
    treff = list(_UTTRYKK.finditer(tekst))
    if par := _MED_BOKSTAV.search(tekst):
        ut += [
            Kandidat(f, (SKALA[_indeks(par[g])],), *par.span(g), 9)
            for f, g in (("norsk_muntlig", "m"), ("norsk_skriftlig", "s"))
        ]
        treff = [m for m in treff if not (par.start() <= m.start("a") < par.end())]
    ut += [
        Kandidat("norskniva", (SKALA[_indeks(m["a"] or m["b"])],), m.start(), m.end(), 6)
        for m in _PROVE.finditer(tekst)
    ]
    ut += [
        Kandidat("norskniva", SKALA[: _indeks(m["a"])], m.start(), m.end(), 7, nekt=False)
        for m in _STROK.finditer(tekst)
    ]
    modus = _ET_MODUSORD.search(tekst)
    modus_forst = modus is not None and bool(treff) and modus.start() < treff[0].start()
    forrige = 0
    for m in treff:
        verdier = _verdier(m)
        venstre, hoyre = tekst[max(0, m.start() - 45) : m.start()], tekst[m.end() : m.end() + 60]
        if (len(treff) > 1 or _VENTE_TIL.search(venstre)) and _OM_HUN_FAR.search(venstre):
            continue
        if _IKKE_NA.search(venstre) or _ENGELSK.search(venstre):
            continue
        if m["b"] and _STEGET.search(venstre):
            verdier = verdier[-1:]
        start = min(m.start(g) for g in ("under", "nesten", "minst", "over", "maks", "a") if m[g])
        nekt = not (m["under"] or m["maks"])
        fakta = ["norskniva"]
        if modus is not None:
            if _BEGGE_FOR.search(venstre) or _BEGGE_ETTER.search(hoyre):
                fakta = ["norsk_muntlig", "norsk_skriftlig"]
            else:
                forst = _MODUS_FOR.search(venstre)
                sist = _MODUS_ETTER.search(hoyre)
                valgt = (forst or sist) if modus_forst else (sist or forst)
                if forst and sist and "," in forst.group():
                    valgt = sist
                if (
                    valgt is forst
                    and _SNAKKER_NORSK.search(venstre)
                    and len(treff) < 2
                    and not _SKRIFTORD.search(hoyre)
                ):
                    valgt = None
                if valgt is None:
                    valgt = _modus_i_setningen(tekst, m.start(), forrige)
                if valgt is not None:
                    fakta = ["norsk_muntlig" if valgt["m"] else "norsk_skriftlig"]
        ut.extend(Kandidat(f, verdier, start, m.end(), 5, nekt) for f in fakta)
        forrige = m.end()
    return _samlet_skriftlig(ut, tekst)


#: Reading and writing as such, not Norwegian.
_OM_MORSMALET = re.compile(
    r"\b(?:morsmål\w*|arabisk|tigrinja|dari|somali|swahili|ukrainsk|(?:kan|lærte?) (?:\w+ )*(?:lese|skrive))\b"
)
_UNNTATT = re.compile(r"\b(?:unntatt|bortsett fra|utenom)\b")


def _modus_i_setningen(tekst: str, start: int, forrige: int) -> re.Match[str] | None:
    """ "Hun snakker fint, kanskje B1, men skriver dårlig": speech and writing are set against each other, and one of
    them stands before the level in its sentence, after the level before."""
    foran = re.split(r"[.!?;\n] ", tekst[forrige:start])[-1]
    if _SNAKKER_NORSK.search(foran) or _OM_MORSMALET.search(foran):
        return None
    nevnt = [m for m in re.finditer(_MODUS, foran) if _helt_ord(foran, m)]
    slag = {bool(m["m"]) for m in nevnt}
    if len(slag) != 1:
        return None
    if (
        len(re.findall(r"\w+", foran[nevnt[-1].end() :])) <= 3
        and not re.search(r"\b(?:men|og|mens|ikke)\b", foran[nevnt[-1].end() :])
        and not _SNAKKER_NORSK.search(foran)
    ):
        return nevnt[-1]
    andre = [m for m in re.finditer(_MODUS, tekst) if _helt_ord(tekst, m) and bool(m["m"]) not in slag]
    return nevnt[-1] if andre or _UNNTATT.search(foran) else None


def _helt_ord(tekst: str, m: re.Match[str]) -> bool:
    return not tekst[m.start() - 1 : m.start()].isalpha() and not tekst[m.end() : m.end() + 1].isalpha()


def _samlet_skriftlig(kandidater: list[Kandidat], tekst: str) -> list[Kandidat]:
    """ "lese A2, skrive A1": reading and writing told apart are one written level between them."""
    skrift = [k for k in kandidater if k.faktum == "norsk_skriftlig"]
    if len(skrift) != 2 or not _LESE_OG_SKRIVE.search(tekst):
        return kandidater
    samlet = tuple(n for n in SKALA if any(n in k.verdier for k in skrift))
    return [replace(k, verdier=samlet) if k is skrift[0] else k for k in kandidater if k is not skrift[1]]
