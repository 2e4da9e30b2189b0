"""How often the rule search finds the right rule, beside plain BM25 over the same texts.

Run `python -m tests.kunnskap.maling` (`--feil utvikling` lists the misses of that half). The questions are in
regelsporsmal.yml: `utvikling` is what the search was tuned on, `test` what it never saw.
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

from bot.katalog.innlesing import ROT
from bot.katalog.skjema_regelverk import Regel
from bot.kunnskap.regelsok import Regelsok
from tests.kunnskap.sammenlikning import Finner, bm25_over, kjor

SPORSMALSFIL = Path(__file__).with_name("regelsporsmal.yml")


@dataclass(frozen=True, slots=True)
class Spm:
    """A question and the rules that rightly answer it (the first is the one aimed at; none: no rule does)."""

    tekst: str
    regler: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tall:
    """What a search got right on one half: shares at 1 and 3, the threshold that keeps 95 %, and what slips by."""

    antall: int
    ved_1: float
    ved_3: float
    terskel_95: float
    falske: float
    under: frozenset[str]


@lru_cache(maxsize=1)
def regler() -> tuple[Regel, ...]:
    """Every rule in data/regelverk."""
    filer = sorted((ROT / "data" / "regelverk").rglob("*.yml"))
    lest = (yaml.load(f.read_bytes(), Loader=yaml.CSafeLoader) for f in filer)
    return tuple(Regel.model_validate(r) for fil in lest for r in fil.get("regler", ()))


@lru_cache(maxsize=1)
def _fil() -> dict[str, Any]:
    return dict(yaml.safe_load(SPORSMALSFIL.read_text(encoding="utf-8")))


def sporsmal(del_: str) -> list[Spm]:
    """The questions of a half: `utvikling` or `test`."""
    return [Spm(s["sporsmal"], tuple(s["regler"])) for s in _fil()[del_]]


def ubesvarlige(del_: str) -> list[str]:
    """The questions of a half that no rule answers."""
    return list(_fil()[f"ingen_{del_}"])


def mal(finn: Finner, del_: str, terskel: float | None = None) -> Tall:
    """Measure a search on a half. Without `terskel`: the highest that keeps 95 % of the answerable questions."""
    beste: list[float] = []
    treff_1 = treff_3 = 0
    funnet: set[str] = set()
    alle = sporsmal(del_)
    for s in alle:
        svar = finn(s.tekst)[:3]
        ider = [i for i, _ in svar]
        beste.append(svar[0][1] if svar else 0.0)
        treff_1 += bool(ider) and ider[0] in s.regler
        treff_3 += any(i in s.regler for i in ider)
        funnet.update(i for i in ider if i in s.regler)
    if terskel is None:
        terskel = sorted(beste)[math.floor(0.05 * len(beste))]
    ingen = [(finn(t)[:1] or [("", 0.0)])[0][1] for t in ubesvarlige(del_)]
    falske = sum(p >= terskel for p in ingen) / len(ingen)
    return Tall(len(alle), treff_1 / len(alle), treff_3 / len(alle), terskel, falske, frozenset(funnet))


def vart_sok() -> Finner:
    """The search as the assistant uses it."""
    sok = Regelsok(regler())
    return lambda tekst: [(t.regel.id, t.poeng) for t in sok.finn(tekst, antall=3)]


def bm25(k1: float = 1.2, b: float = 0.75) -> Finner:
    """Plain BM25 over the rules (question, search words, title and answer together)."""
    return bm25_over(
        {r.id: " ".join([r.tittel, r.tittel_nn, r.svar, *r.sporsmal, *r.stikkord]) for r in regler()}, 3, k1, b
    )


def _kvantiler(tall: Sequence[float]) -> str:
    s = sorted(tall)
    return " ".join(f"{s[min(len(s) - 1, int(q * len(s)))]:6.2f}" for q in (0.05, 0.25, 0.5, 0.75, 0.95))


def _fordeling(finn: Finner, del_: str) -> Iterator[str]:
    rett, galt = [], []
    for s in sporsmal(del_):
        svar = finn(s.tekst)
        (rett if svar and svar[0][0] in s.regler else galt).append(svar[0][1] if svar else 0.0)
    ingen = [(finn(t)[:1] or [("", 0.0)])[0][1] for t in ubesvarlige(del_)]
    for navn, tall in (("rett", rett), ("galt", galt), ("uten svar", ingen)):
        yield f"    {navn:10} {len(tall):4}   5/25/50/75/95 %: {_kvantiler(tall) if tall else '-'}"


def _linjer(finn: Finner) -> Iterator[str]:
    terskel = None
    for del_ in ("utvikling", "test"):
        m = mal(finn, del_, terskel)
        terskel = m.terskel_95
        yield (
            f"{del_:10} {m.antall:4} spørsmål   @1 {m.ved_1:6.1%}   @3 {m.ved_3:6.1%}"
            f"   falske {m.falske:6.1%} ved terskel {m.terskel_95:.2f} (95 % av utvikling)"
        )
        yield from _fordeling(finn, del_)


def main(argv: Sequence[str]) -> int:
    """Print the table."""
    titler = {r.id: r.tittel for r in regler()}
    return kjor(
        argv,
        vart_sok,
        bm25,
        lambda d: [(s.tekst, s.regler) for s in sporsmal(d)],
        ubesvarlige,
        titler.__getitem__,
        _linjer,
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
