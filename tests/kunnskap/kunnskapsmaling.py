"""How well the knowledge search finds, beside plain BM25 over the same texts: nDCG@5, success at 1 and 3, time.

Run `python -m tests.kunnskap.kunnskapsmaling` (`--feil utvikling` lists the misses of that half). The questions are in
kunnskapssporsmal.yml; `utvikling` is what the search was tuned on, `test` what it never saw.
"""

from __future__ import annotations

import math
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.katalog.innlesing import Innhold, les_alt
from bot.kunnskap.dokument import Dokument, dokumenter
from bot.kunnskap.kunnskapssok import Kunnskapssok, Vekter
from tests.kunnskap.maling import _ord

SPORSMALSFIL = Path(__file__).with_name("kunnskapssporsmal.yml")
Finner = Callable[[str], list[tuple[str, float]]]


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
    """Plain BM25: words as they stand, one document an entry with all its fields."""
    alle = alle_dokumenter()
    dok = [_ord(" ".join([d.navn, *d.sporsmal, d.emner, d.tekst, *d.sted])) for d in alle]
    telling = [Counter(d) for d in dok]
    snitt = sum(map(len, dok)) / len(dok)
    df = Counter(o for t in telling for o in t)
    idf = {o: math.log(1 + (len(dok) - n + 0.5) / (n + 0.5)) for o, n in df.items()}

    def finn(tekst: str) -> list[tuple[str, float]]:
        poeng = []
        for i, t in enumerate(telling):
            p = 0.0
            for o in set(_ord(tekst)):
                if f := t.get(o):
                    p += idf[o] * f * (k1 + 1) / (f + k1 * (1 - b + b * len(dok[i]) / snitt))
            poeng.append((alle[i].id, p))
        return sorted(poeng, key=lambda x: (-x[1], x[0]))[:5]

    return finn


def _vis_feil(finn: Finner, del_: str) -> None:
    for tekst, svar in sporsmal(del_):
        funnet = finn(tekst)
        if not funnet or svar.get(funnet[0][0], 0) < 3:
            print(f"«{tekst}» ventet {svar}")
            for i, p in funnet[:4]:
                d = next(d for d in alle_dokumenter() if d.id == i)
                print(f"    {p:.2f} {i} {d.navn or d.sporsmal[0]}")
    for t in ingen(del_):
        if f := finn(t):
            print(f"?? {f[0][1]:.2f} {f[0][0]} «{t}»")


def main(argv: Sequence[str]) -> int:
    """Print the table."""
    t0 = time.perf_counter()
    finn = vart_sok()
    bygg = time.perf_counter() - t0
    if len(argv) == 2 and argv[0] == "--feil":
        _vis_feil(finn, argv[1])
        return 0
    for navn, sok in (("vårt søk", finn), ("BM25", bm25())):
        for del_ in ("utvikling", "test"):
            m = mal(sok, del_)
            print(
                f"{navn:9} {del_:10} {m.antall:3}  nDCG@5 {m.ndcg:.3f}  @1 {m.ved_1:.1%}  @3 {m.ved_3:.1%}  falske {m.falske:.0%}"
            )
    tider = []
    for tekst, _ in sporsmal("utvikling") + sporsmal("test"):
        t0 = time.perf_counter()
        finn(tekst)
        tider.append(time.perf_counter() - t0)
    print(f"indeks {bygg:.2f} s, spørring p50 {sorted(tider)[len(tider) // 2] * 1000:.2f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
