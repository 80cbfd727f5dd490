"""Accounts and their bearer keys; of a key only the SHA-256 is kept, and its first signs, by which people know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.secret_hashes import secret_hash
from database.session import new_id
from domain.access import SCOPES, Permission
from domain.errors import NotFound
from domain.identifiers import AccountId

_PREFIX: Final = 11  # of "ok_" and 48 signs: 160 bits stay secret
_ENSURING_ACCOUNTS: Final = 7_117_000_002  # advisory lock: two processes that start at once make one account


@dataclass(frozen=True, slots=True)
class KeyOwner:
    """Whose key it is, and what it may do; key_id names the key in audit events."""

    account_id: AccountId
    key_id: str
    permissions: frozenset[Permission]


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


async def ensure_key(
    session: AsyncSession,
    account_id: AccountId,
    name: str,
    secret: str,
    *,
    scopes: Iterable[Permission] | None = None,
    expires_at: datetime | None = None,
) -> str:
    """Let this key act for the account; one that already does is left as it is. Returns the key's id.

    scopes: what it may do, None for everything.
    """
    found = await session.execute(
        text("""
            INSERT INTO api_keys (id, account_id, name, key_hash, prefix, scopes, expires_at)
            VALUES (:id, :account_id, :name, :key_hash, :prefix, CAST(:scopes AS text[]), :expires_at)
            ON CONFLICT (key_hash) DO UPDATE SET key_hash = EXCLUDED.key_hash RETURNING id
        """),
        {
            "id": new_id("key"),
            "account_id": account_id,
            "name": name,
            "key_hash": secret_hash(secret),
            "prefix": secret[:_PREFIX],
            "scopes": None if scopes is None else sorted(scopes),
            "expires_at": expires_at,
        },
    )
    return str(found.scalar_one())


async def owner_of_key(session: AsyncSession, secret: str) -> KeyOwner | None:
    """Who this key acts for; None for an unknown, revoked or expired one. Notes, once a minute, that it was used."""
    found = await session.execute(
        text("""
            WITH found AS (
                SELECT id, account_id, scopes, last_used_at FROM api_keys
                WHERE key_hash = :key_hash AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
            ), used AS (
                UPDATE api_keys k SET last_used_at = now() FROM found
                WHERE k.id = found.id AND (found.last_used_at IS NULL OR found.last_used_at < now() - interval '1 minute')
            )
            SELECT id, account_id, scopes FROM found
        """),
        {"key_hash": secret_hash(secret)},
    )
    row = found.one_or_none()
    return None if row is None else KeyOwner(row.account_id, row.id, _permissions(row.scopes))


def _permissions(scopes: list[str] | None) -> frozenset[Permission]:
    """What these scopes allow; one that this version does not know allows nothing."""
    return SCOPES if scopes is None else frozenset(each for each in SCOPES if each in scopes)


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
    """A key without its secret. scopes: None for everything."""

    id: str
    name: str
    prefix: str
    scopes: list[str] | None
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None


async def list_keys(
    session: AsyncSession, account_id: AccountId, *, before: str | None, limit: int
) -> list[KeyView]:
    """The account's newest keys, or those older than the one named by before."""
    rows = await session.execute(
        text("""
            SELECT id, name, prefix, scopes, created_at, expires_at, last_used_at, revoked_at FROM api_keys
            WHERE account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [KeyView(**row) for row in rows.mappings()]
