"""Texts in both written languages, with numbers and names drawn from the data when they are shown.

A text may hold placeholders: `{R-121.maks_uten_videregaende}` is a rule's number, `{p:<parameter>}` or
`{p:<parameter>.<part>}` a parameter on the day, `{t:<measure>}` a measure's name, `{m:12:måneder}` an amount that a
question was made from. `|enhet` after a number shows its unit as well, `|tall` the number alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from bot.regler.parametre import Parameter

PLASSHOLDER = re.compile(r"\{([^{}]+)\}")
_REGEL = re.compile(r"(R-\d{3})\.([a-z0-9_]+)")
_DELT = re.compile(r"(.+)\.([a-z_]+)")


class Tekst(NamedTuple):
    """The same text in bokmål and nynorsk."""

    nb: str
    nn: str


def par(ting: Any, felt: str) -> Tekst:
    """A field of a catalogue object and its `_nn` partner; the bokmål text twice where there is none."""
    nb = str(getattr(ting, felt))
    return Tekst(nb, str(getattr(ting, f"{felt}_nn", None) or nb))


@dataclass(frozen=True, slots=True)
class Verdi:
    """What a placeholder stands for: a number, a date or a word, its unit, and whether the unit is to be shown."""

    verdi: float | date | str
    enhet: str | None = None
    med_enhet: bool = False


class Oppslag:
    """Finds what placeholders stand for on one day."""

    def __init__(
        self, regler: Mapping[str, Any], parametre: Mapping[str, Parameter], tiltak: Mapping[str, Any], dag: date
    ) -> None:
        self._regler = regler
        self._parametre = parametre
        self._tiltak = tiltak
        self._dag = dag

    def verdi(self, plassholder: str) -> Verdi | Tekst:
        """The value behind the braces; a measure's name as a Tekst. Raises KeyError in Norwegian when there is none."""
        kropp, _, form = plassholder.strip().partition("|")
        if form not in ("", "enhet", "tall"):
            raise KeyError(f"«|{form}» er ikke lovlig etter en plassholder; lovlig er |enhet og |tall")
        slag, _, resten = kropp.partition(":")
        if slag == "m" and resten:
            tall, _, enhet = resten.partition(":")
            return Verdi(float(tall), enhet, True)
        if slag == "t" and resten:
            if resten not in self._tiltak:
                raise KeyError(f"tiltaket «{resten}» finnes ikke i katalogen")
            return par(self._tiltak[resten], "navn")
        if slag == "p" and resten:
            return self._parameter(resten, form == "enhet")
        if treff := _REGEL.fullmatch(kropp):
            return self._tall(treff[1], treff[2], form == "enhet")
        raise KeyError(f"«{{{plassholder}}}» er ikke en plassholder")

    def _tall(self, regel_id: str, navn: str, med_enhet: bool) -> Verdi:
        regel = self._regler.get(regel_id)
        if regel is None:
            raise KeyError(f"regelen «{regel_id}» finnes ikke i regelverket")
        for t in regel.tall:
            if t.navn == navn:
                return Verdi(t.verdi, t.enhet, med_enhet)
        lovlig = ", ".join(t.navn for t in regel.tall) or "ingen"
        raise KeyError(f"{regel_id} har ikke tallet «{navn}»; lovlig er {lovlig}")

    def _parameter(self, navn: str, med_enhet: bool) -> Verdi:
        del_: str | None = None
        if navn not in self._parametre and (treff := _DELT.fullmatch(navn)):
            navn, del_ = treff[1], treff[2]
        parameter = self._parametre.get(navn)
        if parameter is None:
            raise KeyError(f"parameteren «{navn}» finnes ikke")
        versjoner = parameter.pa(self._dag)
        if not versjoner:
            raise KeyError(f"parameteren «{navn}» har ingen verdi {self._dag.isoformat()}")
        return Verdi(versjoner[-1].tall(del_), parameter.enhet, med_enhet)


def plassholdere(tekster: Iterable[str]) -> tuple[str, ...]:
    """Everything in braces, in reading order, without repeats."""
    return tuple(dict.fromkeys(p for t in tekster for p in PLASSHOLDER.findall(t)))
