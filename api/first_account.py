"""Makes an account, if there is none of this name, and a key for it: `python -m api.first_account NAME`.

The key is printed once, to standard output; the database keeps only its hash.
"""

import asyncio
import sys

from database.api_keys import ensure_key
from database.secret_hashes import new_secret
from database.session import Database, engine_for
from startup.first_connections import open_account
from startup.settings import Settings


async def make_key(database: Database, name: str) -> str:
    """A new key of the account of this name."""
    secret = new_secret("ok")
    async with database.transaction() as session:
        account_id = await open_account(session, name)
        await ensure_key(session, account_id, "first", secret)
    return secret


async def _main(name: str) -> None:
    database = Database(engine_for(Settings().database_url, connections=1))
    try:
        print(await make_key(database, name))
    finally:
        await database.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m api.first_account NAME")
    asyncio.run(_main(sys.argv[1]))
