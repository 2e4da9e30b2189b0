"""What is said while a lesson or a quiz is under way: answers, commands, and the way back after something else."""

from __future__ import annotations

from datetime import date

from actions.kontekst import Kontekst
from actions.laering import framgang, laer, nullstill, quiz
from actions.laeringstur import Svar, Tur, apen_okt, med_vei_tilbake, na
from actions.melding import Melding
from bot.laering import ord as ord_
from bot.laering.okt import RUNDE
from bot.laering.svarlesing import BOKSTAVER, les_svar
from bot.profil.samtale import Samtale
from bot.svar import quizsvar
from bot.svar.malform import velg
from bot.svar.utfylling import fyll

# A message of at most this many words that fits nothing is taken for an attempt at an answer.
_FORSOK = 4
# A wish for harder or easier questions is short and names nothing; else the word is about something else.
_KORT = 8


def svar_i_okta(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> Svar | None:
    """The reply when the message belongs to the teacher by its words or as an answer; None for anything else.

    An open question then waits: `tema` tells that something else has been talked about since."""
    if ord_.NULLSTILL.search(melding.tekst):
        return nullstill(k, samtale, i_dag)
    okt = apen_okt(samtale)
    tur = None if okt is None else Tur(k, samtale, melding, i_dag, okt)
    if tur is not None and (svar := _kommando(tur)) is not None:
        return svar
    if ord_.FRAMGANG.search(melding.tekst):
        return framgang(k, samtale, i_dag)
    if ord_.QUIZ.search(melding.tekst) and not melding.opplysninger:
        return quiz(k, samtale, melding, i_dag)
    if tur is None:
        return None
    if ord_.LEKSJON.search(melding.tekst):
        return laer(k, samtale, melding, i_dag)
    return _som_svar(tur) if tur.okt.oppgave is not None else None


def _kommando(tur: Tur) -> Svar | None:
    """What the user asks the teacher to do. While something else is talked about, only what can mean nothing else."""
    tekst, okt = tur.melding.tekst, tur.okt
    apen = okt.oppgave is not None
    if ord_.FORTSETT.match(tekst) and (apen or okt.modus == "leksjon"):
        if apen:
            tur.still_igjen()
            return tur.ferdig()
        return laer(tur.k, tur.samtale, tur.melding, tur.i_dag)
    if ord_.FORTSETT.match(tekst) and tur.samtale.tema in (None, "laering"):
        return quiz(tur.k, tur.samtale, tur.melding, tur.i_dag)
    if tur.samtale.tema != "laering":
        return _slutt(tur) if apen and ord_.SLUTT.match(tekst) and ord_.QUIZ.search(tekst) else None
    if apen and ord_.SLUTT.match(tekst):
        return _slutt(tur)
    if apen and ord_.HOPP.match(tekst):
        return _hopp(tur)
    if apen and ord_.VET_IKKE.match(tekst):
        return _besvar(tur, None)
    if apen and (ord_.HINT.search(tekst) or (ord_.MENTE.search(tekst) and okt.forrige is not None)):
        return _hint(tur) if ord_.HINT.search(tekst) else _angret(tur)
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


def _slutt(tur: Tur) -> Svar:
    okt = tur.okt
    okt.oppgave, okt.ko = None, []
    if okt.modus == "leksjon":
        tur.si(
            velg(
                tur.samtale.malform,
                "**Da stopper vi her.** Skriv «neste leksjon» når du vil fortsette.",
                "**Då stoppar vi her.** Skriv «neste leksjon» når du vil halde fram.",
            )
        )
        tur.bygger.valg("Neste leksjon", "neste leksjon")
    else:
        quizsvar.oppsummering(tur.bygger, tur.visning)
    svar = tur.ferdig()
    tur.samtale.tema = None
    return svar


def _hint(tur: Tur) -> Svar:
    """One wrong alternative out of the way, where there are more than two."""
    rekkefolge = tur.okt.rekkefolge
    gale = [BOKSTAVER[plass] for plass, i in enumerate(rekkefolge) if i != 0]
    if len(gale) < 2:
        tekst = ("**Her er det bare to å velge mellom.**", "**Her er det berre to å velje mellom.**")
    else:
        bokstav = gale[len(tur.okt.stilt) % len(gale)]
        tekst = (f"**Hint:** Svaret er ikke {bokstav}.", f"**Hint:** Svaret er ikkje {bokstav}.")
    tur.si(velg(tur.samtale.malform, *tekst))
    tur.still_igjen()
    return tur.ferdig()


def _angret(tur: Tur) -> Svar:
    """The first answer counts; the question comes again."""
    tur.si(
        velg(
            tur.samtale.malform,
            "**Det første svaret teller**, men spørsmålet kommer igjen. Her er det neste:",
            "**Det første svaret tel**, men spørsmålet kjem igjen. Her er det neste:",
        )
    )
    tur.still_igjen()
    return tur.ferdig()


def _hopp(tur: Tur) -> Svar:
    """Another question instead; a skipped one does not count."""
    okt = tur.okt
    okt.oppgave = None
    if okt.modus == "leksjon" or (not okt.ko and okt.antall < RUNDE):
        okt.antall -= 1
    if not tur.still_neste():
        tur.avslutt_runde()
    return tur.ferdig()


def _nytt_niva(tur: Tur, steg: int) -> Svar:
    okt = tur.okt
    if not okt.endre_niva(steg):
        tur.si(
            velg(
                tur.samtale.malform,
                "**Vanskeligere blir det ikke.**" if steg > 0 else "**Lettere blir det ikke.**",
                "**Vanskelegare blir det ikkje.**" if steg > 0 else "**Lettare blir det ikkje.**",
            )
        )
        tur.still_igjen()
    else:
        tur.si(
            velg(
                tur.samtale.malform,
                "**Da tar vi noe vanskeligere.**" if steg > 0 else "**Da tar vi noe lettere.**",
                "**Då tek vi noko vanskelegare.**" if steg > 0 else "**Då tek vi noko lettare.**",
            )
        )
        okt.oppgave = None
        if okt.ferdig:
            okt.besvarte, okt.riktige, okt.antall, okt.feil = 0, 0, RUNDE, []
        okt.ko = []
        if not tur.still_neste():
            tur.avslutt_runde()
    return tur.ferdig()


def _forklar(tur: Tur) -> Svar:
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


def _kilde(tur: Tur) -> Svar:
    """The source of the question last answered. Of one still open only after the answer: the source would tell it."""
    forrige = tur.okt.forrige
    if forrige is None or forrige.oppgave not in tur.bank.oppgaver:
        tur.si(velg(tur.samtale.malform, "**Det får du når du har svart.**", "**Det får du når du har svart.**"))
    else:
        quizsvar.kilde(tur.bygger, tur.visning, tur.bank.oppgaver[forrige.oppgave])
    tur.still_igjen()
    return tur.ferdig()


def _som_svar(tur: Tur) -> Svar | None:
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
            velg(
                tur.samtale.malform,
                f"**Mener du {en} eller {to}?** Svar med bokstaven.",
                f"**Meiner du {en} eller {to}?** Svar med bokstaven.",
            )
        )
        tur.still_igjen()
        return tur.ferdig()
    if not utenfor_okta and _er_forsok(melding):
        siste = BOKSTAVER[len(former) - 1]
        tur.si(
            velg(
                tur.samtale.malform,
                f"**Det kjente jeg ikke igjen som et svar.** Svar med en bokstav, A til {siste}, eller «hopp over».",
                f"**Det kjende eg ikkje att som eit svar.** Svar med ein bokstav, A til {siste}, eller «hopp over».",
            )
        )
        tur.still_igjen()
        return tur.ferdig()
    return None


def _er_forsok(melding: Melding) -> bool:
    """Whether a message that is no answer was meant as one: a sound, a sign, or a few words that mean nothing else."""
    bokstaver = sum(tegn.isalpha() for tegn in melding.tekst)
    if ord_.BARE_LYD.match(melding.tekst) or bokstaver <= 1:
        return True
    nytt = melding.tiltak or melding.opplysninger or "?" in melding.tekst or melding.sporsmal is not None
    return not nytt and melding.ord <= _FORSOK and (melding.intent == "utenfor" or melding.sikkerhet < 0.5)


def _besvar(tur: Tur, valgt: int | None) -> Svar:
    tur.k.laerer.besvar(tur.okt, tur.samtale.bruker, valgt, na(tur.i_dag))
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
    return [*svar[:-1], med_vei_tilbake(samtale, svar[-1])]
