"""Debian's Chromium, for the tests that look at the page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
FLAGG = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGG += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


_TALL = pytest.StashKey[list[str]]()


@pytest.fixture
def meld_tall(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Takes a line with figures to show at the end of the run, where CI keeps them."""
    return request.config.stash.setdefault(_TALL, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    linjer = terminalreporter.config.stash.get(_TALL, [])
    if linjer:
        terminalreporter.section("målt i denne kjøringen")
        for linje in linjer:
            terminalreporter.line(linje)


@dataclass
class Side:
    """The open page, and everything it complained about."""

    page: Page
    klager: list[str]


@pytest.fixture(scope="module")
def nettleser() -> Iterator[Browser]:
    """Chromium, for one module: Playwright's loop must have ended before another module's asynchronous tests. Missing:
    skipped on a person's machine, an error in CI."""
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail("/usr/bin/chromium is missing; .ci/run installs it")
        pytest.skip("needs /usr/bin/chromium (Debian's package chromium)")
    with sync_playwright() as p:
        leser = p.chromium.launch(executable_path=str(CHROMIUM), args=FLAGG)
        yield leser
        leser.close()


def apne_side(nettleser: Browser, adresse: str, ventetid_ms: int) -> Iterator[Side]:
    """The page at desktop size, once. Errors, warnings and CSP violations fail the test at its end."""
    kontekst = nettleser.new_context(viewport={"width": 1200, "height": 900}, locale="nb-NO")
    page = kontekst.new_page()
    page.set_default_timeout(ventetid_ms)
    klager: list[str] = []

    def melding(m: ConsoleMessage) -> None:
        if m.type in ("error", "warning"):
            klager.append(m.text)

    page.on("console", melding)
    page.on("pageerror", lambda feil: klager.append(str(feil)))
    page.goto(adresse)
    yield Side(page, klager)
    kontekst.close()
    assert klager == []
