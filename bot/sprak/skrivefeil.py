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
#: Every word read, and its place in the lists: of two as near, the first is meant.
_PLASS = {ord_: nr for nr, ord_ in enumerate(dict.fromkeys([*_LISTE["ord"], *_LISTE["fagord"]]))}
#: Short words of questions: only two letters that changed places are a slip in them ("hnu", "kpv").
_KORTE = frozenset(_LISTE["korte"])
_TOKEN = re.compile(r"[^\W\d_]{3,}")
#: Two words with a single blank between, where it may have slipped a letter: "e rmentor", "hvae r".
_PAR = re.compile(r"(?<![\w-])(?=([^\W\d_]+) ([^\W\d_]+)(?![\w-]))")
#: Compounds written apart: "introduksjons programmet", "arbeids søker".
_DELT = re.compile(
    r"\b(?:introduksjons|intro|kvalifiserings|arbeidsavklarings|arbeids|språk|sosial|overgangs|uføre|grunn|lønns|mentor|alene|aleine|praksis|norsk|sykehjems|tiltaks|overførings|kvote|oppholds|familie|innsats|videre|vidare|ungdoms)(?P<luft> )"
    r"(?=(?:program\w*|stønad\w*|søker\w*|søkjar\w*|evn[ea]\w*|giver\w*|avklaringspenger|trening|hjelp\w*|trygd\w*|skole|skule|tilskudd\w*|tilskot\w*|mor|plass\w*|nivå\w*|penger|flyktning\w*|tillatelse\w*|gjenforen\w*|gruppen?|gående|gåande)\b)|\bover(?P<luft2> )(?=førings? ?flyktning)|\bførings(?P<luft5> )(?=flyktning)|\bgrunn(?P<luft3> )(?=skolen|skulen)|\bintro(?P<luft4> )(?=duksjons)"
)
_LANGT = 11


_LIKE = re.compile(r"(.)\1+")


def _enkle(ord_: str) -> str:
    """`ord_` with doubled letters single: a letter doubled or not is the commonest slip."""
    return _LIKE.sub(r"\1", ord_)


def _etter_lengde() -> dict[tuple[str, int], list[tuple[str, str]]]:
    ut: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for ord_ in _PLASS:
        enkel = _enkle(ord_)
        ut.setdefault((ord_[0], len(enkel)), []).append((enkel, ord_))
    return ut


_ORD = _etter_lengde()
_KJENTE = frozenset(_PLASS)
#: Words long enough to be known when they are written apart: "inn satsgruppe", "arbeids ledig".
_SAMMENSATTE = frozenset(o for o in _KJENTE if len(o) >= 8)


_ENDINGER = frozenset({"", "e", "a", "en", "er", "et", "ar", "ane", "ene", "s", "t", "n", "r", "te"})


def _bare_ending(a: str, b: str) -> bool:
    """Whether two words differ in their inflection only; a letter doubled or not is a slip."""
    if _enkle(a) == _enkle(b):
        return False
    felles = sum(1 for _ in takewhile(lambda p: p[0] == p[1], zip(a, b, strict=False)))
    return a[felles:] in _ENDINGER and b[felles:] in _ENDINGER


@lru_cache(maxsize=20_000)
def rett_ord(ord_: str) -> str:
    """The word meant by `ord_` (lower case); itself when it is a word, or near none."""
    fast = _FASTE.get(ord_)
    if fast is not None:
        return fast
    if ord_ in _KJENTE:
        return ord_
    if len(ord_) < 5:
        return _byttet(ord_)
    enkel = _enkle(ord_)
    naer = [
        (avstand, abs(len(kandidat) - len(ord_)), _PLASS[kandidat], kandidat)
        for lengde in range(len(enkel) - 2, len(enkel) + 3)
        for kandidat_enkel, kandidat in _ORD.get((ord_[0], lengde), ())
        if abs(len(kandidat) - len(ord_)) <= 2
        and (
            avstand := min(
                OSA.distance(enkel, kandidat_enkel, score_cutoff=2), OSA.distance(ord_, kandidat, score_cutoff=2)
            )
        )
        <= (2 if len(kandidat) >= _LANGT else 1)
    ]
    if not naer or simplemma.is_known(ord_, lang=("nb", "nn")):
        return ord_
    beste = min(naer)[3]
    return ord_ if _bare_ending(ord_, beste) else beste


#: Words that are words, but not beside these.
_I_SAMMENHENG = re.compile(
    r"(?<=\ben )(?P<mann>man)\b|\b(?P<hvis>vis)(?= (?:hun|han|ho|vi|man|jeg|en|ein|deltaker\w*|bruker\w*)\b)|\b(?P<flytter>flyter)(?= (?:til|fra|hit|ut)\b)|\b(?P<være>vær)(?= med\b)|\b(?P<mann2>man)(?= (?:på )?\d\d\b)|(?P<er>\be r)(?=\d)|(?P<har>\bha r)(?=\d)|(?P<med>\bme d)(?=[abc][12]\b)"
)


#: A small word written together with the next: "erintrostønad".
_UTEN_LUFT = re.compile(r"(?<![\w-])(er|kan|har|får|for|med|på|til|av|om|hva)([^\W\d_]{5,})(?![\w-])")


def _byttet(ord_: str) -> str:
    """The short word that `ord_` is with two letters in each other's place; itself when it is a word, or no such slip."""
    meant = [
        kort
        for i in range(1, len(ord_) - 1)
        if (kort := f"{ord_[:i]}{ord_[i + 1]}{ord_[i]}{ord_[i + 2 :]}") in _KORTE and kort != ord_
    ]
    return meant[0] if meant and ord_ not in _KORTE and not _er_ord(ord_) else ord_


def _er_ord(ord_: str) -> bool:
    return bool(simplemma.is_known(ord_, lang=("nb", "nn")))


def _lest(ord_: str) -> bool:
    return ord_ in _KJENTE or ord_ in _KORTE


def _flyttet(tekst: str) -> list[tuple[int, int, str]]:
    """A blank that slipped one letter: "e rmentor" is "er mentor", "hvae r" is "hva er". One half must be no word as it
    stands, and both must be words that are read when the blank is put back."""
    ut: list[tuple[int, int, str]] = []
    for m in _PAR.finditer(tekst):
        a, b = m[1], m[2]
        if ut and m.start(1) < ut[-1][1]:
            continue
        if len(b) > 2 and not _er_ord(b) and not _lest(rett_ord(b)):
            ny_a, ny_b = a + b[0], rett_ord(b[1:])
        elif len(a) > 2 and not _er_ord(a) and not _lest(rett_ord(a)):
            ny_a, ny_b = rett_ord(a[:-1]), a[-1] + b
        else:
            continue
        if _lest(ny_a) and _lest(ny_b):
            ut.append((m.start(1), m.end(2), f"{ny_a} {ny_b}"))
    return ut


def rettelser(tekst: str) -> list[tuple[int, int, str]]:
    """Where `tekst` (lower case) has a misspelt word: (start, end, the right spelling), in order."""
    flyttet = _flyttet(tekst)
    flyttet += [
        (
            *m.span(),
            {"mann2": "mann", "med": "med ", "er": "er ", "har": "har "}.get(str(m.lastgroup), str(m.lastgroup)),
        )
        for m in _I_SAMMENHENG.finditer(tekst)
    ]
    ut = [(*m.span(m.lastgroup or 0), "") for m in _DELT.finditer(tekst)]
    flyttet += [
        (*m.span(), f"{m[1]} {m[2]}")
        for m in _UTEN_LUFT.finditer(tekst)
        if _lest(m[2]) and rett_ord(m[0]) == m[0] and m[0] not in _KJENTE and not _er_ord(m[0])
    ]
    forrige: re.Match[str] | None = None
    for m in _TOKEN.finditer(tekst):
        ord_ = m.group()
        if (rett := rett_ord(ord_)) != ord_ and not (m.end() < len(tekst) and tekst[m.end()] in "@/"):
            ut.append((m.start(), m.end(), rett))
        if (
            forrige is not None
            and m.start() - forrige.end() == 1
            and forrige.group() + ord_ in _SAMMENSATTE
            and tekst[forrige.end()] == " "
            and (forrige.end(), m.start(), "") not in ut
        ):
            ut.append((forrige.end(), m.start(), ""))
        forrige = m
    valgt: list[tuple[int, int, str]] = []
    for e in [*flyttet, *ut]:
        if all(e[1] <= fra or til <= e[0] for fra, til, _ in valgt):
            valgt.append(e)
    return sorted(valgt)
