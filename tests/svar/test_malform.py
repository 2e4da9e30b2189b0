"""Bokmål and nynorsk, and numbers, dates and lists in words."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from bot.svar.malform import dato, felt, liste, maneder, tall, velg


def test_velg() -> None:
    assert velg("nb", "ikke", "ikkje") == "ikke"
    assert velg("nn", "ikke", "ikkje") == "ikkje"


def test_felt_tar_nynorsk_nar_den_finnes() -> None:
    ting = SimpleNamespace(tekst="ikke", tekst_nn="ikkje", navn="Praksis", navn_nn=None, merknad=None)
    assert (felt(ting, "tekst", "nb"), felt(ting, "tekst", "nn")) == ("ikke", "ikkje")
    assert felt(ting, "navn", "nn") == "Praksis", "uten nynorsk vises bokmål"
    assert felt(ting, "merknad", "nn") == ""


@pytest.mark.parametrize(
    ("dag", "ventet"),
    [
        (date(2026, 1, 1), "1. januar 2026"),
        (date(2024, 2, 29), "29. februar 2024"),
        (date(2026, 12, 31), "31. desember 2026"),
    ],
)
def test_dato(dag: date, ventet: str) -> None:
    assert dato(dag) == ventet


@pytest.mark.parametrize(
    ("antall", "nb", "nn"),
    [
        (6, "6 måneder", "6 månader"),
        (12, "12 måneder", "12 månader"),
        (24, "2 år", "2 år"),
        (30, "30 måneder", "30 månader"),
    ],
)
def test_maneder(antall: int, nb: str, nn: str) -> None:
    assert (maneder(antall, "nb"), maneder(antall, "nn")) == (nb, nn)


@pytest.mark.parametrize(
    ("deler", "ventet"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_liste(deler: list[str], ventet: str) -> None:
    assert liste(deler, "nb") == ventet
    assert liste(deler, "nn") == ventet
    assert liste(deler, "nb", "eller") == ventet.replace(" og ", " eller ")


@pytest.mark.parametrize(("verdi", "ventet"), [(15, "15"), (15.0, "15"), (37.5, "37,5"), (2.041, "2,041"), (0, "0")])
def test_tall(verdi: float, ventet: str) -> None:
    assert tall(verdi) == ventet
