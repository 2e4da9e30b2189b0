"""The supervisor with processes of its own making: ready, restart, give up, and everything gone
afterwards.
"""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from pathlib import Path

import pytest

from bot.drift import tjenester
from bot.drift.meldinger import Avbrutt, Driftsfeil, Framdrift
from bot.drift.prosesser import Rytme, Tilsyn, Tjeneste, svarer
from bot.drift.steg import Stoppsignal, kjor_steg

SOVER = "import time; time.sleep(60)"
RASK = Rytme(puls=0.02, forste_ventetid=0.05, lengste_ventetid=0.2, nade=3.0)


def _lever(pid: int) -> bool:
    """False for a process that is gone, or dead and not yet collected."""
    try:
        tilstand = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return tilstand != "Z"


def _vent_til(betingelse: Callable[[], bool], grense: float = 10.0) -> None:
    slutt = time.monotonic() + grense
    while not betingelse():
        assert time.monotonic() < slutt, "det ventede skjedde ikke"
        time.sleep(0.02)


class Prove:
    """A supervisor watching in its own thread, and what it has said."""

    def __init__(self, rot: Path, rytme: Rytme = RASK) -> None:
        self.rot = rot
        self.ut = StringIO()
        self.stopp = Stoppsignal()
        self.tilsyn = Tilsyn(rot, Framdrift(self.ut), self.stopp, rytme)
        self.klar = threading.Event()
        self._traad = threading.Thread(target=self._se)

    def start(self, kode: str, navn: str = "Prøven", helse: str | None = None) -> None:
        self.tilsyn.start(
            Tjeneste(navn, [sys.executable, "-c", kode], self.rot / "logs" / f"{navn}.log", os.environ, helse)
        )

    def se(self) -> None:
        self._traad.start()

    def _se(self) -> None:
        self.tilsyn.vent(self.klar.set)

    def slutt(self) -> None:
        self.stopp.antall += 1
        if self._traad.ident:
            self._traad.join(10)
        self.tilsyn.stopp()

    def pid(self, fil: str) -> int:
        sti = self.rot / fil
        _vent_til(lambda: sti.exists() and sti.read_text().endswith("\n"))
        return int(sti.read_text().split()[-1])


@pytest.fixture
def prove(tmp_path: Path) -> Iterator[Prove]:
    rot = tmp_path / "mappe med mellomrom"
    rot.mkdir()
    en = Prove(rot)
    yield en
    en.slutt()


def _skriv_pid(fil: str) -> str:
    return f"import os; open({fil!r}, 'a').write(str(os.getpid()) + '\\n'); "


def test_a_process_that_dies_is_started_again_and_the_user_is_told(prove: Prove) -> None:
    prove.start(_skriv_pid("pid") + SOVER)
    prove.se()
    assert prove.klar.wait(10)
    forste = prove.pid("pid")
    os.kill(forste, signal.SIGKILL)
    _vent_til(lambda: prove.pid("pid") != forste)
    assert _lever(prove.pid("pid"))
    assert "Prøven stoppet (signal 9). Starter på nytt om" in prove.ut.getvalue()
    assert "logs/Prøven.log" in prove.ut.getvalue()


def test_stop_ends_children_and_those_that_do_not_listen(prove: Prove) -> None:
    barn = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {_skriv_pid('barn') + SOVER!r}]); "
    dov = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    prove.tilsyn = Tilsyn(prove.rot, Framdrift(prove.ut), prove.stopp, Rytme(nade=0.3))
    prove.start(dov + _skriv_pid("forelder") + barn + SOVER)
    pider = [prove.pid("forelder"), prove.pid("barn")]
    assert all(_lever(pid) for pid in pider)
    prove.tilsyn.stopp()
    _vent_til(lambda: not any(_lever(pid) for pid in pider), 3)


def test_a_child_left_by_a_dead_process_is_ended_before_the_restart(prove: Prove) -> None:
    barn = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {_skriv_pid('barn') + SOVER!r}]); "
    prove.start(barn + _skriv_pid("forelder") + SOVER)
    prove.se()
    forste_barn = prove.pid("barn")
    os.kill(prove.pid("forelder"), signal.SIGKILL)
    _vent_til(lambda: not _lever(forste_barn))


def test_a_process_that_never_gets_ready_is_given_up_with_its_last_words(prove: Prove) -> None:
    prove.start("print('modellen mangler'); raise SystemExit(4)", helse="http://127.0.0.1:9/")
    with pytest.raises(Driftsfeil) as feil:
        prove.tilsyn.vent(prove.klar.set)
    assert "starter ikke (3 forsøk)" in str(feil.value)
    assert "modellen mangler" in str(feil.value)
    assert not prove.klar.is_set()


def test_a_program_that_is_not_there_is_one_clear_message(prove: Prove) -> None:
    with pytest.raises(Driftsfeil, match="Fikk ikke startet Ingen"):
        prove.tilsyn.start(Tjeneste("Ingen", [str(prove.rot / "finnes ikke")], prove.rot / "l.log", {}))


def test_ready_means_that_the_health_address_answers_200(prove: Prove) -> None:
    status = [503]

    class Svar(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status[0])
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Svar) as tjener:
        traad = threading.Thread(target=tjener.serve_forever, kwargs={"poll_interval": 0.02})
        traad.start()
        try:
            adresse = f"http://127.0.0.1:{tjener.server_port}/"
            prove.start(SOVER, helse=adresse)
            prove.se()
            assert not prove.klar.wait(0.3)
            status[0] = 200
            assert prove.klar.wait(5)
        finally:
            tjener.shutdown()
            traad.join()
    assert not svarer(adresse)


def test_the_wait_between_restarts_grows_to_a_limit(prove: Prove) -> None:
    prove.start("import time; time.sleep(0.05)")
    prove.se()
    _vent_til(lambda: prove.ut.getvalue().count("stoppet (kode 0)") >= 4)
    ventetider = [del_.split(" s.")[0] for del_ in prove.ut.getvalue().split("på nytt om ")[1:5]]
    assert ventetider == ["0,1", "0,1", "0,2", "0,2"]


def test_a_step_is_ended_with_its_children_when_the_user_stops(tmp_path: Path) -> None:
    stopp = Stoppsignal()
    threading.Timer(0.5, lambda: setattr(stopp, "antall", 1)).start()
    kode = _skriv_pid("pid") + SOVER
    with pytest.raises(Avbrutt):
        kjor_steg(
            "Prøve",
            [sys.executable, "-c", kode],
            tmp_path / "logg",
            Framdrift(StringIO()),
            stopp,
            rot=tmp_path,
            miljo=os.environ,
        )
    assert not _lever(int((tmp_path / "pid").read_text()))


def test_processes_go_when_the_supervisor_is_killed_hard(tmp_path: Path) -> None:
    kode = (
        "import os, sys\nfrom io import StringIO\nfrom pathlib import Path\n"
        "from bot.drift.meldinger import Framdrift\nfrom bot.drift.prosesser import Tilsyn, Tjeneste\n"
        "from bot.drift.steg import Stoppsignal\n"
        "rot = Path(sys.argv[1])\n"
        "t = Tilsyn(rot, Framdrift(StringIO()), Stoppsignal())\n"
        f"kode = {_skriv_pid('pid') + SOVER!r}\n"
        "tjeneste = Tjeneste('P', [sys.executable, '-c', kode], rot / 'l', os.environ)\n"
        "t.start(tjeneste)\n"
        "t.vent(lambda: None)\n"
    )
    rot = Path(__file__).resolve().parents[2]
    tilsyn = subprocess.Popen([sys.executable, "-c", kode, str(tmp_path)], cwd=rot)
    fil = tmp_path / "pid"
    _vent_til(lambda: fil.exists() and fil.read_text().endswith("\n"))
    pid = int(fil.read_text())
    assert _lever(pid)
    tilsyn.kill()
    tilsyn.wait()
    _vent_til(lambda: not _lever(pid), 5)


@pytest.fixture
def opptatt() -> Iterator[int]:
    with socket.socket() as sokkel:
        sokkel.bind(("127.0.0.1", 0))
        sokkel.listen()
        yield sokkel.getsockname()[1]


def _fri_port() -> int:
    with socket.socket() as sokkel:
        sokkel.bind(("127.0.0.1", 0))
        return int(sokkel.getsockname()[1])


@pytest.mark.parametrize(
    ("felt", "variabel"),
    [
        ("front", "TILTAKSLOSEN_PORT"),
        ("rasa", "TILTAKSLOSEN_RASA_PORT"),
        ("actions", "TILTAKSLOSEN_ACTIONS_PORT"),
    ],
)
def test_a_taken_port_says_which_and_how_to_choose_another(opptatt: int, felt: str, variabel: str) -> None:
    fri = {"front": _fri_port(), "rasa": _fri_port(), "actions": _fri_port()}
    tjenester.sjekk_porter(tjenester.Porter(**fri))
    with pytest.raises(Driftsfeil) as feil:
        tjenester.sjekk_porter(tjenester.Porter(**{**fri, felt: opptatt}))
    assert f"Port {opptatt}" in str(feil.value)
    assert f"{variabel}={opptatt + 1} make run" in str(feil.value)


@pytest.mark.parametrize("verdi", ["åtti", "0", "65536", "-1", "8080.0"])
def test_a_port_that_is_no_port_is_refused(verdi: str) -> None:
    with pytest.raises(Driftsfeil, match="TILTAKSLOSEN_RASA_PORT"):
        tjenester.Porter.fra({"TILTAKSLOSEN_RASA_PORT": verdi})


def test_two_equal_ports_are_refused_and_none_gives_the_documented_ones() -> None:
    with pytest.raises(Driftsfeil, match="like"):
        tjenester.Porter.fra({"TILTAKSLOSEN_PORT": "5005"})
    assert tjenester.Porter.fra({"TILTAKSLOSEN_PORT": ""}) == tjenester.Porter(8080, 5005, 5055)


def test_only_the_front_is_told_to_face_the_network(tmp_path: Path) -> None:
    alle = tjenester.tjenester(tmp_path, {"PYTHONPATH": "/annet", "HOME": "/h"}, tjenester.Porter())
    for navn in ("rasa", "actions"):
        kommando = list(alle[navn].kommando)
        assert kommando[kommando.index("--vert") + 1] == "127.0.0.1"
    for tjeneste in alle.values():
        assert "PYTHONPATH" not in tjeneste.miljo
        assert tjeneste.miljo["TILTAKSLOSEN_ACTIONS_PORT"] == "5055"
    assert "--enable-api" not in alle["rasa"].kommando
    assert alle["rasa"].miljo["RASA_TELEMETRY_ENABLED"] == "false"
