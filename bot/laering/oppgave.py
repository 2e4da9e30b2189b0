"""One question with its alternatives, whoever made it: written by a person or drawn from the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.laering.tekst import Tekst
from bot.profil.faktum import Profil
from bot.regler.anbefaling import Tiltaksopplysning
from bot.regler.vurdering import Regelsett

NIVAER = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Alternativ:
    """One possible answer; `hvorfor` tells of a wrong one what is wrong with it, where that can be said."""

    tekst: Tekst
    hvorfor: Tekst | None = None


@dataclass(frozen=True, slots=True)
class Oppgave:
    """A question. The first alternative is the right one; they are shuffled when it is asked, unless `i_rekkefolge`.

    `id` stays the same as long as the question is about the same thing, so that what a user knows is remembered when a
    number changes. `slag` is the kind of question, `tema` the lessons it belongs to, `tiltak` and `regler` what it
    rests on, `kilder` references that come in addition. `profil` is the case it is about, if it is about one.
    """

    id: str
    slag: str
    tema: tuple[str, ...]
    niva: int
    sporsmal: Tekst
    alternativer: tuple[Alternativ, ...]
    forklaring: Tekst
    tiltak: tuple[str, ...] = ()
    regler: tuple[str, ...] = ()
    hjemler: tuple[str, ...] = ()
    kilder: tuple[Any, ...] = ()
    profil: Profil | None = None
    i_rekkefolge: bool = False

    @property
    def riktig(self) -> Alternativ:
        return self.alternativer[0]

    @property
    def gale(self) -> tuple[Alternativ, ...]:
        return self.alternativer[1:]


@dataclass(frozen=True, slots=True)
class Grunnlag:
    """What questions are made from: the catalogue's measures, the rule texts, and the compiled conditions."""

    tiltak: Mapping[str, Any]
    regler: Mapping[str, Any]
    regelsett: Regelsett
    opplysninger: Mapping[str, Tiltaksopplysning]

    @property
    def nasjonale(self) -> list[Any]:
        """The national measures there are today, in a fixed order."""
        ider = sorted(i for i, o in self.opplysninger.items() if o.nasjonalt)
        return [self.tiltak[i] for i in ider if self.tiltak[i].status.kode != "historisk"]
