"""The two sets themselves: well formed, large enough, in every voice, and apart from what the assistant learns from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from tests.e2e.forventning import Tabellfeil
from tests.e2e.sporsmal.maling import dom, fakta_avvik
from tests.e2e.sporsmal.rader import ROT, STEMMER, _rad, les_sett
from tests.nlu.maling import normalisert

I_DAG = date(2026, 11, 23)


def _ytringer(sett: str) -> list[str]:
    return [normalisert(y.si) for r in les_sett(sett, I_DAG) for y in r.turer]


def _trening() -> Iterator[str]:
    for fil in sorted((ROT / "data" / "nlu").glob("*.yml")):
        for post in yaml.load(fil.read_text(encoding="utf-8"), yaml.CSafeLoader)["nlu"]:
            yield from (linje.removeprefix("- ") for linje in post["examples"].splitlines())


def _regelverk() -> Iterator[str]:
    """Every string under data/regelverk: a question there helps the search."""

    def strenger(node: Any) -> Iterator[str]:
        if isinstance(node, str):
            yield node
        elif isinstance(node, dict):
            for verdi in node.values():
                yield from strenger(verdi)
        elif isinstance(node, list):
            for verdi in node:
                yield from strenger(verdi)

    for fil in sorted((ROT / "data" / "regelverk").rglob("*.yml")):
        yield from strenger(yaml.load(fil.read_text(encoding="utf-8"), yaml.CSafeLoader))


def _lange(tekster: list[str]) -> set[str]:
    """Without those of one or two words: "takk" and "A2" are the same for everybody."""
    return {t for t in tekster if len(t.split()) > 2}


def test_no_test_question_stands_where_the_assistant_learns_or_in_the_development_set() -> None:
    prove = _lange(_ytringer("test"))
    for sted, tekster in (
        ("data/nlu", _trening()),
        ("data/regelverk", _regelverk()),
        ("utvikling", iter(_ytringer("utvikling"))),
    ):
        assert prove & {normalisert(t) for t in tekster} == set(), sted


def test_no_development_question_is_trained_on() -> None:
    assert _lange(_ytringer("utvikling")) & {normalisert(t) for t in _trening()} == set()


@pytest.mark.parametrize(("sett", "minst"), [("utvikling", 500), ("test", 300)])
def test_the_set_is_large_and_has_every_voice(sett: str, minst: int) -> None:
    rader = les_sett(sett, I_DAG)
    antall = Counter(r.stemme for r in rader)
    assert len(rader) >= minst
    assert {s: antall[s] for s in STEMMER if antall[s] < minst // 20} == {}
    forste = Counter(tuple(normalisert(y.si) for y in r.turer) for r in rader)
    assert [t for t, n in forste.items() if n > 1] == []


@pytest.mark.parametrize(
    ("endring", "melding"),
    [
        ({"stemme": "skrik"}, "stemme"),
        ({"kilde": ""}, "kilde"),
        ({"kind": "svar"}, "kind"),
        ({"intent": "sporre"}, "intent"),
        ({"fakta": {"hoyde": 3}}, "faktum"),
        ({"fakta": {"norskniva": "A9"}}, "norskniva"),
        ({"fakta": {"alder": "=eldre enn 3"}}, "forstår ikke"),
        ({"maa": ["x"]}, "ukjente felt"),
    ],
)
def test_a_malformed_row_is_refused(endring: dict[str, Any], melding: str) -> None:
    rad = {"id": "x-1", "stemme": "vanlig", "si": "Hva er KVP?", "kind": "measure", "kilde": "§ 29"}
    assert _rad("x", rad, I_DAG).turer[0].fakta == {}
    with pytest.raises(Tabellfeil, match=melding):
        _rad("x", {**rad, **endring}, I_DAG)


def test_facts_are_compared_exactly() -> None:
    rad = {"id": "x-1", "stemme": "vanlig", "si": "x", "kind": "rule", "kilde": "§ 1", "kan_ha": {"ordning": "intro"}}
    ytring = _rad("x", {**rad, "fakta": {"norskniva": ["A1", "A2"], "alder": "=født 1990"}}, I_DAG).turer[0]
    assert fakta_avvik(ytring, {"norskniva": ["A2", "A1"], "alder": [35, 36], "ordning": "intro"})[:3] == (2, 0, 0)
    assert fakta_avvik(ytring, {"norskniva": "A2", "kjonn": "mann", "bransje": "helse"})[:3] == (0, 2, 2)
    assert fakta_avvik(ytring, {"norskniva": ["A1", "A2"], "alder": [35, 36], "ordning": "kvp"})[:3] == (2, 1, 0)


def _svar(*deler: tuple[str, str]) -> dict[str, Any]:
    tom = {"profile": {"alder": 30}, "measures": [], "sources": []}
    return {
        "conversation_id": "x",
        "replies": [{"text": t, "choices": [], "payload": {"kind": k, **tom}} for k, t in deler],
    }


def test_every_reply_counts_when_a_message_has_several_questions() -> None:
    rad = {"id": "x-1", "stemme": "vanlig", "si": "x", "kind": "rule", "kilde": "§ 1", "fakta": {"alder": 30}}
    ytring = _rad("x", {**rad, "ma": ["fire uker", ["75 timer", "femti"]], "ma_ikke": ["600"]}, I_DAG).turer[0]
    assert dom(ytring, _svar(("rule", "75 timer"), ("measure", "Inntil **fire uker**")), 1.0).feil == []
    feil = dom(ytring, _svar(("measure", "600 timer")), 1.0).feil
    assert [f.split(":")[0] for f in feil] == ["kind", "skal_inneholde", "skal_inneholde", "skal_ikke_inneholde"]


def test_personal_data_must_be_removed_where_it_stands_and_nowhere_else() -> None:
    rad = {"id": "x-1", "stemme": "vanlig", "si": "x", "kind": "rule", "kilde": "§ 1", "fakta": {"alder": 30}}
    uten, med = (_rad("x", {**rad, "personvern": p}, I_DAG).turer[0] for p in (False, True))
    tok_bort = _svar(("privacy", "Jeg tok bort et navn."), ("rule", "Ja."))
    assert dom(uten, tok_bort, 1.0).feil == ["personvern: skal ikke ta bort noe"]
    assert dom(med, _svar(("rule", "Ja.")), 1.0).feil == ["personvern: skal ta bort noe"]
    assert dom(med, tok_bort, 1.0).feil == []
