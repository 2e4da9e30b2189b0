"""What each user has answered and which lessons are done, in the app's database.

The tables are made by the migrations. They go with the conversation: `bot.profil.lager` deletes them with it.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, select, update

from bot.katalog.modell import LaeringKort, LaeringLeksjon
from bot.laering.repetisjon import Kort


class Laeringslager:
    """Progress by user; a user is a conversation id until somebody logs in. Each call is one short transaction."""

    def __init__(self, motor: Engine) -> None:
        self._motor = motor

    def kort(self, bruker: str) -> dict[str, Kort]:
        """Every question the user has answered, by its id."""
        with self._motor.connect() as kobling:
            rader = kobling.execute(
                select(
                    LaeringKort.oppgave,
                    LaeringKort.tilstand,
                    LaeringKort.forfall,
                    LaeringKort.riktige,
                    LaeringKort.gale,
                    LaeringKort.sist_riktig,
                ).where(LaeringKort.bruker == bruker)
            ).all()
        return {
            r.oppgave: Kort(r.oppgave, r.tilstand, _utc(r.forfall), r.riktige, r.gale, r.sist_riktig) for r in rader
        }

    def lagre_kort(self, bruker: str, kort: Kort, na: datetime) -> None:
        """Store one answer's outcome in place of what was known of the question."""
        verdier = {
            "tilstand": dict(kort.tilstand),
            "forfall": kort.forfall,
            "riktige": kort.riktige,
            "gale": kort.gale,
            "sist_riktig": kort.sist_riktig,
            "sist": na,
        }
        hvor = (LaeringKort.bruker == bruker, LaeringKort.oppgave == kort.oppgave)
        with self._motor.begin() as kobling:
            if kobling.execute(update(LaeringKort).where(*hvor).values(**verdier)).rowcount == 0:
                kobling.execute(insert(LaeringKort).values(bruker=bruker, oppgave=kort.oppgave, **verdier))

    def leksjoner(self, bruker: str) -> dict[str, datetime]:
        """The lessons the user has finished, and when."""
        with self._motor.connect() as kobling:
            rader = kobling.execute(
                select(LaeringLeksjon.leksjon, LaeringLeksjon.fullfort).where(LaeringLeksjon.bruker == bruker)
            ).all()
        return {r.leksjon: _utc(r.fullfort) for r in rader}

    def fullfor(self, bruker: str, leksjon: str, na: datetime) -> None:
        """Note that a lesson is finished; the first time counts."""
        with self._motor.begin() as kobling:
            finnes = select(LaeringLeksjon.leksjon).where(
                LaeringLeksjon.bruker == bruker, LaeringLeksjon.leksjon == leksjon
            )
            if kobling.execute(finnes).first() is None:
                kobling.execute(insert(LaeringLeksjon).values(bruker=bruker, leksjon=leksjon, fullfort=na))

    def nullstill(self, bruker: str) -> None:
        """Forget everything a user has done."""
        with self._motor.begin() as kobling:
            for tabell in (LaeringKort, LaeringLeksjon):
                kobling.execute(delete(tabell).where(tabell.bruker == bruker))


def _utc(tid: datetime) -> datetime:
    """SQLite gives times back without their zone; they were stored in UTC."""
    return tid.replace(tzinfo=UTC) if tid.tzinfo is None else tid.astimezone(UTC)
