"""Makes the first admin of an account that has none: `python -m startup.first_admin ACCOUNT EMAIL [NAME]`.

The token of their one-time link is printed once, to standard output; the database keeps only its hash. Whoever lost it is given
another by `outbound users link`, and the people after them are invited over the API. `outbound up` does the same for its own account.
"""

import asyncio
import sys
from datetime import UTC, datetime
from typing import Final

from database import users
from database.audit import record_act
from database.sealing import KeyRing
from database.secret_hashes import new_secret
from database.session import Database, engine_for
from database.users import LINK_LIFE, UserDetails
from domain.access import Role
from domain.email_addresses import is_email
from domain.errors import OutboundError
from startup.first_connections import open_account
from startup.settings import Settings

ACTOR: Final = "installation"
"""Who did it, in the audit log: whoever runs the processes, with no key and no session."""


async def make_first_admin(
    database: Database, key_ring: KeyRing, account: str, details: UserDetails, now: datetime
) -> str | None:
    """The token by which the first admin of this account comes in, within a week; None where it has, or had, an admin.

    The account is made if there is none of this name. Of two who ask at once one gets a token. Raises Conflict where somebody
    of the account, in another role, has this address.
    """
    token = new_secret("ol")
    async with database.transaction() as session:
        account_id = await open_account(session, account)
        await users.lock_people(session, account_id)
        if await users.has_admin(session, account_id):
            return None
        user_id = await users.add_user(session, account_id, details, Role.ADMIN, key_ring)
        await users.add_link(session, user_id, token, now + LINK_LIFE)
        await record_act(session, account_id, ACTOR, "user.invited", user_id, {"role": str(Role.ADMIN)})
    return token


async def _main(account: str, details: UserDetails) -> str:
    settings = Settings()
    key_ring = KeyRing.parse(settings.key_ring, settings.lookup_key)
    database = Database(engine_for(settings.database_url, connections=1))
    try:
        token = await make_first_admin(database, key_ring, account, details, datetime.now(UTC))
    finally:
        await database.close()
    if token is None:
        sys.exit("This account has an admin already; they invite others: outbound users invite.")
    return token


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or not is_email(sys.argv[2]):
        sys.exit("usage: python -m startup.first_admin ACCOUNT EMAIL [NAME]")
    _, given_account, given_email, *given_name = sys.argv
    try:
        print(asyncio.run(_main(given_account, UserDetails(given_email, *given_name or ["Admin"]))))
    except OutboundError as error:
        sys.exit(str(error))
