"""The dial transaction: lock the number, read everything anew, store the decision, take the slot, create the attempt.

The order of the statements is law 2 of the design; who decides stands in activities/dialling.py.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.media_processes import LEAST_LOADED, MediaPlace
from database.people import Person
from database.sealing import KeyRing
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId, LeadId, TrunkId


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """An earlier dial to the same number, over all campaigns of the account."""

    at: datetime
    call_id: CallId
    live: bool
    unconfirmed: bool


@dataclass(frozen=True, slots=True)
class CallFacts:
    """Everything that decides about a call's next contact, read by the function call_facts of the database.

    attempts_made counts this call's attempts; past holds the number's dials of the last 72 hours, newest first, and
    another call's attempt that still waits for its slot;
    suppressed_on lists the channels ("all", "voice", "sms") the number is suppressed on;
    plan, script and agent are the JSON records the call is to be made with; line is the line it holds.
    """

    account_id: AccountId
    call_id: CallId
    campaign_id: CampaignId | None
    lead_id: LeadId
    campaign_state: str | None
    call_state: str
    not_before: datetime | None
    next_attempt_at: datetime | None
    may_queue: bool
    why: str
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


_FACTS = text("SELECT * FROM call_facts(:account_id, :call_id, :attempt_id, :lock_number)")

# Slots lie this share of a second apart at a pace of one a second. What is above one second is what the dials of a
# window may differ in lateness, on the way to the carrier included, before the cap is broken there.
_APART = "interval '1.08 s' / calls_per_second"

_ADMIT = text(f"""
    WITH place AS ({LEAST_LOADED}),
    decided AS (
        INSERT INTO decisions (account_id, call_id, attempt, channel, verdict, until, reasons, rule_set, decided_at)
        VALUES (:account_id, :call_id, :attempt, 'voice', 'allow', NULL, CAST(:reasons AS jsonb), :rule_set, :now)
    ),
    slot AS (
        UPDATE trunks SET next_dial_at = GREATEST(next_dial_at, clock_timestamp() + interval '150 ms') + {_APART}
        WHERE id = :trunk_id AND account_id = :account_id AND next_dial_at < clock_timestamp() + interval '5 s'
          AND (paused_until IS NULL OR paused_until <= clock_timestamp()) AND EXISTS (SELECT FROM place)
        RETURNING next_dial_at - {_APART} AS at
    ),
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
        WHERE calls.id = :call_id AND calls.account_id = :account_id
    )
    SELECT slot.at, clock_timestamp() AS now, place.process, place.stream_url, place.control_url
    FROM (VALUES (1)) AS always LEFT JOIN slot ON true LEFT JOIN place ON true
""")

_TAKE_SLOT = text(f"""
    UPDATE trunks SET next_dial_at = GREATEST(next_dial_at, clock_timestamp() + interval '150 ms') + {_APART}
    WHERE id = :trunk_id AND account_id = :account_id AND next_dial_at < clock_timestamp() + interval '5 s'
    RETURNING next_dial_at - {_APART} AS at, clock_timestamp() AS now
""")

_DEFER = text("""
    WITH decided AS (
        INSERT INTO decisions (account_id, call_id, attempt, channel, verdict, until, reasons, rule_set, decided_at)
        VALUES (:account_id, :call_id, :attempt, 'voice', 'defer', :until, CAST(:reasons AS jsonb), :rule_set, :now)
    ),
    withdrawn AS (DELETE FROM attempts WHERE id = :attempt_id AND account_id = :account_id AND state = 'created'),
    released AS (UPDATE lines SET call_id = NULL, taken_at = NULL WHERE call_id = :call_id),
    noted AS (
        INSERT INTO call_events (account_id, campaign_id, call_id, kind, dedupe_key, detail)
        VALUES (:account_id, CAST(:campaign_id AS text), :call_id, 'call.waiting',
                :attempt_id || '/waiting/' || extract(epoch FROM CAST(:until AS timestamptz)),
                jsonb_build_object('until', CAST(:until AS timestamptz), 'why', CAST(:why AS text)))
        ON CONFLICT (account_id, dedupe_key) DO NOTHING
    )
    UPDATE calls SET state = 'waiting', next_attempt_at = :until, why = :why
    WHERE id = :call_id AND account_id = :account_id AND state <> 'closed'
""")


async def read_facts(
    session: AsyncSession,
    account_id: AccountId,
    call_id: CallId,
    key_ring: KeyRing,
    *,
    attempt_id: AttemptId,
    lock_number: bool,
) -> CallFacts | None:
    """What decides about this call now; None if the account has no such call. Raises CannotOpen.

    lock_number: first hold the advisory lock on the call's number until the transaction ends, so that there is one
    decision at a time for a number; what the lock waited for is then seen.
    """
    parameters = {
        "account_id": account_id,
        "call_id": call_id,
        "attempt_id": attempt_id,
        "lock_number": lock_number,
    }
    row = (await session.execute(_FACTS, parameters)).mappings().one_or_none()
    return None if row is None else _facts(row, key_ring)


def _facts(row: RowMapping, key_ring: KeyRing) -> CallFacts:
    return CallFacts(
        account_id=row["account_id"],
        call_id=row["call_id"],
        campaign_id=row["campaign_id"],
        lead_id=row["lead_id"],
        campaign_state=row["campaign_state"],
        call_state=row["call_state"],
        not_before=row["not_before"],
        next_attempt_at=row["next_attempt_at"],
        may_queue=row["may_queue"],
        why=row["why"],
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
    )


@dataclass(frozen=True, slots=True)
class Slot:
    """When the trunk's pace lets this dial leave, and when the database said so, both by its own clock.

    It lies at least 150 ms ahead, so that the compare-and-set can be done before it and nothing slow stands between
    the slot and the request.
    """

    at: datetime
    known_at: datetime

    @property
    def wait(self) -> timedelta:
        """How far away the slot is."""
        return max(self.at - self.known_at, timedelta(0))


@dataclass(frozen=True, slots=True)
class Admission:
    """What an allowed dial was given. slot: None when none is free within five seconds or the trunk's breaker is open;
    place: where the conversation is to be held, None when no media process takes calls."""

    slot: Slot | None
    place: MediaPlace | None


async def admit(
    session: AsyncSession,
    facts: CallFacts,
    *,
    attempt: int,
    attempt_id: AttemptId,
    fictional: bool,
    reasons: str,
    rule_set: str,
    now: datetime,
) -> Admission:
    """Store the decision to allow, take the trunk's next slot and create the attempt, at the least loaded media process.

    No attempt exists without a slot or without a place.
    """
    parameters = {
        "account_id": facts.account_id,
        "call_id": facts.call_id,
        "campaign_id": facts.campaign_id,
        "attempt": attempt,
        "attempt_id": attempt_id,
        "number_hash": facts.number_hash,
        "trunk_id": facts.trunk_id,
        "fictional": fictional,
        "reasons": reasons,
        "rule_set": rule_set,
        "now": now,
    }
    row = (await session.execute(_ADMIT, parameters)).one()
    return Admission(
        slot=None if row.at is None else Slot(row.at, row.now),
        place=None if row.process is None else MediaPlace(row.process, row.stream_url, row.control_url),
    )


async def take_slot(session: AsyncSession, account_id: AccountId, trunk_id: TrunkId) -> Slot | None:
    """The trunk's next slot, for a dial that woke too late for its own; None if none is free within five seconds."""
    parameters = {"account_id": account_id, "trunk_id": trunk_id}
    row = (await session.execute(_TAKE_SLOT, parameters)).one_or_none()
    return None if row is None else Slot(row.at, row.now)


async def defer(
    session: AsyncSession,
    facts: CallFacts,
    *,
    attempt: int,
    attempt_id: AttemptId,
    until: datetime,
    why: str,
    reasons: str,
    rule_set: str,
    now: datetime,
) -> None:
    """Store the decision to wait: no attempt exists, the line is free again, the call waits until then (law 3)."""
    parameters = {
        "account_id": facts.account_id,
        "call_id": facts.call_id,
        "campaign_id": facts.campaign_id,
        "attempt": attempt,
        "attempt_id": attempt_id,
        "until": until,
        "why": why,
        "reasons": reasons,
        "rule_set": rule_set,
        "now": now,
    }
    await session.execute(_DEFER, parameters)


async def begin_placing(
    session: AsyncSession, account_id: AccountId, attempt_id: AttemptId, *, send_limit: timedelta
) -> datetime | None:
    """The compare-and-set before the carrier is contacted: the send deadline, or None if this attempt was placed already."""
    statement = text("""
        UPDATE attempts SET state = 'placing', placing_at = clock_timestamp()
        WHERE id = :attempt_id AND account_id = :account_id AND state = 'created'
        RETURNING placing_at + CAST(:send_limit AS interval)
    """)
    parameters = {"account_id": account_id, "attempt_id": attempt_id, "send_limit": send_limit}
    return (await session.execute(statement, parameters)).scalar_one_or_none()


async def record_placed(
    session: AsyncSession, account_id: AccountId, attempt_id: AttemptId, carrier_call_id: str
) -> None:
    """The carrier accepted the dial under this id; a callback that came first is left as it is."""
    statement = text("""
        UPDATE attempts SET
            carrier_call_id = COALESCE(carrier_call_id, :carrier_call_id),
            placed_at = COALESCE(placed_at, clock_timestamp()),
            state = CASE WHEN state = 'placing' THEN 'placed' ELSE state END
        WHERE id = :attempt_id AND account_id = :account_id
    """)
    parameters = {"account_id": account_id, "attempt_id": attempt_id, "carrier_call_id": carrier_call_id}
    await session.execute(statement, parameters)


async def withdraw_unsent(session: AsyncSession, account_id: AccountId, attempt_id: AttemptId) -> None:
    """Take back an attempt of which it is certain that no request ever reached the carrier (throttled, refused by our guard)."""
    await session.execute(
        text("""
            DELETE FROM attempts WHERE id = :attempt_id AND account_id = :account_id
            AND state IN ('created', 'placing') AND carrier_call_id IS NULL
        """),
        {"account_id": account_id, "attempt_id": attempt_id},
    )


async def set_not_before(
    session: AsyncSession, account_id: AccountId, call_id: CallId, not_before: datetime
) -> None:
    """Let the call wait for this moment; one that is closed stays closed."""
    await session.execute(
        text(
            "UPDATE calls SET not_before = :not_before, next_attempt_at = :not_before "
            "WHERE id = :call_id AND account_id = :account_id AND state <> 'closed'"
        ),
        {"account_id": account_id, "call_id": call_id, "not_before": not_before},
    )


async def pause_trunk(
    session: AsyncSession, account_id: AccountId, trunk_id: TrunkId, *, pause: timedelta, because: str
) -> None:
    """Open the trunk's breaker for this long; nothing is dialled on it meanwhile."""
    await session.execute(
        text("""
            UPDATE trunks SET paused_because = :because,
                   paused_until = GREATEST(paused_until, clock_timestamp() + CAST(:pause AS interval))
            WHERE id = :trunk_id AND account_id = :account_id
        """),
        {"account_id": account_id, "trunk_id": trunk_id, "pause": pause, "because": because},
    )


async def end_undialled_attempt(
    session: AsyncSession, account_id: AccountId, attempt_id: AttemptId, *, result: str, reason: str
) -> None:
    """The carrier will not or did not dial this attempt: its leg is over before it began."""
    await session.execute(
        text("""
            UPDATE attempts SET state = 'ended', leg_result = :result, reason = :reason,
                   ended_at = clock_timestamp()
            WHERE id = :attempt_id AND account_id = :account_id AND state NOT IN ('ended', 'closed')
              AND leg_rank = 0
        """),
        {"account_id": account_id, "attempt_id": attempt_id, "result": result, "reason": reason},
    )


async def store_decision(
    session: AsyncSession,
    account_id: AccountId,
    call_id: CallId,
    *,
    attempt: int,
    channel: str,
    verdict: str,
    until: datetime | None,
    reasons: str,
    rule_set: str,
    now: datetime,
) -> None:
    """Keep one contactability decision with its reasons: the evidence."""
    await session.execute(
        text("""
            INSERT INTO decisions (account_id, call_id, attempt, channel, verdict, until, reasons, rule_set, decided_at)
            VALUES (:account_id, :call_id, :attempt, :channel, :verdict, :until, CAST(:reasons AS jsonb), :rule_set, :now)
        """),
        {
            "account_id": account_id,
            "call_id": call_id,
            "attempt": attempt,
            "channel": channel,
            "verdict": verdict,
            "until": until,
            "reasons": reasons,
            "rule_set": rule_set,
            "now": now,
        },
    )
