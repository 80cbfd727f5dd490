"""The migrations and the tables say the same."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlmodel import SQLModel

import database.tables  # noqa: F401  registers the tables
from database.session import Database


async def test_migrated_database_has_exactly_the_tables_of_the_code(fresh_database: Database) -> None:
    """Requirement 124."""

    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))

    async with fresh_database.engine.connect() as connection:
        assert [] == await connection.run_sync(differences)
