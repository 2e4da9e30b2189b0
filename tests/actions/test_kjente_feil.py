"""What reading the answers as an adviser has found wrong. A mark on those it still gets wrong; a fixed one loses its mark."""

from __future__ import annotations

import pytest

from tests.actions.tolk import Rasa, tiltak


@pytest.mark.parametrize(
    ("tekst", "intent"),
    [
        ("Passer blåbærprogrammet?", "vurder_tiltak"),
        ("Hva er blåbærprogrammet?", "forklar_tiltak"),
        ("Kan hun få dagpenger?", "vurder_tiltak"),
    ],
)
def test_an_unknown_measure_is_not_the_one_before(rasa: Rasa, tekst: str, intent: str) -> None:
    rasa.si("Passer AFT for en med A1?", "vurder_tiltak")
    assert "arbeidsforberedende-trening" not in tiltak(rasa.si(tekst, intent))


def test_a_citizen_is_somebody_new(rasa: Rasa) -> None:
    rasa.si("Hun er i KVP og 45 år", "oppgi_fakta")
    rasa.si("Hva passer for en EØS-borger med B2?", "anbefal_tiltak")
    assert rasa.fakta == {"oppholdsgrunnlag": "eos", "norskniva": "B2"}


def test_what_is_not_known_is_not_asked_again(rasa: Rasa) -> None:
    rasa.si("Hvilke tiltak passer for en på A2?", "anbefal_tiltak")
    spurt = [rasa.samtale.spurt_om]
    for _ in range(3):
        rasa.si("vet ikke", "oppgi_fakta")
        spurt.append(rasa.samtale.spurt_om)
    assert len(spurt) == len(set(spurt))


def test_that_i_do_not_know(rasa: Rasa) -> None:
    rasa.si("Hvilke tiltak passer for en på A2?", "anbefal_tiltak")
    spurt = rasa.samtale.spurt_om
    rasa.si("det vet jeg ikke", "oppgi_fakta")
    assert rasa.samtale.spurt_om != spurt


def test_a_rule_follow_up_with_a_date_in_it(rasa: Rasa) -> None:
    rasa.si("Hvor lenge kan en uten videregående gå i intro med mål om arbeid?", "spor_regel")
    svar = rasa.si("og hvis hun fikk tilbud i november 2025?", "hva_om")
    assert svar["payload"]["kind"] == "rule"
    assert "slik den lød før 1. januar 2026" in svar["text"]


def test_a_rule_follow_up_for_another_education(rasa: Rasa) -> None:
    rasa.si("Hvor lenge kan en uten videregående gå i intro med mål om arbeid?", "spor_regel")
    assert "12 måneder" in rasa.si("enn for en med videregående?", "spor_regel")["text"]


def test_programme_length_for_somebody_young(rasa: Rasa) -> None:
    svar = rasa.si("Hvor lenge kan en på 22 uten videregående gå i intro med mål om arbeid?", "spor_regel")
    assert svar["text"].startswith("**Inntil 2 år")


def test_programme_length_followed_up_with_an_education(rasa: Rasa) -> None:
    rasa.si("Hvor lenge kan en gå i intro med mål om arbeid?", "spor_regel")
    assert rasa.si("og for en uten videregående?", "spor_regel")["text"].startswith("**Inntil 2 år")


def test_a_short_new_question_after_a_rule_is_a_new_question(rasa: Rasa) -> None:
    rasa.si("Hvem betaler for Nav-tiltak i intro?", "spor_regel")
    for_ = rasa.samtale.regel
    rasa.si("Hva er forskjellen på rett og plikt?", "spor_regel")
    assert rasa.samtale.regel != for_


def test_why_after_a_rule_is_about_the_rule(rasa: Rasa) -> None:
    rasa.si("Passer AFT for en med A1?", "vurder_tiltak")
    rasa.si("Hvor lenge kan en med videregående gå i intro?", "spor_regel")
    assert "arbeidsforberedende-trening" not in tiltak(rasa.si("hvorfor?", "hvorfor"))


def test_a_side_of_a_scheme_talked_about(rasa: Rasa) -> None:
    rasa.si("Hva er Jobbsjansen?", "forklar_tiltak")
    svar = rasa.si("hvor lenge varer det?", "forklar_tiltak")
    assert "Jeg er ikke sikker" not in svar["text"]


def test_a_supposition_says_what_it_supposes(rasa: Rasa) -> None:
    rasa.si("Hvilke tiltak passer for en på A2?", "anbefal_tiltak")
    svar = rasa.si("og hvis hun fikk tilbud i 2025?", "hva_om")
    assert svar["payload"]["kind"] == "clarification"
    assert svar["text"].startswith("**Jeg forstår ikke hva som skal være annerledes.**")


def test_the_verdict_and_the_rule_under_it_agree(rasa: Rasa) -> None:
    svar = rasa.si("Kan hun gå fra intro rett til Jobbsjansen?", "vurder_tiltak")
    assert not ("kan passe.**" in svar["text"] and "Nei, hun kan ikke gå rett over" in svar["text"])


def test_an_unsure_wish_to_forget_forgets_nothing(rasa: Rasa) -> None:
    rasa.si("Hvilke tiltak passer for en på A2?", "anbefal_tiltak")
    rasa.si("hva skjer videre nå?", "glem", 0.15)
    assert rasa.fakta == {"norskniva": "A2"}


def test_an_event_that_is_no_fact_is_a_matter_of_the_rules(rasa: Rasa) -> None:
    svar = rasa.si("hva skjer hvis hun skulker undervisningen?", "hva_om")
    assert svar["payload"]["kind"] in ("rule", "clarification")
    assert "Jeg forstår ikke hva som skal være annerledes" not in svar["text"]
    assert "Jeg vet ingenting om deltakeren" not in svar["text"]


def test_another_sex_is_a_supposition(rasa: Rasa) -> None:
    for_ = rasa.si("Kan en mann på 36 få Jobbsjansen?", "vurder_tiltak")
    assert tiltak(for_)["jobbsjansen"] == "unsuitable"
    svar = rasa.si("enn en kvinne på samme alder?", "hva_om")
    assert tiltak(svar)["jobbsjansen"] != "unsuitable"
