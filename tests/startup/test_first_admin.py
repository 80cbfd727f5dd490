"""The first admin of an account: made once, whoever asks."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text

from database import users
from database.sealing import KeyRing
from database.session import Database
from database.users import LINK_LIFE, UserDetails
from domain.access import Role
from domain.errors import Conflict
from startup.first_admin import ACTOR, make_first_admin
from startup.first_connections import open_account

NOW = datetime.now(UTC)


def somebody() -> UserDetails:
    return UserDetails(f"{uuid4().hex}@example.com", "Ada")


async def test_the_first_admin_comes_in_by_a_link_and_is_made_once(
    database: Database, key_ring: KeyRing
) -> None:
    """Requirement 94."""
    account, details = f"account {uuid4()}", somebody()
    token = await make_first_admin(database, key_ring, account, details, NOW)
    assert token is not None
    assert await make_first_admin(database, key_ring, account, somebody(), NOW) is None
    async with database.transaction() as session:
        invited = await users.invited_by(session, token, key_ring)
        assert invited is not None
        assert details == invited.details
        [person] = await users.list_users(session, invited.account_id, key_ring, before=None, limit=10)
        assert (Role.ADMIN, False) == (person.role, person.has_come_in)
        acts = await session.execute(
            text("SELECT actor, action FROM audit_events WHERE account_id = :id AND subject = :user"),
            {"id": invited.account_id, "user": invited.id},
        )
        assert [(ACTOR, "user.invited")] == acts.all()
        ends = await session.execute(
            text("SELECT expires_at FROM one_time_links WHERE user_id = :id"), {"id": invited.id}
        )
        assert NOW + LINK_LIFE == ends.scalar_one()
        assert timedelta(days=7) == LINK_LIFE


async def test_of_two_who_ask_at_once_one_makes_it(database: Database, key_ring: KeyRing) -> None:
    account = f"account {uuid4()}"
    made = await asyncio.gather(
        *(make_first_admin(database, key_ring, account, somebody(), NOW) for _ in range(2))
    )
    assert 1 == len([token for token in made if token is not None])


@pytest.mark.parametrize("role", [Role.AGENT, Role.AGENT_MANAGER])
async def test_people_in_other_roles_are_no_admin(database: Database, key_ring: KeyRing, role: Role) -> None:
    account, details = f"account {uuid4()}", somebody()
    async with database.transaction() as session:
        await users.add_user(session, await open_account(session, account), details, role, key_ring)
    with pytest.raises(Conflict):
        await make_first_admin(database, key_ring, account, details, NOW)
    assert await make_first_admin(database, key_ring, account, somebody(), NOW) is not None
