"""Rules that turn a phrase into a fact, and running them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

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


class Regelsett:
    """Rules with an index of their keywords: of each word, kept for the next message, it is known which rules it may
    set off, so that a message is not searched for every keyword of every rule."""

    def __init__(self, regler: Iterable[Regel]) -> None:
        self._regler = tuple(regler)
        self._alltid = 0
        i_ord: dict[str, int] = {}
        i_tekst: dict[str, int] = {}
        for nr, r in enumerate(self._regler):
            if not r.stikk:
                self._alltid |= 1 << nr
            for stikk in r.stikk:
                sted = i_tekst if " " in stikk else i_ord
                sted[stikk] = sted.get(stikk, 0) | 1 << nr
        self._i_ord = tuple(i_ord.items())
        self._i_tekst = tuple(i_tekst.items())
        self._maske = lru_cache(maxsize=50_000)(self._regn_maske)

    def _regn_maske(self, ord_: str) -> int:
        maske = 0
        for stikk, regler in self._i_ord:
            if stikk in ord_:
                maske |= regler
        return maske

    def aktuelle(self, tekst: str) -> Iterator[Regel]:
        """The rules with a keyword in `tekst`, in their order."""
        maske = self._alltid
        for ord_ in tekst.split():
            maske |= self._maske(ord_)
        for stikk, regler in self._i_tekst:
            if regler & ~maske and stikk in tekst:
                maske |= regler
        while maske:
            nederst = maske & -maske
            yield self._regler[nederst.bit_length() - 1]
            maske ^= nederst


def kjor(regler: Regelsett, tekst: str, i_dag: date) -> list[Kandidat]:
    """Every candidate the rules find in `tekst` (normalised)."""
    ut = []
    for r in regler.aktuelle(tekst):
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
