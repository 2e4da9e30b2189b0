"""How well the knowledge search finds, beside plain BM25 over the same texts: nDCG@5, success at 1 and 3, time.

Run `python -m tests.kunnskap.kunnskapsmaling` (`--feil utvikling` lists the misses of that half). The questions are in
kunnskapssporsmal.yml; `utvikling` is what the search was tuned on, `test` what it never saw.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.katalog.innlesing import Innhold, les_alt
from bot.kunnskap.dokument import Dokument, dokumenter
from bot.kunnskap.kunnskapssok import Kunnskapssok, Vekter
from tests.kunnskap.sammenlikning import Finner, bm25_over, kjor

SPORSMALSFIL = Path(__file__).with_name("kunnskapssporsmal.yml")


@dataclass(frozen=True, slots=True)
class Tall:
    """What a search got on one half."""

    antall: int
    ndcg: float
    ved_1: float
    ved_3: float
    falske: float


@lru_cache(maxsize=1)
def innhold() -> Innhold:
    return les_alt()


@lru_cache(maxsize=1)
def alle_dokumenter() -> tuple[Dokument, ...]:
    """The documents as the assistant has them: entries, then local measures no entry tells of."""
    lokale = [p.tiltak for p in innhold().tiltak if p.omrade != "nasjonalt"]
    return tuple(dokumenter(innhold().kunnskap, lokale))


@lru_cache(maxsize=1)
def _fil() -> dict[str, Any]:
    return dict(yaml.safe_load(SPORSMALSFIL.read_text(encoding="utf-8")))


def sporsmal(del_: str) -> list[tuple[str, dict[str, int]]]:
    """The questions of a half with the gain of each entry that answers (3) or bears on it (1)."""
    return [(s["sporsmal"], s["svar"]) for s in _fil()[del_]]


def ingen(del_: str) -> list[str]:
    """The questions of a half that nothing in the base answers."""
    return list(_fil()[f"ingen_{del_}"])


def ndcg(ider: Sequence[str], svar: dict[str, int], k: int = 5) -> float:
    """Discounted gain of the first k, as a share of the best possible."""
    oppnadd = sum((2 ** svar.get(i, 0) - 1) / math.log2(n + 2) for n, i in enumerate(ider[:k]))
    best = sum((2**g - 1) / math.log2(n + 2) for n, g in enumerate(sorted(svar.values(), reverse=True)[:k]))
    return oppnadd / best


def mal(finn: Finner, del_: str, terskel: float = 0.5) -> Tall:
    """Measure a search on a half; success is an entry that answers (3), not one that only bears on it."""
    n = s1 = s3 = 0
    g = 0.0
    for tekst, svar in sporsmal(del_):
        ider = [i for i, _ in finn(tekst)]
        n += 1
        g += ndcg(ider, svar)
        s1 += bool(ider) and svar.get(ider[0], 0) == 3
        s3 += any(svar.get(i, 0) == 3 for i in ider[:3])
    falske = [f[0][1] for t in ingen(del_) if (f := finn(t))]
    return Tall(n, g / n, s1 / n, s3 / n, sum(p >= terskel for p in falske) / len(ingen(del_)))


def vart_sok(vekter: Vekter | None = None) -> Finner:
    """The search as the assistant uses it."""
    sok = Kunnskapssok(alle_dokumenter()) if vekter is None else Kunnskapssok(alle_dokumenter(), vekter)
    return lambda tekst: [(t.dokument.id, t.poeng) for t in sok.finn(tekst)]


def bm25(k1: float = 1.2, b: float = 0.75) -> Finner:
    """Plain BM25 over the entries with all their fields."""
    tekster = {d.id: " ".join([d.navn, *d.sporsmal, d.emner, d.tekst, *d.sted]) for d in alle_dokumenter()}
    return bm25_over(tekster, 5, k1, b)


def _linjer(finn: Finner) -> Iterator[str]:
    for del_ in ("utvikling", "test"):
        m = mal(finn, del_)
        treff = f"nDCG@5 {m.ndcg:.3f}  @1 {m.ved_1:.1%}  @3 {m.ved_3:.1%}"
        yield f"{del_:10} {m.antall:3}  {treff}  falske {m.falske:.0%}"


def main(argv: Sequence[str]) -> int:
    """Print the table."""
    titler = {d.id: d.navn or d.sporsmal[0] for d in alle_dokumenter()}
    return kjor(
        argv,
        vart_sok,
        bm25,
        lambda d: [(t, [i for i, g in svar.items() if g == 3]) for t, svar in sporsmal(d)],
        ingen,
        titler.__getitem__,
        _linjer,
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
