"""Errors in catalogue files, said in Norwegian: file, line, field, what is wrong and what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

Plass = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Linjefeil:
    """One error in one file. `felt` is written as in `vilkar[2].krav.faktum`, empty for the whole file."""

    fil: str
    linje: int
    felt: str
    melding: str

    def __str__(self) -> str:
        felt = f", felt {self.felt}" if self.felt else ""
        return f"{self.fil}, linje {self.linje}{felt}: {self.melding}"


class Katalogfeil(Exception):
    """The catalogue is refused. `feil` holds every error in file and line order; `str()` is Norwegian."""

    def __init__(self, feil: Iterable[Linjefeil]) -> None:
        self.feil = tuple(sorted(set(feil)))
        super().__init__("\n".join(map(str, self.feil)))


def feltnavn(plass: Plass) -> str:
    """A place in a document as a person writes it."""
    ut = ""
    for ledd in plass:
        ut += f"[{ledd}]" if isinstance(ledd, int) else f".{ledd}" if ut else ledd
    return ut


_MONSTRE = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "små bokstaver a–z, tall og bindestrek",
    r"^[a-z0-9]+(_[a-z0-9]+)*$": "små bokstaver a–z, tall og understrek",
    r"^T-\d{3}$": "T- og tre siffer, for eksempel T-015",
    r"^R-\d{3}$": "R- og tre siffer, for eksempel R-082",
    r"^[CD]-\d{3}$": "C- eller D- og tre siffer, for eksempel C-014",
    r"^\d{4}$": "fire siffer i anførselstegn, for eksempel '3405'",
    r"^\d{2}$": "to siffer i anførselstegn, for eksempel '34'",
    r"^https://": "en adresse som begynner med https://",
    r"^[SLPE]": "S, L, P eller E, eventuelt flere med + mellom",
}
_FASTE = {
    "missing": "feltet mangler og må være med.",
    "string_type": "skal være tekst. Sett verdien i anførselstegn hvis den ser ut som et tall.",
    "bool_type": "skal være true eller false.",
    "bool_parsing": "skal være true eller false.",
    "int_type": "skal være et helt tall.",
    "int_parsing": "skal være et helt tall.",
    "int_from_float": "skal være et helt tall.",
    "float_type": "skal være et tall.",
    "float_parsing": "skal være et tall.",
    "date_type": "skal være en dato på formen ÅÅÅÅ-MM-DD.",
    "date_parsing": "skal være en dato på formen ÅÅÅÅ-MM-DD.",
    "date_from_datetime_parsing": "skal være en dato på formen ÅÅÅÅ-MM-DD.",
    "date_from_datetime_inexact": "skal være en dato på formen ÅÅÅÅ-MM-DD, uten klokkeslett.",
    "tuple_type": "skal være en liste.",
    "list_type": "skal være en liste.",
    "dict_type": "skal ha underfelt.",
    "model_type": "skal ha underfelt.",
    "model_attributes_type": "skal ha underfelt.",
}
_GRENSER = {
    "greater_than": ("gt", "skal være over"),
    "greater_than_equal": ("ge", "skal være minst"),
    "less_than": ("lt", "skal være under"),
    "less_than_equal": ("le", "skal være høyst"),
}


def _vist(verdi: object) -> str:
    return "true" if verdi is True else "false" if verdi is False else str(verdi)[:60]


def _modeller(annotering: Any) -> list[type[BaseModel]]:
    if isinstance(annotering, type) and issubclass(annotering, BaseModel):
        return [annotering]
    if get_origin(annotering) in (Union, UnionType, tuple, list) or hasattr(annotering, "__metadata__"):
        return [m for a in get_args(annotering) for m in _modeller(a)]
    return []


def _lovlige_felt(modell: type[BaseModel], plass: Plass) -> str:
    for ledd in plass:
        if isinstance(ledd, str) and ledd in modell.model_fields:
            neste = _modeller(modell.model_fields[ledd].annotation)
            if neste:
                modell = neste[0]
    return ", ".join(modell.model_fields)


def _melding(modell: type[BaseModel], plass: Plass, feil: Any) -> str:
    slag, ctx = feil["type"], feil.get("ctx", {})
    if slag == "extra_forbidden":
        return f"«{plass[-1]}» er et ukjent felt. Lovlig er {_lovlige_felt(modell, plass[:-1])}."
    if slag == "literal_error":
        lovlig = ", ".join(re.findall(r"'([^']*)'", str(ctx["expected"]))) or str(ctx["expected"]).replace(
            " or ", " eller "
        )
        return f"«{_vist(feil['input'])}» er ikke lovlig. Lovlig er {lovlig}."
    if slag == "string_pattern_mismatch":
        form = _MONSTRE.get(ctx["pattern"], f"formen {ctx['pattern']}")
        return f"«{_vist(feil['input'])}» har feil form. Lovlig er {form}."
    if slag == "string_too_short":
        return "teksten er tom."
    if slag == "string_too_long":
        return f"teksten er for lang. Lovlig er høyst {ctx['max_length']} tegn."
    if slag == "too_short":
        return f"listen er for kort. Lovlig er minst {ctx['min_length']}."
    if slag in _GRENSER:
        nokkel, ord_ = _GRENSER[slag]
        return f"«{_vist(feil['input'])}» er ikke lovlig; verdien {ord_} {ctx[nokkel]:g}."
    if slag == "value_error":
        tekst = str(ctx["error"]).replace("; lovlig er", ". Lovlig er")
        return tekst if tekst.endswith(".") else tekst + "."
    return _FASTE.get(slag, "verdien har feil form.")


def fra_pydantic(modell: type[BaseModel], feil: ValidationError, data: object) -> list[tuple[Plass, str]]:
    """Pydantic's errors as places in the document and Norwegian messages, one for each place."""
    ut: dict[Plass, str] = {}
    alle = feil.errors(include_url=False)
    for f in alle:
        if f["type"] == "too_short" and any(g["loc"][: len(f["loc"])] == f["loc"] for g in alle if g is not f):
            continue  # the list is only short because its faulty parts were not counted
        plass, flere = _plass_i(data, f["loc"], f["type"] in ("missing", "extra_forbidden"))
        if flere and f["type"] != "value_error":
            ut.setdefault(plass, f"«{_vist(f['input'])}» er av en type som ikke kan stå her.")
            continue
        melding = _melding(modell, plass, f)
        if f["type"] == "value_error":
            plass = _spiss(data, plass, melding)
        ut.setdefault(plass, melding)
    return list(ut.items())


def _plass_i(data: object, loc: Plass, siste_mangler: bool) -> tuple[Plass, bool]:
    """`loc` without the names pydantic adds for the alternatives of a union, and whether there were any."""
    ut: list[str | int] = []
    fjernet = False
    for i, ledd in enumerate(loc):
        finnes = (isinstance(data, dict) and ledd in data) or (
            isinstance(data, list) and isinstance(ledd, int) and ledd < len(data)
        )
        if finnes:
            data = data[ledd]  # type: ignore[index]
            ut.append(ledd)
        elif siste_mangler and i == len(loc) - 1:
            ut.append(ledd)
        else:
            fjernet = True
    return tuple(ut), fjernet


def _spiss(data: object, plass: Plass, melding: str) -> Plass:
    """The field inside `plass` whose value the message quotes first, when there is one."""
    for ledd in plass:
        data = data[ledd]  # type: ignore[index]
    sitat = re.match(r"«([^»]*)»", melding)
    if sitat and isinstance(data, dict):
        for navn, verdi in data.items():
            skrevet = [navn, *map(_vist, verdi if isinstance(verdi, list) else [verdi])]
            if sitat[1] in skrevet:
                return (*plass, navn)
    return plass
