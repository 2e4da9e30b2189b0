"""A database of each kind for every test: SQLite in a file, and a PostgreSQL server the tests start."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

import tests.postgres
from bot.katalog.motor import lag_motor

_NR = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an empty PostgreSQL server on a socket of its own, without the name of the database."""
    programmer = tests.postgres.programmer()
    if programmer is None:
        pytest.fail("PostgreSQL mangler. Kjør «apt-get install postgresql» (Debians pakke); .ci/run gjør det selv.")
    with tests.postgres.server(programmer, trygg=False) as mappe:
        yield f"postgresql+psycopg://tiltak@/{{}}?host={mappe}"


@pytest.fixture(params=["sqlite", "postgresql"])
def motor(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on an empty database of each kind."""
    if request.param == "sqlite":
        ny = lag_motor(f"sqlite:///{tmp_path / 'test.db'}")
    else:
        adresse: str = request.getfixturevalue("postgres")
        navn = f"test_{next(_NR)}"
        server = lag_motor(adresse.format("postgres"))
        with server.connect().execution_options(isolation_level="AUTOCOMMIT") as forbindelse:
            forbindelse.execute(text(f"CREATE DATABASE {navn}"))
        server.dispose()
        ny = lag_motor(adresse.format(navn))
    yield ny
    ny.dispose()
