"""The course as it is written: short, whole in both languages, and with no number that is not drawn from the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.laering.bank import Bank, tekstene
from bot.laering.innlesing import ROT
from bot.laering.skjema import Leksjon
from bot.laering.tekst import PLASSHOLDER, Tekst, par
from bot.svar.utfylling import fyll

_UTEN_TALL = re.compile(r"\b[ABC][12]\b|A1–B2")
_TALLORD = (
    r"\b(?:en|én|ett|eitt|to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv|femten|atten|tjue|tretti)"
    r"\s+(?:år|måned|månad|uke|veke|time|timar|prosent|kroner|dag|virkedag|verkedag)"
)


def _rene(leksjon: Leksjon) -> Iterator[tuple[str, str]]:
    """Every text of a lesson file as it is written, with where it stands."""
    for felt in ("tittel", "tekst"):
        yield from zip((felt, f"{felt}_nn"), par(leksjon, felt), strict=True)
    for s in leksjon.sporsmal:
        for felt in ("sporsmal", "riktig", "forklaring"):
            yield from ((f"{s.id}.{felt}", t) for t in par(s, felt))
        for g in s.gale:
            for felt in ("tekst", "hvorfor"):
                yield from ((f"{s.id}.gale.{felt}", t) for t in par(g, felt))


def _leksjoner() -> list[str]:
    return sorted(f.stem.split("-", 1)[1] for f in (ROT / "data" / "laering").glob("*.yml"))


def test_the_first_week_has_its_nine_subjects(bank: Bank) -> None:
    assert [x.nummer for x in bank.leksjoner] == list(range(1, 10))
    assert sorted(x.id for x in bank.leksjoner) == _leksjoner()


@pytest.mark.parametrize("ident", _leksjoner())
def test_a_lesson_is_120_to_200_words_in_both_languages(bank: Bank, ident: str) -> None:
    for malform in ("nb", "nn"):
        ord_ = fyll(par(bank.leksjon[ident], "tekst"), bank.oppslag, malform).split()  # type: ignore[arg-type]
        assert 120 <= len(ord_) <= 200, f"{malform}: {len(ord_)}"


@pytest.mark.parametrize("ident", _leksjoner())
def test_every_number_of_a_lesson_is_drawn_from_the_data(bank: Bank, ident: str) -> None:
    """Digits stand only in placeholders and language levels; amounts are not written in words either. The
    age of the participant in a case is made up, and belongs to the question."""
    funn = []
    for sted, tekst in _rene(bank.leksjon[ident]):
        rest = _UTEN_TALL.sub("", PLASSHOLDER.sub("", tekst))
        rest = re.sub(r"deltak[ea]r på \d+ år", "", rest)
        if re.search(r"\d", rest) or re.search(_TALLORD, rest, re.I):
            funn.append((sted, rest))
    assert funn == []


@pytest.mark.parametrize("ident", _leksjoner())
def test_nynorsk_is_a_text_of_its_own(bank: Bank, ident: str) -> None:
    leksjon = bank.leksjon[ident]
    assert leksjon.tekst != leksjon.tekst_nn
    for tekst in (leksjon.tekst_nn, *(s.sporsmal_nn for s in leksjon.sporsmal)):
        feil = re.findall(r"\b(?:ikke|hvor|hva|hvem|jeg|noen|bare|fra|gjelder|deltaker(?:en)?)\b", tekst)
        assert feil == [], tekst


@pytest.mark.parametrize("ident", _leksjoner())
def test_both_languages_draw_the_same_numbers(bank: Bank, ident: str) -> None:
    leksjon = bank.leksjon[ident]
    par_ = [(leksjon.tekst, leksjon.tekst_nn)]
    par_ += [(s.sporsmal, s.sporsmal_nn) for s in leksjon.sporsmal]
    par_ += [(s.riktig, s.riktig_nn) for s in leksjon.sporsmal]
    for nb, nn in par_:
        assert sorted(PLASSHOLDER.findall(nb)) == sorted(PLASSHOLDER.findall(nn))


def test_every_lesson_ends_in_two_of_its_own_questions_for_beginners(bank: Bank) -> None:
    for leksjon in bank.leksjoner:
        slutt = [bank.oppgaver[i] for i in leksjon.avslutning]
        assert len(slutt) == 2
        assert all(leksjon.id in o.tema and o.niva <= 2 for o in slutt)


def test_a_lesson_changes_when_a_rule_does(bank: Bank) -> None:
    """The number of a rule is read when the text is shown, so another number gives another text."""

    class Endret:
        def verdi(self, plassholder: str) -> object:
            verdi = bank.oppslag.verdi(plassholder)
            return bank.oppslag.verdi("m:77:måneder") if plassholder.startswith("R-121") else verdi

    tekst = par(bank.leksjon["norsk"], "tekst")
    assert "77 måneder" not in fyll(tekst, bank.oppslag, "nb")
    assert "77 måneder" in fyll(tekst, Endret(), "nb")  # type: ignore[arg-type]


def test_every_text_can_be_filled_in_and_leaves_no_braces(bank: Bank) -> None:
    for oppgave in bank.oppgaver.values():
        for tekst in tekstene(oppgave):
            for malform in ("nb", "nn"):
                ferdig = fyll(tekst, bank.oppslag, malform)  # type: ignore[arg-type]
                assert ferdig.strip()
                assert "{" not in ferdig, (oppgave.id, ferdig)
                assert "None" not in ferdig, (oppgave.id, ferdig)


def test_amounts_are_written_as_people_say_them(bank: Bank) -> None:
    def vis(plass: str, malform: str = "nb") -> str:
        return fyll(Tekst(f"{{{plass}}}", f"{{{plass}}}"), bank.oppslag, malform)  # type: ignore[arg-type]

    assert vis("m:12:måneder") == "12 måneder"
    assert vis("m:36:måneder") == "3 år"
    assert vis("m:1:måneder", "nn") == "1 månad"
    assert vis("m:4:uker", "nn") == "4 veker"
    assert vis("m:37.5:timer") == "37,5 timer"
    assert vis("p:folketrygdloven.grunnbelop|enhet") == "136 549 kroner"
    assert vis("R-060.tilbud_etter") == "1. januar 2026"
    assert vis("t:mentortilskudd", "nn") == "Mentortilskot"
