"""The development set through the real processes. The floors are what has been reached; raise them with the assistant.

`python -m tests.e2e.sporsmal` prints the same with figures by category. Nobody tunes on the test set, so no test runs it.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.e2e.sporsmal import maling
from tests.e2e.sporsmal.__main__ import vis_feil, vis_tabell
from tests.e2e.sporsmal.maling import Linje, Resultat, linje
from tests.e2e.sporsmal.rader import STEMMER, les_sett
from tests.e2e.stabel import Klient

INTENT = 0.92
FAKTA_F1 = 0.97
HELE = 0.88
HELE_STEMME = 0.68
FALSK_PERSONVERN = 0.005
"""Share of messages without personal data from which something was removed."""

pytestmark = pytest.mark.treg


@pytest.fixture(scope="module")
def resultater(stabel_klient: Klient) -> list[Resultat]:
    rader = les_sett("utvikling", datetime.now().astimezone().date())
    ut = maling.still(stabel_klient, rader)
    maling.les_intents(rader, ut)
    return ut


def _vis(resultater: list[Resultat]) -> str:
    return f"\n{vis_tabell(maling.tabell(resultater))}\n{vis_feil(resultater)}"


def test_intents_facts_and_whole_answers(resultater: list[Resultat]) -> None:
    alle = linje("alle", resultater)
    assert (alle.intent >= INTENT, alle.f1 >= FAKTA_F1, alle.hele >= HELE) == (True,) * 3, _vis(resultater)


def test_no_voice_falls_behind(resultater: list[Resultat]) -> None:
    stemmer: list[Linje] = [linje(s, [r for r in resultater if r.stemme == s]) for s in STEMMER]
    assert {li.navn: round(li.hele, 3) for li in stemmer if li.hele < HELE_STEMME} == {}, _vis(resultater)


def test_nothing_is_removed_from_messages_without_personal_data(resultater: list[Resultat]) -> None:
    falske = [t.si for r in resultater for t in r.turer if "personvern: skal ikke ta bort noe" in t.feil]
    assert len(falske) <= FALSK_PERSONVERN * sum(len(r.turer) for r in resultater), falske


def test_every_message_is_answered(resultater: list[Resultat]) -> None:
    assert [t.feil for r in resultater for t in r.turer if not t.kind] == []
