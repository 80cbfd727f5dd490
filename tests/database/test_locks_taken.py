"""The recorder of locks writes down what its block does, and nothing else."""

import asyncio

from sqlalchemy import text

from database.session import Database
from tests.database.locks import locks_taken

LOCKING = text("SELECT id FROM accounts FOR UPDATE")


async def test_what_a_task_begun_before_locks_meanwhile_is_not_written_down(database: Database) -> None:
    may_go = asyncio.Event()

    async def lock() -> None:
        async with database.transaction() as session:
            await session.execute(LOCKING)

    async def beside() -> None:
        await may_go.wait()
        await lock()

    begun_before = asyncio.create_task(beside())
    with locks_taken(database) as lines:
        may_go.set()
        await begun_before
        assert [] == lines
        await asyncio.create_task(lock())
    assert ["LOCK accounts FOR UPDATE"] == lines
