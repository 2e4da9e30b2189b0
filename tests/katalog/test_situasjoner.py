"""data/situasjoner.yml: it reads, both written forms are there, and what is wrong is told with line and field."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.katalog.feil import Katalogfeil
from bot.katalog.innlesing import ROT
from bot.katalog.situasjoner import FIL, les_situasjoner

TILTAK = {sti.stem for sti in (ROT / "data" / "katalog" / "nasjonalt").glob("*.yml")}
KILDER = {k["id"] for k in yaml.safe_load((ROT / "data" / "kilder.yml").read_text(encoding="utf-8"))["kilder"]}
GOD: Mapping[str, Any] = {
    "id": "ung",
    "krav": {"faktum": "alder", "under": 30},
    "tekst": "under 30",
    "tekst_nn": "under 30",
    "slag": "lov",
    "kilder": [{"id": "egenregiforskriften", "sted": "§ 4-1"}],
    "tyngde": 2,
    "tiltak": ["ungdomsgarantien"],
}


def test_fila_kan_leses_og_gjelder_bare_nasjonale_tiltak() -> None:
    situasjoner = les_situasjoner(TILTAK, KILDER)
    assert len(situasjoner) > 15
    for s in situasjoner:
        assert s.tekst[0].islower() or s.tekst.startswith("KVP"), s.id  # it stands after «fordi»
        assert not any(t.endswith(".") for t in (s.tekst, s.tekst_nn)), s.id
        assert len(set(s.tiltak)) == len(s.tiltak), s.id


@pytest.mark.parametrize(
    ("endring", "melding"),
    [
        ({"tiltak": ["finnes-ikke"]}, "tiltaket «finnes-ikke» finnes ikke"),
        ({"kilder": [{"id": "ukjent-kilde"}]}, "kilden «ukjent-kilde» finnes ikke"),
        ({"tyngde": 7}, "tyngde"),
        ({"krav": {"faktum": "skostorrelse", "minst": 40}}, "skostorrelse"),
        ({"tekst_nn": None}, "tekst_nn"),
    ],
)
def test_feil_sies_med_fil_og_felt(tmp_path: Path, endring: dict[str, Any], melding: str) -> None:
    with pytest.raises(Katalogfeil) as feil:
        _les(tmp_path, {**GOD, **endring})
    assert melding in str(feil.value)
    assert str(feil.value).startswith(f"{FIL}, linje ")


def test_samme_id_to_ganger(tmp_path: Path) -> None:
    assert len(_les(tmp_path, GOD)) == 1
    with pytest.raises(Katalogfeil, match="er brukt før"):
        _les(tmp_path, GOD, GOD)


def _les(rot: Path, *poster: Mapping[str, Any]) -> Any:
    (rot / "data").mkdir(exist_ok=True)
    (rot / FIL).write_text(yaml.safe_dump({"situasjoner": [dict(p) for p in poster]}), encoding="utf-8")
    return les_situasjoner(TILTAK, KILDER, rot)
