"""The real catalogue, rules and sources as a Tjeneste, read from data/ without a database."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.katalog.situasjoner import les_situasjoner
from bot.katalog.skjema import Tiltak
from bot.katalog.skjema_regelverk import Kilde, Regel
from bot.svar.tjeneste import Tjeneste

from ..regler.conftest import KATALOG, les_katalog

DATA = KATALOG.parent


def _les(fil: Path) -> Any:
    return yaml.load(fil.read_text(encoding="utf-8"), yaml.CSafeLoader)


@pytest.fixture(scope="session")
def tiltak() -> Mapping[str, Tiltak]:
    return les_katalog()


@pytest.fixture(scope="session")
def kilder() -> Mapping[str, Kilde]:
    alle = (Kilde.model_validate(k) for k in _les(DATA / "kilder.yml")["kilder"])
    return {k.id: k for k in alle}


@pytest.fixture(scope="session")
def regler() -> Mapping[str, Regel]:
    filer = sorted((DATA / "regelverk").rglob("*.yml"))
    alle = (Regel.model_validate(r) for f in filer for r in _les(f).get("regler", ()))
    return {r.id: r for r in alle}


@pytest.fixture(scope="session")
def tjeneste(tiltak: Mapping[str, Tiltak], regler: Mapping[str, Regel], kilder: Mapping[str, Kilde]) -> Tjeneste:
    nasjonale = {f.stem for f in (KATALOG / "nasjonalt").glob("*.yml")}
    return Tjeneste(tiltak.values(), regler.values(), kilder, nasjonale, les_situasjoner(tiltak, kilder))
