"""A message in bokmål: dialect, nynorsk and English words as the bokmål ones they stand for (bokmal.yml).

For the classifier and the searches only, which then meet one form of every common word. Facts are read from the message
itself, and the answer follows the language it was written in.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from bot.sprak.normalisering import Normalisert, bytt

_ORD = re.compile(r"(?<!\w)[^\W\d_]+(?:'[^\W\d_]+)?(?!\w)")
#: "bokstav e", "§ 7-3 a": a letter that names a place in a law.
_HENVISNING = re.compile(r"(?:§ ?\d+(?:-\d+)?|bokstav|litra|alternativ|punkt|\d\.) ?$")


class _Ordbok(NamedTuple):
    vanlig: dict[str, str]
    med_engelsk: dict[str, str]
    engelske: frozenset[str]
    tvetydige: frozenset[str]
    navn: re.Pattern[str]
    fraser: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=1)
def _ordbok() -> _Ordbok:
    liste = yaml.safe_load((Path(__file__).parent / "bokmal.yml").read_text(encoding="utf-8"))
    alltid, engelsk, bare = (
        {skrevet: rett for rett, former in liste[del_].items() for skrevet in former}
        for del_ in ("dialekt", "engelsk", "bare_engelsk")
    )
    fraser = tuple((re.compile(monster), rett) for monster, rett in liste["fraser"])
    vanlig = alltid | engelsk
    return _Ordbok(
        vanlig,
        vanlig | bare,
        frozenset(engelsk),
        frozenset(bare) - frozenset(liste["norske"]),
        re.compile("|".join(map(re.escape, liste["navn"]))),
        fraser,
    )


def pa_bokmal(norm: Normalisert) -> Normalisert:
    """`norm` with its dialect, nynorsk and English words in bokmål; spans still lead back to what was written."""
    bok = _ordbok()
    for monster, rett in bok.fraser:
        if treff := list(monster.finditer(norm.tekst)):
            norm = bytt(norm, [(*m.span(), m.expand(rett)) for m in treff])
    faste = [m.span() for m in bok.navn.finditer(norm.tekst)]
    ord_ = [m for m in _ORD.finditer(norm.tekst) if not any(a <= m.start() < b for a, b in faste)]
    sagt = [m.group() for m in ord_]
    engelsk = any(o in bok.engelske for o in sagt) or sum(o in bok.tvetydige for o in sagt) > 1
    ordbok = bok.med_engelsk if engelsk else bok.vanlig
    endringer = [
        (*m.span(), ordbok[m.group()])
        for m in ord_
        if m.group() in ordbok and not (m.end() - m.start() == 1 and _HENVISNING.search(norm.tekst, 0, m.start()))
    ]
    return bytt(norm, endringer)
