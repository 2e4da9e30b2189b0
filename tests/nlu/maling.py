"""Measures of an intent classifier, from guesses already made. Runs in both environments (3.10, 3.12)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Sporsmal:
    """A labelled question: what was typed, the intent it has, and the voice it is written in."""

    tekst: str
    intensjon: str
    stemme: str


@dataclass(frozen=True)
class Gjett:
    """What the model made of a question; `sikkerhet` is its confidence, 0-1."""

    sporsmal: Sporsmal
    intensjon: str
    sikkerhet: float

    @property
    def rett(self) -> bool:
        """True if the model found the intent the question has."""
        return self.intensjon == self.sporsmal.intensjon


def sporsmal_i(innhold: object) -> list[Sporsmal]:
    """The questions of a set read from YAML: intent -> voice -> questions.

    Raises `ValueError` for another shape.
    """
    if not isinstance(innhold, dict):
        raise ValueError("ventet intensjon -> stemme -> liste")
    funnet: list[Sporsmal] = []
    for intensjon, stemmer in innhold.items():
        if not isinstance(stemmer, dict):
            raise ValueError(f"{intensjon}: ventet stemme -> liste")
        for stemme, tekster in stemmer.items():
            if not isinstance(tekster, list):
                raise ValueError(f"{intensjon}.{stemme}: ventet liste")
            funnet += [Sporsmal(str(tekst), str(intensjon), str(stemme)) for tekst in tekster]
    return funnet


def normalisert(tekst: str) -> str:
    """The question without case, punctuation and spacing: two questions equal after this are the same."""
    return " ".join(re.sub(r"[^\w§+ ]", " ", tekst.lower()).split())


def treffsikkerhet(gjett: Iterable[Gjett]) -> float:
    """Share of right intents, 0-1; `nan` for no guesses."""
    alle = list(gjett)
    return sum(g.rett for g in alle) / len(alle) if alle else math.nan


def konfidensintervall(gjett: Sequence[Gjett], z: float = 1.96) -> tuple[float, float]:
    """Wilson's 95 % interval for the accuracy."""
    n = len(gjett)
    if not n:
        return (0.0, 1.0)
    p = treffsikkerhet(gjett)
    midt = p + z * z / (2 * n)
    bredde = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    nevner = 1 + z * z / n
    return ((midt - bredde) / nevner, (midt + bredde) / nevner)


def per(gjett: Sequence[Gjett], nokkel: Callable[[Gjett], str]) -> dict[str, tuple[int, float]]:
    """Number and accuracy per value of `nokkel`, sorted by name."""
    grupper: dict[str, list[Gjett]] = {}
    for g in gjett:
        grupper.setdefault(nokkel(g), []).append(g)
    return {navn: (len(i_gruppa), treffsikkerhet(i_gruppa)) for navn, i_gruppa in sorted(grupper.items())}


def f1(gjett: Sequence[Gjett]) -> dict[str, float]:
    """F1 per intent, 0-1."""
    rette = Counter(g.intensjon for g in gjett if g.rett)
    gjettet = Counter(g.intensjon for g in gjett)
    fasit = Counter(g.sporsmal.intensjon for g in gjett)
    return {i: 2 * rette[i] / (gjettet[i] + fasit[i]) for i in sorted(fasit)}


def makro_f1(gjett: Sequence[Gjett]) -> float:
    """The mean of F1 over the intents of the set."""
    verdier = f1(gjett)
    return sum(verdier.values()) / len(verdier)


def kalibreringsfeil(gjett: Sequence[Gjett], bokser: int = 10) -> float:
    """Expected calibration error: how far confidence is from accuracy, weighted over equally wide boxes."""
    feil = 0.0
    for nr in range(bokser):
        i_boksen = [g for g in gjett if min(int(g.sikkerhet * bokser), bokser - 1) == nr]
        if i_boksen:
            snitt = sum(g.sikkerhet for g in i_boksen) / len(i_boksen)
            feil += len(i_boksen) / len(gjett) * abs(snitt - treffsikkerhet(i_boksen))
    return feil


def terskler(
    gjett: Sequence[Gjett], grenser: Iterable[float] = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
) -> list[tuple[float, float, float]]:
    """(threshold, share answered, accuracy among those) for each threshold; none when there is nothing to count."""
    if not gjett:
        return []
    rader = []
    for grense in grenser:
        over = [g for g in gjett if g.sikkerhet >= grense]
        rader.append((grense, len(over) / len(gjett), treffsikkerhet(over)))
    return rader


def forvekslinger(gjett: Sequence[Gjett]) -> list[tuple[str, str, int]]:
    """(right intent, guessed intent, number), the most frequent confusion first."""
    par = Counter((g.sporsmal.intensjon, g.intensjon) for g in gjett if not g.rett)
    return [(fra, til, antall) for (fra, til), antall in par.most_common()]
