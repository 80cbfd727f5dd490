"""Lines of a trunk: slot rows taken with SKIP LOCKED, so that none is given twice (law 6).

With its line a call takes its permits: the line carries the names of the speech providers the call uses, and how many
lines carry a name is bounded where the account has set a limit (database/provider_limits.py). The statements that close
or postpone a call free its line, and with it the permits, themselves (closing.py, dialling.py), so that none leaks.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.media_processes import ACCEPTING
from database.trunk_pace import BETWEEN_DIALS
from database.vendor_breakers import ON_TRIAL
from domain.identifiers import AccountId, CallId, TrunkId
from domain.permits import HELD_VENDOR, LINE, MEDIA, PACE, PERMITS, TRUNK, TURNS, waits_for_text
from domain.vendors import VENDORS

# The permits are counted behind a lock only where a limit is set; `room` has no row for a call that holds its line. A
# call that is not in line yet does not overtake one that came earlier and waits for the same. What it waits for is
# written when that changes, so that waiting writes nothing.
_TAKE = text(f"""
    WITH mine AS (
        SELECT c.id, c.created_at, g.recogniser, g.synthesiser, g.relies_on
        FROM calls c JOIN call_made_with_v1 w ON w.call_id = c.id JOIN agents g ON g.id = w.agent_id
        WHERE c.id = :call_id AND c.account_id = :account_id AND c.state <> 'closed' FOR UPDATE OF c
    ),
    held AS (SELECT number FROM lines WHERE call_id = :call_id),
    earlier AS (
        SELECT w.waits_for FROM mine, calls w
        WHERE NOT :in_line AND w.trunk_id = :trunk_id AND w.state = 'queued' AND w.waits_for IS NOT NULL
          AND (w.created_at, w.id) < (mine.created_at, mine.id)
          AND (w.waits_for IN (:line, :pace, :media, :trunk, 'recogniser/' || mine.recogniser, 'synthesiser/' || mine.synthesiser)
               OR w.waits_for LIKE 'vendor/%' AND substr(w.waits_for, 8) = ANY(mine.relies_on))
        ORDER BY w.created_at, w.id LIMIT 1
    ),
    room AS (
        SELECT mine.recogniser, mine.synthesiser, CASE
            WHEN left_over.recognisers <= 0 THEN 'recogniser/' || mine.recogniser
            WHEN left_over.synthesisers <= 0 THEN 'synthesiser/' || mine.synthesiser
            WHEN NOT EXISTS (SELECT FROM {ACCEPTING}) THEN :media
            ELSE COALESCE(vendor_held_v1(:account_id, mine.relies_on), (SELECT waits_for FROM earlier)) END AS short_of
        FROM mine, permits_left_v1(:account_id, mine.recogniser, mine.synthesiser) AS left_over
        WHERE NOT EXISTS (SELECT FROM held)
    ),
    free AS (
        SELECT trunk_id, number FROM lines
        WHERE trunk_id = :trunk_id AND account_id = :account_id AND call_id IS NULL
          AND EXISTS (SELECT FROM room WHERE short_of IS NULL)
        ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
    ),
    turn AS (
        SELECT free.trunk_id, free.number, t.turns, t.short_of, t.look_in
        FROM free, take_turns_v1(free.trunk_id, 1, :ahead, {BETWEEN_DIALS}) AS t
    ),
    taken AS (
        UPDATE lines SET call_id = :call_id, taken_at = clock_timestamp(),
               recogniser = room.recogniser, synthesiser = room.synthesiser
        FROM turn, room WHERE turn.turns > 0 AND lines.trunk_id = turn.trunk_id AND lines.number = turn.number
        RETURNING lines.number
    ),
    on_trial AS ({ON_TRIAL}),
    got AS (
        SELECT number, CAST(NULL AS text) AS waits_for, CAST(NULL AS double precision) AS look_in
        FROM (SELECT number FROM held UNION ALL SELECT number FROM taken) AS mine_now
        UNION ALL SELECT NULL, COALESCE(room.short_of, turn.short_of, :line), turn.look_in
                  FROM room LEFT JOIN turn ON true WHERE NOT EXISTS (SELECT FROM taken)
    ),
    told AS (
        SELECT got.waits_for, CASE
            WHEN got.waits_for IS NULL THEN 'has a line, about to be dialled'
            ELSE concat(CAST(:texts AS jsonb)->>got.waits_for, CASE WHEN got.waits_for = :trunk THEN
                        (SELECT ': ' || paused_because FROM trunks WHERE trunks.id = :trunk_id) END,
                        (SELECT format(': it has failed %s times in a row', b.failures) FROM vendor_breakers b
                         WHERE b.account_id = :account_id AND 'vendor/' || b.vendor = got.waits_for)) END AS why
        FROM got
    ),
    queued AS (
        UPDATE calls SET state = 'queued', next_attempt_at = NULL, waits_for = told.waits_for, trunk_id = :trunk_id,
               may_queue = may_queue OR told.waits_for IS NULL, why = told.why
        FROM told
        WHERE calls.id = :call_id AND calls.account_id = :account_id AND state IN ('claimed', 'waiting', 'queued')
          AND (state <> 'queued' OR (calls.waits_for, calls.why) IS DISTINCT FROM (told.waits_for, told.why))
    )
    SELECT got.number, got.waits_for, got.look_in, mine.created_at FROM got, mine
""")
_NAMES = (*TURNS, *(permit.name for permit in PERMITS), *(f"{HELD_VENDOR}/{vendor}" for vendor in VENDORS))
_TEXTS = msgspec.json.encode({name: waits_for_text(name) for name in _NAMES}).decode()
SOON: Final = timedelta(milliseconds=500)
"""So long before its time a call may be given its turn: what the way to the dial takes, so that no slot passes unused."""


@dataclass(frozen=True, slots=True)
class Reservation:
    """The line a call holds now, or what it waits for (see domain.permits). Neither if the call is closed.

    look_in: when it is worth while to ask again, None where that is not known; planned_at: the call's place among those
    that wait, the earlier the further in front.
    """

    line: int | None = None
    waits_for: str | None = None
    look_in: timedelta | None = None
    planned_at: datetime | None = None


async def take_line(
    session: AsyncSession,
    account_id: AccountId,
    trunk_id: TrunkId,
    call_id: CallId,
    *,
    in_line: bool = False,
    ahead: timedelta = SOON,
) -> Reservation:
    """A line for this call with the permits of its agent, or none of them; the line it already holds if it does.

    With the line it takes its turn: lines are given no faster than the trunk dials, at most so long ahead, none while the
    trunk is paused or no media process takes calls. in_line: it is the foremost of those that wait here, so it
    does not stand back behind calls that were planned earlier.
    """
    parameters = {
        "account_id": account_id,
        "trunk_id": trunk_id,
        "call_id": call_id,
        "in_line": in_line,
        "ahead": ahead,
        "line": LINE,
        "pace": PACE,
        "media": MEDIA,
        "trunk": TRUNK,
        "texts": _TEXTS,
    }
    row = (await session.execute(_TAKE, parameters)).one_or_none()
    if row is None:
        return Reservation()
    look_in = None if row.look_in is None else timedelta(seconds=row.look_in)
    return Reservation(row.number, row.waits_for, look_in, row.created_at)
