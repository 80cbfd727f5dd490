"""What PostgreSQL cannot hold is bad input, under one name, so that no step repeats it for ever (law 10)."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from database.session import Database
from domain.errors import InvalidInput

CASES: dict[str, tuple[str, Any]] = {
    "a null character": ("SELECT CAST(:value AS text)", "a\0b"),
    "a null character in JSON": ("SELECT CAST(:value AS jsonb)", r'{"a": "\u0000"}'),
    "a number too large": ("SELECT CAST(:value AS smallint)", 70_000),
    "a number that no column holds": ("SELECT CAST(:value AS int)", 2**70),
    "a moment beyond the end of time": (
        "SELECT CAST(CAST(:value AS timestamptz) + interval '300000 years' AS text)",
        datetime(9999, 1, 1, tzinfo=UTC),
    ),
    "half a character": ("SELECT CAST(:value AS text)", "\ud800"),
}


@pytest.mark.parametrize(("statement", "value"), CASES.values(), ids=CASES)
async def test_data_that_the_database_refuses_is_bad_input(
    database: Database, statement: str, value: Any
) -> None:
    with pytest.raises(InvalidInput) as refused:
        async with database.transaction() as session:
            await session.execute(text(statement), {"value": value})
    assert str(value) not in str(refused.value)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT nothing FROM nowhere",
        "INSERT INTO accounts (id, name) VALUES ('acc_of_nobody', NULL)",
        "SELECT 1 / 0 FROM (",
    ],
    ids=["no such table", "a row that breaks a rule", "no statement"],
)
async def test_what_is_not_about_the_data_keeps_its_name(database: Database, statement: str) -> None:
    """A statement of ours that is wrong, or a database that is away, is nobody's input."""
    with pytest.raises(DBAPIError):
        async with database.transaction() as session:
            await session.execute(text(statement))
