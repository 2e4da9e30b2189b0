"""The catalogue, the rules, the sources, and what conversations keep."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_TID = sa.DateTime(timezone=True)


def _fra(tabell: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{tabell}.id", ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "tiltak",
        sa.Column("id", sa.String(80), primary_key=True),
        sa.Column("domene_id", sa.String(10), unique=True),
        sa.Column("navn", sa.String(200), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("eier_kategori", sa.String(20), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("omrade", sa.String(10), nullable=False, index=True),
        sa.Column("landsdekkende", sa.Boolean, nullable=False),
        sa.Column("gyldig_fra", sa.Date),
        sa.Column("gyldig_til", sa.Date),
        sa.Column("innhold", _JSON, nullable=False),
    )
    op.create_table(
        "tiltak_navn",
        sa.Column("tiltak_id", sa.String(80), _fra("tiltak"), primary_key=True),
        sa.Column("navn", sa.String(400), primary_key=True, index=True),
        sa.Column("slag", sa.String(10), nullable=False),
    )
    op.create_table(
        "tiltak_sted",
        sa.Column("tiltak_id", sa.String(80), _fra("tiltak"), primary_key=True),
        sa.Column("slag", sa.String(10), primary_key=True),
        sa.Column("nummer", sa.String(4), primary_key=True),
        sa.Column("stednavn", sa.String(80)),
        sa.Column("hele", sa.Boolean, nullable=False),
    )
    op.create_index("ix_tiltak_sted_nummer", "tiltak_sted", ["slag", "nummer"])
    op.create_index("ix_tiltak_sted_stednavn", "tiltak_sted", ["slag", "stednavn"])
    op.create_table(
        "vilkar",
        sa.Column("tiltak_id", sa.String(80), _fra("tiltak"), primary_key=True),
        sa.Column("id", sa.String(80), primary_key=True),
        sa.Column("rekkefolge", sa.Integer, nullable=False),
        sa.Column("slag", sa.String(10), nullable=False, index=True),
        sa.Column("styrke", sa.String(20), nullable=False),
        sa.Column("skjonn", sa.Boolean, nullable=False),
        sa.Column("hjemmel", sa.Text),
        sa.Column("gyldig_fra", sa.Date),
        sa.Column("gyldig_til", sa.Date),
    )
    op.create_table(
        "regel",
        sa.Column("id", sa.String(10), primary_key=True),
        sa.Column("nokkel", sa.String(80), nullable=False, unique=True),
        sa.Column("slag", sa.String(10), nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("gyldig_fra", sa.Date),
        sa.Column("gyldig_til", sa.Date),
        sa.Column("innhold", _JSON, nullable=False),
    )
    op.create_table(
        "regel_tall",
        sa.Column("regel_id", sa.String(10), _fra("regel"), primary_key=True),
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("navn", sa.String(60), nullable=False),
        sa.Column("operator", sa.String(10), nullable=False),
        sa.Column("verdi", sa.Text, nullable=False),
        sa.Column("enhet", sa.String(60), nullable=False),
    )
    op.create_table(
        "parameter",
        sa.Column("id", sa.String(120), primary_key=True),
        sa.Column("innhold", _JSON, nullable=False),
    )
    op.create_table(
        "kilde",
        sa.Column("id", sa.String(80), primary_key=True),
        sa.Column("nr", sa.Integer, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("innhold", _JSON, nullable=False),
    )
    op.create_table(
        "katalogversjon",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("lastet", _TID, nullable=False),
        sa.Column("antall_tiltak", sa.Integer, nullable=False),
        sa.Column("antall_regler", sa.Integer, nullable=False),
    )
    op.create_table(
        "samtale",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("tilstand", _JSON, nullable=False),
        sa.Column("endret", _TID, nullable=False, index=True),
    )
    op.create_table(
        "svar",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("samtale_id", sa.String(200), _fra("samtale"), nullable=False, index=True),
        sa.Column("innhold", _JSON, nullable=False),
        sa.Column("laget", _TID, nullable=False),
    )


def downgrade() -> None:
    for tabell in (
        "svar",
        "samtale",
        "katalogversjon",
        "kilde",
        "parameter",
        "regel_tall",
        "regel",
        "vilkar",
        "tiltak_sted",
        "tiltak_navn",
        "tiltak",
    ):
        op.drop_table(tabell)
