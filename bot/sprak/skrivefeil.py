"""Misspelt words: "delatker", "vidergående", "introdusjonsprogrammet".

Only words that Norwegian does not have are changed, and only to a word the recognisers read (skrivefeil.yml) that is
one slip of the fingers away, two in long words. Endings are left alone: an inflection the list lacks is no slip.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

import simplemma
import yaml
from rapidfuzz.distance import OSA

_LISTE = yaml.safe_load((Path(__file__).parent / "skrivefeil.yml").read_text(encoding="utf-8"))
_FASTE: dict[str, str] = _LISTE["faste"]
_TOKEN = re.compile(r"[^\W\d_]{3,}")
#: Compounds written apart: "introduksjons programmet", "arbeids søker".
_DELT = re.compile(
    r"\b(?:introduksjons|intro|kvalifiserings|arbeidsavklarings|arbeids|språk|sosial|overgangs|uføre|grunn|lønns|mentor|alene|aleine|praksis|norsk|sykehjems|tiltaks|overførings|kvote|oppholds|familie|innsats|videre|vidare|ungdoms)(?P<luft> )"
    r"(?=(?:program\w*|stønad\w*|søker\w*|søkjar\w*|evn[ea]\w*|giver\w*|avklaringspenger|trening|hjelp\w*|trygd\w*|skole|skule|tilskudd\w*|tilskot\w*|mor|plass\w*|nivå\w*|penger|flyktning\w*|tillatelse\w*|gjenforen\w*|gruppen?|gående|gåande)\b)|\bover(?P<luft2> )(?=føringsflyktning)|\bgrunn(?P<luft3> )(?=skolen|skulen)|\bintro(?P<luft4> )(?=duksjons)"
)
_LANGT = 11


def _etter_lengde() -> dict[tuple[str, int], list[str]]:
    ut: dict[tuple[str, int], list[str]] = {}
    for ord_ in _LISTE["ord"]:
        ut.setdefault((ord_[0], len(ord_)), []).append(ord_)
    return ut


_ORD = _etter_lengde()
_KJENTE = frozenset(_LISTE["ord"])


_ENDINGER = frozenset({"", "e", "a", "en", "er", "et", "ar", "ane", "ene", "s", "t", "n", "r", "te"})
_LIKE = re.compile(r"(.)\1+")


def _bare_ending(a: str, b: str) -> bool:
    """Whether two words differ in their inflection only; a letter doubled or not is a slip."""
    if _LIKE.sub(r"\1", a) == _LIKE.sub(r"\1", b):
        return False
    felles = sum(1 for _ in takewhile(lambda p: p[0] == p[1], zip(a, b, strict=False)))
    return a[felles:] in _ENDINGER and b[felles:] in _ENDINGER


@lru_cache(maxsize=20_000)
def rett_ord(ord_: str) -> str:
    """The word meant by `ord_` (lower case); itself when it is a word, or near none."""
    fast = _FASTE.get(ord_)
    if fast is not None:
        return fast
    if len(ord_) < 5 or ord_ in _KJENTE:
        return ord_
    naer = [
        (avstand, kandidat)
        for lengde in range(len(ord_) - 2, len(ord_) + 3)
        for kandidat in _ORD.get((ord_[0], lengde), ())
        if (avstand := OSA.distance(ord_, kandidat, score_cutoff=2)) <= (2 if len(kandidat) >= _LANGT else 1)
    ]
    if not naer or simplemma.is_known(ord_, lang=("nb", "nn")):
        return ord_
    beste = min(naer)[1]
    return ord_ if _bare_ending(ord_, beste) else beste


def rettelser(tekst: str) -> list[tuple[int, int, str]]:
    """Where `tekst` (lower case) has a misspelt word: (start, end, the right spelling), in order."""
    delt = [(*m.span(m.lastgroup or 0), "") for m in _DELT.finditer(tekst)]
    return sorted(
        delt
        + [
            (m.start(), m.end(), rett)
            for m in _TOKEN.finditer(tekst)
            if (rett := rett_ord(m.group())) != m.group() and not (m.end() < len(tekst) and tekst[m.end()] in "@/")
        ]
    )
