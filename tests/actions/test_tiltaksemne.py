"""Measures asked for by topic: found in the catalogue, weighed for the participant, and never taken from the others."""

from __future__ import annotations

import pytest

from tests.actions.tolk import Rasa


def _ider(svar: dict) -> list[str]:  # type: ignore[type-arg]
    return [t["id"] for t in svar["payload"]["measures"]]


@pytest.mark.parametrize(
    ("tekst", "gjettet", "tiltak"),
    [
        ("Finnes det noe for dem som vil starte egen bedrift?", "anbefal_tiltak", "gr-nder-entreprenorskapsopplaering"),
        ("Er det noen tiltak som gir lønn?", "spor_regel", "midlertidig-lonnstilskudd"),
        ("Hvilke korte kurs har vi?", "laer", "kort-norskkurs-for-ukrainere"),
        ("Noe for blinde eller svaksynte?", "utenfor", "funksjonsassistanse-i-arbeidslivet"),
        ("Hva finnes for folk med lærevansker?", "spor_kunnskap", "ekstra-stotte-og-utredning-ved-laerevansker"),
        ("Er det noe tiltak der de får en mentor?", "forklar_tiltak", "mentortilskudd"),
    ],
)
def test_a_topic_whatever_the_classifier_thought(rasa: Rasa, tekst: str, gjettet: str, tiltak: str) -> None:
    svar = rasa.si(tekst, gjettet)
    assert svar["payload"]["kind"] == "recommendation"
    assert svar["text"].startswith("**Jeg finner ")
    assert tiltak in _ider(svar)
    assert len(_ider(svar)) < 12


@pytest.mark.parametrize(
    ("tekst", "intent", "slag"),
    [
        ("Hva er arbeidstrening?", "forklar_tiltak", "measure"),
        ("Hvor mange dager ferie har deltakeren i intro?", "spor_regel", "rule"),
        ("Hvilke barrierer finnes for bruk av Nav-tiltak?", "spor_kunnskap", "finding"),
        ("Finnes det noen regler om fravær i sommerferien?", "spor_regel", "rule"),
        ("Hvilke tiltak kan mentor gis sammen med?", "spor_regel", "rule"),
    ],
)
def test_other_questions_keep_their_answer(rasa: Rasa, tekst: str, intent: str, slag: str) -> None:
    assert rasa.si(tekst, intent)["payload"]["kind"] == slag


@pytest.mark.parametrize(
    "tekst",
    [
        "Hvilke tiltak passer for en kvinne på 34 med A1?",
        "Har dere noe for en mann på 58 som vil jobbe i renhold?",
        "Hvilke tiltak kan en deltaker på A2 bruke for å få fagbrev?",
    ],
)
def test_somebody_described_is_recommended_for(rasa: Rasa, tekst: str) -> None:
    svar = rasa.si(tekst, "anbefal_tiltak")
    assert len(_ider(svar)) > 30
    assert svar["payload"]["profile"]


def test_what_is_said_of_a_group_is_no_fact_of_the_participant(rasa: Rasa) -> None:
    svar = rasa.si("Hvilke tilbud finnes for hjemmeværende mødre?", "anbefal_tiltak")
    assert _ider(svar)[0] == "jobbsjansen"
    assert svar["payload"]["profile"] == {}


def test_with_a_participant_each_measure_has_its_verdict(rasa: Rasa) -> None:
    rasa.si("En mann på 45 med A1 i intro", "oppgi_fakta")
    svar = rasa.si("Finnes det noe for hjemmeværende?", "anbefal_tiltak")
    jobbsjansen = next(t for t in svar["payload"]["measures"] if t["id"] == "jobbsjansen")
    assert jobbsjansen["verdict"] == "unsuitable"
    assert "Passer ikke" in svar["text"]


@pytest.mark.parametrize("tekst", ["Finnes det tiltak med barnepass?", "Finnes det svømmekurs for deltakere?"])
def test_nothing_found_is_said(rasa: Rasa, tekst: str) -> None:
    svar = rasa.si(tekst, "anbefal_tiltak")
    assert svar["text"].startswith("**Jeg finner ingen tiltak")
    assert _ider(svar) == []


def test_a_place_without_local_measures(rasa: Rasa) -> None:
    svar = rasa.si("Hvilke tiltak i Bergen?", "anbefal_tiltak")
    assert svar["text"].startswith("**Jeg finner ingen tiltak fra Bergen.**")
    assert svar["payload"]["profile"] == {"kommune": "Bergen"}


def test_a_place_with_local_measures_gives_only_those(rasa: Rasa) -> None:
    assert "larvik-fleksibel-digital-norskopplaering" in _ider(rasa.si("Er det noen tiltak i Larvik?", "spor_kunnskap"))


def test_in_nynorsk(rasa: Rasa) -> None:
    svar = rasa.si("Kva tiltak finst det for ungdom i Nav?", "anbefal_tiltak")
    assert svar["text"].startswith("**Eg finn ")
    assert "ungdomsgarantien" in _ider(svar)
