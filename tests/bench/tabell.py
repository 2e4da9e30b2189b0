"""One line per number, and how it is printed."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_OVERSKRIFT = ("hva", "vårt", "målestokk", "forhold", "mål", "nådd")


@dataclass(frozen=True, slots=True)
class Rad:
    """What was measured. `nadd` None: not measured. `merknader` are printed under the table."""

    hva: str
    vart: str
    malestokk: str = ""
    forhold: str = ""
    mal: str = ""
    nadd: bool | None = None
    merknader: tuple[str, ...] = field(default=())


def tall(verdi: float, enhet: str = "") -> str:
    """A number as it is read in Norwegian: comma, three significant figures."""
    desimaler = 0 if abs(verdi) >= 100 else 1 if abs(verdi) >= 10 else 2
    tekst = f"{verdi:,.{desimaler}f}".replace(",", " ").replace(".", ",")
    return f"{tekst} {enhet}" if enhet else tekst


def prosentil(verdier: Sequence[float], prosent: int) -> float:
    """The value `prosent` per cent of `verdier` are at or below. Raises ValueError for fewer than two."""
    if len(verdier) < 2:
        raise ValueError("for få verdier")
    return statistics.quantiles(verdier, n=100, method="inclusive")[prosent - 1]


def vekselvis(*maler: Callable[[], object], blokker: int = 15, sekunder: float = 0.02) -> list[float]:
    """The median time of one call of each function, in seconds, measured in alternating blocks.

    Each block lasts about `sekunder` per function, so that noise on the machine hits all of them alike.
    """
    ganger = []
    for mal in maler:
        mal()
        start = time.thread_time()
        mal()
        ganger.append(max(1, int(sekunder / max(time.thread_time() - start, 1e-7))))
    tider: list[list[float]] = [[] for _ in maler]
    for _ in range(blokker):
        for mal, antall, ut in zip(maler, ganger, tider, strict=True):
            start = time.thread_time()
            for _ in range(antall):
                mal()
            ut.append((time.thread_time() - start) / antall)
    return [statistics.median(t) for t in tider]


def last_na() -> str:
    """The load average of the machine and how many cores it has."""
    ett, fem, _ = os.getloadavg()
    return f"last {tall(ett)} siste minutt, {tall(fem)} siste fem, {os.cpu_count()} kjerner"


def skriv(rader: Sequence[Rad]) -> str:
    """The table as text, with the notes under it."""
    linjer = [_OVERSKRIFT] + [
        (r.hva, r.vart, r.malestokk, r.forhold, r.mal, {True: "ja", False: "NEI", None: "–"}[r.nadd]) for r in rader
    ]
    bredder = [max(len(linje[i]) for linje in linjer) for i in range(len(_OVERSKRIFT))]

    def en(linje: Sequence[str]) -> str:
        return " | ".join(celle.ljust(bredde) for celle, bredde in zip(linje, bredder, strict=True)).rstrip()

    ut = [en(linjer[0]), "-+-".join("-" * b for b in bredder), *(en(linje) for linje in linjer[1:])]
    ut += [f"  * {merknad}" for r in rader for merknad in r.merknader]
    return "\n".join(ut)
