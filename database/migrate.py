"""Brings a database to the newest tables; `python -m startup.migrate` does it for the configured one."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

_ADVISORY_LOCK = 7_117_000_001  # only one process migrates at a time; the others wait and find nothing to do


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration for work over this connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
    command.upgrade(alembic_config(connection), "head")


async def migrate(engine: AsyncEngine) -> None:
    """Create or upgrade all tables, in one transaction; safe to run at every start and side by side."""
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade)
