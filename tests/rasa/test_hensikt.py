"""The intent classifier: learns, ranks, stores and loads, and survives what it has never seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.sprak.hensikt import Hensiktsleser, ordrekker, tegnrekker

_KONTEKST = ExecutionContext(GraphSchema({}))
_RESSURS = Resource("Hensiktsleser")
_EKSEMPLER = {
    "hilsen": ["hei", "god morgen", "hei igjen"],
    "spor_regel": ["hvor lenge varer programmet", "hvor mye er stønaden", "hvem har rett til norsk"],
    "glem": ["glem alt", "slett alt du vet", "start på nytt"],
}


def _melding(tekst: str, hensikt: str | None = None) -> Message:
    tokens, start = [], 0
    for ord_ in tekst.split():
        tokens.append(Token(ord_, tekst.index(ord_, start), lemma=ord_.lower()))
        start = tokens[-1].end
    return Message({"text": tekst, "text_tokens": tokens, **({"intent": hensikt} if hensikt else {})})


@pytest.fixture
def lager(tmp_path: Path) -> LocalModelStorage:
    return LocalModelStorage.create(tmp_path)


@pytest.fixture
def leser(lager: LocalModelStorage) -> Hensiktsleser:
    leser = Hensiktsleser.create({}, lager, _RESSURS, _KONTEKST)
    leser.train(TrainingData([_melding(t, h) for h, tekster in _EKSEMPLER.items() for t in tekster]))
    return leser


@pytest.mark.parametrize(
    ("tekst", "hensikt"),
    [("hei hei", "hilsen"), ("hvor lenge varer det", "spor_regel"), ("glem alt nå", "glem"), ("GLEM ALT", "glem")],
)
def test_finds_the_intent(leser: Hensiktsleser, tekst: str, hensikt: str) -> None:
    (melding,) = leser.process([_melding(tekst)])
    assert melding.get("intent")["name"] == hensikt
    rekke = melding.get("intent_ranking")
    assert rekke[0] == melding.get("intent")
    assert [p["confidence"] for p in rekke] == sorted((p["confidence"] for p in rekke), reverse=True)
    assert sum(p["confidence"] for p in rekke) == pytest.approx(1)


def test_a_loaded_model_says_the_same(leser: Hensiktsleser, lager: LocalModelStorage) -> None:
    lastet = Hensiktsleser.load({}, lager, _RESSURS, _KONTEKST)
    for tekst in ("hei", "hvor mye er det", "noe helt annet"):
        (a,), (b,) = leser.process([_melding(tekst)]), lastet.process([_melding(tekst)])
        assert a.get("intent_ranking") == b.get("intent_ranking")


def test_unseen_text_gets_the_weights_of_no_words(leser: Hensiktsleser) -> None:
    (melding,) = leser.process([_melding("ξξξ")])
    assert melding.get("intent")["confidence"] < 0.6


def test_an_empty_message_gets_no_intent(leser: Hensiktsleser) -> None:
    (melding,) = leser.process([Message({})])
    assert melding.get("intent") is None


def test_ngrams() -> None:
    assert list(ordrekker(["a", "b", "c"], 2)) == ["o a", "o b", "o c", "o a b", "o b c"]
    assert list(tegnrekker(["ab"], 2, 4)) == ["t a", "tab", "tb ", "t ab", "tab ", "t ab "]
