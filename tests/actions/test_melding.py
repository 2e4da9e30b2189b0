"""A tracker's latest message read into our own words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions.melding import Melding, les_melding
from bot.profil.samtale import Opplysning
from bot.sprak.tiltaksnavn import Navneregister
from tests.actions.tolk import rasa_melding


def _faktum(faktum: str, *verdier: object, **felt: bool) -> dict[str, Any]:
    verdi = {"faktum": faktum, "verdier": list(verdier), "negert": False, "fjern": False, "usikker": False, **felt}
    return {"entity": "faktum", "value": verdi}


def _navn(id_: str, *alternativer: str, i_faktum: bool = False) -> dict[str, Any]:
    verdi = {"id": id_, "score": 1.0, "alternativer": list(alternativer), "i_faktum": i_faktum}
    return {"entity": "tiltak", "value": verdi}


def _sporsmal(**felt: object) -> dict[str, Any]:
    return {"entity": "sporsmal", "value": {"type": None, "alle": [], **felt}}


def _les(*entiteter: dict[str, Any], tekst: str = "hei du", **felt: object) -> Melding:
    return les_melding({"text": tekst, "intent": {"name": "hilsen", "confidence": 0.8}, "entities": entiteter, **felt})


@pytest.mark.parametrize(
    "tom",
    [
        {},
        {"text": None, "intent": None, "entities": None},
        {"text": "", "intent": {}, "entities": []},
        {"intent": {"name": None, "confidence": None}},
    ],
)
def test_nothing_understood_is_outside_with_no_confidence(tom: dict[str, Any]) -> None:
    assert les_melding(tom) == Melding(tekst="", intent="utenfor", sikkerhet=0.0)


def test_text_intent_and_number_of_words() -> None:
    m = _les(tekst="  hva kan du  ")
    assert (m.tekst, m.intent, m.sikkerhet, m.ord) == ("  hva kan du  ", "hilsen", 0.8, 3)


def test_facts_keep_value_negation_and_removal() -> None:
    m = _les(
        _faktum("norskniva", "A1", "A2"),
        _faktum("ordning", "kvp", negert=True),
        _faktum("alder", fjern=True),
        _faktum("arbeidssoker", False),
    )
    assert m.opplysninger == (
        Opplysning("norskniva", ("A1", "A2")),
        Opplysning("ordning", ("kvp",), negert=True),
        Opplysning("alder", (), fjern=True),
        Opplysning("arbeidssoker", (False,)),
    )


def test_a_fact_that_is_only_asked_about_is_no_fact() -> None:
    assert _les(_faktum("norskniva", "A2", usikker=True)).opplysninger == ()


def test_measures_once_each_in_order_and_without_those_inside_a_fact() -> None:
    m = _les(
        _navn("mentortilskudd"),
        _navn("introduksjonsprogrammet", i_faktum=True),
        _navn("arbeidstrening"),
        _navn("mentortilskudd"),
    )
    assert m.tiltak == ("mentortilskudd", "arbeidstrening")
    assert m.tvil == ()


def test_a_name_with_alternatives_is_doubt_and_no_measure() -> None:
    m = _les(_navn("arbeidstrening", "sprakpraksis", "arbeidspraksis-intro"), _navn("sprakpraksis", "arbeidstrening"))
    assert m.tiltak == ()
    assert m.tvil == ("arbeidstrening", "sprakpraksis", "arbeidspraksis-intro")


@pytest.mark.parametrize(("type_", "ventet"), [("nar", "nar"), (None, None), (["nar"], None)])
def test_type_of_question(type_: object, ventet: str | None) -> None:
    assert _les(_sporsmal(type=type_, alle=["nar", "kan_jeg"])).sporsmal == ventet


@pytest.mark.parametrize(
    ("raa", "ventet"),
    [("2026-01-01", date(2026, 1, 1)), ("2026-02-30", None), ("i fjor", None), (None, None), (20260101, None)],
)
def test_the_day_asked_about(raa: object, ventet: date | None) -> None:
    assert _les(_sporsmal(dato_omtalt=raa)).dag == ventet


@pytest.mark.parametrize("felt", ["ny_person", "tilbake", "glem_alt"])
def test_turns_of_the_conversation(felt: str) -> None:
    m = _les(_sporsmal(**{felt: True}))
    assert [navn for navn in ("ny_person", "tilbake", "glem_alt") if getattr(m, navn)] == [felt]


@pytest.mark.parametrize(("raa", "ventet"), [("nb", "nb"), ("nn", "nn"), ("en", None), (None, None)])
def test_language_form(raa: str | None, ventet: str | None) -> None:
    assert _les({"entity": "malform", "value": raa}).malform == ventet
    assert _les().malform is None


def test_entities_of_other_extractors_are_left_alone() -> None:
    assert _les({"entity": "time", "value": "2026-11-23"}) == _les()


def test_a_whole_message_from_the_recognisers(register: Navneregister) -> None:
    tekst = "Kan ho få mentortilskot medan ho er i intro på A2, og kva gjaldt før 2026?"
    m = les_melding(rasa_melding(register, tekst, "vurder_tiltak", 0.7))
    assert m.tiltak == ("mentortilskudd",)
    assert {(o.faktum, o.verdier) for o in m.opplysninger} >= {("norskniva", ("A2",)), ("ordning", ("intro",))}
    assert (m.malform, m.dag, m.sikkerhet) == ("nn", date(2026, 1, 1), 0.7)
