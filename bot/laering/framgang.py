"""How far a user has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.laering.bank import Bank
from bot.laering.repetisjon import Kort
from bot.laering.skjema import Leksjon

# Fewer answers than this on a subject say nothing of it.
_NOK_TIL_A_SI_NOE = 3


@dataclass(frozen=True, slots=True)
class Temastand:
    """One subject: how many of its questions are answered, and how many of those were right the last time."""

    leksjon: Leksjon
    besvart: int
    riktige: int

    @property
    def andel(self) -> float:
        return self.riktige / self.besvart


@dataclass(frozen=True, slots=True)
class Framgang:
    """Everything a user may want to know: lessons, answers, subjects, and what is due."""

    fullfort: tuple[Leksjon, ...]
    leksjoner: int
    neste: Leksjon | None
    spurt: int
    riktige: int
    svar: int
    temaer: tuple[Temastand, ...]
    forfalt: int
    neste_forfall: datetime | None

    @property
    def svakest(self) -> Temastand | None:
        """The subject with most to gain, when there is one with enough answers and a wrong one among them."""
        mulige = [t for t in self.temaer if t.besvart >= _NOK_TIL_A_SI_NOE and t.andel < 1]
        return min(mulige, key=lambda t: t.andel, default=None)


def framgang(bank: Bank, kort: Mapping[str, Kort], leksjoner: Mapping[str, datetime], na: datetime) -> Framgang:
    """The user's standing at a time. Questions that are no longer in the bank are left out."""
    kjente = [k for i, k in kort.items() if i in bank.oppgaver]
    temaer = []
    for leksjon in bank.leksjoner:
        om = [k for k in kjente if leksjon.id in bank.oppgaver[k.oppgave].tema]
        if om:
            temaer.append(Temastand(leksjon, len(om), sum(k.sist_riktig for k in om)))
    return Framgang(
        tuple(leksjon for leksjon in bank.leksjoner if leksjon.id in leksjoner),
        len(bank.leksjoner),
        bank.neste(None, leksjoner),
        len(kjente),
        sum(k.sist_riktig for k in kjente),
        sum(k.riktige + k.gale for k in kjente),
        tuple(temaer),
        sum(k.forfalt(na) for k in kjente),
        min((k.forfall for k in kjente if not k.forfalt(na)), default=None),
    )
