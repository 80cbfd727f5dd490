"""Requests that make or spend, done once for each key: the answer is kept for 24 hours, and so is the id of what is being made.

The id is kept from the first try on, so that a repeat after a failure completes the same thing. Whoever claims a key owns it
from that moment until it is taken over; only its owner's answer is kept. A key is stored as whoever asks made it a name of
its own (api/idempotency.py): what clients write in it stands nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from domain.identifiers import AccountId

KEPT = timedelta(hours=24)
# A try of which nothing was heard for so long died with its process.
ABANDONED_AFTER = timedelta(seconds=60)
HEARD_EVERY = timedelta(seconds=15)


class Standing(StrEnum):
    """What a key says about a request."""

    MINE = "mine"
    ANSWERED = "answered"
    IN_PROGRESS = "in_progress"
    OTHER_REQUEST = "other_request"


@dataclass(frozen=True, slots=True)
class KeyClaim:
    """MINE: do the work under resource_id, as owner since `since`; ANSWERED: repeat status and body; else refuse.

    body: None for an answer without content.
    """

    standing: Standing
    resource_id: str = ""
    since: datetime | None = None
    status: int = 0
    body: Mapping[str, Any] | None = None


_CLAIM = text("""
    INSERT INTO idempotency_keys AS k (account_id, key, request_hash, response)
    VALUES (:account_id, :key, :request_hash, jsonb_build_object('resource_id', CAST(:resource_id AS text)))
    ON CONFLICT (account_id, key) DO UPDATE SET
        created_at = now(), heard_at = NULL, status = NULL, request_hash = EXCLUDED.request_hash, answer_sealed = NULL,
        response = CASE WHEN k.created_at < now() - CAST(:kept AS interval) THEN EXCLUDED.response ELSE k.response END
    WHERE k.created_at < now() - CAST(:kept AS interval)
       OR (k.request_hash = :request_hash
           AND (k.status >= 500
                OR (k.status IS NULL AND GREATEST(k.created_at, k.heard_at) < now() - CAST(:abandoned AS interval))))
    RETURNING response->>'resource_id' AS resource_id, created_at AS since
""")


async def claim_key(
    session: AsyncSession,
    account_id: AccountId,
    key: str,
    request_hash: bytes,
    resource_id: str,
    key_ring: KeyRing,
) -> KeyClaim:
    """Begin the work of this key, or say why not. resource_id is the id to use if the work is new. Raises CannotOpen."""
    parameters = {
        "account_id": account_id,
        "key": key,
        "request_hash": request_hash,
        "resource_id": resource_id,
        "kept": KEPT,
        "abandoned": ABANDONED_AFTER,
    }
    claimed = (await session.execute(_CLAIM, parameters)).one_or_none()
    if claimed is not None:
        return KeyClaim(Standing.MINE, resource_id=claimed.resource_id, since=claimed.since)
    found = await session.execute(
        text("""
            SELECT request_hash, status, answer_sealed FROM idempotency_keys
            WHERE account_id = :account_id AND key = :key
        """),
        {"account_id": account_id, "key": key},
    )
    row = found.one_or_none()
    if row is None:  # released between the two statements
        return KeyClaim(Standing.IN_PROGRESS)
    if bytes(row.request_hash) != request_hash:
        return KeyClaim(Standing.OTHER_REQUEST)
    if row.status is None:
        return KeyClaim(Standing.IN_PROGRESS)
    body = key_ring.open_record(row.answer_sealed, account_id, dict[str, Any] | None)  # type: ignore[arg-type]
    return KeyClaim(Standing.ANSWERED, status=row.status, body=body)


async def is_at_work(session: AsyncSession, account_id: AccountId, key: str, since: datetime | None) -> None:
    """Say that whoever claimed this key works on it still, so that nobody takes it over."""
    await session.execute(
        text("""
            UPDATE idempotency_keys SET heard_at = clock_timestamp()
            WHERE account_id = :account_id AND key = :key AND status IS NULL AND created_at = :since
        """),
        {"account_id": account_id, "key": key, "since": since},
    )


async def keep_answer(
    session: AsyncSession,
    account_id: AccountId,
    key: str,
    since: datetime | None,
    status: int,
    body: Mapping[str, Any] | None,
    key_ring: KeyRing,
) -> bool:
    """Remember what was answered, sealed; a status of 500 or more lets a repeat try again under the same resource id.

    False, and nothing is remembered, if the key was taken over since its claim.
    """
    kept = await session.execute(
        text("""
            UPDATE idempotency_keys SET status = :status, answer_sealed = :answer
            WHERE account_id = :account_id AND key = :key AND status IS NULL AND created_at = :since RETURNING key
        """),
        {
            "account_id": account_id,
            "key": key,
            "since": since,
            "status": status,
            "answer": key_ring.seal_record(body, account_id),
        },
    )
    return kept.one_or_none() is not None


async def release_key(session: AsyncSession, account_id: AccountId, key: str, since: datetime | None) -> None:
    """Forget this key, unless it was taken over: its request changed nothing."""
    await session.execute(
        text("""
            DELETE FROM idempotency_keys
            WHERE account_id = :account_id AND key = :key AND status IS NULL AND created_at = :since
        """),
        {"account_id": account_id, "key": key, "since": since},
    )


async def forget_old_keys(session: AsyncSession) -> None:
    """Remove what is older than 24 hours, in every account."""
    await session.execute(
        text("DELETE FROM idempotency_keys WHERE created_at < now() - CAST(:kept AS interval)"),
        {"kept": KEPT},
    )
