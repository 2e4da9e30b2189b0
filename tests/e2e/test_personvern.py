"""After a conversation full of personal data nothing of it is left: database, logs, Rasa's and the actions' memory, errors."""

from __future__ import annotations

import http.client
import re
from pathlib import Path

import pytest

from tests.e2e.stabel import Klient, Stabel, ny_samtale
from tests.personvern.numre import ett

_FNR = ett(maned=85)
_DNR = ett(dag=57)
#: Each with what must not be found again anywhere; no real person, number or address.
_HEMMELIG = {
    "navn": "Selamawit Ghebreyohannes",
    "etternavn": "Ghebreyohannes",
    "fødselsnummer": _FNR,
    "D-nummer": _DNR,
    "telefon": "91728364",
    "e-post": "en.deltaker@example.org",
    "adresse": "Kvernbekkveien 4711",
    "DUF-nummer": "201998765401",
}
_MELDINGER = (
    f"Deltakeren heter {_HEMMELIG['navn']}, fnr {_FNR[:6]} {_FNR[6:]}, og har A2 i måned 4. Hvilke tiltak passer?",
    f"Hun bor i {_HEMMELIG['adresse']}, tlf {_HEMMELIG['telefon']}, {_HEMMELIG['e-post']}",
    f"Kan {_HEMMELIG['navn']} få AFT? DUF {_HEMMELIG['DUF-nummer']}, d-nr {_DNR}",
    f"og hva med mannen hennes, Dawit {_HEMMELIG['etternavn']}, 41, B1?",
    "hva vet du nå?",
)


def _former(hemmelig: str) -> list[bytes]:
    """How a text may lie in memory or in a file: as UTF-8, as Python keeps it, and escaped as JSON."""
    return [hemmelig.encode(), hemmelig.encode("utf-16-le")]


def _i_minnet(pid: int, hemmeligheter: list[bytes]) -> set[bytes]:
    """Which of them the memory of a process holds. Raises PermissionError when it may not be read."""
    funnet: set[bytes] = set()
    with Path(f"/proc/{pid}/mem").open("rb", 0) as minne:
        for linje in Path(f"/proc/{pid}/maps").read_text().splitlines():
            m = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", linje)
            if not m:
                continue
            fra, til = int(m[1], 16), int(m[2], 16)
            try:
                minne.seek(fra)
                blokk = minne.read(til - fra)
            except (OSError, ValueError, OverflowError):
                continue
            funnet |= {h for h in hemmeligheter if h in blokk}
    return funnet


def _ra(klient: Klient, kropp: bytes) -> str:
    """The text of the answer to a body sent as it is."""
    kobling = http.client.HTTPConnection("127.0.0.1", klient.port, timeout=30)
    try:
        kobling.request("POST", "/api/v1/messages", body=kropp, headers={"Content-Type": "application/json"})
        svar = kobling.getresponse()
        assert svar.status >= 400
        return svar.read().decode()
    finally:
        kobling.close()


@pytest.fixture(scope="module")
def svar(stabel: Stabel) -> list[str]:
    """The texts of the answers to the conversation."""
    samtale = ny_samtale()
    ut = []
    for melding in _MELDINGER:
        svaret = stabel.klient.si(samtale, melding)
        assert svaret.status == 200, svaret.kropp
        ut.append(str(svaret.kropp))
    return ut


def test_sporsmalene_blir_besvart_og_brukeren_far_vite_det(svar: list[str]) -> None:
    assert "Jeg tok bort et navn og et fødselsnummer" in svar[0]
    assert "'norskniva': 'A2'" in svar[0]
    assert "'kind': 'recommendation'" in svar[0]
    assert "'kind': 'eligibility'" in svar[2]
    assert "'alder': 41" in svar[3]
    assert "Jeg tok bort" not in svar[4]


@pytest.mark.parametrize("slag", _HEMMELIG)
def test_svarene_gjentar_ingenting(svar: list[str], slag: str) -> None:
    assert all(_HEMMELIG[slag] not in s for s in svar)


@pytest.mark.parametrize("slag", _HEMMELIG)
def test_database_og_logger_har_ingenting(stabel: Stabel, svar: list[str], slag: str) -> None:
    filer = [f for f in stabel.mappe.rglob("*") if f.is_file()]
    assert any(f.suffix == ".db" for f in filer)
    assert any(f.suffix == ".log" for f in filer)
    for fil in filer:
        innhold = fil.read_bytes()
        assert not any(form in innhold for form in _former(_HEMMELIG[slag])), f"{slag} står i {fil.name}"


@pytest.mark.parametrize("prosess", ["rasa", "actions"])
def test_minnet_har_ingenting(stabel: Stabel, svar: list[str], prosess: str) -> None:
    """Rasa's tracker is in memory, so that is where it is read."""
    pid = stabel.prosesser[prosess].pid
    kjent = b"hva vet du"
    try:
        assert _i_minnet(pid, [kjent]) == {kjent}, "the last message itself must be found, or this test sees nothing"
        funnet = _i_minnet(pid, [form for h in _HEMMELIG.values() for form in _former(h)])
    except PermissionError:
        pytest.skip("minnet til en annen prosess kan ikke leses her")
    assert funnet == set()


@pytest.mark.parametrize(
    "kropp",
    [
        '{"conversation_id": "x", "text": "%s"',
        '{"conversation_id": "%s", "text": "hei"}',
        '{"conversation_id": "x"}%s',
        '{"text": "%s"}',
        '{"conversation_id": "x", "text": "%s' + "x" * 2500 + '"}',
    ],
)
def test_feilmeldinger_gjentar_ingenting(klient: Klient, kropp: str) -> None:
    alt = " ".join(_HEMMELIG.values())
    tekst = _ra(klient, (kropp % alt).encode())
    assert not [h for h in _HEMMELIG.values() if h in tekst]
