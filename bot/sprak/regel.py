"""Rules that turn a phrase into a fact, and running them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.sprak.funn import Verdi

Lager = Callable[[re.Match[str], date], "tuple[Verdi, ...] | None"]


@dataclass(frozen=True)
class Regel:
    """`monster` (on normalised text) states `faktum`.

    The values are fixed or made from the match; None = no find after all. An empty tuple of values blocks
    the span for weaker rules of the same group. A group named `f` narrows the span.
    stikk: one of these substrings must occur for the pattern to be tried (cheap gate).
    nekt: False when a negation is already part of the pattern.
    """

    faktum: str
    monster: re.Pattern[str]
    verdi: tuple[Verdi, ...] | Lager
    stikk: tuple[str, ...]
    prioritet: int = 0
    nekt: bool = True
    presisjon: str | None = None


@dataclass(frozen=True)
class Kandidat:
    """A find before the words around it are weighed."""

    faktum: str
    verdier: tuple[Verdi, ...]
    start: int
    slutt: int
    prioritet: int = 0
    nekt: bool = True
    presisjon: str | None = None


def regel(
    faktum: str,
    monster: str,
    verdi: Verdi | tuple[Verdi, ...] | Lager,
    stikk: str,
    prioritet: int = 0,
    nekt: bool = True,
) -> Regel:
    """Make a Regel: `monster` gets word boundaries, `stikk` is blank-separated ("_" stands for a blank)."""
    if not isinstance(verdi, tuple) and not callable(verdi):
        verdi = (verdi,)
    stikkord = tuple(s.replace("_", " ") for s in stikk.split())
    return Regel(faktum, re.compile(rf"(?<!\w)(?:{monster})(?!\w)"), verdi, stikkord, prioritet, nekt)


def kjor(regler: Iterable[Regel], tekst: str, i_dag: date) -> list[Kandidat]:
    """Every candidate the rules find in `tekst` (normalised)."""
    ut = []
    for r in regler:
        if r.stikk and not any(s in tekst for s in r.stikk):
            continue
        for m in r.monster.finditer(tekst):
            verdier = r.verdi(m, i_dag) if callable(r.verdi) else r.verdi
            if verdier is None:
                continue
            start, slutt = m.span("f") if "f" in r.monster.groupindex and m["f"] is not None else m.span()
            ut.append(Kandidat(r.faktum, verdier, start, slutt, r.prioritet, r.nekt, r.presisjon))
    return ut


def velg(kandidater: Sequence[Kandidat], gruppe: Callable[[str], str]) -> list[Kandidat]:
    """Keep the strongest, then longest, of candidates that overlap within a group of facts; drop blockers."""
    beholdt: list[Kandidat] = []
    for k in sorted(kandidater, key=lambda k: (-k.prioritet, k.start - k.slutt, k.start)):
        if not any(b.start < k.slutt and k.start < b.slutt and gruppe(b.faktum) == gruppe(k.faktum) for b in beholdt):
            beholdt.append(k)
    return sorted((k for k in beholdt if k.verdier), key=lambda k: (k.start, k.slutt))
