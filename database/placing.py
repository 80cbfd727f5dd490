"""The one dial of an attempt in its row: who placed it owns the placing, by a token of its own compare-and-set.

Any step may be running twice at once (a stall, a lost heartbeat). So nobody takes back, ends or records what somebody
else placed, and an update that finds no such row is an error.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import OutboundError
from domain.identifiers import AccountId, AttemptId, CallId

IS_PLACED: Final = "NOT IN ('created', 'closed')"
"""Holds for the state of an attempt that may ring or still has its end to come: its call is neither postponed nor refused."""


class PlacingLost(OutboundError):
    """The attempt is no longer as this step placed it: another one found it, ended it, or took it back."""

    code = "placing_lost"


async def begin_placing(session: AsyncSession, account_id: AccountId, attempt_id: AttemptId) -> str | None:
    """The compare-and-set before the carrier is contacted: the token of this placing.

    None if the attempt is not waiting to be placed (any more), or its call holds no line: then nothing may be sent.
    """
    statement = text("""
        UPDATE attempts SET state = 'placing', placing_at = clock_timestamp(), placing_token = gen_random_uuid()::text
        WHERE id = :attempt_id AND account_id = :account_id AND state = 'created'
          AND EXISTS (SELECT FROM lines WHERE lines.call_id = attempts.call_id)
        RETURNING placing_token
    """)
    parameters = {"account_id": account_id, "attempt_id": attempt_id}
    return (await session.execute(statement, parameters)).scalar_one_or_none()


async def record_placed(
    session: AsyncSession, account_id: AccountId, attempt_id: AttemptId, carrier_call_id: str
) -> None:
    """The carrier told the sender that it accepted the dial under this id; what callbacks said first is left as it is.

    Raises PlacingLost.
    """
    await _record(session, account_id, attempt_id, carrier_call_id, only_if="true")


async def adopt_leg(
    session: AsyncSession, account_id: AccountId, attempt_id: AttemptId, carrier_call_id: str
) -> None:
    """The attempt's leg was found in the carrier's list. Raises PlacingLost, also if the leg is another attempt's."""
    only_if = """
        (carrier_call_id IS NULL OR carrier_call_id = :carrier_call_id) AND NOT EXISTS (
            SELECT FROM attempts other WHERE other.carrier_call_id = :carrier_call_id AND other.id <> :attempt_id)
    """
    await _record(session, account_id, attempt_id, carrier_call_id, only_if=only_if)


async def _record(
    session: AsyncSession, account_id: AccountId, attempt_id: AttemptId, carrier_call_id: str, *, only_if: str
) -> None:
    statement = text(f"""
        UPDATE attempts SET carrier_call_id = :carrier_call_id,
               placed_at = COALESCE(placed_at, clock_timestamp()),
               state = CASE WHEN state = 'placing' THEN 'placed' ELSE state END
        WHERE id = :attempt_id AND account_id = :account_id AND placing_at IS NOT NULL AND {only_if}
        RETURNING id
    """)
    parameters = {"account_id": account_id, "attempt_id": attempt_id, "carrier_call_id": carrier_call_id}
    if (await session.execute(statement, parameters)).scalar_one_or_none() is None:
        raise PlacingLost


async def withdraw_placing(
    session: AsyncSession, account_id: AccountId, attempt_id: AttemptId, token: str
) -> None:
    """Take back an attempt of which its own sender is certain that no request reached the carrier. Raises PlacingLost."""
    statement = text("""
        DELETE FROM attempts WHERE id = :attempt_id AND account_id = :account_id
        AND state = 'placing' AND placing_token = :token AND carrier_call_id IS NULL
        RETURNING id
    """)
    parameters = {"account_id": account_id, "attempt_id": attempt_id, "token": token}
    if (await session.execute(statement, parameters)).scalar_one_or_none() is None:
        raise PlacingLost


async def withdraw_created(session: AsyncSession, account_id: AccountId, call_id: CallId) -> None:
    """Take back the call's attempt that nobody has placed yet, if there is one.

    A statement of its own: what comes after it sees for certain whether a placing was quicker.
    """
    await session.execute(
        text(
            "DELETE FROM attempts WHERE call_id = :call_id AND account_id = :account_id AND state = 'created'"
        ),
        {"account_id": account_id, "call_id": call_id},
    )


async def end_refused(
    session: AsyncSession,
    account_id: AccountId,
    attempt_id: AttemptId,
    token: str,
    *,
    result: str,
    reason: str,
) -> None:
    """The carrier will not dial the attempt of this placing: it is over before it rang. Raises PlacingLost."""
    statement = text(f"{_END} AND placing_token = :token RETURNING id")
    parameters = {
        "account_id": account_id,
        "attempt_id": attempt_id,
        "token": token,
        "result": result,
        "reason": reason,
    }
    if (await session.execute(statement, parameters)).scalar_one_or_none() is None:
        raise PlacingLost


async def end_unconfirmed(
    session: AsyncSession, account_id: AccountId, attempt_id: AttemptId, sent_at: datetime, *, reason: str
) -> bool:
    """The carrier does not know what was placed then: it is over. False if something was heard of it meanwhile."""
    statement = text(f"{_END} AND placing_at = :sent_at RETURNING id")
    parameters = {
        "account_id": account_id,
        "attempt_id": attempt_id,
        "sent_at": sent_at,
        "result": "unconfirmed",
        "reason": reason,
    }
    return (await session.execute(statement, parameters)).scalar_one_or_none() is not None


_END: Final = """
    UPDATE attempts SET state = 'ended', leg_result = :result, reason = :reason, ended_at = clock_timestamp()
    WHERE id = :attempt_id AND account_id = :account_id AND state = 'placing' AND leg_rank = 0
      AND carrier_call_id IS NULL
"""
