"""Lines of a trunk: slot rows taken with SKIP LOCKED, so that none is given twice (law 6).

The statements that close or postpone a call free its line themselves (attempts.py, dialling.py), so that none leaks.
"""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AccountId, CallId, TrunkId

_TAKE = text("""
    WITH mine AS (
        SELECT id FROM calls WHERE id = :call_id AND account_id = :account_id AND state <> 'closed' FOR UPDATE
    ),
    held AS (SELECT number FROM lines WHERE call_id = :call_id),
    free AS (
        SELECT trunk_id, number FROM lines
        WHERE trunk_id = :trunk_id AND account_id = :account_id AND call_id IS NULL
          AND EXISTS (SELECT FROM mine) AND NOT EXISTS (SELECT FROM held)
        ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
    ),
    taken AS (
        UPDATE lines SET call_id = :call_id, taken_at = clock_timestamp()
        FROM free WHERE lines.trunk_id = free.trunk_id AND lines.number = free.number
        RETURNING lines.number
    ),
    queued AS (
        UPDATE calls SET state = 'queued', next_attempt_at = NULL, why = CASE
            WHEN EXISTS (SELECT FROM held UNION ALL SELECT FROM taken) THEN 'has a line, about to be dialled'
            ELSE 'waits for a free line' END
        WHERE id = :call_id AND account_id = :account_id AND state IN ('claimed', 'waiting', 'queued')
    )
    SELECT number FROM held UNION ALL SELECT number FROM taken
""")


async def take_line(
    session: AsyncSession, account_id: AccountId, trunk_id: TrunkId, call_id: CallId
) -> int | None:
    """A line for this call, the one it already holds if it does; None when every line is taken or the call is closed."""
    parameters = {"account_id": account_id, "trunk_id": trunk_id, "call_id": call_id}
    return (await session.execute(_TAKE, parameters)).scalar_one_or_none()
