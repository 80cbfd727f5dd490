"""A second account, from which nothing of the first may be seen."""

import os

from database.api_keys import ensure_account
from database.session import Database
from domain.identifiers import AccountId


async def other_account(database: Database) -> AccountId:
    """A new account."""
    async with database.transaction() as session:
        return await ensure_account(session, f"other {os.urandom(6).hex()}")
