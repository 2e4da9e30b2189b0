"""The short answer a rule has ready for a question about one thing, most often a yes or a no with its condition.

Each short answer in data/regelverk has the ways it is asked. A question gets it when it is like one of these and asks
the same: «må vi» is not «kan vi», «mister hun» is not «beholder hun», and «når» is not «hvem».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.kunnskap.indeks import Indeks
from bot.kunnskap.svarsetning import slag

# How like one of its ways of asking a question must be to get a short answer (0-1, by the words and how rare they are).
_LIK = 0.62
# ... and the share of the words of each that the other has too: «får hun ferie» is not «får hun velge ferie».
_FELLES = 0.6
_HVEM = frozenset({"mann", "kvinne", "gutt", "ung"})
_ALDERSGRUPPER = frozenset({"over_55", "under_25", "under_30"})
# What is asked of somebody: that they may, that they must, that they have it coming.
_KREVER = (
    re.compile(r"\b(må|skal|plikt\w*|nødt|obligatorisk\w*|pålagt|tvinge\w*)\b", re.I),
    re.compile(r"\b(kan|går det an|lov|mulig|mogleg|anledning|høve)\b", re.I),
    re.compile(r"\b(rett|krav på|får|fær)\b", re.I),
)
# Words that turn the answer.
_SNUR = (
    r"\b(ikke|ikkje|aldri|ingen|inga)\b",
    r"\b(slipp\w*|slepp\w*|frita\w*|fritek\w*|unnta\w*|unntek\w*)\b",
    r"\b(behold\w*|beheld\w*|full|fullt)\b",
    r"\b(mist\w*|tap\w*|trekk\w*|trekt|reduser\w*|mindre|lavere|lågare|kutt\w*|avkort\w*|fradrag|frådrag)\b",
    r"\b(uten|utan)\b",
    r"\b(nekt\w*|avslå\w*|si nei|sei\w* nei|stanse\w*|stoppe\w*|avslutt\w*|kaste ut)\b",
    r"\b(frivillig\w*|selv velge|sjølv velje)\b",
    r"\b(bare|berre|kun)\b",
)
# A question word at the beginning of the question or of a clause; without one it is answered with yes or no.
_SPORREORD = re.compile(
    r"(^|[,.:;–-] ?)\W*(og |men |så )*((fra|frå|i|på|til|av|med|for|hos|innen|innan|etter) )?"
    r"(hva|kva|hvem|kven|hvor|kor|når|hvordan|korleis|hvilk\w+|hvorfor|kvifor)\b",
    re.I,
)
# Kinds of answer (bot.kunnskap.svarsetning) that answer for one another.
_FAMILIE = {"lengde": "tid", "tidspunkt": "tid", "hyppighet": "tid", "belop": "mengde", "antall": "mengde"}
_SNUR_RE = tuple(re.compile(m, re.I) for m in _SNUR)


def _krever(tekst: str) -> frozenset[int]:
    return frozenset(i for i, m in enumerate(_KREVER) if m.search(tekst))


def _art(tekst: str) -> str:
    """What kind of answer is asked for: ja_nei, a kind of bot.kunnskap.svarsetning, or any other."""
    if not _SPORREORD.search(tekst):
        return "ja_nei"
    navn = slag(tekst)
    return _FAMILIE.get(navn, navn)


def _snur(tekst: str) -> tuple[bool, ...]:
    return tuple(bool(m.search(tekst)) for m in _SNUR_RE)


def _andel(a: dict[str, float], b: dict[str, float]) -> float:
    return sum(v for t, v in a.items() if t in b) / (sum(a.values()) or 1.0)


def _lik(a: dict[str, float], b: dict[str, float]) -> float:
    """How alike two texts' words are; 0 when either has much that the other has not."""
    if min(_andel(a, b), _andel(b, a)) < _FELLES:
        return 0.0
    felles = sum(v * b[t] for t, v in a.items() if t in b)
    lengder = (sum(v * v for v in a.values()) * sum(v * v for v in b.values())) ** 0.5
    return felles / lengder if lengder else 0.0


def _ord(indeks: Indeks, tekst: str) -> dict[str, float]:
    """The words of a text with their weights, without those that only tell who it is about: the sex, and the age beside
    the age group it makes."""
    ord_ = {t: v for t, v in indeks.vekter(tekst).items() if not t.startswith("~") and t not in _HVEM}
    if _ALDERSGRUPPER & ord_.keys():
        return {t: v for t, v in ord_.items() if not t.isdigit() and t != "år"}
    return ord_


def finn_kortsvar(indeks: Indeks, sporsmal: str, korte: Sequence[Any]) -> Any:
    """The one of `korte` (each with its ways of asking in `sporsmal`) that answers the question, or None."""
    ord_, art, krever, snur = _ord(indeks, sporsmal), _art(sporsmal), _krever(sporsmal), _snur(sporsmal)
    best, valgt = _LIK, None
    for kort in korte:
        for form in kort.sporsmal:
            i_form = _krever(form)
            if _art(form) != art or _snur(form) != snur or (krever and i_form and not krever & i_form):
                continue
            if (likhet := _lik(ord_, _ord(indeks, form))) >= best:
                best, valgt = likhet, kort
    return valgt
