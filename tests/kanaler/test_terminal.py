"""The terminal chat against a real front with stand-ins behind it."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable

import pytest

from bot.kanaler.terminal import Klient, Samtale, Skriver
from tests.kanaler.falske import Verden, verden

SVAR: list[dict[str, object]] = [
    {
        "text": "## Mentor\n*Ja*, **se** [§ 9-2](https://lovdata.no/x).\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n- et punkt",
        "choices": [{"title": "Måned 8", "text": "Og i måned 8?"}, {"title": "Mer", "text": "Fortell mer"}],
        "payload": {
            "kind": "measure",
            "sources": [
                {
                    "id": "a",
                    "title": "tiltaksforskriften",
                    "locator": "§ 9-2",
                    "year": 2015,
                    "url": "https://x.no",
                },
                {"id": "b", "title": "ØF", "status": "historical"},
            ],
        },
    }
]


@pytest.fixture
async def v() -> AsyncIterator[Verden]:
    async with verden() as v:
        v.lager.faste["mentor?"] = SVAR
        yield v


async def snakk(v: Verden, *linjer: str, slutt: type[BaseException] = EOFError) -> str:
    """Play lines as a user, then end the input; returns all that was said."""
    assert v.front.port is not None
    sagt: list[str] = []
    ko = iter(linjer)

    def les(_ledetekst: str) -> str:
        try:
            return next(ko)
        except StopIteration:
            raise slutt from None

    si: Callable[[str], None] = sagt.append
    await asyncio.to_thread(Samtale(Klient(v.front.port), Skriver(80), les, si, id="t1").kjor)
    return "\n".join(sagt)


async def test_svar_valg_og_kilder(v: Verden) -> None:
    sagt = await snakk(v, "mentor?", "/kilder", "1", "/avslutt")
    assert "Mentor\nJa, se §\u00a09-2 (https://lovdata.no/x)." in sagt
    assert "  A · B\n\n  1 · 2" in sagt
    assert "**" not in sagt
    assert "[1] Måned 8\n  [2] Mer" in sagt
    assert "- tiltaksforskriften, § 9-2, 2015\n    https://x.no\n  - ØF (historisk)" in sagt
    assert "> Og i måned 8?" in sagt
    assert "Du spurte: Og i måned 8?" in sagt
    assert v.rasa.mottatt == [("t1", "mentor?"), ("t1", "Og i måned 8?")]
    assert v.lager.slettet == ["t1"]


async def test_ny_samtale_har_ny_id(v: Verden) -> None:
    await snakk(v, "hei", "/ny", "hei")
    samtaler = [s for s, tekst in v.rasa.mottatt if tekst == "hei"]
    assert samtaler[0] != samtaler[1]
    assert "t1" in v.lager.slettet


@pytest.mark.parametrize("slutt", [EOFError, KeyboardInterrupt])
async def test_slutter_pent(v: Verden, slutt: type[BaseException]) -> None:
    assert (await snakk(v, "hei", slutt=slutt)).endswith("Ha det! Samtalen er slettet.")


async def test_feil_fra_tjenesten_vises_og_samtalen_gar_videre(v: Verden) -> None:
    v.rasa.oppforsel = "tomt"
    sagt = await snakk(v, "hei", "/hjelp", "x" * 2001)
    assert "Svaret kom ikke fram fordi" in sagt
    assert "/avslutt   gå ut" in sagt
    assert "for lang" in sagt


def test_tjenesten_er_ikke_startet() -> None:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    ut = subprocess.run(
        [sys.executable, "-m", "bot.kanaler.terminal"],
        env={**os.environ, "TILTAKSLOSEN_PORT": str(port), "PYTHONIOENCODING": "utf-8"},
        input="",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )
    assert ut.returncode == 1
    assert "make run" in ut.stderr
    assert "Traceback" not in ut.stderr
