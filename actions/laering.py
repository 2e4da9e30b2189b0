"""The teacher in the conversation: lessons, quizzes, and what is said while one is under way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from actions import laeringsord as ord_
from actions.emne import Emne, finn_emne
from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.laering.okt import RUNDE, Okt
from bot.laering.skjema import Leksjon
from bot.laering.svarlesing import BOKSTAVER, les_svar
from bot.profil.samtale import Samtale
from bot.svar import leksjonssvar, quizsvar
from bot.svar.malform import felt, velg
from bot.svar.quizsvar import Quizvisning
from bot.svar.svar import Svarbygger
from bot.svar.utfylling import fyll

Svar = list[dict[str, Any]]
_NORGE = ZoneInfo("Europe/Oslo")
# A message of at most this many words that fits nothing is taken for an attempt at an answer.
_FORSOK = 4
# A wish for harder or easier questions is short; a longer message with such a word is about something else.
_KORT = 8
# A wish for harder or easier questions is short and names nothing; else the word is about something else.
_KORT = 8
# Fewer questions than this on one measure, and its lesson's subject is used instead.
_MINST = 4


def _na(i_dag: date) -> datetime:
    """The time of day now on the day that counts as today."""
    return datetime.combine(i_dag, datetime.now(_NORGE).time(), _NORGE)


class _Tur:
    """One message to the teacher: the conversation, where it is, and the reply being built."""

    def __init__(self, k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date, okt: Okt) -> None:
        self.k, self.samtale, self.melding, self.i_dag, self.okt = k, samtale, melding, i_dag, okt
        self.bank = k.laerer.bank(i_dag)
        if okt.oppgave not in self.bank.oppgaver:
            okt.oppgave = None  # the catalogue no longer has what it was about
        self.bygger = Svarbygger(k.tjeneste, samtale.malform)
        self.visning = Quizvisning(k.tjeneste, self.bank, okt, samtale.malform)

    def velg(self, nb: str, nn: str) -> str:
        return velg(self.samtale.malform, nb, nn)

    def si(self, nb: str, nn: str) -> None:
        self.bygger.avsnitt(self.velg(nb, nn))

    def still_neste(self) -> bool:
        """Ask the next question; whether there was one."""
        oppgave = self.k.laerer.still(self.okt, self.samtale.id, _na(self.i_dag), self.i_dag)
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
            lager.fullfor(self.samtale.id, self.okt.leksjon, _na(self.i_dag))
            leksjon = self.bank.leksjon[self.okt.leksjon]
            neste = self.bank.neste(leksjon.id, lager.leksjoner(self.samtale.id))
            leksjonssvar.leksjon_ferdig(self.bygger, self.visning, leksjon, neste)
        else:
            quizsvar.oppsummering(self.bygger, self.visning)


def _okt(samtale: Samtale) -> Okt | None:
    return Okt.fra_dict(samtale.laering)


# A lesson, a quiz, how far one has come: asked for at any time


def laer(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> Svar:
    """A lesson: the one asked for, or the next; the list of them; how far the user has come."""
    if ord_.QUIZ.search(melding.tekst):
        return quiz(k, samtale, melding, i_dag)
    bank, lager = k.laerer.bank(i_dag), k.laerer.lager
    if ord_.NULLSTILL.search(melding.tekst):
        lager.nullstill(samtale.id)
    elif ord_.FRAMGANG.search(melding.tekst):
        return _framgang(k, samtale, i_dag)
    fullfort = lager.leksjoner(samtale.id)
    if ord_.OVERSIKT.search(melding.tekst):
        return [leksjonssvar.oversikt(k.tjeneste, bank, fullfort, i_dag, samtale.malform)]
    forrige = _okt(samtale)
    leksjon: Leksjon | None
    if treff := ord_.LEKSJONSNUMMER.search(melding.tekst):
        leksjon = next((x for x in bank.leksjoner if x.nummer == int(treff[1])), None)
        if leksjon is None:
            return [leksjonssvar.oversikt(k.tjeneste, bank, fullfort, i_dag, samtale.malform, ukjent=True)]
    else:
        emne = finn_emne(bank, melding)
        leksjon = _leksjon_om(bank.leksjon, bank.tema_for, emne)
        if leksjon is None and emne.ukjent:
            return [leksjonssvar.oversikt(k.tjeneste, bank, fullfort, i_dag, samtale.malform, ukjent=True)]
        sist = forrige.leksjon if forrige and ord_.VIDERE.search(melding.tekst) else None
        leksjon = leksjon or bank.neste(sist if sist in bank.leksjon else None, fullfort) or bank.leksjoner[0]
    okt = Okt("leksjon", leksjon=leksjon.id, ko=list(leksjon.avslutning), antall=len(leksjon.avslutning))
    tur = _Tur(k, samtale, melding, i_dag, okt)
    leksjonssvar.leksjonstekst(tur.bygger, tur.visning, leksjon)
    tur.still_neste()
    return tur.ferdig(leksjon=leksjon)


def _leksjon_om(leksjoner: Any, tema_for: Callable[[str], Leksjon | None], emne: Emne) -> Leksjon | None:
    if emne.tema is not None:
        found: Leksjon = leksjoner[emne.tema]
        return found
    return tema_for(emne.tiltak) if emne.tiltak is not None else None


def quiz(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> Svar:
    """A quiz of ten questions, on everything or on the subject asked for."""
    if ord_.FRAMGANG.search(melding.tekst):
        return _framgang(k, samtale, i_dag)
    bank = k.laerer.bank(i_dag)
    forrige = _okt(samtale)
    okt = Okt("quiz", leksjon=forrige.leksjon if forrige else None, niva=forrige.niva if forrige else 1)
    if treff := ord_.NIVA.search(melding.tekst):
        okt.niva = int(treff[1])
    elif ord_.VANSKELIGERE.search(melding.tekst):
        okt.endre_niva(1)
    elif ord_.LETTERE.search(melding.tekst):
        okt.endre_niva(-1)
    tur = _Tur(k, samtale, melding, i_dag, okt)
    if ord_.FEILENE.search(melding.tekst):
        okt.ko = k.laerer.bommet(samtale.id, i_dag)[: okt.antall]
        okt.antall = len(okt.ko)
        if not okt.ko:
            okt.antall = RUNDE
            tur.si(
                "**Du har ingen feil å ta igjen.** Her er en vanlig quiz.",
                "**Du har ingen feil å ta att.** Her er ein vanleg quiz.",
            )
    else:
        emne = finn_emne(bank, melding)
        if emne.ukjent:
            return [_ukjent_emne(tur)]
        _avgrens(tur, emne)
    tur.still_neste()
    return tur.ferdig()


def _avgrens(tur: _Tur, emne: Emne) -> None:
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
        f"Jeg har få spørsmål om {navn} alene, så her er *{tittel}*.",
        f"Eg har få spørsmål om {navn} åleine, så her er *{tittel}*.",
    )


def _ukjent_emne(tur: _Tur) -> dict[str, Any]:
    tur.si(
        "**Det emnet har jeg ingen spørsmål om.** Velg et av disse:",
        "**Det emnet har eg ingen spørsmål om.** Vel eitt av desse:",
    )
    quizsvar.temavalg(tur.bygger, tur.bank.leksjoner, tur.samtale.malform)
    return tur.bygger.ferdig("clarification", {}, tur.i_dag)


def _framgang(k: Kontekst, samtale: Samtale, i_dag: date) -> Svar:
    na = _na(i_dag)
    f = k.laerer.framgang(samtale.id, na, i_dag)
    svar = leksjonssvar.framgangssvar(k.tjeneste, f, na, i_dag, samtale.malform)
    samtale.tema, samtale.spurt_om = "laering", None
    return [_med_vei_tilbake(samtale, svar)]


# While a lesson or a quiz is under way


def svar_i_okta(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> Svar | None:
    """The reply when the message belongs to the teacher by its words or as an answer; None for anything else.

    An open question then waits: `tema` tells that something else has been talked about since."""
    okt = _okt(samtale)
    tur = None if okt is None else _Tur(k, samtale, melding, i_dag, okt)
    if tur is not None and (svar := _kommando(tur)) is not None:
        return svar
    if ord_.FRAMGANG.search(melding.tekst):
        return _framgang(k, samtale, i_dag)
    if ord_.QUIZ.search(melding.tekst) and not melding.opplysninger:
        return quiz(k, samtale, melding, i_dag)
    if tur is None:
        return None
    if ord_.LEKSJON.search(melding.tekst):
        return laer(k, samtale, melding, i_dag)
    return _som_svar(tur) if tur.okt.oppgave is not None else None


def _kommando(tur: _Tur) -> Svar | None:
    """What the user asks the teacher to do. While something else is talked about, only what can mean nothing else."""
    tekst, okt = tur.melding.tekst, tur.okt
    apen = okt.oppgave is not None
    if ord_.FORTSETT.match(tekst) and (apen or okt.modus == "leksjon"):
        if apen:
            tur.still_igjen()
            return tur.ferdig()
        return laer(tur.k, tur.samtale, tur.melding, tur.i_dag)
    if tur.samtale.tema != "laering":
        return _slutt(tur) if apen and ord_.SLUTT.match(tekst) and ord_.QUIZ.search(tekst) else None
    if apen and ord_.SLUTT.match(tekst):
        return _slutt(tur)
    if apen and ord_.HOPP.match(tekst):
        return _hopp(tur)
    if apen and ord_.VET_IKKE.match(tekst):
        return _besvar(tur, None)
    om_noe = tur.melding.tiltak or tur.melding.opplysninger or tur.melding.ord > _KORT
    steg = 1 if ord_.VANSKELIGERE.search(tekst) else -1 if ord_.LETTERE.search(tekst) else 0
    if okt.modus == "quiz" and steg and not om_noe:
        return _nytt_niva(tur, steg)
    if okt.forrige is not None and ord_.HVORFOR.search(tekst):
        return _forklar(tur)
    if ord_.KILDE.search(tekst) and (okt.forrige is not None or apen):
        return _kilde(tur)
    if not apen and ord_.NESTE.match(tekst):
        videre = laer if okt.modus == "leksjon" else quiz
        return videre(tur.k, tur.samtale, tur.melding, tur.i_dag)
    return None


def _slutt(tur: _Tur) -> Svar:
    okt = tur.okt
    okt.oppgave, okt.ko = None, []
    if okt.modus == "leksjon":
        tur.si(
            "**Da stopper vi her.** Skriv «neste leksjon» når du vil fortsette.",
            "**Då stoppar vi her.** Skriv «neste leksjon» når du vil halde fram.",
        )
        tur.bygger.valg("Neste leksjon", "neste leksjon")
    else:
        quizsvar.oppsummering(tur.bygger, tur.visning)
    svar = tur.ferdig()
    tur.samtale.tema = None
    return svar


def _hopp(tur: _Tur) -> Svar:
    """Another question instead; a skipped one does not count."""
    okt = tur.okt
    okt.oppgave = None
    if okt.modus == "leksjon" or (not okt.ko and okt.antall < RUNDE):
        okt.antall -= 1
    if not tur.still_neste():
        tur.avslutt_runde()
    return tur.ferdig()


def _nytt_niva(tur: _Tur, steg: int) -> Svar:
    okt = tur.okt
    if not okt.endre_niva(steg):
        tur.si(
            "**Vanskeligere blir det ikke.**" if steg > 0 else "**Lettere blir det ikke.**",
            "**Vanskelegare blir det ikkje.**" if steg > 0 else "**Lettare blir det ikkje.**",
        )
        tur.still_igjen()
    else:
        tur.si(
            "**Da tar vi noe vanskeligere.**" if steg > 0 else "**Da tar vi noe lettere.**",
            "**Då tek vi noko vanskelegare.**" if steg > 0 else "**Då tek vi noko lettare.**",
        )
        okt.oppgave = None
        if okt.ferdig:
            okt.besvarte, okt.riktige, okt.antall, okt.feil = 0, 0, RUNDE, []
        okt.ko = []
        if not tur.still_neste():
            tur.avslutt_runde()
    return tur.ferdig()


def _forklar(tur: _Tur) -> Svar:
    okt = tur.okt
    forrige = okt.forrige
    if forrige is None or forrige.oppgave not in tur.bank.oppgaver:
        return tur.ferdig()
    nr = None
    if treff := ord_.BOKSTAV.search(tur.melding.tekst):
        plass = BOKSTAVER.index((treff[1] or treff[2]).upper())
        nr = forrige.rekkefolge[plass] if plass < len(forrige.rekkefolge) else None
    quizsvar.hvorfor(tur.bygger, tur.visning, nr)
    tur.still_igjen()
    return tur.ferdig()


def _kilde(tur: _Tur) -> Svar:
    """The source of the question last answered. Of one still open only after the answer: the source would tell it."""
    forrige = tur.okt.forrige
    if forrige is None or forrige.oppgave not in tur.bank.oppgaver:
        tur.si("**Det får du når du har svart.**", "**Det får du når du har svart.**")
    else:
        quizsvar.kilde(tur.bygger, tur.visning, tur.bank.oppgaver[forrige.oppgave])
    tur.still_igjen()
    return tur.ferdig()


def _som_svar(tur: _Tur) -> Svar | None:
    """The message read as an answer to the open question; None when it is something else."""
    okt, melding = tur.okt, tur.melding
    oppgave = tur.bank.oppgaver[okt.oppgave or ""]
    former = [[fyll(oppgave.alternativer[i].tekst, tur.bank.oppslag, m) for m in ("nb", "nn")] for i in okt.rekkefolge]
    treff = les_svar(melding.tekst, former)
    utenfor_okta = tur.samtale.tema != "laering"
    if utenfor_okta and len(melding.tekst.strip(" .)!")) != 1:
        return None
    if len(treff) == 1:
        return _besvar(tur, okt.rekkefolge[treff[0]])
    if len(treff) == 2:
        en, to = (f"{BOKSTAVER[i]} ({former[i][tur.samtale.malform == 'nn']})" for i in treff)
        tur.si(
            f"**Mener du {en} eller {to}?** Svar med bokstaven.", f"**Meiner du {en} eller {to}?** Svar med bokstaven."
        )
        tur.still_igjen()
        return tur.ferdig()
    nytt = melding.tiltak or melding.opplysninger or "?" in melding.tekst or melding.sporsmal is not None
    if not nytt and melding.ord <= _FORSOK and (melding.intent == "utenfor" or melding.sikkerhet < 0.5):
        siste = BOKSTAVER[len(former) - 1]
        tur.si(
            f"**Det kjente jeg ikke igjen som et svar.** Svar med en bokstav, A til {siste}, eller «hopp over».",
            f"**Det kjende eg ikkje att som eit svar.** Svar med ein bokstav, A til {siste}, eller «hopp over».",
        )
        tur.still_igjen()
        return tur.ferdig()
    return None


def _besvar(tur: _Tur, valgt: int | None) -> Svar:
    tur.k.laerer.besvar(tur.okt, tur.samtale.id, valgt, _na(tur.i_dag))
    forrige = tur.okt.forrige
    if forrige is not None:
        quizsvar.tilbakemelding(tur.bygger, tur.visning, forrige)
    if not tur.still_neste():
        tur.avslutt_runde()
    return tur.ferdig(besvart=True)


def med_fortsett(samtale: Samtale, svar: Svar) -> Svar:
    """A reply about something else, with the way back to the question that waits."""
    if not svar or "quiz" in svar[-1].get("payload", ()):
        return svar
    return [*svar[:-1], _med_vei_tilbake(samtale, svar[-1])]


def _med_vei_tilbake(samtale: Samtale, svar: dict[str, Any]) -> dict[str, Any]:
    okt = _okt(samtale)
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
