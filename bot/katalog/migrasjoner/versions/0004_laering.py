"""What the teacher remembers of each user: answers and finished lessons."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_TID = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "laering_kort",
        sa.Column("bruker", sa.String(200), primary_key=True),
        sa.Column("oppgave", sa.String(200), primary_key=True),
        sa.Column("tilstand", _JSON, nullable=False),
        sa.Column("forfall", _TID, nullable=False),
        sa.Column("riktige", sa.Integer, nullable=False),
        sa.Column("gale", sa.Integer, nullable=False),
        sa.Column("sist_riktig", sa.Boolean, nullable=False),
        sa.Column("sist", _TID, nullable=False),
    )
    op.create_table(
        "laering_leksjon",
        sa.Column("bruker", sa.String(200), primary_key=True),
        sa.Column("leksjon", sa.String(80), primary_key=True),
        sa.Column("fullfort", _TID, nullable=False),
    )


def downgrade() -> None:
    for tabell in ("laering_leksjon", "laering_kort"):
        op.drop_table(tabell)
