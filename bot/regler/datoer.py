"""Whole months and years between dates, as the statutes count them."""

from __future__ import annotations

import calendar
from datetime import date, datetime
from zoneinfo import ZoneInfo

_NORGE = ZoneInfo("Europe/Oslo")


def i_dag() -> date:
    """Today in Norway, whatever the machine's own zone."""
    return datetime.now(_NORGE).date()


def pluss_maneder(dag: date, maneder: int) -> date:
    """The same day `maneder` months later (earlier when negative), or the month's last day when it is shorter."""
    indeks = dag.year * 12 + dag.month - 1 + maneder
    ar, maned = divmod(indeks, 12)
    siste = calendar.monthrange(ar, maned + 1)[1]
    return date(ar, maned + 1, min(dag.day, siste))


def hele_maneder(fra: date, til: date) -> int:
    """Completed months from `fra` to `til`; negative when `til` comes first."""
    maneder = (til.year - fra.year) * 12 + til.month - fra.month
    return maneder - 1 if til.day < fra.day and pluss_maneder(fra, maneder) > til else maneder


def alder_pa(fodt: date, dag: date) -> int:
    """Age in completed years on `dag`; a person born on 29 February turns a year on 1 March in other years."""
    return dag.year - fodt.year - ((dag.month, dag.day) < (fodt.month, fodt.day))
