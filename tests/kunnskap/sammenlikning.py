"""What both measurements of search share: plain BM25 as the yardstick, the list of misses, the run itself."""

from __future__ import annotations

import math
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

Finner = Callable[[str], list[tuple[str, float]]]
Sporsmal = Sequence[tuple[str, Iterable[str]]]
"""Questions, each with the ids that answer it."""


def ord_i(tekst: str) -> list[str]:
    return re.findall(r"\w+", tekst.lower())


def bm25_over(tekster: dict[str, str], antall: int, k1: float, b: float) -> Finner:
    """Plain BM25: words as they stand, one text an id."""
    ider = list(tekster)
    dok = [ord_i(t) for t in tekster.values()]
    telling = [Counter(d) for d in dok]
    snitt = sum(map(len, dok)) / len(dok)
    df = Counter(o for t in telling for o in t)
    idf = {o: math.log(1 + (len(dok) - n + 0.5) / (n + 0.5)) for o, n in df.items()}

    def finn(tekst: str) -> list[tuple[str, float]]:
        poeng = []
        for i, t in enumerate(telling):
            p = 0.0
            for o in set(ord_i(tekst)):
                if f := t.get(o):
                    p += idf[o] * f * (k1 + 1) / (f + k1 * (1 - b + b * len(dok[i]) / snitt))
            poeng.append((ider[i], p))
        return sorted(poeng, key=lambda x: (-x[1], x[0]))[:antall]

    return finn


def vis_feil(finn: Finner, sporsmal: Sporsmal, ingen: Iterable[str], tittel: Callable[[str], str]) -> None:
    """Print every question whose first hit does not answer it, and the hits of those nothing answers."""
    for tekst, rette in sporsmal:
        rette = set(rette)
        funnet = finn(tekst)[:4]
        if not funnet or funnet[0][0] not in rette:
            merke = "@3" if any(i in rette for i, _ in funnet[:3]) else "--"
            print(f"{merke} «{tekst}» ventet {', '.join(sorted(rette))}")
            for i, p in funnet:
                print(f"       {p:5.2f} {i} {tittel(i)}")
    for t in ingen:
        if svar := finn(t)[:1]:
            print(f"?? {svar[0][1]:5.2f} {svar[0][0]} «{t}»")


def kjor(
    argv: Sequence[str],
    bygg: Callable[[], Finner],
    grunnlinje: Callable[[], Finner],
    del_: Callable[[str], Sporsmal],
    ingen: Callable[[str], list[str]],
    tittel: Callable[[str], str],
    linjer: Callable[[Finner], Iterable[str]],
) -> int:
    """Print a table of both searches (`linjer` measures one), and what a question costs; `--feil <half>` the misses."""
    t0 = time.perf_counter()
    finn = bygg()
    bygget = time.perf_counter() - t0
    if len(argv) == 2 and argv[0] == "--feil":
        vis_feil(finn, del_(argv[1]), ingen(argv[1]), tittel)
        return 0
    for navn, sok in (("vårt søk", finn), ("BM25", grunnlinje())):
        for linje in linjer(sok):
            print(f"{navn:9} {linje}")
    tider = []
    for tekst, _ in (*del_("utvikling"), *del_("test")):
        t0 = time.perf_counter()
        finn(tekst)
        tider.append(time.perf_counter() - t0)
    print(f"indeks {bygget:.2f} s, spørring p50 {sorted(tider)[len(tider) // 2] * 1000:.2f} ms")
    return 0
