"""Bokmål or nynorsk, from words that only one of them has (malform.yml)."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

from bot.sprak.normalisering import normaliser

_SVAK = 0.4
_ORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def _vekter() -> dict[str, tuple[float, float]]:
    """Word -> its weight for bokmål and for nynorsk."""
    liste = yaml.safe_load((Path(__file__).parent / "malform.yml").read_text(encoding="utf-8"))
    vekter = dict.fromkeys(liste["nb"]["svak"], (_SVAK, 0.0))
    vekter.update(dict.fromkeys(liste["nn"]["svak"], (0.0, _SVAK)))
    vekter.update(dict.fromkeys(liste["nb"]["sterk"], (1.0, 0.0)))
    vekter.update(dict.fromkeys(liste["nn"]["sterk"], (0.0, 1.0)))
    return vekter


def finn_malform(tekst: str) -> str | None:
    """ "nb", "nn" or None. One strong word is enough unless the other form is as strong."""
    vekter = _vekter()
    treff = [vekter[o] for o in _ORD.findall(normaliser(tekst).tekst) if o in vekter]
    nb, nn = sum(t[0] for t in treff), sum(t[1] for t in treff)
    if max(nb, nn) < 1 or nb == nn:
        return None
    return "nb" if nb > nn else "nn"
