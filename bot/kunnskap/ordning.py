"""Which scheme a question is about, and which scheme a rule is for: the introduction programme, KVP or Jobbsjansen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from bot.kunnskap.ord import MERKER, termer

ORDNINGER = frozenset({"intro", "kvp", "jobbsjansen"})
# Benefits of their own: a rule with one in its title says nothing of the benefits of the schemes.
_YTELSER = frozenset({"tiltakspenger", "ungdomsprogram"})
# The scheme of a question that names none.
FORMODET = frozenset({"intro"})
# What belongs to a programme even when none is named.
_I_PROGRAM = re.compile(
    r"\b(program(met)?|programtid\w*|stønad(en)?|permisjon\w*|ferie\w*|egenmelding\w*|eigenmelding\w*)\b", re.I
)
# What one asks of any scheme or measure: no subject of its own.
ALMINNELIGE = frozenset(termer("rett krav målgruppe oppfyller fyller vilkår delta omfattes gjelde")) | {"må_gjøre"}


def merker(ord_: Iterable[str]) -> frozenset[str]:
    """The schemes and groups that terms belong to."""
    return frozenset(m for t in ord_ for m in MERKER.get(t, ()))


def navngitte(tekst: str) -> frozenset[str]:
    """The schemes, and benefits outside them, that the words of a question name."""
    return merker(termer(tekst)) & (ORDNINGER | _YTELSER)


def er_om_program(tekst: str) -> bool:
    """Whether a question is about what belongs to a programme, named or not."""
    return _I_PROGRAM.search(tekst) is not None


def ordninger_i(tekst: str) -> frozenset[str]:
    """The schemes to search with for a question standing alone: those named, else the one presumed in a programme."""
    return (navngitte(tekst) & ORDNINGER) or (FORMODET if er_om_program(tekst) else frozenset())


def er_for_annen(regel: Any, ordninger: frozenset[str]) -> bool:
    """Whether a rule is for another scheme than these: what it is for first (`gjelder`) is a scheme, or its title names
    a benefit, and these are not among what it is for. Rules for Nav, school or Norwegian hold in any scheme."""
    i_tittel = merker(termer(regel.tittel)) & _YTELSER
    return bool(regel.gjelder[0] in ORDNINGER or i_tittel) and ordninger.isdisjoint({*regel.gjelder, *i_tittel})
