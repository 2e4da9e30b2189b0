"""The database engine: SQLite in var/ unless DATABASE_URL names another database."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url

STANDARD = Path(__file__).resolve().parents[2] / "var" / "tiltakslosen.db"


def lag_motor(url: str | None = None) -> Engine:
    """An engine for `url`, else for DATABASE_URL, else for SQLite in var/tiltakslosen.db.

    A PostgreSQL address without a driver gets psycopg 3. SQLite gets write-ahead logging, waits up to five
    seconds for another writer, and holds foreign keys.
    """
    adresse = make_url(url or os.environ.get("DATABASE_URL") or f"sqlite:///{STANDARD}")
    if adresse.drivername in ("postgres", "postgresql"):
        adresse = adresse.set(drivername="postgresql+psycopg")
    if adresse.get_backend_name() != "sqlite":
        return create_engine(adresse, pool_pre_ping=True)
    if adresse.database and adresse.database != ":memory:":
        Path(adresse.database).parent.mkdir(parents=True, exist_ok=True)
    motor = create_engine(adresse)
    event.listen(motor, "connect", _sett_opp_sqlite)
    return motor


def _sett_opp_sqlite(forbindelse: Any, _post: Any) -> None:
    peker = forbindelse.cursor()
    for linje in ("journal_mode=WAL", "busy_timeout=5000", "foreign_keys=ON", "synchronous=NORMAL"):
        peker.execute(f"PRAGMA {linje}")
    peker.close()
