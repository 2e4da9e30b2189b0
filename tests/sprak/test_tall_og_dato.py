"""Numbers, ordinals, lengths of time, dates and normalising."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.sprak.dato import finn_datoer
from bot.sprak.normalisering import normaliser, sammenlikningsform
from bot.sprak.tall import les_orden, les_tall, varighet, varighet_maneder

I_DAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("tekst", "tall"),
    [("4", 4), ("37,5", 37.5), ("fire", 4), ("sju", 7), ("syv", 7), ("tjueto", 22), ("tjue en", 21), ("førti-to", 42),
     ("toogførti", 42), ("fireogtyve", 24), ("hundre", 100), ("eitt", 1), ("ein", 1), ("tolv", 12), ("seksti", 60), ("hest", None)],
)  # fmt: skip
def test_tall(tekst: str, tall: float | None) -> None:
    assert les_tall(tekst) == tall


@pytest.mark.parametrize(("tekst", "tall"), [("fjerde", 4), ("4.", 4), ("tredje", 3), ("andre", 2), ("annen", 2), ("12-te", 12), ("sjuande", 7)])  # fmt: skip
def test_orden(tekst: str, tall: int) -> None:
    assert les_orden(tekst) == tall


@pytest.mark.parametrize(
    ("tekst", "maneder"),
    [("4 måneder", 4), ("et halvt år", 6), ("halvannet år", 18), ("to og et halvt år", 30), ("8 uker", 96 / 52), ("eit halvt år", 6), ("3 mnd", 3), ("to år", 24), ("fem månader", 5)],
)  # fmt: skip
def test_varighet(tekst: str, maneder: float) -> None:
    m = re.search(varighet("v"), tekst)
    assert m is not None
    assert varighet_maneder(m, "v") == pytest.approx(maneder)


@pytest.mark.parametrize(
    ("tekst", "dato", "presisjon"),
    [("15. januar 2026", "2026-01-15", "dag"), ("15.1.26", "2026-01-15", "dag"), ("2026-01-15", "2026-01-15", "dag"), ("1/2-26", "2026-02-01", "dag"),
     ("mars 2025", "2025-03-01", "maned"), ("i mars", "2026-03-01", "maned"), ("i desember", "2025-12-01", "maned"), ("feb. 2026", "2026-02-01", "maned"),
     ("i 2024", "2024-01-01", "ar"), ("i fjor", "2025-01-01", "ar"), ("mars i fjor", "2025-03-01", "maned")],
)  # fmt: skip
def test_dato(tekst: str, dato: str, presisjon: str) -> None:
    (f,) = finn_datoer(tekst, I_DAG)
    assert (f.dato.isoformat(), f.presisjon) == (dato, presisjon)


@pytest.mark.parametrize("tekst", ["31. februar 2026", "45.13.2026", "ingen dato", "juleferie"])
def test_ikke_dato(tekst: str) -> None:
    assert finn_datoer(tekst, I_DAG) == [] or all(f.presisjon != "dag" for f in finn_datoer(tekst, I_DAG))


def test_siste_dag_i_maneden() -> None:
    assert finn_datoer("desember 2025", I_DAG)[0].siste() == date(2025, 12, 31)
    assert finn_datoer("februar 2024", I_DAG)[0].siste() == date(2024, 2, 29)


@pytest.mark.parametrize("tekst", ["Måned 4", "MA\u030aNED 4", "«A2»\u00a0–\u00a0måned", "I\u0307stanbul A2", ""])
def test_normalisering_finner_tilbake(tekst: str) -> None:
    n = normaliser(tekst)
    assert n.spenn(0, len(n.tekst)) == (0, len(tekst))
    for i in range(len(n.tekst)):
        fra, til = n.spenn(i, i + 1)
        assert 0 <= fra <= til <= len(tekst)


def test_sammensatt_tegn_gir_samme_form() -> None:
    assert normaliser("Ma\u030aned").tekst == normaliser("MÅNED").tekst == "måned"
    assert sammenlikningsform("VTA–O  test") == "vta o test"
