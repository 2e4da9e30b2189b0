"""One message to the teacher: the conversation, where it is in a lesson or quiz, and the reply being built."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.laering.okt import Okt
from bot.laering.skjema import Leksjon
from bot.profil.samtale import Samtale
from bot.svar import leksjonssvar, quizsvar
from bot.svar.malform import velg
from bot.svar.quizsvar import Quizvisning
from bot.svar.svar import Svarbygger

Svar = list[dict[str, Any]]
_NORGE = ZoneInfo("Europe/Oslo")


def na(i_dag: date) -> datetime:
    """The time of day now on the day that counts as today."""
    return datetime.combine(i_dag, datetime.now(_NORGE).time(), _NORGE)


class Tur:
    """One message to the teacher: the conversation, where it is, and the reply being built."""

    def __init__(self, k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date, okt: Okt) -> None:
        self.k, self.samtale, self.melding, self.i_dag, self.okt = k, samtale, melding, i_dag, okt
        self.bank = k.laerer.bank(i_dag)
        if okt.oppgave not in self.bank.oppgaver:
            okt.oppgave = None  # the catalogue no longer has what it was about
        self.bygger = Svarbygger(k.tjeneste, samtale.malform)
        self.visning = Quizvisning(k.tjeneste, self.bank, okt, samtale.malform)

    def si(self, tekst: str) -> None:
        self.bygger.avsnitt(tekst)

    def still_neste(self) -> bool:
        """Ask the next question; whether there was one."""
        oppgave = self.k.laerer.still(self.okt, self.samtale.bruker, na(self.i_dag), self.i_dag)
        if oppgave is None:
            return False
        quizsvar.still(self.bygger, self.visning, oppgave)
        return True

    def still_igjen(self) -> None:
        """Ask the open question once more."""
        if self.okt.oppgave is not None:
            quizsvar.still(self.bygger, self.visning, self.bank.oppgaver[self.okt.oppgave])

    def ferdig(self, *, besvart: bool = False, leksjon: Leksjon | None = None) -> Svar:
        """Store where the user is, and the reply."""
        if self.okt.oppgave is not None:
            quizsvar.andre_valg(self.bygger, self.visning)
        self.samtale.laering = self.okt.til_dict()
        self.samtale.tema, self.samtale.spurt_om = "laering", None
        forrige = self.okt.forrige if besvart else None
        return [quizsvar.ferdig(self.bygger, self.visning, self.i_dag, svart=forrige, leksjon=leksjon)]

    def avslutt_runde(self) -> None:
        """Say how a lesson or a quiz that is over went."""
        if self.okt.modus == "leksjon" and self.okt.leksjon is not None:
            lager = self.k.laerer.lager
            lager.fullfor(self.samtale.bruker, self.okt.leksjon, na(self.i_dag))
            leksjon = self.bank.leksjon[self.okt.leksjon]
            neste = self.bank.neste(leksjon.id, lager.leksjoner(self.samtale.bruker))
            leksjonssvar.leksjon_ferdig(self.bygger, self.visning, leksjon, neste)
        else:
            quizsvar.oppsummering(self.bygger, self.visning)


def apen_okt(samtale: Samtale) -> Okt | None:
    return Okt.fra_dict(samtale.laering)


def med_vei_tilbake(samtale: Samtale, svar: dict[str, Any]) -> dict[str, Any]:
    okt = apen_okt(samtale)
    if okt is None or okt.oppgave is None:
        return svar
    hva = {
        "quiz": ("Fortsett quizen", "Hald fram med quizen"),
        "leksjon": ("Fortsett leksjonen", "Hald fram med leksjonen"),
    }
    tekst = velg(samtale.malform, "fortsett", "hald fram")
    return {
        **svar,
        "choices": [*svar.get("choices", [])[:5], {"title": velg(samtale.malform, *hva[okt.modus]), "text": tekst}],
    }
