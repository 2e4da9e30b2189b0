"""What a fact of a profile is: its kind, its values, how it is asked for and how it can change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Verdi = str | int | float | bool | date | frozenset[str]
Profil = Mapping[str, tuple[Verdi, ...]]
Slag = Literal["valg", "ordnet", "tall", "dato", "ja_nei", "tekst", "mengde"]
Endring = Literal["fast", "tid", "innsats", "vedtak", "dokument", "valg"]


@dataclass(frozen=True, slots=True)
class Faktum:
    """One fact. `endring` says how the value can change in a person's life: `fast` never does, `tid` only grows
    by itself, `innsats` grows by effort, `vedtak` by somebody's decision, `dokument` by a paper, `valg` by choice.
    `sjelden` facts hold for few, so a measure that waits for one is seldom the first to think of.
    `utledet` facts are computed and cannot be sent in; `sporres_som` names the facts to ask for instead, or before, the
    first of them that is not known."""

    navn: str
    slag: Slag
    ledetekst: str
    sporsmal: str
    sporsmal_nn: str
    endring: Endring
    verdier: tuple[str, ...] = ()
    minst: float | None = None
    hoyst: float | None = None
    hele_tall: bool = False
    utledet: bool = False
    sporres_som: tuple[str, ...] = ()
    typiske: tuple[Verdi, ...] = ()
    sjelden: bool = False

    def tillatt(self) -> str:
        """What the fact accepts, as a Norwegian phrase for an error message."""
        if self.slag in ("valg", "ordnet"):
            return "en av " + ", ".join(self.verdier)
        if self.slag == "mengde":
            return "en liste med " + ", ".join(self.verdier)
        if self.slag == "ja_nei":
            return "true eller false"
        if self.slag == "dato":
            return "en dato på formen ÅÅÅÅ-MM-DD"
        if self.slag == "tekst":
            return "en tekst på høyst 100 tegn"
        slag = "et helt tall" if self.hele_tall else "et tall"
        return f"{slag} fra {self.minst:g} til {self.hoyst:g}"


def valg(navn: str, ledetekst: str, verdier: tuple[str, ...], sporsmal: str, nn: str, endring: Endring) -> Faktum:
    return Faktum(navn, "valg", ledetekst, sporsmal, nn, endring, verdier, typiske=verdier)


def ordnet(navn: str, ledetekst: str, verdier: tuple[str, ...], sporsmal: str, nn: str) -> Faktum:
    return Faktum(navn, "ordnet", ledetekst, sporsmal, nn, "innsats", verdier, typiske=verdier)


def tall(
    navn: str,
    ledetekst: str,
    minst: float,
    hoyst: float,
    sporsmal: str,
    nn: str,
    endring: Endring,
    typiske: tuple[Verdi, ...],
    hele: bool = True,
) -> Faktum:
    return Faktum(
        navn,
        "tall",
        ledetekst,
        sporsmal,
        nn,
        endring,
        minst=minst,
        hoyst=hoyst,
        hele_tall=hele,
        typiske=typiske,
    )


def ja_nei(navn: str, ledetekst: str, sporsmal: str, nn: str, endring: Endring) -> Faktum:
    return Faktum(navn, "ja_nei", ledetekst, sporsmal, nn, endring, typiske=(True, False))


def dato(navn: str, ledetekst: str, sporsmal: str, nn: str) -> Faktum:
    return Faktum(navn, "dato", ledetekst, sporsmal, nn, "fast")


def tekst(navn: str, ledetekst: str, sporsmal: str, nn: str) -> Faktum:
    return Faktum(navn, "tekst", ledetekst, sporsmal, nn, "valg")


def utledet(
    navn: str,
    slag: Slag,
    ledetekst: str,
    sporres_som: tuple[str, ...],
    endring: Endring,
    minst: float = 0,
    hoyst: float = 1200,
) -> Faktum:
    return Faktum(
        navn,
        slag,
        ledetekst,
        "",
        "",
        endring,
        minst=minst,
        hoyst=hoyst,
        utledet=True,
        sporres_som=sporres_som,
    )
