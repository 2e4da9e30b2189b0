"""What the knowledge search finds: an entry of data/kunnskap, or a local example of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.katalog.skjema_kunnskap import Kunnskapsfil, Oppslag

# A place that stands for several: what is told of it is told of each.
_OMFATTER = {"mjøsbyene": ("gjøvik", "hamar", "lillehammer", "ringsaker")}


@dataclass(frozen=True, slots=True)
class Dokument:
    """One thing to find. `ting` is the Oppslag or the measure it was made of; `sted` holds places and counties,
    `kilder` the ids of its sources."""

    id: str
    type: str
    navn: str
    sporsmal: tuple[str, ...]
    tekst: str
    emner: str
    sted: frozenset[str]
    kilder: frozenset[str]
    bransje: tuple[str, ...]
    ar: int | None
    ar_til: int | None
    historisk: bool
    ting: Any

    @property
    def er_tiltak(self) -> bool:
        """Whether it is a measure of the catalogue rather than an entry."""
        return not isinstance(self.ting, Oppslag)


def dokumenter(kunnskap: Kunnskapsfil, lokale: Iterable[Any] = ()) -> list[Dokument]:
    """The entries, then the local measures that no entry tells of."""
    ut = [_fra_oppslag(o) for o in kunnskap.oppslag]
    omtalt = {t for o in kunnskap.oppslag if o.type in ("eksempel", "modell") for t in o.tiltak}
    return ut + [_fra_tiltak(t) for t in lokale if t.id not in omtalt]


def _fra_oppslag(o: Oppslag) -> Dokument:
    return Dokument(
        id=o.id,
        type=o.type,
        navn=o.navn or "",
        sporsmal=o.sporsmal,
        tekst=o.tekst,
        emner=" ".join((*o.emner, *o.metode, *o.bransje, o.malgruppe or "")),
        sted=_steder((*o.sted, *o.fylke)),
        kilder=frozenset(k.id for k in o.kilder),
        bransje=tuple(b.lower() for b in o.bransje),
        ar=o.ar,
        ar_til=o.ar_til or o.ar,
        historisk=o.status == "historisk",
        ting=o,
    )


def _fra_tiltak(t: Any) -> Dokument:
    return Dokument(
        id=t.id,
        type="eksempel",
        navn=t.navn,
        sporsmal=(),
        tekst=t.sammendrag,
        emner=" ".join((*t.synonymer, t.malgruppe, t.sted.tekst)),
        sted=frozenset(() if t.sted.landsdekkende else (t.sted.tekst.lower(),)),
        kilder=frozenset(k.id for k in t.kilder),
        bransje=(),
        ar=None,
        ar_til=None,
        historisk=t.status.kode == "historisk",
        ting=t,
    )


def _steder(steder: Iterable[str]) -> frozenset[str]:
    smaa = [s.lower() for s in steder]
    return frozenset((*smaa, *(del_ for s in smaa for del_ in _OMFATTER.get(s, ()))))
