"""Signing in: what is compared with a password, failed tries, sessions and their refresh tokens.

A session ends by itself; its refresh tokens are used once each, and a second use ends it: the token was stolen, or its holder's answer
was lost. Of two who use one token at once one wins and the other is refused, without the session's end.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.audit import record_act
from database.sealing import KeyRing
from database.secret_hashes import secret_hash
from database.session import new_id
from domain.access import MAY, SEES_OWN_ONLY, Permission, Role
from domain.errors import NotFound
from domain.identifiers import AccountId, SessionId, UserId
from domain.sign_in_limits import KNOWN_FOR, WINDOW, Failed, Failures

_AT_ONCE_SECONDS: Final = 10
_REUSE_KNOWN_DAYS: Final = 7  # who uses a token again after that is refused, and nothing ends
_LIVE: Final = "s.ended_at IS NULL AND s.ends_at > now() AND u.disabled_at IS NULL"
_TRYING: Final = 7_117_003  # advisory lock, with a part of the person's hash: tries of one person are counted one after another


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody who signs in is compared with. password_hash: None for whoever has none, or is disabled; identity_id: by which their
    provider vouched for them, in place of a password."""

    user_id: UserId
    account_id: AccountId
    password_hash: str | None
    identity_id: str | None = None


async def credentials_of(
    session: AsyncSession, email_hash: bytes, account_id: str | None = None
) -> Credentials | None:
    """Of the person of this address, if there is one: in this account, or of those who can sign in the one who was invited first."""
    found = await session.execute(
        text("""
            SELECT id, account_id, CASE WHEN disabled_at IS NULL THEN password_hash END AS password_hash
            FROM users
            WHERE email_hash = :email_hash AND (CAST(:account_id AS text) IS NULL OR account_id = :account_id)
            ORDER BY disabled_at IS NULL AND password_hash IS NOT NULL DESC, id LIMIT 1
        """),
        {"email_hash": email_hash, "account_id": account_id},
    )
    row = found.one_or_none()
    return None if row is None else Credentials(row.id, row.account_id, row.password_hash)


async def password_hash_of(session: AsyncSession, user_id: UserId) -> str | None:
    """What this person's password is compared with."""
    found = await session.execute(text("SELECT password_hash FROM users WHERE id = :id"), {"id": user_id})
    return found.scalar_one_or_none()


@dataclass(frozen=True, slots=True)
class Try:
    """A try to sign in that counts as failed until it succeeds. failed: those before it."""

    failed: Failures
    now: datetime


async def begin_try(
    session: AsyncSession, user_id: UserId | None, person_hash: bytes, network_hash: bytes
) -> Try:
    """Note it, so that many at once are counted as many. user_id: None for an address that nobody has; person_hash: under which their
    tries are counted."""
    await session.execute(
        text("SELECT pg_advisory_xact_lock(:lock, :person)"),
        {"lock": _TRYING, "person": int.from_bytes(person_hash[:4], signed=True)},
    )
    found = await session.execute(
        text("""
            WITH recent AS (
                SELECT person_hash, network_hash, at FROM sign_in_failures
                WHERE at > now() - CAST(:window AS interval) AND (person_hash = :person OR network_hash = :network)
            ), counted AS (
                SELECT count(*) FILTER (WHERE person_hash = :person AND network_hash = :network) AS here,
                       max(at) FILTER (WHERE person_hash = :person AND network_hash = :network) AS here_last,
                       count(*) FILTER (WHERE network_hash = :network) AS network,
                       max(at) FILTER (WHERE network_hash = :network) AS network_last,
                       count(*) FILTER (WHERE person_hash = :person) AS person,
                       max(at) FILTER (WHERE person_hash = :person) AS person_last
                FROM recent
            ), noted AS (
                INSERT INTO sign_in_failures (person_hash, network_hash, at)
                VALUES (:person, :network, clock_timestamp())
            )
            SELECT counted.*, clock_timestamp() AS now, EXISTS (
                SELECT 1 FROM sessions s WHERE s.user_id = :user_id AND s.network_hash = :network
                  AND s.created_at > now() - CAST(:known_for AS interval)
            ) AS is_known
            FROM counted
        """),
        {
            "user_id": user_id,
            "person": person_hash,
            "network": network_hash,
            "window": WINDOW,
            "known_for": KNOWN_FOR,
        },
    )
    row = found.one()
    failed = Failures(
        Failed(row.here, row.here_last),
        Failed(row.network, row.network_last),
        Failed(row.person, row.person_last),
        row.is_known,
    )
    return Try(failed, row.now)


async def forgive(session: AsyncSession, person_hash: bytes, network_hash: bytes) -> None:
    """Whoever signed in here made slips, no guesses."""
    await session.execute(
        text("DELETE FROM sign_in_failures WHERE person_hash = :person AND network_hash = :network"),
        {"person": person_hash, "network": network_hash},
    )


async def forget_old_sign_ins(session: AsyncSession) -> None:
    """Failures that count no more, sessions (with their tokens) that ended long ago, links that expired."""
    await session.execute(
        text("DELETE FROM sign_in_failures WHERE at < now() - CAST(:window AS interval)"), {"window": WINDOW}
    )
    await session.execute(text("DELETE FROM one_time_links WHERE expires_at < now()"))
    await session.execute(
        text("""
            WITH over AS (
                SELECT id FROM sessions WHERE ends_at < now() - CAST(:known_for AS interval) LIMIT 1000
            ), tokens AS (
                DELETE FROM refresh_tokens WHERE session_id IN (SELECT id FROM over)
            )
            DELETE FROM sessions WHERE id IN (SELECT id FROM over)
        """),
        {"known_for": KNOWN_FOR},
    )


async def open_session(
    session: AsyncSession,
    known: Credentials,
    refresh_token: str,
    *,
    ends_at: datetime,
    network_hash: bytes,
    device: str,
    key_ring: KeyRing,
) -> SessionId | None:
    """Signed in, until this moment at the latest; None where the password that was compared is theirs no more, the account's provider knows
    them no more, or they are disabled."""
    session_id = new_id("ses")
    opened = await session.execute(
        text("""
            INSERT INTO sessions (id, user_id, network_hash, device_sealed, ends_at)
            SELECT :id, u.id, :network_hash, :device, :ends_at FROM users u
            WHERE u.id = :user_id AND u.disabled_at IS NULL AND (u.password_hash = :password_hash OR EXISTS (
                SELECT 1 FROM identities i JOIN identity_providers p ON p.account_id = i.account_id AND p.issuer = i.issuer
                WHERE i.id = :identity_id AND i.user_id = u.id
            )) FOR SHARE OF u
            RETURNING 1
        """),
        {
            "id": session_id,
            "user_id": known.user_id,
            "password_hash": known.password_hash,
            "identity_id": known.identity_id,
            "network_hash": network_hash,
            "device": key_ring.seal(device.encode(), known.user_id),
            "ends_at": ends_at,
        },
    )
    if opened.one_or_none() is None:
        return None
    await _add_token(session, session_id, refresh_token)
    return SessionId(session_id)


async def _add_token(session: AsyncSession, session_id: str, token: str) -> None:
    await session.execute(
        text("INSERT INTO refresh_tokens (token_hash, session_id) VALUES (:token_hash, :session_id)"),
        {"token_hash": secret_hash(token), "session_id": session_id},
    )


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Somebody who is signed in."""

    id: SessionId
    user_id: UserId
    account_id: AccountId
    role: Role
    ends_at: datetime

    @property
    def members_only(self) -> UserId | None:
        """The person whose own campaigns alone are shown; None for whoever sees all."""
        return self.user_id if self.role in SEES_OWN_ONLY else None

    @property
    def permissions(self) -> frozenset[Permission]:
        """What their role may."""
        return MAY[self.role]


async def exchange_token(session: AsyncSession, token: str, new_token: str) -> OpenSession | None:
    """Use a refresh token once and put this one in its place; None for one that is unknown, used, or of a session that is over.

    A second use ends the session, unless it comes at once. Commit what it does also where it returns None.
    """
    used = await session.execute(
        text(f"""
            UPDATE refresh_tokens t SET used_at = now() FROM sessions s JOIN users u ON u.id = s.user_id
            WHERE t.token_hash = :token_hash AND t.used_at IS NULL AND s.id = t.session_id AND {_LIVE}
            RETURNING s.id, u.id AS user_id, u.account_id, u.role, s.ends_at
        """),
        {"token_hash": secret_hash(token)},
    )
    row = used.one_or_none()
    if row is None:
        await _end_if_reused(session, token)
        return None
    await _add_token(session, row.id, new_token)
    await session.execute(
        text("""
            DELETE FROM refresh_tokens
            WHERE session_id = :id AND used_at < now() - make_interval(days => :remembered)
        """),
        {"id": row.id, "remembered": _REUSE_KNOWN_DAYS},
    )
    return OpenSession(row.id, row.user_id, row.account_id, Role(row.role), row.ends_at)


async def _end_if_reused(session: AsyncSession, token: str) -> None:
    ended = await session.execute(
        text("""
            UPDATE sessions s SET ended_at = now(), ended_by = 'reuse' FROM refresh_tokens t, users u
            WHERE t.token_hash = :token_hash AND s.id = t.session_id AND u.id = s.user_id AND s.ended_at IS NULL
              AND t.used_at < now() - make_interval(secs => :at_once)
            RETURNING s.id, u.id AS user_id, u.account_id
        """),
        {"token_hash": secret_hash(token), "at_once": _AT_ONCE_SECONDS},
    )
    if (row := ended.one_or_none()) is not None:
        await record_act(session, row.account_id, row.user_id, "session.ended", row.id, {"by": "reuse"})


async def session_of(session: AsyncSession, session_id: str) -> OpenSession | None:
    """Who is signed in by this session; None once it is over. Notes, once a minute, that they were seen."""
    found = await session.execute(
        text(f"""
            WITH found AS (
                SELECT s.id, u.id AS user_id, u.account_id, u.role, s.ends_at, s.last_seen_at
                FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = :id AND {_LIVE}
            ), seen AS (
                UPDATE sessions s SET last_seen_at = now() FROM found
                WHERE s.id = found.id AND found.last_seen_at < now() - interval '1 minute'
            )
            SELECT id, user_id, account_id, role, ends_at FROM found
        """),
        {"id": session_id},
    )
    row = found.one_or_none()
    return (
        None if row is None else OpenSession(row.id, row.user_id, row.account_id, Role(row.role), row.ends_at)
    )


async def end_session(session: AsyncSession, user_id: UserId, session_id: str, why: str) -> bool:
    """End one of this person's; False where it was over already. Raises NotFound."""
    ended = await session.execute(
        text("""
            UPDATE sessions SET ended_by = :why, ended_at = now()
            WHERE id = :id AND user_id = :user_id AND ended_at IS NULL RETURNING id
        """),
        {"id": session_id, "user_id": user_id, "why": why},
    )
    if ended.one_or_none() is not None:
        return True
    theirs = await session.execute(
        text("SELECT 1 FROM sessions WHERE id = :id AND user_id = :user_id"),
        {"id": session_id, "user_id": user_id},
    )
    if theirs.one_or_none() is None:
        raise NotFound("You have no such session.")
    return False


async def end_sessions(session: AsyncSession, user_id: str, why: str, *, but: str | None = None) -> None:
    """End all of this person's that are open, but for this one."""
    await session.execute(
        text("""
            UPDATE sessions SET ended_at = now(), ended_by = :why
            WHERE user_id = :user_id AND ended_at IS NULL AND id IS DISTINCT FROM CAST(:but AS text)
        """),
        {"user_id": user_id, "why": why, "but": but},
    )


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session that is open. device: what their program calls itself; last_seen_at: to the minute."""

    id: SessionId
    device: str
    created_at: datetime
    last_seen_at: datetime
    ends_at: datetime


async def list_sessions(
    session: AsyncSession, user_id: UserId, key_ring: KeyRing, *, before: str | None, limit: int
) -> list[SessionView]:
    """This person's that are open, the newest first, or those before the one named by before."""
    rows = await session.execute(
        text("""
            SELECT id, device_sealed, created_at, last_seen_at, ends_at FROM sessions
            WHERE user_id = :user_id AND ended_at IS NULL AND ends_at > now()
              AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"user_id": user_id, "before": before, "limit": limit},
    )
    return [
        SessionView(
            row.id,
            key_ring.open(row.device_sealed, user_id).decode(),
            row.created_at,
            row.last_seen_at,
            row.ends_at,
        )
        for row in rows
    ]
