"""The answer's markdown as Adaptive Card elements: paragraphs, lists, headings and tables.

Teams shows bold, italics, links and lists inside a text block, but no headings and no tables there.
"""

from __future__ import annotations

import re
from typing import Any

Element = dict[str, Any]

_OVERSKRIFT = re.compile(r"^(#{1,4})\s+(.*)$")
_PUNKT = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")
_SKILLE = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+$")


def tekstblokk(tekst: str, **mer: Any) -> Element:
    """A paragraph that wraps."""
    return {"type": "TextBlock", "text": tekst, "wrap": True, **mer}


def elementer(markdown: str) -> list[Element]:
    """The blocks of a text in order; nothing for an empty one."""
    ut: list[Element] = []
    for blokk in re.split(r"\n\s*\n", markdown.strip()):
        linjer = [linje.rstrip() for linje in blokk.splitlines() if linje.strip()]
        if linjer:
            ut.extend(_blokk(linjer))
    return ut


def _blokk(linjer: list[str]) -> list[Element]:
    if len(linjer) >= 2 and linjer[0].startswith("|") and _SKILLE.match(linjer[1].replace(" ", "")):
        return [_tabell(linjer)]
    if all(linje.startswith(">") for linje in linjer):
        sitat = _blokk([linje.lstrip("> ") or " " for linje in linjer])
        return [{"type": "Container", "style": "emphasis", "items": sitat}]
    treff = _OVERSKRIFT.match(linjer[0])
    if treff:
        resten = _blokk(linjer[1:]) if linjer[1:] else []
        return [tekstblokk(treff[2], weight="Bolder", size="Medium", style="heading"), *resten]
    ut: list[Element] = []
    del_: list[str] = []
    for linje in linjer:
        # A list begins a block of its own, or Teams runs it into the line above.
        if del_ and bool(_PUNKT.match(linje)) != bool(_PUNKT.match(del_[-1])):
            ut.append(_tekst(del_))
            del_ = []
        del_.append(linje)
    ut.append(_tekst(del_))
    return ut


def _tekst(linjer: list[str]) -> Element:
    return tekstblokk("\r".join(linjer) if _PUNKT.match(linjer[0]) else "\n\n".join(linjer))


def _tabell(linjer: list[str]) -> Element:
    rader = [_celler(linje) for linje in (linjer[0], *linjer[2:])]
    bredde = max(len(rad) for rad in rader)
    return {
        "type": "Table",
        "firstRowAsHeader": True,
        "showGridLines": True,
        "columns": [{"width": 1 if n == 0 else 2} for n in range(bredde)],
        "rows": [
            {
                "type": "TableRow",
                "cells": [
                    {
                        "type": "TableCell",
                        "items": [tekstblokk(celle or " ", **({"weight": "Bolder"} if nr == 0 or n == 0 else {}))],
                    }
                    for n, celle in enumerate(rad + [""] * (bredde - len(rad)))
                ],
            }
            for nr, rad in enumerate(rader)
        ],
    }


def _celler(linje: str) -> list[str]:
    return [celle.strip().replace("\\|", "|") for celle in re.split(r"(?<!\\)\|", linje.strip().strip("|"))]
