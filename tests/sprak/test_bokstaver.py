"""Messages written without æ, ø and å, and the offsets of what is found in them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.sprak import bokstaver
from bot.sprak.malform import finn_malform
from bot.sprak.normalisering import normaliser


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        ("pa A2 i maned 4, 34 ar", "på a2 i måned 4, 34 år"),
        ("han vil soeke videregaaende naar han er 34 aar", "han vil søke videregående når han er 34 år"),
        ("nar far hun hoyere utdanning", "når får hun høyere utdanning"),
        ("hvor lenge kan ho ga i intro", "hvor lenge kan ho gå i intro"),
        ("onsker a ta sprakpraksis", "ønsker å ta språkpraksis"),
        ("laererne og larlingen", "lærerne og lærlingen"),
    ],
)
def test_bokstavene_settes_inn(skrevet: str, lest: str) -> None:
    assert normaliser(skrevet).tekst == lest


@pytest.mark.parametrize(
    "tekst",
    [
        "hun ga opp",
        "hennes far bor her",
        "arbeidspraksis",
        "klarer erfaring",
        "forhandle",
        "§ 14 a om tiltak",
        "en ma i økonomi",
        "MA i Oslo",
        "hva er intro?",
    ],
)
def test_andre_ord_star_i_fred(tekst: str) -> None:
    assert normaliser(tekst).tekst == tekst.lower()


@pytest.mark.parametrize(
    "tekst", ["paa maaned 4", "hun soeker videregaaende opplaering naa", "pa maned 4", "e\u0301n maaned"]
)
def test_hver_bokstav_peker_pa_der_den_ble_skrevet(tekst: str) -> None:
    norm = normaliser(tekst)
    assert norm.spenn(0, len(norm.tekst)) == (0, len(tekst))
    for ord_ in norm.tekst.split():
        fra = norm.tekst.index(ord_)
        a, b = norm.spenn(fra, fra + len(ord_))
        assert normaliser(tekst[a:b]).tekst == ord_


def test_ordlista_har_bare_ord_med_norske_bokstaver() -> None:
    liste = yaml.safe_load((Path(bokstaver.__file__).parent / "bokstaver.yml").read_text(encoding="utf-8"))
    assert [o for ord_ in liste.values() for o in ord_ if not set(o) & set("æøå")] == []


def test_malformen_leses_av_ordene_slik_de_er_ment() -> None:
    assert finn_malform("kva tiltak finst na?") == "nn"
