"""How a change of a fact is said, for channels that offer it as a button or a form. The web chat is built from the same
file; a test holds every sentence to what bot.sprak understands."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.svar.payload import Language

FIL = Path(__file__).with_name("endringer.json")
_NEI = "Nei, "


@dataclass(frozen=True, slots=True)
class Tall:
    """A number that can be given: the sentence with {} for it, and the least and most."""

    mal: str
    fra: int
    til: int


@dataclass(frozen=True, slots=True)
class Endring:
    """What can be said of one fact: its values with their sentences, a number, and (bokmål, nynorsk) to forget it."""

    valg: dict[str, str]
    tall: Tall | None
    glem: tuple[str, str] | None

    def setning(self, verdi: str) -> str | None:
        """The sentence for a value as text; None for one that cannot be given."""
        if self.tall is not None:
            return self.tall.mal.replace("{}", verdi) if verdi.isdecimal() and self._innenfor(int(verdi)) else None
        return self.valg.get(verdi)

    def _innenfor(self, verdi: int) -> bool:
        return self.tall is not None and self.tall.fra <= verdi <= self.tall.til


@lru_cache(maxsize=1)
def endringer() -> dict[str, Endring]:
    """Every fact that can be changed or forgotten with a sentence."""
    lest = json.loads(FIL.read_text(encoding="utf-8"))
    return {
        navn: Endring(
            e.get("valg", {}), Tall(**e["tall"]) if "tall" in e else None, tuple(e["glem"]) if "glem" in e else None
        )
        for navn, e in lest.items()
    }


def melding(nye: dict[str, str], bort: list[str], malform: Language) -> str:
    """Changes as one message: the new values, then what is to be forgotten. What cannot be said is passed over; empty
    when nothing is left."""
    alle = endringer()
    sagt = [s for navn, verdi in nye.items() if navn in alle and (s := alle[navn].setning(verdi))]
    glemt = [g[malform == "nn"] for navn in bort if navn in alle and (g := alle[navn].glem)]
    forst = [_NEI + ", ".join(s.removeprefix(_NEI) for s in sagt)] if sagt else []
    return ". ".join([*forst, *glemt])
