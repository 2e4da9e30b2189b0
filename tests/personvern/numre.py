"""Makes identity numbers and account numbers for tests, so that none is written down anywhere."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

V1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
V2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def lag_numre(dag: int, maned: int, ar: int, rest1: int = 0) -> Iterator[str]:
    """Numbers with valid check digits for a date; `rest1` is what the first check digit leaves."""
    for lopenummer in range(1000):
        sifre = [int(c) for c in f"{dag:02}{maned:02}{ar:02}{lopenummer:03}"]
        k1 = (rest1 - sum(a * b for a, b in zip(sifre, V1, strict=True))) % 11
        if k1 == 10:
            continue
        k2 = -sum(a * b for a, b in zip([*sifre, k1], V2, strict=True)) % 11
        if k2 != 10:
            yield "".join(map(str, [*sifre, k1, k2]))


def ett(dag: int = 17, maned: int = 5, ar: int = 88, rest1: int = 0) -> str:
    """The eighth number of a date."""
    return next(itertools.islice(lag_numre(dag, maned, ar, rest1), 7, None))


def kontonummer(start: int = 8601112340) -> str:
    """An account number with a valid check digit, from ten digits that are no date."""
    for n in range(start, start + 50):
        k = -sum(int(a) * b for a, b in zip(f"{n:010}", V2, strict=True)) % 11
        if k != 10:
            return f"{n:010}{k}"
    raise AssertionError("no account number found")
