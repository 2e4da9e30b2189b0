"""Where what was said stands, how old it is, what is newer, and more of it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.kunnskap.dokument import Dokument
from bot.profil.samtale import Malform
from bot.svar.oppfolgingssvar import kildesvar, mersvar, nyeresvar
from bot.svar.tjeneste import Tjeneste
from tests.kunnskap.kunnskapsmaling import alle_dokumenter

_I_DAG = date(2026, 11, 23)


def _finn(historisk: bool) -> Dokument:
    return next(
        d
        for d in alle_dokumenter()
        if not d.er_tiltak and d.historisk == historisk and d.ar and not d.navn and d.kilder
    )


@pytest.mark.parametrize(("malform", "ar"), [("nb", "Det jeg viste, er fra"), ("nn", "Det eg viste, er frå")])
def test_kilden_star_i_teksten_og_i_svaret(tjeneste: Tjeneste, malform: Malform, ar: str) -> None:
    d = _finn(historisk=True)
    svar = kildesvar(tjeneste, d.ting, _I_DAG, malform)
    assert svar["text"].startswith("**Det står i ")
    assert f"{ar} {d.ting.ar}" in svar["text"]
    assert "er historisk" in svar["text"]
    assert [e["id"] for e in svar["payload"]["entries"]] == [d.id]
    assert svar["payload"]["sources"]


def test_gjeldende_sies_ikke_a_vaere_historisk(tjeneste: Tjeneste) -> None:
    assert (
        "historisk" not in kildesvar(tjeneste, _finn(historisk=False).ting, _I_DAG, "nb")["text"].split("**Kilder")[0]
    )


@pytest.mark.parametrize(("malform", "hode"), [("nb", "**Jeg har ikke noe nyere"), ("nn", "**Eg har ikkje noko nyare")])
def test_uten_noe_nyere_sies_det(tjeneste: Tjeneste, malform: Malform, hode: str) -> None:
    svar = nyeresvar(tjeneste, _finn(historisk=True).ting, [], _I_DAG, malform)
    assert svar["text"].startswith(hode)
    assert svar["payload"]["sources"]


def test_det_nyere_vises_med_aret(tjeneste: Tjeneste) -> None:
    gammel, ny = _finn(historisk=True).ting, _finn(historisk=False).ting
    svar = nyeresvar(tjeneste, gammel, [ny], _I_DAG, "nb")
    assert svar["text"].startswith("**Ja, dette er nyere")
    assert ny.tekst in svar["text"]
    assert str(ny.ar) in svar["text"]
    assert [e["id"] for e in svar["payload"]["entries"]] == [ny.id]


@pytest.mark.parametrize(("malform", "tekst"), [("nb", "Det er alt jeg har"), ("nn", "Det er alt eg har")])
def test_uten_mer_sies_det(tjeneste: Tjeneste, malform: Malform, tekst: str) -> None:
    assert tekst in mersvar(tjeneste, [], _I_DAG, malform)["text"]


def test_mer_viser_tre_og_byr_fram_resten(tjeneste: Tjeneste) -> None:
    mer = [d for d in alle_dokumenter() if not d.er_tiltak and not d.navn][:5]
    svar = mersvar(tjeneste, mer, _I_DAG, "nb")
    assert [e["id"] for e in svar["payload"]["entries"]] == [d.id for d in mer[:3]]
    assert {mer[3].sporsmal[0], mer[4].sporsmal[0]} <= {v["text"] for v in svar["choices"]}
