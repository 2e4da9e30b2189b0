"""The knowledge base: entries, what they are about, and their numbers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "kunnskap",
        sa.Column("slag", sa.String(12), primary_key=True),
        sa.Column("id", sa.String(80), primary_key=True),
        sa.Column("nr", sa.Integer, nullable=False),
        sa.Column("type", sa.String(12), index=True),
        sa.Column("status", sa.String(12)),
        sa.Column("ar", sa.Integer),
        sa.Column("ar_til", sa.Integer),
        sa.Column("innhold", _JSON, nullable=False),
    )
    op.create_table(
        "kunnskap_merke",
        sa.Column("oppslag_id", sa.String(80), primary_key=True),
        sa.Column("slag", sa.String(10), primary_key=True),
        sa.Column("verdi", sa.String(120), primary_key=True),
    )
    op.create_index("ix_kunnskap_merke_verdi", "kunnskap_merke", ["slag", "verdi"])
    op.create_table(
        "kunnskap_tall",
        sa.Column("oppslag_id", sa.String(80), primary_key=True),
        sa.Column("nr", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("navn", sa.String(200), nullable=False),
        sa.Column("verdi", sa.Double, nullable=False),
        sa.Column("til", sa.Double),
        sa.Column("enhet", sa.String(60), nullable=False),
        sa.Column("ar", sa.Integer),
        sa.Column("ar_til", sa.Integer),
    )


def downgrade() -> None:
    for tabell in ("kunnskap_tall", "kunnskap_merke", "kunnskap"):
        op.drop_table(tabell)
