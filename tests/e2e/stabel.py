"""The three processes on ports of their own with a database of their own, and a client for the HTTP API."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.drift.miljo import python_i, rent_miljo
from bot.drift.prosesser import Tjeneste, svarer
from bot.drift.tjenester import Porter, tjenester
from bot.drift.trening import MODELL

ROT = Path(__file__).resolve().parents[2]
_KLAR_INNEN = 120.0
_STOPPET_INNEN = 15.0


def ledige_porter() -> Porter:
    """Three ports nobody listens on now."""
    sokler = [socket.socket() for _ in range(3)]
    try:
        for s in sokler:
            s.bind(("127.0.0.1", 0))
        front, rasa, actions = (s.getsockname()[1] for s in sokler)
    finally:
        for s in sokler:
            s.close()
    return Porter(front=front, rasa=rasa, actions=actions)


@dataclass
class Svar:
    """One HTTP answer: status, headers in lower case, and the JSON body (None when there is none)."""

    status: int
    kropp: Any
    hoder: dict[str, str]


@dataclass
class Klient:
    """The HTTP API of a running stack, a new connection each time, as different users would."""

    port: int
    tidsgrense: float = 30.0
    vert: str = "127.0.0.1"

    def be(self, metode: str, sti: str, kropp: object = None) -> Svar:
        """Send a request. Raises OSError when nobody listens."""
        kobling = http.client.HTTPConnection(self.vert, self.port, timeout=self.tidsgrense)
        try:
            raa = None if kropp is None else json.dumps(kropp).encode()
            kobling.request(metode, sti, body=raa, headers={} if raa is None else {"Content-Type": "application/json"})
            svar = kobling.getresponse()
            tekst = svar.read()
            return Svar(
                svar.status,
                json.loads(tekst) if tekst else None,
                {navn.lower(): verdi for navn, verdi in svar.getheaders()},
            )
        finally:
            kobling.close()

    def helse(self) -> Svar:
        return self.be("GET", "/healthz")

    def si(self, samtale: str, tekst: str) -> Svar:
        return self.be("POST", "/api/v1/messages", {"conversation_id": samtale, "text": tekst})

    def svar(self, samtale: str, tekst: str) -> dict[str, Any]:
        """The last reply to a message that must be answered."""
        ut = self.si(samtale, tekst)
        assert ut.status == 200, f"{tekst!r} ga {ut.status}: {ut.kropp}"
        siste: dict[str, Any] = ut.kropp["replies"][-1]
        return siste

    def vurder(self, profil: dict[str, Any]) -> dict[str, Any]:
        """Verdict and reasons for every measure, without the chat."""
        ut = self.be("POST", "/api/v1/assess", {"profile": profil})
        assert ut.status == 200, f"{profil} ga {ut.status}: {ut.kropp}"
        kropp: dict[str, Any] = ut.kropp
        return kropp


def ny_samtale() -> str:
    """An id no other test uses."""
    return f"e2e-{uuid.uuid4()}"


@dataclass
class Stabel:
    """Starts, kills and stops the three processes; what they print goes to `mappe`."""

    mappe: Path
    porter: Porter = field(default_factory=ledige_porter)
    prosesser: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        omgivelser = {**os.environ, "DATABASE_URL": f"sqlite:///{self.mappe / 'e2e.db'}"}
        self.miljo = {**rent_miljo(omgivelser), **self.porter.som_miljo()}
        self.tjenester: dict[str, Tjeneste] = {
            navn: replace(t, logg=self.mappe / f"{navn}.log")
            for navn, t in tjenester(ROT, omgivelser, self.porter).items()
        }
        self.klient = Klient(self.porter.front)

    def last_katalog(self) -> None:
        """Migrate the database and load the catalogue. Raises AssertionError with what it printed."""
        kommando = [str(python_i(ROT, "app")), "-m", "bot.katalog"]
        ut = subprocess.run(kommando, cwd=ROT, env=self.miljo, capture_output=True, text=True, check=False)
        assert ut.returncode == 0, ut.stdout + ut.stderr

    def opp(self) -> None:
        """Load the catalogue, start all three and wait until a message gets through."""
        assert (ROT / MODELL).is_file(), f"{MODELL} mangler. Kjør «make train» først."
        self.last_katalog()
        for navn in self.tjenester:
            self.start(navn)
        for navn in self.tjenester:
            self.vent_pa(navn)

    def start(self, navn: str) -> None:
        """Start one process; does not wait."""
        t = self.tjenester[navn]
        with t.logg.open("ab") as ut:
            self.prosesser[navn] = subprocess.Popen(
                list(t.kommando),
                stdin=subprocess.DEVNULL,
                stdout=ut,
                stderr=subprocess.STDOUT,
                cwd=ROT,
                env=dict(t.miljo),
                start_new_session=True,
            )

    def vent_pa(self, navn: str) -> None:
        """Wait until a process is ready. Raises AssertionError with its log when it ends or is too slow."""
        t = self.tjenester[navn]
        frist = time.monotonic() + _KLAR_INNEN
        while not svarer(t.helse or ""):
            kode = self.prosesser[navn].poll()
            assert kode is None, f"{navn} sluttet med kode {kode}:\n{self.logg(navn)}"
            assert time.monotonic() < frist, f"{navn} ble ikke klar:\n{self.logg(navn)}"
            time.sleep(0.1)

    def logg(self, navn: str, linjer: int = 25) -> str:
        """The end of what a process has printed."""
        fil = self.tjenester[navn].logg
        return "\n".join(fil.read_text(errors="replace").splitlines()[-linjer:]) if fil.exists() else ""

    def lever(self, navn: str) -> bool:
        return navn in self.prosesser and self.prosesser[navn].poll() is None

    def drep(self, navn: str) -> None:
        """End a process as a crash would: SIGKILL, no time to say goodbye."""
        self._signal(navn, signal.SIGKILL)
        self.prosesser[navn].wait(_STOPPET_INNEN)

    def ned(self) -> None:
        """Stop what is running."""
        for navn in self.prosesser:
            self._signal(navn, signal.SIGTERM)
        for navn, prosess in self.prosesser.items():
            try:
                prosess.wait(_STOPPET_INNEN)
            except subprocess.TimeoutExpired:
                print(f"{navn} sluttet ikke av seg selv", file=sys.stderr)
            self._signal(navn, signal.SIGKILL)
            prosess.wait(_STOPPET_INNEN)

    def _signal(self, navn: str, nummer: signal.Signals) -> None:
        # The whole group: a child of it must not be left holding the port.
        try:
            os.killpg(self.prosesser[navn].pid, nummer)
        except ProcessLookupError:
            return
