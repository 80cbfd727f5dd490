"""Whose a campaign is: the people who see its calls though they do not see all (domain/access.py).

Lists take `members_only`, the person whose campaigns alone are shown; None for whoever sees all.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from database.users import UserDetails
from domain.errors import NotFound
from domain.identifiers import AccountId, UserId

_THEIRS: Final = "SELECT m.campaign_id FROM campaign_members m WHERE m.user_id = :members_only"


def only_theirs(column: str) -> str:
    """The condition that this column names one of the campaigns of :members_only, who may be nobody for all."""
    return f"(CAST(:members_only AS text) IS NULL OR {column} IN ({_THEIRS}))"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who sees a campaign."""

    user_id: UserId
    name: str
    added_at: datetime


async def add_member(session: AsyncSession, account_id: AccountId, campaign_id: str, user_id: str) -> None:
    """Let this person see the campaign; twice is no error. Raises NotFound for a campaign or person that is not the account's."""
    added = await session.execute(
        text("""
            WITH both_ours AS (
                SELECT u.id AS user_id, m.id AS campaign_id FROM users u, campaigns m
                WHERE u.id = :user_id AND m.id = :campaign_id
                  AND u.account_id = :account_id AND m.account_id = :account_id
            ), added AS (
                INSERT INTO campaign_members (user_id, campaign_id, account_id)
                SELECT user_id, campaign_id, :account_id FROM both_ours ON CONFLICT DO NOTHING
            )
            SELECT 1 FROM both_ours
        """),
        {"account_id": account_id, "campaign_id": campaign_id, "user_id": user_id},
    )
    if added.one_or_none() is None:
        raise NotFound("This account has no such campaign, or no such person.")


async def remove_member(session: AsyncSession, account_id: AccountId, campaign_id: str, user_id: str) -> None:
    """Let this person see the campaign no more. Raises NotFound for one who did not."""
    removed = await session.execute(
        text("""
            DELETE FROM campaign_members
            WHERE user_id = :user_id AND campaign_id = :campaign_id AND account_id = :account_id RETURNING 1
        """),
        {"account_id": account_id, "campaign_id": campaign_id, "user_id": user_id},
    )
    if removed.one_or_none() is None:
        raise NotFound("This campaign has no such member.")


async def list_members(
    session: AsyncSession, account_id: AccountId, campaign_id: str, key_ring: KeyRing
) -> list[Member]:
    """Who sees the campaign beside those who see all; the first first."""
    rows = await session.execute(
        text("""
            SELECT u.id, u.details_sealed, m.added_at FROM campaign_members m JOIN users u ON u.id = m.user_id
            WHERE m.campaign_id = :campaign_id AND m.account_id = :account_id ORDER BY m.added_at, u.id
        """),
        {"account_id": account_id, "campaign_id": campaign_id},
    )
    return [
        Member(row.id, key_ring.open_record(row.details_sealed, account_id, UserDetails).name, row.added_at)
        for row in rows
    ]


async def sees(
    session: AsyncSession, members_only: UserId, *, campaign_id: str | None = None, call_id: str | None = None
) -> bool:
    """Whether this person's campaigns are these: the campaign itself, and the one that the call belongs to."""
    found = await session.execute(
        text(f"""
            SELECT (CAST(:campaign_id AS text) IS NULL OR :campaign_id IN ({_THEIRS}))
               AND (CAST(:call_id AS text) IS NULL OR EXISTS (
                   SELECT 1 FROM calls c WHERE c.id = :call_id AND c.campaign_id IN ({_THEIRS})))
        """),
        {"members_only": members_only, "campaign_id": campaign_id, "call_id": call_id},
    )
    return bool(found.scalar_one())
