"""Fits the weights of actions/styrke.py on the development halves of both searches. Prints them; pasted by hand.

Run `python -m tests.kunnskap.styrketilpass` after either search's certainty has been fitted again.
"""

from __future__ import annotations

import math

from actions.styrke import Styrke, tegn
from bot.kunnskap.kunnskapssok import Kunnskapssok
from bot.kunnskap.ordning import ordninger_i
from bot.kunnskap.regelsok import Regelsok
from tests.kunnskap import maling
from tests.kunnskap.kunnskapsmaling import alle_dokumenter, sporsmal

_RUNDER = 4000
_STEG = 0.3
_TREKK = 0.0005


def rader(del_: str) -> list[tuple[Styrke, bool]]:
    """The signs of every question of a half, and whether it is the base that answers."""
    sok, regelsok = Kunnskapssok(alle_dokumenter()), Regelsok(maling.regler())

    def les(tekst: str) -> Styrke:
        treff = sok.finn(tekst, antall=1)
        regel = regelsok.finn(tekst, antall=1) + regelsok.finn(tekst, antall=1, gjelder=ordninger_i(tekst))
        return tegn(tekst, treff[0].poeng if treff else 0.0, max((r.poeng for r in regel), default=0.0))

    return [(les(t), True) for t, _ in sporsmal(del_)] + [(les(s.tekst), False) for s in maling.sporsmal(del_)]


def tilpass(rader_: list[tuple[Styrke, bool]]) -> Styrke:
    """Logistic, the two kinds weighing the same."""
    antall = {ja: sum(y == ja for _, y in rader_) for ja in (True, False)}
    w = [0.0] * len(Styrke._fields)
    for _ in range(_RUNDER):
        grad = [-_TREKK * x for x in w]
        for x, y in rader_:
            feil = (y - 1 / (1 + math.exp(-math.sumprod(w, x)))) * 0.5 / antall[y]
            for i, xi in enumerate(x):
                grad[i] += feil * xi
        w = [a + _STEG * g for a, g in zip(w, grad, strict=True)]
    return Styrke(*(round(x, 2) for x in w))


if __name__ == "__main__":
    vekter = tilpass(rader("utvikling"))
    print(vekter)
    for navn in ("utvikling", "test"):
        alle = [(math.sumprod(vekter, x) > 0, y) for x, y in rader(navn)]
        for ja in (True, False):
            rett = [p == y for p, y in alle if y == ja]
            print(f"{navn} {'basen' if ja else 'reglene'}: {sum(rett)} av {len(rett)}")
