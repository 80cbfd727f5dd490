"""Accounts and their bearer keys; of a key only the SHA-256 is kept."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.session import new_id
from domain.errors import NotFound
from domain.identifiers import AccountId

_ENSURING_ACCOUNTS = 7_117_000_002  # advisory lock: two processes that start at once make one account


@dataclass(frozen=True, slots=True)
class KeyOwner:
    """Whose key it is; key_id names the key in audit events."""

    account_id: AccountId
    key_id: str


def key_hash(secret: str) -> bytes:
    """What is stored of a key. Keys carry 128 bits of chance or more, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).digest()


async def ensure_account(session: AsyncSession, name: str) -> AccountId:
    """The account of this name, made if there is none."""
    await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ENSURING_ACCOUNTS})
    found = await session.execute(
        text("SELECT id FROM accounts WHERE name = :name ORDER BY id"), {"name": name}
    )
    account_id = found.scalars().first()
    if account_id is None:
        account_id = new_id("acc")
        await session.execute(
            text("INSERT INTO accounts (id, name) VALUES (:id, :name)"), {"id": account_id, "name": name}
        )
    return AccountId(account_id)


async def ensure_key(session: AsyncSession, account_id: AccountId, name: str, secret: str) -> str:
    """Let this key act for the account; one that already does is left as it is. Returns the key's id."""
    found = await session.execute(
        text("""
            INSERT INTO api_keys (id, account_id, name, key_hash) VALUES (:id, :account_id, :name, :key_hash)
            ON CONFLICT (key_hash) DO UPDATE SET key_hash = EXCLUDED.key_hash RETURNING id
        """),
        {"id": new_id("key"), "account_id": account_id, "name": name, "key_hash": key_hash(secret)},
    )
    return str(found.scalar_one())


async def owner_of_key(session: AsyncSession, secret: str) -> KeyOwner | None:
    """Who this key acts for; None for an unknown or revoked one."""
    found = await session.execute(
        text("SELECT account_id, id FROM api_keys WHERE key_hash = :key_hash AND revoked_at IS NULL"),
        {"key_hash": key_hash(secret)},
    )
    row = found.one_or_none()
    return None if row is None else KeyOwner(row.account_id, row.id)


async def revoke_key(session: AsyncSession, account_id: AccountId, key_id: str, at: datetime) -> None:
    """Refuse this key from now on; revoking twice is no error. Raises NotFound."""
    found = await session.execute(
        text("""
            UPDATE api_keys SET revoked_at = COALESCE(revoked_at, :at)
            WHERE id = :key_id AND account_id = :account_id RETURNING id
        """),
        {"key_id": key_id, "account_id": account_id, "at": at},
    )
    if found.one_or_none() is None:
        raise NotFound("This account has no such key.")


@dataclass(frozen=True, slots=True)
class KeyView:
    """A key without its secret."""

    id: str
    name: str
    created_at: datetime
    revoked_at: datetime | None


async def list_keys(
    session: AsyncSession, account_id: AccountId, *, before: str | None, limit: int
) -> list[KeyView]:
    """The account's newest keys, or those older than the one named by before."""
    rows = await session.execute(
        text("""
            SELECT id, name, created_at, revoked_at FROM api_keys
            WHERE account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [KeyView(**row) for row in rows.mappings()]
