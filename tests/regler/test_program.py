"""The programme's own rules: one length for each education, goal and day of offer, and the hours."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from bot.profil.fakta import MED_VIDEREGAENDE, SLUTTMAL, UTDANNINGER
from bot.profil.lesing import les_profil
from bot.regler.program import arbeidsretting, programtid, tilbudsperiode, under_25_hovedregel
from bot.regler.utledning import Fakta, utled

DAG = date(2026, 11, 23)
APNE_2025, APNE_2026 = date(2025, 1, 1), date(2026, 1, 1)
DAGER = [date(2021, 1, 1) + timedelta(days=n) for n in range((date(2027, 1, 1) - date(2021, 1, 1)).days + 1)]

# integreringsloven §§ 13 and 14: (before, after, the day the wording leaves open), as (maks, forlengelse) in months
_MED = ((6, 6), (12, 0), APNE_2026)
_UTEN = {
    "arbeid": ((24, 12), (24, 0), APNE_2026),
    "deler_av_videregaende": ((24, 12), (36, 12), APNE_2025),
    "videregaende": ((36, 12), (48, 12), APNE_2025),
    "fag_og_yrkesopplaering": ((36, 12), (60, 0), APNE_2025),
}


def _fakta(dag: date = DAG, **profil: Any) -> Fakta:
    return utled(les_profil(profil), dag)


@pytest.mark.parametrize(
    ("utdanning", "sluttmal"),
    [p for p in product(UTDANNINGER, SLUTTMAL) if p[0] in MED_VIDEREGAENDE or p[1] in _UTEN],
)
def test_hver_dag_gir_noyaktig_en_programtid_unntatt_den_apne(utdanning: str, sluttmal: str) -> None:
    """Neither gap nor overlap from the Act's first day to past the change, for every day of the offer."""
    for_, etter, apen = _MED if utdanning in MED_VIDEREGAENDE else _UTEN[sluttmal]
    for dag in DAGER:
        fakta = Fakta({"utdanning": (utdanning,), "sluttmal": (sluttmal,), "tilbud_om_oppstart": (dag,)}, {}, DAG)
        tider = programtid(fakta)
        lengder = [(t.maks_mnd, t.forlengelse_mnd) for t in tider.mulige]
        assert lengder == ([for_, etter] if dag == apen else [for_] if dag < apen else [etter]), dag
        assert tider.usikker_dag is (dag == apen)
        assert tider.mangler == ()


@pytest.mark.parametrize("utdanning", [u for u in UTDANNINGER if u not in MED_VIDEREGAENDE])
def test_uten_videregaende_og_hoyere_utdanning_som_mal_har_loven_ingen_egen_lengde(utdanning: str) -> None:
    tider = programtid(_fakta(utdanning=utdanning, sluttmal="hoyere_utdanning", tilbud_om_oppstart="2026-06-01"))
    assert {t.sluttmal for t in tider.mulige} == set(_UTEN)
    assert not tider.sikker


def test_kollektiv_beskyttelse_med_hoyere_utdanning_som_mal_hadde_egen_lengde() -> None:
    profil = {"utdanning": "videregaende", "sluttmal": "hoyere_utdanning", "oppholdsgrunnlag": "kollektiv_beskyttelse"}
    lengder = {
        dag: [(t.maks_mnd, t.forlengelse_mnd) for t in programtid(_fakta(**profil, tilbud_om_oppstart=dag)).mulige]
        for dag in ("2023-06-30", "2023-07-01", "2025-12-31", "2026-01-02")
    }
    assert lengder == {
        "2023-06-30": [(6, 6)],
        "2023-07-01": [(12, 0)],
        "2025-12-31": [(12, 0)],
        "2026-01-02": [(12, 0)],
    }
    andre = programtid(_fakta(**{**profil, "oppholdsgrunnlag": "asyl"}, tilbud_om_oppstart="2025-12-31"))
    assert [t.maks_mnd for t in andre.mulige] == [6]


@pytest.mark.parametrize(
    ("profil", "mangler"),
    [
        ({}, ("utdanning", "sluttmal", "tilbud_om_oppstart")),
        ({"tilbud_om_oppstart": "2026-06-01"}, ("utdanning", "sluttmal")),
        ({"tilbud_om_oppstart": "2026-06-01", "utdanning": "ingen"}, ("sluttmal",)),
        ({"tilbud_om_oppstart": "2026-06-01", "utdanning": "fagbrev"}, ()),
        ({"tilbud_om_oppstart": "2026-06-01", "utdanning": ["ingen", "fagbrev"], "sluttmal": "arbeid"}, ("utdanning",)),
        ({"utdanning": "fagbrev"}, ("tilbud_om_oppstart",)),
        ({"utdanning": "fagbrev", "programmaned": 4}, ()),
        ({"utdanning": "ingen", "alder": 56, "programmaned": 4}, ()),
        ({"utdanning": "ingen", "alder": 55, "programmaned": 4}, ("sluttmal",)),
    ],
)
def test_det_som_mangler_for_a_vite_programtiden(profil: dict[str, Any], mangler: tuple[str, ...]) -> None:
    tider = programtid(_fakta(**profil))
    assert tider.mangler == mangler
    assert tider.sikker is (not mangler)


def test_antatt_tilbud_na_bare_nar_ingenting_sier_nar() -> None:
    assert programtid(_fakta(utdanning="fagbrev"), antatt_tilbud_na=True).mulige[0].maks_mnd == 12
    kjent = _fakta(utdanning="fagbrev", tilbud_om_oppstart="2025-06-01")
    assert programtid(kjent, antatt_tilbud_na=True).mulige[0].maks_mnd == 6
    lenge_i_program = _fakta(utdanning="fagbrev", programmaned=14)
    assert {t.maks_mnd for t in programtid(lenge_i_program, antatt_tilbud_na=True).mulige} == {6}


def test_tilbudsperioden_folger_programmaneden() -> None:
    """Month 4 on 23 November: the start came 23 July to 23 August, and the offer up to three months before."""
    periode = tilbudsperiode(_fakta(programmaned=4))
    assert (periode.fra, periode.til) == (date(2026, 4, 23), date(2026, 8, 23))
    assert tilbudsperiode(_fakta(tilbud_om_oppstart="2026-05-01")).kjent
    assert tilbudsperiode(_fakta()).til == DAG


@pytest.mark.parametrize(
    ("profil", "status", "fra"),
    [
        ({"utdanning": "fagbrev", "sluttmal": "arbeid", "programmaned": 3}, "ikke_enna", 4),
        ({"utdanning": "fagbrev", "sluttmal": "arbeid", "programmaned": 4}, "gjelder", 4),
        ({"utdanning": "ingen", "sluttmal": "arbeid", "programmaned": 6}, "ikke_enna", 7),
        ({"utdanning": "ingen", "sluttmal": "arbeid", "programmaned": 7}, "gjelder", 7),
        ({"utdanning": "ingen", "sluttmal": "arbeid"}, "ukjent", 7),
        ({"utdanning": "ingen", "sluttmal": "arbeid", "programmaned": [6, 7]}, "ukjent", 7),
        ({"sluttmal": "arbeid", "programmaned": 5}, "ukjent", None),
        ({"sluttmal": "arbeid", "programmaned": 7}, "gjelder", None),
        ({"programmaned": 7}, "ukjent", None),
        ({"programmaned": 3}, "ikke_enna", None),
        ({"sluttmal": ["arbeid", "videregaende"], "utdanning": "ingen", "programmaned": 7}, "ukjent", 7),
        ({"sluttmal": "videregaende", "programmaned": 7}, "gjelder_ikke", None),
        ({"ordning": "kvp"}, "gjelder_ikke", None),
        ({"program_ferdig": True}, "gjelder_ikke", None),
    ],
)
def test_arbeidsretting(profil: dict[str, Any], status: str, fra: int | None) -> None:
    krav = arbeidsretting(_fakta(**profil))
    assert (krav.status, krav.fra_maned) == (status, fra)
    assert krav.timer_uke == (None if status == "gjelder_ikke" else 15)


def test_arbeidsretting_gjelder_fra_2026() -> None:
    profil = {"utdanning": "fagbrev", "sluttmal": "arbeid", "programmaned": 8, "oppholdsgrunnlag": "asyl"}
    assert arbeidsretting(_fakta(date(2025, 12, 31), **profil)).hvorfor_ikke == "for_2026"
    assert arbeidsretting(_fakta(date(2026, 1, 1), **profil)).status == "gjelder"


def test_for_2026_gjaldt_timene_bare_kollektiv_beskyttelse() -> None:
    profil = {"oppholdsgrunnlag": "kollektiv_beskyttelse", "sluttmal": "arbeid"}
    statuser = [arbeidsretting(_fakta(date(2025, 6, 1), **profil, programmaned=m)).status for m in (3, 4)]
    assert statuser == ["ikke_enna", "gjelder"]
    assert arbeidsretting(_fakta(date(2025, 6, 1), **profil, programmaned=24)).status == "gjelder_ikke"


@pytest.mark.parametrize(
    ("profil", "ventet"),
    [
        ({"alder": 24, "utdanning": "ingen"}, True),
        ({"alder": 25, "utdanning": "ingen"}, False),
        ({"alder": 24, "utdanning": "fagbrev"}, False),
        ({"alder": [24, 25], "utdanning": "ingen"}, None),
        ({"alder": 24}, None),
        ({"utdanning": "ingen"}, None),
        ({"utdanning": "fagbrev"}, False),
        ({"alder": 40}, False),
    ],
)
def test_hovedregelen_for_unge(profil: dict[str, Any], ventet: bool | None) -> None:
    assert under_25_hovedregel(_fakta(**profil)) is ventet
