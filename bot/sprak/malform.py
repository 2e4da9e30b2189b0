"""Bokmål or nynorsk, from words that only one of them has (malform.yml), and
endings."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

from bot.sprak.normalisering import normaliser

_SVAK = 0.4
#: A shorter word is not judged by its ending.
_KORT = 6
_ORD = re.compile(r"[^\W\d_]+")
#: Endings only one form has; a word of the lists is not weighed by its ending as well.
_NN = re.compile(
    r"(?:søkjar|gjevar|givar|takar|leiar|lærar|brukar|arbeidar|innvandrar)(?:ane|ar|en)?$|\w{3}(?:ing|heit|tenest)(?:ane|ar)$|\w{3}leg(?:heit\w*)?$|heiter?$|\w{4}arane$|\wlov(?:a|gjeving\w*)$"
)
_NB = re.compile(
    r"(?:søker|giver|taker|leder|lærer|bruker|arbeider|innvandrer)(?:en|e|ne)?$|\w{3}lig(?:e|het\w*)?$|\w{4}het(?:en|er|ene)?$|\w{3}(?:inger|ingene)$"
)


@lru_cache(maxsize=1)
def _vekter() -> dict[str, tuple[float, float]]:
    """Word -> its weight for bokmål and for nynorsk."""
    liste = yaml.safe_load((Path(__file__).parent / "malform.yml").read_text(encoding="utf-8"))
    vekter = dict.fromkeys(liste["nb"]["svak"], (_SVAK, 0.0))
    vekter.update(dict.fromkeys(liste["nn"]["svak"], (0.0, _SVAK)))
    vekter.update(dict.fromkeys(liste["nb"]["sterk"], (1.0, 0.0)))
    vekter.update(dict.fromkeys(liste["nn"]["sterk"], (0.0, 1.0)))
    return vekter


def _av_ending(ord_: str) -> tuple[float, float]:
    if len(ord_) < _KORT:
        return (0.0, 0.0)
    return (float(bool(_NB.search(ord_))), float(bool(_NN.search(ord_))))


def finn_malform(tekst: str) -> str | None:
    """ "nb", "nn" or None. One strong word is enough unless the other form is as strong."""
    vekter = _vekter()
    treff = [vekter.get(o) or _av_ending(o) for o in _ORD.findall(normaliser(tekst).tekst)]
    nb, nn = sum(t[0] for t in treff), sum(t[1] for t in treff)
    if max(nb, nn) < 1 or nb == nn:
        return None
    return "nb" if nb > nn else "nn"
