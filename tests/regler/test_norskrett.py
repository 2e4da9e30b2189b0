"""The right to Norwegian: months, what they are counted from, and whether the time is over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.profil.lesing import les_profil
from bot.regler.norskrett import Norskrett, innenfor, norskrett
from bot.regler.utledning import utled

DAG = date(2026, 11, 23)


def _rett(dag: date = DAG, **profil: Any) -> Norskrett:
    fakta = utled(les_profil(profil), dag)
    return norskrett(fakta.verdier, dag)


@pytest.mark.parametrize(
    ("profil", "maneder", "mangler"),
    [
        ({"oppholdsgrunnlag": "asyl", "utdanning": "ingen"}, (36,), ()),
        ({"oppholdsgrunnlag": "asyl", "utdanning": "fagbrev"}, (18,), ()),
        ({"oppholdsgrunnlag": "asyl"}, (18, 36), ("utdanning",)),
        ({"oppholdsgrunnlag": "kollektiv_beskyttelse"}, (12,), ()),
        ({}, (12, 18, 36), ("utdanning", "oppholdsgrunnlag")),
        ({"oppholdsgrunnlag": "eos"}, (), ()),
        ({"oppholdsgrunnlag": "arbeid"}, (), ()),
        ({"oppholdsgrunnlag": "familie_annet"}, (), ()),
    ],
)
def test_norskrett(profil: dict[str, Any], maneder: tuple[int, ...], mangler: tuple[str, ...]) -> None:
    rett = _rett(**profil)
    assert (rett.mulige_mnd, rett.mangler) == (maneder, mangler)


@pytest.mark.parametrize("opphold", ["eos", "arbeid", "familie_annet", "annet", ["asyl", "arbeid"]])
def test_uten_norskrett_i_maneder_sies_det_ikke_om_tiden_er_ute(opphold: str | list[str]) -> None:
    profil = {"oppholdsgrunnlag": opphold, "tilbud_om_oppstart": "2022-06-01", "tillatelse_dato": "2022-05-01"}
    assert innenfor(les_profil(profil), DAG) == ()


@pytest.mark.parametrize(
    ("tillatelse", "hjemmel", "overgang", "fra"),
    [
        (None, "§ 32 første ledd", None, ("rett_inntrer", "tilbud_om_oppstart")),
        ("2023-07-31", "§ 32 første ledd slik den lød før 1. august 2023", "§ 74", ("rett_inntrer",)),
        ("2023-08-01", "§ 32 første ledd", "§ 74", ("rett_inntrer", "tilbud_om_oppstart")),
        ("2023-08-02", "§ 32 første ledd", "§ 74", ("tilbud_om_oppstart",)),
    ],
)
def test_versjonen_og_overgangen_folger_tillatelsen(
    tillatelse: str | None, hjemmel: str, overgang: str | None, fra: tuple[str, ...]
) -> None:
    rett = _rett(oppholdsgrunnlag="asyl", utdanning="ingen", tillatelse_dato=tillatelse)
    assert rett.hjemmel == f"integreringsloven {hjemmel}"
    assert rett.overgang == (f"integreringsforskriften {overgang}" if overgang else None)
    assert rett.regnes_fra == fra


# § 32 first paragraph with § 74 of the regulation: the permit, the offer, the day, and whether the right still runs
_ASYL = {"oppholdsgrunnlag": "asyl", "utdanning": "ingen"}
_FAMILIE = {"oppholdsgrunnlag": "familie_til_flyktning", "utdanning": "ingen"}
_KOLLEKTIV = {"oppholdsgrunnlag": "kollektiv_beskyttelse", "utdanning": "ingen"}


@pytest.mark.parametrize(
    ("profil", "dag", "ventet"),
    [
        # a permit after 1 August 2023: from the offer
        ({**_ASYL, "tillatelse_dato": "2023-08-02", "tilbud_om_oppstart": "2024-02-10"}, "2027-02-09", (True,)),
        ({**_ASYL, "tillatelse_dato": "2023-08-02", "tilbud_om_oppstart": "2024-02-10"}, "2027-02-10", (False,)),
        # an older permit: from the day the right arose, whatever the offer
        ({**_ASYL, "tillatelse_dato": "2023-07-31", "tilbud_om_oppstart": "2024-02-10"}, "2026-07-30", (True,)),
        ({**_ASYL, "tillatelse_dato": "2023-07-31", "tilbud_om_oppstart": "2024-02-10"}, "2026-07-31", (False,)),
        ({**_ASYL, "tillatelse_dato": "2023-07-31"}, "2026-07-31", (False,)),
        # the day itself is left open by "etter 1. august 2023"
        ({**_ASYL, "tillatelse_dato": "2023-08-01", "tilbud_om_oppstart": "2024-02-10"}, "2026-07-31", (True,)),
        ({**_ASYL, "tillatelse_dato": "2023-08-01", "tilbud_om_oppstart": "2024-02-10"}, "2026-08-01", (True, False)),
        ({**_ASYL, "tillatelse_dato": "2023-08-01", "tilbud_om_oppstart": "2024-02-10"}, "2027-02-10", (False,)),
        # the offer comes after the permit, so the right cannot be over sooner than counted from the permit
        ({**_ASYL, "tillatelse_dato": "2024-01-01"}, "2026-12-31", (True,)),
        ({**_ASYL, "tillatelse_dato": "2024-01-01"}, "2027-01-01", (True, False)),
        # granted abroad: the arrival decides the version, and is known only by what came after it
        ({**_FAMILIE, "tillatelse_dato": "2023-06-01", "bosatt_dato": "2023-07-15"}, "2026-07-15", (False,)),
        ({**_FAMILIE, "tillatelse_dato": "2023-06-01", "bosatt_dato": "2023-07-15"}, "2026-07-14", (True, False)),
        ({**_FAMILIE, "tillatelse_dato": "2023-06-01", "bosatt_dato": "2023-09-15"}, "2026-09-15", (True, False)),
        # before the Act another Act holds, unless the person came after it
        ({**_ASYL, "tillatelse_dato": "2020-12-31", "tilbud_om_oppstart": "2021-03-01"}, "2026-11-23", (True, False)),
        # the education decides between 18 months and three years
        (
            {**_ASYL, "utdanning": "hoyere", "tillatelse_dato": "2024-05-01", "tilbud_om_oppstart": "2025-05-23"},
            "2026-11-22",
            (True,),
        ),
        (
            {**_ASYL, "utdanning": "hoyere", "tillatelse_dato": "2024-05-01", "tilbud_om_oppstart": "2025-05-23"},
            "2026-11-23",
            (False,),
        ),
        (
            {"oppholdsgrunnlag": "asyl", "tillatelse_dato": "2024-05-01", "tilbud_om_oppstart": "2025-05-23"},
            "2026-11-23",
            (True, False),
        ),
        # § 37 d second paragraph: a year, whatever the permit
        ({**_KOLLEKTIV, "tilbud_om_oppstart": "2025-11-24"}, "2026-11-23", (True,)),
        ({**_KOLLEKTIV, "tilbud_om_oppstart": "2025-11-23"}, "2026-11-23", (False,)),
        ({**_KOLLEKTIV}, "2026-11-23", (True, False)),
    ],
)
def test_om_retten_fortsatt_loper(profil: dict[str, Any], dag: str, ventet: tuple[bool, ...]) -> None:
    assert innenfor(les_profil(profil), date.fromisoformat(dag)) == ventet
