"""Lessons in the conversation and what is left of them, through `besvar`, with all of data/ and a real store."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.actions.elev import Elev, slag, sporsmal
from tests.actions.tolk import I_DAG

# The course


def test_a_whole_lesson(elev: Elev) -> None:
    svar = elev.si("lær meg portefølgen", "laer", 0.9)
    assert slag(svar) == "lesson"
    assert svar["payload"]["lesson"] == {"id": "aktorene", "number": 1, "total": 9, "title": "Hvem gjør hva"}
    assert "Spørsmål 1 av 2" in svar["text"]
    assert svar["payload"]["sources"]
    svar = elev.svar(rett=False)
    assert svar["payload"]["quiz"]["result"]["correct"] is False
    assert "Spørsmål 2 av 2" in svar["text"]
    svar = elev.svar(rett=True)
    assert "Leksjon 1 er ferdig" in svar["text"]
    assert "1 av 2" in svar["text"]
    assert "neste leksjon" in [v["text"] for v in svar["choices"]]
    assert list(elev.kontekst.laerer.lager.leksjoner(elev._id)) == ["aktorene"]
    svar = elev.si("neste leksjon", "laer", 0.9)
    assert svar["payload"]["lesson"]["number"] == 2


def test_the_whole_course_one_lesson_after_another(elev: Elev) -> None:
    svar = elev.si("start kurset", "laer", 0.9)
    for nummer in range(1, 10):
        assert svar["payload"]["lesson"]["number"] == nummer
        elev.svar(rett=True)
        svar = elev.svar(rett=True)
        if nummer < 9:
            svar = elev.si("neste leksjon", "laer", 0.9)
    assert "hele kurset" in svar["text"]
    assert "9 av 9 leksjoner" in elev.si("hvordan ligger jeg an?")["text"]


@pytest.mark.parametrize(
    ("si", "leksjon"),
    [
        ("lær meg om KVP", "kvp-og-jobbsjansen"),
        ("leksjon 3", "norsk"),
        ("leksjonen om personvern", "personvern"),
        ("lær meg om arbeidstrening", "nav-tiltak"),
        ("lær meg om norsknivåene", "norskniva"),
        ("Lær meg om introduksjonsprogrammet", "intro"),
        ("undervis meg om Jobbsjansen", "kvp-og-jobbsjansen"),
        ("kan du lære meg om tall og frister?", "regler-med-tall"),
    ],
)
def test_a_lesson_by_its_subject(elev: Elev, si: str, leksjon: str) -> None:
    assert elev.si(si, "laer", 0.9)["payload"]["lesson"]["id"] == leksjon


def test_starting_over_begins_with_the_first_lesson_and_forgets_nothing(elev: Elev) -> None:
    elev.si("leksjon 1", "laer", 0.9)
    elev.svar(rett=True)
    elev.svar(rett=True)
    assert elev.si("start kurset", "laer", 0.9)["payload"]["lesson"]["number"] == 2, "the first one not done"
    assert elev.si("start kurset på nytt", "laer", 0.9)["payload"]["lesson"]["number"] == 1
    assert elev.kontekst.laerer.lager.leksjoner(elev._id)


def test_back_and_forth_between_lessons(elev: Elev) -> None:
    for si, nummer in (("leksjon 3", 3), ("forrige leksjon", 2), ("neste leksjon", 3), ("første leksjon", 1)):
        assert elev.si(si, "laer", 0.9)["payload"]["lesson"]["number"] == nummer, si


def test_a_measure_without_a_lesson_is_explained(elev: Elev) -> None:
    svar = elev.si("lær meg om praksiskandidatordningen", "laer", 0.9)
    assert slag(svar) == "measure"
    assert "Praksiskandidatordningen" in svar["text"]


def test_skipping_the_questions_of_a_lesson_ends_it(elev: Elev) -> None:
    elev.si("leksjon 1", "laer", 0.9)
    elev.si("hopp over")
    svar = elev.si("hopp over")
    assert "Leksjon 1 er ferdig" in svar["text"]
    assert "0 av 0" not in svar["text"]


def test_a_lesson_there_is_not(elev: Elev) -> None:
    for si in ("leksjon 42", "lær meg om fotball"):
        svar = elev.si(si, "laer", 0.9)
        assert "har jeg ikke" in svar["text"]
        assert "Personvern" in svar["text"]
        assert elev.samtale.laering is None


def test_the_list_of_lessons_marks_those_done(elev: Elev) -> None:
    elev.si("leksjon 4", "laer", 0.9)
    elev.svar(rett=True)
    elev.svar(rett=True)
    svar = elev.si("hvilke leksjoner finnes?", "laer", 0.9)
    assert "4. Nav-tiltakene – tatt" in svar["text"]
    assert svar["choices"][0]["text"] == "leksjon 1"


def test_nynorsk(elev: Elev) -> None:
    elev.si("eg er nytilsett og treng opplæring, kva gjer eg?", "laer", 0.9)
    svar = elev.si("start kurset", "laer", 0.9)
    assert svar["payload"]["language"] == "nn"
    assert "Kven gjer kva" in svar["text"]
    svar = elev.svar(rett=False)
    assert "Ikkje heilt" in svar["text"]
    assert "Kvifor er det feil?" in [v["title"] for v in svar["choices"]]


# What ordinary conversations must not notice


@pytest.mark.parametrize(
    ("si", "intent"),
    [
        ("hvorfor er det krav om A2?", "spor_regel"),
        ("Hvorfor har ikke asylsøkere rett til introduksjonsprogram?", "spor_regel"),
        ("hva er lettere å få, KVP eller Jobbsjansen?", "sammenlign_tiltak"),
        ("Hvordan gjør jeg det?", "forklar_tiltak"),
        ("Hvor lenge kan kurset vare?", "forklar_tiltak"),
    ],
)
def test_questions_that_look_like_commands_are_answered(elev: Elev, si: str, intent: str) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    elev.svar(rett=False)
    assert "quiz" not in elev.si(si, intent, 0.9)["payload"]


def test_commands_mean_nothing_without_a_quiz(elev: Elev) -> None:
    for si in ("hopp over", "slutt", "B", "vanskeligere", "fortsett"):
        assert "quiz" not in elev.si(si)["payload"], si


# The next day


def test_progress_the_next_day(elev: Elev) -> None:
    assert "ikke begynt" in elev.si("hvordan ligger jeg an?")["text"]
    elev.si("start kurset", "laer", 0.9)
    galt = elev.oppgave.id
    elev.svar(rett=False)
    elev.svar(rett=True)
    elev.dag = I_DAG + timedelta(days=1)
    svar = elev.si("hvordan ligger jeg an?")
    assert "1 av 9 leksjoner" in svar["text"]
    assert "1 av 2 spørsmål" in svar["text"]
    assert "1 spørsmål er klare for repetisjon" in svar["text"]
    assert {"Repeter nå", "Neste leksjon"} <= {v["title"] for v in svar["choices"]}
    assert sporsmal(elev.si("quiz meg", "quiz", 0.9)) == galt, "what is due comes first"
    elev.svar(rett=True)
    svar = elev.si("hvordan ligger jeg an?")
    assert "klare for repetisjon" not in svar["text"]
    assert svar["choices"][-1]["text"] == "fortsett"


def test_progress_can_be_reset_and_is_deleted_with_the_conversation(elev: Elev) -> None:
    lager = elev.kontekst.laerer.lager
    elev.si("start kurset", "laer", 0.9)
    elev.svar(rett=True)
    assert lager.kort(elev._id)
    svar = elev.si("slett framgangen min", "glem", 0.9)
    assert "er slettet" in svar["text"]
    assert lager.kort(elev._id) == {}
    assert elev.si("start kurset på nytt", "laer", 0.9)["payload"]["lesson"]["number"] == 1
    elev.svar(rett=True)
    elev.svar(rett=True)
    elev.kontekst.lager.slett(elev._id)
    assert (lager.kort(elev._id), lager.leksjoner(elev._id)) == ({}, {})


def test_a_question_that_is_gone_is_replaced(elev: Elev) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    samtale = elev.samtale
    assert samtale.laering is not None
    samtale.laering["oppgave"] = "varighet:finnes-ikke"
    elev.kontekst.lager.lagre(samtale, [])
    assert elev.si("A", "utenfor", 0.2)["text"], "no letter to answer with any more, and no error"
    assert slag(elev.si("quiz meg", "quiz", 0.9)) == "quiz"


def test_the_state_is_plain_data(elev: Elev) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    elev.svar(rett=False)
    assert json.loads(json.dumps(elev.samtale.laering)) == elev.samtale.laering
