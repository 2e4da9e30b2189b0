"""Who runs a measure and who pays for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.laering.generator.utvalg import trekk
from bot.laering.oppgave import Alternativ, Grunnlag, Oppgave
from bot.laering.tekst import Tekst, par

# What each party is called as an answer, and how the catalogue's own words name it.
_PARTER: dict[str, tuple[Tekst, str]] = {
    "nav": (Tekst("Nav", "Nav"), r"\bnav"),
    "kommune": (Tekst("Kommunen", "Kommunen"), r"(?<!fylkes)kommun|flyktningtjenest|voksenopplæring"),
    "fylkeskommune": (Tekst("Fylkeskommunen", "Fylkeskommunen"), r"fylk"),
    "stat": (Tekst("Staten", "Staten"), r"\bstat|\bnav|imdi"),
    "arbeidsgiver": (Tekst("Arbeidsgiveren", "Arbeidsgivaren"), r"arbeidsgiv|bedrift|virksomhet"),
    "deltaker": (Tekst("Deltakeren selv", "Deltakaren sjølv"), r"deltak|kandidat"),
}
_EIERE = ("nav", "kommune", "fylkeskommune", "arbeidsgiver")
_BETALERE = ("stat", "kommune", "fylkeskommune", "arbeidsgiver", "deltaker")


def _nevnt(part: str, tekst: str) -> bool:
    return re.search(_PARTER[part][1], tekst, re.I) is not None


def _gale(riktig: str, tekst: str, mulige: tuple[str, ...], fro: str) -> list[Alternativ]:
    """The parties the catalogue does not name at all: one it names could be right too."""
    return [Alternativ(_PARTER[p][0]) for p in trekk((m for m in mulige if m != riktig and not _nevnt(m, tekst)), fro)]


def _entydig(kategori: str, tekst: str, mulige: tuple[str, ...]) -> bool:
    """Whether the words name the party of the category and no other."""
    return kategori in mulige and all(p == kategori or not _nevnt(p, tekst) for p in mulige)


def _eier(t: Any) -> Oppgave | None:
    if not _entydig(t.eier.kategori, t.eier.tekst, _EIERE):
        return None
    navn, eier = par(t, "navn"), par(t.eier, "tekst")
    gale = _gale(t.eier.kategori, t.eier.tekst, _EIERE, f"eier:{t.id}")
    return Oppgave(
        id=f"eier:{t.id}",
        slag="eier",
        tema=(),
        niva=1,
        sporsmal=Tekst(f"Hvem har ansvaret for **{navn.nb}**?", f"Kven har ansvaret for **{navn.nn}**?"),
        alternativer=(Alternativ(_PARTER[t.eier.kategori][0]), *gale),
        forklaring=Tekst(f"{navn.nb} hører til hos: {eier.nb}.", f"{navn.nn} høyrer til hos: {eier.nn}."),
        tiltak=(t.id,),
        kilder=t.kilder[:2],
    )


def _betaler(t: Any) -> Oppgave | None:
    mulige: tuple[str, ...] = _BETALERE
    if t.betaler.kategori == "kommune":  # the state's grants to municipalities pay for part of what those do
        mulige = tuple(m for m in mulige if m != "stat")
    if t.type == "tilskudd_til_arbeidsgiver":  # the employer pays what the grant does not cover
        mulige = tuple(m for m in mulige if m != "arbeidsgiver")
    if not _entydig(t.betaler.kategori, t.betaler.tekst, mulige):
        return None
    navn, betaler = par(t, "navn"), par(t.betaler, "tekst")
    gale = _gale(t.betaler.kategori, t.betaler.tekst, mulige, f"betaler:{t.id}")
    return Oppgave(
        id=f"betaler:{t.id}",
        slag="betaler",
        tema=(),
        niva=2,
        sporsmal=Tekst(f"Hvem betaler for **{navn.nb}**?", f"Kven betaler for **{navn.nn}**?"),
        alternativer=(Alternativ(_PARTER[t.betaler.kategori][0]), *gale),
        forklaring=Tekst(f"{navn.nb} blir betalt av {betaler.nb}.", f"{navn.nn} blir betalt av {betaler.nn}."),
        tiltak=(t.id,),
        kilder=t.kilder[:2],
    )


def lag(g: Grunnlag) -> Iterator[Oppgave]:
    """Owner and payer of each national measure where the catalogue names exactly one party."""
    for t in g.nasjonale:
        for oppgave in (_eier(t), _betaler(t)):
            if oppgave is not None and len(oppgave.alternativer) > 2:
                yield oppgave
