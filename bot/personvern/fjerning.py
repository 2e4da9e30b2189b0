"""Replaces identity numbers, phone numbers, e-mail and street addresses and names in a text by typed placeholders.

A miss costs more than a false hit: a number that reads like a fødselsnummer is removed even with a mistyped
check digit. Account numbers are let through when they are written as such.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.personvern import fodselsnummer as fnr
from bot.personvern.navn import finn_navn

Slag = Literal["fodselsnummer", "telefonnummer", "e_postadresse", "duf_nummer", "adresse", "navn"]

MERKE: dict[Slag, str] = {
    "fodselsnummer": "[fødselsnummer]",
    "telefonnummer": "[telefonnummer]",
    "e_postadresse": "[e-postadresse]",
    "duf_nummer": "[DUF-nummer]",
    "adresse": "[adresse]",
    "navn": "[navn]",
}

# What people, spreadsheets and PDF files put between digits. U+00AD, U+200B and U+2060 are invisible.
_SKILLE = r"[\s.\-–—‑_/\u00ad\u200b\u2060]"
_SIFFERLOP = re.compile(rf"\d(?:{_SKILLE}{{0,3}}\d)+")
_E_POST = re.compile(r"[^\s@<>()\[\]{},;:\"«»]{1,64}@[^\W_](?:[\w-]{0,62})(?:\.[\w-]{1,63}){1,8}")
_FNR_STIKKORD = re.compile(
    r"(?:f(?:ødsels)?\.?\s?n(?:umme)?r|person\s?n(?:umme)?r|p\.?nr|\b[dh]-?(?:nummer|nr))\W{0,5}(?:er\s)?\W{0,3}$",
    re.IGNORECASE,
)
_KONTO_STIKKORD = re.compile(r"(?:konto\w*|kto)\W{0,3}(?:(?:er|nr|nummer)\W{1,3})?$", re.IGNORECASE)
_TELEFON_STIKKORD = re.compile(
    r"\b(?:tlf\.?(?:\s?nr)?|tele?fon\w*|mobil\w*|mob|ring(?:es)?|sms)\W{0,4}(?:er|på|til)?\W{0,3}$",
    re.IGNORECASE,
)

# Ways a fødselsnummer is written, as digits per group. Here the check digits need not be right.
_NATURLIGE = {(11,), (6, 5), (2, 2, 2, 5), (6, 3, 2), (2, 2, 2, 3, 2), (1,) * 11}
_MED_ARHUNDRE = {(8, 5), (2, 2, 4, 5)}
_KONTO_GRUPPER = (4, 2, 5)

_LUFT = r"[ \u00a0\u2009\u202f]"
_UTLAND = re.compile(rf"(?<![\w+])(?:\+|00)(?!47)\d{{1,3}}(?:{_LUFT}?\(0\))?(?:[ \u00a0.\-]{{0,2}}\d){{6,12}}(?!\w)")
_NORSK = re.compile(
    rf"(?<![\d+])(?<!\d[.,])(?P<land>(?:\+|00)47{_LUFT}{{0,2}}-?)?"
    rf"(?P<nummer>[2-9]\d{{7}}|[2-9]\d(?P<s2>{_LUFT}|[.-])\d\d(?:(?P=s2)\d\d){{2}}"
    rf"|[2-9]\d\d(?P<s3>{_LUFT}|[.-])\d\d(?P=s3)\d{{3}}|[2-9]\d{{3}}{_LUFT}\d{{4}})(?![\w]|[.,-]?{_LUFT}?\d)"
)
#: The directorate of immigration's number for a person: twelve digits, a year first.
_DUF = re.compile(
    rf"(?P<stikk>\bduf(?:\W{{0,2}}(?:nr|nummer\w*))?\W{{0,3}}(?:er\s)?\W{{0,2}})?(?<![\d.,])(?P<nummer>(?:19|20)\d\d{_LUFT}?\d{{6}}{_LUFT}?\d\d)(?![\d]|[.,]\d)",
    re.IGNORECASE,
)
_GATE = r"(?:gata|gaten|gate|veien|vegen|vei|veg|svingen|bakken|alléen|allé|plassen|plass|stien|lia|haugen|åsen|tunet|kroken|ringen|torget|brygge|terrasse|stredet)"
_ENHET = r"(?!\s?(?:%|prosent|dag|time|timar|uke|veke|måned|månad|mnd|år|gang|gong|barn|kr|min|stk|person|deltak|plass|meter|km|i uka|i veka)|[.,]\d)"
_ADRESSE = re.compile(
    rf"(?<!\w)(?:[A-ZÆØÅ][\wæøåéü.-]*(?: [A-ZÆØÅ]?[\wæøåéü.-]+)?? ?{_GATE}|(?:[a-zæøå]{{3,}} )?[a-zæøå]{{2,}} ?(?:gata|gaten|gate)|[a-zæøå]{{3,}}(?:veien|vegen|vei))"
    rf" \d{{1,4}}(?! ?- ?\d)(?: ?[A-Za-z](?![\wæøå]))?{_ENHET}(?:,? ?\d{{4}}(?= [A-ZÆØÅ]))?"
)
_ADRESSE_STIKKORD = re.compile(
    rf"(?<=adresse)(?:n|en|a)?(?: (?:hennes|hans|er|til (?:hun|han|henne|ham|deltakeren|brukeren)))*:? (?P<f>[A-ZÆØÅ][\wæøå.-]+(?: [\wæøå.-]+){{0,2}}? \d{{1,4}}(?: ?[A-Za-z](?!\w))?{_ENHET}(?:,? ?\d{{4}}(?= [A-ZÆØÅ]))?)"
)
_BELOP_ETTER = re.compile(r"\s?(?:,-|kr\b|kroner\b|nok\b|mill|prosent|%)", re.IGNORECASE)
_BELOP_FOR = re.compile(r"(?:kr\.?|kroner|nok)\s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Funn:
    """One find: what it is and where in the original text. The value itself is not kept."""

    slag: Slag
    start: int
    slutt: int


@dataclass(frozen=True, slots=True)
class Renset:
    """A text without the finds, and the finds in the order of the original text."""

    tekst: str
    funn: tuple[Funn, ...]


@dataclass(frozen=True, slots=True)
class _Gruppe:
    start: int
    slutt: int
    sifre: tuple[int, ...]


def _grupper(tekst: str, lop: re.Match[str]) -> list[_Gruppe]:
    return [
        _Gruppe(lop.start() + m.start(), lop.start() + m.end(), tuple(int(c) for c in m.group()))
        for m in re.finditer(r"\d+", lop.group())
    ]


def _er_identitetsnummer(start: int, tekst: str, monster: tuple[int, ...], sifre: tuple[int, ...]) -> bool:
    """Whether a window of digit groups is to be removed as an identity number."""
    if monster in _MED_ARHUNDRE:
        return sifre[4] * 10 + sifre[5] in (19, 20) and fnr.er_gyldig(sifre[:4] + sifre[6:])
    foran = tekst[max(0, start - 24) : start]
    if _FNR_STIKKORD.search(foran):
        return True
    if fnr.er_kontonummer(sifre) and _KONTO_STIKKORD.search(foran):
        return False
    if monster == _KONTO_GRUPPER and tekst[start + 4] == "." and fnr.er_kontonummer(sifre):
        return False
    if fnr.er_gyldig(sifre):
        return True
    return monster in _NATURLIGE and fnr.har_dato(sifre)


def _identitetsnumre(tekst: str) -> Iterator[Funn]:
    for lop in _SIFFERLOP.finditer(tekst):
        grupper = _grupper(tekst, lop)
        i = 0
        while i < len(grupper):
            treff = _vindu(tekst, grupper, i)
            if treff is None:
                yield from _i_lang_rekke(grupper[i])
                i += 1
                continue
            yield Funn("fodselsnummer", grupper[i].start, grupper[treff].slutt)
            i = treff + 1


def _vindu(tekst: str, grupper: list[_Gruppe], i: int) -> int | None:
    """Index of the last group of the identity number that starts with group i, or None."""
    sifre: tuple[int, ...] = ()
    for j in range(i, min(i + 13, len(grupper))):
        sifre += grupper[j].sifre
        if len(sifre) > 13:
            return None
        monster = tuple(len(g.sifre) for g in grupper[i : j + 1])
        riktig_lengde = len(sifre) == 11 or (len(sifre) == 13 and monster in _MED_ARHUNDRE)
        if riktig_lengde and _er_identitetsnummer(grupper[i].start, tekst, monster, sifre):
            return j
    return None


def _i_lang_rekke(gruppe: _Gruppe) -> Iterator[Funn]:
    """A valid number inside a longer unbroken row of digits: the whole row goes."""
    s = gruppe.sifre
    if 12 <= len(s) <= 40 and any(
        fnr.har_dato(s[k : k + 11]) and fnr.kontrollsifre_stemmer(s[k : k + 11]) for k in range(len(s) - 10)
    ):
        yield Funn("fodselsnummer", gruppe.start, gruppe.slutt)


def _ligner_dato_eller_ar(nummer: str) -> bool:
    """20260101, 31122026 and «2026 2027» are dates and years, not phone numbers."""
    if len(nummer) == 9 and nummer[4] not in ".-":
        return nummer[:2] in ("19", "20") and nummer[5:7] in ("19", "20")
    if len(nummer) != 8:
        return False
    ar_forst = nummer[:2] in ("19", "20") and 1 <= int(nummer[4:6]) <= 12 and 1 <= int(nummer[6:]) <= 31
    ar_sist = nummer[4:6] in ("19", "20") and 1 <= int(nummer[2:4]) <= 12 and 1 <= int(nummer[:2]) <= 31
    return ar_forst or ar_sist


def _telefonnumre(tekst: str) -> Iterator[Funn]:
    for m in _UTLAND.finditer(tekst):
        yield Funn("telefonnummer", m.start(), m.end())
    for m in _NORSK.finditer(tekst):
        foran = tekst[max(0, m.start() - 20) : m.start()]
        sikker = m.group("land") is not None or _TELEFON_STIKKORD.search(foran) is not None
        belop = _BELOP_ETTER.match(tekst, m.end()) or _BELOP_FOR.search(foran)
        if sikker or not (belop or _ligner_dato_eller_ar(m.group("nummer"))):
            yield Funn("telefonnummer", m.start(), m.end())


def _dufnumre(tekst: str) -> Iterator[Funn]:
    for m in _DUF.finditer(tekst):
        if m["stikk"] or " " not in m["nummer"]:
            yield Funn("duf_nummer", m.start("nummer"), m.end("nummer"))


def _adresser(tekst: str) -> Iterator[Funn]:
    for m in _ADRESSE.finditer(tekst):
        yield Funn("adresse", m.start(), m.end())
    for m in _ADRESSE_STIKKORD.finditer(tekst):
        yield Funn("adresse", *m.span("f"))


def _uten_overlapp(funn: list[Funn], tekst: str) -> list[Funn]:
    """Earlier kinds win: e-mail, numbers, addresses, then names. What is left of a name beside the winner still goes."""
    valgte: list[Funn] = []
    for f in funn:
        start, slutt = f.start, f.slutt
        for v in valgte:
            if start < v.slutt and v.start < slutt:
                start, slutt = (v.slutt, slutt) if v.start <= start else (start, v.start)
        hel = (start, slutt) == (f.start, f.slutt)
        bit = tekst[start:slutt]
        if bit.strip() and (hel or f.slag == "navn"):
            innrykk = len(bit) - len(bit.lstrip())
            valgte.append(Funn(f.slag, start + innrykk, start + len(bit.rstrip())))
    return sorted(valgte, key=lambda f: f.start)


def fjern(tekst: str) -> Renset:
    """The text with identity numbers, e-mail addresses, phone numbers, street addresses and names replaced by placeholders.

    Takes any text, raises nothing, keeps nothing; time grows linearly with the length.
    """
    e_post = [Funn("e_postadresse", m.start(), m.end()) for m in _E_POST.finditer(tekst)]
    navn = (Funn("navn", *n) for n in finn_navn(tekst))
    numre = [*_identitetsnumre(tekst), *_dufnumre(tekst), *_telefonnumre(tekst)]
    funn = _uten_overlapp([*e_post, *numre, *_adresser(tekst), *navn], tekst)
    deler: list[str] = []
    forrige = 0
    for f in funn:
        deler += (tekst[forrige : f.start], MERKE[f.slag])
        forrige = f.slutt
    deler.append(tekst[forrige:])
    return Renset("".join(deler), tuple(funn))


def er_fodselsnummer(tekst: str) -> bool:
    """True when the whole text is an identity number and nothing else."""
    renset = fjern(tekst.strip())
    return renset.tekst == MERKE["fodselsnummer"]
