"""A question that leans on the sentence before it: asked with it, or alone where a text surely answers that."""

from __future__ import annotations

from dataclasses import replace

from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.kunnskap.regelsok import GODT

# How much surer the search must be of the question alone.
_KLART = 0.05


def spisset(k: Kontekst, melding: Melding) -> Melding:
    """`melding` with the asking sentence alone as its text when that is what a rule or a finding answers."""
    if not melding.spor:
        return melding
    alene = _poeng(k, melding.spor)
    return replace(melding, tekst=melding.spor) if alene >= max(GODT, _poeng(k, melding.tekst) + _KLART) else melding


def _poeng(k: Kontekst, tekst: str) -> float:
    return max((t[0].poeng for t in (k.regelsok.finn(tekst, antall=1), k.kunnskap.finn(tekst, 1)) if t), default=0.0)
