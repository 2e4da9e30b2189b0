"""A question's words in bokmål: dialect, nynorsk and English."""

import pytest

from bot.sprak.bokmal import pa_bokmal
from bot.sprak.normalisering import normaliser


@pytest.mark.parametrize(
    ("skrevet", "bokmal"),
    [
        ("Kor mykje får ho i stønad?", "hvor mye får hun i stønad?"),
        ("ka tid må vi ha klart vedtaket?", "når må vi ha klart vedtaket?"),
        ("Kven avgjer om ein deltakar får permisjon?", "hvem bestemmer om en deltaker får permisjon?"),
        ("Kva for tiltak finst?", "hvilke tiltak finnes?"),
        ("How many days holiday får en deltaker i intro?", "hvor mange dager ferie får en deltaker i intro?"),
        ("What is the deadline for appeal?", "hva er  frist for klage?"),
        ("Is it possible å jobbe part time?", "er det mulig å jobbe deltid?"),
        ("eg lurar på om ho kan få mentor", "kan hun få mentor"),
    ],
)
def test_common_words_come_out_as_bokmal(skrevet: str, bokmal: str) -> None:
    assert pa_bokmal(normaliser(skrevet)).tekst == bokmal


@pytest.mark.parametrize(
    "tekst",
    [
        "hvor lenge kan man gå i programmet på a2?",
        "hva sier § 14 e og bokstav e?",
        "hva er place and train?",
        "kan han by på mer, og er her på skolen i dag?",
    ],
)
def test_bokmal_letters_of_a_law_and_names_are_left_alone(tekst: str) -> None:
    assert pa_bokmal(normaliser(tekst)).tekst == tekst


def test_a_span_leads_back_to_what_was_written() -> None:
    norm = pa_bokmal(normaliser("Kor lenge kan ho gå?"))
    start = norm.tekst.index("hun")
    fra, til = norm.spenn(start, start + 3)
    assert norm.original[fra:til] == "ho"
