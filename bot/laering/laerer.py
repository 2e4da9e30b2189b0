"""The teacher of one process: the bank of the day, and what users have done."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock

from bot.laering.bank import Bank, lag_bank
from bot.laering.framgang import Framgang, framgang
from bot.laering.lager import Laeringslager
from bot.laering.okt import Okt
from bot.laering.oppgave import Grunnlag, Oppgave
from bot.laering.repetisjon import svart
from bot.laering.velger import neste_oppgave, rekkefolge


@dataclass
class Laerer:
    """Asks and remembers. Safe to share between threads; the bank is made again when the day changes."""

    grunnlag: Grunnlag
    kilder: Collection[str]
    lager: Laeringslager
    _bank: Bank | None = None
    _las: Lock = field(default_factory=Lock)

    def bank(self, dag: date) -> Bank:
        """The lessons and questions of a day. Raises Katalogfeil when a lesson file is wrong."""
        with self._las:
            if self._bank is None or self._bank.dag != dag:
                self._bank = lag_bank(self.grunnlag, self.kilder, dag)
            return self._bank

    def still(self, okt: Okt, bruker: str, na: datetime, dag: date) -> Oppgave | None:
        """Choose the next question and note it as asked; None when the round is over or nothing is left."""
        if okt.ferdig:
            return None
        kort = self.lager.kort(bruker)
        oppgave = neste_oppgave(self.bank(dag), okt, kort, bruker, na)
        if oppgave is None:
            return None
        kjent = kort.get(oppgave.id)
        okt.oppgave = oppgave.id
        okt.rekkefolge = rekkefolge(oppgave, bruker, 0 if kjent is None else kjent.riktige + kjent.gale)
        okt.stilt.append(oppgave.id)
        return oppgave

    def besvar(self, okt: Okt, bruker: str, valgt: int | None, na: datetime) -> bool:
        """Note the answer to the question now asked, `valgt` an index into its alternatives; whether it was right."""
        if okt.oppgave is None:
            raise ValueError("ingen oppgave er stilt")
        riktig = valgt == 0
        kort = self.lager.kort(bruker).get(okt.oppgave)
        self.lager.lagre_kort(bruker, svart(okt.oppgave, kort, riktig, na), na)
        okt.besvar(valgt, riktig)
        return riktig

    def framgang(self, bruker: str, na: datetime, dag: date) -> Framgang:
        """How far a user has come."""
        return framgang(self.bank(dag), self.lager.kort(bruker), self.lager.leksjoner(bruker), na)

    def bommet(self, bruker: str, dag: date) -> list[str]:
        """The questions a user answered wrongly the last time, oldest due first."""
        kort = self.lager.kort(bruker)
        gale = [k for k in kort.values() if not k.sist_riktig and k.oppgave in self.bank(dag).oppgaver]
        return [k.oppgave for k in sorted(gale, key=lambda k: k.forfall)]
