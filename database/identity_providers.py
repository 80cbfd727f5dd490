"""An account's identity provider, and whom it knows: a person is known by issuer and subject, of which a keyed hash is kept."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec
from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from database.session import new_id
from domain.access import Role
from domain.errors import NotFound
from domain.identifiers import AccountId, UserId
from domain.identity_providers import ProviderRules

_COLUMNS: Final = "issuer, client_id, secret_sealed, domains, makes_people, default_role, group_claim, group_roles, created_at, changed_at"


@dataclass(frozen=True, slots=True)
class ProviderView:
    """A provider, without what proves to it that we ask."""

    issuer: str
    client_id: str
    rules: ProviderRules
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class OpenedProvider:
    """A provider with what proves to it that we ask."""

    issuer: str
    client_id: str
    client_secret: str
    rules: ProviderRules


@dataclass(frozen=True, slots=True)
class Known:
    """A person whom the provider knows. disabled: they are let in no more."""

    identity_id: str
    user_id: UserId
    role: Role
    disabled: bool


async def store_provider(
    session: AsyncSession, account_id: AccountId, provider: OpenedProvider, key_ring: KeyRing
) -> None:
    """The account's provider from now on. One that calls itself otherwise knows nobody yet. Behind lock_people."""
    rules = provider.rules
    await _forget_all(session, account_id, but=provider.issuer)
    await session.execute(
        text("""
            INSERT INTO identity_providers (account_id, issuer, client_id, secret_sealed, domains, makes_people, default_role,
                                            group_claim, group_roles)
            VALUES (:account_id, :issuer, :client_id, :secret, :domains, :makes_people, :default_role, :group_claim,
                    CAST(:group_roles AS jsonb))
            ON CONFLICT (account_id) DO UPDATE
            SET issuer = EXCLUDED.issuer, client_id = EXCLUDED.client_id, secret_sealed = EXCLUDED.secret_sealed,
                domains = EXCLUDED.domains, makes_people = EXCLUDED.makes_people, default_role = EXCLUDED.default_role,
                group_claim = EXCLUDED.group_claim, group_roles = EXCLUDED.group_roles, changed_at = now()
        """),
        {
            "account_id": account_id,
            "issuer": provider.issuer,
            "client_id": provider.client_id,
            "secret": key_ring.seal(provider.client_secret.encode(), account_id),
            "domains": list(rules.domains),
            "makes_people": rules.makes_people,
            "default_role": rules.default_role,
            "group_claim": rules.group_claim,
            "group_roles": msgspec.json.encode(dict(rules.group_roles)).decode(),
        },
    )


async def get_provider(session: AsyncSession, account_id: AccountId) -> ProviderView:
    """The account's provider. Raises NotFound."""
    row = await _row(session, account_id)
    return ProviderView(row["issuer"], row["client_id"], _rules(row), row["created_at"], row["changed_at"])


async def open_provider(
    session: AsyncSession, account_id: AccountId | str, key_ring: KeyRing
) -> OpenedProvider:
    """The account's provider, to be asked. Raises NotFound."""
    row = await _row(session, account_id)
    secret = key_ring.open(row["secret_sealed"], account_id).decode()
    return OpenedProvider(row["issuer"], row["client_id"], secret, _rules(row))


async def _row(session: AsyncSession, account_id: str) -> RowMapping:
    found = await session.execute(
        text(f"SELECT {_COLUMNS} FROM identity_providers WHERE account_id = :account_id"),
        {"account_id": account_id},
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no identity provider.")
    return row


def _rules(row: RowMapping) -> ProviderRules:
    return ProviderRules(
        tuple(row["domains"]),
        row["makes_people"],
        None if row["default_role"] is None else Role(row["default_role"]),
        row["group_claim"],
        {group: Role(role) for group, role in row["group_roles"].items()},
    )


async def remove_provider(session: AsyncSession, account_id: AccountId) -> None:
    """Nobody signs in by it any more; who has no password is out. Raises NotFound. Behind lock_people."""
    removed = await session.execute(
        text("DELETE FROM identity_providers WHERE account_id = :account_id RETURNING 1"),
        {"account_id": account_id},
    )
    if removed.one_or_none() is None:
        raise NotFound("This account has no identity provider.")
    await _forget_all(session, account_id, but="")


async def _forget_all(session: AsyncSession, account_id: AccountId, *, but: str) -> None:
    """Whom providers of another name knew; sessions of who could sign in by nothing else end with that."""
    await session.execute(
        text("""
            UPDATE sessions s SET ended_at = now(), ended_by = 'provider' FROM identities i JOIN users u ON u.id = i.user_id
            WHERE i.account_id = :account_id AND i.issuer <> :but AND s.user_id = u.id AND u.password_hash IS NULL
              AND s.ended_at IS NULL
        """),
        {"account_id": account_id, "but": but},
    )
    await session.execute(
        text("DELETE FROM identities WHERE account_id = :account_id AND issuer <> :but"),
        {"account_id": account_id, "but": but},
    )


async def who_is(
    session: AsyncSession, account_id: AccountId, issuer: str, subject: str, key_ring: KeyRing
) -> Known | None:
    """Whom this provider calls so."""
    found = await session.execute(
        text("""
            SELECT i.id, u.id AS user_id, u.role, u.disabled_at IS NOT NULL AS disabled
            FROM identities i JOIN users u ON u.id = i.user_id
            WHERE i.account_id = :account_id AND i.issuer = :issuer AND i.subject_hash = :subject
        """),
        {
            "account_id": account_id,
            "issuer": issuer,
            "subject": _subject_hash(account_id, issuer, subject, key_ring),
        },
    )
    row = found.one_or_none()
    return None if row is None else Known(row.id, row.user_id, Role(row.role), row.disabled)


async def invited_as(session: AsyncSession, account_id: AccountId, email_hash: bytes) -> UserId | None:
    """Who was invited under this address and has come in by nothing yet; None for whoever has a password or is known to a provider."""
    found = await session.execute(
        text("""
            SELECT u.id FROM users u
            WHERE u.account_id = :account_id AND u.email_hash = :email_hash AND u.password_hash IS NULL AND u.disabled_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM identities i WHERE i.user_id = u.id)
        """),
        {"account_id": account_id, "email_hash": email_hash},
    )
    return found.scalar_one_or_none()


async def bind(
    session: AsyncSession,
    account_id: AccountId,
    user_id: UserId,
    issuer: str,
    subject: str,
    key_ring: KeyRing,
) -> str:
    """From now on the provider calls this person so; their link is good no more. The identity's id. Raises NotFound. Behind lock_people."""
    identity_id = new_id("idn")
    bound = await session.execute(
        text("""
            INSERT INTO identities (id, account_id, user_id, issuer, subject_hash)
            SELECT :id, u.account_id, u.id, :issuer, :subject FROM users u WHERE u.id = :user_id AND u.account_id = :account_id
            RETURNING 1
        """),
        {
            "id": identity_id,
            "account_id": account_id,
            "user_id": user_id,
            "issuer": issuer,
            "subject": _subject_hash(account_id, issuer, subject, key_ring),
        },
    )
    if bound.one_or_none() is None:
        raise NotFound("This account has no such person.")
    await session.execute(text("DELETE FROM one_time_links WHERE user_id = :id"), {"id": user_id})
    return identity_id


def _subject_hash(account_id: str, issuer: str, subject: str, key_ring: KeyRing) -> bytes:
    return key_ring.lookup(msgspec.json.encode([issuer, subject]).decode(), account_id)
