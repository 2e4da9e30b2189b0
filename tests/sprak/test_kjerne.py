"""What a message asks, apart from the story around it."""

import pytest

from bot.sprak.kjerne import les

_FERIE = (
    "Hun kom i mai, ble bosatt i august, og har tolv års skolegang. I dag kom hun på kontoret med kofferten klar. "
    "Hvor mange dager ferie har en deltaker i programmet?"
)


@pytest.mark.parametrize(
    ("melding", "kjerne"),
    [
        (_FERIE, "Hvor mange dager ferie har en deltaker i programmet?"),
        (
            "Vi satt lenge i møte i går og ble ikke enige. Hun trenger vernesko før praksis. Kan Nav dekke det?",
            "Hun trenger vernesko før praksis. Kan Nav dekke det?",
        ),
        ("Hun er 34 og på A2. Hvilke tiltak passer?", "Hun er 34 og på A2. Hvilke tiltak passer?"),
        (
            "Ung mann, 26 år, grunnskole og B1. Han har mistet tre jobber på rad. Hva ville du prøvd?",
            "Ung mann, 26 år, grunnskole og B1. Han har mistet tre jobber på rad. Hva ville du prøvd?",
        ),
        (
            "Bedriften vil ha ham, Nav har vurdert ham og alle er enige, og jeg lurer på om vi kan få tilskudd til bedriften",
            "kan vi få tilskudd til bedriften",
        ),
        ("Deltakeren møter ikke opp på praksisplassen og svarer ikke på telefonen, og Nav tier.", None),
    ],
)  # fmt: skip
def test_the_sentences_that_ask_are_found(melding: str, kjerne: str | None) -> None:
    lest = les(melding)
    assert lest.tekst(lest.kjerne) == (kjerne or melding)


def test_the_asking_sentence_alone_is_told_from_what_it_leans_on() -> None:
    lest = les("Vi satt lenge i møte i går og ble ikke enige. Hun trenger vernesko før praksis. Kan Nav dekke det?")
    assert lest.tekst(lest.spor) == "Kan Nav dekke det?"


def test_a_place_in_the_message_is_in_the_question_or_in_the_story() -> None:
    lest = les(_FERIE)
    assert not lest.i_kjernen(_FERIE.index("tolv"), _FERIE.index("tolv") + 4)
    assert lest.i_kjernen(_FERIE.index("ferie"), _FERIE.index("ferie") + 5)
