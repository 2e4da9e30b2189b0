"""Which measures come to mind first for somebody: situations, and what experienced advisers think of in each.

Situations order and give the reason for the order; whether a measure fits, its own conditions decide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.regler.utledning import Fakta
from bot.regler.vilkar import Krav, Prover, Utfall, kompiler
from bot.regler.vurdering import Kildehenvisning, Vilkarsslag


@dataclass(frozen=True)
class Situasjon:
    """A situation: what must hold (`krav`) and must not (`unntatt`), the reason in words with its kind and sources, how
    much it weighs, and its measures, the most obvious first."""

    id: str
    krav: Krav
    unntatt: Krav | None
    tekst: str
    tekst_nn: str
    slag: Vilkarsslag
    kilder: tuple[Kildehenvisning, ...]
    tyngde: int
    tiltak: tuple[str, ...]

    @cached_property
    def _provere(self) -> tuple[Prover, Prover | None]:
        return kompiler(self.krav), None if self.unntatt is None else kompiler(self.unntatt)

    def gjelder(self, fakta: Fakta) -> bool:
        """Whether somebody is known to be in the situation; what is not known is no ground."""
        krav, unntatt = self._provere
        if krav(fakta.verdier) != Utfall.OPPFYLT:
            return False
        return unntatt is None or unntatt(fakta.verdier) != Utfall.OPPFYLT


@dataclass(frozen=True, slots=True)
class Naerhet:
    """How near at hand a measure is, and the situation that says most for it."""

    poeng: float
    grunn: Situasjon


_AVTAR = 0.15
"""How much of a situation's weight each step down its list of measures takes away."""


def naerhet(situasjoner: Sequence[Situasjon], fakta: Fakta) -> Mapping[str, Naerhet]:
    """The measures that the situations somebody is in speak for, by id."""
    ut: dict[str, Naerhet] = {}
    storst: dict[str, float] = {}
    for situasjon in situasjoner:
        if not situasjon.gjelder(fakta):
            continue
        for plass, tiltak in enumerate(situasjon.tiltak):
            poeng = situasjon.tyngde * (1 - _AVTAR * plass)
            for_ = ut.get(tiltak)
            grunn = situasjon if for_ is None or poeng > storst[tiltak] else for_.grunn
            storst[tiltak] = max(poeng, storst.get(tiltak, 0.0))
            ut[tiltak] = Naerhet(poeng + (for_.poeng if for_ else 0.0), grunn)
    return ut
