"""A user of the teacher, who knows the right answers."""

from __future__ import annotations

from actions import evner
from actions.melding import les_melding
from bot.laering.bank import Bank
from bot.laering.oppgave import Oppgave
from bot.svar.payload import Reply
from tests.actions.tolk import I_DAG, Rasa, Svar, rasa_melding


class Elev(Rasa):
    """A conversation that knows the right answers."""

    dag = I_DAG

    def si(self, tekst: str, intent: str = "utenfor", sikkerhet: float = 0.2) -> Svar:
        """The one reply, on the day that counts as today; also checked against the API's own models."""
        melding = les_melding(rasa_melding(self._register, tekst, intent, sikkerhet))
        samtale = self.samtale
        svar = evner.besvar(self.kontekst, samtale, melding, self.dag)
        (ett,) = self.kontekst.lager.hent_svar(self.kontekst.lager.lagre(samtale, svar))
        Reply.model_validate(ett)
        return ett

    @property
    def bank(self) -> Bank:
        return self.kontekst.laerer.bank(self.dag)

    @property
    def oppgave(self) -> Oppgave:
        assert self.samtale.laering is not None
        return self.bank.oppgaver[self.samtale.laering["oppgave"]]

    def bokstav(self, rett: bool) -> str:
        assert self.samtale.laering is not None
        rekkefolge = self.samtale.laering["rekkefolge"]
        return "ABCD"[rekkefolge.index(0) if rett else next(p for p, i in enumerate(rekkefolge) if i != 0)]

    def svar(self, rett: bool) -> Svar:
        return self.si(self.bokstav(rett))


def slag(svar: Svar) -> str:
    return str(svar["payload"]["kind"])


def sporsmal(svar: Svar) -> str:
    return str(svar["payload"]["quiz"]["question"]["id"])
