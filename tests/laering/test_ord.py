"""The words of the teacher: what is a command, and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.laering import ord as ord_

ROT = Path(__file__).resolve().parents[2]


def _eksempler(intensjon: str) -> list[str]:
    data = yaml.safe_load((ROT / "data" / "nlu" / f"{intensjon}.yml").read_text(encoding="utf-8"))
    return [linje.removeprefix("- ") for linje in data["nlu"][0]["examples"].splitlines()]


@pytest.mark.parametrize(("intensjon", "quiz"), [("laer", False), ("quiz", True)])
def test_what_the_classifier_learns_from_is_let_through(intensjon: str, quiz: bool) -> None:
    alle = _eksempler(intensjon)
    stoppet = [e for e in alle if not ord_.eleven_selv(e, quiz)]
    assert len(stoppet) <= 0.03 * len(alle), stoppet


@pytest.mark.parametrize(
    "tekst",
    [
        "Når starter norskkurset?",
        "Kan han lære norsk på jobb?",
        "hva må jeg lære en deltaker",
        "Hun vil lære mer norsk",
        "Hvilke kurs passer for en på A2?",
        "Har hun rett til opplæring?",
        "opplæring for deltakere i mottak",
    ],
)
def test_somebody_else_who_is_to_learn_is_no_wish_for_a_lesson(tekst: str) -> None:
    assert not ord_.eleven_selv(tekst, quiz=False)


@pytest.mark.parametrize(
    "tekst",
    [
        "test av norsknivå",
        "Jeg har et spørsmål om KVP",
        "Kan jeg stille et spørsmål?",
        "Må hun ta en prøve?",
        "kan deltakeren teste seg på en arbeidsplass?",
    ],
)
def test_a_test_or_a_question_of_ones_own_is_no_quiz(tekst: str) -> None:
    assert not ord_.eleven_selv(tekst, quiz=True)


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("leksjon 3", 3),
        ("Leksjonen nr. 7", 7),
        ("gi meg leksjon fem", 5),
        ("leksjonen om norsk", None),
        ("neste", None),
    ],
)
def test_the_number_of_a_lesson(tekst: str, nummer: int | None) -> None:
    assert ord_.leksjonsnummer(tekst) == nummer


@pytest.mark.parametrize(
    "tekst",
    [
        "Hvordan ligger vi an med budsjettet?",
        "Hvordan gjør jeg det?",
        "hvor langt har Gjøvik kommet?",
        "Hvordan går det med deltakeren?",
    ],
)
def test_progress_is_the_users_own(tekst: str) -> None:
    assert not ord_.FRAMGANG.search(tekst)


@pytest.mark.parametrize(
    "tekst",
    ["hvordan ligger jeg an?", "korleis ligg eg an", "hvor langt har jeg kommet?", "vis framgangen min", "poeng"],
)
def test_progress_is_asked_for_in_many_ways(tekst: str) -> None:
    assert ord_.FRAMGANG.search(tekst)
