"""Alembic's entrance: migrates over the connection that database.migrate hands in."""

from alembic import context
from sqlmodel import SQLModel

import database.tables  # noqa: F401  registers the tables

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, compare_server_default=False)
with context.begin_transaction():
    context.run_migrations()
