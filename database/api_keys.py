"""Accounts and their bearer keys; of a key only the SHA-256 is kept, and its first signs, by which people know it.

A key does no more, and lasts no longer, than whoever made it (decision 0061). The keys of an account are made and removed, and its people
disabled, one after another (users.lock_people): so that no key is made by what is being removed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.secret_hashes import secret_hash
from database.session import new_id
from domain.access import MAY, SCOPES, SEES_OWN_ONLY, Permission, Role
from domain.errors import NotFound
from domain.identifiers import AccountId, UserId

_PREFIX: Final = 11  # of "ok_" and 48 signs: 160 bits stay secret
_ENSURING_ACCOUNTS: Final = 7_117_000_002  # advisory lock: two processes that start at once make one account


@dataclass(frozen=True, slots=True)
class KeyOwner:
    """Whose key it is, and what it may do now; key_id names the key in audit events.

    networks: from where it is taken, None for everywhere; members_only: the person who made it, where they see only their own campaigns.
    """

    account_id: AccountId
    key_id: str
    permissions: frozenset[Permission]
    networks: tuple[str, ...] | None = None
    expires_at: datetime | None = None
    members_only: UserId | None = None


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
    """Let this key, which nobody within made, act for the account; one that already does is left as it is. Returns the key's id.

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


@dataclass(frozen=True, slots=True)
class KeyRules:
    """What a key may do, None for everything; from where, None for everywhere; until when, None for always."""

    scopes: frozenset[Permission] | None
    networks: list[str] | None
    expires_at: datetime | None


async def add_key(
    session: AsyncSession, account_id: AccountId, name: str, secret: str, rules: KeyRules, maker: str | None
) -> str | None:
    """A key that this person, this key or nobody within made; its id. None where they may make none any more. Behind lock_people.

    The rules lie within those of the key that makes it.
    """
    made = await session.execute(
        text("""
            WITH maker AS (
                SELECT u.id AS made_by_user, NULL AS made_by_key FROM users u
                WHERE u.id = :maker AND u.account_id = :account_id AND u.disabled_at IS NULL
                UNION ALL
                SELECT k.made_by_user, k.id FROM api_keys k
                WHERE k.id = :maker AND k.account_id = :account_id AND k.revoked_at IS NULL
                UNION ALL
                SELECT NULL, NULL WHERE CAST(:maker AS text) IS NULL
            )
            INSERT INTO api_keys (id, account_id, name, key_hash, prefix, scopes, networks, expires_at, made_by_user, made_by_key)
            SELECT :id, :account_id, :name, :key_hash, :prefix, CAST(:scopes AS text[]), CAST(:networks AS text[]), :expires_at,
                   made_by_user, made_by_key FROM maker
            RETURNING id
        """),
        {
            "id": new_id("key"),
            "account_id": account_id,
            "name": name,
            "key_hash": secret_hash(secret),
            "prefix": secret[:_PREFIX],
            "scopes": None if rules.scopes is None else sorted(rules.scopes),
            "networks": rules.networks,
            "expires_at": rules.expires_at,
            "maker": maker,
        },
    )
    return made.scalar_one_or_none()


async def owner_of_key(session: AsyncSession, secret: str) -> KeyOwner | None:
    """Who this key acts for; None for an unknown, revoked or expired one, and for one of somebody who can come in by nothing themselves.
    Notes, once a minute, that it was used."""
    found = await session.execute(
        text("""
            WITH found AS (
                SELECT k.id, k.account_id, k.scopes, k.networks, k.expires_at, k.last_used_at, u.id AS user_id, u.role
                FROM api_keys k LEFT JOIN users u ON u.id = k.made_by_user
                WHERE k.key_hash = :key_hash AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
                  AND u.disabled_at IS NULL AND (u.id IS NULL OR u.password_hash IS NOT NULL
                                                 OR EXISTS (SELECT 1 FROM identities i WHERE i.user_id = u.id))
            ), used AS (
                UPDATE api_keys k SET last_used_at = now() FROM found
                WHERE k.id = found.id AND (found.last_used_at IS NULL OR found.last_used_at < now() - interval '1 minute')
            )
            SELECT id, account_id, scopes, networks, expires_at, user_id, role FROM found
        """),
        {"key_hash": secret_hash(secret)},
    )
    row = found.one_or_none()
    return None if row is None else _owner(row)


def _owner(row: Row[Any]) -> KeyOwner:
    role = None if row.role is None else Role(row.role)
    given = _permissions(row.scopes)
    return KeyOwner(
        row.account_id,
        row.id,
        given if role is None else given & MAY[role],
        None if row.networks is None else tuple(row.networks),
        row.expires_at,
        row.user_id if role in SEES_OWN_ONLY else None,
    )


def _permissions(scopes: list[str] | None) -> frozenset[Permission]:
    """What these scopes allow; one that this version does not know allows nothing."""
    return SCOPES if scopes is None else frozenset(each for each in SCOPES if each in scopes)


async def revoke_key(session: AsyncSession, account_id: AccountId, key_id: str, at: datetime) -> int:
    """Refuse this key from now on, and those that it made; how many of them. Revoking twice is no error. Raises NotFound. Behind lock_people."""
    found = await session.execute(
        text("""
            WITH RECURSIVE gone AS (
                SELECT id FROM api_keys WHERE id = :key_id AND account_id = :account_id
                UNION SELECT k.id FROM api_keys k JOIN gone g ON k.made_by_key = g.id
            )
            UPDATE api_keys k SET revoked_at = COALESCE(k.revoked_at, :at) FROM gone g WHERE k.id = g.id RETURNING k.id
        """),
        {"key_id": key_id, "account_id": account_id, "at": at},
    )
    gone = found.scalars().all()
    if not gone:
        raise NotFound("This account has no such key.")
    return len(gone) - 1


async def revoke_keys_of(session: AsyncSession, account_id: AccountId, user_id: str) -> int:
    """Refuse from now on what this person made, and what that made; how many keys that ended. Behind lock_people."""
    ended = await session.execute(
        text("""
            UPDATE api_keys SET revoked_at = now()
            WHERE made_by_user = :user_id AND account_id = :account_id AND revoked_at IS NULL RETURNING id
        """),
        {"user_id": user_id, "account_id": account_id},
    )
    return len(ended.all())


@dataclass(frozen=True, slots=True)
class KeyView:
    """A key without its secret. scopes: None for everything; networks: None for everywhere; made_by: a person or a key, if it is known."""

    id: str
    name: str
    prefix: str
    scopes: list[str] | None
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None
    networks: list[str] | None
    made_by: str | None


async def list_keys(
    session: AsyncSession, account_id: AccountId, *, before: str | None, limit: int
) -> list[KeyView]:
    """The account's newest keys, or those older than the one named by before."""
    rows = await session.execute(
        text("""
            SELECT id, name, prefix, scopes, created_at, expires_at, last_used_at, revoked_at, networks,
                   COALESCE(made_by_key, made_by_user) AS made_by
            FROM api_keys
            WHERE account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [KeyView(**row) for row in rows.mappings()]
