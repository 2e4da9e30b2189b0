"""A whole answer and the start, beside the starter bot: both run at once and are asked in turns."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from tests.bench.oppstart import Kjorer, Maalefeil, startbot, vart
from tests.bench.samtaler import (
    SPORSMAL,
    STARTBOT_SPORSMAL,
    TURER_PER_SAMTALE,
    Klient,
    spor_oss,
    spor_startbot,
)
from tests.bench.tabell import Rad, last_na, prosentil, tall

FORHOLD = 0.8
START_S = 15.0
_BLOKKER = 12
_PER_BLOKK = 25
_OPPVARMING = 36

_Spor = Callable[[Klient, str, str], bool]


def _turer(sporsmal: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Conversation and question without end: a new conversation every fifth turn, the questions in order."""
    for n in count():
        yield f"benk-{n // TURER_PER_SAMTALE}", sporsmal[n % len(sporsmal)]


class _Maaler:
    """One service asked one question at a time, with every answer's time in milliseconds."""

    def __init__(self, hva: str, port: int, sporsmal: tuple[str, ...], spor: _Spor) -> None:
        self._hva, self._spor = hva, spor
        self._klient = Klient(port)
        self._turer = _turer(sporsmal)
        self.ms: list[float] = []

    def still(self, antall: int) -> None:
        """Ask `antall` questions. Raises Maalefeil when one is not answered."""
        for _, (samtale, tekst) in zip(range(antall), self._turer, strict=False):
            start = time.perf_counter()
            svart = self._spor(self._klient, samtale, tekst)
            self.ms.append((time.perf_counter() - start) * 1e3)
            if not svart:
                raise Maalefeil(f"{self._hva} svarte ikke på «{tekst}»")


def svartider(oss: Kjorer, dem: Kjorer) -> tuple[list[float], list[float]]:
    """Milliseconds of every answer, ours and the starter bot's, in alternating blocks after a warm-up."""
    vare = _Maaler("Tiltakslosen", oss.port, SPORSMAL, spor_oss)
    deres = _Maaler("startboten", dem.port, STARTBOT_SPORSMAL, spor_startbot)
    for maaler in (vare, deres):
        maaler.still(_OPPVARMING)
        maaler.ms.clear()
    for _ in range(_BLOKKER):
        vare.still(_PER_BLOKK)
        deres.still(_PER_BLOKK)
    return vare.ms, deres.ms


def mal_svar_og_start(mappe: Path) -> list[Rad]:
    """The lines for a whole answer (p50 and p95) and for the start."""
    with startbot(mappe) as dem, vart(mappe) as oss:
        vare, deres = svartider(oss, dem)
        last = last_na()
    rader = []
    for prosent in (50, 95):
        vart_ms, deres_ms = prosentil(vare, prosent), prosentil(deres, prosent)
        rader.append(
            Rad(
                f"helt svar gjennom API-et, p{prosent}",
                tall(vart_ms, "ms"),
                f"{tall(deres_ms, 'ms')} (startboten)",
                tall(vart_ms / deres_ms),
                "≤ 0,8 av den",
                vart_ms / deres_ms <= FORHOLD,
                (f"{len(vare)} turer hver, {_PER_BLOKK} om gangen på skift; {last}",) if prosent == 50 else (),
            )
        )
    rader.append(
        Rad(
            "fra «make run» til første riktige svar",
            tall(oss.sekunder, "s"),
            f"{tall(dem.sekunder, 's')} (startboten)",
            tall(oss.sekunder / dem.sekunder),
            "≤ 15 s",
            oss.sekunder <= START_S,
        )
    )
    return rader
