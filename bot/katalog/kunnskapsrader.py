"""The knowledge base as rows of its tables, and back again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, and_, func, or_, select

from bot.katalog.modell import Base, KunnskapMerke, KunnskapRad, KunnskapTall, TiltakRad, TiltakSted
from bot.katalog.skjema import Tiltak
from bot.katalog.skjema_kunnskap import Kunnskapsfil, Oppslag

_AELDRE = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
_MERKER = ("sted", "fylke", "sektor", "bransje", "metode", "tiltak")
Rad = dict[str, Any]


def kunnskapsrader(kunnskap: Kunnskapsfil) -> list[tuple[type[Base], list[Rad]]]:
    """Rows by table. What is neither entry nor number has no type and no years of its own."""
    rader = [
        {
            "slag": slag,
            "id": ting.id,
            "nr": nr,
            "type": getattr(ting, "type", None),
            "status": getattr(ting, "status", None),
            "ar": getattr(ting, "ar", None),
            "ar_til": getattr(ting, "ar_til", None),
            "innhold": ting.model_dump(mode="json", exclude_defaults=True),
        }
        for slag in Kunnskapsfil.model_fields
        for nr, ting in enumerate(getattr(kunnskap, slag))
    ]
    merker = [
        {"oppslag_id": o.id, "slag": slag, "verdi": verdi}
        for o in kunnskap.oppslag
        for slag in _MERKER
        for verdi in dict.fromkeys(getattr(o, slag))
    ]
    tall = [{"oppslag_id": o.id, "nr": i, **t.model_dump()} for o in kunnskap.oppslag for i, t in enumerate(o.tall)]
    return [(KunnskapRad, rader), (KunnskapMerke, merker), (KunnskapTall, tall)]


def hent_kunnskap(motor: Engine) -> Kunnskapsfil:
    """All of the knowledge base, in the files' order."""
    deler: dict[str, list[Any]] = {navn: [] for navn in Kunnskapsfil.model_fields}
    with motor.connect() as forbindelse:
        for slag, innhold in forbindelse.execute(
            select(KunnskapRad.slag, KunnskapRad.innhold).order_by(KunnskapRad.slag, KunnskapRad.nr)
        ):
            deler[slag].append(innhold)
    return Kunnskapsfil.model_validate(deler)


def tiltak_fra(motor: Engine, *, kommune: str | None = None, fylkesnummer: str | None = None) -> tuple[Tiltak, ...]:
    """The local measures and examples that belong to one municipality (by name) or lie anywhere in a county, by name.

    Measures for a whole county count for the county only. A place without any gives none.
    """
    if fylkesnummer is not None:
        i_fylket = and_(TiltakSted.slag == "fylke", TiltakSted.nummer == fylkesnummer)
        her = or_(i_fylket, and_(TiltakSted.slag == "kommune", TiltakSted.nummer.startswith(fylkesnummer)))
    else:
        navn = "-".join((kommune or "").lower().translate(_AELDRE).split())
        her = and_(TiltakSted.slag == "kommune", TiltakSted.stednavn == navn)
    ider = select(TiltakSted.tiltak_id).where(her)
    with motor.connect() as forbindelse:
        rader = forbindelse.scalars(select(TiltakRad.innhold).where(TiltakRad.id.in_(ider)).order_by(TiltakRad.navn))
        return tuple(Tiltak.model_validate(r) for r in rader)


def oppslag_med(motor: Engine, slag: str, verdi: str, type_: str | None = None) -> tuple[Oppslag, ...]:
    """The entries marked with `verdi` («Tromsø» as sted, «Akershus» as fylke), of one type if given, in file order."""
    sporring = (
        select(KunnskapRad.innhold)
        .join(KunnskapMerke, KunnskapMerke.oppslag_id == KunnskapRad.id)
        .where(KunnskapRad.slag == "oppslag", KunnskapMerke.slag == slag)
        .where(func.lower(KunnskapMerke.verdi) == verdi.lower())
        .order_by(KunnskapRad.nr)
    )
    if type_ is not None:
        sporring = sporring.where(KunnskapRad.type == type_)
    with motor.connect() as forbindelse:
        return tuple(Oppslag.model_validate(r) for r in forbindelse.scalars(sporring))
