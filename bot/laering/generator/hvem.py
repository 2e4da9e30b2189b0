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


def _oppgave(
    t: Any, slag: str, niva: int, mulige: tuple[str, ...], sporsmal: Tekst, forklaring: Tekst
) -> Oppgave | None:
    """The question about `t.<slag>`, asked of the parties in `mulige`; None where the catalogue does not name one
    of them alone."""
    felt = getattr(t, slag)
    if not _entydig(felt.kategori, felt.tekst, mulige):
        return None
    navn, hvem = par(t, "navn"), par(felt, "tekst")
    return Oppgave(
        id=f"{slag}:{t.id}",
        slag=slag,
        tema=(),
        niva=niva,
        sporsmal=Tekst(sporsmal.nb.format(navn.nb), sporsmal.nn.format(navn.nn)),
        alternativer=(
            Alternativ(_PARTER[felt.kategori][0]),
            *_gale(felt.kategori, felt.tekst, mulige, f"{slag}:{t.id}"),
        ),
        forklaring=Tekst(forklaring.nb.format(navn.nb, hvem.nb), forklaring.nn.format(navn.nn, hvem.nn)),
        tiltak=(t.id,),
        kilder=t.kilder[:2],
    )


def _eier(t: Any) -> Oppgave | None:
    sporsmal = Tekst("Hvem har ansvaret for **{}**?", "Kven har ansvaret for **{}**?")
    return _oppgave(t, "eier", 1, _EIERE, sporsmal, Tekst("{} hører til hos: {}.", "{} høyrer til hos: {}."))


def _betaler(t: Any) -> Oppgave | None:
    mulige: tuple[str, ...] = _BETALERE
    if t.betaler.kategori == "kommune":  # the state's grants to municipalities pay for part of what those do
        mulige = tuple(m for m in mulige if m != "stat")
    if t.type == "tilskudd_til_arbeidsgiver":  # the employer pays what the grant does not cover
        mulige = tuple(m for m in mulige if m != "arbeidsgiver")
    sporsmal = Tekst("Hvem betaler for **{}**?", "Kven betaler for **{}**?")
    return _oppgave(t, "betaler", 2, mulige, sporsmal, Tekst("{} blir betalt av {}.", "{} blir betalt av {}."))


def lag(g: Grunnlag) -> Iterator[Oppgave]:
    """Owner and payer of each national measure where the catalogue names exactly one party."""
    for t in g.nasjonale:
        for oppgave in (_eier(t), _betaler(t)):
            if oppgave is not None and len(oppgave.alternativer) > 2:
                yield oppgave
