"""Asks the questions through the HTTP API, judges the answers, and counts."""

from __future__ import annotations

import json
import math
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.e2e.forventning import avvik, samlet
from tests.e2e.sporsmal.rader import ROT, Rad, Ytring
from tests.e2e.stabel import Klient, ny_samtale
from tests.nlu import maling as nlu
from tests.nlu.maling import Gjett, Sporsmal

RASA = ROT / ".venv" / "rasa" / "bin" / "python"


@dataclass
class Svart:
    """What came of one message: `feil` is empty when the answer is right in everything; facts are counted."""

    si: str
    svar: str
    kind: list[str]
    profil: dict[str, Any]
    ms: float
    feil: list[str]
    rett: int = 0
    for_mye: int = 0
    mangler: int = 0
    lest: str = ""
    """What Rasa was given: the message without personal data."""
    intent: str = ""
    sikkerhet: float = 0.0
    intent_rett: bool | None = None


@dataclass
class Resultat:
    """What came of one row."""

    id: str
    kategori: str
    stemme: str
    kilde: str
    turer: list[Svart] = field(default_factory=list)

    @property
    def hele(self) -> bool:
        """The whole answer is right, in every turn."""
        return not any(t.feil for t in self.turer)


def still(klient: Klient, rader: Iterable[Rad]) -> list[Resultat]:
    """Ask every row in a conversation of its own, one after the other."""
    ut = []
    for rad in rader:
        samtale = ny_samtale()
        resultat = Resultat(rad.id, rad.kategori, rad.stemme, rad.kilde)
        for ytring in rad.turer:
            start = time.perf_counter()
            svar = klient.si(samtale, ytring.si)
            ms = (time.perf_counter() - start) * 1000
            if svar.status == 200:
                resultat.turer.append(dom(ytring, svar.kropp, ms))
            else:
                feil = [f"HTTP {svar.status}: {svar.kropp}"]
                resultat.turer.append(Svart(ytring.si, "", [], {}, ms, feil, mangler=len(ytring.fakta)))
        klient.be("DELETE", f"/api/v1/conversations/{samtale}")
        ut.append(resultat)
    return ut


def dom(ytring: Ytring, kropp: Mapping[str, Any], ms: float) -> Svart:
    """Judge one answer."""
    hele = samlet(kropp)
    profil = hele["payload"]["profile"]
    rett, for_mye, mangler, feil = fakta_avvik(ytring, profil)
    feil += avvik(ytring.tur, kropp, hele)
    renset = [t for r in kropp["replies"] if (t := r["payload"].get("redacted_text"))]
    lest = renset[0] if renset else ytring.si
    return Svart(ytring.si, hele["text"], hele["payload"]["kinds"], profil, ms, feil, rett, for_mye, mangler, lest)


def fakta_avvik(ytring: Ytring, profil: Mapping[str, Any]) -> tuple[int, int, int, list[str]]:
    """Facts right, facts too many (a wrong value is both too many and missing), facts missing, and what is wrong."""
    rett = for_mye = mangler = 0
    feil = []
    for navn, verdi in ytring.fakta.items():
        if navn in profil and _lik(profil[navn], verdi):
            rett += 1
            continue
        mangler += 1
        for_mye += navn in profil
        feil.append(f"fakta: {navn} skal være {verdi}, er {profil.get(navn, 'ukjent')}")
    for navn, har in profil.items():
        if navn in ytring.fakta or (navn == "kjonn") or (navn in ytring.kan_ha and _lik(har, ytring.kan_ha[navn])):
            continue
        for_mye += 1
        feil.append(f"fakta: {navn} er ikke sagt, er {har}")
    return rett, for_mye, mangler, feil


def _lik(en: Any, annen: Any) -> bool:
    def som_sett(verdi: Any) -> set[Any]:
        return set(verdi) if isinstance(verdi, list) else {verdi}

    return som_sett(en) == som_sett(annen)


def les_intents(rader: Sequence[Rad], resultater: Sequence[Resultat]) -> None:
    """Fill in the intent the trained model finds in every message, read by Rasa itself in its own environment.

    The API does not show the intent. Raises RuntimeError with Rasa's message when the model cannot be read.
    """
    tekster = [t.lest or t.si for r in resultater for t in r.turer]
    with tempfile.TemporaryDirectory() as mappe:
        fil, ut = Path(mappe) / "sporsmal.yml", Path(mappe) / "gjett.json"
        fil.write_text(yaml.safe_dump({"": {"": tekster}}, allow_unicode=True), encoding="utf-8")
        kjort = subprocess.run(
            [str(RASA), "-W", "ignore", "-m", "tests.nlu.evaluering", "--json", str(ut), "--sett", str(fil)],
            cwd=ROT,
            env={**os.environ, "RASA_TELEMETRY_ENABLED": "false"},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        if kjort.returncode:
            raise RuntimeError(kjort.stderr[-2000:])
        gjettet = iter(json.loads(ut.read_text(encoding="utf-8")))
    for rad, resultat in zip(rader, resultater, strict=True):
        for ytring, svart in zip(rad.turer, resultat.turer, strict=True):
            gjett = next(gjettet)
            svart.intent, svart.sikkerhet = gjett["intensjon"], gjett["sikkerhet"]
            svart.intent_rett = svart.intent in ytring.intent if ytring.intent else None


def terskler(resultater: Sequence[Resultat]) -> list[tuple[float, float, float]]:
    """By confidence: the threshold, the share of messages read with at least that, and how many of those are right."""
    gjett = [
        Gjett(Sporsmal(t.lest, t.intent if t.intent_rett else "", r.stemme), t.intent, t.sikkerhet)
        for r in resultater
        for t in r.turer
        if t.intent_rett is not None
    ]
    return nlu.terskler(gjett)


@dataclass(frozen=True)
class Linje:
    """The figures of a group of rows; `nan` where there was nothing to count."""

    navn: str
    rader: int
    intent: float
    presisjon: float
    gjenfinning: float
    f1: float
    hele: float
    p50: float
    p95: float


def linje(navn: str, resultater: Sequence[Resultat]) -> Linje:
    """Sum up a group."""
    turer = [t for r in resultater for t in r.turer]
    intents = [t.intent_rett for t in turer if t.intent_rett is not None]
    rett, for_mye, mangler = (sum(getattr(t, felt) for t in turer) for felt in ("rett", "for_mye", "mangler"))
    ms = sorted(t.ms for t in turer)
    return Linje(
        navn,
        len(resultater),
        _andel(sum(intents), len(intents)),
        _andel(rett, rett + for_mye),
        _andel(rett, rett + mangler),
        _andel(2 * rett, 2 * rett + for_mye + mangler),
        _andel(sum(r.hele for r in resultater), len(resultater)),
        ms[len(ms) // 2] if ms else math.nan,
        ms[min(len(ms) - 1, int(len(ms) * 0.95))] if ms else math.nan,
    )


def _andel(av: int, alle: int) -> float:
    return av / alle if alle else math.nan


def tabell(resultater: Sequence[Resultat]) -> list[Linje]:
    """All rows, then each category, then each voice."""
    return [
        linje("alle", resultater),
        *_grupper(resultater, lambda r: r.kategori),
        *_grupper(resultater, lambda r: r.stemme),
    ]


def _grupper(resultater: Sequence[Resultat], nokkel: Callable[[Resultat], str]) -> list[Linje]:
    navn = sorted({nokkel(r) for r in resultater})
    return [linje(n, [r for r in resultater if nokkel(r) == n]) for n in navn]


def som_json(resultater: Sequence[Resultat]) -> str:
    """Figures and every answer, for a later comparison."""
    alle = {"tabell": [asdict(li) for li in tabell(resultater)], "rader": [asdict(r) for r in resultater]}
    return json.dumps(alle, ensure_ascii=False, indent=1).replace("NaN", "null")
