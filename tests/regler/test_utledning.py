"""Derived facts: what follows from what, why, and that nothing given is ever replaced."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from bot.profil.fakta import FAKTA, INNSATSGRUPPER, ORDNINGER
from bot.profil.lesing import les_profil
from bot.regler.utledning import Fakta, utled

from .profiler import delvise

DAG = date(2026, 11, 23)


def _utled(dag: date = DAG, **profil: Any) -> Fakta:
    return utled(les_profil(profil), dag)


def _f(*ordninger: str) -> frozenset[str]:
    return frozenset(ordninger)


# the profile, the derived fact, its possible values, and the facts it rests on
UTLEDNINGER: dict[str, tuple[dict[str, Any], str, tuple[Any, ...] | None, tuple[str, ...] | None]] = {
    "ordningen": ({"ordning": "kvp"}, "ordninger", (_f("kvp"),), ("ordning",)),
    "to mulige ordninger": ({"ordning": ["kvp", "nav"]}, "ordninger", (_f("kvp"), _f("nav")), ("ordning",)),
    "programmåned er intro": ({"programmaned": 4}, "ordninger", (_f("intro"),), ("programmaned",)),
    "programmåned og annen ordning": (
        {"programmaned": 4, "ordning": "nav"},
        "ordninger",
        (_f("intro", "nav"),),
        ("ordning", "programmaned"),
    ),
    "ferdig er ikke i intro": (
        {"program_ferdig": True},
        "ordninger",
        tuple(_f(o) for o in ORDNINGER if o != "intro"),
        ("program_ferdig",),
    ),
    "ikke ferdig sier ikke hvilken ordning": ({"program_ferdig": False}, "ordninger", None, None),
    "tid etter programmet er ferdig": (
        {"maneder_siden_program": 3},
        "program_ferdig",
        (True,),
        ("maneder_siden_program",),
    ),
    "samlet nivå fra muntlig og skriftlig": (
        {"norsk_muntlig": "B1", "norsk_skriftlig": "A2"},
        "norskniva",
        ("B1", "A2"),
        ("norsk_muntlig", "norsk_skriftlig"),
    ),
    "likt muntlig og skriftlig": (
        {"norsk_muntlig": "A2", "norsk_skriftlig": "A2"},
        "norskniva",
        ("A2",),
        ("norsk_muntlig", "norsk_skriftlig"),
    ),
    "bare muntlig gir ikke samlet": ({"norsk_muntlig": "B1"}, "norskniva", None, None),
    "muntlig fra samlet": ({"norskniva": ["A1", "A2"]}, "norsk_muntlig", ("A1", "A2"), ("norskniva",)),
    "skriftlig fra samlet": ({"norskniva": "A2"}, "norsk_skriftlig", ("A2",), ("norskniva",)),
    "alder dagen før bursdagen": ({"fodselsdato": "1992-11-24"}, "alder", (33,), ("fodselsdato",)),
    "alder på bursdagen": ({"fodselsdato": "1992-11-23"}, "alder", (34,), ("fodselsdato",)),
    "alderen i år": ({"fodselsdato": "1992-12-31"}, "aldersar", (34,), ("fodselsdato",)),
    "alderen i år av alderen": ({"alder": 34}, "aldersar", (34, 35), ("alder",)),
    "skoleåret i november begynte i år": ({"fodselsdato": "2008-12-31"}, "skolearsalder", (18,), ("fodselsdato",)),
    "skoleårsalderen av alderen": ({"alder": 18}, "skolearsalder", (18, 19), ("alder",)),
    "alder ved tillatelse av fødselsdato": (
        {"fodselsdato": "2006-05-02", "tillatelse_dato": "2024-05-01"},
        "alder_ved_tillatelse",
        (17,),
        ("fodselsdato", "tillatelse_dato"),
    ),
    "alder ved tillatelse av alder": (
        {"alder": 30, "tillatelse_dato": "2024-08-01"},
        "alder_ved_tillatelse",
        (28, 27),
        ("alder", "tillatelse_dato"),
    ),
    "alder ved tillatelse for nøyaktig to år siden": (
        {"alder": 30, "tillatelse_dato": "2024-11-23"},
        "alder_ved_tillatelse",
        (28,),
        ("alder", "tillatelse_dato"),
    ),
    "alder ved tillatelse kan ikke være under null": (
        {"alder": 2, "tillatelse_dato": "2024-08-01"},
        "alder_ved_tillatelse",
        (0,),
        ("alder", "tillatelse_dato"),
    ),
    "en mindreårig var mindreårig": ({"alder": 2}, "alder_ved_tillatelse", (0, 1, 2), ("alder",)),
    "en voksen sier ikke alder ved tillatelse": ({"alder": 18}, "alder_ved_tillatelse", None, None),
    "botid til i dag": (
        {"bosatt_dato": "2025-01-24", "tillatelse_dato": "2025-01-10", "ordning": "ingen"},
        "botid_ved_vedtak",
        (21,),
        ("bosatt_dato", "tillatelse_dato", "ordninger"),
    ),
    "botid når bosettingen forutsatte en tillatelse": (
        {"bosatt_dato": "2025-01-24", "bosatt_etter_avtale": True, "ordning": "ingen"},
        "botid_ved_vedtak",
        (21,),
        ("bosatt_dato", "bosatt_etter_avtale", "ordninger"),
    ),
    "botid når tillatelsen kan ha kommet senere": (
        {"bosatt_dato": "2026-08-24", "ordning": "ingen"},
        "botid_ved_vedtak",
        (0, 1, 2),
        ("bosatt_dato", "ordninger"),
    ),
    "botid når vedtaket kan være truffet før": (
        {"bosatt_dato": "2026-08-24", "tillatelse_dato": "2026-08-24"},
        "botid_ved_vedtak",
        (0, 1, 2),
        ("bosatt_dato", "tillatelse_dato"),
    ),
    "botid til tilbudet": (
        {
            "bosatt_dato": "2025-01-24",
            "tillatelse_dato": "2025-01-10",
            "tilbud_om_oppstart": "2025-03-23",
            "ordning": "intro",
        },
        "botid_ved_vedtak",
        (1,),
        ("bosatt_dato", "tillatelse_dato", "tilbud_om_oppstart", "ordninger"),
    ),
    "botid til tilbudet eller til et nytt vedtak": (
        {"bosatt_dato": "2025-01-24", "tillatelse_dato": "2025-01-10", "tilbud_om_oppstart": "2025-03-23"},
        "botid_ved_vedtak",
        (1, 21),
        ("bosatt_dato", "tillatelse_dato", "tilbud_om_oppstart"),
    ),
    "botid med senere tillatelse": (
        {"bosatt_dato": "2026-05-23", "tillatelse_dato": "2026-08-23", "ordning": "ingen"},
        "botid_ved_vedtak",
        (3, 4, 5, 6),
        ("bosatt_dato", "tillatelse_dato", "ordninger"),
    ),
    "botid i programmet kan ikke ha vokst etter starten": (
        {"bosatt_dato": "2025-01-23", "tillatelse_dato": "2025-01-10", "programmaned": 20},
        "botid_ved_vedtak",
        (0, 1, 2, 3),
        ("bosatt_dato", "tillatelse_dato", "programmaned", "ordninger"),
    ),
    "botid i programmet når oppstarten er ukjent": (
        {"bosatt_dato": "2026-08-24", "tillatelse_dato": "2026-08-24", "ordning": "intro"},
        "botid_ved_vedtak",
        (0, 1, 2),
        ("bosatt_dato", "tillatelse_dato", "ordninger"),
    ),
    "botid når programmet er ferdig, regnes til et nytt vedtak": (
        {"bosatt_dato": "2026-08-23", "bosatt_etter_avtale": True, "program_ferdig": True},
        "botid_ved_vedtak",
        (3,),
        ("bosatt_dato", "bosatt_etter_avtale", "program_ferdig", "ordninger"),
    ),
    "bosatt i framtiden er ingen botid": ({"bosatt_dato": "2026-12-24"}, "botid_ved_vedtak", (0,), ("bosatt_dato",)),
    "barn på 0 år": ({"yngste_barn_alder": 0}, "barnet_innen_14_maneder", (True,), ("yngste_barn_alder",)),
    "barn på 1 år": ({"yngste_barn_alder": 1}, "barnet_innen_14_maneder", (True, False), ("yngste_barn_alder",)),
    "barn på 2 år": ({"yngste_barn_alder": 2}, "barnet_innen_14_maneder", (False,), ("yngste_barn_alder",)),
    "barn på et halvt år": ({"yngste_barn_alder": 0.5}, "barnet_innen_14_maneder", (True,), ("yngste_barn_alder",)),
    "barn på 14 måneder midt i måneden": (
        {"yngste_barn_alder": 1.17},
        "barnet_innen_14_maneder",
        (True, False),
        ("yngste_barn_alder",),
    ),
    "barn på 15 måneder": ({"yngste_barn_alder": 1.25}, "barnet_innen_14_maneder", (False,), ("yngste_barn_alder",)),
    "yngste barn er et barn": ({"yngste_barn_alder": 3}, "barn_under_18", tuple(range(1, 8)), ("yngste_barn_alder",)),
    "et voksent barn er ikke under 18": ({"yngste_barn_alder": 18}, "barn_under_18", None, None),
    "norskrett": (
        {
            "oppholdsgrunnlag": "asyl",
            "tillatelse_dato": "2025-05-01",
            "tilbud_om_oppstart": "2025-05-23",
            "utdanning": "ingen",
        },
        "innenfor_norskrett",
        (True,),
        ("oppholdsgrunnlag", "tillatelse_dato", "tilbud_om_oppstart", "utdanning"),
    ),
    "norskrett uten tillatelsesdato": (
        {"oppholdsgrunnlag": "asyl", "tilbud_om_oppstart": "2025-05-23"},
        "innenfor_norskrett",
        None,
        None,
    ),
    "tid til program og tid i arbeid": (
        {"timer_tilgjengelig": [20, 27.5], "arbeid_timer_uke": 10},
        "timer_med_arbeid",
        (30, 37.5),
        ("timer_tilgjengelig", "arbeid_timer_uke"),
    ),
    "tid til program alene sier ikke summen": ({"timer_tilgjengelig": 20}, "timer_med_arbeid", None, None),
    "varig nedsatt er nedsatt": (
        {"varig_nedsatt_arbeidsevne": True},
        "nedsatt_arbeidsevne",
        (True,),
        ("varig_nedsatt_arbeidsevne",),
    ),
    "ikke nedsatt er ikke varig nedsatt": (
        {"nedsatt_arbeidsevne": False},
        "varig_nedsatt_arbeidsevne",
        (False,),
        ("nedsatt_arbeidsevne",),
    ),
    "nedsatt sier ikke om det er varig": ({"nedsatt_arbeidsevne": True}, "varig_nedsatt_arbeidsevne", None, None),
    "en KVP-deltaker er 18 til 66": ({"ordning": "kvp"}, "alder", tuple(range(18, 67)), ("ordninger",)),
    "en introdeltaker er minst 18": ({"programmaned": 2}, "alder", tuple(range(18, 80)), ("ordninger",)),
    "en tidligere introdeltaker er minst 18": (
        {"program_ferdig": True},
        "alder",
        tuple(range(18, 80)),
        ("program_ferdig",),
    ),
    "i Nav sier ikke alderen": ({"ordning": "nav"}, "alder", None, None),
    "kanskje i KVP sier ikke alderen": ({"ordning": ["kvp", "nav"]}, "alder", None, None),
}


@pytest.mark.parametrize("navn", UTLEDNINGER)
def test_utledning(navn: str) -> None:
    profil, faktum, ventet, fra = UTLEDNINGER[navn]
    fakta = _utled(**profil)
    assert fakta.verdier.get(faktum) == ventet
    if fra is None:
        assert faktum not in fakta.utledet
    else:
        assert fakta.utledet[faktum].fra == fra
        assert fakta.utledet[faktum].grunn


@pytest.mark.parametrize("gruppe", INNSATSGRUPPER)
def test_innsatsgruppen_sier_om_arbeidsevnen_er_nedsatt(gruppe: str) -> None:
    """The two highest groups say nothing: reduced capacity may be there all the same."""
    nedsatt = _utled(innsatsgruppe=gruppe).verdier.get("nedsatt_arbeidsevne")
    assert nedsatt == (None if gruppe in ("gode_muligheter", "trenger_veiledning") else (True,))


@pytest.mark.parametrize(
    ("dag", "aldersar", "skolearsalder"),
    [
        (date(2026, 7, 31), (30, 31), (29, 30)),
        (date(2026, 8, 1), (30, 31), (30, 31)),
        (date(2026, 12, 31), (30,), (30,)),
        (date(2027, 1, 1), (30, 31), (29, 30)),
    ],
)
def test_alderen_i_ar_og_i_skolearet_gjennom_aret(
    dag: date, aldersar: tuple[int, ...], skolearsalder: tuple[int, ...]
) -> None:
    verdier = _utled(dag, alder=30).verdier
    assert (verdier["aldersar"], verdier["skolearsalder"]) == (aldersar, skolearsalder)


def test_alderen_omfatter_alltid_den_fodselsdatoen_gir() -> None:
    """Whatever the birthday, the year ages from the age alone include those from the date of birth."""
    for dag in (date(2026, 2, 28), date(2026, 8, 1), DAG, date(2026, 12, 31)):
        for fodt in (date(2000, 2, 29), date(2000, 7, 31), date(2000, 8, 1), date(2000, 12, 31), date(2000, 1, 1)):
            sikker = _utled(dag, fodselsdato=fodt.isoformat()).verdier
            anslag = _utled(dag, alder=sikker["alder"][0]).verdier
            for faktum in ("aldersar", "skolearsalder"):
                assert sikker[faktum][0] in anslag[faktum], (dag, fodt, faktum)


def test_pa_manedens_siste_dag_har_barnet_enna_maneden_ut() -> None:
    assert _utled(date(2026, 11, 30), yngste_barn_alder=1.17).verdier["barnet_innen_14_maneder"] == (True,)


@pytest.mark.parametrize(
    ("gitt", "andre"),
    [
        ({"alder": 20}, {"fodselsdato": "1990-01-01"}),
        ({"alder_ved_tillatelse": 60}, {"fodselsdato": "1990-01-01", "tillatelse_dato": "2025-01-01"}),
        ({"norskniva": "C1"}, {"norsk_muntlig": "A1", "norsk_skriftlig": "A2"}),
        ({"norsk_muntlig": "B2"}, {"norskniva": "A2"}),
        ({"ordninger": ["kvp"]}, {"programmaned": 4, "ordning": "nav"}),
        ({"program_ferdig": False}, {"maneder_siden_program": 2}),
        ({"nedsatt_arbeidsevne": False}, {"innsatsgruppe": "liten_mulighet"}),
        ({"barn_under_18": 0}, {"yngste_barn_alder": 3}),
        ({"alder": 17}, {"ordning": "kvp"}),
    ],
)
def test_det_som_er_oppgitt_erstattes_aldri(gitt: dict[str, Any], andre: dict[str, Any]) -> None:
    fakta = _utled(**gitt, **andre)
    (navn,) = gitt
    assert fakta.verdier[navn] == les_profil(gitt)[navn]
    assert navn not in fakta.utledet


@settings(max_examples=60, deadline=None)
@given(par=delvise())
def test_ingenting_oppgitt_endres_og_alt_utledet_har_opphav(par: tuple[dict[str, Any], dict[str, Any]]) -> None:
    profil = les_profil(par[1])
    fakta = utled(profil, DAG)
    assert {k: fakta.verdier[k] for k in profil} == profil
    assert set(fakta.verdier) == set(profil) | set(fakta.utledet)
    for navn, u in fakta.utledet.items():
        assert navn in FAKTA
        assert navn not in profil
        assert fakta.verdier[navn], "en utledning uten verdier er ukjent, ikke tom"
        assert any(f in fakta.verdier for f in u.fra)


def test_en_kvp_deltaker_som_er_ferdig_med_intro_er_18_til_66() -> None:
    assert _utled(ordning="kvp", program_ferdig=True).verdier["alder"] == tuple(range(18, 67))
