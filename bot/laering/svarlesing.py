"""Reading a message as an answer to a question with alternatives: a letter, a number, the words themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

BOKSTAVER = "ABCD"
_INNLEDNING = re.compile(
    r"^(?:(?:jeg|eg|æ|vi)\s+(?:tror|trur|mener|meiner|velger|vel|tipper|tippar|gjetter|gjettar|sier|seier)\s+"
    r"|kanskje\s+|svaret?\s+(?:er\s+)?|svar\s+|det\s+(?:er|må\s+være|må\s+vere|blir)\s+|må\s+være\s+|må\s+vere\s+"
    r"|alternativ(?:et)?\s+|bokstav(?:en)?\s+|valg\s+|nummer\s+|nr\s+|på\s+|at\s+|er\s+|vel\s+|hm+\s+|ok(?:ei)?\s+)+"
)
_PLASS = {
    "første": 1, "fyrste": 1, "ein": 1, "en": 1, "én": 1, "andre": 2, "to": 2,
    "tredje": 3, "tre": 3, "fjerde": 4, "fire": 4,
}  # fmt: skip
_TALL = {
    "en": 1, "ein": 1, "én": 1, "ett": 1, "eitt": 1, "ei": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6,
    "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "atten": 18,
}  # fmt: skip
_ENHET = {"år": 365.25, "måned": 365.25 / 12, "månad": 365.25 / 12, "mnd": 365.25 / 12, "uke": 7.0, "veke": 7.0}
_MENGDE = re.compile(r"(?:inntil |høyst |minst )?(\d+(?:,\d+)?|[a-zæøåé]+) (år|måned|månad|mnd|uke|veke)(?:er|ar|r)?")
_JA = re.compile(r"^(ja|jepp|japp|jo|yes|stemmer|det stemmer)\b")
_NEI = re.compile(r"^(nei|nope|niks|no|ikke|ikkje)\b")
_SPORSMAL = re.compile(r"\?|^(hva|kva|hvem|kven|hvor|kor|korleis|hvordan|hvilke\w*|når|kan|passer|gjelder)\b")
_NESTEN = 0.86


def _ren(tekst: str) -> str:
    """Lower case, without punctuation at the ends and with single spaces."""
    return " ".join(re.sub(r"[«»\"'.,;:!()\[\]]+(?=\s|$)|(?<!\w)[«»\"'(\[]+", " ", tekst.casefold()).split())


def _lengde(tekst: str) -> float | None:
    """A length in days when the text is nothing else: «ett år», «12 mnd», «fire uker»."""
    treff = _MENGDE.fullmatch(tekst)
    if treff is None:
        return None
    tall = float(treff[1].replace(",", ".")) if treff[1][0].isdigit() else _TALL.get(treff[1])
    return None if tall is None else tall * _ENHET[treff[2]]


def _forste_tall(tekst: str) -> str | None:
    treff = re.match(r"\D{0,12}?(\d[\d ]*(?:,\d+)?)(?!\w)", tekst)
    return treff[1].replace(" ", "").strip() if treff else None


def les_svar(tekst: str, alternativer: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Which alternatives a message points to, by their place: none, one, or two when it can be read in two ways.

    In: the message, and for each alternative the ways it may be written (both languages), in the order shown.
    """
    ren = _ren(tekst)
    kjerne = _INNLEDNING.sub("", ren).strip()
    if not kjerne:
        return ()
    vist = [[_ren(form) for form in former] for former in alternativer]
    if any(kjerne == form or ren == form for former in vist for form in former):
        return tuple(i for i, former in enumerate(vist) if kjerne in former or ren in former)[:1]
    bokstav = re.fullmatch(rf"([{BOKSTAVER.lower()}])(?:\s+.{{0,60}})?", kjerne)
    if bokstav and not _SPORSMAL.search(ren) and (len(kjerne) == 1 or re.match(r"^\W*[A-Da-d]\s*[).:]", tekst)):
        plass = BOKSTAVER.lower().index(bokstav[1])
        return (plass,) if plass < len(vist) else ()
    if re.fullmatch(r"\d+(?:,\d+)?", kjerne):
        return _av_tall(kjerne, vist)
    plass_ord = re.fullmatch(r"(?:den |det )?([a-zæøåé]+)(?: (?:svaret|alternativet|en|ein))?", kjerne)
    if plass_ord and plass_ord[1] == "siste":
        return (len(vist) - 1,)
    if plass_ord and plass_ord[1] in _PLASS and _PLASS[plass_ord[1]] <= len(vist):
        return (_PLASS[plass_ord[1]] - 1,)
    if _SPORSMAL.search(ren):
        return ()
    return _av_ord(kjerne, vist)


def _inni(del_: str, hele: str) -> bool:
    """Whether the words of one text stand in another."""
    return re.search(rf"(?<!\w){re.escape(del_)}(?!\w)", hele) is not None


def _av_tall(siffer: str, vist: list[list[str]]) -> tuple[int, ...]:
    """A bare number: what an alternative says, or which one it is."""
    innhold = [i for i, former in enumerate(vist) if any(_forste_tall(f) == siffer for f in former)]
    plass = int(siffer) - 1 if siffer.isdigit() and 1 <= int(siffer) <= len(vist) else None
    if len(innhold) == 1:
        return (innhold[0],) if plass is None or plass == innhold[0] else (innhold[0], plass)
    return () if plass is None else (plass,)


def _av_ord(kjerne: str, vist: list[list[str]]) -> tuple[int, ...]:
    for monster, ord_ in ((_JA, "ja"), (_NEI, "nei")):
        treff = [i for i, former in enumerate(vist) if any(f == ord_ or f.startswith(ord_ + " ") for f in former)]
        if monster.match(kjerne) and len(treff) == 1 and len(kjerne.split()) <= 4:
            return (treff[0],)
    lengde = _lengde(kjerne)
    if lengde is not None:
        like = [i for i, former in enumerate(vist) if any(_lengde(f) == lengde for f in former)]
        return tuple(like[:1])
    begynner = [i for i, f in enumerate(vist) if len(kjerne) >= 4 and any(x.startswith(kjerne) for x in f)]
    if len(begynner) == 1:
        return (begynner[0],)
    del_av = [i for i, f in enumerate(vist) if len(kjerne) >= 5 and any(_inni(kjerne, x) for x in f)]
    if len(del_av) == 1:
        return (del_av[0],)
    inne = [i for i, f in enumerate(vist) if any(_inni(x, kjerne) for x in f)]
    if len(inne) == 1 and len(kjerne.split()) <= max(len(x.split()) for x in vist[inne[0]]) + 3:
        return (inne[0],)
    naert = [(max(SequenceMatcher(None, kjerne, x).ratio() for x in f), i) for i, f in enumerate(vist)]
    beste = sorted(naert, reverse=True)
    if beste and beste[0][0] >= _NESTEN and (len(beste) == 1 or beste[0][0] - beste[1][0] > 0.05):
        return (beste[0][1],)
    return ()
