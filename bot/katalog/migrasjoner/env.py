"""Alembic's entry: migrations run on the connection `migrer` hands over."""

from __future__ import annotations

from alembic import context

from bot.katalog.modell import Base

context.configure(
    connection=context.config.attributes["forbindelse"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
