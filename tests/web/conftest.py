"""A front with stand-ins behind it, in a thread of its own."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bot.drift.nettchat import maa_bygge
from tests.conftest import Side, apne_side
from tests.kanaler.falske import Verden, verden
from tests.kanaler.tilgang.verden import Stengt, stengt
from tests.web.eksempel import ANBEFALING, FARLIG, SPORSMAL
from tests.web.eksempel_flere import ALLE

ROTMAPPE = Path(__file__).resolve().parents[2]
ROT = "document.querySelector('tiltakslosen-chat').shadowRoot"
AKTIV = "((e) => { while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement; return e; })(document.activeElement)"


@dataclass
class Tjener:
    """The running front: its address and what stands behind it."""

    adresse: str
    v: Verden


@pytest.fixture(scope="session", autouse=True)
def bygd() -> None:
    """The built component. Missing: skipped on a person's machine, an error in CI."""
    if maa_bygge(ROTMAPPE):
        if os.environ.get("CI"):
            pytest.fail("bot/web/dist is missing or old; make test builds it")
        pytest.skip("needs the built web chat: make nettchat-dev")


def kjor_front(**innstillinger: object) -> Iterator[Tjener]:
    """A front with stand-ins behind it, in a thread of its own, until the generator is closed."""
    yield from _i_trad(lambda: verden(rasa_tidsgrense=2.0, **innstillinger), lambda v: v)


def kjor_stengt(**innstillinger: object) -> Iterator[tuple[Tjener, Stengt]]:
    """The same with sign-in on, and the provider it asks."""
    holder: list[Stengt] = []

    def front(s: Stengt) -> Verden:
        holder.append(s)
        return s.v

    for tjener in _i_trad(lambda: stengt(rasa_tidsgrense=2.0, **innstillinger), front):
        yield tjener, holder[0]


def _i_trad[T](start: Callable[[], AbstractAsyncContextManager[T]], front: Callable[[T], Verden]) -> Iterator[Tjener]:
    klar, stopp = threading.Event(), asyncio.Event()
    boks: list[Tjener] = []
    lokke = asyncio.new_event_loop()

    async def kjor() -> None:
        async with start() as alt:
            v = front(alt)
            v.lager.faste[SPORSMAL] = [ANBEFALING.model_dump(mode="json")]
            for sporsmal, svaret in ALLE.items():
                v.lager.faste[sporsmal] = [svaret]
            v.lager.faste["farlig"] = [FARLIG.model_dump(mode="json")]
            boks.append(Tjener(str(v.front.make_url("/")), v))
            klar.set()
            await stopp.wait()

    trad = threading.Thread(target=lambda: lokke.run_until_complete(kjor()))
    trad.start()
    assert klar.wait(10), "the front did not start"
    try:
        yield boks[0]
    finally:
        lokke.call_soon_threadsafe(stopp.set)
        trad.join(10)
        lokke.close()


@pytest.fixture
def tjener() -> Iterator[Tjener]:
    """A new front for each test."""
    yield from kjor_front()


def spor(page: Page, tekst: str) -> None:
    """Write a message and send it."""
    page.get_by_label("Skriv spørsmålet ditt").fill(tekst)
    page.keyboard.press("Enter")


def glem_ventet(side: Side, kode: str) -> None:
    """Chromium itself reports a failed request in the console: that one, and nothing else."""
    assert side.klager
    assert all("Failed to load resource" in k and kode in k for k in side.klager)
    side.klager.clear()


@pytest.fixture
def side(nettleser: Browser, tjener: Tjener) -> Iterator[Side]:
    """The page in front of the stand-ins."""
    yield from apne_side(nettleser, tjener.adresse, 5000)
