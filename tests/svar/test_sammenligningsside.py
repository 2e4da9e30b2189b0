"""A question after a comparison gets its answer, not the table once more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.profil.lesing import les_profil
from bot.svar.sammenligningsside import Side, lengste, sidesvar
from bot.svar.tjeneste import Tjeneste

DAG = date(2026, 11, 23)


def _svar(tjeneste: Tjeneste, ider: list[str], side: Side, **profil: Any) -> dict[str, Any]:
    return sidesvar(tjeneste, ider, side, les_profil(profil), DAG, "nb")


def test_lengste_tid_regner_med_forlengelser_som_kan_gjelde(tjeneste: Tjeneste) -> None:
    t = tjeneste.tiltak
    assert lengste(t["midlertidig-lonnstilskudd"], les_profil({"nedsatt_arbeidsevne": False}), DAG) == 12
    assert lengste(t["midlertidig-lonnstilskudd"], les_profil({"nedsatt_arbeidsevne": True}), DAG) == 24
    assert lengste(t["varig-lonnstilskudd"], {}, DAG) == float("inf")
    assert lengste(t["sprakpraksis"], {}, DAG) is None
    assert lengste(t["jobbsjansen"], les_profil({"kan_lese_og_skrive_morsmal": True}), DAG) == 36
    assert lengste(t["jobbsjansen"], les_profil({"kan_lese_og_skrive_morsmal": False}), DAG) == 48


def test_den_som_varer_lengst_nevnes_forst(tjeneste: Tjeneste) -> None:
    svar = _svar(tjeneste, ["midlertidig-lonnstilskudd", "varig-lonnstilskudd"], "varighet")
    assert svar["text"].startswith(
        "**Varig lønnstilskudd kan vare lengst.**\n\n- **Midlertidig lønnstilskudd**: Inntil"
    )
    assert "|" not in svar["text"].split("**Kilder**")[0]
    assert [t["id"] for t in svar["payload"]["measures"]] == ["midlertidig-lonnstilskudd", "varig-lonnstilskudd"]


def test_uten_tall_sies_det(tjeneste: Tjeneste) -> None:
    tekst = _svar(tjeneste, ["arbeidstrening", "sprakpraksis"], "varighet")["text"]
    assert tekst.startswith("**Det vet jeg ikke.** Kildene gir ingen lengste tid for Språkpraksis.")
    tre = _svar(tjeneste, ["arbeidstrening", "sprakpraksis", "mentortilskudd"], "varighet")["text"]
    assert tre.startswith("**Mentortilskudd kan vare lengst.** Kildene gir ingen lengste tid for Språkpraksis.")


def test_hvem_som_betaler_for_hver(tjeneste: Tjeneste) -> None:
    likt = _svar(tjeneste, ["arbeidstrening", "mentortilskudd"], "betaler")["text"]
    assert likt.startswith("**Det er likt: staten betaler.**")
    ulikt = _svar(tjeneste, ["arbeidstrening", "sprakpraksis"], "betaler")["text"]
    assert ulikt.startswith("**Det er ulikt hvem som betaler:**\n\n- **Arbeidstrening**: Staten\n")


@pytest.mark.parametrize("side", ["varighet", "betaler", "eier", "norsk", "satser"])
def test_hver_side_har_en_linje_for_hvert_tiltak(tjeneste: Tjeneste, side: Side) -> None:
    ider = ["arbeidstrening", "jobbsjansen", "kvalifiseringsprogrammet"]
    for malform in ("nb", "nn"):
        tekst = sidesvar(tjeneste, ider, side, {}, DAG, malform)["text"]
        linjer = [li for li in tekst.split("*Regl")[0].splitlines() if li.startswith("- **")]
        assert len(linjer) == 3
        assert all(len(li) > 20 for li in linjer)
