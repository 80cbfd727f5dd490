"""What every connection of ours is held to, whichever database it is made with."""

import re
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from database.session import Database, engine_for


async def test_a_connection_has_our_clock_and_our_limits_whatever_the_database_says(
    fresh_database: Database,
) -> None:
    """A statement that hangs would hold its line, and its lock, for ever; a moment without a zone is in UTC."""
    url = fresh_database.engine.url
    async with fresh_database.transaction() as session:
        await session.execute(text(f"ALTER DATABASE \"{url.database}\" SET timezone TO 'Asia/Kolkata'"))
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    engine = engine_for(plain, connections=3)
    async with engine.connect() as connection:
        assert "UTC" == (await connection.execute(text("SHOW timezone"))).scalar_one()
        driver: Any = (await connection.get_raw_connection()).driver_connection
        assert 30 == driver._config.command_timeout
        pool: Any = engine.pool
        assert (3, 3) == (pool.size(), pool._max_overflow)
    await engine.dispose()


async def test_an_error_names_no_value_that_its_statement_was_given(database: Database) -> None:
    """Law 8: its text goes into logs and histories."""
    with pytest.raises(DBAPIError) as failed:
        async with database.transaction() as session:
            await session.execute(text("SELECT :number FROM nowhere"), {"number": "+4930555001"})
    assert not re.search("4930555001", str(failed.value))
