"""Live events in the order of their numbers.

A row's id is given before its transaction commits, so a reader that follows ids can miss a late one. Numbers (`seq`)
are given after commit, by one process at a time; whoever has read up to a number has missed nothing below it.

Whoever changes a state writes its event in the same transaction (`INSERT INTO call_events`, in closing.py, campaigns.py,
dialling.py and others); here they are numbered and read. `api/live_events.py` sends them, by topics.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.campaign_members import only_theirs
from domain.identifiers import AccountId, UserId

_NUMBERING: Final = 7_117_000_003  # advisory lock
BATCH: Final = 1000

_NUMBER = text("""
    WITH next AS (SELECT id FROM call_events WHERE seq IS NULL ORDER BY id LIMIT :batch),
    numbered AS (
        SELECT id, (SELECT COALESCE(max(seq), 0) FROM call_events) + row_number() OVER (ORDER BY id) AS seq FROM next
    )
    UPDATE call_events e SET seq = numbered.seq FROM numbered WHERE e.id = numbered.id
    RETURNING e.seq
""")


@dataclass(frozen=True, slots=True)
class LiveEvent:
    """Something that happened, for people who watch; detail holds nothing personal."""

    seq: int
    kind: str
    campaign_id: str | None
    call_id: str | None
    attempt_id: str | None
    detail: Mapping[str, Any]
    occurred_at: datetime


async def number_events(session: AsyncSession) -> int:
    """Number committed events that have none yet; 0 when there are none or another process is at it.

    The lock lasts until this transaction's commit and is taken in a statement of its own, so that the next holder's
    statements see these numbers.
    """
    locked = await session.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": _NUMBERING})
    if not locked.scalar_one():
        return 0
    return len((await session.execute(_NUMBER, {"batch": BATCH})).all())


async def newest_seq(session: AsyncSession) -> int:
    """The highest number given so far, 0 before the first."""
    found = await session.execute(text("SELECT COALESCE(max(seq), 0) FROM call_events"))
    return int(found.scalar_one())


async def events_after(
    session: AsyncSession,
    account_id: AccountId,
    after: int,
    *,
    until: int,
    limit: int,
    members_only: UserId | None = None,
) -> list[LiveEvent]:
    """The account's events numbered above after, up to until, in order."""
    rows = await session.execute(
        text(f"""
            SELECT seq, kind, campaign_id, call_id, attempt_id, detail, occurred_at FROM call_events
            WHERE account_id = :account_id AND seq > :after AND seq <= :until AND {only_theirs("campaign_id")}
            ORDER BY seq LIMIT :limit
        """),
        {
            "account_id": account_id,
            "after": after,
            "until": until,
            "limit": limit,
            "members_only": members_only,
        },
    )
    return [LiveEvent(**row) for row in rows.mappings()]


async def watchable(
    session: AsyncSession, account_id: AccountId, ids: Collection[str], members_only: UserId | None = None
) -> set[str]:
    """Which of these are campaigns or calls of the account, and of this person's campaigns."""
    found = await session.execute(
        text(f"""
            SELECT id FROM campaigns WHERE account_id = :account_id AND id = ANY(:ids) AND {only_theirs("id")}
            UNION ALL
            SELECT id FROM calls WHERE account_id = :account_id AND id = ANY(:ids) AND {only_theirs("campaign_id")}
        """),
        {"account_id": account_id, "ids": list(ids), "members_only": members_only},
    )
    return set(found.scalars())
