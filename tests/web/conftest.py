"""A front with stand-ins behind it, in a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from tests.conftest import Side, apne_side
from tests.kanaler.falske import Verden, verden
from tests.web.eksempel import ANBEFALING, FARLIG, SPORSMAL


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


@pytest.fixture
def side(nettleser: Browser, tjener: Tjener) -> Iterator[Side]:
    """The page in front of the stand-ins."""
    yield from apne_side(nettleser, tjener.adresse, 5000)
