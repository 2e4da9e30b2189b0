"""The processes that are measured: ours as `make run` starts them, and the bot `rasa init` makes."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL, SIGTERM

from bot.drift.miljo import python_i, rent_miljo
from bot.drift.tjenester import LOKAL, Porter
from bot.drift.trening import RASA_MILJO, maa_trene
from bot.katalog.lasting import last
from bot.katalog.motor import lag_motor
from tests.bench.samtaler import Klient, riktig_svar, spor_startbot

ROT = Path(__file__).resolve().parents[2]
STARTBOT = ROT / "var" / "bench" / "startbot"
_TALMODIG = 150.0


class Maalefeil(RuntimeError):
    """Something that should be measured did not start or did not answer; `str()` is Norwegian."""


@dataclass(frozen=True, slots=True)
class Kjorer:
    """A service that answers, and how long it took from its start to the first right answer, in seconds."""

    port: int
    sekunder: float


def ledig_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as sokkel:
        sokkel.bind((LOKAL, 0))
        return int(sokkel.getsockname()[1])


@contextmanager
def prosess(kommando: Sequence[str], logg: Path, miljo: Mapping[str, str], mappe: Path = ROT) -> Iterator[int]:
    """Run a command in its own process group, and end the whole group afterwards; the group's number."""
    with logg.open("ab") as ut:
        p = subprocess.Popen(
            list(kommando),
            stdin=subprocess.DEVNULL,
            stdout=ut,
            stderr=subprocess.STDOUT,
            cwd=mappe,
            env=dict(miljo),
            start_new_session=True,
        )
    try:
        yield p.pid
    finally:
        with suppress(ProcessLookupError):
            os.killpg(p.pid, SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            p.wait(timeout=10)
        with suppress(ProcessLookupError):
            os.killpg(p.pid, SIGKILL)
        p.wait()


def prosessortid(prosess: int) -> float:
    """Seconds of processor time used so far by a process, its group and its children; 0 without /proc."""
    sum_ = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            felt = stat.read_text().rpartition(")")[2].split()
            if str(prosess) in (stat.parent.name, felt[1], felt[2]):
                sum_ += int(felt[11]) + int(felt[12])
    return sum_ / os.sysconf("SC_CLK_TCK")


def vent_pa(svarer: Callable[[], bool], hva: str, logg: Path, siden: float) -> float:
    """Ask until `svarer` is true; seconds since `siden`. Raises Maalefeil, with the end of the log."""
    while time.monotonic() - siden < _TALMODIG:
        if svarer():
            return time.monotonic() - siden
        time.sleep(0.05)
    slutt = "\n".join(logg.read_text(encoding="utf-8", errors="replace").splitlines()[-8:])
    raise Maalefeil(f"{hva} svarte ikke innen {_TALMODIG:.0f} s. Siste linjer i loggen:\n{slutt}")


def miljo_for(database: str, porter: Porter) -> dict[str, str]:
    """The environment of our processes: own ports and database, and no limit on messages a minute."""
    return {
        **rent_miljo(os.environ),
        **porter.som_miljo(),
        "DATABASE_URL": database,
        "TILTAKSLOSEN_GRENSE_ADRESSE": "0",
        "TILTAKSLOSEN_GRENSE_SAMTALE": "0",
    }


@contextmanager
def vart(mappe: Path) -> Iterator[Kjorer]:
    """Tiltakslosen as `make run` starts it where everything is set up, with a database in `mappe`.

    Raises Maalefeil when the model is not trained on what lies here: then the start would be a training.
    """
    if maa_trene(ROT):
        raise Maalefeil("modellen er ikke trent på det som ligger her nå. Kjør «make train» først")
    porter = Porter(front=ledig_port(), rasa=ledig_port(), actions=ledig_port())
    database = f"sqlite:///{mappe}/bench.db"
    motor = lag_motor(database)
    last(motor)
    motor.dispose()
    logg = mappe / "vart.log"
    klient = Klient(porter.front)
    start = time.monotonic()
    with prosess([sys.executable, "-m", "bot.drift", "kjor"], logg, miljo_for(database, porter)):
        tok = vent_pa(lambda: riktig_svar(klient), "Tiltakslosen", logg, start)
        klient.lukk()
        yield Kjorer(porter.front, tok)


def lag_startbot() -> None:
    """Make and train the bot of `rasa init` in var/bench, once. Raises Maalefeil when Rasa cannot."""
    if any((STARTBOT / "models").glob("*.tar.gz")):
        return
    shutil.rmtree(STARTBOT, ignore_errors=True)
    STARTBOT.mkdir(parents=True)
    ferdig = subprocess.run(
        [str(python_i(ROT, "rasa")), "-W", "ignore", "-m", "rasa", "init", "--no-prompt"]
        + ["--init-dir", str(STARTBOT)],
        cwd=ROT,
        env={**rent_miljo(os.environ), **RASA_MILJO},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=600,
    )
    if ferdig.returncode or not any((STARTBOT / "models").glob("*.tar.gz")):
        raise Maalefeil(f"«rasa init» gikk ikke: {ferdig.stdout[-500:]}")


@contextmanager
def startbot(mappe: Path) -> Iterator[Kjorer]:
    """The starter bot, started with `rasa run` as its own instructions say, on loopback."""
    lag_startbot()
    port = ledig_port()
    logg = mappe / "startbot.log"
    klient = Klient(port)
    kommando = [str(python_i(ROT, "rasa")), "-W", "ignore", "-m", "rasa", "run", "--interface", LOKAL]
    start = time.monotonic()
    with prosess([*kommando, "--port", str(port)], logg, {**rent_miljo(os.environ), **RASA_MILJO}, STARTBOT):
        tok = vent_pa(lambda: _hilser(klient), "Startboten", logg, start)
        klient.lukk()
        yield Kjorer(port, tok)


def _hilser(klient: Klient) -> bool:
    try:
        return spor_startbot(klient, "oppstart", "hi")
    except OSError:
        return False
