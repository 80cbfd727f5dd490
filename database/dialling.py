"""The dial transaction behind the lock that reading the facts takes: store the decision, take the slot, create the attempt.

The order of the statements is law 2 of the design; who decides stands in activities/dialling.py.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.call_facts import CallFacts
from database.decisions import deciding, decision_parameters
from database.media_processes import LEAST_LOADED, MediaPlace
from database.placing import IS_PLACED, withdraw_created
from database.trunk_pace import NEXT_SLOT
from domain.contactability import CHOSEN, PROMISED_MOVED, PROMISES, Contactability
from domain.identifiers import AccountId, CallId, attempt_id

_DECIDED = """
    SELECT :account_id, :call_id, :attempt, 'voice', :verdict, CAST(:until AS timestamptz), CAST(:reasons AS jsonb),
           :rule_set, CAST(:consent AS text), :now FROM"""

_ADMIT = text(f"""
    WITH place AS ({LEAST_LOADED}),
    slot AS ({NEXT_SLOT}),
    decided AS ({deciding(f"{_DECIDED} slot")}),
    attempted AS (
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, fictional, media_process,
                              caller_number)
        SELECT :attempt_id, :account_id, :call_id, :attempt, :number_hash, :trunk_id, 'created', :fictional, place.process,
               :caller_number
        FROM slot, place
        ON CONFLICT (id) DO UPDATE SET fictional = EXCLUDED.fictional, media_process = EXCLUDED.media_process,
                                       caller_number = EXCLUDED.caller_number
    ),
    noted AS (
        INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key)
        SELECT :account_id, CAST(:campaign_id AS text), :call_id, :attempt_id, 'attempt.created', :attempt_id || '/created'
        FROM slot ON CONFLICT (account_id, dedupe_key) DO NOTHING
    ),
    dialling AS (
        UPDATE calls SET state = 'dialling', why = 'being dialled', next_attempt_at = NULL FROM slot
        WHERE calls.id = :call_id AND calls.account_id = :account_id AND calls.state <> 'closed'
    )
    SELECT slot.at, clock_timestamp() AS now, place.process, place.stream_url, place.control_url
    FROM (VALUES (1)) AS always LEFT JOIN slot ON true LEFT JOIN place ON true
""")

_DEFER = text(f"""
    WITH postponed AS (
        UPDATE calls SET state = 'waiting', next_attempt_at = :until, why = :why
        WHERE id = :call_id AND account_id = :account_id AND state <> 'closed' AND NOT EXISTS (
            SELECT FROM attempts WHERE attempts.call_id = calls.id AND attempts.state {IS_PLACED})
        RETURNING id
    ),
    decided AS ({deciding(f"{_DECIDED} postponed")}),
    released AS (UPDATE lines SET call_id = NULL, taken_at = NULL FROM postponed WHERE call_id = postponed.id),
    noted AS (
        INSERT INTO call_events (account_id, campaign_id, call_id, kind, dedupe_key, detail)
        SELECT :account_id, CAST(:campaign_id AS text), id, 'call.waiting',
               :attempt_id || '/waiting/' || extract(epoch FROM CAST(:until AS timestamptz)),
               jsonb_build_object('until', CAST(:until AS timestamptz), 'why', CAST(:why AS text))
        FROM postponed ON CONFLICT (account_id, dedupe_key) DO NOTHING
    )
    SELECT id FROM postponed
""")

# Its place is the moment it was planned, so nothing has to be kept of it; it had its turn and may wait for another.
_BACK_IN_LINE = text(f"""
    WITH call AS (
        UPDATE calls SET state = 'queued', next_attempt_at = NULL, waits_for = :waits_for, why = :why, may_queue = true
        WHERE id = :call_id AND account_id = :account_id AND state NOT IN ('closed', 'waiting') AND NOT EXISTS (
            SELECT FROM attempts WHERE attempts.call_id = calls.id AND attempts.state {IS_PLACED})
        RETURNING id
    ),
    released AS (UPDATE lines SET call_id = NULL, taken_at = NULL FROM call WHERE call_id = call.id)
    SELECT id FROM call
""")


@dataclass(frozen=True, slots=True)
class Slot:
    """When the trunk's pace lets this dial leave, and when the database said so, both by its own clock.

    It lies a head start ahead, so that the compare-and-set can be done before it and nothing slow stands between
    the slot and the request.
    """

    at: datetime
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Admission:
    """What an allowed dial was given. slot: None when none is free within five seconds or the trunk's breaker is open;
    place: where the conversation is to be held, None when no media process takes calls."""

    slot: Slot | None
    place: MediaPlace | None


async def admit(
    session: AsyncSession,
    facts: CallFacts,
    decision: Contactability,
    *,
    attempt: int,
    fictional: bool,
    head_start: float,
    caller_number: str,
) -> Admission:
    """Store this decision to allow, take the trunk's next slot and create the attempt, at the least loaded media process.

    head_start: so many seconds ahead the slot lies at the least; caller_number: what the person is shown.

    Without a slot or a place there is neither an attempt nor a decision.
    """
    parameters = {
        "account_id": facts.account_id,
        "call_id": facts.call_id,
        "campaign_id": facts.campaign_id,
        "attempt": attempt,
        "attempt_id": attempt_id(facts.call_id, attempt),
        "number_hash": facts.number_hash,
        "trunk_id": facts.trunk_id,
        "fictional": fictional,
        "head_start": head_start,
        "caller_number": caller_number,
        **decision_parameters(decision, facts.now),
    }
    row = (await session.execute(_ADMIT, parameters)).one()
    return Admission(
        slot=None if row.at is None else Slot(row.at, row.now),
        place=None if row.process is None else MediaPlace(row.process, row.stream_url, row.control_url),
    )


async def time_of_day(session: AsyncSession) -> datetime:
    """Where the database's clock stands."""
    answer: datetime = (await session.execute(text("SELECT clock_timestamp()"))).scalar_one()
    return answer


async def defer(
    session: AsyncSession,
    facts: CallFacts,
    decision: Contactability,
    *,
    attempt: int,
    why: str,
) -> bool:
    """Store this decision to defer: no attempt exists, the line is free again, the call waits until then (law 3).

    False, and nothing changed, if the call is closed, or an attempt of it is placed and not closed: a step that was overtaken decides
    nothing.
    """
    await withdraw_created(session, facts.account_id, facts.call_id)
    parameters = {
        "account_id": facts.account_id,
        "call_id": facts.call_id,
        "campaign_id": facts.campaign_id,
        "attempt": attempt,
        "attempt_id": attempt_id(facts.call_id, attempt),
        "why": why,
        **decision_parameters(decision, facts.now),
    }
    return (await session.execute(_DEFER, parameters)).scalar_one_or_none() is not None


async def back_in_line(session: AsyncSession, facts: CallFacts, *, waits_for: str, why: str) -> bool:
    """The trunk cannot dial now: no attempt exists, the line is free again, and the call keeps its place (law 3).

    Nothing was decided about the person, so no decision is stored. waits_for: one of domain.permits.TURNS. False, and
    nothing changed, if the call is closed or sleeps, or an attempt of it is placed and not closed: a step that was
    overtaken puts nobody in line who does not wait there.
    """
    await withdraw_created(session, facts.account_id, facts.call_id)
    parameters = {
        "account_id": facts.account_id,
        "call_id": facts.call_id,
        "waits_for": waits_for,
        "why": why,
    }
    return (await session.execute(_BACK_IN_LINE, parameters)).scalar_one_or_none() is not None


async def set_not_before(
    session: AsyncSession, account_id: AccountId, call_id: CallId, not_before: datetime, act: int
) -> None:
    """Let the call wait for this moment, which somebody chose; one that is closed stays closed, one that was promised stays promised.

    act: the number of the act that chose it; nothing is written if a newer one has chosen. 0 is taken as it comes.
    """
    await session.execute(
        text("""
            UPDATE calls SET not_before = :not_before, next_attempt_at = :not_before, backs_off = false,
                   why = CASE WHEN not_before_because = ANY(:promises) THEN :moved ELSE :why END,
                   not_before_because = CASE WHEN not_before_because = ANY(:promises) THEN :moved END,
                   moment_act = GREATEST(moment_act, :act)
            WHERE id = :call_id AND account_id = :account_id AND state <> 'closed' AND (:act = 0 OR moment_act < :act)
        """),
        {
            "account_id": account_id,
            "call_id": call_id,
            "not_before": not_before,
            "act": act,
            "why": CHOSEN,
            "promises": list(PROMISES),
            "moved": PROMISED_MOVED,
        },
    )
