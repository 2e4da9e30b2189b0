"""Choosing between bokmål and nynorsk, in fixed phrases and in the catalogue's paired fields."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from bot.profil.samtale import Malform
from bot.sprak.dato import MANEDSNAVN


def velg(malform: Malform, nb: str, nn: str) -> str:
    """The phrase in the language of the conversation."""
    return nn if malform == "nn" else nb


def felt(ting: Any, navn: str, malform: Malform) -> str:
    """A text field of a catalogue object; its `_nn` partner when the conversation is in nynorsk and it is there."""
    if malform == "nn":
        nn = getattr(ting, navn + "_nn", None)
        if nn:
            return str(nn)
    return str(getattr(ting, navn) or "")


def dato(dag: date) -> str:
    """A date in words: 1. januar 2026."""
    return f"{dag.day}. {MANEDSNAVN[dag.month - 1]} {dag.year}"


def maneder(antall: int, malform: Malform) -> str:
    """A length in months as people say it: 12 måneder, 2 år."""
    if antall >= 24 and antall % 12 == 0:
        return f"{antall // 12} år"
    if antall == 1:
        return velg(malform, "1 måned", "1 månad")
    return f"{antall} " + velg(malform, "måneder", "månader")


def liste(deler: list[str], malform: Malform, bindeord: str | None = None) -> str:
    """«a, b og c»."""
    ord_ = bindeord or "og"
    if len(deler) < 2:
        return "".join(deler)
    return ", ".join(deler[:-1]) + f" {ord_} " + deler[-1]


def tall(verdi: float) -> str:
    """A number with Norwegian decimal comma, without needless decimals."""
    return f"{verdi:g}".replace(".", ",")


_EGENNAVN = re.compile(
    r"(?:Navs?|Jobbsjansen|Statsforvalter\w*|Proba|Norge|Noreg)\b|[A-ZÆØÅ]\w*[A-ZÆØÅ0-9]|[A-Z]-|[A-Z]\b"
)


def liten(tekst: str) -> str:
    """A sentence as it stands inside another: small first letter, except in names and abbreviations."""
    return tekst if _EGENNAVN.match(tekst) else tekst[:1].lower() + tekst[1:]


def stor(tekst: str) -> str:
    """A phrase as the beginning of a sentence."""
    return tekst[:1].upper() + tekst[1:]
