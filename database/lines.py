"""Lines of a trunk: slot rows taken with SKIP LOCKED, so that none is given twice (law 6).

With its line a call takes its permits: the line carries the names of the speech providers the call uses, and how many
lines carry a name is bounded where the account has set a limit (database/provider_limits.py). The statements that close
or postpone a call free its line, and with it the permits, themselves (attempts.py, dialling.py), so that none leaks.
"""

from dataclasses import dataclass

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AccountId, CallId, TrunkId
from domain.permits import LINE, PERMITS, waits_for_text

# The permits are counted behind a lock only where a limit is set; `room` has no row for a call that holds its line.
_TAKE = text("""
    WITH mine AS (
        SELECT c.id, g.recogniser, g.synthesiser
        FROM calls c LEFT JOIN campaigns m ON m.id = c.campaign_id
        JOIN agents g ON g.id = COALESCE(m.agent_id, c.agent_id)
        WHERE c.id = :call_id AND c.account_id = :account_id AND c.state <> 'closed' FOR UPDATE OF c
    ),
    held AS (SELECT number FROM lines WHERE call_id = :call_id),
    room AS (
        SELECT mine.recogniser, mine.synthesiser, CASE
            WHEN left_over.recognisers <= 0 THEN 'recogniser/' || mine.recogniser
            WHEN left_over.synthesisers <= 0 THEN 'synthesiser/' || mine.synthesiser END AS short_of
        FROM mine, permits_left(:account_id, mine.recogniser, mine.synthesiser) AS left_over
        WHERE NOT EXISTS (SELECT FROM held)
    ),
    free AS (
        SELECT trunk_id, number FROM lines
        WHERE trunk_id = :trunk_id AND account_id = :account_id AND call_id IS NULL
          AND EXISTS (SELECT FROM room WHERE short_of IS NULL)
        ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
    ),
    taken AS (
        UPDATE lines SET call_id = :call_id, taken_at = clock_timestamp(),
               recogniser = room.recogniser, synthesiser = room.synthesiser
        FROM free, room WHERE lines.trunk_id = free.trunk_id AND lines.number = free.number
        RETURNING lines.number
    ),
    got AS (
        SELECT number, NULL AS waits_for FROM held UNION ALL SELECT number, NULL FROM taken
        UNION ALL SELECT NULL, COALESCE(short_of, :line) FROM room WHERE NOT EXISTS (SELECT FROM taken)
    ),
    queued AS (
        UPDATE calls SET state = 'queued', next_attempt_at = NULL, waits_for = got.waits_for, why = CASE
            WHEN got.waits_for IS NULL THEN 'has a line, about to be dialled'
            ELSE CAST(:texts AS jsonb)->>got.waits_for END
        FROM got
        WHERE calls.id = :call_id AND calls.account_id = :account_id AND state IN ('claimed', 'waiting', 'queued')
    )
    SELECT number, waits_for FROM got
""")
_TEXTS = msgspec.json.encode({name: waits_for_text(name) for name in (LINE, *(p.name for p in PERMITS))})


@dataclass(frozen=True, slots=True)
class Reservation:
    """The line a call holds now, or what it waits for: LINE or a permit's name. Neither if the call is closed."""

    line: int | None = None
    waits_for: str | None = None


async def take_line(
    session: AsyncSession, account_id: AccountId, trunk_id: TrunkId, call_id: CallId
) -> Reservation:
    """A line for this call with the permits of its agent, or none of them; the line it already holds if it does."""
    parameters = {
        "account_id": account_id,
        "trunk_id": trunk_id,
        "call_id": call_id,
        "line": LINE,
        "texts": _TEXTS.decode(),
    }
    row = (await session.execute(_TAKE, parameters)).one_or_none()
    return Reservation() if row is None else Reservation(row.number, row.waits_for)
