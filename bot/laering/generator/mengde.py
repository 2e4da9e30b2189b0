"""An amount in running text: a number with its unit, in digits or in words, in either language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.laering.tekst import Tekst

_TALLORD = {
    1: "en|én|ett|eitt|ei",
    2: "to",
    3: "tre",
    4: "fire",
    5: "fem",
    6: "seks",
    7: "sju",
    8: "åtte",
    9: "ni",
    10: "ti",
    11: "elleve",
    12: "tolv",
}
# How each unit is written in running text, in both languages.
ENHETER = {
    "måneder": r"måned(?:er)?s?|månad(?:er)?s?",
    "år": r"års?",
    "uker": r"ukers?|uke|veker?s?",
    "timer": r"timers?|time|timars?",
    "prosent": r"prosent",
    "kroner": r"kroner",
    "virkedager": r"virkedag(?:er|ar)?s?",
    "kalenderdager": r"kalenderdag(?:er|ar)?s?",
    "dager": r"dag(?:er|ar)?s?",
}
SETNINGER = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«])")
_SIFRE = re.compile(r"\d+(?:[  ]\d{3})*(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Mengde:
    """A number and the unit it is written with."""

    tall: float
    enhet: str

    @property
    def som_tekst(self) -> Tekst:
        plass = f"{{m:{self.tall:g}:{self.enhet}}}" if self.tall < 100_000 else f"{{m:{self.tall:.0f}:{self.enhet}}}"
        return Tekst(plass, plass)

    def monster(self) -> re.Pattern[str]:
        """Finds it in a text, in digits or in words."""
        siffer = f"{self.tall:g}" if self.tall < 100_000 else f"{self.tall:.0f}"
        siffer = siffer.replace(".", ",")
        if self.tall >= 1000 and siffer.isdigit():
            siffer = rf"{siffer[:-3]}[\s ]?{siffer[-3:]}"
        ord_ = _TALLORD.get(int(self.tall)) if self.tall == int(self.tall) else None
        tall = rf"(?:{siffer}|{ord_})" if ord_ else siffer
        return re.compile(rf"(?<![\w,.])({tall})[\s ]+({ENHETER[self.enhet]})(?![a-zæøå])", re.I)


def tallene_i(tekst: str) -> set[float]:
    """Every number a text names, in digits or words."""
    ut = {float(re.sub(r"[  ]", "", s).replace(",", ".")) for s in _SIFRE.findall(tekst)}
    for tall, ord_ in _TALLORD.items():
        if tall > 1 and re.search(rf"\b(?:{ord_})(?![a-zæøå])", tekst, re.I):
            ut.add(float(tall))
    return ut
