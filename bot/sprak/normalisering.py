"""Normalising a message: lower case, plain quotes, dashes and spaces, with the offsets kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_TEGN = str.maketrans(
    {
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u00b4": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
        "\u200b": " ", "\ufeff": " ",
    }
)  # fmt: skip
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

    Composed and decomposed letters (å as one or two code points) come out the same.
    """
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


def sammenlikningsform(tekst: str) -> str:
    """A name or phrase for comparing: lower case, NFC, dashes as spaces, runs of blanks as one."""
    return _MELLOMROM.sub(" ", normaliser(tekst).tekst.replace("-", " ")).strip()
