"""Transactions that wait for each other."""

import asyncio

from sqlalchemy import text

from database.session import Database


async def until_blocked(database: Database) -> None:
    """Until some transaction waits for a lock in this database; fails after ten seconds."""
    waiting = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    async with asyncio.timeout(10):
        is_blocked = False
        while not is_blocked:
            async with database.transaction() as session:
                is_blocked = bool((await session.execute(text(f"SELECT EXISTS ({waiting})"))).scalar_one())
