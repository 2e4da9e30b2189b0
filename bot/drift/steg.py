"""Running one command to its end, with its output in a log file and its progress on the screen."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path
from types import FrameType
from typing import Mapping, Sequence

from .meldinger import Avbrutt, Framdrift


class Stoppsignal:
    """Remembers that the user asked us to stop, and how often (twice means at once)."""

    def __init__(self) -> None:
        self.antall = 0

    def lytt(self) -> None:
        """Take over Ctrl-C, SIGTERM and a closed terminal. Call from the main thread."""
        for navn in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(navn, self._mottatt)

    def _mottatt(self, _nummer: int, _ramme: FrameType | None) -> None:
        self.antall += 1


def avslutt_gruppe(prosess: subprocess.Popen[bytes], nummer: int) -> None:
    """Send a signal to a process we started and all its children (it leads its own group)."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(prosess.pid, nummer)


def slutten_av(logg: Path, linjer: int = 8) -> list[str]:
    """The last non-empty lines of a log file; empty if there is none."""
    try:
        tekst = logg.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return [linje.rstrip() for linje in tekst.splitlines() if linje.strip()][-linjer:]


def kjor_steg(
    tekst: str,
    kommando: Sequence[str],
    logg: Path,
    framdrift: Framdrift,
    stopp: Stoppsignal,
    *,
    rot: Path,
    miljo: Mapping[str, str],
) -> int:
    """Run `kommando` and return its exit code.

    Output goes to `logg` (appended). Raises `Avbrutt` if the user stops us, after ending the command and
    its children; `OSError` if the command cannot be started.
    """
    logg.parent.mkdir(parents=True, exist_ok=True)
    framdrift.tikk(tekst, 0)
    startet = time.monotonic()
    with logg.open("ab") as ut:
        prosess = subprocess.Popen(
            list(kommando),
            stdin=subprocess.DEVNULL,
            stdout=ut,
            stderr=subprocess.STDOUT,
            cwd=str(rot),
            env=dict(miljo),
            start_new_session=True,
        )
        while True:
            try:
                return prosess.wait(timeout=0.2)
            except subprocess.TimeoutExpired:
                pass
            if stopp.antall:
                avslutt_gruppe(prosess, signal.SIGTERM)
                try:
                    prosess.wait(timeout=5)
                except subprocess.TimeoutExpired:
                    avslutt_gruppe(prosess, signal.SIGKILL)
                    prosess.wait()
                raise Avbrutt
            framdrift.tikk(tekst, time.monotonic() - startet)
