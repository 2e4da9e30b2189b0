"""Misspelt words are read as the word meant; words, inflections and names are left alone."""

from __future__ import annotations

import pytest

from bot.sprak.normalisering import normaliser
from bot.sprak.skrivefeil import rett_ord


@pytest.mark.parametrize(
    ("skrevet", "ment"),
    [
        ("delatker", "deltaker"),
        ("månde", "måned"),
        ("vidergående", "videregående"),
        ("flykning", "flyktning"),
        ("introdusjonsprogramet", "introduksjonsprogrammet"),
        ("regsitrert", "registrert"),
        ("annsette", "ansette"),
        ("ukrianer", "ukrainer"),
    ],
)
def test_skrivefeil_rettes(skrevet: str, ment: str) -> None:
    assert rett_ord(skrevet) == ment


@pytest.mark.parametrize(
    "ord_",
    ["deltakere", "deltakerne", "måneders", "bruker", "brukere", "opphald", "kursene", "Ahmed".lower(), "praksis", "helst"],
)  # fmt: skip
def test_ord_og_boyninger_blir_staende(ord_: str) -> None:
    assert rett_ord(ord_) == ord_


@pytest.mark.parametrize(
    "tekst",
    [
        "delatker på A2",
        "hun har fulført vidergående i Syria",
        "han er introdeltager, B1",
        "grunskole og fagbrv",
        "kvine, 34 åar, norks A1",
    ],
)
def test_spennene_peker_i_det_som_ble_skrevet(tekst: str) -> None:
    norm = normaliser(tekst)
    assert norm.kart is None or len(norm.kart) == len(norm.tekst) + 1
    for i in range(len(norm.tekst)):
        fra, til = norm.spenn(i, i + 1)
        assert 0 <= fra <= til <= len(tekst)
    a = norm.tekst.split()[-1]
    fra, til = norm.spenn(norm.tekst.rindex(a), len(norm.tekst))
    assert tekst[fra:til] == tekst.split()[-1]


@pytest.mark.parametrize(
    ("skrevet", "ment"),
    [
        ("hva e rmentortilskud", "hva er mentortilskudd"),
        ("hvae r aft", "hva er aft"),
        ("hvor mye erintrostønad for en undr 25", "hvor mye er introstønad for en under 25"),
        ("hun e r29 år og ha r2 barn", "hun er 29 år og har 2 barn"),
        ("hnu er i kpv", "hun er i kvp"),
        ("kan en man vær med i jobsjansen", "kan en mann være med i jobbsjansen"),
        ("hva skjer vis hun flyter til oss", "hva skjer hvis hun flytter til oss"),
        ("tleler det i de 15 tmiene", "teller det i de 15 timene"),
    ],
)
def test_bytte_og_flyttet_mellomrom_er_en_slurv(skrevet: str, ment: str) -> None:
    assert normaliser(skrevet).tekst == ment


@pytest.mark.parametrize(
    "tekst", ["vis meg tiltak", "har han en far her", "vi ser en sak om noe", "man kan ta et kurs i mai"]
)
def test_riktige_smaord_blir_staende(tekst: str) -> None:
    assert normaliser(tekst).tekst == tekst
