"""The measures' rules as they stand in data/katalog, for tests that need no database."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from bot.katalog.skjema import Tiltak
from bot.regler.vurdering import Regelsett
from bot.svar.tjeneste import tiltaksregler

KATALOG = Path(__file__).resolve().parents[2] / "data" / "katalog"


@lru_cache(maxsize=1)
def les_katalog() -> Mapping[str, Tiltak]:
    """Every measure of data/katalog by id."""
    alle = {}
    for fil in sorted(KATALOG.rglob("*.yml")):
        lest = Tiltak.model_validate(yaml.load(fil.read_text(encoding="utf-8"), yaml.CSafeLoader))
        alle[lest.id] = lest
    return alle


@pytest.fixture(scope="session")
def tiltak() -> Mapping[str, Tiltak]:
    return les_katalog()


@pytest.fixture(scope="session")
def regelsett(tiltak: Mapping[str, Tiltak]) -> Regelsett:
    return Regelsett(tiltaksregler(t) for t in tiltak.values())
