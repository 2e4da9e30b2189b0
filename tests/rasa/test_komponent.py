"""The Rasa components, in Rasa's own Python: entities, delexicalised lemmas, storing and loading."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.sprak.komponent import FaktaOgTiltak, NorskTokenizer

_KONTEKST = ExecutionContext(GraphSchema({}))
_RESSURS = Resource("FaktaOgTiltak")


@pytest.fixture
def katalog(tmp_path: Path) -> Path:
    mappe = tmp_path / "katalog" / "nasjonalt"
    mappe.mkdir(parents=True)
    (mappe / "aft.yml").write_text("id: aft\nnavn: Arbeidsforberedende trening\nsynonymer: [AFT]\n", encoding="utf-8")
    (mappe / "intro.yml").write_text("id: intro\nnavn: Introduksjonsprogrammet\nsynonymer: [intro]\n", encoding="utf-8")
    return tmp_path / "katalog"


@pytest.fixture
def oppsett(katalog: Path, tmp_path: Path) -> Any:
    (tmp_path / "modell").mkdir()
    lager = LocalModelStorage.create(tmp_path / "modell")
    valg = {"katalog": str(katalog), "i_dag": "2026-11-23"}
    komponent = FaktaOgTiltak.create(valg, lager, _RESSURS, _KONTEKST)
    komponent.train(TrainingData([]))
    tokenizer = NorskTokenizer.create(NorskTokenizer.get_default_config(), lager, Resource("t"), _KONTEKST)
    return tokenizer, komponent, lager, valg


def _kjor(oppsett: Any, tekst: str) -> Message:
    tokenizer, komponent = oppsett[:2]
    return komponent.process(tokenizer.process([Message({"text": tekst})]))[0]


def _lemma(melding: Message) -> list[str]:
    return [t.lemma for t in melding.get("text_tokens")]


def test_entiteter(oppsett: Any) -> None:
    melding = _kjor(oppsett, "Hvilke tiltak passer for en på A2 i måned 4? Og AFT?")
    med_verdi = [e for e in melding.get("entities") if isinstance(e["value"], dict)]
    ut = {(e["entity"], e["value"].get("faktum") or e["value"].get("id")): e for e in med_verdi}
    niva = ut["faktum", "norskniva"]
    assert niva["value"]["verdier"] == ["A2"]
    assert "A2" in melding.get("text")[niva["start"] : niva["end"]]
    assert ut["faktum", "programmaned"]["value"]["verdier"] == [4]
    assert ut["tiltak", "aft"]["value"]["score"] == 1.0
    assert ut["sporsmal", None]["value"]["type"] == "hvilke"
    assert json.loads(json.dumps(melding.get("entities"))) == melding.get("entities")


def test_malform_er_en_entitet(oppsett: Any) -> None:
    melding = _kjor(oppsett, "kva tiltak finst?")
    assert [e["value"] for e in melding.get("entities") if e["entity"] == "malform"] == ["nn"]


def test_lemma_blir_plassholdere(oppsett: Any) -> None:
    a = _lemma(_kjor(oppsett, "Passer AFT for en på A2 i måned 4?"))
    b = _lemma(_kjor(oppsett, "Passer intro for en på under A1 i fjerde måneden?"))
    assert [x for x in a if x] == [x for x in b if x]
    assert {"__tiltak__", "__niva__", "__maned__"} <= set(a)


def test_pronomen_blir_staende(oppsett: Any) -> None:
    assert "hun" in _lemma(_kjor(oppsett, "Kan hun få AFT?"))


def test_treningsdata_far_samme_lemma_og_ingen_entiteter(oppsett: Any) -> None:
    tokenizer, komponent = oppsett[:2]
    data = TrainingData([Message({"text": "Passer AFT for en på A2?", "intent": "vurder_tiltak"})])
    komponent.process_training_data(tokenizer.process_training_data(data))
    (melding,) = data.training_examples
    assert _lemma(melding) == _lemma(_kjor(oppsett, "Passer AFT for en på A2?"))
    assert not melding.get("entities")


def test_lastet_komponent_kjenner_navnene_uten_katalogen(oppsett: Any) -> None:
    tokenizer, _, lager, _ = oppsett
    lastet = FaktaOgTiltak.load({"katalog": "finnes-ikke"}, lager, _RESSURS, _KONTEKST)
    melding = lastet.process(tokenizer.process([Message({"text": "hva er AFT?"})]))[0]
    assert [e["value"]["id"] for e in melding.get("entities") if e["entity"] == "tiltak"] == ["aft"]


def test_tom_melding(oppsett: Any) -> None:
    assert _kjor(oppsett, " ").get("text") == " "
    assert oppsett[1].process([Message({})])[0].get("entities") is None


def test_fingeravtrykket_folger_katalogen(oppsett: Any, katalog: Path) -> None:
    valg = oppsett[3]
    for_ = FaktaOgTiltak.fingerprint_addon(valg)
    (katalog / "ny.yml").write_text("id: ny\nnavn: Noe nytt\n", encoding="utf-8")
    assert FaktaOgTiltak.fingerprint_addon(valg) != for_


@pytest.mark.parametrize("valg", [{"katalog": ""}, {"katalog": 3}, {"katalog": "x", "i_dag": "i går"}])
def test_feil_oppsett_sies_fra_om(valg: dict[str, Any]) -> None:
    with pytest.raises(InvalidConfigException):
        FaktaOgTiltak.validate_config(valg)


def test_manglende_katalog_stopper_treningen(tmp_path: Path) -> None:
    komponent = FaktaOgTiltak.create(
        {"katalog": str(tmp_path / "borte")}, LocalModelStorage.create(tmp_path), _RESSURS, _KONTEKST
    )
    with pytest.raises(InvalidConfigException, match="finner ikke mappen"):
        komponent.train(TrainingData([]))


def test_fil_uten_id_stopper_treningen(oppsett: Any, katalog: Path) -> None:
    (katalog / "feil.yml").write_text("navn: Uten id\n", encoding="utf-8")
    with pytest.raises(InvalidConfigException, match=r"feil\.yml"):
        oppsett[1].train(TrainingData([]))
