"""Ask a set of questions and show how many answers are right: `python -m tests.e2e.sporsmal [utvikling|test]`.

With `--adresse http://localhost:8080` a running stack is asked, otherwise one is started on free ports.
`--kun TEXT` asks only rows whose id, category or voice begins with TEXT, `--tabell` leaves out the failing ones.
Every answer is written to var/sporsmal-<set>.json.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from tests.e2e.sporsmal import maling
from tests.e2e.sporsmal.rader import ROT, SETT, les_sett
from tests.e2e.stabel import Klient, Stabel


@contextmanager
def _klient(adresse: str | None) -> Iterator[Klient]:
    if adresse:
        delt = urlsplit(adresse)
        yield Klient(delt.port or 80, vert=delt.hostname or "127.0.0.1")
        return
    with tempfile.TemporaryDirectory() as mappe:
        stabel = Stabel(Path(mappe))
        try:
            stabel.opp()
            yield stabel.klient
        finally:
            stabel.ned()


def _tall(verdi: float, desimaler: int = 3) -> str:
    return "–" if math.isnan(verdi) else f"{verdi:.{desimaler}f}"


def vis_tabell(linjer: Sequence[maling.Linje]) -> str:
    """The table as text."""
    ut = [f"{'':<16}{'n':>5}{'intent':>8}{'fakta P':>9}{'R':>7}{'F1':>7}{'hele':>7}{'p50 ms':>8}{'p95 ms':>8}"]
    for li in linjer:
        ut.append(
            f"{li.navn:<16}{li.rader:>5}{_tall(li.intent):>8}{_tall(li.presisjon):>9}{_tall(li.gjenfinning):>7}"
            f"{_tall(li.f1):>7}{_tall(li.hele):>7}{_tall(li.p50, 0):>8}{_tall(li.p95, 0):>8}"
        )
    return "\n".join(ut)


def vis_feil(resultater: Sequence[maling.Resultat]) -> str:
    """Every row that is not right: what was said, what came back and what was expected."""
    ut = []
    for r in resultater:
        feil_intent = [t for t in r.turer if t.intent_rett is False]
        if r.hele and not feil_intent:
            continue
        ut.append(f"\n{'FEIL' if not r.hele else 'intent'} {r.id} ({r.stemme}) – {r.kilde}")
        for t in r.turer:
            ut.append(f"  DU:  {t.si}")
            if t.feil:
                ut.append(f"  LOS [{', '.join(t.kind)}] {t.profil}: {' '.join(t.svar.split())[:300]}")
            ut += [f"    - {f}" for f in t.feil]
            if t.intent_rett is False:
                ut.append(f"    - intent {t.intent}")
    return "\n".join(ut)


def main() -> None:
    """Run and print."""
    tolk = argparse.ArgumentParser(prog="tests.e2e.sporsmal")
    tolk.add_argument("sett", nargs="?", choices=SETT, default="utvikling")
    tolk.add_argument("--adresse")
    tolk.add_argument("--kun", default="")
    tolk.add_argument("--tabell", action="store_true")
    valg = tolk.parse_args()
    rader = [
        r
        for r in les_sett(valg.sett, datetime.now().astimezone().date())
        if any(f.startswith(valg.kun) for f in (r.id, r.kategori, r.stemme))
    ]
    with _klient(valg.adresse) as klient:
        resultater = maling.still(klient, rader)
    maling.les_intents(rader, resultater)
    ut = ROT / "var" / f"sporsmal-{valg.sett}.json"
    ut.parent.mkdir(exist_ok=True)
    ut.write_text(maling.som_json(resultater), encoding="utf-8")
    print(vis_tabell(maling.tabell(resultater)))
    print("\nintent fra sikkerhet: dekning, rett")
    for grense, dekning, rett in maling.terskler(resultater):
        print(f"{grense:>6.1f}  {dekning:.3f}  {rett:.3f}")
    if not valg.tabell:
        print(vis_feil(resultater))


if __name__ == "__main__":
    main()
