"""Whom the clauses of a message speak of."""

from __future__ import annotations

import pytest

from bot.sprak.hvem import om_andre

RADER = (
    ("mannen hennes har b2, men hun a1", "kvinne", ["mannen hennes har b2, "]),
    ("hun er 34, mannen 41", "kvinne", ["mannen 41"]),
    ("han er gift med en kvinne på 38 som har b1", "mann", ["en kvinne på 38 som har b1"]),
    ("begge har a2, hun er 30 og han 33", "kvinne", ["han 33"]),
    ("jeg er 28 år, deltakeren er 50", None, ["jeg er 28 år"]),
    ("kvinne, 39, hjemme, mannen jobber, ingen ytelser", "kvinne", ["mannen jobber"]),
    ("mannen er 57 år og har a1", "mann", []),
    ("hun er 30 og har to barn", "kvinne", []),
    ("jeg jobber med en mann på 40", "mann", []),
)


@pytest.mark.parametrize(("tekst", "kjonn", "andre"), RADER)
def test_ledd_om_andre(tekst: str, kjonn: str | None, andre: list[str]) -> None:
    assert [tekst[a:b].rstrip() for a, b, _ in sorted(om_andre(tekst, kjonn))] == [a.rstrip() for a in andre]


def test_barn_og_botid_gjelder_begge() -> None:
    ((_, _, unntatt),) = om_andre("hun er 34, mannen har tre barn", "kvinne")
    assert "barn_under_18" in unntatt
    assert "norskniva" not in unntatt
