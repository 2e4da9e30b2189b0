"""Which scheme a question is about, and which scheme a rule is for: the introduction programme, KVP or Jobbsjansen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.kunnskap.ord import MERKER, termer

ORDNINGER = frozenset({"intro", "kvp", "jobbsjansen"})
# Benefits of their own: a rule with one in its title says nothing of the benefits of the schemes.
_YTELSER = frozenset({"tiltakspenger", "ungdomsprogram"})


def merker(ord_: Iterable[str]) -> frozenset[str]:
    """The schemes and groups that terms belong to."""
    return frozenset(m for t in ord_ for m in MERKER.get(t, ()))


def navngitte(tekst: str) -> frozenset[str]:
    """The schemes, and benefits outside them, that the words of a question name."""
    return merker(termer(tekst)) & (ORDNINGER | _YTELSER)


def er_for_annen(regel: Any, ordninger: frozenset[str]) -> bool:
    """Whether a rule is for another scheme than these: what it is for first (`gjelder`) is a scheme, or its title names
    a benefit, and these are not among what it is for. Rules for Nav, school or Norwegian hold in any scheme."""
    i_tittel = merker(termer(regel.tittel)) & _YTELSER
    return bool(regel.gjelder[0] in ORDNINGER or i_tittel) and ordninger.isdisjoint({*regel.gjelder, *i_tittel})
