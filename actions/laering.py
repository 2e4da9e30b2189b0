"""Lessons, quizzes and how far one has come: what a user may ask the teacher for at any time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from actions import forklar, regel
from actions.emne import Emne, finn_emne
from actions.kontekst import Kontekst
from actions.laeringstur import Svar, Tur, apen_okt, med_vei_tilbake, na
from actions.melding import Melding
from bot.laering import ord as ord_
from bot.laering.bank import Bank
from bot.laering.okt import RUNDE, Okt
from bot.laering.skjema import Leksjon
from bot.profil.samtale import Samtale
from bot.svar import leksjonssvar, quizsvar
from bot.svar.malform import felt, velg

# Fewer questions than this on one measure, and its lesson's subject is used instead.
_MINST = 4


def laer(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> Svar:
    """A lesson: the one asked for, or the next; the list of them; how far the user has come."""
    if ord_.QUIZ.search(melding.tekst):
        return quiz(k, samtale, melding, i_dag)
    bank, lager = k.laerer.bank(i_dag), k.laerer.lager
    if ord_.FRAMGANG.search(melding.tekst):
        return framgang(k, samtale, i_dag)
    fullfort = lager.leksjoner(samtale.bruker)
    if ord_.OVERSIKT.search(melding.tekst):
        return [leksjonssvar.oversikt(k.tjeneste, bank, fullfort, i_dag, samtale.malform)]
    nummer = ord_.leksjonsnummer(melding.tekst)
    emne = Emne() if nummer is not None else finn_emne(bank, melding)
    leksjon = _bedt_om(bank, emne, nummer)
    if leksjon is None and emne.tiltak is not None:
        return forklar.svar(k, samtale, melding, i_dag)
    if leksjon is None and emne.ukjent and regel.beste(k, melding) is not None:
        return regel.svar(k, samtale, melding, i_dag)
    if leksjon is None and (nummer is not None or emne.ukjent):
        return [leksjonssvar.oversikt(k.tjeneste, bank, fullfort, i_dag, samtale.malform, ukjent=True)]
    leksjon = leksjon or _i_tur(bank, apen_okt(samtale), melding.tekst, fullfort)
    okt = Okt("leksjon", leksjon=leksjon.id, ko=list(leksjon.avslutning), antall=len(leksjon.avslutning))
    tur = Tur(k, samtale, melding, i_dag, okt)
    leksjonssvar.leksjonstekst(tur.bygger, tur.visning, leksjon)
    tur.still_neste()
    return tur.ferdig(leksjon=leksjon)


def _bedt_om(bank: Bank, emne: Emne, nummer: int | None) -> Leksjon | None:
    """The lesson a message names by number, subject or measure."""
    if nummer is not None:
        return next((leksjon for leksjon in bank.leksjoner if leksjon.nummer == nummer), None)
    if emne.tema is not None:
        return bank.leksjon[emne.tema]
    return bank.tema_for(emne.tiltak) if emne.tiltak is not None else None


def _i_tur(bank: Bank, okt: Okt | None, tekst: str, fullfort: Collection[str]) -> Leksjon:
    """The lesson to give when none is named: the first one not done, or the one before or after the last one given."""
    sist = bank.leksjon.get(okt.leksjon or "") if okt is not None else None
    if ord_.FORFRA.search(tekst):
        return bank.leksjoner[0]
    if ord_.FORRIGE.search(tekst) and sist is not None:
        return bank.leksjoner[max(bank.leksjoner.index(sist) - 1, 0)]
    etter = sist.id if sist is not None and ord_.VIDERE.search(tekst) else None
    return bank.neste(etter, fullfort) or bank.leksjoner[0]


def quiz(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> Svar:
    """A quiz of ten questions, on everything or on the subject asked for."""
    if ord_.FRAMGANG.search(melding.tekst):
        return framgang(k, samtale, i_dag)
    bank = k.laerer.bank(i_dag)
    forrige = apen_okt(samtale)
    okt = Okt("quiz", leksjon=forrige.leksjon if forrige else None, niva=forrige.niva if forrige else 1)
    if treff := ord_.NIVA.search(melding.tekst):
        okt.niva = int(treff[1])
    elif ord_.LETTERE.search(melding.tekst):
        okt.endre_niva(-1)
    elif ord_.VANSKELIG.search(melding.tekst):
        okt.endre_niva(1)
    elif ord_.LETT.search(melding.tekst):
        okt.endre_niva(-1)
    okt.slag = "sak" if ord_.SAK.search(melding.tekst) else None
    tur = Tur(k, samtale, melding, i_dag, okt)
    if ord_.FEILENE.search(melding.tekst):
        okt.ko = k.laerer.bommet(samtale.bruker, i_dag)[: okt.antall]
        okt.antall = len(okt.ko)
        if not okt.ko:
            okt.antall = RUNDE
            tur.si(
                velg(
                    tur.samtale.malform,
                    "**Du har ingen feil å ta igjen.** Her er en vanlig quiz.",
                    "**Du har ingen feil å ta att.** Her er ein vanleg quiz.",
                )
            )
    else:
        emne = finn_emne(bank, melding)
        if emne.ukjent:
            om = [o.id for o in bank.om_ord(emne.ord)]
            if not om:
                return [_ukjent_emne(tur)]
            okt.ko = sorted(om, key=lambda i: abs(bank.oppgaver[i].niva - okt.niva))[: okt.antall]
            okt.antall = len(okt.ko)
        _avgrens(tur, emne)
    tur.still_neste()
    return tur.ferdig()


def _avgrens(tur: Tur, emne: Emne) -> None:
    """Limit the quiz to its subject; a measure with few questions to the subject it belongs to."""
    okt, bank = tur.okt, tur.bank
    okt.tema = emne.tema
    if emne.tiltak is None:
        return
    antall = len(bank.om_tiltak(emne.tiltak))
    leksjon = bank.tema_for(emne.tiltak)
    if antall >= _MINST or leksjon is None:
        okt.tiltak, okt.antall = emne.tiltak, min(okt.antall, max(antall, 1))
        return
    okt.tema = leksjon.id
    navn, tittel = (
        felt(tur.k.tjeneste.tiltak[emne.tiltak], "navn", tur.samtale.malform),
        felt(leksjon, "tittel", tur.samtale.malform),
    )
    tur.si(
        velg(
            tur.samtale.malform,
            f"Jeg har få spørsmål om {navn} alene, så her er *{tittel}*.",
            f"Eg har få spørsmål om {navn} åleine, så her er *{tittel}*.",
        )
    )


def _ukjent_emne(tur: Tur) -> dict[str, Any]:
    tur.si(
        velg(
            tur.samtale.malform,
            "**Det emnet har jeg ingen spørsmål om.** Velg et av disse:",
            "**Det emnet har eg ingen spørsmål om.** Vel eitt av desse:",
        )
    )
    quizsvar.temavalg(tur.bygger, tur.bank.leksjoner, tur.samtale.malform)
    return tur.bygger.ferdig("clarification", {}, tur.i_dag)


def nullstill(k: Kontekst, samtale: Samtale, i_dag: date) -> Svar:
    """Forget everything the user has done with the teacher."""
    k.laerer.lager.nullstill(samtale.bruker)
    samtale.laering = None
    return [leksjonssvar.nullstilt(k.tjeneste, i_dag, samtale.malform)]


def framgang(k: Kontekst, samtale: Samtale, i_dag: date) -> Svar:
    tid = na(i_dag)
    f = k.laerer.framgang(samtale.bruker, tid, i_dag)
    svar = leksjonssvar.framgangssvar(k.tjeneste, f, tid, i_dag, samtale.malform)
    samtale.tema, samtale.spurt_om = "laering", None
    return [med_vei_tilbake(samtale, svar)]
