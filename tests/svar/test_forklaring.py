"""What a measure is: the side that was asked for first, history marked, and only limits that can apply."""

from __future__ import annotations

from datetime import date

import pytest

from bot.profil.lesing import les_profil
from bot.profil.samtale import Malform
from bot.regler.vilkar import Utfall
from bot.svar.forklaring import forklaringssvar, ja_nei, timer, varighet_for
from bot.svar.malform import felt
from bot.svar.tjeneste import Tjeneste

DAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("sporsmal", "begynner"),
    [
        ("hvor_lenge", "**Midlertidig lønnstilskudd – varighet:**"),
        ("hvem_betaler", "**Midlertidig lønnstilskudd – hvem betaler:**"),
        ("hvem_eier", "**Midlertidig lønnstilskudd – hvem har ansvaret:**"),
        ("hvordan_soke", "**Slik går du fram**"),
        (None, "**Midlertidig lønnstilskudd**"),
    ],
)
def test_den_siden_det_ble_spurt_om_star_forst(tjeneste: Tjeneste, sporsmal: str | None, begynner: str) -> None:
    svar = forklaringssvar(tjeneste, "midlertidig-lonnstilskudd", {}, DAG, "nb", sporsmal)
    assert svar["text"].startswith(begynner)
    assert tjeneste.tiltak["midlertidig-lonnstilskudd"].sammendrag in svar["text"]
    valg = [v["text"] for v in svar["choices"]]
    assert ("Hvor lenge kan Midlertidig lønnstilskudd vare?" in valg) is (sporsmal != "hvor_lenge")


@pytest.mark.parametrize("malform", ["nb", "nn"])
def test_hvem_det_er_for_sies_med_vilkarene_og_ikke_mer(tjeneste: Tjeneste, malform: Malform) -> None:
    """For every measure: the group first, then the conditions; how long and how to apply is another question."""
    for t in tjeneste.tiltak.values():
        tekst = forklaringssvar(tjeneste, t.id, {}, DAG, malform, "hvem_kan")["text"]
        navn, gruppe = felt(t, "navn", malform), felt(t, "malgruppe", malform)
        assert tekst.startswith(f"**{navn} er for** {gruppe}"), t.id
        assert "**Slik går du fram**" not in tekst


def test_regelen_gjentar_ikke_det_katalogen_har_sagt_med_hjemmel(tjeneste: Tjeneste) -> None:
    regel = next(iter(tjeneste.regler.values()))
    med = forklaringssvar(tjeneste, "midlertidig-lonnstilskudd", {}, DAG, "nb", "hvor_lenge", regel)["text"]
    uten = forklaringssvar(tjeneste, "sprakpraksis", {}, DAG, "nb", "hvor_lenge", regel)["text"]
    assert regel.tittel not in med
    assert regel.tittel in uten


def test_uten_sats_sies_det(tjeneste: Tjeneste) -> None:
    uten = next(t for t in tjeneste.tiltak.values() if not t.satser)
    svar = forklaringssvar(tjeneste, uten.id, {}, DAG, "nb", "hvor_mye")
    assert svar["text"].startswith(f"**Kildene oppgir ingen sats for {uten.navn}.**")
    med = next(t for t in tjeneste.tiltak.values() if t.satser)
    svar = forklaringssvar(tjeneste, med.id, {}, DAG, "nb", "hvor_mye")
    assert svar["text"].startswith("**Satser**\n- ")
    assert all(s.tekst in svar["text"] for s in med.satser)


def test_historie_er_merket_som_historie(tjeneste: Tjeneste) -> None:
    gammel = next(t for t in tjeneste.tiltak.values() if t.status.kode == "historisk")
    tekst = forklaringssvar(tjeneste, gammel.id, {}, DAG, "nb", None)["text"]
    assert f"**{gammel.navn}** *({gammel.status.tekst})*: " in tekst


def test_bare_grenser_som_kan_gjelde_vises(tjeneste: Tjeneste) -> None:
    t = tjeneste.tiltak["midlertidig-lonnstilskudd"]
    for profil, utelatt in (
        ({"nedsatt_arbeidsevne": False}, True),
        ({"nedsatt_arbeidsevne": True}, False),
        ({}, False),
    ):
        funn = varighet_for(t, les_profil(profil), DAG)
        assert [g for g, _ in funn] == list(t.varighet.grenser)
        assert any(u is Utfall.IKKE_OPPFYLT for _, u in funn) is utelatt
        tekst = forklaringssvar(tjeneste, t.id, les_profil(profil), DAG, "nb", "hvor_lenge")["text"].split("\n\n")[0]
        for g, u in funn:
            assert (f"- {g.tekst}" in tekst) is (u is not Utfall.IKKE_OPPFYLT)


def test_timer_i_uka(tjeneste: Tjeneste) -> None:
    omfang = next(iter(tjeneste.tiltak.values())).omfang
    spenn = omfang.model_copy(update={"timer_uke_min": 15.0, "timer_uke_maks": 37.5})
    assert timer(spenn, "nb") == "15–37,5 timer i uka"
    assert timer(spenn, "nn") == "15–37,5 timar i veka"
    assert timer(spenn.model_copy(update={"timer_uke_min": 37.5}), "nb") == "37,5 timer i uka"
    assert timer(spenn.model_copy(update={"timer_uke_maks": None, "tekst": "varierer"}), "nb") == "varierer"


def test_svarordene_er_ord(tjeneste: Tjeneste) -> None:
    """The catalogue's code words never stand in an answer."""
    assert ja_nei("avhenger", "nb") == "kommer an på"
    t = next(t for t in tjeneste.tiltak.values() if t.arbeidsrettet_14a.teller == "avhenger")
    assert "(§ 14 a):** kjem an på. " in forklaringssvar(tjeneste, t.id, {}, DAG, "nn", None)["text"]


def test_tilskuddsvilkar_er_ikke_lov(tjeneste: Tjeneste) -> None:
    tekst = forklaringssvar(tjeneste, "jobbsjansen", {}, DAG, "nb", "hvor_lenge")["text"]
    assert "- Inntil to år (praksis, Vilkår for Jobbsjansen)" in tekst
    lov = forklaringssvar(tjeneste, "midlertidig-lonnstilskudd", {}, DAG, "nb", "hvor_lenge")["text"]
    assert "(lov, tiltaksforskriften § 9-4" in lov


def test_satser_star_uten_kodeord_for_perioden(tjeneste: Tjeneste) -> None:
    for t in tjeneste.tiltak.values():
        for malform in ("nb", "nn"):
            tekst = forklaringssvar(tjeneste, t.id, {}, DAG, malform, "hvor_mye")["text"]
            assert ", gjeldende" not in tekst, t.id
            assert ", 2026 (" not in tekst, t.id
