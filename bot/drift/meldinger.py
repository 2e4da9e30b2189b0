"""What the person at the terminal reads: progress with seconds, and errors that say what to do."""

from __future__ import annotations

import sys
import time
from typing import Callable, TextIO


class Driftsfeil(Exception):
    """Something the user can do something about. Shown without a stack trace; exit code 1.

    Args:
        hva: one sentence about what went wrong.
        rad: what to do, one line each.
    """

    def __init__(self, hva: str, *rad: str) -> None:
        super().__init__(hva)
        self.hva = hva
        self.rad = rad

    def __str__(self) -> str:
        return "\n".join(["Feil: " + self.hva, *("  " + linje for linje in self.rad)])


class Avbrutt(Exception):
    """The user asked us to stop (Ctrl-C or SIGTERM) while something was going on."""


def sekunder(verdi: float) -> str:
    """Seconds as a Norwegian reads them: `4,2 s`."""
    return f"{verdi:.1f} s".replace(".", ",")


class Framdrift:
    """Prints one line a step, with the seconds since the start in front.

    On a terminal a running step counts its seconds on one line; elsewhere (CI, a log file) only whole
    lines are written.
    """

    def __init__(self, ut: TextIO | None = None, klokke: Callable[[], float] = time.monotonic) -> None:
        self._ut = ut if ut is not None else sys.stdout
        self._klokke = klokke
        self._start = klokke()
        self._aapen = False

    def gaatt(self) -> float:
        """Seconds since the start."""
        return self._klokke() - self._start

    def si(self, tekst: str) -> None:
        """Write one line."""
        self._lukk()
        self._skriv(f"{sekunder(self.gaatt()):>8}  {tekst}\n")

    def rett(self, tekst: str) -> None:
        """Write a line without the time in front."""
        self._lukk()
        self._skriv(tekst + "\n")

    def tikk(self, tekst: str, brukt: float) -> None:
        """Show that a step is still running; does nothing unless a person is looking."""
        if self._ut.isatty():
            self._aapen = True
            self._skriv(f"\r{sekunder(self.gaatt()):>8}  {tekst} ({int(brukt)} s)\033[K")

    def _lukk(self) -> None:
        if self._aapen:
            self._aapen = False
            self._skriv("\r\033[K")

    def _skriv(self, tekst: str) -> None:
        self._ut.write(tekst)
        self._ut.flush()
