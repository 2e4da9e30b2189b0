"""The measures whose names are most like something nobody knows, to choose from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz, process

_SPOR = re.compile(
    r"\b(hva|kva|ka|er|e|en|et|ei|ein|eit|det|dette|som|for|noe|noko|betyr|kalles|heter|passer|passar|om|og|kan|få|den|"
    r"hvem|hvor|hvordan|når|jeg|vi|du|tiltaket|ordningen|kurset)\b|[?!.,«»\"]|\d+",
    re.I,
)
_HISTORISK = "historisk"


def naermeste_navn(tiltak: Mapping[str, Any], tekst: str, antall: int = 3) -> list[str]:
    """The ids of the measures whose name or synonym is most like the text's own words, the best first."""
    ord_ = " ".join(_SPOR.sub(" ", tekst.lower()).split())
    if len(ord_) < 3:
        return []
    navn = [(navn.lower(), i) for i, t in tiltak.items() if t.status != _HISTORISK for navn in (t.navn, *t.synonymer)]
    likest = process.extract(ord_, [n for n, _ in navn], scorer=fuzz.ratio, limit=len(navn))
    ut = dict.fromkeys(navn[nr][1] for _, _, nr in likest)
    return list(ut)[:antall]
