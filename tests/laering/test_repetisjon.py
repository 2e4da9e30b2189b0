"""The plan for asking again, the choice of the next question, and what is kept of it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from bot.laering.bank import Bank
from bot.laering.framgang import framgang
from bot.laering.laerer import Laerer
from bot.laering.lager import Laeringslager
from bot.laering.okt import RUNDE, Okt
from bot.laering.repetisjon import Kort, svart
from bot.laering.velger import neste_oppgave
from bot.profil.lager import Samtalelager
from bot.profil.samtale import Samtale
from tests.laering.conftest import I_DAG

NA = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def test_a_wrong_answer_comes_back_the_same_day_and_a_right_one_later() -> None:
    galt, rett = svart("x", None, False, NA), svart("x", None, True, NA)
    assert galt.forfall - NA <= timedelta(hours=1)
    assert rett.forfall - NA >= timedelta(days=1)


def test_each_right_answer_makes_the_pause_longer() -> None:
    kort: Kort | None = None
    na, pauser = NA, []
    for _ in range(4):
        kort = svart("x", kort, True, na)
        pauser.append(kort.forfall - na)
        na = kort.forfall
    assert pauser == sorted(pauser)
    assert pauser[-1] > 3 * pauser[0]
    assert kort is not None
    assert (kort.riktige, kort.gale) == (4, 0)


def test_a_lapse_shortens_the_pause_again() -> None:
    kort = svart("x", svart("x", None, True, NA), True, NA + timedelta(days=3))
    lang = kort.forfall - (NA + timedelta(days=3))
    etter = svart("x", kort, False, kort.forfall)
    assert etter.forfall - kort.forfall < lang
    assert not etter.sist_riktig


def test_due_questions_come_first_and_new_ones_in_between(bank: Bank) -> None:
    noen = list(bank.oppgaver)[:6]
    kort = {i: svart(i, None, False, NA - timedelta(days=1)) for i in noen}
    okt = Okt("quiz")
    stilt = []
    for _ in range(RUNDE):
        oppgave = neste_oppgave(bank, okt, kort, "bruker", NA)
        assert oppgave is not None
        okt.stilt.append(oppgave.id)
        stilt.append(oppgave.id)
    assert set(noen) <= set(stilt)
    assert stilt[0] in noen
    assert len(set(stilt)) == RUNDE


def test_a_quiz_varies_kind_and_measure(bank: Bank) -> None:
    okt = Okt("quiz")
    for _ in range(RUNDE):
        oppgave = neste_oppgave(bank, okt, {}, "bruker", NA)
        assert oppgave is not None
        okt.stilt.append(oppgave.id)
    stilt = [bank.oppgaver[i] for i in okt.stilt]
    assert max(Counter(o.slag for o in stilt).values()) <= 4
    assert all(o.niva == 1 for o in stilt)


def test_users_get_different_questions_and_the_same_user_the_same(bank: Bank) -> None:
    def forst(bruker: str) -> str:
        oppgave = neste_oppgave(bank, Okt("quiz"), {}, bruker, NA)
        assert oppgave is not None
        return oppgave.id

    assert len({forst(f"bruker-{i}") for i in range(12)}) > 3
    assert forst("en") == forst("en")


def test_level_and_subject_decide(bank: Bank) -> None:
    for niva in (1, 2, 3):
        oppgave = neste_oppgave(bank, Okt("quiz", tema="intro", niva=niva), {}, "bruker", NA)
        assert oppgave is not None
        assert oppgave.niva == niva
        assert "intro" in oppgave.tema
    om_kvp = neste_oppgave(bank, Okt("quiz", tiltak="kvalifiseringsprogrammet"), {}, "bruker", NA)
    assert om_kvp is not None
    assert "kvalifiseringsprogrammet" in om_kvp.tiltak


def test_state_survives_storing() -> None:
    okt = Okt("quiz", tema="norsk", niva=2, oppgave="x", rekkefolge=[1, 0], ko=["y"], stilt=["x"])
    okt.besvar(1, False)
    assert Okt.fra_dict(okt.til_dict()) == okt
    assert Okt.fra_dict(None) is None
    assert Okt.fra_dict({"modus": "noe annet"}) is None
    assert Okt.fra_dict({"modus": "quiz", "ukjent": 1}) == Okt("quiz")


@pytest.fixture
def lager(motor: Engine) -> Laeringslager:
    return Laeringslager(motor)


def test_answers_are_kept_by_user(lager: Laeringslager) -> None:
    en = svart("varighet:arbeidstrening", None, True, NA)
    lager.lagre_kort("en", en, NA)
    assert lager.kort("en") == {en.oppgave: en}
    assert lager.kort("to") == {}
    to = svart(en.oppgave, en, False, NA + timedelta(days=2))
    lager.lagre_kort("en", to, NA)
    assert lager.kort("en") == {en.oppgave: to}


def test_a_lesson_is_finished_once(lager: Laeringslager) -> None:
    lager.fullfor("tre", "norsk", NA)
    lager.fullfor("tre", "norsk", NA + timedelta(days=1))
    assert lager.leksjoner("tre") == {"norsk": NA}


def test_everything_goes_with_the_conversation(motor: Engine, lager: Laeringslager) -> None:
    samtaler = Samtalelager(motor)
    for bruker in ("slettes", "blir"):
        samtaler.lagre(Samtale(bruker), [])
        lager.lagre_kort(bruker, svart("x", None, True, NA), NA)
        lager.fullfor(bruker, "norsk", NA)
    samtaler.slett("slettes")
    assert (lager.kort("slettes"), lager.leksjoner("slettes")) == ({}, {})
    assert lager.kort("blir")
    assert lager.leksjoner("blir")


def test_everything_goes_when_the_conversation_is_too_old(motor: Engine, lager: Laeringslager) -> None:
    samtaler = Samtalelager(motor)
    samtaler.lagre(Samtale("gammel"), [])
    lager.lagre_kort("gammel", svart("x", None, True, NA), NA)
    samtaler.rydd(timedelta(seconds=-1))
    assert lager.kort("gammel") == {}


def test_progress_counts_what_was_right_last(bank: Bank, laerer: Laerer) -> None:
    i, j = bank.leksjon["norsk"].avslutning
    kort = {i: svart(i, svart(i, None, False, NA), True, NA), j: svart(j, None, False, NA)}
    f = framgang(bank, kort, {"norsk": NA}, NA + timedelta(hours=1))
    assert (f.spurt, f.riktige, f.svar, f.forfalt) == (2, 1, 3, 1)
    assert [x.id for x in f.fullfort] == ["norsk"]
    assert {t.leksjon.id: (t.besvart, t.riktige) for t in f.temaer}["norsk"] == (2, 1)
    assert f.neste is not None
    assert f.neste.nummer == 1
    assert laerer.bank(I_DAG) is bank
