"""Words as the rule search sees them."""

from __future__ import annotations

import pytest

from bot.kunnskap.ord import GRUPPER, del_sammensatt, enheter, er_andre_land, er_fortid, termer


@pytest.mark.parametrize(
    ("ett", "annet"),
    [
        ("intro", "introduksjonsprogrammet"),
        ("introen", "introprogram"),
        ("introstønad", "introduksjonsstønad"),
        ("KVP", "kvalifiseringsprogrammet"),
        ("vgs", "vidaregåande"),
        ("mnd", "månader"),
        ("veker", "uker"),
        ("femten timer", "15 timar"),
        ("ukrainarar", "kollektiv beskyttelse for ukrainere"),
        ("kor lenge varer", "hvor lenge vare"),
        ("rettleie", "veilede"),
        ("foreldrerettleiing", "foreldreveiledning"),
    ],
)
def test_samme_ord_i_ulik_form(ett: str, annet: str) -> None:
    assert set(termer(ett)) & set(termer(annet)) == set(termer(ett)) - {"kollektiv_beskyttelse"}


@pytest.mark.parametrize("tekst", ["hva er det", "ka e det", "kan du fortelle meg om det, vær så snill"])
def test_funksjonsord_faller_bort(tekst: str) -> None:
    assert set(termer(tekst)) <= {"fortelle", "så"}


def test_norsknivaa_og_paragraf_er_hele_ord() -> None:
    assert termer("A2 etter § 14 a") == ["a2", "§14a", "arbeidsevnevurdering", "§14a"]


def test_fraser_skiller_med_og_uten_videregaende() -> None:
    assert "uten_vgo" in termer("hun er uten vgs")
    assert "vgo_pluss" in termer("deltaker med VGO+")
    assert "uten_vgo" not in termer("deltaker med VGO+")


def test_forkortelser_overlever_ordboka() -> None:
    assert termer("AAP") == ["aap"]
    assert "~andre_ytelser" in GRUPPER["aap"]


def test_sammensatt_ord_deles_bare_i_kjente_deler() -> None:
    ordforrad = frozenset({"arbeid", "plass", "samtykke"})
    assert del_sammensatt("arbeidsplass", ordforrad) == ("arbeid", "plass")
    assert del_sammensatt("samtykkeskjema", ordforrad) == ()


@pytest.mark.parametrize(
    ("sporsmal", "enhet"),
    [
        ("hvor lenge varer det", "måneder"),
        ("kor mykje får ho", "kroner"),
        ("timer i uka", "timer per uke"),
        ("hun er 24 år", "alder"),
        ("frist for oppstart", "uker"),
        ("må hun ha A2", "norsknivå"),
    ],
)
def test_sporsmalet_sier_hva_slags_tall_det_vil_ha(sporsmal: str, enhet: str) -> None:
    assert enhet in enheter(sporsmal)


def test_uten_sporreord_ingen_enhet() -> None:
    assert enheter("kan kommunen sette ut programmet") == frozenset()


@pytest.mark.parametrize("tekst", ["hvor lenge varte intro i 2016", "hva gjaldt før 2021", "etter de gamle reglene"])
def test_fortid(tekst: str) -> None:
    assert er_fortid(tekst)


@pytest.mark.parametrize("tekst", ["hvor gammel må hun være", "må planen lages før vedtaket", "sats i 2026"])
def test_ikke_fortid(tekst: str) -> None:
    assert not er_fortid(tekst)


def test_andre_land_er_noe_annet_enn_a_komme_derfra() -> None:
    assert er_andre_land("hvordan søker jeg asyl i Sverige")
    assert not er_andre_land("en frisør fra Polen vil ha fagbrevet godkjent")
