"""Reading the expected facts of the tables, and bringing finds to the same form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from bot.sprak.funn import Funn

Rad = tuple[str, str, tuple[str, ...]]


def forventet(fasit: Mapping[str, Any]) -> set[Rad]:
    """The table's notation (see fakta.yml) as a set of (mark, fact, values)."""
    ut: set[Rad] = set()
    for nokkel, verdi in fasit.items():
        merke = nokkel[0] if nokkel[0] in "-?!" else ""
        for v in verdi["alle"] if isinstance(verdi, dict) else [verdi]:
            liste = v if isinstance(v, list) else [] if v is None else [v]
            nektet = bool(liste) and str(liste[0]).startswith("ikke ")
            verdier = tuple(_form(yaml.safe_load(str(x).removeprefix("ikke ")) if nektet else x) for x in liste)
            ut.add((merke + ("ikke" if nektet else ""), nokkel.lstrip("-?!"), verdier))
    return ut


def funnet(funn: Iterable[Funn], med_kjonn: bool) -> set[Rad]:
    """Finds in the same form."""
    ut: set[Rad] = set()
    for f in funn:
        if f.faktum == "kjonn" and not med_kjonn:
            continue
        merke = "-" if f.fjern else "?" if f.usikker else "!" if f.rettelse else ""
        ut.add((merke + ("ikke" if f.negert else ""), f.faktum, tuple(_form(v) for v in f.verdier)))
    return ut


def _form(verdi: object) -> str:
    return str(float(verdi)) if isinstance(verdi, (int, float)) and not isinstance(verdi, bool) else str(verdi)
