"""Conditions on facts: what a YAML file may say, and the compiled form that is evaluated.

Outcomes are three-valued (Kleene): a condition over a set of possible values is met when every value satisfies it,
unmet when none does, unknown otherwise or when the fact is unknown. Compound conditions take the minimum (alle) or
maximum (en_av). Every condition is always evaluated; nothing is cut short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import IntEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Faktum, Verdi
from bot.profil.lesing import ProfilFeil, les_verdi


class Utfall(IntEnum):
    """The outcome of a condition; the order is Kleene's. SKJONN is a human's to decide and is never computed."""

    IKKE_OPPFYLT = -1
    UKJENT = 0
    OPPFYLT = 1
    SKJONN = 2

    @property
    def status(self) -> Literal["met", "unmet", "unknown", "judgement"]:
        return _STATUS[self]


_STATUS: dict[Utfall, Literal["met", "unmet", "unknown", "judgement"]] = {
    Utfall.OPPFYLT: "met",
    Utfall.IKKE_OPPFYLT: "unmet",
    Utfall.UKJENT: "unknown",
    Utfall.SKJONN: "judgement",
}

Faktaverdier = Mapping[str, tuple[Verdi, ...]]
Prover = Callable[[Faktaverdier], int]
Tall = int | float
_SAMMENLIGNINGER = ("minst", "hoyst", "under", "over", "mellom")
_OPERATORER = (
    *_SAMMENLIGNINGER,
    "er_en_av",
    "ikke_en_av",
    "er",
    "kjent",
    "inneholder_en_av",
    "inneholder_ingen_av",
)
_SAMMENSATTE = ("alle", "en_av", "ikke")


class Krav(BaseModel):
    """A requirement as it stands in YAML: one fact with exactly one operator, or `alle`, `en_av` or `ikke`."""

    model_config = ConfigDict(extra="forbid")

    faktum: str | None = None
    minst: Tall | str | None = None
    hoyst: Tall | str | None = None
    under: Tall | str | None = None
    over: Tall | str | None = None
    mellom: tuple[Tall | str, Tall | str] | None = Field(default=None, description="fra og med, til og med")
    er_en_av: list[str] | None = Field(default=None, min_length=1)
    ikke_en_av: list[str] | None = Field(default=None, min_length=1)
    er: bool | None = None
    kjent: Literal[True] | None = None
    inneholder_en_av: list[str] | None = Field(default=None, min_length=1)
    inneholder_ingen_av: list[str] | None = Field(default=None, min_length=1)
    usikre: list[Tall | str | bool] | None = Field(
        default=None,
        min_length=1,
        description="verdier der loven lar svaret stå åpent, sammen med én av de andre",
    )
    alle: list[Krav] | None = Field(default=None, min_length=2)
    en_av: list[Krav] | None = Field(default=None, min_length=2)
    ikke: Krav | None = None

    @model_validator(mode="after")
    def _en_form(self) -> Krav:
        brukt = [navn for navn in (*_OPERATORER, *_SAMMENSATTE) if getattr(self, navn) is not None]
        if len(brukt) != 1:
            raise ValueError(
                "et krav skal ha nøyaktig én av "
                + ", ".join((*_OPERATORER, *_SAMMENSATTE))
                + (f"; her står {', '.join(brukt)}" if brukt else "; her står ingen")
            )
        operator = brukt[0]
        if operator in _SAMMENSATTE:
            if self.faktum is not None or self.usikre is not None:
                raise ValueError(f"«{operator}» kan ikke stå sammen med «faktum» eller «usikre»")
            return self
        faktum = FAKTA.get(self.faktum or "")
        if faktum is None:
            raise ValueError(f"«{self.faktum}» er ikke et kjent faktum; lovlig er {', '.join(FAKTA)}")
        _sjekk_operator(faktum, operator, getattr(self, operator))
        if self.mellom is not None and _rang(faktum)(self.mellom[0]) > _rang(faktum)(self.mellom[1]):
            raise ValueError(f"«mellom» går fra {self.mellom[0]} til {self.mellom[1]}; det minste skal stå først")
        if self.usikre is not None:
            _sjekk_verdier(faktum, self.usikre)
        return self

    def fakta(self) -> tuple[str, ...]:
        """The facts the requirement turns on, in reading order, without repeats."""
        if self.faktum is not None:
            return (self.faktum,)
        deler = self.alle or self.en_av or ([self.ikke] if self.ikke else [])
        return tuple(dict.fromkeys(f for del_ in deler for f in del_.fakta()))


_LOVLIGE = {
    "tall": (*_SAMMENLIGNINGER, "kjent"),
    "dato": (*_SAMMENLIGNINGER, "kjent"),
    "ordnet": (*_SAMMENLIGNINGER, "er_en_av", "ikke_en_av", "kjent"),
    "valg": ("er_en_av", "ikke_en_av", "kjent"),
    "tekst": ("er_en_av", "ikke_en_av", "kjent"),
    "ja_nei": ("er", "kjent"),
    "mengde": ("inneholder_en_av", "inneholder_ingen_av", "kjent"),
}


def _sjekk_operator(faktum: Faktum, operator: str, verdi: Any) -> None:
    lovlige = _LOVLIGE[faktum.slag]
    if operator not in lovlige:
        raise ValueError(f"«{operator}» passer ikke til {faktum.navn}; lovlig er {', '.join(lovlige)}")
    if operator in ("er", "kjent"):
        return
    _sjekk_verdier(faktum, verdi if isinstance(verdi, list | tuple) else [verdi])


def _sjekk_verdier(faktum: Faktum, verdier: Iterable[Any]) -> None:
    for v in verdier:
        if faktum.slag == "mengde":
            if v not in faktum.verdier:
                raise ValueError(f"«{v}» er ikke en verdi av {faktum.navn}; lovlig er {', '.join(faktum.verdier)}")
            continue
        try:
            les_verdi(faktum, v)
        except ProfilFeil as feil:
            raise ValueError(str(feil)) from None


def _rang(faktum: Faktum) -> Callable[[Any], Any]:
    if faktum.slag == "ordnet":
        plass = {v: i for i, v in enumerate(faktum.verdier)}
        return plass.__getitem__
    if faktum.slag == "dato":
        return lambda v: v if isinstance(v, date) else date.fromisoformat(v)
    return lambda v: v


def _verditest(faktum: Faktum, krav: Krav) -> Callable[[Any], bool]:
    rang = _rang(faktum)
    if krav.minst is not None:
        grense = rang(krav.minst)
        return lambda v: bool(rang(v) >= grense)
    if krav.hoyst is not None:
        grense = rang(krav.hoyst)
        return lambda v: bool(rang(v) <= grense)
    if krav.under is not None:
        grense = rang(krav.under)
        return lambda v: bool(rang(v) < grense)
    if krav.over is not None:
        grense = rang(krav.over)
        return lambda v: bool(rang(v) > grense)
    if krav.mellom is not None:
        fra, til = rang(krav.mellom[0]), rang(krav.mellom[1])
        return lambda v: bool(fra <= rang(v) <= til)
    if krav.er_en_av is not None:
        tillatt = frozenset(krav.er_en_av)
        return lambda v: v in tillatt
    if krav.ikke_en_av is not None:
        stengt = frozenset(krav.ikke_en_av)
        return lambda v: v not in stengt
    if krav.er is not None:
        ja = krav.er
        return lambda v: v is ja
    if krav.inneholder_en_av is not None:
        en_av = frozenset(krav.inneholder_en_av)
        return lambda v: not en_av.isdisjoint(v)
    ingen_av = frozenset(krav.inneholder_ingen_av or ())
    return lambda v: ingen_av.isdisjoint(v)


def _kompiler_blad(krav: Krav) -> Prover:
    navn = krav.faktum or ""
    if krav.kjent:
        return lambda fakta: 1 if navn in fakta else 0
    test = _verditest(FAKTA[navn], krav)
    usikre = frozenset(krav.usikre or ())
    if FAKTA[navn].slag in ("ordnet", "valg", "ja_nei"):
        mulige: tuple[Any, ...] = FAKTA[navn].verdier or (True, False)
        svar = {v: 0 if v in usikre else 1 if test(v) else -1 for v in mulige}

        def slaa_opp(fakta: Faktaverdier) -> int:
            verdier = fakta.get(navn)
            if verdier is None:
                return 0
            forste = svar[verdier[0]]
            for v in verdier[1:]:
                if svar[v] != forste:
                    return 0
            return forste

        return slaa_opp

    def prov(fakta: Faktaverdier) -> int:
        verdier = fakta.get(navn)
        if verdier is None:
            return 0
        forste = test(verdier[0])
        if usikre and not usikre.isdisjoint(verdier):
            return 0
        for v in verdier[1:]:
            if test(v) is not forste:
                return 0
        return 1 if forste else -1

    return prov


def kompiler(krav: Krav) -> Prover:
    """The requirement as a function from facts to -1 (unmet), 0 (unknown) or 1 (met)."""
    if krav.alle:
        deler = tuple(kompiler(d) for d in krav.alle)
        return lambda fakta: min([d(fakta) for d in deler])
    if krav.en_av:
        grener = tuple(kompiler(d) for d in krav.en_av)
        return lambda fakta: max([d(fakta) for d in grener])
    if krav.ikke:
        indre = kompiler(krav.ikke)
        return lambda fakta: -indre(fakta)
    return _kompiler_blad(krav)
