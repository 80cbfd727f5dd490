"""Rows beside the ones that a test is about."""

import os
from collections.abc import AsyncIterator

import pytest_asyncio
from sqlalchemy import text

from database.sealing import KeyRing
from database.session import Database
from startup.first_connections import open_account
from tests.database.neighbours import Neighbours


@pytest_asyncio.fixture
async def beside(database: Database, key_ring: KeyRing) -> AsyncIterator[Neighbours]:
    """Two accounts that stay within the test."""
    async with database.transaction() as session:
        ours, theirs = [await open_account(session, os.urandom(6).hex()) for _ in range(2)]
        now = (await session.execute(text("SELECT now()"))).scalar_one()
        yield Neighbours(session, key_ring, ours, theirs, now)
        await session.rollback()
