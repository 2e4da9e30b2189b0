"""Measure names: inflection, abbreviation, split words, misspelling, and everyday words that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.sprak.tiltaksnavn import Navneregister

_MAPPE = Path(__file__).parent
_NAVN = yaml.safe_load((_MAPPE / "navn.yml").read_text(encoding="utf-8"))
_TABELL = yaml.safe_load((_MAPPE / "tiltaksnavn.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def register() -> Navneregister:
    return Navneregister([(i, n) for i, n in _NAVN.items()])


@pytest.mark.parametrize(("tekst", "fasit"), _TABELL)
def test_navn(register: Navneregister, tekst: str, fasit: list[str]) -> None:
    funn = register.finn(tekst)
    assert [f.id for f in funn] == [i.lstrip("~") for i in fasit]
    for f, i in zip(funn, fasit):  # noqa: B905 - the lists were compared above
        assert (bool(f.alternativer) or f.score < 0.7) == i.startswith("~")
        assert tekst[f.start : f.slutt] == f.tekst


def test_praksis_alene_gir_alternativer(register: Navneregister) -> None:
    (f,) = register.finn("hun vil ha praksis")
    assert "sprakpraksis" in (f.id, *f.alternativer)


def test_lengste_navn_vinner(register: Navneregister) -> None:
    assert [f.id for f in register.finn("varig tilrettelagt arbeid i ordinær virksomhet")] == [
        "varig-tilrettelagt-arbeid-ordinaer"
    ]


def test_naermeste_gir_tre_ulike(register: Navneregister) -> None:
    naer = register.naermeste("mentorhjelp")
    assert len({i for i, _ in naer}) == 3
    assert naer[0][0] == "mentortilskudd"
    assert naer[0][1] >= naer[1][1] >= naer[2][1]


def test_tomt_register_finner_ingenting() -> None:
    assert Navneregister([]).finn("AFT og KVP") == []


def test_navn_utenfor_katalogen_finnes_ikke() -> None:
    assert Navneregister([("arbeidstrening", ["Arbeidstrening"])]).finn("KVP og AFT") == []
