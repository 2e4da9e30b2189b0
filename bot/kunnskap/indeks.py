"""The words of the rules, looked up: which rules hold a question's words, and how much of each passage they fill."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from bot.kunnskap.ord import GRUPPER, del_sammensatt, ord_i, termer

# How much a part of a compound, the group of a word, a corrected spelling and a word of the conversation count.
_DEL = 0.6
_GRUPPE = 0.5
_RETTET = 0.8
_EKSTRA = 0.5
# How alike (0-100) a word not in the texts must be to one that is, to be read as it.
_LIKHET = 84
_KORTESTE_RETTING = 5
# A word without digits in it.
_ORD = re.compile(r"\b[a-zæøåéè]+\b")
# A name inside a sentence; where somebody or something comes from does not make the matter foreign.
_NAVN = re.compile(r"(?<=[a-zæøå,] )(?<!fra )(?<!frå )[A-ZÆØÅ][a-zæøå]+")


@dataclass(frozen=True, slots=True)
class Passasje:
    """A piece of a rule's text: whose, which kind (0 ways of asking, 1 title, 2 search words, 3 answer), its weight."""

    eier: int
    slag: int
    vekt: float
    tekst: str


@dataclass(frozen=True, slots=True)
class Funn:
    """What an index found for a rule: the best likeness (0-1) by kind of passage, and the words' coverage."""

    likhet: list[float]
    dekning: float
    dekning_rot: float


class Indeks:
    """Word lists of passages, built once and only read after that."""

    def __init__(self, passasjer: Sequence[Passasje], antall: int) -> None:
        former: dict[str, tuple[str, ...]] = {}
        lest: list[list[str]] = []
        for p in passasjer:
            par = ord_i(p.tekst)
            former.update(par)
            lest.append([t for _, ts in par for t in ts])
        self._ordforrad = frozenset(t for ord_ in lest for t in ord_ if len(t) > 2)
        self._deler = {t: del_sammensatt(t, self._ordforrad) for t in self._ordforrad}
        self._former = former
        self._etter_lengde: dict[int, list[str]] = defaultdict(list)
        for form in former:
            if len(form) >= _KORTESTE_RETTING and form.isalpha():
                self._etter_lengde[len(form)].append(form)

        mengde: list[dict[str, float]] = [defaultdict(float) for _ in range(antall)]
        utvidet = [self._utvid(ord_) for ord_ in lest]
        for p, ord_vekt in zip(passasjer, utvidet, strict=True):
            for t, v in ord_vekt.items():
                mengde[p.eier][t] += v * p.vekt
        i_regler: dict[str, list[int]] = defaultdict(list)
        self._metning: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for i, ord_mengde in enumerate(mengde):
            for t, v in ord_mengde.items():
                i_regler[t].append(i)
                self._metning[t].append((i, v / (v + 1.0)))
        self._idf = {t: math.log(1 + antall / len(r)) for t, r in i_regler.items()}
        self._ukjent = math.log(1 + antall)
        self.ord_i_regel: list[frozenset[str]] = [frozenset(m) for m in mengde]

        self._hvor = [(p.eier, p.slag) for p in passasjer]
        self._poster: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for n, ord_vekt in enumerate(utvidet):
            vekter = {t: v * self._idf[t] for t, v in ord_vekt.items() if not t.startswith("~")}
            lengde = math.sqrt(sum(v * v for v in vekter.values())) or 1.0
            for t, v in vekter.items():
                self._poster[t].append((n, v / lengde))
        self._naermest = lru_cache(maxsize=5_000)(self._finn_naermest)

    def _utvid(self, ord_: Sequence[str]) -> dict[str, float]:
        """Words with their compounds' parts and their groups, each with its weight."""
        ut = dict.fromkeys(ord_, 1.0)
        for t in tuple(ut):
            for del_ in self._deler.get(t) or del_sammensatt(t, self._ordforrad):
                ut[del_] = max(ut.get(del_, 0.0), _DEL)
        for t, v in tuple(ut.items()):
            for gruppe in GRUPPER.get(t, ()):
                ut[gruppe] = max(ut.get(gruppe, 0.0), _GRUPPE * v)
        return ut

    def _finn_naermest(self, form: str) -> tuple[str, ...]:
        """The terms of the texts' word most like a misspelt one; none when nothing is alike enough."""
        best, svar = float(_LIKHET), ""
        for lengde in range(len(form) - 2, len(form) + 3):
            treff = process.extractOne(form, self._etter_lengde.get(lengde, ()), scorer=fuzz.ratio, score_cutoff=best)
            if treff is not None and treff[0][0] == form[0]:
                svar, best = treff[0], treff[1]
        return self._former[svar] if svar else ()

    def _kjent(self, term: str) -> bool:
        return term in self._idf or bool(del_sammensatt(term, self._ordforrad))

    def _sammen(self, sporsmal: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Two words that are one word of the texts written apart ("verne sko"), with its terms."""
        for forst, sist in pairwise(_ORD.findall(sporsmal.lower())):
            ts = tuple(termer(forst + sist)) if min(len(forst), len(sist)) > 2 and termer(forst) else ()
            if len(ts) == 1 and ts[0] in self._idf:
                yield forst + sist, ts

    def lest(self, sporsmal: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        """A question's words: as each stands, the terms it is read as, and whether its spelling was put right."""
        yield from ((form, ts, False) for form, ts in self._sammen(sporsmal))
        for form, ts in ord_i(sporsmal):
            feilstavet = len(form) >= _KORTESTE_RETTING and form.isalpha() and not any(map(self._kjent, ts))
            riktig = self._naermest(form) if feilstavet else ()
            yield form, riktig or ts, bool(riktig)

    def idf(self, term: str) -> float:
        """How much a term tells: the fewer rules it stands in, the more."""
        return self._idf.get(term, self._ukjent)

    def ordvekter(self, sporsmal: str, ekstra: Sequence[str] = ()) -> dict[str, float]:
        """A question's words, each with how directly it was said: parts of compounds, groups and corrected words count
        less, words of `ekstra` texts half."""
        direkte: list[str] = []
        rettet: list[str] = []
        for _, ts, er_rettet in self.lest(sporsmal):
            (rettet if er_rettet else direkte).extend(ts)
        sett = self._utvid(direkte)
        for t, v in self._utvid(rettet).items():
            sett[t] = max(sett.get(t, 0.0), v * _RETTET)
        for tekst in ekstra:
            for t in termer(tekst):
                sett.setdefault(t, _EKSTRA)
        return {t: v for t, v in sett.items() if t in self._idf or not t.startswith("~")}

    def vekter(self, sporsmal: str, ekstra: Sequence[str] = ()) -> dict[str, float]:
        """A question's words with their weights: how directly they were said, and how rare they are."""
        return {t: v * self.idf(t) for t, v in self.ordvekter(sporsmal, ekstra).items()}

    def utvidet(self, tekst: str) -> list[str]:
        """The terms of a text as the index keeps them: lemmas, parts of compounds and groups."""
        return list(self._utvid(termer(tekst)))

    def andel_kjent(self, vekter: dict[str, float]) -> float:
        """How much of a question's weight stands in any text (0-1)."""
        return sum(v for t, v in vekter.items() if t in self._idf) / sum(vekter.values())

    def ukjente_navn(self, sporsmal: str) -> int:
        """The number of capitalised words inside a sentence that stand in no text: places, firms, people."""
        return sum(not any(t in self._idf for t in termer(navn)) for navn in _NAVN.findall(sporsmal))

    def finn(self, vekter: dict[str, float]) -> dict[int, Funn]:
        """For every rule with a word of the question: how alike its passages are and how many words it covers."""
        norm = math.sqrt(sum(v * v for v in vekter.values()))
        sum_vekt = sum(vekter.values())
        mettet: dict[int, float] = defaultdict(float)
        dekket: dict[int, float] = defaultdict(float)
        prikk: dict[int, float] = defaultdict(float)
        for t, v in vekter.items():
            for i, metning in self._metning.get(t, ()):
                mettet[i] += v * metning
                dekket[i] += v
            for n, passasjevekt in self._poster.get(t, ()):
                prikk[n] += v * passasjevekt
        rot = math.sqrt(sum_vekt)
        ut = {i: Funn([0.0] * 4, d / sum_vekt, mettet[i] / rot) for i, d in dekket.items()}
        for n, produkt in prikk.items():
            i, slag = self._hvor[n]
            likhet = ut[i].likhet
            likhet[slag] = max(likhet[slag], produkt / norm)
        return ut
