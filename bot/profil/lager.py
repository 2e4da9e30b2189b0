"""Where conversations and their answers are kept: the app's own database, never Rasa's tracker."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    DateTime,
    Engine,
    MetaData,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)

from bot.profil.samtale import MAKS_ANGRE, Samtale, eier

# The tables themselves are made by the catalogue's migrations; here only their shape is needed.
_meta = MetaData()
_samtale = Table(
    "samtale",
    _meta,
    Column("id", String, primary_key=True),
    Column("tilstand", JSON),
    Column("endret", DateTime(timezone=True)),
)
_svar = Table(
    "svar",
    _meta,
    Column("id", String, primary_key=True),
    Column("samtale_id", String),
    Column("innhold", JSON),
    Column("laget", DateTime(timezone=True)),
)
_tilbakemelding = Table(
    "tilbakemelding",
    _meta,
    Column("id", String, primary_key=True),
    Column("samtale_id", String),
    Column("innhold", JSON),
    Column("laget", DateTime(timezone=True)),
)
# What the teacher remembers of a user, who is a conversation until somebody logs in.
_laering = [
    Table(navn, _meta, Column("bruker", String, primary_key=True)) for navn in ("laering_kort", "laering_leksjon")
]
Svar = list[dict[str, object]]
Tilstand = dict[str, Any]


def _tidligere(tilstand: Tilstand) -> list[Tilstand]:
    """The states before the latest messages, as stored with the conversation."""
    lagret = tilstand.get("tidligere")
    return [t for t in lagret if isinstance(t, dict)] if isinstance(lagret, list) else []


def _skriv(kobling: Connection, samtale_id: str, tilstand: Tilstand) -> None:
    kobling.execute(update(_samtale).where(_samtale.c.id == samtale_id).values(tilstand=tilstand))


class Samtalelager:
    """Conversations by id. Each call is one short transaction; safe from several threads and processes."""

    def __init__(self, motor: Engine) -> None:
        self._motor = motor

    def hent(self, samtale_id: str) -> Samtale:
        """The conversation, or a new empty one when there is none with this id."""
        with self._motor.connect() as kobling:
            rad = kobling.execute(select(_samtale.c.tilstand).where(_samtale.c.id == samtale_id)).first()
        tilstand = rad.tilstand if rad is not None and isinstance(rad.tilstand, dict) else {}
        samtale = Samtale.fra_dict(samtale_id, tilstand)
        na = {navn: verdi for navn, verdi in tilstand.items() if navn != "tidligere"}
        samtale.tidligere = [*samtale.tidligere, na][-MAKS_ANGRE:]
        return samtale

    def lagre(self, samtale: Samtale, svar: Svar) -> str:
        """Store the conversation and the answer to its last message in one transaction; returns the answer's id.

        Only the newest answer of a conversation is kept: the front fetches it at once."""
        na = datetime.now(UTC)
        svar_id = uuid.uuid4().hex
        tilstand = json.loads(json.dumps(samtale.til_dict()))
        with self._motor.begin() as kobling:
            endret = kobling.execute(
                update(_samtale).where(_samtale.c.id == samtale.id).values(tilstand=tilstand, endret=na)
            )
            if endret.rowcount == 0:
                kobling.execute(insert(_samtale).values(id=samtale.id, tilstand=tilstand, endret=na))
            else:
                kobling.execute(delete(_svar).where(_svar.c.samtale_id == samtale.id))
            kobling.execute(insert(_svar).values(id=svar_id, samtale_id=samtale.id, innhold=svar, laget=na))
        return svar_id

    def angre(self, samtale_id: str, antall: int) -> Tilstand | None:
        """Take back what the latest `antall` messages did to the conversation, or as many as are kept. Returns what
        `gjenopprett` needs to undo that; None when there was nothing to take back."""
        with self._motor.begin() as kobling:
            rad = kobling.execute(select(_samtale.c.tilstand).where(_samtale.c.id == samtale_id)).first()
            if rad is None or not isinstance(rad.tilstand, dict) or not (tidligere := _tidligere(rad.tilstand)):
                return None
            for_ = tidligere[-min(antall, len(tidligere))]
            _skriv(kobling, samtale_id, {**for_, "tidligere": tidligere[:-antall]})
        return rad.tilstand

    def gjenopprett(self, samtale_id: str, tilstand: Tilstand) -> None:
        """Put the conversation back to what it was before `angre`."""
        with self._motor.begin() as kobling:
            _skriv(kobling, samtale_id, tilstand)

    def som_en(self, samtale_id: str, antall: int) -> None:
        """Let the latest `antall` turns count as one message, to be taken back together."""
        with self._motor.begin() as kobling:
            rad = kobling.execute(select(_samtale.c.tilstand).where(_samtale.c.id == samtale_id)).first()
            if rad is not None and isinstance(rad.tilstand, dict) and antall > 1:
                igjen = _tidligere(rad.tilstand)[: 1 - antall]
                _skriv(kobling, samtale_id, {**rad.tilstand, "tidligere": igjen})

    def hent_svar(self, svar_id: str) -> Svar:
        """The replies stored under `svar_id`; raises KeyError when there are none."""
        with self._motor.connect() as kobling:
            rad = kobling.execute(select(_svar.c.innhold).where(_svar.c.id == svar_id)).first()
        if rad is None:
            raise KeyError(svar_id)
        return list(rad.innhold)

    def lagre_tilbakemelding(self, samtale_id: str, innhold: dict[str, object]) -> bool:
        """Store what the user thought of an answer; False when there is no such conversation. It goes with it."""
        with self._motor.begin() as kobling:
            if kobling.execute(select(_samtale.c.id).where(_samtale.c.id == samtale_id)).first() is None:
                return False
            kobling.execute(
                insert(_tilbakemelding).values(
                    id=uuid.uuid4().hex, samtale_id=samtale_id, innhold=innhold, laget=datetime.now(UTC)
                )
            )
        return True

    def slett(self, samtale_id: str) -> bool:
        """Forget a conversation, its answers and what was learnt in it; whether there was one. What a signed-in user
        has learnt goes with the last of their conversations."""
        with self._motor.begin() as kobling:
            kobling.execute(delete(_svar).where(_svar.c.samtale_id == samtale_id))
            fantes = kobling.execute(delete(_samtale).where(_samtale.c.id == samtale_id)).rowcount > 0
            _glem_laering(kobling, {eier(samtale_id)})
        return fantes

    def rydd(self, eldre_enn: timedelta) -> int:
        """Delete conversations untouched for longer than `eldre_enn`; how many."""
        grense = datetime.now(UTC) - eldre_enn
        with self._motor.begin() as kobling:
            gamle = select(_samtale.c.id).where(_samtale.c.endret < grense)
            eiere = {eier(rad.id) for rad in kobling.execute(gamle)}
            kobling.execute(delete(_svar).where(_svar.c.samtale_id.in_(gamle)))
            antall = kobling.execute(delete(_samtale).where(_samtale.c.endret < grense)).rowcount
            _glem_laering(kobling, eiere)
        return antall


def _glem_laering(kobling: Connection, eiere: set[str]) -> None:
    """Delete what these have learnt, but not of a user who has a conversation left."""
    for bruker in eiere:
        igjen = select(_samtale.c.id).where(_samtale.c.id.startswith(f"{bruker}-", autoescape=True)).limit(1)
        if eier(f"{bruker}-{'0' * 32}") == bruker and kobling.execute(igjen).first() is not None:
            continue
        for tabell in _laering:
            kobling.execute(delete(tabell).where(tabell.c.bruker == bruker))
