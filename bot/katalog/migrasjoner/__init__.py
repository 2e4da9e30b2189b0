"""The database's history, run by Alembic."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

_LAS = 7_104_452


def migrer(motor: Engine, til: str = "head") -> None:
    """Bring the database up to the revision `til`. On PostgreSQL several processes may call it at once."""
    oppsett = Config()
    oppsett.set_main_option("script_location", str(Path(__file__).parent))
    with motor.begin() as forbindelse:
        if motor.dialect.name == "postgresql":
            forbindelse.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LAS})
        oppsett.attributes["forbindelse"] = forbindelse
        command.upgrade(oppsett, til)


def nedgrader(motor: Engine, til: str) -> None:
    """Take the database back to the revision `til` (`base` removes every table)."""
    oppsett = Config()
    oppsett.set_main_option("script_location", str(Path(__file__).parent))
    with motor.begin() as forbindelse:
        oppsett.attributes["forbindelse"] = forbindelse
        command.downgrade(oppsett, til)
