"""What a recogniser hands back: a fact found in a message, with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass

Verdi = str | int | float | bool


@dataclass(frozen=True)
class Funn:
    """A fact stated in a message.

    faktum: a name from the fact dictionary (DESIGN.md). verdier: one value = known, several = one of these,
    none = the fact is only named (with fjern). start/slutt: offsets in the message as it was written.
    negert: the participant does NOT have these values (booleans carry False instead).
    fjern: forget the fact. rettelse: replaces what was said before. usikker: the sentence asks about a
    requirement ("Krever AFT A2?") and need not describe the participant.
    presisjon: "dag", "maned" or "ar" for facts derived from a date, else None.
    """

    faktum: str
    verdier: tuple[Verdi, ...]
    start: int
    slutt: int
    tekst: str
    negert: bool = False
    fjern: bool = False
    rettelse: bool = False
    usikker: bool = False
    presisjon: str | None = None
