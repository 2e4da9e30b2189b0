"""Putting back æ, ø and å in a message written without them: "pa A2 i maned 4", "soeker", "videregaende".

Only words the recognisers read (bokstaver.yml), and only where the plain spelling is no other Norwegian word; a few that are ("ga", "far",
"a", "star") are read as "gå", "får", "å" and "står" beside words that leave no doubt.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

import yaml

_ORDLISTE = yaml.safe_load((Path(__file__).parent / "bokstaver.yml").read_text(encoding="utf-8"))
_BLANK = str.maketrans({"å": "a", "ø": "o", "æ": "a"})
_DOBBEL = str.maketrans({"å": "aa", "ø": "oe", "æ": "ae"})
_BLANDET = str.maketrans({"å": "a", "ø": "o", "æ": "ae"})


def _former(ord_: Iterable[str], *tabeller: dict[int, str]) -> dict[str, str]:
    ut = {o.translate(t): o for t in tabeller for o in ord_}
    return {k: v for k, v in ut.items() if k != v}


_ORD = _former(_ORDLISTE["ord"], _BLANK, _DOBBEL, _BLANDET) | _former(_ORDLISTE["ord_dobbel"], _DOBBEL)
_STAMME = _former(_ORDLISTE["stammer"], _BLANK, _DOBBEL, _BLANDET) | _former(_ORDLISTE["stammer_dobbel"], _DOBBEL)
#: "sprak" also stands in "arbeidspraksis".
_STAMMETREFF = re.compile(
    "|".join(f"{s}(?!sis)" if s == "sprak" else s for s in sorted(_STAMME, key=len, reverse=True))
)
_TOKEN = re.compile(r"[a-z]{2,}")
_PRONOMEN = r"(?:hun|ho|hu|jeg|eg|vi|me|man|de|dei|en|ein|deltaker\w*|deltakar\w*|bruker\w*|brukar\w*)"
#: Words that mean something else on their own, with what must stand beside them; group 1 is the word.
_I_SAMMENHENG = (
    ("gå", "ga", re.compile(r"\b(?:kan|skal|vil|ma|maa|far|a|kunne|skulle)(?: (?!ga\b)\w+){0,2} (ga)\b")),
    ("får", "far", re.compile(rf"\b(far) (?={_PRONOMEN}\b)|\b(?:hun|ho|hu|jeg|eg|vi|man|deltakeren|brukeren|som) (far)\b(?! til\b)")),
    ("være", "vare", re.compile(r"\bma (?:hun|han|ho|man|en|ein|de|dei|deltaker\w*|bruker\w*) (vare)\b|\ba (vare)\b")),
    ("står", "star", re.compile(r"\b(?:hun|han|ho|hu|som|deltakeren|brukeren) (star)\b")),
    ("mål", "mal", re.compile(r"\b(mal)(?:et)? (?=om\b|er\b)")),
    ("å", "a", re.compile(r"(?<=[a-z] )(?<!bokstav )(?<!litra )(?<!alternativ )(a) (?=[a-zæøå]{2,})")),
)  # fmt: skip
#: Where "a" is the English article.
_ENGELSK = re.compile(r"\b(?:the|is|has|she|he's|wants|works|worked|married|hours|from|with|not)\b")


def mangler_bokstaver(tekst: str) -> bool:
    """True when `tekst` (lower case) has none of æ, ø and å, so that they may have been left out."""
    return "å" not in tekst and "ø" not in tekst and "æ" not in tekst


@lru_cache(maxsize=20_000)
def _rett(ord_: str) -> str:
    helt = _ORD.get(ord_)
    if helt is not None:
        return helt
    return _STAMMETREFF.sub(lambda m: _STAMME[m.group()], ord_) if len(ord_) > 4 else ord_


def sett_inn(tekst: str, er_forkortelse: Callable[[int, int], bool]) -> list[tuple[int, int, str]]:
    """Where `tekst` (lower case) wants other letters: (start, end, the right spelling), in order.

    er_forkortelse: True for a span written in capitals ("MA", "PA"), which is left alone.
    """
    ut = [
        (m.start(), m.end(), rett)
        for m in _TOKEN.finditer(tekst)
        if (rett := _rett(m.group())) != m.group() and not er_forkortelse(*m.span())
    ]
    ord_ = set(tekst.split())
    for rett, blank, monster in _I_SAMMENHENG:
        if blank in ord_ and not (rett == "å" and _ENGELSK.search(tekst)):
            ut += [
                (*m.span(m.lastindex or 1), rett)
                for m in monster.finditer(tekst)
                if not er_forkortelse(*m.span(m.lastindex or 1))
            ]
    return sorted({(a, b): (a, b, r) for a, b, r in ut}.values())
