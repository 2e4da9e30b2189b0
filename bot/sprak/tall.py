"""Numerals, number words and ordinals in bokmål and nynorsk."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re

_ENERE = {
    "en": 1, "én": 1, "ein": 1, "éin": 1, "ei": 1, "ett": 1, "et": 1, "eit": 1, "eitt": 1, "to": 2, "tre": 3, "fire": 4,
    "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "otte": 8, "ni": 9,
}  # fmt: skip
_TEN = {
    "null": 0, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16,
    "sytten": 17, "atten": 18, "nitten": 19,
}  # fmt: skip
_TIERE = {
    "tjue": 20, "tyve": 20, "tretti": 30, "tredve": 30, "førti": 40, "førr": 40, "femti": 50, "seksti": 60, "sytti": 70,
    "åtti": 80, "nitti": 90, "hundre": 100,
}  # fmt: skip
_ORDEN = {
    "første": 1, "fyrste": 1, "andre": 2, "annen": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "sjuende": 7,
    "sjuande": 7, "syvende": 7, "åttende": 8, "åttande": 8, "niende": 9, "niande": 9, "tiende": 10, "tiande": 10,
    "ellevte": 11, "tolvte": 12, "trettende": 13, "trettande": 13, "fjortende": 14, "fjortande": 14,
    "femtende": 15, "femtande": 15, "sekstende": 16, "sekstande": 16, "syttende": 17, "syttande": 17,
    "attende": 18, "attande": 18, "nittende": 19, "nittande": 19, "tjuende": 20, "tjuande": 20, "tyvende": 20,
    "tjueførste": 21, "tjueandre": 22, "tjuetredje": 23, "tjuefjerde": 24, "trettisjette": 36,
}  # fmt: skip


def _valg(ord_: object) -> str:
    return "|".join(sorted((re.escape(str(o)) for o in ord_), key=len, reverse=True))  # type: ignore[attr-defined]


_E, _T, _X, _O = _valg(_ENERE), _valg(_TEN), _valg(_TIERE), _valg(_ORDEN)
#: Pattern (no groups) for a whole number in words; the caller puts word boundaries around it.
TALLORD = rf"(?:(?:{_E}) ?(?:og|å) ?(?:{_X})|(?:{_X})(?:[- ]?(?:{_E}))?|{_T}|{_E})"
#: Pattern (no groups) for a number in digits (decimal comma or point) or words.
TALL = rf"(?:\d{{1,3}}(?:[.,]\d+)?|{TALLORD})"
#: Pattern (no groups) for an ordinal: "fjerde", "4.", "4-de".
ORDEN = rf"(?:\d{{1,2}}\.|\d{{1,2}}-?(?:de|te)|{_O})"

_TALLORD_DELER = re.compile(
    rf"(?:(?P<e1>{_E}) ?(?:og|å) ?(?P<x1>{_X})|(?P<x2>{_X})(?:[- ]?(?P<e2>{_E}))?|(?P<t>{_T})|(?P<e3>{_E}))"
)
_SIFRE = re.compile(r"\d{1,4}(?:[.,]\d+)?")


def les_tall(tekst: str) -> float | None:
    """The number `tekst` (lower case, matched by TALL) stands for, or None."""
    tekst = tekst.strip()
    if _SIFRE.fullmatch(tekst):
        return float(tekst.replace(",", "."))
    m = _TALLORD_DELER.fullmatch(tekst)
    if m is None:
        return None
    if m["e1"]:
        return float(_ENERE[m["e1"]] + _TIERE[m["x1"]])
    if m["x2"]:
        return float(_TIERE[m["x2"]] + (_ENERE[m["e2"]] if m["e2"] else 0))
    if m["t"]:
        return float(_TEN[m["t"]])
    return float(_ENERE[m["e3"]])


def les_heltall(tekst: str) -> int | None:
    """As `les_tall`, but None when the number is not whole."""
    tall = les_tall(tekst)
    return int(tall) if tall is not None and tall == int(tall) else None


def les_orden(tekst: str) -> int | None:
    """The ordinal `tekst` (matched by ORDEN) stands for: "fjerde" and "4." are 4."""
    sifre = re.match(r"\d{1,2}", tekst)
    if sifre:
        return int(sifre.group())
    return _ORDEN.get(tekst)


#: Pattern for a length of time with the groups <p>halvt, <p>halvannet, <p>n and <p>enhet; see `varighet`.
def varighet(p: str) -> str:
    """A regex for "4 måneder", "et halvt år", "halvannet år", "to og et halvt år", "8 uker" with groups prefixed `p`."""
    return (
        rf"(?:(?P<{p}halvt>(?:et |eit |ett )?halvt? ?år(?:et)?)"
        rf"|(?P<{p}halvannet>halvannet år|halvtanna år|halvanna år|et og et halvt år|eitt og eit halvt år|ett og et halvt år)"
        rf"|(?P<{p}n>\b{TALL})(?P<{p}ogh> og (?:en|ein|et|eit) halvt?)?(?P<{p}mt> ?-?)"
        rf"(?P<{p}enhet>måneder|måneden|måneds|måned|månader|månaden|månads|månad|mnder|mnds|mndr|mnd|"
        rf"års|åra|årene|året|år|ukers|uker|uke|veker|veke)\b\.?(?: og (?P<{p}rest>{TALL}) (?:måneder|måned|mnd)\b)?)"
    )


def varighet_maneder(m: re.Match[str], p: str) -> float | None:
    """Months for a match of `varighet(p)` (a week is 12/52 month)."""
    if m[f"{p}halvt"]:
        return 6.0
    if m[f"{p}halvannet"]:
        return 18.0
    if not m[f"{p}n"]:
        return None
    tall = les_tall(m[f"{p}n"])
    if tall is None:
        return None
    if m[f"{p}ogh"]:
        tall += 0.5
    enhet = m[f"{p}enhet"]
    if enhet.startswith("m"):
        return tall
    if enhet.startswith("å"):
        return tall * 12 + ((les_tall(m[f"{p}rest"]) or 0) if m[f"{p}rest"] else 0)
    return tall * 12 / 52
