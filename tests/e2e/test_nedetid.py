"""The action server or Rasa dies under a running chat: a Norwegian message, red health, and recovery."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest

from bot.drift.meldinger import Framdrift
from bot.drift.prosesser import Tilsyn
from bot.drift.steg import Stoppsignal
from tests.e2e.stabel import ROT, Klient, Stabel, Svar, ny_samtale

APNING = "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?"
_FRIST = 60.0


def vent(pa: Callable[[], bool], hva: str) -> None:
    frist = time.monotonic() + _FRIST
    while not pa():
        assert time.monotonic() < frist, f"ventet {_FRIST:.0f} s på at {hva}"
        time.sleep(0.1)


def gron(klient: Klient) -> bool:
    return klient.helse().status == 200


@pytest.fixture
def frisk(stabel: Stabel) -> Iterator[Stabel]:
    """The shared stack; whatever a test took down is started again for the next one."""
    vent(lambda: gron(stabel.klient), "alt var grønt før testen")
    yield stabel
    for navn in stabel.tjenester:
        if not stabel.lever(navn):
            stabel.start(navn)
            stabel.vent_pa(navn)
    vent(lambda: gron(stabel.klient), "alt ble grønt etter testen")


def sjekk_503(svar: Svar) -> None:
    assert svar.status == 503, svar.kropp
    assert svar.kropp["error"]["code"] == "unavailable"
    melding = svar.kropp["error"]["message"]
    assert melding.startswith("Svaret kom ikke fram fordi")
    assert "Prøv igjen" in melding
    assert "ikke mistet" in melding
    assert int(svar.hoder["retry-after"]) >= 1


@pytest.mark.parametrize("navn", ["actions", "rasa"])
def test_en_prosess_dor_og_kommer_igjen(frisk: Stabel, navn: str) -> None:
    klient, samtale = frisk.klient, ny_samtale()
    for_ = klient.svar(samtale, APNING)
    frisk.drep(navn)

    sjekk_503(klient.si(samtale, "Hun har fullført videregående"))
    helse = klient.helse()
    assert helse.status == 503
    assert helse.kropp["status"] == "feil"
    assert helse.kropp["prosesser"][navn]["status"] == "feil"
    assert helse.kropp["prosesser"][navn]["melding"].endswith("svarer ikke.")
    assert helse.kropp["prosesser"]["front"]["status"] == "ok"
    assert klient.vurder({"norskniva": "A2"})["measures"], "assess trenger verken Rasa eller handlingsserveren"

    frisk.start(navn)
    frisk.vent_pa(navn)
    vent(lambda: gron(klient), f"{navn} ble grønn igjen")
    etter = klient.svar(samtale, "og i måned 8?")
    assert etter["payload"]["kind"] == "recommendation"
    assert etter["payload"]["profile"] == {**for_["payload"]["profile"], "programmaned": 8}


def test_handlingsserveren_henger(frisk: Stabel) -> None:
    """A process that has stopped answering without dying: the message still gets its 503, and in time."""
    klient, samtale = frisk.klient, ny_samtale()
    klient.svar(samtale, APNING)
    pid = frisk.prosesser["actions"].pid
    os.kill(pid, signal.SIGSTOP)
    try:
        start = time.monotonic()
        assert klient.helse().status == 503
        assert time.monotonic() - start < 5
        start = time.monotonic()
        sjekk_503(klient.si(samtale, "og i måned 8?"))
        assert time.monotonic() - start < 15
    finally:
        os.kill(pid, signal.SIGCONT)
    vent(lambda: gron(klient), "handlingsserveren ble grønn igjen")
    assert klient.svar(samtale, "og i måned 9?")["payload"]["profile"] == {
        "norskniva": "A2",
        "programmaned": 9,
    }


def test_samtalen_overlever_at_alt_startes_pa_nytt(frisk: Stabel) -> None:
    klient, samtale = frisk.klient, ny_samtale()
    klient.svar(samtale, APNING)
    for navn in frisk.tjenester:
        frisk.drep(navn)
    with pytest.raises(OSError):
        klient.helse()
    for navn in ("actions", "rasa", "front"):
        frisk.start(navn)
    for navn in ("actions", "rasa", "front"):
        frisk.vent_pa(navn)
    etter = klient.svar(samtale, "Hun har fullført videregående")
    assert {"norskniva": "A2", "programmaned": 4, "utdanning": "videregaende"}.items() <= etter["payload"][
        "profile"
    ].items()


def _pid(port: int) -> int | None:
    """The process of ours that was told to listen on a port."""
    for mappe in Path("/proc").glob("[0-9]*"):
        try:
            deler = (mappe / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"--port" in deler and str(port).encode() in deler:
            return int(mappe.name)
    return None


@pytest.fixture
def tilsynet(tmp_path: Path) -> Iterator[Stabel]:
    """A stack of its own under the real supervisor, as `make run` has it."""
    stabel = Stabel(tmp_path)
    stabel.last_katalog()
    stopp, klar = Stoppsignal(), threading.Event()
    tilsyn = Tilsyn(ROT, Framdrift(StringIO()), stopp)

    def kjor() -> None:
        try:
            for tjeneste in stabel.tjenester.values():
                tilsyn.start(tjeneste)
            tilsyn.vent(klar.set)
        finally:
            tilsyn.stopp()

    trad = threading.Thread(target=kjor)
    trad.start()
    try:
        assert klar.wait(120), "\n".join(stabel.logg(n) for n in stabel.tjenester)
        yield stabel
    finally:
        stopp.antall = 1
        trad.join(30)


def test_tilsynet_retter_det_selv(tilsynet: Stabel) -> None:
    """Kill -9 of each in turn: nobody starts anything by hand, and the conversation goes on."""
    klient, samtale = tilsynet.klient, ny_samtale()
    klient.svar(samtale, APNING)
    for port in (tilsynet.porter.actions, tilsynet.porter.rasa):
        gammel = _pid(port)
        assert gammel is not None
        os.kill(gammel, signal.SIGKILL)
        vent(lambda port=port, gammel=gammel: _pid(port) not in (None, gammel), "tilsynet startet den igjen")
        vent(lambda: gron(klient), "alt ble grønt igjen")
    etter = klient.svar(samtale, "Hun har fullført videregående")
    assert {"norskniva": "A2", "programmaned": 4, "utdanning": "videregaende"}.items() <= etter["payload"][
        "profile"
    ].items()
