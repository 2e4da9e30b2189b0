"""The JSON Schema files in data/skjema. `python -m bot.katalog.skjemafiler` makes them from the models."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from bot.katalog.skjema import Tiltak
from bot.katalog.skjema_kunnskap import Kunnskapsfil
from bot.katalog.skjema_regelverk import Kildefil, Parameterfil, Regelfil
from bot.laering.skjema import Leksjon

MAPPE = Path(__file__).resolve().parents[2] / "data" / "skjema"
MODELLER: dict[str, type[BaseModel]] = {
    "tiltak.schema.json": Tiltak,
    "regler.schema.json": Regelfil,
    "parametre.schema.json": Parameterfil,
    "kilder.schema.json": Kildefil,
    "laering.schema.json": Leksjon,
    "kunnskap.schema.json": Kunnskapsfil,
}


def skjematekst(modell: type[BaseModel]) -> str:
    """The JSON Schema of a model as the text of its file."""
    skjema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **modell.model_json_schema()}
    return json.dumps(skjema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def skriv() -> None:
    """Write every schema file."""
    MAPPE.mkdir(parents=True, exist_ok=True)
    for navn, modell in MODELLER.items():
        (MAPPE / navn).write_text(skjematekst(modell), encoding="utf-8")


if __name__ == "__main__":
    skriv()
