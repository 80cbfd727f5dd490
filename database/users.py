"""People: who belongs to an account, in which role; and the one-time links by which they come in.

How they sign in, and until when: sign_ins.py. A person's address and name are sealed; the address is found by its keyed hash, of no
account, since somebody who signs in need not name one. An address belongs to one person of each account: nobody proves that it is theirs
by inviting it, so no account keeps it from another, or learns that it is known elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.api_keys import revoke_keys_of
from database.sealing import KeyRing
from database.secret_hashes import secret_hash
from database.session import new_id
from domain.access import Role
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId, UserId

LINK_LIFE: Final = timedelta(days=7)
"""So long somebody may come in by a link that they were given."""

_OF_NO_ACCOUNT: Final = "people"
_COLUMNS: Final = """
    id, account_id, details_sealed, role, created_at, disabled_at, 
    password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM identities i WHERE i.user_id = users.id) AS has_come_in,
    totp_sealed IS NOT NULL AS has_second_factor,
    (SELECT max(s.last_seen_at) FROM sessions s WHERE s.user_id = users.id) AS last_seen_at
"""


class LastAdmin(Conflict):
    """An account keeps at least one admin who can sign in; make somebody else one first."""

    code = "last_admin"


@dataclass(frozen=True, slots=True)
class UserDetails:
    """What is known of somebody, sealed."""

    email: str
    name: str


@dataclass(frozen=True, slots=True)
class UserView:
    """A person of an account. has_come_in: they chose a password, or their provider vouched for them; last_seen_at: to the minute."""

    id: UserId
    account_id: AccountId
    email: str
    name: str
    role: Role
    has_come_in: bool
    has_second_factor: bool
    created_at: datetime
    last_seen_at: datetime | None
    disabled_at: datetime | None


def tries_hash(user_id: UserId, key_ring: KeyRing) -> bytes:
    """Under which their failed tries are counted: not those of whoever has the same address in another account."""
    return key_ring.lookup(user_id, _OF_NO_ACCOUNT)


def resets_hash(email: str, key_ring: KeyRing) -> bytes:
    """Under which is counted how often a letter to this address was asked for: apart from tries to sign in, which it holds up for
    nobody."""
    return key_ring.lookup(f"reset {email.strip().casefold()}", _OF_NO_ACCOUNT)


def email_hash(email: str, key_ring: KeyRing) -> bytes:
    """Under which this address is found, however its letters are written."""
    return key_ring.lookup(email.strip().casefold(), _OF_NO_ACCOUNT)


async def add_user(
    session: AsyncSession, account_id: AccountId, details: UserDetails, role: Role, key_ring: KeyRing
) -> UserId:
    """A person who has not come in yet. Raises Conflict where somebody of the account has this address."""
    user_id = new_id("usr")
    added = await session.execute(
        text("""
            INSERT INTO users (id, account_id, email_hash, details_sealed, role)
            VALUES (:id, :account_id, :email_hash, :person, :role) ON CONFLICT (email_hash, account_id) DO NOTHING RETURNING id
        """),
        {
            "id": user_id,
            "account_id": account_id,
            "email_hash": email_hash(details.email, key_ring),
            "person": key_ring.seal_record(details, account_id),
            "role": role,
        },
    )
    if added.one_or_none() is None:
        raise Conflict("Somebody of this account has this address already; look for them among its people.")
    return UserId(user_id)


async def list_users(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing, *, before: str | None, limit: int
) -> list[UserView]:
    """The account's newest people, or those who were added before the one named by before."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM users
            WHERE account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [_view(row, key_ring) for row in rows.mappings()]


async def get_user(session: AsyncSession, account_id: AccountId, user_id: str, key_ring: KeyRing) -> UserView:
    """One person. Raises NotFound."""
    rows = await session.execute(
        text(f"SELECT {_COLUMNS} FROM users WHERE account_id = :account_id AND id = :id"),
        {"account_id": account_id, "id": user_id},
    )
    row = rows.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such person.")
    return _view(row, key_ring)


def _view(row: RowMapping, key_ring: KeyRing) -> UserView:
    shown = dict(row)
    details = key_ring.open_record(shown.pop("details_sealed"), row["account_id"], UserDetails)
    return UserView(**{**shown, "role": Role(row["role"])}, email=details.email, name=details.name)


async def lock_people(session: AsyncSession, account_id: AccountId) -> None:
    """Whoever changes people of an account takes turns, and takes this turn before anything else.

    Not FOR UPDATE, for which whatever refers to the account would have to wait, and which would wait for that.
    """
    await session.execute(
        text("SELECT 1 FROM accounts WHERE id = :account_id FOR NO KEY UPDATE"), {"account_id": account_id}
    )


async def set_role(session: AsyncSession, account_id: AccountId, user_id: str, role: Role) -> None:
    """From the next request on. Raises NotFound, LastAdmin. Behind lock_people."""
    was_needed = await is_the_only_admin(session, account_id, user_id)
    await _change(session, account_id, user_id, "role = :role", role=role)
    if was_needed and role is not Role.ADMIN:
        raise LastAdmin


async def set_disabled(session: AsyncSession, account_id: AccountId, user_id: str, *, disabled: bool) -> int:
    """Let somebody in no more, or again; whoever is disabled comes in by no link either, and the keys that they made end.

    How many keys ended. Raises NotFound, LastAdmin. Behind lock_people.
    """
    was_needed = await is_the_only_admin(session, account_id, user_id)
    value = "COALESCE(disabled_at, now())" if disabled else "NULL"
    await _change(session, account_id, user_id, f"disabled_at = {value}")
    if not disabled:
        return 0
    if was_needed:
        raise LastAdmin
    await session.execute(text("DELETE FROM one_time_links WHERE user_id = :id"), {"id": user_id})
    return await revoke_keys_of(session, account_id, user_id)


async def rename(
    session: AsyncSession, account_id: AccountId, user_id: str, details: UserDetails, key_ring: KeyRing
) -> None:
    """Call somebody otherwise. Raises NotFound."""
    await _change(
        session,
        account_id,
        user_id,
        "details_sealed = :person",
        person=key_ring.seal_record(details, account_id),
    )


async def set_password(session: AsyncSession, user_id: UserId, password_hash: str) -> None:
    """The one by which they sign in from now on."""
    await session.execute(
        text("UPDATE users SET password_hash = :password_hash WHERE id = :id"),
        {"id": user_id, "password_hash": password_hash},
    )


async def replace_password(session: AsyncSession, user_id: UserId, compared: str, password_hash: str) -> bool:
    """Another one in place of the one that was compared; False where it has been replaced meanwhile."""
    replaced = await session.execute(
        text("""
            UPDATE users SET password_hash = :password_hash
            WHERE id = :id AND password_hash = :compared AND disabled_at IS NULL RETURNING 1
        """),
        {"id": user_id, "compared": compared, "password_hash": password_hash},
    )
    return replaced.one_or_none() is not None


async def _change(
    session: AsyncSession, account_id: AccountId, user_id: str, change: str, **values: Any
) -> None:
    changed = await session.execute(
        text(f"UPDATE users SET {change} WHERE id = :id AND account_id = :account_id RETURNING id"),
        {"id": user_id, "account_id": account_id, **values},
    )
    if changed.one_or_none() is None:
        raise NotFound("This account has no such person.")


async def has_admin(session: AsyncSession, account_id: AccountId) -> bool:
    """Whether anybody is an admin of this account, whether or not they can sign in."""
    found = await session.execute(
        text("SELECT EXISTS (SELECT 1 FROM users WHERE account_id = :account_id AND role = :admin)"),
        {"account_id": account_id, "admin": Role.ADMIN},
    )
    return bool(found.scalar_one())


async def is_the_only_admin(session: AsyncSession, account_id: AccountId, user_id: str) -> bool:
    """Whether this person is an admin who can sign in, and nobody else is; or nobody else who needs no provider for it, as they do."""
    found = await session.execute(
        text("""
            SELECT COALESCE(bool_or(id = :id), false) AS is_one,
                   COALESCE(bool_or(id = :id AND has_password), false) AS has_password,
                   count(*) FILTER (WHERE id <> :id) AS others,
                   count(*) FILTER (WHERE id <> :id AND has_password) AS others_with_password
            FROM (
                SELECT u.id, u.password_hash IS NOT NULL AS has_password FROM users u
                WHERE u.account_id = :account_id AND u.role = :admin AND u.disabled_at IS NULL
                  AND (u.password_hash IS NOT NULL OR EXISTS (SELECT FROM identities i WHERE i.user_id = u.id))
            ) admins
        """),
        {"account_id": account_id, "admin": Role.ADMIN, "id": user_id},
    )
    row = found.one()
    return row.is_one and (not row.others or (row.has_password and not row.others_with_password))


async def add_link(session: AsyncSession, user_id: UserId, token: str, expires_at: datetime) -> None:
    """By which they come in once, until it expires; an earlier one is good no more. Raises Conflict for whoever is disabled."""
    added = await session.execute(
        text("""
            INSERT INTO one_time_links (token_hash, user_id, expires_at)
            SELECT :token_hash, u.id, :expires_at FROM users u WHERE u.id = :user_id AND u.disabled_at IS NULL FOR SHARE
            ON CONFLICT (user_id) DO UPDATE
            SET token_hash = EXCLUDED.token_hash, expires_at = EXCLUDED.expires_at, created_at = now() RETURNING 1
        """),
        {"token_hash": secret_hash(token), "user_id": user_id, "expires_at": expires_at},
    )
    if added.one_or_none() is None:
        raise Conflict("Nobody who is disabled comes in; let them in again first.")


async def with_password(session: AsyncSession, address_hash: bytes) -> list[UserId]:
    """Who signs in by a password under this address (email_hash), one in each account at most."""
    found = await session.execute(
        text("""
            SELECT id FROM users WHERE email_hash = :hash AND password_hash IS NOT NULL AND disabled_at IS NULL ORDER BY id
        """),
        {"hash": address_hash},
    )
    return [UserId(user_id) for user_id in found.scalars()]


@dataclass(frozen=True, slots=True)
class SigningIn:
    """Somebody who signs in by a password, and the account that they come to."""

    account_id: AccountId
    account_name: str
    details: UserDetails


async def get_signing_in(session: AsyncSession, user_id: UserId, key_ring: KeyRing) -> SigningIn | None:
    """Who this is; None for whoever is let in no more, or signs in otherwise."""
    found = await session.execute(
        text("""
            SELECT u.account_id, u.details_sealed, a.name FROM users u JOIN accounts a ON a.id = u.account_id
            WHERE u.id = :id AND u.password_hash IS NOT NULL AND u.disabled_at IS NULL
        """),
        {"id": user_id},
    )
    row = found.one_or_none()
    if row is None:
        return None
    details = key_ring.open_record(row.details_sealed, row.account_id, UserDetails)
    return SigningIn(row.account_id, row.name, details)


async def invited_by(session: AsyncSession, token: str, key_ring: KeyRing) -> "Invited | None":
    """Whom this link would let in; None for one that is unknown, used or expired, or of somebody who is disabled."""
    found = await session.execute(
        text("""
            SELECT u.id, u.account_id, u.details_sealed FROM one_time_links l JOIN users u ON u.id = l.user_id
            WHERE l.token_hash = :token_hash AND l.expires_at > now() AND u.disabled_at IS NULL
        """),
        {"token_hash": secret_hash(token)},
    )
    row = found.one_or_none()
    if row is None:
        return None
    return Invited(
        row.id, row.account_id, key_ring.open_record(row.details_sealed, row.account_id, UserDetails)
    )


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom a link lets in."""

    id: UserId
    account_id: AccountId
    details: UserDetails

    def names(self) -> Iterator[str]:
        """What a password of theirs does not hold."""
        return names_of(self.details)


def names_of(details: UserDetails) -> Iterator[str]:
    """The parts of a name and of an address before its @."""
    yield from details.name.split()
    yield from details.email.partition("@")[0].replace("+", ".").replace("_", ".").split(".")


async def use_link(session: AsyncSession, token: str) -> bool:
    """Use it once; False for one that is unknown, used or expired."""
    used = await session.execute(
        text("DELETE FROM one_time_links WHERE token_hash = :token_hash AND expires_at > now() RETURNING 1"),
        {"token_hash": secret_hash(token)},
    )
    return used.one_or_none() is not None
