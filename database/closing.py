"""How an attempt is closed, and a call with it or without another attempt. What is known of an attempt: attempts.py."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.attempts import AttemptEnd
from database.call_facts import CallFacts
from database.connections import CRM_OF_ACCOUNT, crm_of
from database.decisions import store_decision
from database.own_outcomes import FLAGS_OF_CALL, outcome_of
from database.people import Person
from database.placing import IS_PLACED, withdraw_created
from database.sealing import KeyRing
from database.suppressions import evidence_parameters, suppressing
from domain.connections import ConnectionRef
from domain.contactability import PROMISES, Channel, Contactability, ReasonCode
from domain.identifiers import AccountId, AttemptId, CallId, attempt_id
from domain.outcomes import Outcome, TechnicalResult
from domain.suppressions import OptOutEvidence

_SUPPRESSED = """
    SELECT :suppression_id, :account_id, a.number_hash, :number_sealed, 'all', :source, :call_id, a.id,
           CAST(:words_sealed AS bytea), CAST(:said_at AS timestamptz)
    FROM attempts a WHERE a.id = :attempt_id AND :suppress
"""
_CLOSE = text(f"""
    WITH attempt AS (
        UPDATE attempts SET state = 'closed', result = :result, reason = :why, closed_at = clock_timestamp(),
               ended_at = COALESCE(ended_at, clock_timestamp())
        WHERE id = :attempt_id AND account_id = :account_id AND state <> 'closed'
        RETURNING call_id
    ),
    call AS (
        UPDATE calls SET
            state = CASE WHEN :final THEN 'closed' ELSE 'waiting' END,
            next_attempt_at = :next_at, not_before = COALESCE(:next_at, not_before), not_before_because = :because,
            backs_off = :backs_off, why = :why, result = :result,
            outcome = CASE WHEN :outcome = 'none' THEN COALESCE(calls.outcome, 'none') ELSE :outcome END,
            needs_review = CASE WHEN :outcome = 'none' THEN calls.needs_review OR :needs_review ELSE :needs_review END, closed_at = CASE WHEN :final THEN clock_timestamp() END
        FROM attempt WHERE calls.id = attempt.call_id AND calls.account_id = :account_id AND calls.state <> 'closed'
        RETURNING calls.id, calls.lead_id
    ),
    lead AS (UPDATE leads SET state = 'closed' FROM call WHERE leads.id = call.lead_id AND :final),
    line AS (
        UPDATE lines SET call_id = NULL, taken_at = NULL FROM attempt
        WHERE lines.call_id = attempt.call_id AND lines.account_id = :account_id
    ),
    forgotten AS (DELETE FROM conversation_snapshots WHERE attempt_id = :attempt_id AND account_id = :account_id),
    told AS (
        UPDATE call_events SET delivered_at = clock_timestamp()
        WHERE call_id = :call_id AND account_id = :account_id AND delivered_at IS NULL
          AND kind IN ('leg.ended', 'conversation.reported')
    ),
    suppressed AS ({suppressing(_SUPPRESSED)})
    INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key, detail)
    SELECT :account_id, CAST(:campaign_id AS text), :call_id, :attempt_id,
           CASE WHEN :final THEN 'call.closed' ELSE 'call.waiting' END, :attempt_id || '/closed',
           jsonb_build_object('result', CAST(:result AS text), 'outcome', CAST(:outcome AS text),
                              'why', CAST(:why AS text), 'until', CAST(:next_at AS timestamptz))
    ON CONFLICT (account_id, dedupe_key) DO NOTHING
    RETURNING :final
        AND NOT EXISTS (SELECT FROM calls c
                        WHERE c.campaign_id = :campaign_id AND c.state <> 'closed' AND c.id <> :call_id)
        AND NOT EXISTS (SELECT FROM leads l WHERE l.campaign_id = :campaign_id AND l.state = 'ready')
""")


@dataclass(frozen=True, slots=True)
class AttemptVerdict:
    """How an attempt is to be closed. next_at: when the call goes on, None when it is closed for good; because: why then,
    without the moment; backs_off: nobody chose that moment; source and proof: of the do-not-call entry, if it is to suppress.
    """

    result: TechnicalResult
    outcome: Outcome
    why: str
    because: str | None
    next_at: datetime | None
    backs_off: bool
    needs_review: bool
    suppress: bool
    source: str
    proof: OptOutEvidence


async def close_attempt(
    session: AsyncSession,
    end: AttemptEnd,
    verdict: AttemptVerdict,
    key_ring: KeyRing,
    *,
    suppression_id: str,
) -> bool:
    """Close the attempt, free its line, and close the call or let it wait: one statement.

    True when that was all its campaign still had to do, as far as could be seen: of two calls that are closed at the
    same moment neither may be the last. Harmless when repeated, also by a worker that wakes up when the call's next attempt already holds a line.
    """
    parameters = {
        **evidence_parameters(verdict.proof, end.account_id, key_ring),
        "account_id": end.account_id,
        "campaign_id": end.campaign_id,
        "call_id": end.call_id,
        "attempt_id": end.attempt_id,
        "result": str(verdict.result),
        "outcome": verdict.outcome.name,
        "why": verdict.why,
        "because": verdict.because,
        "next_at": verdict.next_at,
        "backs_off": verdict.backs_off,
        "final": verdict.next_at is None,
        "needs_review": verdict.needs_review,
        "suppress": verdict.suppress,
        "suppression_id": suppression_id,
        "source": verdict.source,
        "number_sealed": key_ring.seal_record(Person(number=end.to_number), end.account_id),
    }
    return bool((await session.execute(_CLOSE, parameters)).scalar_one_or_none())


@dataclass(frozen=True, slots=True)
class CallEnd:
    """How a call was closed. was_dialled: there was an attempt to tell the CRM of; synced: the CRM has its record;
    by_attempt: an attempt's own end closed it, not a refusal or a cancel; crm: where its records go, if anywhere."""

    result: TechnicalResult
    outcome: Outcome
    why: str
    plan: dict[str, Any]
    was_dialled: bool
    synced: bool
    by_attempt: bool
    crm: ConnectionRef | None


async def read_call_end(session: AsyncSession, account_id: AccountId, call_id: CallId) -> CallEnd | None:
    """How this call was closed; None while it is open."""
    found = await session.execute(
        text(f"""
            SELECT c.result, c.outcome, {FLAGS_OF_CALL} AS outcome_flags, c.why, w.plan,
                   crm.id AS crm_id, crm.vendor AS crm_vendor, crm.version AS crm_version,
                   EXISTS (SELECT FROM attempts a WHERE a.call_id = c.id AND a.placing_at IS NOT NULL) AS was_dialled,
                   EXISTS (SELECT FROM crm_links k WHERE k.call_id = c.id) AS synced,
                   EXISTS (SELECT FROM call_events e WHERE e.call_id = c.id AND e.kind = 'call.closed'
                           AND e.attempt_id IS NOT NULL) AS by_attempt
            FROM calls c JOIN call_made_with_v1 w ON w.call_id = c.id
            LEFT JOIN LATERAL ({CRM_OF_ACCOUNT}) crm ON true
            WHERE c.id = :call_id AND c.account_id = :account_id AND c.state = 'closed'
        """),
        {"account_id": account_id, "call_id": call_id},
    )
    row = found.mappings().one_or_none()
    if row is None:
        return None
    return CallEnd(
        result=TechnicalResult(row["result"] or TechnicalResult.NEVER_DIALLED),
        outcome=outcome_of(row),
        why=row["why"],
        plan=row["plan"],
        was_dialled=row["was_dialled"],
        synced=row["synced"],
        by_attempt=row["by_attempt"],
        crm=crm_of(row, account_id),
    )


async def close_answered(session: AsyncSession, facts: CallFacts) -> str:
    """Close a call whose person has given a final answer: it dials nobody any more, and what follows is that answer's.

    It came when the next attempt was about to be dialled, which was then put off. Returns why, for people.
    """
    why = f"The person's answer is final: {facts.outcome.name}."
    await close_undialled(
        session,
        facts.account_id,
        facts.call_id,
        result=TechnicalResult.NEVER_DIALLED,
        why=why,
        ended_by=attempt_id(facts.call_id, facts.attempts_made),
    )
    return why


async def close_undialled(
    session: AsyncSession,
    account_id: AccountId,
    call_id: CallId,
    *,
    result: TechnicalResult,
    why: str,
    ended_by: AttemptId | None = None,
    needs_review: bool = False,
) -> bool:
    """Close a call whose next attempt will never be dialled (refused, cancelled); an earlier result is kept, unless the person
    wants writing instead.

    A call that was promised to the person and is not made is marked for review. ended_by: the attempt that the call ends with, if not with a refusal or a cancel. False, and nothing changed, if it was closed before, or while an attempt of it is placed and not closed: that one's
    close goes first.
    """
    # Locked first, so that the next statement sees a line that a step still under way was about to take.
    await session.execute(
        text("SELECT FROM calls WHERE id = :call_id AND account_id = :account_id FOR UPDATE"),
        {"account_id": account_id, "call_id": call_id},
    )
    await withdraw_created(session, account_id, call_id)
    closed = await session.execute(
        text(f"""
            WITH placed AS (SELECT FROM attempts WHERE call_id = :call_id AND state {IS_PLACED}),
            call AS (
                UPDATE calls SET state = 'closed', closed_at = clock_timestamp(), next_attempt_at = NULL, why = :why,
                       needs_review = needs_review OR :needs_review
                           OR COALESCE(not_before_because = ANY(:promises), false),
                       result = CASE WHEN :result = 'writing_wanted' THEN :result ELSE COALESCE(result, :result) END, outcome = COALESCE(outcome, 'none')
                WHERE id = :call_id AND account_id = :account_id AND state <> 'closed'
                  AND NOT EXISTS (SELECT FROM placed)
                RETURNING id, lead_id, campaign_id, result, outcome
            ),
            lead AS (UPDATE leads SET state = 'closed' FROM call WHERE leads.id = call.lead_id),
            line AS (
                UPDATE lines SET call_id = NULL, taken_at = NULL
                WHERE call_id = :call_id AND account_id = :account_id AND NOT EXISTS (SELECT FROM placed)
            ),
            noted AS (
                INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key, detail)
                SELECT :account_id, campaign_id, id, CAST(:ended_by AS text), 'call.closed', id || '/closed',
                       jsonb_build_object('result', result, 'outcome', outcome, 'why', CAST(:why AS text)) FROM call
                ON CONFLICT (account_id, dedupe_key) DO NOTHING
            )
            SELECT id FROM call
        """),
        {
            "account_id": account_id,
            "call_id": call_id,
            "result": str(result),
            "why": why,
            "promises": list(PROMISES),
            "ended_by": ended_by,
            "needs_review": needs_review,
        },
    )
    return closed.scalar_one_or_none() is not None


async def refuse_call(
    session: AsyncSession,
    account_id: AccountId,
    call_id: CallId,
    decision: Contactability,
    *,
    attempt: int,
    now: datetime,
    why: str,
) -> bool:
    """Store this decision to refuse and close the call without another attempt; False if it could not be closed.

    Who can be called at no hour of those they asked for is for a person to look at.
    """
    writes = decision.refuses_for(ReasonCode.WRITING_WANTED)
    closed = await close_undialled(
        session,
        account_id,
        call_id,
        result=TechnicalResult.WRITING_WANTED if writes else TechnicalResult.NEVER_DIALLED,
        why=why,
        needs_review=decision.refuses_for(ReasonCode.NO_WISHED_HOUR),
    )
    if closed:
        await store_decision(
            session,
            account_id,
            call_id,
            decision,
            attempt=attempt,
            channel=Channel.VOICE,
            now=now,
        )
    return closed


async def close_cancelled_attempt(
    session: AsyncSession, account_id: AccountId, attempt_id: AttemptId, *, why: str
) -> None:
    """Close the attempt of a cancelled call once its leg is over; one that was never created, or is closed, is no error.

    Of one whose leg may live nothing is closed: its line stays taken, and the sweep ends the leg (law 6). An outcome
    that was reported before the cancel is the call's.
    """
    await session.execute(
        text("""
            WITH attempt AS (
                UPDATE attempts SET state = 'closed', result = 'cancelled', reason = :why,
                       closed_at = clock_timestamp(), ended_at = COALESCE(ended_at, clock_timestamp())
                WHERE id = :attempt_id AND account_id = :account_id AND state = 'ended'
                RETURNING call_id
            ),
            forgotten AS (DELETE FROM conversation_snapshots USING attempt WHERE attempt_id = :attempt_id)
            UPDATE calls SET outcome = v.outcome FROM attempt, conversations v
            WHERE calls.id = attempt.call_id AND v.attempt_id = :attempt_id AND v.outcome <> 'none'
        """),
        {"account_id": account_id, "attempt_id": attempt_id, "why": why},
    )
