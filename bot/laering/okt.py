"""Where a user is in a lesson or a quiz; kept with the conversation between messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal

from bot.laering.oppgave import NIVAER

RUNDE = 10
"""How many questions a quiz has."""

Modus = Literal["leksjon", "quiz"]


@dataclass(slots=True)
class Besvart:
    """The question answered last: what was chosen (an index into its alternatives, None for «vet ikke»), whether that
    was right, and the order the alternatives were shown in."""

    oppgave: str
    valgt: int | None
    riktig: bool
    rekkefolge: list[int]


@dataclass(slots=True)
class Okt:
    """One lesson or one quiz under way.

    `oppgave` is the question now asked and `rekkefolge` the order its alternatives were shown in. `ko` holds the
    questions that are decided on beforehand: the end of a lesson, or what was missed. `tema`, `tiltak` and `slag` limit
    a quiz.
    """

    modus: Modus
    leksjon: str | None = None
    tema: str | None = None
    tiltak: str | None = None
    slag: str | None = None
    niva: int = 1
    antall: int = RUNDE
    oppgave: str | None = None
    rekkefolge: list[int] = field(default_factory=list)
    ko: list[str] = field(default_factory=list)
    stilt: list[str] = field(default_factory=list)
    riktige: int = 0
    besvarte: int = 0
    feil: list[str] = field(default_factory=list)
    forrige: Besvart | None = None

    @property
    def nummer(self) -> int:
        """Which question of the round this is, from 1; skipped ones do not count."""
        return self.besvarte + 1

    @property
    def ferdig(self) -> bool:
        return self.besvarte >= self.antall

    def endre_niva(self, steg: int) -> bool:
        """Make it harder or easier; whether that was possible."""
        ny = self.niva + steg
        if ny not in NIVAER:
            return False
        self.niva = ny
        return True

    def besvar(self, valgt: int | None, riktig: bool) -> None:
        """Note the answer to the question now asked; nothing is asked afterwards."""
        if self.oppgave is None:
            return
        self.forrige = Besvart(self.oppgave, valgt, riktig, list(self.rekkefolge))
        self.besvarte += 1
        self.riktige += riktig
        if not riktig:
            self.feil.append(self.oppgave)
        self.oppgave = None

    def til_dict(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def fra_dict(cls, data: Mapping[str, Any] | None) -> Okt | None:
        """A stored state; None when there is none, or one of an older version."""
        if not data or data.get("modus") not in ("leksjon", "quiz"):
            return None
        kjente = {f.name for f in fields(cls)}
        verdier = {navn: verdi for navn, verdi in data.items() if navn in kjente}
        forrige = verdier.get("forrige")
        verdier["forrige"] = Besvart(**forrige) if isinstance(forrige, Mapping) else None
        return cls(**verdier)
