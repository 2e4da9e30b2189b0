"""Sixteen users at once: as `make run` starts it but with PostgreSQL, and on two Rasa workers, for which Rasa asks for
locks in Redis. The conversation is in PostgreSQL in both; Rasa's own tracker keeps nothing (docs/decisions.md, 16)."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import yaml

from bot.drift.prosesser import Tjeneste, svarer
from bot.drift.tjenester import LOKAL, Porter, helse, tjenester
from bot.katalog.lasting import last
from bot.katalog.motor import lag_motor
from tests import postgres
from tests.bench.oppstart import ROT, Maalefeil, ledig_port, miljo_for, prosess, prosessortid, vent_pa
from tests.bench.samtaler import SPORSMAL, TURER_PER_SAMTALE, VART, Klient, riktig_svar
from tests.bench.tabell import Rad, last_na, prosentil, tall

PER_SEKUND = 82.0
_MOT = f"{PER_SEKUND:.0f} svar/s (tom bot, RASA.md)"
_BRUKERE = 16
_ARBEIDERE = 2
_OPPVARMING_S = 6.0
_MAL_S = 20.0


def programmer() -> tuple[Path, str] | None:
    """Where PostgreSQL's programs are and Redis's server is; None when either is not installed."""
    pg, redis = postgres.programmer(), shutil.which("redis-server")
    return (pg, redis) if pg and redis else None


@contextmanager
def _postgres(mappe_med: Path) -> Iterator[tuple[int, int]]:
    """An empty PostgreSQL server; port and process. Raises Maalefeil."""
    port = ledig_port()
    try:
        with postgres.server(mappe_med, lytter=LOKAL, port=port, databaser=("app",)) as mappe:
            yield port, int((mappe / "data" / "postmaster.pid").read_text().split()[0])
    except postgres.PostgresFeil as feil:
        raise Maalefeil(str(feil)[:400]) from None


def endepunkter(mappe: Path, porter: Porter, redis_port: int) -> Path:
    """Rasa's endpoints file for this setup, in `mappe`."""
    fil = mappe / "endpoints.yml"
    innhold = {
        "action_endpoint": {"url": f"http://{LOKAL}:{porter.actions}/webhook"},
        "tracker_store": {"type": "bot.drift.ingenminne.Ingenminne"},
        "lock_store": {"type": "redis", "url": LOKAL, "port": redis_port, "db": 0},
    }
    fil.write_text(yaml.safe_dump(innhold), encoding="utf-8")
    return fil


def _to_arbeidere(rasa: Tjeneste, endepunkt: Path) -> Tjeneste:
    """Rasa on two workers that share locks."""
    return replace(
        rasa,
        kommando=[str(endepunkt) if del_ == "endpoints.yml" else del_ for del_ in rasa.kommando],
        miljo={**rasa.miljo, "SANIC_WORKERS": str(_ARBEIDERE)},
    )


@contextmanager
def oppsett(mappe: Path, pg: Path, redis: str, eget: bool) -> Iterator[tuple[int, dict[str, int]]]:
    """All of it running; the front's port, and the processes by name. `eget`: Rasa as the product runs it."""
    porter = Porter(front=ledig_port(), rasa=ledig_port(), actions=ledig_port())
    with ExitStack() as stabel:
        pg_port, pg_prosess = stabel.enter_context(_postgres(pg))
        prosesser = {"postgres": pg_prosess}
        database = f"postgresql+psycopg://tiltak@{LOKAL}:{pg_port}/app"
        motor = lag_motor(database)
        last(motor)
        motor.dispose()
        alle = tjenester(ROT, miljo_for(database, porter), porter)
        if not eget:
            redis_port = ledig_port()
            redis_valg = ["--port", str(redis_port), "--bind", LOKAL, "--save", "", "--appendonly", "no"]
            kommando = [redis, *redis_valg, "--dir", str(mappe)]
            prosesser["redis"] = stabel.enter_context(prosess(kommando, mappe / "redis.log", dict(os.environ)))
            alle["rasa"] = _to_arbeidere(alle["rasa"], endepunkter(mappe, porter, redis_port))
        start = time.monotonic()
        for navn, t in alle.items():
            prosesser[navn] = stabel.enter_context(prosess(t.kommando, mappe / f"{navn}.log", t.miljo))
        klient = Klient(porter.front)
        vent_pa(lambda: svarer(helse(porter)), "Oppsettet for mange brukere", mappe / "rasa.log", start)
        vent_pa(lambda: riktig_svar(klient), "Oppsettet for mange brukere", mappe / "rasa.log", start)
        klient.lukk()
        yield porter.front, prosesser


async def _en_bruker(okt: aiohttp.ClientSession, url: str, nr: int, slutt: float, ms: list[float]) -> int:
    feil = 0
    tur = nr * 7
    while time.perf_counter() < slutt:
        start = time.perf_counter()
        kropp = {
            "conversation_id": f"bruker-{nr}-{slutt:.0f}-{tur // TURER_PER_SAMTALE}",
            "text": SPORSMAL[tur % len(SPORSMAL)],
        }
        async with okt.post(url, json=kropp) as svar:
            await svar.read()
            feil += svar.status != 200
        ms.append((time.perf_counter() - start) * 1e3)
        tur += 1
    return feil


async def _mange(port: int, sekunder: float) -> tuple[list[float], int, float]:
    """Milliseconds of every answer, the number of errors, and answers a second."""
    ms: list[float] = []
    url = f"http://{LOKAL}:{port}{VART}"
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as okt:
        start = time.perf_counter()
        feil = sum(await asyncio.gather(*(_en_bruker(okt, url, n, start + sekunder, ms) for n in range(_BRUKERE))))
        tok = time.perf_counter() - start
    return ms, feil, len(ms) / tok


def mal_gjennomstromning(mappe: Path) -> list[Rad]:
    """The two lines for throughput; not measured, with the reason, where Redis or PostgreSQL is not installed."""
    funnet = programmer()
    if funnet is None:
        hvorfor = "redis-server eller postgresql er ikke installert: apt-get install redis-server postgresql"
        return [Rad("16 brukere", "ikke målt", _MOT, "", f"≥ {PER_SEKUND:.0f} svar/s", None, (hvorfor,))]
    return [
        _ett_oppsett("16 brukere, PostgreSQL, slik «make run» starter det", mappe, funnet, eget=True),
        _ett_oppsett("16 brukere, to Rasa-arbeidere, Redis, PostgreSQL", mappe, funnet, eget=False),
    ]


def _ett_oppsett(hva: str, mappe: Path, programmene: tuple[Path, str], *, eget: bool) -> Rad:
    with oppsett(mappe, *programmene, eget) as (port, prosesser):
        asyncio.run(_mange(port, _OPPVARMING_S))
        for_ = {navn: prosessortid(p) for navn, p in prosesser.items()}
        ms, feil, per_sekund = asyncio.run(_mange(port, _MAL_S))
        per_svar = {n: (prosessortid(p) - for_[n]) / len(ms) * 1e3 for n, p in prosesser.items()}
        last = last_na()
    return Rad(
        hva,
        tall(per_sekund, "svar/s"),
        _MOT,
        tall(per_sekund / PER_SEKUND),
        f"≥ {PER_SEKUND:.0f} svar/s",
        per_sekund >= PER_SEKUND and feil == 0,
        (
            f"{len(ms)} svar, {feil} feil, p50 {tall(prosentil(ms, 50), 'ms')}, "
            f"p95 {tall(prosentil(ms, 95), 'ms')}; "
            f"{tall(sum(per_svar.values()), 'ms')} prosessortid per svar ("
            + ", ".join(f"{n} {tall(v)}" for n, v in per_svar.items())
            + f"), de som spør, ikke medregnet; {last}",
        ),
    )
