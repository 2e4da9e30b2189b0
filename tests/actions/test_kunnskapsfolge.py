"""Going on from an answer of the base: its source, its age, more of it - and not from anything else."""

from __future__ import annotations

import pytest

from tests.actions.tolk import Rasa

_SPORSMAL = "svakheter ved modellen i Hamar?"


@pytest.mark.parametrize("intent", ["spor_regel", "utenfor", "spor_kunnskap"])
@pytest.mark.parametrize("videre", ["hvor står det?", "hvilken rapport er det?", "kvar har du det frå?"])
def test_kilden_til_det_som_ble_sagt(rasa: Rasa, videre: str, intent: str) -> None:
    forst = rasa.si(_SPORSMAL, "spor_kunnskap")["payload"]["entries"][0]
    svar = rasa.si(videre, intent)
    assert svar["text"].startswith("**Det står i ")
    assert [e["id"] for e in svar["payload"]["entries"]] == [forst["id"]]
    assert set(forst["source_ids"]) <= {k["id"] for k in svar["payload"]["sources"]}


def test_hvor_gammelt_det_er(rasa: Rasa) -> None:
    rasa.si(_SPORSMAL, "spor_kunnskap")
    svar = rasa.si("gjelder det fortsatt?", "spor_regel")
    assert svar["text"].startswith(("**Jeg har ikke noe nyere", "**Ja, dette er nyere"))
    assert "Det jeg viste, er fra 201" in svar["text"]
    assert "historisk" in svar["text"]


def test_mer_gir_noe_annet_enn_det_som_ble_vist(rasa: Rasa) -> None:
    forst = rasa.si(_SPORSMAL, "spor_kunnskap")["payload"]["entries"][0]["id"]
    svar = rasa.si("fortell mer", "utenfor")
    ider = [e["id"] for e in svar["payload"]["entries"]]
    assert ider
    assert forst not in ider


def test_etter_en_regel_er_det_ikke_basen_det_sporres_om(rasa: Rasa) -> None:
    rasa.si("Hvor lenge kan introduksjonsprogrammet vare?", "spor_regel")
    assert rasa.si("hvor står det?", "spor_regel")["payload"]["kind"] == "rule"


def test_et_nytt_sporsmal_er_ingen_fortsettelse(rasa: Rasa) -> None:
    rasa.si(_SPORSMAL, "spor_kunnskap")
    assert "Det står i" not in rasa.si("hvor finner vi praksisplasser?", "spor_kunnskap")["text"]
