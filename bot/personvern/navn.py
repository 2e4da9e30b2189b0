"""People's names in a message, where the words around them or the name itself say that it is one.

Found: after "heter", "deltakeren", "brukeren min", "hilsen"; two words of which the first is a known first name; a first
name that is nothing else. Names of measures, places and institutions are left alone.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

_ORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PERSON = (
    r"(?:hun|han|ho|hu|hen|jeg|eg|æ|som|og|deltaker\w*|deltakar\w*|bruker\w*|brukar\w*|klient\w*|kandidat\w*|kvinne\w*|kvinna|dame\w*|dama|"
    r"mann\w*|gutt\w*|jente\w*|jenta|person\w*|vedkommende|kona|ektefelle\w*|sønn\w*|datter\w*|dattera|dotter\w*|barn\w*|mor\w*|far\w*|elev\w*|flyktning\w*)"
)
_HETER = re.compile(
    rf"(?:\b{_PERSON}(?: (?:hennes|hans|min|vår|mi))? (?:heter|heiter|hete|het|kalles|blir kalt)"
    r"|\b(?:navn(?:et)?|namn(?:et)?)(?: hennes| hans| hennar| mitt| på (?:deltaker\w*|bruker\w*))?(?: er|:)"
    r"|\bved navn|\bmed navnet|\b(?:vennlig |mvh,? |beste )?(?:hilsen|helsing)|\bmvh\.?,?|\b(?:fru|herr|frøken|hr\.|fr\.))[ \n]*$",
    re.IGNORECASE,
)
_OM_EN = re.compile(
    r"\b(?:deltakeren|deltakaren|brukeren|brukaren|klienten|kandidaten|eleven|mannen|kona|sønnen|datteren|dattera|broren|søsteren|moren|faren|"
    r"(?:deltaker|deltakar|bruker|brukar|klient|venn|elev) (?:min|vår|mi)|min (?:deltaker|deltakar|bruker|brukar|klient))(?: min| vår| hennes| hans)?[, ]*$",
    re.IGNORECASE,
)
_FORTSETTER = re.compile(
    r"s?(?:$|[,.?!;:]|,? ?\(?\d|,? (?:er|e|har|går|som|på|vil|ønsker|kan|bor|kom|fikk|skal|trenger|og|med|fra)\b)"
)
_OM_ET_MENNESKE = re.compile(
    r",? (?:er|e) \d\d\b|,? \(?\d\d(?: ?år|,|\))|,? (?:har|er på|går på|snakker) [abcABC][12]\b"
)
_STED_ETTER = re.compile(
    r"^ ?(?:videregående|vgs|skole|skule|ungdomsskole|barneskole|gate|gata|vei|veg|plass|sykehus|sjukehus|kommune|senter|kirke|stadion|høyskole|universitet)\b",
    re.IGNORECASE,
)
# Compounds that name a thing, whatever stands before: "det som kalles Tromsømodellen".
_ET_TILTAK = re.compile(
    r"\w(?:modell|program|kurs|tiltak|ordning|prosjekt|hus|løp|sjanse|garanti|plan|verksted|metode|løft|stønad|tilskudd|tilskot)"
    r"(?:en|et|a|ene|er|n)?s?$",
    re.IGNORECASE,
)
_MAKS = 4


class Navn(NamedTuple):
    """Where a name stands; the name itself is not kept."""

    start: int
    slutt: int


class _Lister(NamedTuple):
    sikre: frozenset[str]
    fornavn: frozenset[str]
    tvetydige: frozenset[str]
    ord: frozenset[str]
    etternavn: frozenset[str]
    stopp: frozenset[str]


@lru_cache(maxsize=1)
def _lister() -> _Lister:
    les = yaml.safe_load((Path(__file__).parent / "navn.yml").read_text(encoding="utf-8"))
    ord_ = {n: frozenset(o.casefold() for o in les[n].split()) for n in _Lister._fields}
    ord_["fornavn"] |= ord_["sikre"]
    return _Lister(**ord_)


def _i(ord_: str, liste: frozenset[str]) -> bool:
    """Whether a word is in a list, also in the genitive and each half of a double name."""
    lav = ord_.casefold()
    return (
        lav in liste
        or (lav.endswith("s") and lav[:-1] in liste)
        or ("-" in lav and any(d in liste for d in lav.split("-")))
    )


def _stor(ord_: str) -> bool:
    return ord_[0].isupper()


def _tittel(ord_: str) -> bool:
    """A word written as a name is: a capital first, and more than one letter, not an abbreviation."""
    return len(ord_) > 1 and ord_[0].isupper() and not ord_.isupper()


def finn_navn(tekst: str) -> Iterator[Navn]:
    """The names in a text, in order, without overlaps. Linear in the length of the text."""
    ord_ = list(_ORD.finditer(tekst))
    i = 0
    while i < len(ord_):
        antall = _navn_fra(tekst, ord_, i)
        if antall:
            slutt = ord_[i + antall - 1]
            yield Navn(ord_[i].start(), slutt.end() - _genitiv(slutt.group()))
        i += antall or 1


def _genitiv(ord_: str) -> int:
    lister = _lister()
    kjent = lister.fornavn | lister.tvetydige | lister.etternavn | lister.ord
    lav = ord_.casefold()
    return 1 if lav not in kjent and lav.endswith("s") and lav[:-1] in kjent else 0


def _navn_fra(tekst: str, ord_: list[re.Match[str]], i: int) -> int:
    """How many words of a name begin at word `i`; 0 when none does."""
    w = ord_[i].group()
    lister = _lister()
    if (
        w.casefold() in lister.stopp
        or _ET_TILTAK.search(w)
        or tekst[max(0, ord_[i].start() - 1) : ord_[i].start()] in ("[", "@")
    ):
        return 0
    foran = tekst[max(0, ord_[i].start() - 60) : ord_[i].start()]
    fornavn = _i(w, lister.fornavn)
    tvetydig = _i(w, lister.tvetydige)
    flere = _videre(tekst, ord_, i)
    if _HETER.search(foran) and (_tittel(w) or fornavn or tvetydig or (w.isupper() and len(w) > 3)):
        return flere
    if _STED_ETTER.match(tekst[ord_[i + flere - 1].end() : ord_[i + flere - 1].end() + 20]):
        return 0
    if _stor(w) and fornavn and (_tittel(w) or flere > 1):
        return flere
    if not _stor(w) and _liten(tekst, ord_, i, flere):
        return flere
    if _OM_EN.search(foran) and _tittel(w):
        kjent = tvetydig or _i(w, lister.etternavn | lister.ord)
        return flere if kjent or _FORTSETTER.match(tekst[ord_[i + flere - 1].end() :][:20]) else 0
    neste = ord_[i + 1].group() if flere > 1 else ""
    if _stor(w) and tvetydig and flere > 1 and _i(neste, lister.etternavn | lister.ord):
        return flere
    return 0


def _liten(tekst: str, ord_: list[re.Match[str]], i: int, flere: int) -> bool:
    """Whether the words from `i`, in small letters, are a name: one that is nothing else, or one by its context."""
    w, lister = ord_[i].group(), _lister()
    if _i(w, lister.sikre):
        return True
    if _i(w, lister.tvetydige):
        return flere > 1 and _i(ord_[i + 1].group(), lister.etternavn)
    if not _i(w, lister.fornavn):
        return False
    foran = tekst[max(0, ord_[i].start() - 60) : ord_[i].start()]
    return flere > 1 or bool(_OM_EN.search(foran) or _OM_ET_MENNESKE.match(tekst, ord_[i].end()))


def _videre(tekst: str, ord_: list[re.Match[str]], i: int) -> int:
    """The number of words in the name that starts at word `i`: the following words written as names, or known ones."""
    lister = _lister()
    liten = not _stor(ord_[i].group())
    n = 1
    while n < _MAKS and i + n < len(ord_):
        w = ord_[i + n].group()
        if tekst[ord_[i + n - 1].end() : ord_[i + n].start()] not in (" ", "  ", "\u00a0"):
            break
        if w.casefold() in lister.stopp or (w.isupper() and not _i(w, lister.fornavn | lister.etternavn | lister.ord)):
            break
        kjent = _i(w, lister.etternavn) or _i(w, lister.fornavn) or (n > 1 and _i(w, lister.ord))
        if not (_stor(w) if not liten else kjent):
            break
        n += 1
    return n
