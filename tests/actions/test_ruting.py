"""Which capability answers: the table in ruting.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.evner import EVNER
from actions.melding import Melding
from actions.ruting import velg_evne
from bot.profil.lesing import les_profil
from bot.profil.samtale import Opplysning, Samtale

RADER: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("ruting.yml").read_text(encoding="utf-8"))
_NOKLER = {
    "samtale", "si", "intent", "sikkerhet", "tiltak", "sporsmal", "fakta", "fjern", "glem_alt", "evne",
    "ikke_evne", "hvorfor",
}  # fmt: skip


def _samtale(rad: dict[str, Any]) -> Samtale:
    for_ = rad.get("samtale", {})
    return Samtale("s", profil=les_profil(for_.get("profil", {})), tema=for_.get("tema"), tiltak=for_.get("tiltak", []))


def _melding(rad: dict[str, Any]) -> Melding:
    fakta = [Opplysning(f, (v,)) for f, v in rad.get("fakta", {}).items()]
    fakta += [Opplysning(f, (), fjern=True) for f in rad.get("fjern", ())]
    return Melding(
        tekst=rad["si"],
        intent=rad["intent"],
        sikkerhet=rad.get("sikkerhet", 0.9),
        opplysninger=tuple(fakta),
        tiltak=tuple(rad.get("tiltak", ())),
        sporsmal=rad.get("sporsmal"),
        glem_alt=rad.get("glem_alt", False),
    )


@pytest.mark.parametrize("rad", RADER, ids=[f"{i}-{r['si'][:40]}" for i, r in enumerate(RADER)])
def test_capability(rad: dict[str, Any]) -> None:
    samtale = _samtale(rad)
    for_ = samtale.til_dict()
    evne = velg_evne(samtale, _melding(rad))
    if "evne" in rad:
        assert evne == rad["evne"], rad["hvorfor"]
    else:
        assert evne != rad["ikke_evne"], rad["hvorfor"]
    assert samtale.til_dict() == for_, "routing only reads the conversation"


def test_table_is_whole() -> None:
    """Every capability is reached at least once, every row has a reason, and no key is misspelt."""
    assert len(RADER) >= 60
    assert {r["evne"] for r in RADER if "evne" in r} == set(EVNER)
    for rad in RADER:
        assert rad["hvorfor"]
        assert ("evne" in rad) != ("ikke_evne" in rad)
        assert set(rad) <= _NOKLER
        assert set(rad.get("samtale", {})) <= {"tema", "tiltak", "profil"}
        assert rad["intent"] in EVNER
