"""The sentences of the chips and of the Teams form: the assistant understands each of them, alone and together."""

from __future__ import annotations

import itertools
import json
from datetime import date

import pytest

from bot.kanaler.endringer import FIL, endringer, melding
from bot.profil.fakta import FAKTA
from bot.sprak.fakta import finn_fakta

ENDRINGER = json.loads(FIL.read_text(encoding="utf-8"))
_KODER = {"true": True, "false": False}
_FOLGER = {"trenger_veiledning_nedsatt_arbeidsevne": {"nedsatt_arbeidsevne"}}


def _sagt(tekst: str) -> dict[str, tuple[tuple[object, ...], bool]]:
    return {f.faktum: (f.verdier, f.fjern) for f in finn_fakta(tekst, date(2026, 11, 23)) if not f.negert}


@pytest.mark.parametrize(("faktum", "melding"), [(f, m) for f, e in ENDRINGER.items() for m in e.get("glem", [])])
def test_meldingen_som_fjerner_blir_forstatt(faktum: str, melding: str) -> None:
    assert {navn: fjern for navn, (_, fjern) in _sagt(melding).items()} == {faktum: True}


@pytest.mark.parametrize(
    ("faktum", "kode", "melding"),
    [(f, k, m) for f, e in ENDRINGER.items() for k, m in e.get("valg", {}).items()],
)
def test_meldingen_som_endrer_blir_forstatt(faktum: str, kode: str, melding: str) -> None:
    verdi = _KODER.get(kode, kode)
    assert verdi in FAKTA[faktum].verdier or FAKTA[faktum].slag == "ja_nei"
    sagt = _sagt(melding)
    assert sagt.pop(faktum) == ((verdi,), False)
    assert set(sagt) == _FOLGER.get(kode, set())


@pytest.mark.parametrize(("faktum", "tall"), [(f, e["tall"]) for f, e in ENDRINGER.items() if "tall" in e])
def test_hvert_tall_skjemaet_godtar_blir_forstatt(faktum: str, tall: dict[str, int]) -> None:
    for n in range(tall["fra"], tall["til"] + 1):
        assert _sagt(str(tall["mal"]).replace("{}", str(n))) == {faktum: ((n,), False)}


_TO = ["norskniva", "programmaned", "alder", "utdanning", "sluttmal", "oppholdsgrunnlag", "arbeidssoker", "kjonn"]
_VALGT = {"norskniva": "B1", "programmaned": "8", "alder": "30", "utdanning": "ingen", "sluttmal": "arbeid"}
_VALGT |= {"oppholdsgrunnlag": "kollektiv_beskyttelse", "arbeidssoker": "false", "kjonn": "kvinne"}


@pytest.mark.parametrize(("en", "to", "bort"), list(itertools.permutations(_TO, 3)))
def test_flere_endringer_i_en_melding_blir_forstatt(en: str, to: str, bort: str) -> None:
    sagt = _sagt(melding({en: _VALGT[en], to: _VALGT[to]}, [bort], "nb"))
    ventet = {
        n: (str(v[0]).lower() if isinstance(v[0], bool) else str(v[0])) for n, (v, fjern) in sagt.items() if not fjern
    }
    assert ventet == {en: _VALGT[en], to: _VALGT[to]}
    assert [n for n, (_, fjern) in sagt.items() if fjern] == [bort]


def test_det_som_ikke_kan_sies_blir_ikke_sagt() -> None:
    assert (
        melding({"alder": "7", "norskniva": "D1", "finnes_ikke": "x", "helse": "psykisk"}, ["norsk_muntlig"], "nb")
        == ""
    )
    assert melding({"alder": "-3", "programmaned": "4.5"}, [], "nb") == ""
    assert melding({}, ["alder"], "nn") == "Gløym alderen"


def test_alt_i_fila_er_fakta_som_kan_endres() -> None:
    assert set(endringer()) <= set(FAKTA)
    assert all(e.valg or e.tall or e.glem for e in endringer().values())
