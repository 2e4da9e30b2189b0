"""Quizzes in the conversation, through `besvar`, with all of data/ and a real store, without Rasa."""

from __future__ import annotations

import pytest

from bot.svar.utfylling import fyll
from tests.actions.elev import Elev, slag, sporsmal

# A quiz


def test_a_quiz_of_ten_with_wrong_answers_and_the_result(elev: Elev) -> None:
    svar = elev.si("quiz meg", "quiz", 0.9)
    assert slag(svar) == "quiz"
    sett = [sporsmal(svar)]
    for nr in range(1, 11):
        assert f"Spørsmål {nr} av 10" in svar["text"]
        svar = elev.svar(rett=nr % 3 != 0)
        dom = "Riktig!" if nr % 3 else "Ikke helt."
        assert dom in svar["text"]
        if nr < 10:
            sett.append(sporsmal(svar))
    assert len(set(sett)) == 10
    assert "7 av 10 riktige" in svar["text"]
    assert svar["text"].count("→") == 3, "the three missed ones with the right answers"
    quiz = svar["payload"]["quiz"]
    assert (quiz["answered"], quiz["correct"], quiz["total"], "question" in quiz) == (10, 7, 10, False)
    assert "quiz meg på feilene" in [v["text"] for v in svar["choices"]]


def test_the_missed_ones_are_taken_again(elev: Elev) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    gale = []
    for nr in range(10):
        if nr in (2, 5):
            gale.append(elev.oppgave.id)
        elev.svar(rett=nr not in (2, 5))
    svar = elev.si("quiz meg på feilene", "quiz", 0.9)
    assert "Spørsmål 1 av 2" in svar["text"]
    tatt = [sporsmal(svar)]
    svar = elev.svar(rett=True)
    tatt.append(sporsmal(svar))
    assert set(tatt) == set(gale)
    assert "2 av 2 riktige" in elev.svar(rett=True)["text"]
    assert "ingen feil" in elev.si("quiz meg på feilene", "quiz", 0.9)["text"]


@pytest.mark.parametrize("si", ["quiz meg om KVP", "kviss meg om kvalifiseringsprogrammet", "quiz meg om kvp takk"])
def test_a_quiz_about_one_scheme(elev: Elev, si: str) -> None:
    elev.si(si, "quiz", 0.9)
    for _ in range(10):
        assert "kvalifiseringsprogrammet" in elev.oppgave.tiltak
        elev.svar(rett=True)


def test_a_quiz_about_a_lesson(elev: Elev) -> None:
    elev.si("quiz meg om personvern", "quiz", 0.9)
    for _ in range(5):
        assert "personvern" in elev.oppgave.tema
        elev.svar(rett=True)


def test_an_unknown_subject_is_said_so(elev: Elev) -> None:
    svar = elev.si("quiz meg om hovedsteder", "quiz", 0.9)
    assert slag(svar) == "clarification"
    assert "ingen spørsmål" in svar["text"]
    assert "quiz meg om Norskopplæring" in [v["text"] for v in svar["choices"]]


def test_every_choice_of_every_reply_is_understood(elev: Elev) -> None:
    """A button sends its text: each must be read as what it says, without the classifier."""
    svar = elev.si("quiz meg om intro", "quiz", 0.9)
    bokstaver = [v["text"] for v in svar["choices"] if len(v["text"]) == 1]
    assert len(bokstaver) >= 2
    for tekst in bokstaver[:2]:
        assert "result" in elev.si(tekst)["payload"]["quiz"], tekst
    assert "question" in elev.si("hopp over")["payload"]["quiz"]
    assert "Du fikk" in elev.si("slutt")["text"]


def test_harder_and_easier(elev: Elev) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    assert elev.oppgave.niva == 1
    assert "vanskeligere" in elev.si("vanskeligere")["text"]
    assert elev.oppgave.niva == 2
    elev.si("for lett")
    assert elev.oppgave.niva == 3
    assert "Vanskeligere blir det ikke" in elev.si("enda vanskeligere")["text"]
    elev.si("lettere takk")
    assert elev.oppgave.niva == 2
    elev.si("slutt")
    elev.si("quiz meg", "quiz", 0.9)
    assert elev.oppgave.niva == 2, "the level is kept"


def test_skipping_does_not_count(elev: Elev) -> None:
    forste = sporsmal(elev.si("quiz meg", "quiz", 0.9))
    svar = elev.si("hopp over")
    assert "Spørsmål 1 av 10" in svar["text"]
    assert sporsmal(svar) != forste
    assert elev.kontekst.laerer.lager.kort(elev._id) == {}


@pytest.mark.parametrize("si", ["vet ikke", "jeg vet ikke", "veit ikkje", "aner ikke", "husker ikke"])
def test_not_knowing_gives_the_answer(elev: Elev, si: str) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    svar = elev.si(si)
    resultat = svar["payload"]["quiz"]["result"]
    assert (resultat["correct"], resultat["chosen"]) == (False, None)
    assert resultat["right"] in svar["text"]


@pytest.mark.parametrize("si", ["hvorfor er det feil?", "hvorfor det?", "kvifor er det gale", "hvorfor", "forklar"])
def test_why_it_is_wrong(elev: Elev, si: str) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    oppgave, bokstav = elev.oppgave, elev.bokstav(rett=False)
    elev.si(bokstav)
    svar = elev.si(si)
    assert "er feil" in svar["text"]
    malform = svar["payload"]["language"]
    assert fyll(oppgave.riktig.tekst, elev.bank.oppslag, malform) in svar["text"]
    assert fyll(oppgave.forklaring, elev.bank.oppslag, malform) in svar["text"]
    assert "Spørsmål 2 av 10" in svar["text"], "the next question is still open"


def test_why_not_another_letter(elev: Elev) -> None:
    elev.si("quiz meg om fristene", "quiz", 0.9)
    assert elev.samtale.laering is not None
    rekkefolge = list(elev.samtale.laering["rekkefolge"])
    galt = "ABCD"[next(p for p, i in enumerate(rekkefolge) if i != 0)]
    elev.svar(rett=True)
    svar = elev.si(f"hvorfor ikke {galt}?")
    assert f"**{galt}:" in svar["text"]
    assert "er feil" in svar["text"]


@pytest.mark.parametrize("si", ["hvor har du det fra?", "kor har du det frå?", "hvor står det?", "kilde?"])
def test_where_it_is_from(elev: Elev, si: str) -> None:
    elev.si("quiz meg om Jobbsjansen", "quiz", 0.9)
    assert "når du har svart" in elev.si(si)["text"], "the source would tell the answer"
    elev.svar(rett=False)
    svar = elev.si(si)
    assert svar["payload"]["sources"]
    assert svar["payload"]["quiz"]["question"]["number"] == 2


def test_a_real_question_in_the_middle_is_answered_and_the_quiz_goes_on(elev: Elev) -> None:
    svar = elev.si("quiz meg", "quiz", 0.9)
    apen = sporsmal(svar)
    svar = elev.si("Hva er mentortilskudd?", "forklar_tiltak", 0.95)
    assert slag(svar) == "measure"
    assert svar["choices"][-1] == {"title": "Fortsett quizen", "text": "fortsett"}
    svar = elev.si("Hvor lenge kan det vare?", "spor_regel", 0.7)
    assert "seks måneder" in svar["text"], "a follow-up is about the measure, not about the quiz"
    svar = elev.si("hvorfor?", "hvorfor", 0.9)
    assert "quiz" not in svar["payload"]
    svar = elev.si("fortsett")
    assert sporsmal(svar) == apen
    assert "result" in elev.svar(rett=True)["payload"]["quiz"]


def test_facts_told_in_the_middle_are_the_participants(elev: Elev) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    svar = elev.si("Hvilke tiltak passer for en på A2 i måned 4?", "anbefal_tiltak", 0.95)
    assert slag(svar) == "recommendation"
    assert elev.fakta == {"norskniva": "A2", "programmaned": 4}
    assert "Spørsmål 1 av 10" in elev.si("tilbake til quizen")["text"]


def test_a_letter_answers_also_after_something_else(elev: Elev) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    elev.si("Hva er AFT?", "forklar_tiltak", 0.95)
    assert "result" in elev.svar(rett=True)["payload"]["quiz"]


def test_answers_are_not_facts_of_a_participant(elev: Elev) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    for _ in range(10):
        elev.si(fyll(elev.oppgave.riktig.tekst, elev.bank.oppslag, "nb"), "oppgi_fakta", 0.9)
    assert elev.fakta == {}


def test_right_answers_in_words_are_right(elev: Elev) -> None:
    svar = elev.si("quiz meg", "quiz", 0.9)
    for _ in range(10):
        svar = elev.si(fyll(elev.oppgave.riktig.tekst, elev.bank.oppslag, "nb"), "spor_regel", 0.9)
    assert "10 av 10" in svar["text"]


def test_something_unreadable_is_asked_again(elev: Elev) -> None:
    apen = sporsmal(elev.si("quiz meg", "quiz", 0.9))
    svar = elev.si("blablabla", "utenfor", 0.3)
    assert "kjente jeg ikke igjen" in svar["text"]
    assert sporsmal(svar) == apen


@pytest.mark.parametrize("si", ["ok", "tja", "👍", "E", "hæ?"])
def test_sounds_and_signs_are_no_answer(elev: Elev, si: str) -> None:
    elev.si("quiz meg om personvern", "quiz", 0.9)
    svar = elev.si(si, "takk", 0.9)
    assert "Spørsmål 1 av 10" in svar["text"]
    assert "result" not in svar["payload"]["quiz"]


def test_a_hint_takes_a_wrong_one_away(elev: Elev) -> None:
    elev.si("quiz meg om personvern", "quiz", 0.9)
    svar = elev.si("gi meg et hint")
    assert "Svaret er ikke " in svar["text"]
    assert f"Svaret er ikke {elev.bokstav(rett=True)}." not in svar["text"]
    assert "result" in elev.svar(rett=True)["payload"]["quiz"]


@pytest.mark.parametrize("si", ["hva er riktig svar?", "fasit", "jeg vet ikke helt"])
def test_asking_for_the_answer_gives_it(elev: Elev, si: str) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    assert elev.si(si)["payload"]["quiz"]["result"]["correct"] is False


@pytest.mark.parametrize("si", ["kan du gjenta spørsmålet?", "hvor mange spørsmål er igjen?"])
def test_the_question_is_shown_again(elev: Elev, si: str) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    assert "Spørsmål 1 av 10" in elev.si(si, "hjelp", 0.8)["text"]


def test_the_first_answer_counts(elev: Elev) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    elev.svar(rett=False)
    svar = elev.si("nei jeg mente B", "oppgi_fakta", 0.8)
    assert "første svaret teller" in svar["text"]
    assert svar["payload"]["quiz"]["correct"] == 0


@pytest.mark.parametrize("si", ["slutt", "stopp", "avslutt quizen", "jeg vil slutte", "nok for i dag", "ferdig"])
def test_stopping(elev: Elev, si: str) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    elev.svar(rett=True)
    svar = elev.si(si, "takk", 0.4)
    assert "1 av 1" in svar["text"]
    assert "fortsett" not in [v["text"] for v in elev.si("hei", "hilsen", 0.9)["choices"]]
