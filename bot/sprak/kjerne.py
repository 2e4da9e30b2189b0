"""What a message asks, apart from the story around it.

An adviser tells of a case and then asks. The facts are read from all of it; what kind of question it is, and which rule
answers, is told by the sentences that ask.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from bot.sprak.bokmal import pa_bokmal
from bot.sprak.normalisering import Normalisert, normaliser
from bot.sprak.oppdeling import ledd_i

#: A story has at least this many words; a shorter one ("hun er 34 og på A2.") is as easily read with the question.
_FORTELLING = 9
#: A question with no more content words than these leans on the sentence before; so does one that points, with some more.
_LITE, _NOE = 2, 4
_ORD = re.compile(r"[^\W\d_]+")
#: Asked inside a sentence: from here on it is the question.
_LURER = re.compile(
    r"\b(?:spørsmålet (?:mitt |vårt )?(?:er|blir)(?: altså| da| nå)?|(?:jeg |vi )?lurer (?:jeg |vi )?(?:da |derfor |nå |fælt |litt )*på|(?:vil|ville|vil gjerne|trenger å|skulle gjerne) (?:vite|ha visst)|"
    r"er (?:litt |veldig |fortsatt )?usikre?(?: på)?|(?:kan|kunne) (?:du|dere|noen) (?:si|forklare|fortelle)(?: meg| oss)?|vet (?:du|dere)|spør (?:nå )?(?:meg |oss )?(?:om)?)\b(?=.{12})"
    r"|(?:[,:] |\bog )(?:og |men |så )?(?=(?:kan|må|skal|bør|får|har|trenger|mister) (?:jeg|vi|hun|han|de|man|deltaker\w*|bruker\w*|nav|kommunen) )"
)
#: A question that leans on the sentence before it.
_PEKER = re.compile(
    r"\b(?:dette|denne|disse|begge|dem|de to|sånn|sånne|slikt|slike|der)\b|\b(?:det|den|de|da|så)\b[^\w]*$|\b(?:det|den|de) [a-zæøå]{4,}(?:et|en|ene)\b|"
    r"\b(?:dekke|dekker|gjøre|gjør|få|får|om|på|for|til|med|av|løse|løser|håndtere|håndterer|ordne|gjelder|stemmer|går|lov|greit|mulig|riktig) (?:vi |man |jeg |hun |han )?(?:det|den)\b(?! (?:at|å|en|et|noen|noe|lov|krav)\b)"
)
#: A thing by its full name, in no need of the story: "feriedager", "egenmelding". In the definite form it may point there.
_NAVNGITT = re.compile(
    r"\b[^\W\d_]{3,}(?:dager|stønad|frist|melding|permisjon|erklæring|gjenforening|kontrakt|fravær|plikt|tillegg)\b"
)
#: Words that say nothing of what a question is about.
_TOMME = frozenset(yaml.safe_load((Path(__file__).parent / "kjerne.yml").read_text(encoding="utf-8"))["tomme"].split())


@dataclass(frozen=True, slots=True)
class Lest:
    """A message as it is read: normalised, in bokmål, and the spans of `bokmal` that ask (`spor`), with those they lean
    on (`kjerne`)."""

    norm: Normalisert
    bokmal: Normalisert
    kjerne: tuple[tuple[int, int], ...]
    spor: tuple[tuple[int, int], ...]

    def tekst(self, spenn: tuple[tuple[int, int], ...]) -> str:
        """Spans of the message in bokmål, with the capitals it was written with."""
        deler = []
        for start, slutt in spenn:
            fra = start
            for m in _ORD.finditer(self.bokmal.tekst, start, slutt):
                a, b = self.bokmal.spenn(*m.span())
                skrevet = self.bokmal.original[a:b]
                deler += [self.bokmal.tekst[fra : m.start()], skrevet if skrevet.lower() == m.group() else m.group()]
                fra = m.end()
            deler += [self.bokmal.tekst[fra:slutt], " "]
        return " ".join("".join(deler).split())

    def i_kjernen(self, start: int, slutt: int) -> bool:
        """Whether a span of the message as it was written is in what it asks."""
        spenn = (self.bokmal.spenn(*del_) for del_ in self.kjerne)
        return any(a < slutt and start < b for a, b in spenn)


@lru_cache(maxsize=4)
def les(tekst: str) -> Lest:
    """Read a message. The last few are remembered: several components read the same one."""
    norm = normaliser(tekst)
    bokmal = pa_bokmal(norm)
    return Lest(norm, bokmal, *finn_kjerne(bokmal))


Spenn = tuple[tuple[int, int], ...]


def finn_kjerne(norm: Normalisert) -> tuple[Spenn, Spenn]:
    """The spans of `norm` (in bokmål, see `pa_bokmal`) that ask, with what they lean on and without; the whole message
    when it asks nothing or tells no story."""
    helt = ((0, len(norm.tekst)),)
    alt = (helt, helt)
    ledd = ledd_i(norm)
    spor = [i for i, d in enumerate(ledd) if d.spor]
    if not spor:
        lurer = _LURER.search(norm.tekst)
        lang = lurer is not None and _antall(norm.tekst[: lurer.start()]) >= _FORTELLING
        fra_lurer = ((lurer.end() if lurer is not None else 0, len(norm.tekst)),)
        return (fra_lurer, fra_lurer) if lang else alt
    if not any(_innhold(ledd[i].norm) or _PEKER.search(ledd[i].norm) for i in spor):
        return alt  # "hva ville du prøvd?" is about all of it
    med = set(spor)
    for i in spor:
        while i > 0 and i - 1 not in med and _lener_seg(ledd[i].norm):
            i -= 1
            med.add(i)
    if sum(_antall(d.norm) for i, d in enumerate(ledd) if i not in med) < _FORTELLING:
        return alt
    return tuple(ledd[i].spenn for i in sorted(med)), tuple(ledd[i].spenn for i in spor)


def _antall(tekst: str) -> int:
    return len(_ORD.findall(tekst))


def _innhold(tekst: str) -> list[str]:
    return [o for o in _ORD.findall(tekst) if o not in _TOMME]


def _lener_seg(ledd: str) -> bool:
    """Whether a sentence says too little without the one before it."""
    antall = len(_innhold(ledd))
    if _NAVNGITT.search(ledd) and not _PEKER.search(ledd):
        return False
    return antall <= _LITE or (antall <= _NOE and bool(_PEKER.search(ledd)))
