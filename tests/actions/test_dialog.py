"""How a message is worked into the conversation: short answers, who it is about, next month."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.dialog import (
    er_ny_person,
    med_kort_svar,
    med_neste_maned,
    midlertidig,
    ta_inn_fakta,
    tolk_svar,
    vet_ikke,
)
from actions.melding import Melding
from bot.profil.fakta import FAKTA
from bot.profil.lesing import les_profil, til_json
from bot.profil.samtale import Opplysning, Samtale

HENNE = {"norskniva": "A2", "programmaned": 4}


def _melding(tekst: str, **felt: Any) -> Melding:
    fakta = tuple(Opplysning(f, (v,)) for f, v in felt.pop("fakta", {}).items())
    return Melding(tekst=tekst, intent="oppgi_fakta", sikkerhet=0.4, opplysninger=fakta, **felt)


def _samtale(**felt: Any) -> Samtale:
    for navn in ("profil", "tenkt"):
        if navn in felt:
            felt[navn] = les_profil(felt[navn])
    return Samtale("s", **felt)


# Short answers, one kind of fact at a time


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("ja", True), ("Ja.", True), ("jepp", True), ("det stemmer", True), ("jo", True), ("ja det har hun", True),
        ("nei", False), ("Nei!", False), ("ikke", False), ("ikkje", False), ("nei det har hun ikke", False),
        ("kanskje", None), ("nesten", None), ("ja eller nei", None), ("", None),
    ],
)  # fmt: skip
def test_yes_and_no(tekst: str, ventet: bool | None) -> None:
    assert tolk_svar("arbeidssoker", tekst) == (None if ventet is None else (ventet,))


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("34", 34), ("hun er 34", 34), ("34 år", 34), ("ca. 34 år gammel", 34), ("12,5", 12.5), ("37.5 timer", 37.5),
        ("mellom 30 og 40", None), ("mange", None), ("1234", None), ("det er vanskelig å si om det er 34", None),
    ],
)  # fmt: skip
def test_numbers(tekst: str, ventet: float | None) -> None:
    svar = tolk_svar("arbeid_timer_uke", tekst)
    assert svar == (None if ventet is None else (ventet,))
    if svar is not None:
        assert type(svar[0]) is type(ventet), "whole numbers stay whole"


@pytest.mark.parametrize(
    ("faktum", "tekst", "ventet"),
    [
        ("norskniva", "a2", "A2"),
        ("norskniva", "under A1", "under_A1"),
        ("norskniva", "A3", None),
        ("utdanning", "Grunnskole.", "grunnskole"),
        ("utdanning", "Deler av videregående", "deler_av_videregaende"),
        ("utdanning", "fagbrev?", "fagbrev"),
        ("utdanning", "videregående eller fagbrev", None),
        ("oppholdsgrunnlag", "kollektiv beskyttelse", "kollektiv_beskyttelse"),
        ("oppholdsgrunnlag", "EØS", "eos"),
        ("ordning", "KVP", "kvp"),
        ("innsatsgruppe", "trenger veiledning", "trenger_veiledning"),
        ("tillatelse_dato", "ja", None),
        ("kommune", "Hamar", None),
    ],
)
def test_choices(faktum: str, tekst: str, ventet: str | None) -> None:
    assert tolk_svar(faktum, tekst) == (None if ventet is None else (ventet,))


@pytest.mark.parametrize("faktum", [f.navn for f in FAKTA.values() if f.slag in ("valg", "ordnet")])
def test_every_value_can_be_answered_as_we_spell_it(faktum: str) -> None:
    for verdi in FAKTA[faktum].verdier:
        assert tolk_svar(faktum, verdi.replace("_", " ")) == (verdi,)


@pytest.mark.parametrize("faktum", [f.navn for f in FAKTA.values() if f.slag == "ja_nei"])
def test_every_yes_or_no_fact_takes_yes_and_no(faktum: str) -> None:
    assert (tolk_svar(faktum, "ja"), tolk_svar(faktum, "nei")) == ((True,), (False,))


def test_a_short_answer_becomes_the_fact_we_asked_for() -> None:
    m = med_kort_svar(_samtale(spurt_om="arbeidssoker"), _melding("nei"))
    assert (m.intent, m.sikkerhet, m.opplysninger) == ("oppgi_fakta", 1.0, (Opplysning("arbeidssoker", (False,)),))


def test_an_answer_the_recognisers_understood_is_kept_as_it_is() -> None:
    m = replace(_melding("24 uker", fakta={"alder": 34}), intent="utenfor")
    svar = med_kort_svar(_samtale(spurt_om="alder"), m)
    assert (svar.intent, svar.opplysninger) == ("oppgi_fakta", (Opplysning("alder", (34,)),))


@pytest.mark.parametrize(
    ("spurt_om", "tekst"),
    [
        (None, "nei"),
        ("arbeidssoker", "nei det er noe jeg ikke vet"),
        ("arbeidssoker", "hva er AFT?"),
        ("alder", "nei"),
    ],
)
def test_what_is_no_short_answer_is_left_alone(spurt_om: str | None, tekst: str) -> None:
    m = _melding(tekst)
    assert med_kort_svar(_samtale(spurt_om=spurt_om), m) == m


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("vet ikke", True), ("jeg vet ikke", True), ("usikker", True), ("aner ikke", True), ("hopp over", True),
        ("veit ikkje", True), ("Ukjent.", True), ("nei", True), ("ja", True),
        ("jeg er usikker på om hun kan få KVP", False), ("usikkerhet", False),
    ],
)  # fmt: skip
def test_do_not_know(tekst: str, ventet: bool) -> None:
    assert vet_ikke(_samtale(spurt_om="innsatsgruppe"), _melding(tekst)) is ventet
    assert not vet_ikke(_samtale(spurt_om=None), _melding(tekst))


def test_a_yes_or_no_is_an_answer_to_a_yes_or_no_question() -> None:
    assert not vet_ikke(_samtale(spurt_om="arbeidssoker"), _melding("nei"))


# Somebody new, or the same one varied


@pytest.mark.parametrize(
    ("tekst", "fakta", "ventet"),
    [
        ("Jeg har en mann på 36", {"kjonn": "mann", "alder": 36}, True),
        ("ein deltakar på A1", {"norskniva": "A1"}, True),
        ("hvilke tiltak passer for en på B1?", {"norskniva": "B1"}, True),
        ("en ung kvinne med fagbrev", {"kjonn": "kvinne"}, True),
        ("en 34-åring i KVP", {"alder": 34}, True),
        ("Hun er på A2", {"norskniva": "A2"}, False),
        ("A2", {"norskniva": "A2"}, False),
        ("en deltaker", {}, False),
        ("og en på B1?", {"norskniva": "B1"}, False),
        ("enn en mann?", {"kjonn": "mann"}, False),
        ("hva med en deltaker på B1 i måned 10?", {"norskniva": "B1", "programmaned": 10}, True),
        ("hva med en på B1 i måned 10?", {"norskniva": "B1", "programmaned": 10}, False),
        ("hva med en deltaker på B1?", {"norskniva": "B1"}, False),
    ],
)
def test_new_person_or_variation(tekst: str, fakta: dict[str, Any], ventet: bool) -> None:
    assert er_ny_person(_melding(tekst, fakta=fakta)) is ventet


def test_a_new_person_needs_no_facts_when_the_words_say_so() -> None:
    assert er_ny_person(_melding("neste deltaker", ny_person=True))


def test_facts_of_the_same_person_add_up_and_end_a_supposed_case() -> None:
    s = _samtale(profil=HENNE, tenkt={"norskniva": "B1"})
    ta_inn_fakta(s, _melding("hun er 34", fakta={"alder": 34}))
    assert (til_json(s.profil), s.tenkt, s.andre) == ({**HENNE, "alder": 34}, None, {})


def test_a_new_person_starts_empty_and_the_one_before_is_kept() -> None:
    s = _samtale(profil=HENNE, tenkt={"norskniva": "B1"})
    ta_inn_fakta(s, _melding("en mann på 36", fakta={"kjonn": "mann", "alder": 36}))
    assert til_json(s.profil) == {"kjonn": "mann", "alder": 36}
    assert s.andre == {"deltaker": les_profil(HENNE)}
    assert s.tenkt is None


def test_a_message_without_facts_changes_nobody() -> None:
    s = _samtale(profil=HENNE, tenkt={"norskniva": "B1"})
    for_ = s.til_dict()
    ta_inn_fakta(s, _melding("neste deltaker", ny_person=True))
    assert s.til_dict() == for_


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("hva med B1?", {"norskniva": "B1", "programmaned": 4}),
        ("for en deltaker på B1?", {"norskniva": "B1"}),
    ],
)
def test_a_general_question_is_answered_for_its_own_case(tekst: str, ventet: dict[str, Any]) -> None:
    s = _samtale(profil=HENNE)
    for_ = s.til_dict()
    assert til_json(midlertidig(s, _melding(tekst, fakta={"norskniva": "B1"}))) == ventet
    assert s.til_dict() == for_


# Next month


@pytest.mark.parametrize("tekst", ["hva med neste måned?", "og om en måned", "kva med neste månad", "neste mnd"])
def test_next_month_supposes_the_month_after(tekst: str) -> None:
    m = med_neste_maned(_samtale(profil=HENNE), _melding(tekst))
    assert (m.intent, m.sporsmal, m.opplysninger) == ("hva_om", "hva_om", (Opplysning("programmaned", (5,)),))


def test_next_month_after_a_supposed_month_goes_on_from_that() -> None:
    m = med_neste_maned(_samtale(profil=HENNE, tenkt={"programmaned": 5}), _melding("og neste måned?"))
    assert m.opplysninger == (Opplysning("programmaned", (6,)),)


@pytest.mark.parametrize(
    ("profil", "tekst", "fakta"),
    [
        ({}, "hva med neste måned?", {}),
        ({"programmaned": [4, 5]}, "hva med neste måned?", {}),
        (HENNE, "hva med neste år?", {}),
        (HENNE, "neste måned er hun i måned 7", {"programmaned": 7}),
    ],
)
def test_next_month_needs_one_known_month_and_none_given(
    profil: dict[str, Any], tekst: str, fakta: dict[str, Any]
) -> None:
    m = _melding(tekst, fakta=fakta)
    assert med_neste_maned(_samtale(profil=profil), m) == m
