"""Loading the checked files into the database, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from sqlalchemy import Connection, Engine, Table, delete, insert, select, text

from bot.katalog.innlesing import ROT, Innhold, Plassert, innholdshash, les_alt
from bot.katalog.kunnskapsrader import kunnskapsrader
from bot.katalog.migrasjoner import migrer
from bot.katalog.modell import (
    Base,
    Katalogversjon,
    KildeRad,
    KunnskapMerke,
    KunnskapRad,
    KunnskapTall,
    ParameterRad,
    RegelRad,
    RegelTall,
    TiltakNavn,
    TiltakRad,
    TiltakSted,
    VilkarRad,
)

_KATALOGTABELLER: tuple[type[Base], ...] = (
    TiltakSted,
    TiltakNavn,
    VilkarRad,
    TiltakRad,
    RegelTall,
    RegelRad,
    ParameterRad,
    KildeRad,
    KunnskapMerke,
    KunnskapTall,
    KunnskapRad,
)
Rad = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lastet:
    """What a load did. `endret` is false when the database already held these files."""

    endret: bool
    antall_tiltak: int
    antall_regler: int


def last(motor: Engine, rot: Path = ROT) -> Lastet:
    """Bring the database up to date with the schema and with the files under `rot`.

    The files are read only when their hash is new. Raises Katalogfeil when a file is wrong, and the database
    keeps what it had. Everything is written in one transaction.
    """
    migrer(motor)
    ny = innholdshash(rot)
    with motor.connect() as forbindelse:
        gjeldende = _gjeldende(forbindelse)
    if gjeldende and gjeldende.hash == ny:
        return Lastet(False, gjeldende.antall_tiltak, gjeldende.antall_regler)
    innhold = les_alt(rot)
    with motor.begin() as forbindelse:
        if motor.dialect.name == "postgresql":
            forbindelse.execute(text("LOCK TABLE katalogversjon IN EXCLUSIVE MODE"))
        for tabell in _KATALOGTABELLER:
            forbindelse.execute(delete(tabell))
        skriv(forbindelse, innhold)
        antall = {"antall_tiltak": len(innhold.tiltak), "antall_regler": len(innhold.regler)}
        forbindelse.execute(delete(Katalogversjon))
        forbindelse.execute(insert(Katalogversjon).values(hash=ny, lastet=datetime.now(UTC), **antall))
    return Lastet(True, len(innhold.tiltak), len(innhold.regler))


def skriv(forbindelse: Connection, innhold: Innhold) -> None:
    """Insert `innhold` in the open transaction of `forbindelse`."""
    tiltak: list[Rad] = []
    navn: list[Rad] = []
    steder: list[Rad] = []
    vilkar: list[Rad] = []
    for p in innhold.tiltak:
        tiltak.append(_tiltak(p))
        navn += _navn(p)
        steder += _steder(p)
        vilkar += _vilkar(p)
    regler = [_regelrad(r) for r in innhold.regler]
    tall = [
        {
            "regel_id": r.id,
            "nr": i,
            "navn": t.navn,
            "operator": t.operator,
            "verdi": f"{t.verdi:g}" if isinstance(t.verdi, float) else str(t.verdi),
            "enhet": t.enhet,
        }
        for r in innhold.regler
        for i, t in enumerate(r.tall)
    ]
    parametre = [{"id": p.id, "innhold": _json(p)} for p in innhold.parametre]
    kilder = [{"id": k.id, "nr": i, "status": k.status, "innhold": _json(k)} for i, k in enumerate(innhold.kilder)]
    alle: list[tuple[type[Base], list[Rad]]] = [
        (TiltakRad, tiltak),
        (TiltakNavn, navn),
        (TiltakSted, steder),
        (VilkarRad, vilkar),
        (RegelRad, regler),
        (RegelTall, tall),
        (ParameterRad, parametre),
        (KildeRad, kilder),
        *kunnskapsrader(innhold.kunnskap),
    ]
    for modell, rader in alle:
        if rader:
            forbindelse.execute(insert(_tabell(modell)), rader)


def _gjeldende(forbindelse: Connection) -> Any:
    return forbindelse.execute(select(Katalogversjon).order_by(Katalogversjon.id.desc()).limit(1)).first()


def _tabell(modell: type[Base]) -> Table:
    tabell = modell.__table__
    assert isinstance(tabell, Table)
    return tabell


def _json(modell: BaseModel) -> Rad:
    return modell.model_dump(mode="json", exclude_defaults=True)


def _tiltak(p: Plassert) -> Rad:
    t = p.tiltak
    return {
        "id": t.id,
        "domene_id": t.domene_id,
        "navn": t.navn,
        "type": t.type,
        "eier_kategori": t.eier.kategori,
        "status": t.status.kode,
        "omrade": p.omrade,
        "landsdekkende": t.sted.landsdekkende,
        "gyldig_fra": t.gyldig.fra,
        "gyldig_til": t.gyldig.til,
        "innhold": _json(t),
    }


def _navn(p: Plassert) -> list[Rad]:
    t = p.tiltak
    alle = [
        (t.navn, "navn"),
        *([(t.navn_nn, "navn_nn")] if t.navn_nn else []),
        *((s, "synonym") for s in t.synonymer),
    ]
    unike: dict[str, str] = {}
    for tekst, slag in alle:
        unike.setdefault(normalt_navn(tekst), slag)
    return [{"tiltak_id": t.id, "navn": n, "slag": s} for n, s in unike.items()]


def normalt_navn(tekst: str) -> str:
    """A name as it is stored for looking up: lower case, single spaces."""
    return " ".join(tekst.lower().split())


def _steder(p: Plassert) -> list[Rad]:
    sted = p.tiltak.sted
    rader: list[Rad] = []
    for slag, numre in (("kommune", sted.kommuner), ("fylke", sted.fylker)):
        for nummer in dict.fromkeys(numre):
            rader.append(
                {
                    "tiltak_id": p.tiltak.id,
                    "slag": slag,
                    "nummer": nummer,
                    "stednavn": p.stednavn if p.nummer == nummer else None,
                    "hele": slag == "fylke" and not sted.kommuner,
                }
            )
    return rader


def _vilkar(p: Plassert) -> list[Rad]:
    return [
        {
            "tiltak_id": p.tiltak.id,
            "id": v.id,
            "rekkefolge": i,
            "slag": v.slag,
            "styrke": v.styrke,
            "skjonn": v.krav is None,
            "hjemmel": v.hjemmel,
            "gyldig_fra": v.gyldig_fra,
            "gyldig_til": v.gyldig_til,
        }
        for i, v in enumerate(p.tiltak.vilkar)
    ]


def _regelrad(r: Any) -> Rad:
    return {
        "id": r.id,
        "nokkel": r.nokkel,
        "slag": r.slag,
        "status": r.status,
        "gyldig_fra": r.gyldig_fra,
        "gyldig_til": r.gyldig_til,
        "innhold": _json(r),
    }
