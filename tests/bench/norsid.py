"""Our pipeline on Norwegian nobody here wrote: NorSID (dialects and bokmål), intents and slots.

`NORSID=<folder with norsid_dev.conll and norsid_test.conll> .venv/rasa/bin/python -m tests.bench.norsid`
The folder is `NorSID/` of the public repository ltgoslo/NoMusic; its licence is unclear, so nothing of it is kept
here. Trained on the development part (3 300 utterances), measured on the test part (5 500). Slots are exact spans
with their type, as the shared task counts them (VarDial 2025).
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROT = Path(__file__).resolve().parents[2]
_CRF = {
    "name": "CRFEntityExtractor",
    "BILOU_flag": True,
    "L1_c": 0.1,
    "L2_c": 0.1,
    "features": [
        ["low", "prefix5", "suffix3"],
        ["low", "prefix5", "prefix2", "suffix5", "suffix3", "suffix2", "digit", "title", "upper"],
        ["low", "prefix5", "suffix3"],
    ],
}
PUBLISERT = (
    ("vinner av delt oppgave, NB-BERT (VarDial 2025)", 0.980, 0.893),
    ("grunnlinje for delt oppgave, mBERT", 0.842, 0.644),
    ("Rasa DIET, målt i RASA.md 5.2", 0.901, 0.573),
    ("Rasa LogisticRegression + CRF, målt i RASA.md 5.2", 0.898, 0.675),
)
"""Intent accuracy and slot F1 over the whole test part."""


@dataclass(frozen=True)
class Ytring:
    """One utterance: words joined by a space, slots as (start, end, type) in characters."""

    tekst: str
    intent: str
    dialekt: str
    slotter: frozenset[tuple[int, int, str]]


def les(fil: Path) -> list[Ytring]:
    """The utterances of a CoNLL file. Raises OSError."""
    ut: list[Ytring] = []
    for blokk in fil.read_text(encoding="utf-8").strip().split("\n\n"):
        hode = dict(
            linje[2:].split(" = ", 1) for linje in blokk.splitlines() if linje.startswith("# ") and " = " in linje
        )
        rader = [linje.split("\t") for linje in blokk.splitlines() if not linje.startswith("# ")]
        slotter: list[tuple[int, int, str]] = []
        plass = 0
        for rad in rader:
            ord_, merke = rad[1], rad[-1]
            slutt = plass + len(ord_)
            if merke.startswith("I-") and slotter and slotter[-1][1] == plass - 1 and slotter[-1][2] == merke[2:]:
                slotter[-1] = (slotter[-1][0], slutt, merke[2:])
            elif merke != "O":
                slotter.append((plass, slutt, merke[2:]))
            plass = slutt + 1
        tekst = " ".join(rad[1] for rad in rader)
        ut.append(Ytring(tekst, hode["intent"].strip(), hode["dialect"].strip(), frozenset(slotter)))
    return ut


def _tren(ytringer: list[Ytring], mappe: Path) -> str:
    """Train the product's own pipeline, with a slot tagger beside it. The path of the model."""
    from rasa.model_training import train_nlu

    eksempler = [
        {
            "text": y.tekst,
            "intent": y.intent.replace("/", "_"),
            "entities": [{"start": a, "end": b, "value": y.tekst[a:b], "entity": t} for a, b, t in sorted(y.slotter)],
        }
        for y in ytringer
    ]
    (mappe / "nlu.json").write_text(json.dumps({"rasa_nlu_data": {"common_examples": eksempler}}), encoding="utf-8")
    oppsett = yaml.safe_load((ROT / "config.yml").read_text(encoding="utf-8"))
    # Right after the tokenizer, since what follows puts placeholders for words. The tagger wants features of some kind.
    oppsett["pipeline"][1:1] = [{"name": "LexicalSyntacticFeaturizer"}, _CRF]
    (mappe / "config.yml").write_text(yaml.safe_dump(oppsett), encoding="utf-8")
    sti = train_nlu(str(mappe / "config.yml"), str(mappe / "nlu.json"), str(mappe))
    if sti is None:
        raise RuntimeError("the model was not trained")
    return sti


async def _mal(modell: str, ytringer: list[Ytring]) -> dict[str, tuple[float, float]]:
    """Intent accuracy and slot F1 by dialect, and over all of them as «alle»."""
    from rasa.core.agent import load_agent

    agent = await load_agent(modell)
    riktig: dict[str, int] = defaultdict(int)
    antall: dict[str, int] = defaultdict(int)
    treff: dict[str, int] = defaultdict(int)
    funnet: dict[str, int] = defaultdict(int)
    fasit: dict[str, int] = defaultdict(int)
    for y in ytringer:
        svar: dict[str, Any] = await agent.parse_message(y.tekst)
        slotter = {
            (e["start"], e["end"], e["entity"]) for e in svar["entities"] if e.get("extractor") == "CRFEntityExtractor"
        }
        for navn in (y.dialekt, "alle"):
            antall[navn] += 1
            riktig[navn] += svar["intent"]["name"] == y.intent.replace("/", "_")
            treff[navn] += len(slotter & y.slotter)
            funnet[navn] += len(slotter)
            fasit[navn] += len(y.slotter)
    return {n: (riktig[n] / antall[n], 2 * treff[n] / (funnet[n] + fasit[n])) for n in antall}


def main() -> int:
    """Print the table; 2 when the setting or a file is missing."""
    mappe = Path(os.environ.get("NORSID", ""))
    if not os.environ.get("NORSID") or not (mappe / "norsid_test.conll").is_file():
        print("Sett NORSID til mappa med norsid_dev.conll og norsid_test.conll.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as tmp:
        start = time.monotonic()
        modell = _tren(les(mappe / "norsid_dev.conll"), Path(tmp))
        trent = time.monotonic() - start
        resultat = asyncio.run(_mal(modell, les(mappe / "norsid_test.conll")))
    navn = {"alle": "alle (5 500)", "B": "bokmål", "N": "nordnorsk", "T": "trøndersk", "V": "vestlandsk"}
    print(f"\nTrent på {trent:.0f} s.\n\n{'NorSID, testdelen':52} intent  slot-F1")
    for n in navn:
        print(f"{'Tiltakslosen: ' + navn[n]:52} {resultat[n][0]:.3f}   {resultat[n][1]:.3f}")
    for hva, intent, slot in PUBLISERT:
        print(f"{hva:52} {intent:.3f}   {slot:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
