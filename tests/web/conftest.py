"""A front with stand-ins behind it, in a thread of its own, and Debian's Chromium in front of it."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.kanaler.falske import Verden, verden
from tests.web.eksempel import ANBEFALING, FARLIG, SPORSMAL

CHROMIUM = Path("/usr/bin/chromium")
FLAGG = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Tjener:
    """The running front: its address and what stands behind it."""

    adresse: str
    v: Verden


@pytest.fixture
def tjener() -> Iterator[Tjener]:
    """A new front for each test."""
    klar, stopp = threading.Event(), asyncio.Event()
    boks: list[Tjener] = []
    lokke = asyncio.new_event_loop()

    async def kjor() -> None:
        async with verden(rasa_tidsgrense=2.0) as v:
            v.lager.faste[SPORSMAL] = [ANBEFALING.model_dump(mode="json")]
            v.lager.faste["farlig"] = [FARLIG.model_dump(mode="json")]
            boks.append(Tjener(str(v.front.make_url("/")), v))
            klar.set()
            await stopp.wait()

    trad = threading.Thread(target=lambda: lokke.run_until_complete(kjor()))
    trad.start()
    assert klar.wait(10), "the front did not start"
    yield boks[0]
    lokke.call_soon_threadsafe(stopp.set)
    trad.join(10)
    lokke.close()


@pytest.fixture(scope="session")
def nettleser() -> Iterator[Browser]:
    """Chromium. Missing: skipped on a person's machine, an error in CI."""
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail("/usr/bin/chromium is missing; .ci/run installs it")
        pytest.skip("needs /usr/bin/chromium (Debian's package chromium)")
    with sync_playwright() as p:
        leser = p.chromium.launch(executable_path=str(CHROMIUM), args=FLAGG)
        yield leser
        leser.close()


@dataclass
class Side:
    """The open page, and everything it complained about."""

    page: Page
    klager: list[str]


@pytest.fixture
def side(nettleser: Browser, tjener: Tjener) -> Iterator[Side]:
    """The page at desktop size. Errors and CSP violations fail the test at its end."""
    kontekst = nettleser.new_context(viewport={"width": 1200, "height": 900}, locale="nb-NO")
    page = kontekst.new_page()
    page.set_default_timeout(5000)
    klager: list[str] = []

    def melding(m: ConsoleMessage) -> None:
        if m.type in ("error", "warning"):
            klager.append(m.text)

    page.on("console", melding)
    page.on("pageerror", lambda feil: klager.append(str(feil)))
    page.goto(tjener.adresse)
    yield Side(page, klager)
    kontekst.close()
    assert klager == []
