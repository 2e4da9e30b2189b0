"""How a conversation adds to, corrects and forgets facts, and how it is stored between messages."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from bot.profil.faktum import Profil
from bot.profil.lesing import les_profil
from bot.profil.samtale import Opplysning, Samtale, flett


def _sagt(faktum: str, *verdier: Any) -> Opplysning:
    return Opplysning(faktum, verdier)


def _ikke(faktum: str, *verdier: Any) -> Opplysning:
    return Opplysning(faktum, verdier, negert=True)


def _glem(faktum: str) -> Opplysning:
    return Opplysning(faktum, (), fjern=True)


# a profile in JSON, what a message says, and the profile after
FLETTINGER: dict[str, tuple[dict[str, Any], list[Opplysning], dict[str, Any]]] = {
    "nytt faktum legges til": ({"alder": 34}, [_sagt("norskniva", "A2")], {"alder": 34, "norskniva": "A2"}),
    "senere vinner": ({"norskniva": "A1"}, [_sagt("norskniva", "A2")], {"norskniva": "A2"}),
    "senere vinner i samme melding": ({}, [_sagt("alder", 30), _sagt("alder", 31)], {"alder": 31}),
    "flere mulige verdier": ({}, [_sagt("norskniva", "A1", "A2")], {"norskniva": ["A1", "A2"]}),
    "en verdi ordboka ikke godtar, lagres ikke": ({"alder": 34}, [_sagt("alder", 340)], {"alder": 34}),
    "et ukjent faktum lagres ikke": ({"alder": 34}, [_sagt("skostorrelse", 42)], {"alder": 34}),
    "et utledet faktum lagres ikke": ({}, [_sagt("aldersar", 34)], {}),
    "glem et faktum": ({"alder": 34, "norskniva": "A2"}, [_glem("alder")], {"norskniva": "A2"}),
    "glem et faktum som ikke er kjent": ({"norskniva": "A2"}, [_glem("alder")], {"norskniva": "A2"}),
    # negation
    "ikke denne av to": ({"norskniva": ["A1", "A2"]}, [_ikke("norskniva", "A1")], {"norskniva": "A2"}),
    "ikke denne, ukjent fra før": (
        {},
        [_ikke("utdanning", "hoyere", "fagbrev", "videregaende")],
        {"utdanning": ["ingen", "grunnskole", "deler_av_videregaende"]},
    ),
    "ikke den eneste": ({"utdanning": "fagbrev"}, [_ikke("utdanning", "fagbrev")], {}),
    "ikke noe annet enn det kjente": (
        {"utdanning": "fagbrev"},
        [_ikke("utdanning", "ingen")],
        {"utdanning": "fagbrev"},
    ),
    "ikke i en ordning": ({"ordning": "kvp"}, [_ikke("ordning", "kvp")], {}),
    "ikke i en annen ordning": ({"ordning": "nav"}, [_ikke("ordning", "kvp")], {"ordning": "nav"}),
    "ikke i intro tar programmåneden": (
        {"ordning": "intro", "programmaned": 4, "alder": 34},
        [_ikke("ordning", "intro")],
        {"alder": 34},
    ),
    # Norwegian, spoken and written
    "nytt norsknivå stryker muntlig og skriftlig": (
        {"norsk_muntlig": "B1", "norsk_skriftlig": "A2"},
        [_sagt("norskniva", "B1")],
        {"norskniva": "B1"},
    ),
    "muntlig nivå stryker det samlede": (
        {"norskniva": "A2"},
        [_sagt("norsk_muntlig", "B1")],
        {"norsk_muntlig": "B1"},
    ),
    "skriftlig nivå stryker det samlede, ikke det muntlige": (
        {"norskniva": "A2", "norsk_muntlig": "B1"},
        [_sagt("norsk_skriftlig", "A1")],
        {"norsk_muntlig": "B1", "norsk_skriftlig": "A1"},
    ),
    "muntlig og skriftlig i samme melding": (
        {"norskniva": "A2"},
        [_sagt("norsk_muntlig", "B1"), _sagt("norsk_skriftlig", "A2")],
        {"norsk_muntlig": "B1", "norsk_skriftlig": "A2"},
    ),
    "samlet og muntlig i samme melding blir stående": (
        {},
        [_sagt("norskniva", "A2"), _sagt("norsk_muntlig", "B1")],
        {"norskniva": "A2", "norsk_muntlig": "B1"},
    ),
    # the programme: in it, at a month, or done
    "en programmåned betyr ikke ferdig": (
        {"program_ferdig": True, "maneder_siden_program": 3},
        [_sagt("programmaned", 4)],
        {"programmaned": 4},
    ),
    "ferdig stryker måned og ordning": (
        {"programmaned": 4, "ordning": "intro", "alder": 34},
        [_sagt("program_ferdig", True)],
        {"program_ferdig": True, "alder": 34},
    ),
    "ferdig, og i KVP nå": (
        {"programmaned": 20, "ordning": "intro"},
        [_sagt("program_ferdig", True), _sagt("ordning", "kvp")],
        {"program_ferdig": True, "ordning": "kvp"},
    ),
    "ferdig stryker introduksjonsstønaden": (
        {"ordning": "intro", "ytelse": "introduksjonsstonad"},
        [_sagt("program_ferdig", True)],
        {"program_ferdig": True},
    ),
    "ferdig rører ikke en annen ytelse": (
        {"ytelse": "aap"},
        [_sagt("maneder_siden_program", 3)],
        {"ytelse": "aap", "maneder_siden_program": 3},
    ),
    "ferdig rører ikke en annen ordning": (
        {"ordning": "kvp"},
        [_sagt("program_ferdig", True)],
        {"ordning": "kvp", "program_ferdig": True},
    ),
    "ikke ferdig stryker tiden etter": (
        {"program_ferdig": True, "maneder_siden_program": 3},
        [_sagt("program_ferdig", False)],
        {"program_ferdig": False},
    ),
    "tid etter programmet stryker måned og intro": (
        {"programmaned": 20, "ordning": "intro"},
        [_sagt("maneder_siden_program", 2)],
        {"maneder_siden_program": 2},
    ),
    # changing scheme
    "ny ordning stryker programmåneden": (
        {"ordning": "intro", "programmaned": 9},
        [_sagt("ordning", "kvp")],
        {"ordning": "kvp"},
    ),
    "ny ordning med måned i samme melding": (
        {},
        [_sagt("ordning", "nav"), _sagt("programmaned", 9)],
        {"ordning": "nav", "programmaned": 9},
    ),
    "inn i intro igjen stryker ferdig": (
        {"program_ferdig": True, "maneder_siden_program": 8},
        [_sagt("ordning", "intro")],
        {"ordning": "intro"},
    ),
    "én ordning stryker listen": ({"ordninger": ["intro", "nav"]}, [_sagt("ordning", "kvp")], {"ordning": "kvp"}),
    "listen stryker den ene": (
        {"ordning": "kvp"},
        [_sagt("ordninger", "intro", "nav")],
        {"ordninger": ["intro", "nav"]},
    ),
    # other facts that replace each other
    "alder stryker fødselsdato": ({"fodselsdato": "1990-05-01"}, [_sagt("alder", 40)], {"alder": 40}),
    "fødselsdato stryker alder": (
        {"alder": 40},
        [_sagt("fodselsdato", date(1990, 5, 1))],
        {"fodselsdato": "1990-05-01"},
    ),
    "ny innsatsgruppe stryker arbeidsevnen": (
        {"nedsatt_arbeidsevne": True},
        [_sagt("innsatsgruppe", "gode_muligheter")],
        {"innsatsgruppe": "gode_muligheter"},
    ),
    "innsatsgruppe og arbeidsevne i samme melding": (
        {},
        [_sagt("innsatsgruppe", "trenger_veiledning"), _sagt("nedsatt_arbeidsevne", True)],
        {"innsatsgruppe": "trenger_veiledning", "nedsatt_arbeidsevne": True},
    ),
}


@pytest.mark.parametrize("navn", FLETTINGER)
def test_flett(navn: str) -> None:
    for_, nye, etter = FLETTINGER[navn]
    profil: Profil = les_profil(for_)
    uendret = dict(profil)
    assert flett(profil, nye) == les_profil(etter)
    assert profil == uendret, "den gamle profilen skal stå urørt"


def test_ferdig_med_programmet_tar_intro_ut_av_listen_over_ordninger() -> None:
    etter = flett(les_profil({"ordninger": ["intro", "nav"]}), [_sagt("program_ferdig", True)])
    assert all("intro" not in mulig for mulig in etter.get("ordninger", ()))


@pytest.mark.parametrize("faktum", ["ordning", "ordninger"])
def test_ikke_i_en_ordning_tar_den_ut_av_listen(faktum: str) -> None:
    assert flett({}, [_ikke(faktum, "intro")]) == {}
    assert flett(les_profil({"ordninger": ["intro", "nav"]}), [_ikke(faktum, "intro")]) == les_profil(
        {"ordninger": ["nav"]}
    )
    assert flett(les_profil({"ordninger": ["intro"]}), [_ikke(faktum, "intro")]) == {}


@pytest.mark.parametrize("kjent", [{"alder": 34}, {"programmaned": 4}])
def test_ikke_dette_tallet_glemmer_tallet(kjent: dict[str, Any]) -> None:
    profil = les_profil(kjent)
    assert flett(profil, [_ikke(navn, *verdier) for navn, verdier in profil.items()]) == {}


def _full() -> Samtale:
    return Samtale(
        "s1",
        profil=les_profil({"alder": 34, "norskniva": ["A1", "A2"], "ordninger": ["intro", "nav"]}),
        tenkt=les_profil({"alder": 34, "norskniva": "B1"}),
        person="ektefelle/deltaker",
        andre={"deltaker": les_profil({"bosatt_dato": "2025-03-01", "arbeid_timer_uke": 7.5})},
        malform="nn",
        malform_valgt=True,
        spurt_om="utdanning",
        tema="regel",
        tiltak=["arbeidstrening", "jobbsjansen"],
        bare_eier="nav",
        regel="R-060",
        sporsmal="hvor lenge varer intro",
        antatt=les_profil({"alder": 24}),
        anbefalt=True,
        vet_ikke={"deltaker": ["alder", "utdanning"]},
        tidligere=[{}, {"profil": {"alder": 33}}],
    )


def test_samtalen_lagres_og_leses_uten_tap() -> None:
    samtale = _full()
    lagret = json.loads(json.dumps(samtale.til_dict()))
    assert Samtale.fra_dict("s1", lagret) == samtale
    assert set(lagret) == {f for f in Samtale.__slots__ if f != "id"}, "alt i samtalen skal lagres"


def test_en_tom_samtale_lagres_og_leses() -> None:
    assert Samtale.fra_dict("s1", json.loads(json.dumps(Samtale("s1").til_dict()))) == Samtale("s1")


@pytest.mark.parametrize("felt", ["profil", "tenkt", "antatt"])
def test_en_profil_som_ikke_lenger_kan_leses_begynner_tom(felt: str) -> None:
    lagret = {**_full().til_dict(), felt: {"et_gammelt_faktum": 1}}
    lest = Samtale.fra_dict("s1", lagret)
    assert (lest.profil, lest.tenkt, lest.andre, lest.antatt) == ({}, None, {}, None)
    assert (lest.malform, lest.tema, lest.regel, lest.tiltak) == (
        "nn",
        "regel",
        "R-060",
        ["arbeidstrening", "jobbsjansen"],
    )


@pytest.mark.parametrize(
    "rusk", [{}, {"profil": 3, "tenkt": [], "malform": "en", "tiltak": "x", "tema": 5, "anbefalt": "ja"}]
)
def test_rusk_i_lageret_gir_en_tom_samtale(rusk: dict[str, object]) -> None:
    assert Samtale.fra_dict("s1", rusk) == Samtale("s1")


def test_gjeldende_er_det_tenkte_tilfellet_sa_lenge_det_star() -> None:
    samtale = Samtale("s1", profil=les_profil({"alder": 34}))
    assert samtale.gjeldende is samtale.profil
    samtale.tenkt = {}
    assert samtale.gjeldende == {}


def test_bytt_person_og_tilbake() -> None:
    a, b = les_profil({"alder": 34}), les_profil({"alder": 50})
    samtale = Samtale("s1", profil=a, tenkt=b)
    samtale.bytt_person()
    assert (samtale.profil, samtale.tenkt, samtale.andre) == ({}, None, {"deltaker": a})
    samtale.profil, samtale.tenkt = b, a
    assert samtale.tilbake()
    assert (samtale.profil, samtale.tenkt, samtale.andre) == (a, None, {"deltaker_2": b})
    assert samtale.tilbake()
    assert (samtale.profil, samtale.andre) == (b, {"deltaker": a})


def test_en_slektning_har_sine_egne_fakta_og_blir_funnet_igjen() -> None:
    henne, ham = les_profil({"kjonn": "kvinne", "alder": 34}), les_profil({"alder": 41})
    samtale = Samtale("s1", profil=henne)
    samtale.bytt_til(samtale.slektning("ektefelle"))
    assert (samtale.profil, samtale.familie, samtale.i_familien) == ({}, "deltaker", ["deltaker"])
    samtale.profil = ham
    samtale.bytt_til("deltaker")
    samtale.bytt_til(samtale.slektning("ektefelle"))
    assert samtale.profil == ham
    samtale.bytt_person()
    assert samtale.slektning("ektefelle") == "ektefelle/deltaker_2", "a new participant has a husband of her own"
    assert samtale.i_familien == []
    assert samtale.forste == "deltaker"


def test_bare_noen_fa_andre_blir_husket_og_den_forste_alltid() -> None:
    samtale = Samtale("s1", profil=les_profil({"alder": 20}))
    for alder in range(21, 40):
        samtale.bytt_person()
        samtale.profil = les_profil({"alder": alder})
    assert len(samtale.andre) <= 7
    assert samtale.andre["deltaker"] == les_profil({"alder": 20})


def test_tilbake_uten_noen_a_ga_tilbake_til() -> None:
    samtale = Samtale("s1", profil=les_profil({"alder": 34}))
    assert not samtale.tilbake()
    assert samtale.profil == les_profil({"alder": 34})


def test_a_bytte_person_to_ganger_glemmer_ikke_den_forste() -> None:
    samtale = Samtale("s1", profil=les_profil({"alder": 34}))
    samtale.bytt_person()
    samtale.bytt_person()
    assert samtale.andre == {"deltaker": les_profil({"alder": 34})}


def test_det_deltakeren_ikke_vet_sporres_det_ikke_om_igjen() -> None:
    samtale = Samtale("s1", profil=les_profil({"norskniva": "A2"}))
    for faktum in ("utdanning", "alder", "utdanning"):
        samtale.spurt_om = faktum
        samtale.svarte_vet_ikke()
    assert samtale.spor_ikke_om == {"utdanning", "alder"}
    samtale.bytt_person()
    assert samtale.spor_ikke_om == frozenset()
    samtale.profil = les_profil({"norskniva": "B1"})
    assert samtale.tilbake()
    assert samtale.spor_ikke_om == {"utdanning", "alder"}
