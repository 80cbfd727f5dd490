"""Second factors of people: the authenticator's secret, sealed; recovery codes as hashes; each code is good once.

What a code is: domain/second_factors.py.
"""

import hmac
from datetime import datetime

import pyotp
from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.audit import record_act
from database.sealing import KeyRing
from database.secret_hashes import secret_hash
from domain.errors import Conflict
from domain.identifiers import UserId
from domain.second_factors import is_code, plain, steps_at


async def has_second_factor(session: AsyncSession, user_id: UserId) -> bool:
    """Whether this person signs in by a code as well."""
    found = await session.execute(
        text("SELECT totp_sealed IS NOT NULL FROM users WHERE id = :id"), {"id": user_id}
    )
    return bool(found.scalar_one())


async def offer_secret(session: AsyncSession, user_id: UserId, secret: str, key_ring: KeyRing) -> None:
    """Keep a secret that counts once a code of it was typed. Raises Conflict where there is a second factor already."""
    if await has_second_factor(session, user_id):
        raise Conflict("You have a second factor; remove it before you set up another.")
    await session.execute(
        text("UPDATE users SET totp_offered_sealed = :secret WHERE id = :id"),
        {"id": user_id, "secret": key_ring.seal(secret.encode(), user_id)},
    )


async def confirm_secret(
    session: AsyncSession,
    user_id: UserId,
    typed: str,
    recovery_codes: list[str],
    key_ring: KeyRing,
    now: datetime,
) -> bool:
    """Have the offered secret count from now on, with these recovery codes; False where the code is not one of it."""
    row = await _locked(session, user_id)
    offered = row["totp_offered_sealed"]
    step = None if offered is None else _step_of(offered, user_id, plain(typed), 0, key_ring, now)
    if step is None:
        return False
    await session.execute(
        text("""
            UPDATE users SET totp_sealed = totp_offered_sealed, totp_offered_sealed = NULL, totp_step = :step,
                   recovery_hashes = :hashes WHERE id = :id
        """),
        {"id": user_id, "step": step, "hashes": [secret_hash(plain(code)) for code in recovery_codes]},
    )
    return True


async def remove_second_factor(session: AsyncSession, user_id: UserId) -> None:
    """Let the password do; without one it is no error."""
    await session.execute(
        text("""
            UPDATE users SET totp_sealed = NULL, totp_offered_sealed = NULL, totp_step = 0, recovery_hashes = '{}'
            WHERE id = :id
        """),
        {"id": user_id},
    )


async def use_code(
    session: AsyncSession, user_id: UserId, typed: str, key_ring: KeyRing, now: datetime
) -> bool:
    """Whether this is a code of theirs that was not used before; it is used now. Two at once take turns."""
    row, code = await _locked(session, user_id), plain(typed)
    if row["totp_sealed"] is None:
        return False
    if not is_code(code):
        return await _use_recovery_code(session, user_id, code, row)
    step = _step_of(row["totp_sealed"], user_id, code, row["totp_step"], key_ring, now)
    if step is None:
        return False
    await session.execute(
        text("UPDATE users SET totp_step = :step WHERE id = :id"), {"id": user_id, "step": step}
    )
    return True


async def _locked(session: AsyncSession, user_id: UserId) -> RowMapping:
    found = await session.execute(
        text("""
            SELECT account_id, totp_sealed, totp_offered_sealed, totp_step, recovery_hashes FROM users WHERE id = :id FOR UPDATE
        """),
        {"id": user_id},
    )
    return found.mappings().one()


def _step_of(
    sealed: bytes, user_id: UserId, code: str, after: int, key_ring: KeyRing, now: datetime
) -> int | None:
    """The step of time whose code this is, of those that may be now and come after the last one used."""
    made = pyotp.TOTP(key_ring.open(sealed, user_id).decode())
    fitting = [
        step for step in steps_at(now) if hmac.compare_digest(made.generate_otp(step).encode(), code.encode())
    ]
    return next((step for step in fitting if step > after), None)


async def _use_recovery_code(session: AsyncSession, user_id: UserId, code: str, row: RowMapping) -> bool:
    used = secret_hash(code)
    if used not in row["recovery_hashes"]:
        return False
    await session.execute(
        text("UPDATE users SET recovery_hashes = array_remove(recovery_hashes, :used) WHERE id = :id"),
        {"id": user_id, "used": used},
    )
    await record_act(session, row["account_id"], user_id, "second_factor.recovery_code_used", user_id)
    return True
