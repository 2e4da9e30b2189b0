"""Telling whose facts an answer uses when a conversation is about several people."""

from __future__ import annotations

from typing import Any

from bot.profil.samtale import HOVEDPERSON, Malform, Samtale
from bot.svar.malform import velg
from bot.svar.verdier import oppsummer

_NAVN: dict[str, dict[str | None, tuple[str, str]]] = {
    "ektefelle": {
        "mann": ("mannen", "mannen"),
        "kvinne": ("kona", "kona"),
        None: ("ektefellen", "ektefellen"),
    },
    "sonn": {None: ("sønnen", "sonen")},
    "datter": {None: ("datteren", "dottera")},
    "bror": {None: ("broren", "broren")},
    "soster": {None: ("søsteren", "systera")},
    "mor": {None: ("moren", "mora")},
    "far": {None: ("faren", "faren")},
}
_OM_EN_PERSON = frozenset({"recommendation", "eligibility"})


def navn(samtale: Samtale, person: str, malform: Malform) -> str:
    """What to call a person of the conversation: "deltakeren", "deltaker 2", "mannen"."""
    rolle, _, _ = person.partition("/")
    if rolle not in _NAVN:
        nummer = rolle.removeprefix(HOVEDPERSON).lstrip("_")
        if nummer:
            return velg(malform, f"deltaker {nummer}", f"deltakar {nummer}")
        return velg(malform, "deltakeren", "deltakaren")
    kjonn = samtale.kjent(person).get("kjonn", (None,))[0]
    former = _NAVN[rolle]
    return velg(malform, *(former.get(kjonn if isinstance(kjonn, str) else None) or former[None]))


def om_person(svar: list[dict[str, Any]], samtale: Samtale, *, byttet: bool) -> list[dict[str, Any]]:
    """The replies, with a line that says whom they are about where relatives are spoken of, or the turn changed it."""
    slekt = any("/" in n for n in (samtale.person, *samtale.andre))
    kind = svar[0].get("payload", {}).get("kind") if svar else None
    if not samtale.andre or not (slekt or byttet) or not (kind in _OM_EN_PERSON or (byttet and kind == "rule")):
        return svar
    hvem = navn(samtale, samtale.person, samtale.malform)
    linje = velg(samtale.malform, f"*Dette gjelder {hvem}.*", f"*Dette gjeld {hvem}.*")
    return [{**svar[0], "text": f"{linje}\n\n{svar[0]['text']}"}, *svar[1:]]


def de_andre(samtale: Samtale, malform: Malform) -> list[str]:
    """One line for each of the others spoken of: who, and what is known."""
    return [f"{navn(samtale, n, malform).capitalize()}: {oppsummer(p, malform)}" for n, p in samtale.andre.items()]
