"""Dates and months as advisers write them: "15. januar 2026", "15.1.26", "mars", "i fjor"."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MANEDSNAVN = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
"""The months in order, in bokmål and nynorsk."""
_KORT = {
    "jan": 1, "feb": 2, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "okt": 10, "nov": 11, "des": 12,
}  # fmt: skip
_MANEDER = {navn: nr for nr, navn in enumerate(MANEDSNAVN, 1)} | _KORT
_M = "|".join(sorted((m for m in _MANEDER if m != "jul"), key=len, reverse=True))
#: Pattern (named groups) for one date; use `les_dato` on the match.
DATO = (
    rf"(?:(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<d1>\d{{1,2}})\.? ?(?P<m1>{_M})\.? ?(?P<y1>\d{{4}}|i fjor|i år)?"
    rf"|(?P<d2>\d{{1,2}})[./] ?(?P<m2>\d{{1,2}})[./-] ?(?P<y2>\d{{4}}|\d\d)"
    rf"|(?P<m3>{_M})(?![a-zæøå])\.?,? ?(?P<y3>\d{{4}}|'?\d\d(?![.\d%]| ?(?:timer|prosent|år|%))|i fjor|i år|året før)?"
    rf"|(?P<m4>\d{{1,2}})[./](?P<y4>20\d\d|(?:2[0-9])(?![.,/]?\d|%))"
    rf"|(?P<y5>20\d\d)(?![\d-])"
    rf"|(?P<ses>i vår|i sommer|i sumar|i høst|i haust|i vinter|(?:våren|sommeren|sumaren|høsten|hausten|vinteren)(?= (?:20\d\d|i fjor|i år)))(?: (?P<y6>20\d\d|i fjor|i år))?"
    rf"|(?P<ses2>(?:i fjor|i forfjor|sist|forrige) (?:vår|sommer|sumar|høst|haust|vinter))"
    rf"|(?P<rel>i fjor|i fjord|ifjor|i forfjor|i år|sist år|forrige måned|førre månad|sist måned))"
)
_DATO = re.compile(rf"\b{DATO}(?!\w)")
_TEGN_FOR = re.compile(
    rf"\d|{'|'.join(MANEDSNAVN)}|jan|feb|apr|jun|aug|sep|okt|nov|des|fjor|i år|sist|forrige|førre|i vår|i sommer|i sumar|i høst|i haust|i vinter"
)


@dataclass(frozen=True)
class Datofunn:
    """A date in the text. `dato` is the first day of the month or year when `presisjon` is "maned" or "ar"; a season has
    `presisjon` "ar" too, and its own last day in `slutter`."""

    start: int
    slutt: int
    dato: date
    presisjon: str
    slutter: date | None = None

    def siste(self) -> date:
        """The last day the date can mean."""
        if self.slutter is not None:
            return self.slutter
        if self.presisjon == "dag":
            return self.dato
        if self.presisjon == "ar":
            return date(self.dato.year, 12, 31)
        neste = date(self.dato.year + self.dato.month // 12, self.dato.month % 12 + 1, 1)
        return date.fromordinal(neste.toordinal() - 1)


def _ar(tekst: str | None, maned: int, dag: int, i_dag: date) -> int:
    if not tekst:
        return i_dag.year if (maned, dag) <= (i_dag.month, i_dag.day) else i_dag.year - 1
    tekst = tekst.strip("' ")
    if tekst == "i år":
        return i_dag.year
    if not tekst.isdigit():
        return i_dag.year - 1
    tall = int(tekst)
    if tall >= 100:
        return tall
    return 2000 + tall if tall <= i_dag.year % 100 + 5 else 1900 + tall


def les_dato(m: re.Match[str], i_dag: date) -> Datofunn | None:
    """The date of a match of DATO; a month without a year is the last one that has begun. None if impossible."""
    start, slutt = m.span()
    try:
        if m["iso"]:
            return Datofunn(start, slutt, date.fromisoformat(m["iso"]), "dag")
        if m["d1"]:
            maned, dag = _MANEDER[m["m1"]], int(m["d1"])
            return Datofunn(start, slutt, date(_ar(m["y1"], maned, dag, i_dag), maned, dag), "dag")
        if m["d2"]:
            maned, dag = int(m["m2"]), int(m["d2"])
            return Datofunn(start, slutt, date(_ar(m["y2"], maned, dag, i_dag), maned, dag), "dag")
        if m["m3"]:
            maned = _MANEDER[m["m3"]]
            return Datofunn(start, slutt, date(_ar(m["y3"], maned, 1, i_dag), maned, 1), "maned")
        if m["m4"]:
            return Datofunn(start, slutt, date(int(m["y4"]) % 2000 + 2000, int(m["m4"]), 1), "maned")
        if m["y5"]:
            return Datofunn(start, slutt, date(int(m["y5"]), 1, 1), "ar")
    except ValueError:
        return None
    if m["ses"] or m["ses2"]:
        return _sesong(m, i_dag)
    if "måned" in m["rel"] or "månad" in m["rel"]:
        return Datofunn(start, slutt, date(i_dag.year - (i_dag.month == 1), (i_dag.month - 2) % 12 + 1, 1), "maned")
    tilbake = {"i år": 0, "i forfjor": 2}.get(m["rel"], 1)
    return Datofunn(start, slutt, date(i_dag.year - tilbake, 1, 1), "ar")


#: The first and last month of a season.
_SESONGER = {"vå": (3, 6), "so": (6, 8), "su": (6, 8), "hø": (8, 11), "ha": (8, 11), "vi": (1, 3)}


def _sesong(m: re.Match[str], i_dag: date) -> Datofunn:
    """A season: the last that has begun, or the one of a year named."""
    ord_ = (m["ses"] or m["ses2"]).split()
    navn = ord_[-1]
    fra, til = _SESONGER[navn[:2]]
    ar_tekst = m["y6"] or (" ".join(ord_[:-1]) if m["ses2"] else None)
    if ar_tekst and ar_tekst.isdigit():
        ar = int(ar_tekst)
    elif ar_tekst in ("i fjor", "i forfjor"):
        ar = i_dag.year - (2 if ar_tekst == "i forfjor" else 1)
    else:
        ar = (
            i_dag.year
            if fra <= i_dag.month and ar_tekst not in ("sist", "forrige")
            else i_dag.year - (fra > i_dag.month)
        )
    neste = date(ar + til // 12, til % 12 + 1, 1)
    return Datofunn(*m.span(), date(ar, fra, 1), "ar", date.fromordinal(neste.toordinal() - 1))


def finn_datoer(tekst: str, i_dag: date) -> list[Datofunn]:
    """Every date in `tekst` (normalised), in order."""
    if not _TEGN_FOR.search(tekst):
        return []
    funn = (les_dato(m, i_dag) for m in _DATO.finditer(tekst))
    return [f for f in funn if f is not None]


def maneder_mellom(fra: date, til: date) -> int:
    """Whole months from `fra` to `til`, counted by calendar month."""
    return (til.year - fra.year) * 12 + til.month - fra.month
