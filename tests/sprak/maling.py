"""Precision, recall and F1 per fact of a table of messages: `python -m tests.sprak.maling [table.yml ...]`.

Without a table: all that were written for measuring. `--feil` also lists what was missed and what was too much.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.sprak.fakta import finn_fakta
from tests.sprak.tabell import Rad, forventet, funnet

I_DAG = date(2026, 11, 23)
TABELLER = (
    "fakta_maaling.yml", "fakta_stemmer.yml", "fakta_siste.yml", "fakta_ny.yml", "fakta_ny2.yml", "fakta_usett.yml", "fakta_usett2.yml"
)  # fmt: skip


@dataclass
class Maling:
    """Counts per fact, messages wholly right, and the rows that differ."""

    riktige: Counter[str] = field(default_factory=Counter)
    for_mye: Counter[str] = field(default_factory=Counter)
    mangler: Counter[str] = field(default_factory=Counter)
    hele: int = 0
    antall: int = 0
    feil: list[tuple[str, set[Rad], set[Rad]]] = field(default_factory=list)

    def presisjon(self, faktum: str | None = None) -> float:
        return _andel(self.riktige, self.for_mye, faktum)

    def dekning(self, faktum: str | None = None) -> float:
        return _andel(self.riktige, self.mangler, faktum)

    def f1(self, faktum: str | None = None) -> float:
        p, r = self.presisjon(faktum), self.dekning(faktum)
        return 2 * p * r / (p + r) if p + r else 0.0


def _andel(riktige: Counter[str], feil: Counter[str], faktum: str | None) -> float:
    r = riktige.total() if faktum is None else riktige[faktum]
    f = feil.total() if faktum is None else feil[faktum]
    return r / (r + f) if r + f else 1.0


def mal(rader: Iterable[tuple[str, dict[str, Any]]]) -> Maling:
    """Measure the recognisers on messages with their facts."""
    m = Maling()
    for tekst, fasit in rader:
        venter = forventet(fasit)
        fant = funnet(finn_fakta(tekst, I_DAG), any(v[1] == "kjonn" for v in venter))
        m.antall += 1
        m.hele += venter == fant
        for teller, rest in ((m.riktige, venter & fant), (m.for_mye, fant - venter), (m.mangler, venter - fant)):
            teller.update(rad[1] for rad in rest)
        if venter != fant:
            m.feil.append((tekst, venter - fant, fant - venter))
    return m


def les(fil: str) -> list[tuple[str, dict[str, Any]]]:
    """The rows of a table beside this module."""
    tabell = yaml.safe_load((Path(__file__).parent / fil).read_text(encoding="utf-8"))
    return [(tekst, fasit) for rader in tabell.values() for tekst, fasit in rader]


def hoved(argumenter: list[str]) -> None:
    """Print the table."""
    filer = [a for a in argumenter if not a.startswith("-")] or list(TABELLER)
    for fil in filer:
        m = mal(les(fil))
        print(f"{fil}: {m.antall} meldinger, {m.hele} helt riktige ({m.hele / m.antall:.1%})")
        print(f"{'faktum':28}{'antall':>7}{'P':>8}{'R':>8}{'F1':>8}")
        for f in sorted({*m.riktige, *m.for_mye, *m.mangler}):
            n = m.riktige[f] + m.mangler[f]
            print(f"{f:28}{n:7}{m.presisjon(f):8.3f}{m.dekning(f):8.3f}{m.f1(f):8.3f}")
        n = m.riktige.total() + m.mangler.total()
        print(f"{'alle':28}{n:7}{m.presisjon():8.3f}{m.dekning():8.3f}{m.f1():8.3f}\n")
        if "--feil" in argumenter:
            for tekst, mangler, for_mye in m.feil:
                print(f"- {tekst}\n    mangler {sorted(mangler)}\n    for mye {sorted(for_mye)}")


if __name__ == "__main__":
    hoved(sys.argv[1:])
