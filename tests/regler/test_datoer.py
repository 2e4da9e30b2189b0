"""Months and years between dates: the ends of months, leap days, and before birthdays."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.regler.datoer import alder_pa, hele_maneder, i_dag, pluss_maneder


@pytest.mark.parametrize(
    ("dag", "maneder", "ventet"),
    [
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
        (date(2026, 1, 15), 1, date(2026, 2, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 11, 23), 1, date(2026, 12, 23)),
        (date(2026, 12, 23), 1, date(2027, 1, 23)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 10), -1, date(2025, 12, 10)),
        (date(2026, 1, 10), -25, date(2023, 12, 10)),
    ],
)
def test_pluss_maneder(dag: date, maneder: int, ventet: date) -> None:
    assert pluss_maneder(dag, maneder) == ventet


@pytest.mark.parametrize(
    ("fra", "til", "ventet"),
    [
        (date(2026, 1, 15), date(2026, 1, 15), 0),
        (date(2026, 1, 15), date(2026, 2, 14), 0),
        (date(2026, 1, 15), date(2026, 2, 15), 1),
        (date(2026, 1, 15), date(2026, 2, 16), 1),
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2024, 1, 31), date(2024, 2, 28), 0),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2024, 2, 29), date(2025, 2, 27), 11),
        (date(2025, 12, 31), date(2026, 1, 1), 0),
        (date(2026, 2, 15), date(2026, 1, 15), -1),
    ],
)
def test_hele_maneder(fra: date, til: date, ventet: int) -> None:
    assert hele_maneder(fra, til) == ventet


def test_hele_maneder_er_det_motsatte_av_a_legge_til() -> None:
    """For every day of four years with a leap day: the month is whole on the day it is reached, not the day before."""
    dag = date(2023, 1, 1)
    while dag < date(2027, 1, 1):
        for maneder in (1, 12, 24):
            nadd = pluss_maneder(dag, maneder)
            assert hele_maneder(dag, nadd) == maneder
            assert hele_maneder(dag, nadd - timedelta(days=1)) == maneder - 1
        dag += timedelta(days=1)


@pytest.mark.parametrize(
    ("fodt", "dag", "ventet"),
    [
        (date(1992, 11, 23), date(2026, 11, 22), 33),
        (date(1992, 11, 23), date(2026, 11, 23), 34),
        (date(2004, 2, 29), date(2026, 2, 28), 21),
        (date(2004, 2, 29), date(2026, 3, 1), 22),
        (date(2004, 2, 29), date(2028, 2, 29), 24),
        (date(2000, 12, 31), date(2026, 1, 1), 25),
        (date(2026, 11, 23), date(2026, 11, 23), 0),
    ],
)
def test_alder_pa(fodt: date, dag: date, ventet: int) -> None:
    assert alder_pa(fodt, dag) == ventet


def test_i_dag_er_dagen_i_norge() -> None:
    oslo = ZoneInfo("Europe/Oslo")
    for_ = datetime.now(oslo).date()
    assert for_ <= i_dag() <= datetime.now(oslo).date()


def test_i_dag_folger_ikke_maskinens_sone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an hour past midnight in Norway is still yesterday in UTC."""

    class Klokke(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 11, 22, 23, 30, tzinfo=ZoneInfo("UTC")).astimezone(tz)  # type: ignore[arg-type]

    monkeypatch.setattr("bot.regler.datoer.datetime", Klokke)
    assert i_dag() == date(2026, 11, 23)
