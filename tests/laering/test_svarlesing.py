"""Answers as people write them."""

from __future__ import annotations

import pytest

from bot.laering.svarlesing import les_svar

LENGDER = [("12 måneder", "12 månader"), ("2 år", "2 år"), ("6 måneder", "6 månader"), ("4 uker", "4 veker")]
PARTER = [("Nav", "Nav"), ("Kommunen", "Kommunen"), ("Arbeidsgiveren", "Arbeidsgivaren"), ("Staten", "Staten")]
JA_NEI = [("Ja", "Ja"), ("Nei", "Nei")]
SETNINGER = [
    ("Nei, først fra måned 7", "Nei, først frå månad 7"),
    ("Ja, nå", "Ja, no"),
    ("Nei, kravet gjelder ikke dette sluttmålet", "Nei, kravet gjeld ikkje dette sluttmålet"),
]
TILTAK = [
    ("Mentortilskudd", "Mentortilskot"),
    ("Midlertidig lønnstilskudd", "Mellombels lønstilskot"),
    ("Varig lønnstilskudd", "Varig lønstilskot"),
]


@pytest.mark.parametrize(
    ("tekst", "alternativer", "ventet"),
    [
        ("A", LENGDER, (0,)),
        ("b", LENGDER, (1,)),
        ("C.", LENGDER, (2,)),
        ("d)", LENGDER, (3,)),
        ("B: 2 år", LENGDER, (1,)),
        ("svar c", LENGDER, (2,)),
        ("alternativ A", LENGDER, (0,)),
        ("Jeg tror B", LENGDER, (1,)),
        ("eg trur det er b", LENGDER, (1,)),
        ("den første", LENGDER, (0,)),
        ("den siste", LENGDER, (3,)),
        ("3", LENGDER, (2,)),
        ("nummer 3", LENGDER, (2,)),
        ("12", LENGDER, (0,)),
        ("12 måneder", LENGDER, (0,)),
        ("ett år", LENGDER, (0,)),
        ("eitt år", LENGDER, (0,)),
        ("to år", LENGDER, (1,)),
        ("24 måneder", LENGDER, (1,)),
        ("6 mnd", LENGDER, (2,)),
        ("fire uker", LENGDER, (3,)),
        ("2", LENGDER, (1,)),
        ("4", LENGDER, (3,)),
        ("6", LENGDER, (2,)),
        ("nav", PARTER, (0,)),
        ("kommunen", PARTER, (1,)),
        ("arbeidsgivaren", PARTER, (2,)),
        ("arbeidsgiveren tror jeg", PARTER, (2,)),
        ("jeg tror det er staten", PARTER, (3,)),
        ("komunen", PARTER, (1,)),
        ("ja", JA_NEI, (0,)),
        ("jepp", JA_NEI, (0,)),
        ("nei", JA_NEI, (1,)),
        ("niks", JA_NEI, (1,)),
        ("ja, nå", SETNINGER, (1,)),
        ("ja", SETNINGER, (1,)),
        ("nei", SETNINGER, ()),
        ("fra måned 7", SETNINGER, (0,)),
        ("mentor", TILTAK, (0,)),
        ("mentortilskot", TILTAK, (0,)),
        ("varig lønnstilskudd", TILTAK, (2,)),
        ("lønnstilskudd", TILTAK, ()),
    ],
)
def test_an_answer_is_read(tekst: str, alternativer: list[tuple[str, str]], ventet: tuple[int, ...]) -> None:
    assert les_svar(tekst, alternativer) == ventet


@pytest.mark.parametrize(
    "tekst",
    [
        "Hva er mentortilskudd?",
        "hvem er kommunen?",
        "Kan Nav betale for norskkurs?",
        "en kvinne på 34 med A2 i måned 4",
        "hvor lenge varer KVP",
        "takk",
        "5",
        "e",
        "",
        "?",
    ],
)
@pytest.mark.parametrize("alternativer", [LENGDER, PARTER, TILTAK])
def test_something_else_is_no_answer(tekst: str, alternativer: list[tuple[str, str]]) -> None:
    assert les_svar(tekst, alternativer) == ()


def test_a_number_that_can_be_read_in_two_ways_gives_both() -> None:
    assert les_svar("2", [("2 år",) * 2, ("4 år",) * 2, ("1 år",) * 2]) == (0, 1)
    assert les_svar("4", [("2 år",) * 2, ("4 år",) * 2, ("1 år",) * 2]) == (1,)
