"""One stack for all end-to-end tests, and Debian's Chromium in front of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.e2e.stabel import Klient, Stabel

CHROMIUM = Path("/usr/bin/chromium")
FLAGG = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGG += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def stabel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stabel]:
    """The three processes, started once; the last lines of their logs are shown when they do not start."""
    s = Stabel(tmp_path_factory.mktemp("stabel"))
    try:
        s.opp()
        yield s
    finally:
        s.ned()


@pytest.fixture
def klient(stabel: Stabel) -> Klient:
    """The HTTP API. Fails at once when a process has died since the last test."""
    dode = [navn for navn in stabel.tjenester if not stabel.lever(navn)]
    assert not dode, "\n".join(f"{navn} har stoppet:\n{stabel.logg(navn)}" for navn in dode)
    return stabel.klient


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
def side(nettleser: Browser, klient: Klient) -> Iterator[Side]:
    """The page at desktop size. Errors, warnings and CSP violations fail the test at its end."""
    kontekst = nettleser.new_context(viewport={"width": 1200, "height": 900}, locale="nb-NO")
    page = kontekst.new_page()
    page.set_default_timeout(15_000)
    klager: list[str] = []

    def melding(m: ConsoleMessage) -> None:
        if m.type in ("error", "warning"):
            klager.append(m.text)

    page.on("console", melding)
    page.on("pageerror", lambda feil: klager.append(str(feil)))
    page.goto(f"http://127.0.0.1:{klient.port}/")
    yield Side(page, klager)
    kontekst.close()
    assert klager == []
