"""Lix and length of answers: how hard the words are, and how much comes before the details.

`tests/actions/test_lesbarhet.py` measures typical questions with it.
"""

from __future__ import annotations

import re

_LENKE = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_HENVISNING = re.compile(r"\*?\((?:lov|praksis|egnethet|eignaheit)(?:[,;][^()]*(?:\([^()]*\)[^()]*)*)?\)\*?")
_ORD = re.compile(r"[A-Za-zÆØÅæøåéÉ]+(?:-[A-Za-zÆØÅæøå]+)*")
_LANGT = 6
"""A word with more letters than this is long, as Lix counts."""


def brodtekst(svar: str) -> str:
    """The sentences of an answer: without sources, references, links, marks and what only repeats the profile."""
    tekst = re.split(r"\n\n\*Regl(?:ene|ane) er kontroller", svar)[0]
    tekst = _LENKE.sub(r"\1", tekst)
    tekst = _HENVISNING.sub("", tekst)
    linjer = [li for li in tekst.splitlines() if not re.match(r"\*(?:Jeg regner|Eg reknar)|\|-", li)]
    return re.sub(r"[*#|]", " ", "\n".join(linjer))


def lix(tekst: str) -> float:
    """Words per sentence plus the share of long words, in per cent (Björnsson 1968). A line and a colon end a sentence
    as a full stop does. 0 for a text without words."""
    ord_ = _ORD.findall(tekst)
    if not ord_:
        return 0.0
    setninger = [s for s in re.split(r"[.:!?]+(?:\s|$)|\n+", tekst) if _ORD.search(s)]
    lange = sum(len(o.replace("-", "")) > _LANGT for o in ord_)
    return len(ord_) / len(setninger) + 100 * lange / len(ord_)


def innledning(svar: str) -> int:
    """The words before the details: the first list, table or section with a heading of its own after the opening."""
    tekst = brodtekst_med_liste(svar).strip()
    tekst = re.split(
        r"\n(?:- |\||\d\. )|^- |\n\n\*\*[^*\n]+\*\*(?: \*[^*\n]+\*)?\n|\n\n\*Regl(?:ene|ane) er", tekst, maxsplit=1
    )[0]
    return len(_ORD.findall(re.sub(r"[*#|]", " ", _HENVISNING.sub("", tekst))))


def brodtekst_med_liste(svar: str) -> str:
    """The answer with its list marks, without links and the line that repeats the profile."""
    tekst = _LENKE.sub(r"\1", svar)
    return "\n".join(li for li in tekst.splitlines() if not re.match(r"\*(?:Jeg regner|Eg reknar)", li))
