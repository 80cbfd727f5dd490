"""The dial transaction: lock the number, read everything anew, store the decision, take the slot, create the attempt.

The order of the statements is law 2 of the design; who decides stands in activities/dialling.py.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.decisions import deciding, decision_parameters
from database.media_processes import LEAST_LOADED, MediaPlace
from database.people import Person
from database.placing import IS_PLACED, withdraw_created
from database.sealing import KeyRing
from database.trunks import BETWEEN_DIALS
from domain.contactability import CHOSEN, Contactability
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId, LeadId, TrunkId, attempt_id
from domain.outcomes import BusinessOutcome


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """An earlier dial to the same number, over all campaigns of the account."""

    at: datetime
    call_id: CallId
    live: bool
    unconfirmed: bool


@dataclass(frozen=True, slots=True)
class CallFacts:
    """Everything that decides about a call's next contact, read by the function call_facts_v2 of the database.

    attempts_made counts this call's attempts; past holds the number's dials of the last 72 hours and the last
    one before, newest first, and another call's attempt that still waits for its slot;
    outcome is what its attempts brought so far; is_placed: one of them was placed and is not closed;
    suppressed_on lists the channels ("all", "voice", "sms") the number is suppressed on;
    plan, script and agent are the JSON records the call is to be made with; line is the line it holds;
    now is the database's clock as it read them: the one by which everything about contacts is decided.
    """

    now: datetime

    account_id: AccountId
    call_id: CallId
    campaign_id: CampaignId | None
    lead_id: LeadId
    campaign_state: str | None
    call_state: str
    not_before: datetime | None
    not_before_because: str | None
    may_queue: bool
    person: Person
    number_hash: bytes
    hours_key: str
    review: str | None
    consents: frozenset[str]
    plan: dict[str, Any]
    script: dict[str, Any]
    agent: dict[str, Any]
    trunk_id: TrunkId
    carrier: str
    caller_number: str
    calls_per_second: float
    trunk_paused_until: datetime | None
    trunk_paused_because: str | None
    line: int | None
    suppressed_on: frozenset[str]
    attempts_made: int
    past: tuple[PastAttempt, ...]
    attempt_state: str | None
    outcome: BusinessOutcome
    is_placed: bool


_FACTS = text("""
    SELECT facts.*, (SELECT c.not_before_because FROM calls c WHERE c.id = facts.call_id) AS not_before_because,
           clock_timestamp() AS now
    FROM call_facts_v2(:account_id, :call_id, :attempt_id, true) AS facts
""")

# Asked when the number is locked, so that a report that held the lock is seen.
_SO_FAR = text(f"""
    SELECT c.outcome, EXISTS (SELECT FROM attempts a WHERE a.call_id = c.id AND a.state {IS_PLACED}) AS is_placed
    FROM calls c WHERE c.id = :call_id AND c.account_id = :account_id
""")

_APART = f"{BETWEEN_DIALS} / calls_per_second"
_DECIDED = """
    SELECT :account_id, :call_id, :attempt, 'voice', :verdict, CAST(:until AS timestamptz), CAST(:reasons AS jsonb),
           :rule_set, :now FROM"""

_ADMIT = text(f"""
    WITH place AS ({LEAST_LOADED}),
    slot AS (
        UPDATE trunks SET next_dial_at = GREATEST(next_dial_at, clock_timestamp() + interval '150 ms') + {_APART}
        WHERE id = :trunk_id AND account_id = :account_id AND next_dial_at < clock_timestamp() + interval '5 s'
          AND (paused_until IS NULL OR paused_until <= clock_timestamp()) AND EXISTS (SELECT FROM place)
        RETURNING next_dial_at - {_APART} AS at
    ),
    decided AS ({deciding(f"{_DECIDED} slot")}),
    attempted AS (
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, fictional, media_process)
        SELECT :attempt_id, :account_id, :call_id, :attempt, :number_hash, :trunk_id, 'created', :fictional, place.process
        FROM slot, place
        ON CONFLICT (id) DO UPDATE SET fictional = EXCLUDED.fictional, media_process = EXCLUDED.media_process
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


async def read_facts(
    session: AsyncSession,
    account_id: AccountId,
    call_id: CallId,
    key_ring: KeyRing,
    *,
    attempt_id: AttemptId,
) -> CallFacts | None:
    """What decides about this call now; None if the account has no such call. Raises CannotOpen.

    First takes the advisory lock on the call's number until the transaction ends, so that there is one decision at a
    time for a number; what the lock waited for is then seen.
    """
    parameters = {"account_id": account_id, "call_id": call_id, "attempt_id": attempt_id}
    row = (await session.execute(_FACTS, parameters)).mappings().one_or_none()
    if row is None:
        return None
    outcome, is_placed = BusinessOutcome.NONE, False
    if row["attempts_made"]:
        so_far = (await session.execute(_SO_FAR, {"account_id": account_id, "call_id": call_id})).one()
        outcome, is_placed = BusinessOutcome(so_far.outcome or outcome), so_far.is_placed
    return _facts(row, key_ring, outcome=outcome, is_placed=is_placed)


def _facts(row: RowMapping, key_ring: KeyRing, *, outcome: BusinessOutcome, is_placed: bool) -> CallFacts:
    return CallFacts(
        now=row["now"],
        account_id=row["account_id"],
        call_id=row["call_id"],
        campaign_id=row["campaign_id"],
        lead_id=row["lead_id"],
        campaign_state=row["campaign_state"],
        call_state=row["call_state"],
        not_before=row["not_before"],
        not_before_because=row["not_before_because"],
        may_queue=row["may_queue"],
        person=key_ring.open_record(row["person_sealed"], row["account_id"], Person),
        number_hash=row["number_hash"],
        hours_key=row["hours_key"],
        review=row["review"],
        consents=frozenset(row["consents"]),
        plan=row["plan"],
        script=row["script"],
        agent=row["agent"],
        trunk_id=row["trunk_id"],
        carrier=row["carrier"],
        caller_number=row["caller_number"],
        calls_per_second=row["calls_per_second"],
        trunk_paused_until=row["paused_until"],
        trunk_paused_because=row["paused_because"],
        line=row["line"],
        suppressed_on=frozenset(row["suppressed_on"] or ()),
        attempts_made=row["attempts_made"],
        past=tuple(
            PastAttempt(
                at=datetime.fromisoformat(past["at"]),
                call_id=CallId(past["call_id"]),
                live=past["live"],
                unconfirmed=past["unconfirmed"],
            )
            for past in row["past"] or ()
        ),
        attempt_state=row["attempt_state"],
        outcome=outcome,
        is_placed=is_placed,
    )


@dataclass(frozen=True, slots=True)
class Slot:
    """When the trunk's pace lets this dial leave, and when the database said so, both by its own clock.

    It lies at least 150 ms ahead, so that the compare-and-set can be done before it and nothing slow stands between
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
) -> Admission:
    """Store this decision to allow, take the trunk's next slot and create the attempt, at the least loaded media process.

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
    session: AsyncSession, account_id: AccountId, call_id: CallId, not_before: datetime
) -> None:
    """Let the call wait for this moment, which somebody chose; one that is closed stays closed."""
    await session.execute(
        text(
            "UPDATE calls SET not_before = :not_before, next_attempt_at = :not_before, why = :why, "
            "not_before_because = NULL, backs_off = false "
            "WHERE id = :call_id AND account_id = :account_id AND state <> 'closed'"
        ),
        {"account_id": account_id, "call_id": call_id, "not_before": not_before, "why": CHOSEN},
    )
