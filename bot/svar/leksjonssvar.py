"""Lessons, the list of them, and how far a user has come."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.laering.bank import Bank
from bot.laering.framgang import Framgang
from bot.laering.skjema import Leksjon
from bot.laering.tekst import par
from bot.profil.samtale import Malform
from bot.svar.malform import dato, felt, velg
from bot.svar.quizsvar import Quizvisning
from bot.svar.regeltekst import regelkilder
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste
from bot.svar.utfylling import fyll

_NORGE = ZoneInfo("Europe/Oslo")


def leksjonstekst(bygger: Svarbygger, s: Quizvisning, leksjon: Leksjon) -> None:
    """Add a lesson: its title and place in the course, its text, its sources."""
    antall = len(s.bank.leksjoner)
    bygger.avsnitt(f"**Leksjon {leksjon.nummer} av {antall}: {felt(leksjon, 'tittel', s.malform)}**")
    bygger.avsnitt(fyll(par(leksjon, "tekst"), s.bank.oppslag, s.malform).strip())
    for r in leksjon.regler:
        bygger.kilde(regelkilder(s.tjeneste, s.tjeneste.regler[r])[:1])
    bygger.kilde(s.tjeneste.kilder.henvisninger(leksjon.kilder))


def leksjon_ferdig(bygger: Svarbygger, s: Quizvisning, leksjon: Leksjon, neste: Leksjon | None) -> None:
    """Add that a lesson is done, and the way on."""
    tittel = felt(leksjon, "tittel", s.malform)
    resultat = velg(
        s.malform,
        f" {s.okt.riktige} av {s.okt.besvarte} riktige.",
        f" {s.okt.riktige} av {s.okt.besvarte} rette.",
    )
    bygger.avsnitt(f"**Leksjon {leksjon.nummer} er ferdig.**{resultat if s.okt.besvarte else ''}")
    if neste is not None:
        neste_tittel = felt(neste, "tittel", s.malform)
        bygger.avsnitt(velg(s.malform, f"Neste er *{neste_tittel}*.", f"Neste er *{neste_tittel}*."))
        bygger.valg(velg(s.malform, "Neste leksjon", "Neste leksjon"), "neste leksjon")
    else:
        bygger.avsnitt(velg(s.malform, "Det var hele kurset. Bra jobbet!", "Det var heile kurset. Bra jobba!"))
    bygger.valg(velg(s.malform, "Quiz om dette", "Quiz om dette"), f"quiz meg om {tittel}")
    hvor_langt = velg(s.malform, "hvordan ligger jeg an?", "korleis ligg eg an?")
    bygger.valg(velg(s.malform, "Hvordan ligger jeg an?", "Korleis ligg eg an?"), hvor_langt)


def nullstilt(tjeneste: Tjeneste, i_dag: date, malform: Malform) -> dict[str, Any]:
    """What the user had learnt is forgotten."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(
        velg(
            malform,
            "**Framgangen din er slettet:** svarene dine og leksjonene du har tatt.",
            "**Framgangen din er sletta:** svara dine og leksjonane du har teke.",
        )
    )
    bygger.valg(velg(malform, "Start kurset", "Start kurset"), "start kurset")
    return bygger.ferdig("lesson", {}, i_dag)


def oversikt(
    tjeneste: Tjeneste, bank: Bank, fullfort: Collection[str], i_dag: date, malform: Malform, *, ukjent: bool = False
) -> dict[str, Any]:
    """The lessons there are, with those done marked; `ukjent`: because the one asked for does not exist."""
    bygger = Svarbygger(tjeneste, malform)
    if ukjent:
        bygger.avsnitt(
            velg(
                malform,
                "**Den leksjonen har jeg ikke.** Disse har jeg:",
                "**Den leksjonen har eg ikkje.** Desse har eg:",
            )
        )
    else:
        antall = len(bank.leksjoner)
        bygger.avsnitt(
            velg(
                malform,
                f"**Kurset har {antall} korte leksjoner.** Hver tar noen minutter og slutter med to spørsmål.",
                f"**Kurset har {antall} korte leksjonar.** Kvar tek nokre minutt og sluttar med to spørsmål.",
            )
        )
    linjer = []
    for leksjon in bank.leksjoner:
        merke = velg(malform, " – tatt", " – teken") if leksjon.id in fullfort else ""
        linjer.append(f"{leksjon.nummer}. {felt(leksjon, 'tittel', malform)}{merke}")
    bygger.avsnitt("\n".join(linjer))
    neste = bank.neste(None, fullfort)
    if neste is not None:
        tittel = felt(neste, "tittel", malform)
        bygger.valg(velg(malform, f"Start: {tittel}", f"Start: {tittel}"), f"leksjon {neste.nummer}")
    bygger.valg(velg(malform, "Quiz meg", "Quiz meg"), "quiz meg")
    return bygger.ferdig("lesson", {}, i_dag)


def framgangssvar(tjeneste: Tjeneste, f: Framgang, na: datetime, i_dag: date, malform: Malform) -> dict[str, Any]:
    """How far the user has come: lessons, answers, the weakest subject, and what is due."""
    bygger = Svarbygger(tjeneste, malform)
    ferdige, alle = len(f.fullfort), f.leksjoner
    if not f.svar and not ferdige:
        bygger.avsnitt(
            velg(
                malform,
                "**Du har ikke begynt ennå.** Start med første leksjon, eller ta en quiz på ti spørsmål.",
                "**Du har ikkje begynt enno.** Start med første leksjon, eller ta ein quiz på ti spørsmål.",
            )
        )
        bygger.valg(velg(malform, "Start kurset", "Start kurset"), "start kurset")
        bygger.valg(velg(malform, "Quiz meg", "Quiz meg"), "quiz meg")
        return bygger.ferdig("quiz", {}, i_dag)
    bygger.avsnitt(
        velg(
            malform,
            f"**Du har tatt {ferdige} av {alle} leksjoner, og kan {f.riktige} av {f.spurt} spørsmål du har fått.**",
            f"**Du har teke {ferdige} av {alle} leksjonar, og kan {f.riktige} av {f.spurt} spørsmål du har fått.**",
        )
    )
    if f.temaer:
        linjer = [
            f"- {felt(t.leksjon, 'tittel', malform)}: {t.riktige} {velg(malform, 'av', 'av')} {t.besvart}"
            for t in f.temaer
        ]
        bygger.avsnitt(
            "\n".join([velg(malform, "Slik gikk det sist, per tema:", "Slik gjekk det sist, per tema:"), *linjer])
        )
    bygger.avsnitt(" ".join(d for d in (_repetisjon(f, na, malform), _svakest(f, malform)) if d))
    if f.forfalt:
        bygger.valg(velg(malform, "Repeter nå", "Repeter no"), "quiz meg")
    if f.svakest is not None:
        tittel = felt(f.svakest.leksjon, "tittel", malform)
        bygger.valg(velg(malform, f"Øv på {tittel}", f"Øv på {tittel}"), f"quiz meg om {tittel}")
    if f.neste is not None:
        bygger.valg(velg(malform, "Neste leksjon", "Neste leksjon"), "neste leksjon")
    bygger.valg(velg(malform, "Quiz meg", "Quiz meg"), "quiz meg")
    return bygger.ferdig("quiz", {}, i_dag)


def _repetisjon(f: Framgang, na: datetime, malform: Malform) -> str:
    """What is due, or when something will be."""
    if f.forfalt:
        return velg(
            malform,
            f"**{f.forfalt} spørsmål er klare for repetisjon.**",
            f"**{f.forfalt} spørsmål er klare for repetisjon.**",
        )
    if f.neste_forfall is None:
        return ""
    dag = f.neste_forfall.astimezone(_NORGE).date()
    if dag <= na.astimezone(_NORGE).date():
        return velg(malform, "Det første kommer igjen senere i dag.", "Det første kjem igjen seinare i dag.")
    return velg(
        malform,
        f"Ingenting å repetere ennå; det første kommer igjen {dato(dag)}.",
        f"Ingenting å repetere enno; det første kjem igjen {dato(dag)}.",
    )


def _svakest(f: Framgang, malform: Malform) -> str:
    if f.svakest is None:
        return ""
    tittel = felt(f.svakest.leksjon, "tittel", malform)
    return velg(malform, f"Mest å hente: *{tittel}*.", f"Mest å hente: *{tittel}*.")
