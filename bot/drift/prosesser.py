"""The supervisor: starts processes, sees when they are ready, restarts those that die, and ends them all."""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Mapping, Sequence

from .meldinger import Driftsfeil, Framdrift, sekunder
from .steg import Stoppsignal, avslutt_gruppe, slutten_av

_LOGGTAK = 5_000_000
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Tjeneste:
    """One process to keep alive.

    navn: what the user sees. kommando: program and arguments. logg: where its output goes. helse: an
    address that answers 200 when it is ready (None: ready once it runs). miljo: its whole environment.
    """

    navn: str
    kommando: Sequence[str]
    logg: Path
    miljo: Mapping[str, str]
    helse: str | None = None


@dataclass(frozen=True)
class Rytme:
    """How patient the supervisor is, in seconds."""

    puls: float = 0.1
    forste_ventetid: float = 0.5
    lengste_ventetid: float = 30.0
    stabil_etter: float = 60.0
    forsok_for_klar: int = 3
    nade: float = 6.0
    treg_etter: float = 90.0


@dataclass
class _Kjorende:
    tjeneste: Tjeneste
    prosess: subprocess.Popen[bytes] | None = None
    startet: float = 0.0
    klar: bool = False
    har_vaert_klar: bool = False
    feil_paa_rad: int = 0
    neste_start: float = field(default=0.0)


def _do_med_forelder() -> None:
    """In the child on Linux: end it if the supervisor is killed hard, so no process is left holding a
    port.
    """
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def svarer(adresse: str, tidsgrense: float = 1.0) -> bool:
    """True if a GET of a loopback address answers 200. Never goes through a proxy."""
    aapner = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with aapner.open(adresse, timeout=tidsgrense) as svar:
            return bool(svar.status == 200)
    except (OSError, urllib.error.URLError, ValueError):
        return False


class Tilsyn:
    """Keeps a set of services running until the user asks to stop."""

    def __init__(self, rot: Path, framdrift: Framdrift, stopp: Stoppsignal, rytme: Rytme | None = None) -> None:
        self._rot = rot
        self._framdrift = framdrift
        self._stopp = stopp
        self._rytme = rytme or Rytme()
        self._alle: list[_Kjorende] = []

    def start(self, tjeneste: Tjeneste) -> None:
        """Start a service and keep it running from now on."""
        en = _Kjorende(tjeneste)
        self._alle.append(en)
        self._start(en)

    def vent(self, ved_klar: Callable[[], None]) -> None:
        """Watch until the user stops us. `ved_klar` is called once, when all are ready for the first time.

        Raises `Driftsfeil` if a service keeps dying before it has ever been ready.
        """
        meldt_klar = meldt_treg = False
        begynte = time.monotonic()
        while not self._stopp.antall:
            for en in self._alle:
                self._se_til(en)
            if not meldt_klar and all(en.klar for en in self._alle):
                meldt_klar = True
                ved_klar()
            if not (meldt_klar or meldt_treg) and time.monotonic() - begynte > self._rytme.treg_etter:
                meldt_treg = True
                venter = ", ".join(en.tjeneste.navn for en in self._alle if not en.klar)
                self._framdrift.si(f"Det tar lengre tid enn vanlig. Venter fortsatt på: {venter}. Se mappa logs.")
            time.sleep(self._rytme.puls)

    def stopp(self) -> None:
        """End all services and their children; those that do not go in time are killed. Asking twice is at
        once.
        """
        levende = [en.prosess for en in reversed(self._alle) if en.prosess is not None]
        for prosess in levende:
            avslutt_gruppe(prosess, signal.SIGTERM)
        frist = time.monotonic() + self._rytme.nade
        antall = self._stopp.antall
        while time.monotonic() < frist and self._stopp.antall <= max(antall, 1):
            if all(prosess.poll() is not None for prosess in levende):
                break
            time.sleep(0.05)
        for prosess in levende:
            # also when the leader is gone: a child of it may be left
            avslutt_gruppe(prosess, signal.SIGKILL)
            prosess.wait()
        self._alle.clear()

    def _start(self, en: _Kjorende) -> None:
        tjeneste = en.tjeneste
        tjeneste.logg.parent.mkdir(parents=True, exist_ok=True)
        if tjeneste.logg.exists() and tjeneste.logg.stat().st_size > _LOGGTAK:
            tjeneste.logg.replace(tjeneste.logg.with_name(tjeneste.logg.name + ".1"))
        try:
            with tjeneste.logg.open("ab") as ut:
                en.prosess = subprocess.Popen(
                    list(tjeneste.kommando),
                    stdin=subprocess.DEVNULL,
                    stdout=ut,
                    stderr=subprocess.STDOUT,
                    cwd=str(self._rot),
                    env=dict(tjeneste.miljo),
                    start_new_session=True,
                    preexec_fn=_do_med_forelder if sys.platform == "linux" else None,
                )
        except OSError as feil:
            raise Driftsfeil(f"Fikk ikke startet {tjeneste.navn}: {feil.strerror}.", str(feil.filename)) from feil
        en.startet = time.monotonic()
        en.klar = False

    def _se_til(self, en: _Kjorende) -> None:
        naa = time.monotonic()
        if en.prosess is None:
            if naa >= en.neste_start:
                self._start(en)
            return
        kode = en.prosess.poll()
        if kode is not None:
            self._dode(en, kode, naa)
        elif not en.klar and (en.tjeneste.helse is None or svarer(en.tjeneste.helse)):
            en.klar = en.har_vaert_klar = True
            self._framdrift.si(f"{en.tjeneste.navn}: klar ({sekunder(time.monotonic() - en.startet)})")

    def _dode(self, en: _Kjorende, kode: int, naa: float) -> None:
        assert en.prosess is not None
        avslutt_gruppe(en.prosess, signal.SIGKILL)
        en.prosess = None
        if naa - en.startet >= self._rytme.stabil_etter:
            en.feil_paa_rad = 0
        en.feil_paa_rad += 1
        en.klar = False
        navn, logg = en.tjeneste.navn, f"logs/{en.tjeneste.logg.name}"
        if not en.har_vaert_klar and en.feil_paa_rad >= self._rytme.forsok_for_klar:
            raise Driftsfeil(
                f"{navn} starter ikke ({en.feil_paa_rad} forsøk). Detaljer: {logg}. Siste linjer:",
                *slutten_av(en.tjeneste.logg, 6),
            )
        ventetid = min(self._rytme.forste_ventetid * 2 ** (en.feil_paa_rad - 1), self._rytme.lengste_ventetid)
        en.neste_start = naa + ventetid
        aarsak = f"signal {-kode}" if kode < 0 else f"kode {kode}"
        self._framdrift.si(f"{navn} stoppet ({aarsak}). Starter på nytt om {sekunder(ventetid)}. Se {logg}.")
