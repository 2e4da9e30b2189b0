"""An empty PostgreSQL server in a directory of its own, for tests and measurements."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp


class PostgresFeil(Exception):
    """A PostgreSQL program did not do what it was asked to; says which and why."""


def programmer() -> Path | None:
    """The folder of the newest installed PostgreSQL's programs, or None when there is none."""
    mapper = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    return mapper[-1].parent if mapper else None


@contextmanager
def server(
    mappe_med: Path, *, lytter: str = "", port: int = 5432, trygg: bool = True, databaser: tuple[str, ...] = ()
) -> Iterator[Path]:
    """The server's directory, which holds its socket, while the server runs; removed afterwards.

    `lytter` is the address to listen on besides the socket (none when empty), `databaser` are made empty at start, and
    `trygg` False spares the disk at the cost of what is stored, for tests. Raises PostgresFeil.
    """
    mappe = Path(mkdtemp(prefix="tiltak-pg-"))
    som: dict[str, object] = {}
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        eier = pwd.getpwnam("postgres")
        os.chown(mappe, eier.pw_uid, eier.pw_gid)
        som = {"user": eier.pw_uid, "group": eier.pw_gid, "extra_groups": []}

    def kjor(program: str, *valg: str) -> None:
        ferdig = subprocess.run(
            [str(mappe_med / program), *valg],
            cwd=mappe,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            **som,  # type: ignore[call-overload]
        )
        if ferdig.returncode:
            raise PostgresFeil(f"{program} gikk ikke: {ferdig.stdout[-2000:]}")

    data = str(mappe / "data")
    kjor("initdb", "-D", data, "-U", "tiltak", "--auth=trust", "-E", "UTF8", "--locale=C", "-N")
    valg = f"-k {mappe} -c listen_addresses='{lytter}' -c port={port}"
    if not trygg:
        valg += " -c fsync=off -c synchronous_commit=off"
    kjor("pg_ctl", "-D", data, "-w", "-l", str(mappe / "logg"), "-o", valg, "start")
    try:
        for navn in databaser:
            kjor("createdb", "-h", str(mappe), "-p", str(port), "-U", "tiltak", navn)
        yield mappe
    finally:
        kjor("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(mappe, ignore_errors=True)
