"""Answers about rules: the rule text with its standing, and the numbers worked out for the participant."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.kunnskap.svarsetning import setninger
from bot.profil.lesing import les_profil
from bot.svar.malform import dato
from bot.svar.regelsvar import (
    ARBEIDSRETTING,
    NORSKRETT,
    PROGRAMTID,
    endringssvar,
    flere_regler_svar,
    regelsvar,
    vet_ikke_svar,
)
from bot.svar.regeltekst import uten_ja_nei, uten_setning
from bot.svar.tjeneste import Tjeneste

DAG = date(2026, 11, 23)


def _svar(tjeneste: Tjeneste, *ider: str, **profil: Any) -> dict[str, Any]:
    return regelsvar(tjeneste, [tjeneste.regler[i] for i in ider], les_profil(profil), DAG, "nb")


def test_reglene_det_regnes_for_finnes(tjeneste: Tjeneste) -> None:
    assert set(tjeneste.regler) >= PROGRAMTID | ARBEIDSRETTING | NORSKRETT


def test_hver_regel_kan_vises_pa_begge_malformer(tjeneste: Tjeneste) -> None:
    for r in tjeneste.regler.values():
        for malform, tekst, tittel in (("nb", r.svar, r.tittel), ("nn", r.svar_nn, r.tittel_nn)):
            svar = flere_regler_svar(tjeneste, [r], {}, DAG, malform)  # type: ignore[arg-type]
            assert svar["text"].startswith(f"**{tittel}**")
            assert uten_ja_nei(tekst) in svar["text"]
            assert svar["payload"]["sources"], r.id


@pytest.mark.parametrize(
    ("status", "merke"),
    [
        ("gjeldende", ""),
        ("vedtatt_ikke_i_kraft", " *(vedtatt, ikke i kraft)*"),
        ("historisk", " *(historisk – gjelder ikke lenger)*"),
    ],
)
def test_regelens_stilling_star_ved_tittelen(tjeneste: Tjeneste, status: str, merke: str) -> None:
    regel = next(r for r in tjeneste.regler.values() if r.status == status)
    linje = flere_regler_svar(tjeneste, [regel], {}, DAG, "nb")["text"].splitlines()[0]
    assert linje == f"**{regel.tittel}**{merke}"


def test_merknad_og_det_rapporten_sier_er_med(tjeneste: Tjeneste) -> None:
    regel = next(r for r in tjeneste.regler.values() if r.merknad and r.rapporten_sier)
    tekst = _svar(tjeneste, regel.id)["text"]
    assert f"*Merk: {regel.merknad}*" in tekst
    assert f"*Rapporten sier noe annet: {regel.rapporten_sier}*" in tekst


def test_de_nest_beste_reglene_er_valg(tjeneste: Tjeneste) -> None:
    svar = _svar(tjeneste, "R-004", "R-005", "R-006")
    assert [v["text"] for v in svar["choices"]] == [tjeneste.regler[i].tittel for i in ("R-005", "R-006")]


@pytest.mark.parametrize(
    ("profil", "begynner"),
    [
        ({"utdanning": "fagbrev"}, "**Inntil 12 måneder, uten forlengelse** – med videregående eller høyere (lov, "),
        (
            {"utdanning": "fagbrev", "tilbud_om_oppstart": "2025-06-01"},
            "**Inntil 6 måneder, og kan forlenges med inntil 6 måneder** – med videregående eller høyere (lov, ",
        ),
        (
            {"utdanning": "ingen", "sluttmal": "videregaende"},
            "**Inntil 4 år, og kan forlenges med inntil 12 måneder** – uten videregående, sluttmål fullført vid",
        ),
        ({}, "**Programtiden kommer an på:**\n- med videregående eller høyere: inntil 12 måneder"),
        (
            {"utdanning": "fagbrev", "tilbud_om_oppstart": "2026-01-01"},
            "**Datoen er uklar i forskriften.** ",
        ),
    ],
)
def test_programtiden_regnes_ut(tjeneste: Tjeneste, profil: dict[str, Any], begynner: str) -> None:
    assert _svar(tjeneste, "R-060", **profil)["text"].startswith(begynner)


def test_overgangen_nevnes_nar_datoen_for_tilbudet_er_ukjent(tjeneste: Tjeneste) -> None:
    setning = "Det gjelder dem som fikk tilbud om oppstart etter 1. januar 2026 (integreringsforskriften § 75)."
    assert setning in _svar(tjeneste, "R-060", utdanning="fagbrev")["text"]
    assert setning not in _svar(tjeneste, "R-060", utdanning="fagbrev", tilbud_om_oppstart="2026-02-01")["text"]


def test_regelteksten_er_den_som_svarer_til_lengden(tjeneste: Tjeneste) -> None:
    """Whatever rule of the group was found, the one with the paragraph of the length is shown."""
    for id in sorted(PROGRAMTID):
        tekst = _svar(tjeneste, id, utdanning="fagbrev")["text"]
        treff = [r for i in PROGRAMTID if (r := tjeneste.regler[i]).svar in tekst]
        assert len(treff) == 1
        assert "integreringsloven § 13 tredje ledd" in treff[0].hjemler


def test_lengden_det_sporres_om_star_forst_av_flere(tjeneste: Tjeneste) -> None:
    linjer = _svar(tjeneste, "R-064")["text"].split("\n")
    assert linjer[0] == "**Programtiden kommer an på:**"
    assert linjer[1].startswith("- uten videregående, sluttmål fag- og yrkesopplæring: inntil 5 år, uten forlengelse")


@pytest.mark.parametrize(
    ("utdanning", "lengde"),
    [("hoyere", "**Inntil 6 måneder, og kan forlenges med inntil 6 måneder**"), ("ingen", "**Overgangsreglene")],
)
def test_overgangsregelen_gir_lengden_nar_datoen_avgjor_den(tjeneste: Tjeneste, utdanning: str, lengde: str) -> None:
    svar = _svar(tjeneste, "R-302", "R-070", utdanning=utdanning, tilbud_om_oppstart="2025-11-01")
    assert svar["text"].startswith(lengde)


def test_en_gammel_lengde_far_den_gamle_regelen(tjeneste: Tjeneste) -> None:
    tekst = _svar(tjeneste, "R-060", utdanning="hoyere", tilbud_om_oppstart="2025-06-01")["text"]
    assert tjeneste.regler["R-070"].svar in tekst
    assert tjeneste.regler["R-060"].svar not in tekst


def test_norskretten_regnes_ut_bare_nar_den_er_sikker(tjeneste: Tjeneste) -> None:
    sikker = _svar(tjeneste, "R-121", oppholdsgrunnlag="kollektiv_beskyttelse")["text"]
    assert sikker.startswith("**Retten til norskopplæring varer inntil 12 måneder** fra tilbudet om oppstart (lov, ")
    assert (
        "Retten til norskopplæring varer inntil"
        not in _svar(tjeneste, "R-121", oppholdsgrunnlag="asyl")["text"].split("\n\n")[0]
    )


@pytest.mark.parametrize(
    ("tillatelse", "fra", "hjemmel"),
    [
        ("2023-07-31", "fra retten inntrådte, som regel da tillatelsen ble gitt", "slik den lød før 1. august 2023"),
        ("2023-08-01", "fra tilbudet om oppstart, eller ved tillatelse til og med 1. august 2023 fra retten", "§ 74"),
        ("2023-08-02", "fra tilbudet om oppstart", "integreringsforskriften § 74"),
    ],
)
def test_norskretten_regnes_fra_det_tillatelsen_sier(
    tjeneste: Tjeneste, tillatelse: str, fra: str, hjemmel: str
) -> None:
    svar = _svar(tjeneste, "R-121", oppholdsgrunnlag="asyl", utdanning="ingen", tillatelse_dato=tillatelse)
    forste = svar["text"].split("\n\n")[0]
    assert forste.startswith(f"**Retten til norskopplæring varer inntil 3 år** {fra}")
    assert hjemmel in forste
    assert any("§ 74" in f"{k['title']} {k['locator']}" for k in svar["payload"]["sources"])


def test_de_femten_timene_regnes_for_deltakeren(tjeneste: Tjeneste) -> None:
    tekst = _svar(tjeneste, "R-083", programmaned=8, utdanning="ingen", sluttmal="arbeid")["text"]
    assert tekst.startswith("**Måned 8: programmet skal nå ha minst 15 timer")
    assert not _svar(tjeneste, "R-083")["text"].startswith("**Måned")


def test_endringen_har_for_og_etter(tjeneste: Tjeneste) -> None:
    sluttet, begynte = [tjeneste.regler["R-001"]], [tjeneste.regler["R-007"]]
    svar = endringssvar(tjeneste, date(2026, 1, 1), sluttet, begynte, {}, DAG, "nb")
    assert svar["text"].startswith(f"**Reglene ble endret {dato(date(2026, 1, 1))}.** Dette gjaldt før:")
    assert (
        "- Programtid med videregående eller høyere: inntil 6 måneder + 6 måneder (integreringsloven § 13"
        in svar["text"]
    )
    assert f"**Nytt fra denne dagen**\n- {begynte[0].tittel}" in svar["text"]
    assert [v["text"] for v in svar["choices"]] == [begynte[0].tittel]


def test_en_dag_uten_endret_programtid_nevner_den_ikke(tjeneste: Tjeneste) -> None:
    svar = endringssvar(tjeneste, date(2024, 7, 1), [], [], {}, DAG, "nb")
    assert "Programtid" not in svar["text"]


def test_vet_ikke_sier_det_og_tilbyr_det_naermeste(tjeneste: Tjeneste) -> None:
    svar = vet_ikke_svar(tjeneste, [tjeneste.regler["R-004"]], "", {}, DAG, "nb")
    assert svar["text"].startswith("**Det vet jeg ikke.**")
    assert [v["text"] for v in svar["choices"]] == [tjeneste.regler["R-004"].tittel]
    assert "Det nærmeste" not in vet_ikke_svar(tjeneste, [], "", {}, DAG, "nb")["text"]


def test_an_unknown_name_gets_the_three_most_like_it(tjeneste: Tjeneste) -> None:
    svar = vet_ikke_svar(tjeneste, [], "Hva er jobbsjanseløftet?", {}, DAG, "nb")
    assert svar["text"].startswith("**Det vet jeg ikke.**")
    assert len(svar["choices"]) == 3
    assert "Hva er Jobbsjansen?" in [v["text"] for v in svar["choices"]]


def test_setningen_som_svarer_star_forst_og_bare_en_gang(tjeneste: Tjeneste) -> None:
    regel = tjeneste.regler["R-088"]
    setning = setninger(regel.svar)[-1]
    svar = regelsvar(tjeneste, [regel], {}, DAG, "nb", svarsetning=lambda _: setning)
    assert svar["text"].startswith(f"**{setning}**\n\n**{regel.tittel}**")
    assert svar["text"].count(setning) == 1


def test_en_setning_den_neste_bygger_pa_blir_staende() -> None:
    assert uten_setning("Kommunen lager planen. Den skal begrunnes.", "Kommunen lager planen.").startswith("Kommunen")
    assert uten_setning("Kommunen lager planen. Nav hjelper.", "Kommunen lager planen.") == "Nav hjelper."


def test_et_ja_eller_nei_star_foran_setningen(tjeneste: Tjeneste) -> None:
    regel = tjeneste.regler["R-084"]
    svar = regelsvar(tjeneste, [regel], {}, DAG, "nb", ja_nei=True, svarsetning=lambda _: setninger(regel.svar)[1])
    assert svar["text"].split("\n")[1].startswith("Nei, ")
