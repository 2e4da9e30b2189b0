"""Facts in keyword form: "K 38, A2, mnd 9, JS, 3 barn", "m/29/B1/vgs", "A1. 55+. KVP."

In a sentence a word such as "KVP" or "vgs" may be what is asked about; in a row of keywords about a person it is a
fact. A row is only a row when another of its parts is a level, an age or a month.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from datetime import date

from bot.sprak.fakta_sted import bransje_alene
from bot.sprak.funn import Verdi
from bot.sprak.regel import Kandidat

#: A sentence; full stops in abbreviations ("mnd. 5", "ca. 40") end none.
_LINJE = re.compile(r"(?:(?!(?<!mnd)(?<!ca)(?<!arb)(?<!reg)(?<!nr)(?<!f)\. )[^?!\n])+")
_DEL = re.compile(r"(?:(?! - )(?:[^,;/|\n]|(?<=\d)/(?=\d)))+")
_PERSONLIG = re.compile(
    r"(?:på |nivå |norsk )?(?:a0|[abc][12](?:[-/+ ]+[abc][12])?)(?: (?:muntlig|skriftlig|muntleg|skriftleg|norsk))?|\d\d(?: ?år| ?\+)?|(?:f\.?|født|fødd) ?(?:19|20)?\d\d|"
    r"\d ?(?:barn|unger|ungar|born)|alenemor|aleinemor (?:med|til) \d.*|alenemor (?:med|til) \d.*|aleinemor|(?:mnd|måned|månad|m)\.? ?\d{1,2}(?: av \d+)?|(?:k|m|kv|kvinne|mann|dame)\.?[ -]?\d\d(?: ?år)?|\d{1,2} (?:mnd|måneder|månader)(?: i intro| ut i intro)?"
)
_ALDER = re.compile(
    r"(?:(?:k|kv|kvinne|mann|dame|jente|gutt|mor|far|ukr|syrer|eritreer)\.?[ -]?)?(?P<n>[1-7]\d) ?(?:år)?"
)
_VERDIER: tuple[tuple[str, re.Pattern[str], tuple[Verdi, ...]], ...] = tuple(
    (faktum, re.compile(monster), verdi)
    for faktum, monster, verdi in (
        ("ordning", r"intro(?:program(?:met)?|duksjonsprogram(?:met)?)?", ("intro",)),
        ("ordning", r"kvp", ("kvp",)),
        ("ordning", r"js|jobbsj\.?|jobbsjansen", ("jobbsjansen",)),
        ("ordning", r"nav|nav-?(?:bruker|brukar)", ("nav",)),
        ("ordning", r"ingen ordning|inga ordning|ikke i program", ("ingen",)),
        ("ytelse", r"(?:øk\.? ?)?(?:sos\.?|sos\.? ?hj(?:elp)?|sosialhjelp|sosial|sosialstønad)", ("sosialhjelp",)),
        ("ytelse", r"aap", ("aap",)),
        ("ytelse", r"dagpenger|dagpengar|dp", ("dagpenger",)),
        ("ytelse", r"overgangsstønad|os", ("overgangsstonad",)),
        ("ytelse", r"ufør(?:etrygd)?", ("uforetrygd",)),
        ("ytelse", r"(?:intro(?:duksjons)?stønad)", ("introduksjonsstonad",)),
        ("utdanning", r"vg[so]|videregående|vidaregåande", ("videregaende",)),
        ("utdanning", r"grunnskole|grunnskule|ungdomsskole|grsk", ("grunnskole",)),
        ("utdanning", r"fagbrev", ("fagbrev",)),
        ("utdanning", r"bachelor|master|universitet|høyskole|høgskule|høyere utdanning|høyere utd\.?|uni", ("hoyere",)),
        ("utdanning", r"ingen (?:skole|skule|utdanning|utd\.?)|uten skole|0 skole", ("ingen",)),
        ("utdanning", r"ing|siv\.? ?ing", ("hoyere",)),
        ("rusproblem", r"rus|rusproblem(?:er|atikk)?", (True,)),
        ("oppholdsgrunnlag", r"ukr\.?|ukraina|ukrainer|ukrainsk", ("kollektiv_beskyttelse",)),
        ("oppholdsgrunnlag", r"kvote(?:flyktning)?|overf\.? ?flyktning", ("overforingsflyktning",)),
        ("arbeidssoker", r"(?:reg\.? ?)?(?:arb\.? ?søker|arbeidssøker|arbeidssøkjar)", (True,)),
        ("hjemmevaerende", r"hjemme(?:værende)?|heime(?:verande)?", (True,)),
    )
)  # fmt: skip


def som_rekke(tekst: str) -> str:
    """`tekst` (normalised) with slashes and full stops between keywords as commas; the same length."""
    if _bare_ord(tekst):
        return re.sub(r"(?<!mnd)(?<!måned)(?<!månad)(?<!ingen)(?<!ca) (?!år\b|mnd|måned|månad)", ",", tekst)
    if tekst.count("/") >= 2 and "//" not in tekst:
        tekst = re.sub(r"(?<![\d ])/(?! |dag|uke|mnd|u\b)|(?<=\d)/(?=[a-zæøå])(?![abc][12]\b)", _skrastrek, tekst)
        tekst = re.sub(r"(?<=[a-zæøå])/(?=[abc][12]\b)|(?<=\d\d)/(?=[abc][12]\b)", ",", tekst)
    setninger = [s for s in re.split(r"\.(?: |$)", tekst) if s]
    if len(setninger) >= 3 and all(len(s.split()) <= 4 for s in setninger) and "?" not in tekst:
        tekst = re.sub(r"(?<!arb)(?<!ca)(?<!nr)\.(?= )", ",", tekst)
    return tekst


def _skrastrek(m: re.Match[str]) -> str:
    return (
        "/" if re.search(r"[abc][12]$", m.string[: m.start()]) and re.match(r"[abc][12]", m.string[m.end() :]) else ","
    )


_PERSONORD = re.compile(
    r"(?<![\w-])(?:a0|[abc][12]|(?:mnd|måned|månad)\.? ?\d{1,2}|(?:k|kv|m|kvinne|mann) \d\d)(?![\w-])"
)
_ORDREKKE = re.compile(
    rf"(?:(?:{_PERSONLIG.pattern}|k|m|kv|{'|'.join(m.pattern for _, m, _ in _VERDIER)})(?: |$)){{3,9}}"
)


_ORDPAR = re.compile(
    rf"(?:{_PERSONLIG.pattern}|{'|'.join(m.pattern for _, m, _ in _VERDIER)}) (?:{_PERSONLIG.pattern}|{'|'.join(m.pattern for _, m, _ in _VERDIER)})"
)


_SETNINGSORD = re.compile(
    r"\b(?:er|e|har|får|kan|skal|må|vil|går|hva|kva|ka|hvilke\w*|hvor\w*|kor\w*|hvem|kven|når|hvorfor|passer|passar|hun|han|ho|jeg|eg|vi|som|til|eller|og|mot|vs|om|for)\b|\?"
)
_IKKE_I = re.compile(r"\b(?:ferdig|etter|søker|søkt|før|uten|utan|ikke|ikkje) $")
_APNING = re.compile(
    r"^\W*(?P<k>k|kv|kvinne|m|mann)\.? (?P<n>[1-7]\d)(?= ?(?:år)?(?: |,|$))(?! ?(?:%|timer|mnd|måned))"
)


def _er_telegram(linje: str) -> bool:
    """Whether a line without commas is keywords all the same: "kv 45 A1 analfabet intro mnd 7"."""
    return 3 <= len(linje.split()) <= 11 and not _SETNINGSORD.search(linje) and bool(_PERSONORD.search(linje))


_HAR_ALDER = re.compile(r"\b\d\d ?år\b|\bf\. ?\d|født|åring")
_BART_TALL = re.compile(
    r"(?<=[a-zæøå]{3}[a-zæøå.] )(?<!mnd )(?<!mnd\. )(?<!måned )(?<!juni )(?<!mai )(?<!april )(?<!august )(?<!des )(?<!jan )(?<!feb )(?<!mars )(?<!okt )(?<!nov )(?<!sept )(?<!juli )(?P<n>1[89]|[2-6]\d)(?= [a-zæøå]|,|$)(?! (?:%|prosent|timer|t\b|mnd|måneder|dager|uker|år|kr|barn|av|ut|uke))"
)


def _telegram(linje: re.Match[str], tekst: str) -> list[Kandidat]:
    ut = [
        Kandidat(f, v, m.start(), m.end(), 2)
        for f, monster, v in _VERDIER
        for m in re.finditer(
            rf"(?<![\w-])(?:{monster.pattern})(?![\w-])(?! (?:i|ferdig|fullført|avsluttet|fra|frå|søkt|søknad|avslag|etterpå|neste|tiltak)\b)",
            tekst[: linje.end()],
        )
        if m.start() >= linje.start() + (f == "ordning") and not _IKKE_I.search(tekst[: m.start()])
    ]
    aldre = [] if _HAR_ALDER.search(linje.group()) else list(_BART_TALL.finditer(tekst, *linje.span()))
    ut += [Kandidat("alder", (int(m["n"]),), *m.span("n"), 2) for m in aldre if len(aldre) == 1]
    apning = _APNING.match(linje.group())
    if apning:
        fra = linje.start()
        ut.append(Kandidat("alder", (int(apning["n"]),), fra + apning.start("n"), fra + apning.end("n"), 3))
        if apning["k"] in ("k", "kv", "m"):
            kjonn = "mann" if apning["k"] == "m" else "kvinne"
            ut.append(Kandidat("kjonn", (kjonn,), fra + apning.start("k"), fra + apning.end("k"), nekt=False))
    return ut


def _bare_ord(linje: str) -> bool:
    """Whether a line is keywords with nothing but blanks between: "M 22 grunnskole B1"."""
    return bool(_ORDREKKE.fullmatch(linje.strip(" .?-")))


def finn_stikkord(tekst: str, i_dag: date) -> list[Kandidat]:
    """Candidates in the rows of keywords of a normalised text."""
    ut: list[Kandidat] = []
    for linje in _LINJE.finditer(tekst):
        if _er_telegram(linje.group()) and not tekst.startswith("?", linje.end()):
            ut += _telegram(linje, tekst)
        deler = [d for d in _DEL.finditer(tekst, *linje.span()) if d.group().strip(" .-")]
        if len(deler) < 2 or not any(_PERSONLIG.fullmatch(d.group().strip(" .-–")) for d in deler):
            continue
        sporsmal = tekst[linje.end() : linje.end() + 1] == "?"
        if sporsmal:  # "jobbsjansen - kvinne 43, A2?": what is asked about stands first or last
            forst = tekst.startswith(" - ", deler[0].end()) or tekst.startswith("- ", deler[0].end())
            deler = deler[1 if forst else 0 : -1]
        for d in deler:
            ut += _del(d, tekst)
    return ut


def _del(d: re.Match[str], tekst: str) -> list[Kandidat]:
    fra = d.start() + len(d.group()) - len(d.group().lstrip(" .-–"))
    til = d.end() - (len(d.group()) - len(d.group().rstrip(" .-–")))
    ord_ = tekst[fra:til]
    for faktum, monster, verdier in _VERDIER:
        if monster.fullmatch(ord_):
            return [Kandidat(faktum, verdier, fra, til, 4)]
    if ord_ in ("k", "kv", "m"):
        return [Kandidat("kjonn", ("mann" if ord_ == "m" else "kvinne",), fra, til, nekt=False)]
    alder = _ALDER.fullmatch(ord_)
    if alder:
        kjonn = [Kandidat("kjonn", ("kvinne",), fra, alder.start("n") + fra, nekt=False)] if ord_[0] == "k" else []
        return [Kandidat("alder", (int(alder["n"]),), alder.start("n") + fra, til, 3), *kjonn]
    if " " in ord_ and _ORDPAR.fullmatch(ord_):
        ut = [
            Kandidat(f, v, fra + m.start(), fra + m.end(), 4)
            for f, monster, v in _VERDIER
            for m in re.finditer(rf"(?<!\w)(?:{monster.pattern})(?!\w)", ord_)
        ]
        return ut[:2]
    bransje = bransje_alene(ord_)
    return [Kandidat("bransje", (bransje,), fra, til)] if bransje else []
