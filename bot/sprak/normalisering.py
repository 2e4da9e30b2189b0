"""Normalising a message: lower case, plain quotes, dashes and spaces, æ, ø and å put back, slips of the fingers mended,
with the offsets kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.sprak.bokstaver import mangler_bokstaver, sett_inn
from bot.sprak.skrivefeil import rettelser

_TEGN = str.maketrans(
    {
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u00b4": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
        "\u200b": " ", "\ufeff": " ",
    }
)  # fmt: skip
_DOBLE = {"å": "aa", "ø": "oe", "æ": "ae"}
#: What stands for a name that was removed before the message got here.
_UTEN_NAVN = re.compile(r"\[navn\]")
_MELLOMROM = re.compile(r"\s+")


@dataclass(frozen=True)
class Normalisert:
    """A message in the form the recognisers read. `kart[i]` is where `tekst[i]` begins in `original`."""

    original: str
    tekst: str
    kart: tuple[int, ...] | None

    def spenn(self, start: int, slutt: int) -> tuple[int, int]:
        """Translate a span in `tekst` to the span in `original`."""
        if self.kart is None:
            return start, slutt
        return self.kart[start], self.kart[slutt]


def normaliser(tekst: str) -> Normalisert:
    """Lower-case `tekst` and even out typography; the result can be mapped back to the original offsets.

    Composed and decomposed letters (å as one or two code points) come out the same, and in a message without any
    æ, ø or å the words that lack them are given them back.
    """
    jevnet = _jevn(tekst)
    jevnet = bytt(jevnet, [(*m.span(), "personen") for m in _UTEN_NAVN.finditer(jevnet.tekst)])
    if mangler_bokstaver(jevnet.tekst):
        jevnet = _med_bokstaver(jevnet)
    return bytt(jevnet, rettelser(jevnet.tekst))


def _jevn(tekst: str) -> Normalisert:
    jevn = tekst.translate(_TEGN)
    lav = jevn.lower()
    if unicodedata.is_normalized("NFC", lav) and len(lav) == len(tekst):
        return Normalisert(tekst, lav, None)
    ut: list[str] = []
    kart: list[int] = []
    start = 0
    while start < len(jevn):
        slutt = start + 1
        while slutt < len(jevn) and unicodedata.combining(jevn[slutt]):
            slutt += 1
        for tegn in unicodedata.normalize("NFC", jevn[start:slutt].lower()):
            ut.append(tegn)
            kart.append(start)
        start = slutt
    kart.append(len(tekst))
    return Normalisert(tekst, "".join(ut), tuple(kart))


def _med_bokstaver(norm: Normalisert) -> Normalisert:
    """As `norm`, with æ, ø and å put back; spans in a changed word reach over the letters it was written with."""

    def er_forkortelse(start: int, slutt: int) -> bool:
        fra, til = norm.spenn(start, slutt)
        return slutt - start < 4 and norm.original[fra:til].isupper() and not norm.original.isupper()

    return bytt(norm, sett_inn(norm.tekst, er_forkortelse))


def bytt(norm: Normalisert, endringer: Sequence[tuple[int, int, str]]) -> Normalisert:
    """`norm` with spans of its text written otherwise; each span still points to what was written."""
    if not endringer:
        return norm
    deler: list[str] = []
    kart: list[int] = []
    fra = 0
    gammelt = norm.kart or range(len(norm.tekst) + 1)
    for start, slutt, rett in endringer:
        deler += [norm.tekst[fra:start], rett]
        kart += gammelt[fra:start]
        kart += _strekk(gammelt[start:slutt], norm.tekst[start:slutt], rett)
        fra = slutt
    kart += gammelt[fra:]
    tekst = "".join([*deler, norm.tekst[fra:]])
    lik = norm.kart is None and all(slutt - start == len(rett) for start, slutt, rett in endringer)
    return Normalisert(norm.original, tekst, None if lik else tuple(kart))


def _strekk(gammelt: Sequence[int], skrevet: str, rett: str) -> list[int]:
    """Offsets for each letter of `rett`, written as `skrevet` with one or two letters for æ, ø and å, or misspelt."""
    ut = []
    i, ekstra = 0, len(skrevet) - len(rett)
    for tegn in rett:
        ut.append(gammelt[min(i, len(gammelt) - 1)])
        dobbel = ekstra > 0 and skrevet[i : i + 2] == _DOBLE.get(tegn)
        i, ekstra = i + 1 + dobbel, ekstra - dobbel
    return ut


def sammenlikningsform(tekst: str) -> str:
    """A name or phrase for comparing: lower case, NFC, dashes as spaces, runs of blanks as one."""
    return _MELLOMROM.sub(" ", _jevn(tekst).tekst.replace("-", " ")).strip()
