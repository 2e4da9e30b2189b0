"""Names and addresses: found where the context says so, and nowhere else. The names are common ones put together at random."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.personvern import fjern

ROT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("tekst", "renset"),
    [
        ("Deltakeren heter Amina Hassan og har A2 i måned 4", "Deltakeren heter [navn] og har A2 i måned 4"),
        ("hun heter amina, 34 år, A2", "hun heter [navn], 34 år, A2"),
        ("Ho heiter Selamawit og er frå Eritrea", "Ho heiter [navn] og er frå Eritrea"),
        ("en deltaker som heter Xhemile Qarri", "en deltaker som heter [navn]"),
        ("Brukeren min, Ahmed Ali, er 41 og har B1", "Brukeren min, [navn], er 41 og har B1"),
        ("deltakeren amina har a2", "deltakeren [navn] har a2"),
        ("Min deltaker Natalia vil jobbe", "Min deltaker [navn] vil jobbe"),
        ("Deltakeren Zxyra er 30", "Deltakeren [navn] er 30"),
        ("Kan Fatuma få AFT?", "Kan [navn] få AFT?"),
        ("kan fatuma få aft?", "kan [navn] få aft?"),
        ("Fatuma Warsame Ali (34) er på A1", "[navn] (34) er på A1"),
        ("Hva passer for Kari Nordmann i Hamar?", "Hva passer for [navn] i Hamar?"),
        ("mohammed ali khan 34 år a1", "[navn] 34 år a1"),
        ("FATIMA ALI har B1", "[navn] har B1"),
        ("Jan Berg er 52", "[navn] er 52"),
        ("Brukeren Bjørn er 45", "Brukeren [navn] er 45"),
        ("Aminas mann jobber fulltid", "[navn]s mann jobber fulltid"),
        ("Ibrahim og Mariam har begge A2", "[navn] og [navn] har begge A2"),
        ("Mvh Kari Nordmann, Nav Hamar", "Mvh [navn], Nav Hamar"),
        ("Jean-Baptiste Niyonzima går i intro", "[navn] går i intro"),
    ],
)
def test_navn_blir_tatt_bort(tekst: str, renset: str) -> None:
    assert fjern(tekst).tekst == renset


@pytest.mark.parametrize(
    ("tekst", "renset"),
    [
        ("hun bor i Storgata 12, 3015 Drammen og har A2", "hun bor i [adresse] Drammen og har A2"),
        ("Adressen er Øvre Slottsgate 5 B, 0157 Oslo", "Adressen er [adresse] Oslo"),
        ("bor i karl johans gate 4", "bor i [adresse]"),
        ("bor i storgata 12 a", "bor i [adresse]"),
        ("adresse: Nordbyhagen 7", "adresse: [adresse]"),
        ("DUF 201912345601, A2", "DUF [DUF-nummer], A2"),
        ("duf-nr: 2019 123456 01", "duf-nr: [DUF-nummer]"),
    ],
)
def test_adresse_og_dufnummer(tekst: str, renset: str) -> None:
    assert fjern(tekst).tekst == renset


@pytest.mark.parametrize(
    "tekst",
    [
        "Hva er forskjellen på Menn i helse og Jobbsjansen?",
        "Når får Nav svar i Rana?",
        "Hun går på Ole Vig videregående skole i Stjørdal",
        "Har Bergen Læringssenter tilbud?",
        "Mai er møtemåned, Jan Mayen er en øy",
        "Bruker Hamar, A2, mnd 5",
        "Deltakeren Nav følger opp har A2",
        "Skal Hans være med? Hans norsk er A2.",
        "Per uke er det 30 timer. Dag 1 og dag 2",
        "Er Karriere Oslo for flyktninger?",
        "Tiltaket heter Arbeidstrening, kurset heter Bransjeprogram Helse",
        "hva heter tiltaket?",
        "Hun vil jobbe på Kiwi Storgata",
        "praksisplassen 3 dager i uka, på veien 2 ganger i uka, på vei 2 år",
        "gate 3 på flyplassen",
        "Deltaker A2 i Ås, Bø eller Nes",
        "saksnummer 2024/123456",
    ],
)
def test_ord_steder_og_tiltak_er_ikke_navn(tekst: str) -> None:
    assert fjern(tekst).tekst == tekst


def _meldinger() -> list[str]:
    """Every question advisers are imagined to ask, in the training data and the conversations of the tests."""
    ut: list[str] = []
    for fil in sorted((ROT / "data" / "nlu").glob("*.yml")):
        for post in yaml.safe_load(fil.read_text(encoding="utf-8"))["nlu"]:
            ut += [linje.removeprefix("- ") for linje in post.get("examples", "").splitlines()]
    mapper = [ROT / "tests" / "e2e" / "samtaler", *(ROT / "tests" / "e2e").glob("sporsmal/utvikling")]
    for fil in [f for m in mapper for f in sorted(m.glob("*.yml"))]:
        ut += [t for t in _strenger(yaml.safe_load(fil.read_text(encoding="utf-8"))) if " " in t]
    return list(dict.fromkeys(t for t in ut if t.strip()))


def _strenger(verdi: object) -> list[str]:
    if isinstance(verdi, dict):
        return [t for v in verdi.values() for t in _strenger(v)]
    if isinstance(verdi, list):
        return [t for v in verdi for t in _strenger(v)]
    return [verdi] if isinstance(verdi, str) else []


def test_falske_alarmer_pa_alle_sporsmal_vi_har() -> None:
    meldinger = _meldinger()
    falske = [(t, fjern(t).tekst) for t in meldinger if "[" not in t and fjern(t).funn and "912 34 567" not in t]
    assert len(meldinger) > 4000
    assert len(falske) / len(meldinger) < 0.005, falske


@given(
    st.lists(
        st.sampled_from(["Amina", "heter", "Ali", "har", "A2", "deltakeren", "Nav", "[navn]", ",", "Storgata", "12"]),
        max_size=12,
    )
)
def test_renset_tekst_er_stabil(ord_: list[str]) -> None:
    en = fjern(" ".join(ord_)).tekst
    assert "Amina" not in en
    assert fjern(en).tekst == en


@pytest.mark.parametrize("tekst", ["Amina " * 330, "heter " * 330, "a " * 1000, "Storgata 1 " * 180, "adresse " * 250])
def test_lange_meldinger_tar_ikke_lang_tid(tekst: str) -> None:
    start = time.perf_counter()
    fjern(tekst)
    assert time.perf_counter() - start < 0.5
