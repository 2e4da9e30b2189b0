"""Runs a trained model on a labelled set of questions and prints how well it reads them.

Runs in Rasa's environment, from the project's root: `.venv/rasa/bin/python -W ignore -m tests.nlu.evaluering
[--modell models/tiltakslosen.tar.gz] [--sett tests/nlu/utvikling.yml]`
With `--json FILE` the guesses alone are written to a file, one JSON list, for the tests: Rasa prints on both outputs.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from bot.drift import uten_tensorflow
from tests.nlu import maling
from tests.nlu.maling import Gjett, Sporsmal

MODELL = Path("models/tiltakslosen.tar.gz")
SETT = Path("tests/nlu/utvikling.yml")


async def _les(agent: Any, alle: list[Sporsmal]) -> tuple[list[Gjett], list[float]]:
    gjett, tider = [], []
    for sporsmal in alle:
        start = time.perf_counter()
        tolket = await agent.parse_message(sporsmal.tekst)
        tider.append(time.perf_counter() - start)
        gjett.append(Gjett(sporsmal, str(tolket["intent"]["name"]), float(tolket["intent"]["confidence"])))
    return gjett, tider


def les_sett(modell: Path, alle: list[Sporsmal]) -> tuple[list[Gjett], list[float]]:
    """What the model makes of each question, and the seconds each took.

    Raises `FileNotFoundError` without a model.
    """
    if not modell.is_file():
        raise FileNotFoundError(modell)
    if uten_tensorflow.kan_utelates(modell):
        uten_tensorflow.utelat()
    from rasa.core.agent import load_agent
    from rasa.utils.common import configure_logging_and_warnings
    from rasa.utils.log_utils import configure_structlog

    configure_logging_and_warnings(logging.ERROR)
    configure_structlog(logging.ERROR)

    async def kjor() -> tuple[list[Gjett], list[float]]:
        agent = await load_agent(model_path=str(modell))
        await agent.parse_message("hei")
        return await _les(agent, alle)

    return asyncio.run(kjor())


def rapport(gjett: list[Gjett], tider: list[float]) -> str:
    """The whole report as text."""
    lav, hoy = maling.konfidensintervall(gjett)
    ms = sorted(1000 * t for t in tider)
    linjer = [
        f"n {len(gjett)}  accuracy {maling.treffsikkerhet(gjett):.3f} (95 % {lav:.3f}-{hoy:.3f})  "
        f"macro-F1 {maling.makro_f1(gjett):.3f}  ECE {maling.kalibreringsfeil(gjett):.3f}  "
        f"parse p50 {ms[len(ms) // 2]:.1f} ms  p95 {ms[int(len(ms) * 0.95)]:.1f} ms",
        "",
    ]
    verdier = maling.f1(gjett)
    for navn, (n, andel) in maling.per(gjett, lambda g: g.sporsmal.intensjon).items():
        linjer.append(f"{navn:<18} n {n:>3}  accuracy {andel:.2f}  F1 {verdier[navn]:.2f}")
    linjer.append("")
    for navn, (n, andel) in maling.per(gjett, lambda g: g.sporsmal.stemme).items():
        linjer.append(f"{navn:<18} n {n:>3}  accuracy {andel:.2f}")
    linjer += ["", "threshold  answered  accuracy"]
    linjer += [f"{grense:>9.1f}  {dekning:>8.3f}  {andel:>8.3f}" for grense, dekning, andel in maling.terskler(gjett)]
    linjer += ["", "confusions"]
    linjer += [f"{antall:>3}  {fra} -> {til}" for fra, til, antall in maling.forvekslinger(gjett)]
    linjer += ["", "misread"]
    for g in gjett:
        if not g.rett:
            linjer.append(f"{g.sikkerhet:.2f}  {g.sporsmal.intensjon} -> {g.intensjon}: {g.sporsmal.tekst}")
    return "\n".join(linjer)


def main() -> None:
    """Evaluate and print."""
    tolk = argparse.ArgumentParser(prog="tests.nlu.evaluering")
    tolk.add_argument("--modell", type=Path, default=MODELL)
    tolk.add_argument("--sett", type=Path, default=SETT)
    tolk.add_argument("--json", type=Path)
    valg = tolk.parse_args()
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    alle = maling.sporsmal_i(yaml.safe_load(valg.sett.read_text(encoding="utf-8")))
    gjett, tider = les_sett(valg.modell, alle)
    if valg.json:
        valg.json.write_text(json.dumps([asdict(g) for g in gjett], ensure_ascii=False), encoding="utf-8")
    else:
        print(rapport(gjett, tider))


if __name__ == "__main__":
    main()
