"""The tables. Columns stand alone where a query needs them; `innhold` is the whole entry as checked JSON."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Double, ForeignKey, Index, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Json = JSON().with_variant(JSONB(), "postgresql")


class Base(DeclarativeBase):
    """Base of every table."""


class TiltakRad(Base):
    """A measure. `omrade` follows the folder of its file: nasjonalt, fylke, kommune or lokalt."""

    __tablename__ = "tiltak"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    domene_id: Mapped[str | None] = mapped_column(String(10), unique=True)
    navn: Mapped[str] = mapped_column(String(200))
    type: Mapped[str] = mapped_column(String(40))
    eier_kategori: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    omrade: Mapped[str] = mapped_column(String(10), index=True)
    landsdekkende: Mapped[bool]
    gyldig_fra: Mapped[date | None]
    gyldig_til: Mapped[date | None]
    innhold: Mapped[dict[str, Any]] = mapped_column(Json)


class TiltakNavn(Base):
    """A name of a measure in lower case, for looking it up: `slag` is navn, navn_nn or synonym."""

    __tablename__ = "tiltak_navn"
    __table_args__ = (Index("ix_tiltak_navn_navn", "navn"),)

    tiltak_id: Mapped[str] = mapped_column(ForeignKey("tiltak.id", ondelete="CASCADE"), primary_key=True)
    navn: Mapped[str] = mapped_column(String(400), primary_key=True)
    slag: Mapped[str] = mapped_column(String(10))


class TiltakSted(Base):
    """A county or municipality a measure is found in.

    `stednavn` is the place's name as in the folder (without æøå), when the file lies in one. `hele`: the
    measure belongs to the whole county, not to some municipalities in it.
    """

    __tablename__ = "tiltak_sted"
    __table_args__ = (
        Index("ix_tiltak_sted_nummer", "slag", "nummer"),
        Index("ix_tiltak_sted_stednavn", "slag", "stednavn"),
    )

    tiltak_id: Mapped[str] = mapped_column(ForeignKey("tiltak.id", ondelete="CASCADE"), primary_key=True)
    slag: Mapped[str] = mapped_column(String(10), primary_key=True)
    nummer: Mapped[str] = mapped_column(String(4), primary_key=True)
    stednavn: Mapped[str | None] = mapped_column(String(80))
    hele: Mapped[bool]


class VilkarRad(Base):
    """One condition of a measure, in the file's order."""

    __tablename__ = "vilkar"

    tiltak_id: Mapped[str] = mapped_column(ForeignKey("tiltak.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    rekkefolge: Mapped[int]
    slag: Mapped[str] = mapped_column(String(10), index=True)
    styrke: Mapped[str] = mapped_column(String(20))
    skjonn: Mapped[bool]
    hjemmel: Mapped[str | None] = mapped_column(Text)
    gyldig_fra: Mapped[date | None]
    gyldig_til: Mapped[date | None]


class RegelRad(Base):
    """One rule text."""

    __tablename__ = "regel"

    id: Mapped[str] = mapped_column(String(10), primary_key=True)
    nokkel: Mapped[str] = mapped_column(String(80), unique=True)
    slag: Mapped[str] = mapped_column(String(10))
    status: Mapped[str] = mapped_column(String(30))
    gyldig_fra: Mapped[date | None]
    gyldig_til: Mapped[date | None]
    innhold: Mapped[dict[str, Any]] = mapped_column(Json)


class RegelTall(Base):
    """A number, date or threshold of a rule."""

    __tablename__ = "regel_tall"

    regel_id: Mapped[str] = mapped_column(ForeignKey("regel.id", ondelete="CASCADE"), primary_key=True)
    nr: Mapped[int] = mapped_column(primary_key=True)
    navn: Mapped[str] = mapped_column(String(60))
    operator: Mapped[str] = mapped_column(String(10))
    verdi: Mapped[str] = mapped_column(Text)
    enhet: Mapped[str] = mapped_column(String(60))


class ParameterRad(Base):
    """A parameter by date."""

    __tablename__ = "parameter"

    id: Mapped[str] = mapped_column(String(120), primary_key=True)
    innhold: Mapped[dict[str, Any]] = mapped_column(Json)


class KildeRad(Base):
    """A source; `nr` keeps the file's order."""

    __tablename__ = "kilde"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    nr: Mapped[int]
    status: Mapped[str] = mapped_column(String(20))
    innhold: Mapped[dict[str, Any]] = mapped_column(Json)


class KunnskapRad(Base):
    """An entry of the knowledge base (`slag` oppslag), or a table, timeline, problem or checklist made of entries."""

    __tablename__ = "kunnskap"

    slag: Mapped[str] = mapped_column(String(12), primary_key=True)
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    nr: Mapped[int]
    type: Mapped[str | None] = mapped_column(String(12), index=True)
    status: Mapped[str | None] = mapped_column(String(12))
    ar: Mapped[int | None]
    ar_til: Mapped[int | None]
    innhold: Mapped[dict[str, Any]] = mapped_column(Json)


class KunnskapMerke(Base):
    """What an entry is about, for filtering and counting: `slag` is sted, fylke, sektor, bransje, metode or tiltak."""

    __tablename__ = "kunnskap_merke"
    __table_args__ = (Index("ix_kunnskap_merke_verdi", "slag", "verdi"),)

    oppslag_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    slag: Mapped[str] = mapped_column(String(10), primary_key=True)
    verdi: Mapped[str] = mapped_column(String(120), primary_key=True)


class KunnskapTall(Base):
    """A number an entry states, with the year it is from."""

    __tablename__ = "kunnskap_tall"

    oppslag_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    nr: Mapped[int] = mapped_column(primary_key=True)
    navn: Mapped[str] = mapped_column(String(200))
    verdi: Mapped[float] = mapped_column(Double)
    til: Mapped[float | None] = mapped_column(Double)
    enhet: Mapped[str] = mapped_column(String(60))
    ar: Mapped[int | None]
    ar_til: Mapped[int | None]


class Katalogversjon(Base):
    """What the catalogue tables were loaded from."""

    __tablename__ = "katalogversjon"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    hash: Mapped[str] = mapped_column(String(64))
    lastet: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    antall_tiltak: Mapped[int]
    antall_regler: Mapped[int]


class Samtale(Base):
    """The state of a conversation."""

    __tablename__ = "samtale"

    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    tilstand: Mapped[dict[str, Any]] = mapped_column(Json)
    endret: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


class Svar(Base):
    """An answer given in a conversation; it goes when the conversation goes."""

    __tablename__ = "svar"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    samtale_id: Mapped[str] = mapped_column(ForeignKey("samtale.id", ondelete="CASCADE"), index=True)
    innhold: Mapped[dict[str, Any]] = mapped_column(Json)
    laget: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Tilbakemelding(Base):
    """What a user thought of an answer; it goes when the conversation goes."""

    __tablename__ = "tilbakemelding"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    samtale_id: Mapped[str] = mapped_column(ForeignKey("samtale.id", ondelete="CASCADE"), index=True)
    innhold: Mapped[dict[str, Any]] = mapped_column(Json)
    laget: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class LaeringKort(Base):
    """What a user knows of one question; `tilstand` is the repetition algorithm's, `forfall` when to ask again."""

    __tablename__ = "laering_kort"

    bruker: Mapped[str] = mapped_column(String(200), primary_key=True)
    oppgave: Mapped[str] = mapped_column(String(200), primary_key=True)
    tilstand: Mapped[dict[str, Any]] = mapped_column(Json)
    forfall: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    riktige: Mapped[int]
    gale: Mapped[int]
    sist_riktig: Mapped[bool]
    sist: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class LaeringLeksjon(Base):
    """A lesson a user has finished."""

    __tablename__ = "laering_leksjon"

    bruker: Mapped[str] = mapped_column(String(200), primary_key=True)
    leksjon: Mapped[str] = mapped_column(String(80), primary_key=True)
    fullfort: Mapped[datetime] = mapped_column(DateTime(timezone=True))
