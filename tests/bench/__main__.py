"""`python -m tests.bench [--rask]`: measure, and print one table. `--rask` leaves out what needs servers."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.katalog.innlesing import les_alt
from bot.regler.datoer import i_dag
from bot.regler.vurdering import Regelsett
from bot.svar.tjeneste import tiltaksregler
from tests.bench import katalog, regler, usikkerhet
from tests.bench.gjennomstromning import mal_gjennomstromning
from tests.bench.oppstart import Maalefeil
from tests.bench.svartid import mal_svar_og_start
from tests.bench.tabell import Rad, last_na, skriv


def _cpu() -> list[Rad]:
    innhold = les_alt()
    dag = i_dag()
    alle = Regelsett(tiltaksregler(p.tiltak) for p in innhold.tiltak)
    nasjonale = Regelsett(tiltaksregler(p.tiltak) for p in innhold.tiltak if p.tiltak.sted.landsdekkende)
    return [
        *regler.mal_vurdering(alle, nasjonale, dag),
        regler.mal_tidslinje(alle, dag),
        regler.mal_neste(nasjonale, dag),
        katalog.mal_lokale(innhold),
        katalog.mal_lasting(),
        usikkerhet.mal_usikkerhet(alle, dag),
    ]


def _steg(hva: str, mal: Callable[[], list[Rad]]) -> list[Rad]:
    """Run one part and say how long it took; a part that cannot be measured becomes a line that says why."""
    start = time.monotonic()
    try:
        rader = mal()
    except Maalefeil as feil:
        rader = [Rad(hva, "ikke målt", nadd=False, merknader=(f"{hva}: {feil}",))]
    print(f"{hva}: {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    return rader


def main() -> int:
    """Measure and print. Returns 0 when everything was measured, whether the goals were reached or not."""
    tolk = argparse.ArgumentParser(prog="tests.bench", description="Måler tallene i målene.")
    tolk.add_argument("--rask", action="store_true", help="bare det som ikke trenger at noe startes")
    valg = tolk.parse_args()
    fra = last_na()
    with TemporaryDirectory(prefix="tiltak-benk-") as navn:
        mappe = Path(navn)
        rader: list[Rad] = []
        if not valg.rask:
            rader += _steg("svartid og start", lambda: mal_svar_og_start(mappe))
            rader += _steg("gjennomstrømning", lambda: mal_gjennomstromning(mappe))
        rader += _steg("regler og katalog", _cpu)
    print(skriv(rader))
    print(f"Ved start: {fra}. Ved slutt: {last_na()}. Medianer; regler og katalog er målt i prosessortid.")
    return 1 if any(r.vart == "ikke målt" and r.nadd is False for r in rader) else 0


if __name__ == "__main__":
    raise SystemExit(main())
