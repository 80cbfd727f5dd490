"""Signing in with a provider, on its way: who went there and may come back, and who came back and may open a session.

Both are kept as hashes, bound to the browser by a secret of its cookie, used once, and good for minutes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from database.secret_hashes import secret_hash
from domain.identifiers import AccountId, UserId

STATE_LIFE: Final = timedelta(minutes=10)
CODE_LIFE: Final = timedelta(minutes=5)
"""Long enough to find one's telephone for a second factor."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the provider was asked, sealed."""

    issuer: str
    client_id: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class CameBack:
    """Who came back from their provider, by which identity."""

    identity_id: str
    user_id: UserId
    account_id: AccountId


async def add_sign_in(
    session: AsyncSession,
    account_id: AccountId,
    state: str,
    browser: str,
    asked: Asked,
    now: datetime,
    key_ring: KeyRing,
) -> None:
    """Somebody goes to their provider with this state."""
    await session.execute(
        text("""
            INSERT INTO provider_sign_ins (state_hash, account_id, browser_hash, asked_sealed, expires_at)
            VALUES (:state, :account_id, :browser, :asked, :expires_at)
        """),
        {
            "state": secret_hash(state),
            "account_id": account_id,
            "browser": secret_hash(browser),
            "asked": key_ring.seal_record(asked, account_id),
            "expires_at": now + STATE_LIFE,
        },
    )


async def take_sign_in(
    session: AsyncSession, state: str, browser: str, now: datetime, key_ring: KeyRing
) -> tuple[AccountId, Asked] | None:
    """Use a state once, whoever has it; None for one that is unknown, used, over, or another browser's. Commit also then."""
    taken = await session.execute(
        text("""
            DELETE FROM provider_sign_ins WHERE state_hash = :state RETURNING account_id, browser_hash, asked_sealed, expires_at
        """),
        {"state": secret_hash(state)},
    )
    row = taken.one_or_none()
    if row is None or row.expires_at <= now or row.browser_hash != secret_hash(browser):
        return None
    return row.account_id, key_ring.open_record(row.asked_sealed, row.account_id, Asked)


async def add_code(session: AsyncSession, identity_id: str, code: str, browser: str, now: datetime) -> None:
    """By which whoever came back opens a session, once."""
    await session.execute(
        text("""
            INSERT INTO sign_in_codes (code_hash, identity_id, browser_hash, expires_at)
            VALUES (:code, :identity_id, :browser, :expires_at)
        """),
        {
            "code": secret_hash(code),
            "identity_id": identity_id,
            "browser": secret_hash(browser),
            "expires_at": now + CODE_LIFE,
        },
    )


async def who_came_back(session: AsyncSession, code: str, browser: str, now: datetime) -> CameBack | None:
    """Whose code this is; None for one that is unknown, used, over, or another browser's."""
    found = await session.execute(
        text("""
            SELECT i.id, i.user_id, i.account_id FROM sign_in_codes c JOIN identities i ON i.id = c.identity_id
            WHERE c.code_hash = :code AND c.browser_hash = :browser AND c.expires_at > :now
        """),
        {"code": secret_hash(code), "browser": secret_hash(browser), "now": now},
    )
    row = found.one_or_none()
    return None if row is None else CameBack(row.id, row.user_id, row.account_id)


async def use_code(session: AsyncSession, code: str) -> bool:
    """Use it once; False where it was used meanwhile."""
    used = await session.execute(
        text("DELETE FROM sign_in_codes WHERE code_hash = :code RETURNING 1"), {"code": secret_hash(code)}
    )
    return used.one_or_none() is not None


async def forget_unfinished(session: AsyncSession) -> None:
    """What nobody came back with in time."""
    for table in ("provider_sign_ins", "sign_in_codes"):
        await session.execute(text(f"DELETE FROM {table} WHERE expires_at < now()"))
