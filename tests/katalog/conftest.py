"""A database of each kind for every test: SQLite in a file, and a PostgreSQL server the tests start."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.katalog.motor import lag_motor

_NR = count(1)


def _programmer() -> Path:
    mapper = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    if not mapper:
        pytest.fail("PostgreSQL mangler. Kjør «apt-get install postgresql» (Debians pakke); .ci/run gjør det selv.")
    return mapper[-1].parent


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an empty PostgreSQL server on a socket of its own, without the name of the database."""
    programmer = _programmer()
    mappe = Path(tempfile.mkdtemp(prefix="tiltak-pg-"))
    som: dict[str, object] = {}
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        eier = pwd.getpwnam("postgres")
        os.chown(mappe, eier.pw_uid, eier.pw_gid)
        som = {"user": eier.pw_uid, "group": eier.pw_gid, "extra_groups": []}

    def kjor(program: str, *valg: str) -> None:
        ferdig = subprocess.run(
            [str(programmer / program), *valg],
            cwd=mappe,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            **som,  # type: ignore[call-overload]
        )
        if ferdig.returncode:
            pytest.fail(f"{program} feilet: {ferdig.stdout[-2000:]}")

    data = str(mappe / "data")
    kjor("initdb", "-D", data, "-U", "tiltak", "--auth=trust", "-E", "UTF8", "--locale=C", "-N")
    valg = f"-k {mappe} -c listen_addresses='' -c fsync=off -c synchronous_commit=off"
    kjor("pg_ctl", "-D", data, "-w", "-l", str(mappe / "logg"), "-o", valg, "start")
    try:
        yield f"postgresql+psycopg://tiltak@/{{}}?host={mappe}"
    finally:
        kjor("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(mappe, ignore_errors=True)


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
