"""Choosing wrong answers: always the same for the same question, spread over what there is to choose from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

ANTALL_GALE = 3


def nokkel(*deler: object) -> str:
    """A fixed pseudo-random sort key: the same on every machine and every day."""
    return hashlib.sha256("/".join(map(str, deler)).encode()).hexdigest()


def trekk[T](kandidater: Iterable[T], fro: str, antall: int = ANTALL_GALE) -> list[T]:
    """`antall` of the candidates, picked by the seed and not by their order."""
    return sorted(kandidater, key=lambda k: nokkel(fro, k))[:antall]


def naermest(tall: float, kandidater: Sequence[float], antall: int = ANTALL_GALE) -> list[float]:
    """The candidates nearest to a number in proportion, on both sides of it where there are some."""
    ordnet = sorted(set(kandidater), key=lambda k: (max(k, tall) / max(min(k, tall), 0.001), k))
    over = [k for k in ordnet if k > tall]
    under = [k for k in ordnet if k < tall]
    ut: list[float] = []
    while len(ut) < antall and (over or under):
        for side in (over, under):
            if side and len(ut) < antall:
                ut.append(side.pop(0))
    return ut
