"""The migrations and the tables say the same."""

import asyncio

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlmodel import SQLModel

import database.tables  # noqa: F401  registers the tables
from database.migrate import migrate
from database.session import Database, engine_for
from tests.conftest import Databases


async def test_migrated_database_has_exactly_the_tables_of_the_code(fresh_database: Database) -> None:
    """Requirement 124."""

    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))

    async with fresh_database.engine.connect() as connection:
        assert [] == await connection.run_sync(differences)


async def test_processes_that_start_together_make_the_tables_once(databases: Databases) -> None:
    """One migrates, the others wait for it and find nothing to do."""
    url = await databases.empty()
    engines = [engine_for(url, connections=1) for _ in range(2)]
    await asyncio.gather(*(migrate(engine) for engine in engines))
    for engine in engines:
        await engine.dispose()
