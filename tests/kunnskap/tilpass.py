"""Fit the numbers of the rule search's model on the development half (never the test half).

Run `python -m tests.kunnskap.tilpass`; it prints VEKTER and SIKKERHET for bot/kunnskap/regelsok.py. Plain gradient
descent with a step of its own for each number (Rprop): few numbers, smooth losses, the same result every time.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from bot.kunnskap import regelsok
from bot.kunnskap.ord import er_andre_land, er_fortid
from tests.kunnskap.maling import regler, sporsmal, ubesvarlige

_STRAFF = 1.0  # on the squares of the weights; chosen by cross-validation within the development half
_RUNDER = 150
_VEKT_UBESVARLIG = 3.0  # 93 unanswerable questions against 488
Gradient = Callable[[list[float]], list[float]]


def _ned(gradient: Gradient, antall: int) -> list[float]:
    x, steg, forrige = [0.0] * antall, [0.1] * antall, [0.0] * antall
    for _ in range(_RUNDER):
        g = gradient(x)
        for k in range(antall):
            steg[k] *= 1.2 if g[k] * forrige[k] > 0 else 0.5 if g[k] * forrige[k] < 0 else 1.0
            x[k] -= math.copysign(steg[k], g[k]) if g[k] else 0.0
        forrige = g
    return x


def _rangering(data: Sequence[tuple[list[tuple[float, ...]], list[bool]]]) -> Gradient:
    """Conditional logit: a right rule should have the highest score among the rules of its question."""

    def gradient(w: list[float]) -> list[float]:
        g = [_STRAFF * v for v in w]
        for tegn, rett in data:
            verdi = [math.sumprod(w, t) for t in tegn]
            topp = max(verdi)
            e = [math.exp(v - topp) for v in verdi]
            alle, rette = sum(e), sum(v for v, r in zip(e, rett, strict=True) if r)
            for v, t, r in zip(e, tegn, rett, strict=True):
                d = v / alle - (v / rette if r else 0.0)
                if abs(d) > 1e-4:
                    for k, x in enumerate(t):
                        g[k] += d * x
        return g

    return gradient


def _logistisk(rader: Sequence[tuple[tuple[float, ...], bool]]) -> Gradient:
    def gradient(w: list[float]) -> list[float]:
        g = [0.0] + [0.1 * v for v in w[1:]]
        for x, svar in rader:
            p = 1 / (1 + math.exp(-math.sumprod(w, x)))
            d = (p - svar) * (1.0 if svar else _VEKT_UBESVARLIG)
            for k, v in enumerate(x):
                g[k] += d * v
        return g

    return gradient


def main() -> None:
    """Print the fitted numbers."""
    sok = regelsok.Regelsok(regler())
    ider = [r.id for r in regler()]
    data, tekster = [], []
    for s in sporsmal("utvikling"):
        tegn = sok.tegn(s.tekst, sok.vekter(s.tekst), fortid=er_fortid(s.tekst))
        rett = [ider[i] in s.regler for i in tegn]
        if any(rett):
            data.append((list(tegn.values()), rett))
        tekster.append((s.tekst, True))
    vekter = _ned(_rangering(data), len(regelsok.TEGN))
    print("VEKTER = (" + ", ".join(f"{v:.2f}" for v in vekter) + ")")
    rader = []
    for tekst, svar in tekster + [(t, False) for t in ubesvarlige("utvikling")]:
        ord_vekt = sok.vekter(tekst)
        tegn = sok.tegn(tekst, ord_vekt, fortid=er_fortid(tekst)) if ord_vekt else {}
        if tegn:
            beste = max(tegn.values(), key=lambda t: math.sumprod(vekter, t))
            dekning = beste[regelsok.TEGN.index("dekning")]
            kjent = sok._indeks.andel_kjent(ord_vekt)
            rader.append(((1.0, math.sumprod(vekter, beste), dekning, kjent, float(er_andre_land(tekst))), svar))
    navn = ("fast", "verdi", "dekning", "kjent", "andre_land")
    print("SIKKERHET =", {n: round(v, 2) for n, v in zip(navn, _ned(_logistisk(rader), 5), strict=True)})


if __name__ == "__main__":
    main()
