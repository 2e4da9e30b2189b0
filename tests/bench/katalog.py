"""The catalogue: loading it cold, and finding a municipality's measures among many."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, insert

from bot.katalog.innlesing import Innhold, filer, les_alt
from bot.katalog.lager import lokale_tiltak
from bot.katalog.lasting import normalt_navn
from bot.katalog.migrasjoner import migrer
from bot.katalog.modell import TiltakNavn, TiltakRad, TiltakSted
from bot.katalog.motor import lag_motor
from tests.bench.tabell import Rad, tall, vekselvis

LASTING_MS = 300.0
LOKALE_FORHOLD = 10.0
_FILER = 80
_TREFF = 10
_KOMMUNER = 357  # as many as Norway has
_SPURT = "0001"


def lasting_ms(rot: Path | None = None) -> tuple[float, int]:
    """Milliseconds to read and check the catalogue's files, per 80 of them; and how many there are."""
    antall = len(filer() if rot is None else filer(rot))
    tider = []
    for _ in range(3):
        start = time.process_time()
        if rot is None:
            les_alt()
        else:
            les_alt(rot)
        tider.append(time.process_time() - start)
    return statistics.median(tider) * 1e3 / antall * _FILER, antall


@contextmanager
def lokal_database(innhold: Innhold, antall: int) -> Iterator[Engine]:
    """An SQLite database with `antall` local measures: ten in the municipality asked for, the rest
    evenly in the others. The measures are copies of the catalogue's own local ones."""
    maler = [p.tiltak for p in innhold.tiltak if p.omrade == "kommune"]
    json = [m.model_dump(mode="json", exclude_defaults=True) for m in maler]
    with TemporaryDirectory(prefix="tiltak-lokale-") as mappe:
        motor = lag_motor(f"sqlite:///{mappe}/lokale.db")
        migrer(motor)
        tiltak: list[dict[str, Any]] = []
        navn: list[dict[str, Any]] = []
        steder: list[dict[str, Any]] = []
        for i in range(antall):
            mal, kropp = maler[i % len(maler)], json[i % len(maler)]
            nummer = _SPURT if i < _TREFF else f"{2 + i % (_KOMMUNER - 1):04}"
            tiltak_id, navnet = f"lokalt-{i}", f"{mal.navn} {i}"
            tiltak.append(
                {
                    "id": tiltak_id,
                    "domene_id": None,
                    "navn": navnet,
                    "type": mal.type,
                    "eier_kategori": mal.eier.kategori,
                    "status": mal.status.kode,
                    "omrade": "kommune",
                    "landsdekkende": False,
                    "gyldig_fra": None,
                    "gyldig_til": None,
                    "innhold": {**kropp, "id": tiltak_id, "navn": navnet, "domene_id": None},
                }
            )
            navn.append({"tiltak_id": tiltak_id, "navn": normalt_navn(navnet), "slag": "navn"})
            sted = {"slag": "kommune", "nummer": nummer, "stednavn": f"kommune-{nummer}", "hele": False}
            steder.append({"tiltak_id": tiltak_id, **sted})
        with motor.begin() as forbindelse:
            for modell, rader in ((TiltakRad, tiltak), (TiltakNavn, navn), (TiltakSted, steder)):
                forbindelse.execute(insert(modell), rader)
        try:
            yield motor
        finally:
            motor.dispose()


def lokale_ms(innhold: Innhold, mange: int = 50_000, fa: int = 100) -> tuple[float, float, int]:
    """Milliseconds to fetch a municipality's measures from `mange` and from `fa`; and how many it has."""
    with lokal_database(innhold, mange) as stor, lokal_database(innhold, fa) as liten:
        treff = len(lokale_tiltak(stor, kommune=_SPURT))
        if treff != len(lokale_tiltak(liten, kommune=_SPURT)) or treff != _TREFF:
            raise RuntimeError("kommunen det spørres om, har ikke like mange tiltak i de to katalogene")
        en, to = vekselvis(lambda: lokale_tiltak(stor, kommune=_SPURT), lambda: lokale_tiltak(liten, kommune=_SPURT))
    return en * 1e3, to * 1e3, treff


def mal_lokale(innhold: Innhold) -> Rad:
    """The line for 50 000 local measures beside 100."""
    mange, fa, treff = lokale_ms(innhold)
    return Rad(
        "én kommune av 50 000 lokale tiltak",
        tall(mange, "ms"),
        f"{tall(fa, 'ms')} (av 100)",
        tall(mange / fa),
        "samme størrelsesorden",
        mange / fa < LOKALE_FORHOLD,
        (f"begge gir de {treff} tiltakene i kommunen, fra en SQLite-fil, kontrollerte og klare til bruk",),
    )


def mal_lasting() -> Rad:
    """The line for the cold load."""
    ms, antall = lasting_ms()
    return Rad(
        "lese og kontrollere katalogen, per 80 YAML-filer",
        tall(ms, "ms"),
        "",
        "",
        "≤ 300 ms",
        ms <= LASTING_MS,
        (f"alle {antall} filene i data/katalog og data/regelverk, med kryssjekk av henvisninger",),
    )
