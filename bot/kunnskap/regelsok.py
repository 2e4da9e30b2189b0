"""Finding the rule texts that answer a question.

Each rule has passages (ways of asking, title, search words, the answer). A question is held against every passage by
weighted word overlap; rare words count most. The score is 0-1 and says how much of the question was recognised.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.kunnskap.ord import del_sammensatt, termer

_HISTORISK = frozenset({"historisk", "opphevet"})
_VEKT_DEL = 0.6


@dataclass(frozen=True, slots=True)
class Treff:
    """A rule found, with how well the question fits it (0-1)."""

    regel: Any
    poeng: float


class Regelsok:
    """An index over rule texts, built once; searching is pure and thread-safe."""

    def __init__(self, regler: Iterable[Any]) -> None:
        self._regler = list(regler)
        passasjer = [
            (i, vekt, termer(tekst))
            for i, regel in enumerate(self._regler)
            for tekst, vekt in _passasjer(regel)
        ]
        ordforrad = frozenset(t for _, _, ord_ in passasjer for t in ord_ if len(t) > 3)
        self._deler = {t: del_sammensatt(t, ordforrad) for t in ordforrad}
        self._ordforrad = ordforrad
        i_regler: dict[str, set[int]] = defaultdict(set)
        self._passasjer: list[tuple[int, float, dict[str, float]]] = []
        for i, vekt, ord_ in passasjer:
            utvidet = self._utvid(ord_)
            self._passasjer.append((i, vekt, utvidet))
            for t in utvidet:
                i_regler[t].add(i)
        antall = len(self._regler) or 1
        self._idf = {t: math.log(1 + antall / len(r)) for t, r in i_regler.items()}
        self._ukjent = math.log(1 + antall)
        self._poster: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._lengde: list[float] = []
        for p, (_, _, ord_vekt) in enumerate(self._passasjer):
            vekter = {t: v * self._idf[t] for t, v in ord_vekt.items()}
            lengde = math.sqrt(sum(v * v for v in vekter.values())) or 1.0
            self._lengde.append(lengde)
            for t, v in vekter.items():
                self._poster[t].append((p, v))
        self._i_regler = i_regler

    def _utvid(self, ord_: Sequence[str]) -> dict[str, float]:
        ut: dict[str, float] = {}
        for t in ord_:
            ut[t] = 1.0
            for del_ in self._deler.get(t) or del_sammensatt(t, self._ordforrad):
                ut.setdefault(del_, _VEKT_DEL)
        return ut

    def finn(
        self,
        sporsmal: str,
        *,
        antall: int = 3,
        gjelder: frozenset[str] = frozenset(),
        ekstra: Sequence[str] = (),
        historisk: bool = False,
        dag: date | None = None,
    ) -> list[Treff]:
        """The best rules for a question, best first.

        `gjelder` lifts rules of the schemes in question, `ekstra` are words that come from the conversation rather
        than the message (half weight). Repealed rules rank low unless `historisk`; then rules that held until `dag`
        rank high. Ties go to the lower rule number.
        """
        sett = self._utvid(termer(sporsmal))
        for ord_ in ekstra:
            for t in termer(ord_):
                sett.setdefault(t, 0.5)
        if not sett:
            return []
        vekter = {t: v * self._idf.get(t, self._ukjent) for t, v in sett.items()}
        norm = math.sqrt(sum(v * v for v in vekter.values()))
        sum_vekt = sum(vekter.values())
        prikk: dict[int, float] = defaultdict(float)
        dekning: dict[int, float] = defaultdict(float)
        for t, v in vekter.items():
            for p, pv in self._poster.get(t, ()):
                prikk[p] += v * pv
            for i in self._i_regler.get(t, ()):
                dekning[i] += v
        best: dict[int, float] = defaultdict(float)
        for p, produkt in prikk.items():
            i, vekt, _ = self._passasjer[p]
            best[i] = max(best[i], vekt * produkt / (norm * self._lengde[p]))
        treff = []
        for i, likhet in best.items():
            regel = self._regler[i]
            poeng = 0.55 * likhet + 0.45 * dekning[i] / sum_vekt
            treff.append(Treff(regel, round(poeng * self._justering(regel, gjelder, historisk, dag), 4)))
        treff.sort(key=lambda t: (-t.poeng, t.regel.id))
        return treff[:antall]

    @staticmethod
    def _justering(regel: Any, gjelder: frozenset[str], historisk: bool, dag: date | None) -> float:
        faktor = 1.0
        if gjelder and not gjelder & set(regel.gjelder) and "alle" not in regel.gjelder:
            faktor *= 0.85
        gammel = regel.status in _HISTORISK
        if historisk:
            faktor *= 1.25 if gammel else 0.9
            if dag is not None and gammel and regel.gyldig_til is not None and regel.gyldig_til > dag:
                faktor *= 0.8
        elif gammel:
            faktor *= 0.7
        return faktor

    def endret(self, dag: date) -> tuple[list[Any], list[Any]]:
        """The rules that ended just before `dag` and those that began on it: what changed that day."""
        sluttet = [r for r in self._regler if r.gyldig_til is not None and 0 < (dag - r.gyldig_til).days <= 1]
        begynte = [r for r in self._regler if r.gyldig_fra == dag]
        return sluttet, begynte


def _passasjer(regel: Any) -> list[tuple[str, float]]:
    """A rule's passages with their weights: the ways of asking weigh most, the running text least."""
    hjemler = " ".join(regel.hjemler)
    ut = [(s, 1.0) for s in regel.sporsmal]
    ut.append((regel.tittel, 1.0))
    ut.append((regel.tittel_nn, 0.9))
    ut.append((" ".join(regel.stikkord), 0.9))
    ut.append((f"{regel.tittel} {' '.join(regel.stikkord)}", 0.95))
    ut.append((f"{regel.svar} {hjemler} {' '.join(t.om for t in regel.tall)}", 0.8))
    return ut
