"""The actions themselves: their names, what they hand Rasa, and that an error stores nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action

from actions import evner
from actions import kontekst as kontekstmodul
from actions.kontekst import Kontekst
from bot.katalog.lasting import last
from bot.katalog.motor import lag_motor
from bot.sprak.tiltaksnavn import Navneregister
from tests.actions.tolk import I_DAG, ROT, rasa_melding

KLASSER: list[type[Action]] = [
    k for k in vars(evner).values() if isinstance(k, type) and issubclass(k, Action) and k.__module__ == evner.__name__
]


# In four words or fewer these are taken at the classifier's word.
SMAPRAT = {"hilsen", "takk", "hjelp", "vis_profil", "glem"}


@pytest.fixture
def med_kontekst(kontekst: Kontekst, monkeypatch: pytest.MonkeyPatch) -> Kontekst:
    monkeypatch.setattr(evner, "kontekst", lambda: kontekst)
    monkeypatch.setattr(evner, "i_dag", lambda: I_DAG)
    return kontekst


def _yaml(*sti: str) -> Any:
    return yaml.safe_load(ROT.joinpath(*sti).read_text(encoding="utf-8"))


def _navn() -> dict[str, str]:
    """Name -> class of every action the action server finds; the base class has no capability and no name of its own."""
    return {k.evne: k.__name__ for k in KLASSER if getattr(k, "evne", "")}


def _tracker(melding: dict[str, Any], samtale_id: str) -> Tracker:
    return Tracker(samtale_id, {}, melding, [], False, None, {}, "action_listen")


async def _kjor(klasse: type[Action], melding: dict[str, Any], samtale_id: str) -> tuple[Any, list[dict[str, Any]]]:
    dispatcher = CollectingDispatcher()
    hendelser = await klasse().run(dispatcher, _tracker(melding, samtale_id), {})
    return hendelser, dispatcher.messages


# Names


def test_an_action_for_every_capability_and_no_other(med_kontekst: Kontekst) -> None:
    assert set(_navn()) == set(evner.EVNER)
    assert {k().name() for k in KLASSER if getattr(k, "evne", "")} == {f"action_{e}" for e in evner.EVNER}


def test_classes_are_called_as_their_capability() -> None:
    for evne, klasse in _navn().items():
        assert klasse == "Action" + "".join(del_.title() for del_ in evne.split("_"))


def test_domain_and_rules_name_the_same_actions_and_intents() -> None:
    domene = _yaml("domain.yml")
    intents = {navn for i in domene["intents"] for navn in i}
    assert set(domene["actions"]) == {f"action_{e}" for e in evner.EVNER}
    assert intents == set(evner.EVNER)
    assert len(domene["actions"]) == len(set(domene["actions"]))
    regler = [(r["steps"][0]["intent"], r["steps"][1]["action"]) for r in _yaml("data", "rules", "regler.yml")["rules"]]
    assert sorted(regler) == sorted((e, f"action_{e}") for e in evner.EVNER)


def test_every_intent_has_training_examples() -> None:
    assert {f.stem for f in (ROT / "data" / "nlu").glob("*.yml")} == set(evner.EVNER)


# What is handed over


async def test_rasa_gets_the_id_of_the_answer_and_nothing_else(med_kontekst: Kontekst, register: Navneregister) -> None:
    melding = rasa_melding(register, "Hvilke Nav-tiltak passer for en på A2 i måned 4?", "anbefal_tiltak", 0.9)
    hendelser, meldinger = await _kjor(evner.ActionAnbefalTiltak, melding, "overlevert")
    assert hendelser == []
    assert [m["custom"].keys() for m in meldinger] == [{"svar_id"}]
    assert not any(m["text"] for m in meldinger)
    (svar,) = med_kontekst.lager.hent_svar(meldinger[0]["custom"]["svar_id"])
    assert svar["payload"]["kind"] == "recommendation"  # type: ignore[index]
    assert med_kontekst.lager.hent("overlevert").profil["norskniva"] == ("A2",)


@pytest.mark.parametrize("klasse", [k for k in KLASSER if getattr(k, "evne", "")], ids=lambda k: k.__name__)
async def test_whichever_action_rasa_chose_the_message_decides(
    klasse: type[Action], med_kontekst: Kontekst, register: Navneregister
) -> None:
    """The action's own name says only what the classifier thought; an empty message answers as well."""
    samtale_id = f"valgt-{klasse.__name__}"
    for tekst in ("hvorfor ikke KVP?", ""):
        _, meldinger = await _kjor(klasse, rasa_melding(register, tekst, klasse.evne, 0.9), samtale_id)  # type: ignore[attr-defined]
        (svar,) = med_kontekst.lager.hent_svar(meldinger[0]["custom"]["svar_id"])
        assert svar["text"]
    om_kvp = "kvalifiseringsprogrammet" in med_kontekst.lager.hent(samtale_id).tiltak
    # nothing is forgotten unless the words say so
    assert om_kvp is (klasse.evne not in SMAPRAT - {"glem"})  # type: ignore[attr-defined]


async def test_only_the_newest_answer_is_kept(med_kontekst: Kontekst, register: Navneregister) -> None:
    ider = []
    for tekst in ("hei", "takk"):
        _, meldinger = await _kjor(evner.ActionHilsen, rasa_melding(register, tekst, "hilsen", 0.9), "nyeste")
        ider.append(meldinger[0]["custom"]["svar_id"])
    with pytest.raises(KeyError):
        med_kontekst.lager.hent_svar(ider[0])
    assert med_kontekst.lager.hent_svar(ider[1])


# Errors


class _Sammenbrudd(RuntimeError):
    """What the answering raises, told from any other error."""


async def test_an_error_while_answering_stores_nothing(
    med_kontekst: Kontekst, register: Navneregister, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The facts of the message are worked in before the answer is built: none of them may be kept."""
    forst = rasa_melding(register, "Hvilke tiltak passer for en på A2?", "anbefal_tiltak", 0.9)
    _, meldinger = await _kjor(evner.ActionAnbefalTiltak, forst, "avbrutt")
    for_ = med_kontekst.lager.hent("avbrutt").til_dict()
    naadd: list[dict[str, object]] = []

    def brudd(k: Kontekst, samtale: Any, *rest: Any) -> list[dict[str, Any]]:
        naadd.append(samtale.til_dict())
        raise _Sammenbrudd

    monkeypatch.setitem(evner.EVNER, "oppgi_fakta", brudd)
    with pytest.raises(_Sammenbrudd):
        await _kjor(evner.ActionOppgiFakta, rasa_melding(register, "Hun er 34 år", "oppgi_fakta", 0.9), "avbrutt")
    assert naadd[0] != for_, "the conversation in hand had changed"
    assert med_kontekst.lager.hent("avbrutt").til_dict() == for_
    assert med_kontekst.lager.hent_svar(meldinger[0]["custom"]["svar_id"])


async def test_an_error_while_storing_the_answer_keeps_the_old_conversation(
    med_kontekst: Kontekst, register: Navneregister, monkeypatch: pytest.MonkeyPatch
) -> None:
    """State and answer are written in one transaction: an answer that cannot be written takes the state with it."""
    await _kjor(evner.ActionOppgiFakta, rasa_melding(register, "Hun er på A2", "oppgi_fakta", 0.9), "halv")
    for_ = med_kontekst.lager.hent("halv").til_dict()
    monkeypatch.setitem(evner.EVNER, "oppgi_fakta", lambda *_: [{"text": object(), "payload": {"profile": {}}}])
    with pytest.raises(Exception, match="not JSON serializable"):
        await _kjor(evner.ActionOppgiFakta, rasa_melding(register, "Hun er 34 år", "oppgi_fakta", 0.9), "halv")
    assert med_kontekst.lager.hent("halv").til_dict() == for_


async def test_an_error_in_the_first_message_leaves_no_conversation(
    med_kontekst: Kontekst, register: Navneregister, monkeypatch: pytest.MonkeyPatch
) -> None:
    def brudd(*_: Any) -> list[dict[str, Any]]:
        raise _Sammenbrudd

    monkeypatch.setitem(evner.EVNER, "hilsen", brudd)
    with pytest.raises(_Sammenbrudd):
        await _kjor(evner.ActionHilsen, rasa_melding(register, "hei", "hilsen", 0.9), "ingen")
    assert med_kontekst.lager.slett("ingen") is False


# The process's context


@pytest.fixture
def ny_kontekst() -> Iterator[None]:
    kontekstmodul.kontekst.cache_clear()
    yield
    kontekstmodul.kontekst.cache_clear()


def test_context_is_read_from_the_database_once(
    ny_kontekst: None, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'k.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    last(lag_motor(url))
    k = kontekstmodul.kontekst()
    assert k is kontekstmodul.kontekst()
    assert "arbeidstrening" in k.tjeneste.tiltak
    assert k.lokale({"kommune": ("Tromsø",)})[0] == "Tromsø"
    assert k.lokale({"kommune": ("Tromsø", "Hamar")}) == (None, ())
    assert k.lokale({}) == (None, ())


def test_a_conversation_is_stored_as_plain_json(med_kontekst: Kontekst, register: Navneregister) -> None:
    """What is stored must be readable by the next version and by another process."""
    evner._Handling._svar("json", rasa_melding(register, "Tilbud om oppstart 3. mars 2026, A2", "oppgi_fakta", 0.9))
    samtale = med_kontekst.lager.hent("json")
    assert json.loads(json.dumps(samtale.til_dict())) == samtale.til_dict()
    assert "tilbud_om_oppstart" in samtale.profil
