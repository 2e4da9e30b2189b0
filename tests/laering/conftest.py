"""The course and the questions of the whole catalogue, made once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from actions.kontekst import lag_laerer
from bot.katalog.lager import hent_alt, hent_regler, kilder, nasjonale_ider
from bot.katalog.lasting import last
from bot.katalog.motor import lag_motor
from bot.laering.bank import Bank
from bot.laering.laerer import Laerer
from bot.laering.oppgave import Grunnlag
from bot.svar.tjeneste import Tjeneste

I_DAG = date(2026, 11, 23)


@pytest.fixture(scope="session")
def motor(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    m = lag_motor(f"sqlite:///{tmp_path_factory.mktemp('laering') / 'katalog.db'}")
    last(m)
    return m


@pytest.fixture(scope="session")
def tjeneste(motor: Engine) -> Tjeneste:
    return Tjeneste(hent_alt(motor), hent_regler(motor), {k.id: k for k in kilder(motor)}, nasjonale_ider(motor))


@pytest.fixture(scope="session")
def laerer(tjeneste: Tjeneste, motor: Engine) -> Laerer:
    return lag_laerer(tjeneste, motor)


@pytest.fixture(scope="session")
def grunnlag(laerer: Laerer) -> Grunnlag:
    return laerer.grunnlag


@pytest.fixture(scope="session")
def bank(laerer: Laerer) -> Bank:
    return laerer.bank(I_DAG)


@pytest.fixture
def egen_rot(tmp_path: Path) -> Path:
    """An empty root with the folder lessons are read from."""
    (tmp_path / "data" / "laering").mkdir(parents=True)
    return tmp_path
