"""General questions in whole conversations, through `besvar`, with all of data/ and a real store, without Rasa."""

from __future__ import annotations

import pytest

from tests.actions.tolk import Rasa, Svar

APNING = "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?"


def _slag(svar: Svar) -> str:
    return str(svar["payload"]["kind"])


def _apne(rasa: Rasa) -> Svar:
    return rasa.si(APNING, "anbefal_tiltak")


# General questions


@pytest.mark.parametrize(
    ("tekst", "intent"),
    [
        ("Hvor lenge kan en uten videregående gå i intro med mål om arbeid?", "spor_regel"),
        ("Krever AFT A2?", "spor_regel"),
        ("Hva er mentortilskudd for en på 45?", "forklar_tiltak"),
        ("Hva er forskjellen på AFT og mentor for en på B1?", "sammenlign_tiltak"),
        ("Kan lønnstilskudd brukes mens en på B1 går i KVP?", "kombiner_tiltak"),
        ("hva kan du?", "hjelp"),
        ("hva blir været i morgen?", "utenfor"),
        ("hei", "hilsen"),
        ("takk", "takk"),
    ],
)
def test_a_general_question_does_not_change_the_participant(rasa: Rasa, tekst: str, intent: str) -> None:
    _apne(rasa)
    rasa.si(tekst, intent)
    assert rasa.fakta == {"norskniva": "A2", "programmaned": 4}
    assert rasa.samtale.andre == {}
    assert rasa.samtale.tenkt is None


def test_programme_length_is_counted_for_the_case_in_the_question(rasa: Rasa) -> None:
    _apne(rasa)
    svar = rasa.si("Hvor lenge kan en uten videregående gå i intro med mål om arbeid?", "spor_regel")
    assert _slag(svar) == "rule"
    assert svar["text"].startswith("**Inntil 2 år")
    assert "§ 14 sjette ledd" in svar["text"]


@pytest.mark.parametrize(
    ("tekst", "ventet", "ikke"),
    [
        ("og for en under 25?", "§ 14 tredje ledd", "§ 14 sjette ledd"),
        ("og med tilbud før 2026?", "slik den lød før 1. januar 2026", "Jeg er ikke sikker"),
        ("hvor står det?", "§ 14 sjette ledd", "Jeg er ikke sikker"),
    ],
)
def test_a_rule_can_be_followed_up(rasa: Rasa, tekst: str, ventet: str, ikke: str) -> None:
    rasa.si("Hvor lenge kan en uten videregående gå i intro med mål om arbeid?", "spor_regel")
    svar = rasa.si(tekst, "anbefal_tiltak")
    assert _slag(svar) == "rule"
    assert ventet in svar["text"]
    assert ikke not in svar["text"]
    assert rasa.fakta == {}


def test_a_follow_up_adds_to_the_case_of_the_question_before(rasa: Rasa) -> None:
    svar = rasa.si("Hvor lenge kan en uten videregående gå i intro?", "spor_regel")
    assert svar["text"].startswith("**Programtiden kommer an på:**")
    svar = rasa.si("og med mål om arbeid?", "spor_regel")
    assert svar["text"].startswith("**Inntil 2 år, uten forlengelse** – uten videregående, sluttmål arbeid")


def test_the_rule_for_an_age_group_comes_before_the_general_one(rasa: Rasa) -> None:
    svar = rasa.si("Hvor mye er introduksjonsstønaden for en på 22?", "spor_regel")
    assert svar["text"].startswith("**To tredeler stønad under 25 år")
    svar = rasa.si("Hvor mye er introduksjonsstønaden for en på 32?", "spor_regel")
    assert "**To tredeler stønad under 25 år" not in svar["text"]
    assert "22 758" in svar["text"]


def test_the_rule_for_an_age_group_is_among_the_nearest_when_the_search_is_unsure(rasa: Rasa) -> None:
    rasa.si("Hva passer for en på 22 med grunnskole?", "anbefal_tiltak")
    svar = rasa.si("hva skal sluttmålet være?", "spor_regel")
    assert "under 25 år" in svar["text"]


def test_a_general_question_asked_as_a_recommendation_gets_the_rule(rasa: Rasa) -> None:
    svar = rasa.si("Hvor mye er tiltakspengene per dag?", "anbefal_tiltak")
    assert _slag(svar) in ("rule", "measure")
    assert "312" in svar["text"]
