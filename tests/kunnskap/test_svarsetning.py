"""The sentence of a rule that answers what is asked of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.kunnskap.regelsok import Regelsok
from bot.kunnskap.svarsetning import setninger, star_alene
from tests.kunnskap.maling import regler

SAKER: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("svarsetninger.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sok() -> Regelsok:
    return Regelsok(regler())


@pytest.mark.parametrize("sak", SAKER, ids=lambda s: s["sporsmal"])
def test_setningen_som_svarer_star_forst(sok: Regelsok, sak: dict[str, Any]) -> None:
    regel = next(r for r in regler() if r.id == sak["regel"])
    setning = sok.setning(sak["sporsmal"], regel.tittel, regel.svar, regel.merknad or "")
    if sak["svar"] is None:
        assert setning is None
    else:
        assert setning is not None
        assert sak["svar"] in setning


def test_en_setning_som_peker_bakover_svarer_ikke_alene(sok: Regelsok) -> None:
    svar = "Kommunen lager en plan. Den skal være ferdig innen tre måneder."
    assert sok.setning("Når skal planen være ferdig?", "Planen", svar, "") is None
    assert not star_alene("Den skal være ferdig innen tre måneder.")
    assert star_alene("Den som har rett, kan klage.")


def test_naar_ordlyden_kom_svarer_bare_paa_det(sok: Regelsok) -> None:
    svar = "Alle ansatte har plikt til å melde fra. Dagens ordlyd gjelder fra 1. januar 2026."
    assert sok.setning("Når må vi melde fra?", "Meldeplikten", svar, "") is None
    assert sok.setning("Når trådte den nye ordlyden i kraft?", "Meldeplikten", svar, "") == setninger(svar)[1]


def test_forkortelser_deler_ikke_en_setning() -> None:
    assert setninger("Se lov 2025 nr. 35 og jf. § 8. Kravet gjelder bl.a. Nav.") == [
        "Se lov 2025 nr. 35 og jf. § 8.",
        "Kravet gjelder bl.a. Nav.",
    ]
