"""The paragraphs every answer is made of, recognised in one place: for channels that draw the measures, the next
question and the sources from the data, and for answers that are read one after the other."""

from __future__ import annotations

import re
from typing import Any

from bot.svar.begrunnelse import SLAGTITLER
from bot.svar.gruppe import GRUPPETITLER
from bot.svar.payload import Parts

ANTATT = re.compile(r"\*((?:Jeg regner med|Eg reknar med): [^\n]*)\*")
NESTE = re.compile(r"\*\*Neste spørsmål:\*\* ")
KONTROLLERT = re.compile(r"\*(Regl(?:ene|ane) er kontrollerte? [^\n]*)\*")
KILDER = re.compile(r"\*\*(?:Kilder|Kjelder)\*\*\n")

# how many measures each group has, which the headings of the groups tell
_TELT = re.compile(r"\*\*[^*\n]+: \d+ (?:pass[ea]r|kan passe)[^*\n]*\*\*")
_ALTERNATIVER = re.compile(r"- \*\*[A-H]:\*\* ")
_KURSIV = re.compile(r"\*[^*\n]+\*")
_TEGNES: dict[str, frozenset[str]] = {
    kind: frozenset(f"**{tittel}**" for par in titler for tittel in par)
    for kind, titler in (("recommendation", GRUPPETITLER.values()), ("eligibility", SLAGTITLER.values()))
}

Svar = dict[str, Any]


def med_deler(svar: Svar) -> Svar:
    """The reply with its text apart in `payload.parts`; one without payload as it is."""
    payload = svar.get("payload")
    if not isinstance(payload, dict):
        return svar
    deler = _deler(str(svar["text"]), payload).model_dump(exclude_none=True)
    return {**svar, "payload": {**payload, "parts": deler}}


def _deler(tekst: str, payload: dict[str, Any]) -> Parts:
    basis = checked = None
    igjen: list[str] = []
    for avsnitt in tekst.split("\n\n"):
        if treff := ANTATT.fullmatch(avsnitt):
            basis = treff[1]
        elif treff := KONTROLLERT.fullmatch(avsnitt):
            checked = treff[1]
        elif igjen and payload.get("measures") and _TELT.fullmatch(avsnitt):
            continue
        elif not _fra_data(avsnitt, payload):
            igjen.append(avsnitt)
    # what a question is called, and whom or what is supposed, stand before the conclusion itself
    forst = 1 if payload.get("question") else 0
    while forst < len(igjen) - 1 and _KURSIV.fullmatch(igjen[forst]):
        forst += 1
    return Parts(
        basis=basis, lead="\n\n".join(igjen[: forst + 1]), body="\n\n".join(igjen[forst + 1 :]), checked=checked
    )


def _fra_data(avsnitt: str, payload: dict[str, Any]) -> bool:
    """Whether the payload has the paragraph as data."""
    if NESTE.match(avsnitt):
        return bool(payload.get("next_question"))
    if KILDER.match(avsnitt):
        return bool(payload.get("sources"))
    if _ALTERNATIVER.match(avsnitt):
        return bool((payload.get("quiz") or {}).get("question"))
    return bool(payload.get("measures")) and avsnitt.split("\n", 1)[0] in _TEGNES.get(payload.get("kind", ""), ())
