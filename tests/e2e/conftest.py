"""One stack for all end-to-end tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.conftest import Side, apne_side
from tests.e2e.stabel import Klient, Stabel


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
def stabel_klient(stabel: Stabel) -> Klient:
    """The HTTP API for what is asked once and looked at by several tests."""
    return stabel.klient


@pytest.fixture
def side(nettleser: Browser, klient: Klient) -> Iterator[Side]:
    """The page in front of the whole stack."""
    yield from apne_side(nettleser, f"http://127.0.0.1:{klient.port}/", 15_000)
