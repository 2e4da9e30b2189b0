"""Filling in a lesson's or question's placeholders: numbers with their unit, dates, and names, in one language."""

from __future__ import annotations

from datetime import date

from bot.laering.tekst import PLASSHOLDER, Oppslag, Tekst, Verdi
from bot.profil.samtale import Malform
from bot.svar.malform import dato, maneder, tall, velg

# Singular and plural of each unit, in bokmål and nynorsk. A unit not here is the same in all four.
_ENHETER: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "måneder": (("måned", "måneder"), ("månad", "månader")),
    "uker": (("uke", "uker"), ("veke", "veker")),
    "timer": (("time", "timer"), ("time", "timar")),
    "timer per uke": (("time i uka", "timer i uka"), ("time i veka", "timar i veka")),
    "kroner per dag": (("kroner dagen", "kroner dagen"), ("kroner dagen", "kroner dagen")),
    "kroner per år": (("kroner i året", "kroner i året"), ("kroner i året", "kroner i året")),
    "kroner per måned": (("kroner i måneden", "kroner i måneden"), ("kroner i månaden", "kroner i månaden")),
    "dager": (("dag", "dager"), ("dag", "dagar")),
    "virkedager": (("virkedag", "virkedager"), ("virkedag", "virkedagar")),
    "kalenderdager": (("kalenderdag", "kalenderdager"), ("kalenderdag", "kalenderdagar")),
    "alder": (("år", "år"), ("år", "år")),
}


def fyll(tekst: Tekst, oppslag: Oppslag, malform: Malform) -> str:
    """The text of one language with every placeholder filled in. Raises KeyError for one that stands for nothing."""
    return PLASSHOLDER.sub(lambda treff: _vis(oppslag.verdi(treff[1]), malform), velg(malform, *tekst))


def _vis(verdi: Verdi | Tekst, malform: Malform) -> str:
    if isinstance(verdi, Tekst):
        return velg(malform, *verdi)
    if isinstance(verdi.verdi, date):
        return dato(verdi.verdi)
    if isinstance(verdi.verdi, str):
        return verdi.verdi
    if not verdi.med_enhet or verdi.enhet is None:
        return _tall(verdi.verdi)
    if verdi.enhet == "måneder" and verdi.verdi == int(verdi.verdi) and verdi.verdi > 1:
        return maneder(int(verdi.verdi), malform)
    entall, flertall = _enhet(verdi.enhet, malform)
    return f"{_tall(verdi.verdi)} {entall if verdi.verdi == 1 else flertall}"


def _enhet(enhet: str, malform: Malform) -> tuple[str, str]:
    """A unit in singular and plural."""
    former = _ENHETER.get(enhet)
    if former is None:
        return enhet, enhet
    return former[1] if malform == "nn" else former[0]


def _tall(verdi: float) -> str:
    """A number as it is written: a space for every three figures from ten thousand, decimal comma."""
    if abs(verdi) >= 10_000:
        return f"{verdi:,.0f}".replace(",", " ")
    return tall(verdi)
