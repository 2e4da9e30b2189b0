"""Question signals (tests/sprak/sporsmal.yml): the type, the year spoken of, a change of person."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.sprak.sporsmalsord import finn_sporsmal

_TABELL = yaml.safe_load((Path(__file__).parent / "sporsmal.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("fasit", "tekst"), [(k, t) for k, rader in _TABELL.items() for t in rader])
def test_type(fasit: str, tekst: str) -> None:
    assert finn_sporsmal(tekst).type == (None if fasit == "ingen" else fasit)


@pytest.mark.parametrize(
    ("tekst", "dato", "retning"),
    [
        ("hva gjaldt før 2026?", "2026-01-01", "før"),
        ("hva er nytt fra 1. januar 2026?", "2026-01-01", "etter"),
        ("reglene i 2019", "2019-01-01", "i"),
        ("kravene etter 1.7.2025", "2025-07-01", "etter"),
        ("A2 i måned 4", None, None),
    ],
)
def test_omtalt_dato(tekst: str, dato: str | None, retning: str | None) -> None:
    s = finn_sporsmal(tekst)
    assert (s.dato_omtalt, s.retning) == (dato, retning)


def test_flere_sporsmal_i_en_melding() -> None:
    alle = finn_sporsmal("Hvem betaler bransjekurs, og hvor lenge kan det vare?").alle
    assert {"hvem_betaler", "hvor_lenge"} <= set(alle)


@pytest.mark.parametrize("tekst", ["og hva med mannen hennes, 41, B1?", "ny deltaker: A1, 30 år", "neste bruker"])
def test_ny_person(tekst: str) -> None:
    assert finn_sporsmal(tekst).ny_person


def test_mannen_i_en_historie_er_ikke_ny_person() -> None:
    assert not finn_sporsmal("mannen hennes jobber fulltid og hun er hjemme").ny_person


@pytest.mark.parametrize("tekst", ["tilbake til henne", "attende til den første"])
def test_tilbake(tekst: str) -> None:
    assert finn_sporsmal(tekst).tilbake


@pytest.mark.parametrize("tekst", ["glem alt", "gløym alt", "start på nytt", "slett alle opplysninger"])
def test_glem_alt(tekst: str) -> None:
    assert finn_sporsmal(tekst).glem_alt
    assert not finn_sporsmal("glem alderen").glem_alt
