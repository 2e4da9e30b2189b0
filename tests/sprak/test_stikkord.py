"""Rows of keywords are facts about a person; the same words in a question are not."""

from __future__ import annotations

from datetime import date

import pytest

from bot.sprak.fakta import finn_fakta

I_DAG = date(2026, 11, 23)


def _fakta(tekst: str) -> dict[str, object]:
    return {f.faktum: f.verdier[0] for f in finn_fakta(tekst, I_DAG) if not f.usikker}


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("K/41/A2/vgs/KVP", {"kjonn": "kvinne", "alder": 41, "norskniva": "A2", "utdanning": "videregaende", "ordning": "kvp"}),
        ("B1, JS, 35", {"norskniva": "B1", "ordning": "jobbsjansen", "alder": 35}),
        ("A1. Intro. 29 år. Fagbrev.", {"norskniva": "A1", "ordning": "intro", "alder": 29, "utdanning": "fagbrev"}),
        ("A1/A2, 40, AAP", {"norskniva": "A1", "alder": 40, "ytelse": "aap"}),
    ],
)  # fmt: skip
def test_rekke_av_stikkord(tekst: str, ventet: dict[str, object]) -> None:
    assert _fakta(tekst) == ventet


@pytest.mark.parametrize(
    "tekst",
    ["Hva er forskjellen på AFT, KVP og JS?", "KVP, hva er det?", "AFT, VTA, KVP", "Kan hun få AFT, KVP, sosialhjelp?", "og/eller KVP"],
)  # fmt: skip
def test_ingen_rekke(tekst: str) -> None:
    assert "ordning" not in _fakta(tekst)
    assert "ytelse" not in _fakta(tekst)
