"""Lessons and quizzes in the conversation, through `besvar`, with all of data/ and a real store, without Rasa."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from actions import evner
from actions.kontekst import Kontekst
from actions.melding import les_melding
from bot.laering.bank import Bank
from bot.laering.oppgave import Oppgave
from bot.sprak.tiltaksnavn import Navneregister
from bot.svar.payload import Reply
from bot.svar.utfylling import fyll
from tests.actions.tolk import I_DAG, Rasa, Svar, rasa_melding


class Elev(Rasa):
    """A conversation that knows the right answers."""

    dag = I_DAG

    def si(self, tekst: str, intent: str = "utenfor", sikkerhet: float = 0.2) -> Svar:
        """The one reply, on the day that counts as today; also checked against the API's own models."""
        melding = les_melding(rasa_melding(self._register, tekst, intent, sikkerhet))
        samtale = self.samtale
        svar = evner.besvar(self.kontekst, samtale, melding, self.dag)
        (ett,) = self.kontekst.lager.hent_svar(self.kontekst.lager.lagre(samtale, svar))
        Reply.model_validate(ett)
        return ett

    @property
    def bank(self) -> Bank:
        return self.kontekst.laerer.bank(self.dag)

    @property
    def oppgave(self) -> Oppgave:
        assert self.samtale.laering is not None
        return self.bank.oppgaver[self.samtale.laering["oppgave"]]

    def bokstav(self, rett: bool) -> str:
        assert self.samtale.laering is not None
        rekkefolge = self.samtale.laering["rekkefolge"]
        return "ABCD"[rekkefolge.index(0) if rett else next(p for p, i in enumerate(rekkefolge) if i != 0)]

    def svar(self, rett: bool) -> Svar:
        return self.si(self.bokstav(rett))


@pytest.fixture
def elev(kontekst: Kontekst, register: Navneregister, rasa: Rasa) -> Elev:
    return Elev(kontekst, register, rasa._id)


def _slag(svar: Svar) -> str:
    return str(svar["payload"]["kind"])


def _sporsmal(svar: Svar) -> str:
    return str(svar["payload"]["quiz"]["question"]["id"])


# The course


def test_a_whole_lesson(elev: Elev) -> None:
    svar = elev.si("lær meg portefølgen", "laer", 0.9)
    assert _slag(svar) == "lesson"
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
    assert _slag(svar) == "measure"
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


# A quiz


def test_a_quiz_of_ten_with_wrong_answers_and_the_result(elev: Elev) -> None:
    svar = elev.si("quiz meg", "quiz", 0.9)
    assert _slag(svar) == "quiz"
    sett = [_sporsmal(svar)]
    for nr in range(1, 11):
        assert f"Spørsmål {nr} av 10" in svar["text"]
        svar = elev.svar(rett=nr % 3 != 0)
        dom = "Riktig!" if nr % 3 else "Ikke helt."
        assert dom in svar["text"]
        if nr < 10:
            sett.append(_sporsmal(svar))
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
    tatt = [_sporsmal(svar)]
    svar = elev.svar(rett=True)
    tatt.append(_sporsmal(svar))
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
    assert _slag(svar) == "clarification"
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
    forste = _sporsmal(elev.si("quiz meg", "quiz", 0.9))
    svar = elev.si("hopp over")
    assert "Spørsmål 1 av 10" in svar["text"]
    assert _sporsmal(svar) != forste
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
    apen = _sporsmal(svar)
    svar = elev.si("Hva er mentortilskudd?", "forklar_tiltak", 0.95)
    assert _slag(svar) == "measure"
    assert svar["choices"][-1] == {"title": "Fortsett quizen", "text": "fortsett"}
    svar = elev.si("Hvor lenge kan det vare?", "spor_regel", 0.7)
    assert "seks måneder" in svar["text"], "a follow-up is about the measure, not about the quiz"
    svar = elev.si("hvorfor?", "hvorfor", 0.9)
    assert "quiz" not in svar["payload"]
    svar = elev.si("fortsett")
    assert _sporsmal(svar) == apen
    assert "result" in elev.svar(rett=True)["payload"]["quiz"]


def test_facts_told_in_the_middle_are_the_participants(elev: Elev) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    svar = elev.si("Hvilke tiltak passer for en på A2 i måned 4?", "anbefal_tiltak", 0.95)
    assert _slag(svar) == "recommendation"
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
    apen = _sporsmal(elev.si("quiz meg", "quiz", 0.9))
    svar = elev.si("blablabla", "utenfor", 0.3)
    assert "kjente jeg ikke igjen" in svar["text"]
    assert _sporsmal(svar) == apen


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
    assert _sporsmal(elev.si("quiz meg", "quiz", 0.9)) == galt, "what is due comes first"
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
    assert _slag(elev.si("quiz meg", "quiz", 0.9)) == "quiz"


def test_the_state_is_plain_data(elev: Elev) -> None:
    elev.si("quiz meg", "quiz", 0.9)
    elev.svar(rett=False)
    assert json.loads(json.dumps(elev.samtale.laering)) == elev.samtale.laering
