"""What users think of the answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tilbakemelding",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column(
            "samtale_id", sa.String(200), sa.ForeignKey("samtale.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("innhold", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.Column("laget", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("tilbakemelding")
