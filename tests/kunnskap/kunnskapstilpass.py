"""Fits the weights and the certainty of bot/kunnskap/kunnskapssok.py on the `utvikling` half. Prints them; pasted by hand.

Run `python -m tests.kunnskap.kunnskapstilpass` after the entries or the signs have changed.
"""

from __future__ import annotations

import math

from bot.kunnskap.kunnskapssok import SIKKERHET, VEKTER, Kunnskapssok, Sikkerhet, Vekter
from tests.kunnskap.kunnskapsmaling import alle_dokumenter, ingen, mal, sporsmal, vart_sok

_RUNDER = 400
_STEG = 0.15
_TREKK = 0.02  # how hard the weights are held to where they began


def vekter(sok: Kunnskapssok) -> Vekter:
    """Softmax over each question's candidates: what answers it should come before what does not."""
    sett = []
    for tekst, svar in sporsmal("utvikling"):
        tegn = sok.tegn(tekst, sok.indeks.vekter(tekst), sok.onske(tekst))
        rader = [(t, svar.get(sok.dokumenter[nr].id, 0)) for nr, t in tegn.items()]
        if any(g == 3 for _, g in rader):
            sett.append(rader)
    start = list(VEKTER)
    v = list(start)
    for _ in range(_RUNDER):
        grad = [_TREKK * (s - x) for s, x in zip(start, v, strict=True)]
        for rader in sett:
            poeng = [math.sumprod(v, t) for t, _ in rader]
            topp = max(poeng)
            e = [math.exp(p - topp) for p in poeng]
            sum_e, mal_sum = sum(e), sum(2**g - 1 for _, g in rader)
            for (t, g), x in zip(rader, e, strict=True):
                vekt = ((2**g - 1) / mal_sum - x / sum_e) / len(sett)
                for i, ti in enumerate(t):
                    grad[i] += vekt * ti
        v = [x + _STEG * 10 * g for x, g in zip(v, grad, strict=True)]
    return Vekter(*(round(x, 2) for x in v))


def sikkerhet(sok: Kunnskapssok) -> Sikkerhet:
    """Logistic: answerable questions whose best is right against unanswerable ones."""
    rader = []
    alle = [(t, svar) for t, svar in sporsmal("utvikling")] + [(t, {}) for t in ingen("utvikling")]
    for tekst, svar in alle:
        vekter_, onske = sok.indeks.vekter(tekst), sok.onske(tekst)
        tegn = sok.tegn(tekst, vekter_, onske) if vekter_ else {}
        if not tegn:
            continue
        verdi, nr = max((math.sumprod(sok.vekter, t), nr) for nr, t in tegn.items())
        x = (1.0, *sok.sikkerhetstegn(tekst, vekter_, onske, nr, verdi))
        rader.append((x, float(sok.dokumenter[nr].id in svar)))
    n_nei = sum(1 for _, y in rader if not y)
    start = list(SIKKERHET)
    w = list(start)
    for _ in range(3000):
        grad = [0.01 * (s - x) for s, x in zip(start, w, strict=True)]
        for x, y in rader:
            feil = (y - 1 / (1 + math.exp(-math.sumprod(w, x)))) * (
                0.5 / n_nei if not y else 0.5 / (len(rader) - n_nei)
            )
            for i, xi in enumerate(x):
                grad[i] += feil * xi
        w = [a + 0.5 * g for a, g in zip(w, grad, strict=True)]
    return Sikkerhet(*(round(x, 2) for x in w))


if __name__ == "__main__":
    nye = vekter(Kunnskapssok(alle_dokumenter()))
    print(nye)
    print(mal(vart_sok(nye), "utvikling"))
    print(sikkerhet(Kunnskapssok(alle_dokumenter(), nye)))
