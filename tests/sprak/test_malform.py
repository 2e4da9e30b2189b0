"""Bokmål, nynorsk or neither, on short sentences (tests/sprak/malform.yml)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.sprak.malform import finn_malform

_TABELL = yaml.safe_load((Path(__file__).parent / "malform.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("fasit", "tekst"), [(k, t) for k, rader in _TABELL.items() for t in rader])
def test_malform(fasit: str, tekst: str) -> None:
    assert finn_malform(tekst) == (None if fasit == "uklart" else fasit)


def test_like_mange_ord_av_hver_avgjor_ingenting() -> None:
    assert finn_malform("ikke ikkje") is None


def test_tabellen_har_minst_40_setninger() -> None:
    assert sum(map(len, _TABELL.values())) >= 40
