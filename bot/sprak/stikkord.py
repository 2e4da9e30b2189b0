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

_DEL = re.compile(r"[^,;/|\n]+")
_PERSONLIG = re.compile(
    r"(?:på |nivå |norsk )?(?:a0|[abc][12](?:[-/+ ]+[abc][12])?)(?: (?:muntlig|skriftlig|muntleg|skriftleg|norsk))?|\d\d(?: ?år| ?\+)?|(?:f\.?|født|fødd) ?(?:19|20)?\d\d|"
    r"(?:mnd|måned|månad|m)\.? ?\d{1,2}(?: av \d+)?|(?:k|m|kv|kvinne|mann|dame)\.?[ -]?\d\d(?: ?år)?|\d{1,2} (?:mnd|måneder|månader)(?: i intro| ut i intro)?"
)
_ALDER = re.compile(
    r"(?:(?:k|kv|kvinne|mann|dame|jente|gutt|mor|far|ukr|syrer|eritreer)\.?[ -]?)?(?P<n>[1-7]\d) ?(?:år)?"
)
_VERDIER: tuple[tuple[str, re.Pattern[str], tuple[Verdi, ...]], ...] = tuple(
    (faktum, re.compile(monster), verdi)
    for faktum, monster, verdi in (
        ("ordning", r"intro(?:program(?:met)?|duksjonsprogram(?:met)?)?", ("intro",)),
        ("ordning", r"kvp", ("kvp",)),
        ("ordning", r"js|jobbsjansen", ("jobbsjansen",)),
        ("ordning", r"nav|nav-?(?:bruker|brukar)", ("nav",)),
        ("ytelse", r"(?:øk\.? ?)?(?:sosialhjelp|sosial|sosialstønad)", ("sosialhjelp",)),
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
        ("oppholdsgrunnlag", r"ukr\.?|ukraina|ukrainer|ukrainsk", ("kollektiv_beskyttelse",)),
        ("oppholdsgrunnlag", r"kvote(?:flyktning)?|overf\.? ?flyktning", ("overforingsflyktning",)),
        ("arbeidssoker", r"(?:reg\.? ?)?(?:arb\.? ?søker|arbeidssøker|arbeidssøkjar)", (True,)),
        ("hjemmevaerende", r"hjemme(?:værende)?|heime(?:verande)?", (True,)),
    )
)  # fmt: skip


def som_rekke(tekst: str) -> str:
    """`tekst` (normalised) with slashes and full stops between keywords as commas; the same length."""
    if tekst.count("/") >= 2 and "//" not in tekst:
        tekst = re.sub(r"(?<![\d ])/(?! )|(?<=\d)/(?=[a-zæøå])(?![abc][12]\b)", _skrastrek, tekst)
        tekst = re.sub(r"(?<=[a-zæøå])/(?=[abc][12]\b)|(?<=\d\d)/(?=[abc][12]\b)", ",", tekst)
    setninger = [s for s in re.split(r"\.(?: |$)", tekst) if s]
    if len(setninger) >= 3 and all(len(s.split()) <= 4 for s in setninger) and "?" not in tekst:
        tekst = re.sub(r"(?<!arb)(?<!ca)(?<!nr)\.(?= )", ",", tekst)
    return tekst


def _skrastrek(m: re.Match[str]) -> str:
    return (
        "/" if re.search(r"[abc][12]$", m.string[: m.start()]) and re.match(r"[abc][12]", m.string[m.end() :]) else ","
    )


def finn_stikkord(tekst: str, i_dag: date) -> list[Kandidat]:
    """Candidates in the rows of keywords of a normalised text."""
    ut: list[Kandidat] = []
    for linje in re.finditer(r"[^?!\n]+", tekst):
        deler = [d for d in _DEL.finditer(tekst, *linje.span()) if d.group().strip(" .-")]
        if len(deler) < 2 or not any(_PERSONLIG.fullmatch(d.group().strip(" .-–")) for d in deler):
            continue
        sporsmal = tekst[linje.end() : linje.end() + 1] == "?"
        for d in deler[:-1] if sporsmal else deler:
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
    bransje = bransje_alene(ord_)
    return [Kandidat("bransje", (bransje,), fra, til)] if bransje else []
