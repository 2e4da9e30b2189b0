"""The text apart: nothing is lost, and nothing that the data has stands in it twice."""

from __future__ import annotations

from typing import Any

import pytest

from bot.profil.samtale import Malform
from bot.svar.deler import med_deler
from bot.svar.tjeneste import Tjeneste
from tests.svar.alle import SVAR

_FRA_DATA = ("**Kilder**", "**Kjelder**", "*Jeg regner", "*Eg reknar", "Neste spørsmål", "er kontrollert", "✓**", "✗**")


def _deler(svar: dict[str, Any]) -> dict[str, Any]:
    deler: dict[str, Any] = med_deler(svar)["payload"]["parts"]
    return deler


@pytest.mark.parametrize("malform", ["nb", "nn"])
@pytest.mark.parametrize("navn", SVAR)
def test_hvert_svar_har_en_konklusjon_og_ingenting_to_ganger(tjeneste: Tjeneste, navn: str, malform: Malform) -> None:
    svar = SVAR[navn][1](tjeneste, malform)
    deler = _deler(svar)
    samlet = f"{deler['lead']}\n\n{deler['body']}"
    assert deler["lead"].strip()
    assert not [merke for merke in _FRA_DATA if merke in samlet]
    avsnitt = svar["text"].split("\n\n")
    assert [a for a in samlet.split("\n\n") if a] == [a for a in avsnitt if a in samlet], "the order is the text's"
    if "measures" not in svar["payload"] or not svar["payload"]["measures"]:
        utelatt = [a for a in avsnitt if a not in samlet]
        assert all(any(m in a for m in _FRA_DATA) for a in utelatt), utelatt


def test_antallet_star_pa_gruppene_nar_noe_annet_er_konklusjonen() -> None:
    antall = "**Nav-tiltak: 1 passer, 29 kan passe og 1 passer ikke nå.**"
    payload = {"kind": "recommendation", "measures": [{"id": "x"}]}
    assert _deler({"text": f"**Se først på AFT.**\n\n{antall}", "payload": payload})["body"] == ""
    assert _deler({"text": f"{antall}\n\n**Husk**\n- x", "payload": payload})["lead"] == antall


def test_det_som_sies_foran_konklusjonen_horer_med(tjeneste: Tjeneste) -> None:
    payload = {"kind": "rule", "question": "hva?"}
    svar = {"text": "**1. Hva?**\n\n*Dette gjelder mannen.*\n\nKort sagt.\n\nResten.", "payload": payload}
    assert _deler(svar) == {"lead": "**1. Hva?**\n\n*Dette gjelder mannen.*\n\nKort sagt.", "body": "Resten."}


def test_grunner_og_alternativer_star_i_data() -> None:
    tekst = "**Nei.**\n\n**Praksis**\n- Er voksen\n\n- **A:** en\n- **B:** to\n\nSlutt"
    grunner = {"kind": "eligibility", "measures": [{"id": "x"}]}
    assert _deler({"text": tekst, "payload": grunner})["body"] == "- **A:** en\n- **B:** to\n\nSlutt"
    quiz = {"kind": "quiz", "quiz": {"question": {"options": []}}}
    assert _deler({"text": tekst, "payload": quiz})["body"] == "**Praksis**\n- Er voksen\n\nSlutt"
    assert _deler({"text": tekst, "payload": {"kind": "eligibility"}})["body"].startswith("**Praksis**")


def test_et_svar_uten_data_er_som_det_er() -> None:
    assert med_deler({"text": "Hei"}) == {"text": "Hei"}
