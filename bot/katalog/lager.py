"""Queries on the loaded catalogue. What comes back is frozen and holds no database session.

The content was checked when it was loaded, and a change of the schema gives a new load, so here entries are
only rebuilt from their JSON. All functions raise sqlalchemy.exc.SQLAlchemyError when the database is away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Engine, and_, func, or_, select

from bot.katalog.lasting import normalt_navn
from bot.katalog.modell import (
    Katalogversjon,
    KildeRad,
    ParameterRad,
    RegelRad,
    TiltakNavn,
    TiltakRad,
    TiltakSted,
)
from bot.katalog.skjema import Tiltak
from bot.katalog.skjema_regelverk import Kilde, Regel
from bot.regler.parametre import Parameter

_AELDRE = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


@dataclass(frozen=True, slots=True)
class Katalog:
    """The measures looked at whatever the place: the national ones and the local examples without a place."""

    versjon: str
    tiltak: tuple[Tiltak, ...]
    etter_id: Mapping[str, Tiltak]
    kilder: Mapping[str, Kilde]


def hent_katalog(motor: Engine) -> Katalog:
    """National measures first, then local examples without a place, each group by name; and all sources.

    Raises LookupError when nothing has been loaded.
    """
    with motor.connect() as forbindelse:
        versjon = forbindelse.scalar(select(Katalogversjon.hash).order_by(Katalogversjon.id.desc()).limit(1))
        if versjon is None:
            raise LookupError("katalogen er ikke lastet")
        rader = forbindelse.execute(
            select(TiltakRad.omrade, TiltakRad.innhold)
            .where(TiltakRad.omrade.in_(("nasjonalt", "lokalt")))
            .order_by(TiltakRad.navn)
        ).all()
        kilderader = forbindelse.scalars(select(KildeRad.innhold).order_by(KildeRad.nr)).all()
    tiltak = tuple(Tiltak.model_validate(r.innhold) for r in sorted(rader, key=lambda r: r.omrade != "nasjonalt"))
    alle_kilder = {k.id: k for k in map(Kilde.model_validate, kilderader)}
    return Katalog(versjon, tiltak, {t.id: t for t in tiltak}, alle_kilder)


def hent_alt(motor: Engine, hoyst_lokale: int = 2000) -> tuple[Tiltak, ...]:
    """The measures to keep in memory: all of them, national first, then by name.

    A catalogue with more than `hoyst_lokale` measures that belong to a place leaves those in the database, to be read
    per municipality with `lokale_tiltak`.
    """
    med_sted = TiltakRad.omrade.in_(("kommune", "fylke"))
    with motor.connect() as forbindelse:
        antall = forbindelse.scalar(select(func.count()).select_from(TiltakRad).where(med_sted)) or 0
        sporring = select(TiltakRad.omrade, TiltakRad.innhold).order_by(TiltakRad.navn)
        rader = forbindelse.execute(sporring.where(~med_sted) if antall > hoyst_lokale else sporring).all()
    return tuple(Tiltak.model_validate(r.innhold) for r in sorted(rader, key=lambda r: r.omrade != "nasjonalt"))


def nasjonale_ider(motor: Engine) -> frozenset[str]:
    """The ids of the national measures."""
    with motor.connect() as forbindelse:
        return frozenset(forbindelse.scalars(select(TiltakRad.id).where(TiltakRad.omrade == "nasjonalt")))


def hent_tiltak(motor: Engine, tiltak_id: str) -> Tiltak | None:
    """The measure with this id, local or national, or None."""
    return _ett(motor, TiltakRad.id == tiltak_id)


def lokale_tiltak(motor: Engine, *, kommune: str | None = None, fylke: str | None = None) -> tuple[Tiltak, ...]:
    """Local measures of a municipality (with those of its whole county), or all in a county, by name.

    `kommune` and `fylke` are numbers ('3405') or names ('Lillehammer', 'Østre Toten'). A place without local
    measures gives none. Raises ValueError unless exactly one of them is given.
    """
    if (kommune is None) == (fylke is None):
        raise ValueError("oppgi enten kommune eller fylke")
    slag, sted = ("kommune", kommune) if kommune is not None else ("fylke", fylke or "")
    nummer = _nummer(motor, slag, sted)
    if nummer is None:
        return ()
    her: ColumnElement[bool] = and_(TiltakSted.slag == slag, TiltakSted.nummer == nummer)
    if slag == "kommune":
        i_fylket = and_(TiltakSted.slag == "fylke", TiltakSted.nummer == nummer[:2], TiltakSted.hele)
        her = or_(her, i_fylket)
    ider = select(TiltakSted.tiltak_id).where(her)
    with motor.connect() as forbindelse:
        rader = forbindelse.scalars(select(TiltakRad.innhold).where(TiltakRad.id.in_(ider)).order_by(TiltakRad.navn))
        return tuple(Tiltak.model_validate(r) for r in rader)


def finn_etter_navn(motor: Engine, navn: str) -> tuple[str, ...]:
    """The ids of the measures with exactly this name or synonym, whatever the case."""
    with motor.connect() as forbindelse:
        treff = forbindelse.scalars(
            select(TiltakNavn.tiltak_id).where(TiltakNavn.navn == normalt_navn(navn)).order_by(TiltakNavn.tiltak_id)
        )
        return tuple(treff)


def hent_regler(motor: Engine) -> tuple[Regel, ...]:
    """Every rule text, by id."""
    return _alle(motor, Regel, select(RegelRad.innhold).order_by(RegelRad.id))


def hent_parametre(motor: Engine) -> tuple[Parameter, ...]:
    """Every parameter by date, by id."""
    return _alle(motor, Parameter, select(ParameterRad.innhold).order_by(ParameterRad.id))


def kilder(motor: Engine) -> tuple[Kilde, ...]:
    """Every source, in the file's order."""
    return _alle(motor, Kilde, select(KildeRad.innhold).order_by(KildeRad.nr))


def _alle[M: (Regel, Parameter, Kilde)](motor: Engine, modell: type[M], sporring: Any) -> tuple[M, ...]:
    with motor.connect() as forbindelse:
        return tuple(modell.model_validate(r) for r in forbindelse.scalars(sporring))


def _ett(motor: Engine, hvor: ColumnElement[bool]) -> Tiltak | None:
    with motor.connect() as forbindelse:
        innhold = forbindelse.scalar(select(TiltakRad.innhold).where(hvor))
    return None if innhold is None else Tiltak.model_validate(innhold)


def _nummer(motor: Engine, slag: str, sted: str) -> str | None:
    if sted.isdecimal():
        return sted if len(sted) == (4 if slag == "kommune" else 2) else None
    navn = "-".join(sted.lower().translate(_AELDRE).split())
    with motor.connect() as forbindelse:
        return forbindelse.scalar(
            select(TiltakSted.nummer).where(TiltakSted.slag == slag, TiltakSted.stednavn == navn).limit(1)
        )
