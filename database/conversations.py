"""Conversations: the single-use opening of a media stream, durable opt-outs, and the one report of each attempt."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.own_outcomes import flags_column
from database.people import Person
from database.preferences import said_as_json
from database.sealing import KeyRing
from database.suppressions import evidence_parameters
from database.vendor_breakers import note_failure, since_served
from domain.callbacks.answers import AgreedCallback
from domain.calls import LEG_RANKS, AttemptState
from domain.conversations import ConversationReport, Evidence, Snapshot
from domain.errors import Superseded
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId, LeadId
from domain.outcomes import BusinessOutcome
from domain.preferences import PreferenceSource
from domain.result_rules import needs_look
from domain.script_fields import FieldAnswer
from domain.suppressions import evidence_in, source_of
from domain.transcripts import Turn, words_in


@dataclass(frozen=True, slots=True)
class StreamOpened:
    """What a conversation needs to know of its call; plan, script and agent are JSON records.

    messages_left: voicemails of this call's other attempts, with proof; cut_off: where another process was cut off, if that is known.
    """

    account_id: AccountId
    account_language: str | None
    call_id: CallId
    campaign_id: CampaignId | None
    lead_id: LeadId
    person: Person
    consents: frozenset[str]
    plan: dict[str, Any]
    script: dict[str, Any]
    agent: dict[str, Any]
    hours_key: str
    messages_left: int
    cut_off: Snapshot | None


_OPEN_STREAM = text("""
    WITH opened AS (
        UPDATE attempts SET stream_opened_at = clock_timestamp(), stream_epoch = :epoch, media_process = :process,
               carrier_call_id = COALESCE(carrier_call_id, :carrier_call_id),
               placed_at = COALESCE(placed_at, clock_timestamp()),
               answered_at = COALESCE(answered_at, clock_timestamp()),
               leg_rank = GREATEST(leg_rank, :answered_rank),
               state = CASE WHEN leg_rank < :answered_rank THEN 'answered' ELSE state END
        WHERE id = :attempt_id AND stream_epoch < :epoch AND state NOT IN ('created', 'ended', 'closed')
          AND (carrier_call_id IS NULL OR carrier_call_id = :carrier_call_id)
        RETURNING account_id, call_id
    ),
    noted AS (
        INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key)
        SELECT opened.account_id, c.campaign_id, c.id, :attempt_id, 'leg.answered', :attempt_id || '/answered'
        FROM opened JOIN calls c ON c.id = opened.call_id
        ON CONFLICT (account_id, dedupe_key) DO NOTHING
    ),
    live AS (
        UPDATE calls SET state = 'live', why = 'in conversation' FROM opened
        WHERE calls.id = opened.call_id AND calls.state = 'dialling'
    )
    SELECT c.account_id, c.id AS call_id, c.campaign_id, c.lead_id, l.person_sealed, l.consents,
           k.language AS account_language, l.hours_key, w.plan, v.content AS script, to_jsonb(g) - 'created_at' AS agent, s.content_sealed AS snapshot_sealed,
           (SELECT count(*) FROM conversations o WHERE o.call_id = c.id AND o.voicemail_proved) AS messages_left
    FROM opened JOIN calls c ON c.id = opened.call_id JOIN leads l ON l.id = c.lead_id JOIN accounts k ON k.id = c.account_id
    JOIN call_made_with_v1 w ON w.call_id = c.id
    JOIN script_versions v ON v.id = w.script_version_id JOIN agents g ON g.id = w.agent_id
    LEFT JOIN conversation_snapshots s ON s.attempt_id = :attempt_id
""")


async def open_stream(
    session: AsyncSession,
    attempt_id: AttemptId,
    key_ring: KeyRing,
    *,
    carrier_call_id: str,
    epoch: int,
    process: str,
) -> StreamOpened | None:
    """The leg is answered: use the attempt's stream, once in each epoch, and read what to say.

    None if this epoch's was used before, the leg is over, or the carrier's id is not that of this attempt's leg.
    """
    parameters = {
        "attempt_id": attempt_id,
        "epoch": epoch,
        "process": process,
        "carrier_call_id": carrier_call_id,
        "answered_rank": LEG_RANKS[AttemptState.ANSWERED],
    }
    row = (await session.execute(_OPEN_STREAM, parameters)).mappings().one_or_none()
    if row is None:
        return None
    return StreamOpened(
        account_id=row["account_id"],
        account_language=row["account_language"],
        call_id=row["call_id"],
        campaign_id=row["campaign_id"],
        lead_id=row["lead_id"],
        person=key_ring.open_record(row["person_sealed"], row["account_id"], Person),
        consents=frozenset(row["consents"]),
        plan=row["plan"],
        script=row["script"],
        agent=row["agent"],
        hours_key=row["hours_key"],
        messages_left=row["messages_left"],
        cut_off=None
        if row["snapshot_sealed"] is None
        else key_ring.open_record(row["snapshot_sealed"], row["account_id"], Snapshot),
    )


@dataclass(frozen=True, slots=True)
class ConversationContent:
    """What is sealed of a report: who said what, the proof of the outcome, the answers and fields, a summary, why it was who answered,
    and the call that was agreed on.

    erased_at: when all of that was forgotten, None while it is here.
    """

    turns: tuple[Turn, ...]
    evidence: str
    callback_phrase: str
    answers: dict[str, str]
    confidence: float = 0.0
    answer_evidence: tuple[Evidence, ...] = ()
    fields: tuple[FieldAnswer, ...] = ()
    summary: str = ""
    callback: AgreedCallback | None = None
    erased_at: datetime | None = None


def nothing_said(erased_at: datetime | None = None) -> ConversationContent:
    """What stands in the place of a conversation's content that was erased."""
    return ConversationContent(turns=(), evidence="", callback_phrase="", answers={}, erased_at=erased_at)


_STORE_REPORT = text("""
    SELECT event_id, superseded, is_nobodys_v2(:attempt_id, :account_id) AS is_nobodys FROM store_report_v4(
        the_attempt => :attempt_id, the_account => :account_id, the_call => :call_id, the_epoch => :epoch,
        the_answered_by => :answered_by, the_end_reason => :end_reason, the_outcome => :outcome,
        the_outcome_flags => CAST(:outcome_flags AS jsonb), is_final => :final, the_why => :why,
        who_decided => :decided_by, the_sentiment => :sentiment, the_language => :language,
        is_for_review => :needs_review, the_content_sealed => :content_sealed, the_words => :words,
        is_voicemail_proved => :voicemail_proved, the_greeting_ms => :greeting_ms, the_disclosed_at_ms => :disclosed_at_ms,
        the_greeted_until_ms => :greeted_until_ms,
        the_failed_vendor => :failed_vendor, since_served => :since_served, the_carrier_hint => :carrier_hint,
        the_beginning => :began_at, the_end => :ended_at,
        suppresses => :suppress, the_suppression => :suppression_id, the_source => :source, the_proof_sealed => :words_sealed,
        was_said_at => :said_at, the_preferences => CAST(:preferences AS jsonb))
""")


# What a conversation demanded as it went on has told of it already (suppressions.py).
_OPTED_OUT = text("""
    INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key)
    SELECT c.account_id, c.campaign_id, c.id, :attempt_id, 'opt_out', :attempt_id || '/opt_out'
    FROM calls c WHERE c.id = :call_id AND c.account_id = :account_id
    ON CONFLICT (account_id, dedupe_key) DO NOTHING
""")

_OF_NOBODY = text("""
    WITH nobodys AS MATERIALIZED (
        SELECT id, account_id, number_hash FROM attempts WHERE id = :attempt_id AND account_id = :account_id
    ),
    unwished AS (
        DELETE FROM preferences p USING nobodys n
        WHERE p.account_id = n.account_id AND p.number_hash = n.number_hash AND p.attempt_id = n.id AND p.removed_at IS NULL
    ),
    unsaid AS (
        UPDATE suppressions s SET words_sealed = NULL FROM nobodys n
        WHERE s.account_id = n.account_id AND s.number_hash = n.number_hash AND s.attempt_id = n.id AND s.removed_at IS NULL
    )
    UPDATE conversations v SET content_sealed = :nothing, sentiment = 'neutral', language = NULL
    FROM nobodys n WHERE v.attempt_id = n.id
""")


async def store_report(
    session: AsyncSession, report: ConversationReport, key_ring: KeyRing, *, suppression_id: str
) -> int | None:
    """Keep the report, once for each attempt, with the event that tells the workflow; its event id, None if kept before.

    A report that comes after its attempt was closed suppresses, amends the business outcome unless a later attempt has
    one (a call that they ask for so late is a person's to plan), closes a call that waits if the answer is final, and says that
    somebody should look; it never causes a retry (law 5).
    Raises Superseded, for the transaction to keep nothing of it, if a later process holds the conversation, and NoResultFound if the
    account's call has no such attempt.
    """
    verdict = report.verdict
    content = ConversationContent(
        turns=report.transcript,
        evidence=verdict.evidence,
        callback_phrase=verdict.callback_phrase,
        answers=report.answers,
        confidence=report.confidence,
        answer_evidence=report.answer_evidence,
        fields=report.fields,
        summary=verdict.summary,
        callback=report.callback,
    )
    proof = evidence_in(report.transcript, verdict.evidence, report.began_at, report.attempt_id)
    parameters = {
        **evidence_parameters(proof, report.account_id, key_ring),
        "attempt_id": report.attempt_id,
        "account_id": report.account_id,
        "call_id": report.call_id,
        "answered_by": str(report.answered_by),
        "end_reason": str(report.end_reason),
        "outcome": str(verdict.outcome),
        "outcome_flags": flags_column(verdict.flags),
        "decided_by": verdict.decided_by,
        "sentiment": str(verdict.sentiment),
        "language": report.language,
        "needs_review": needs_look(report),
        "content_sealed": key_ring.seal_record(asdict(content), report.account_id),
        "words": words_in(report.transcript),
        "voicemail_proved": report.voicemail_proved,
        "greeting_ms": report.greeting_ms,
        "disclosed_at_ms": report.disclosed_at_ms,
        "greeted_until_ms": report.greeted_until_ms,
        "failed_vendor": report.failed_vendor,
        "carrier_hint": report.carrier_hint,
        "epoch": report.epoch,
        "began_at": report.began_at,
        "ended_at": report.ended_at,
        "suppression_id": suppression_id,
        "suppress": verdict.means.suppresses,
        "source": source_of(verdict.outcome, verdict.decided_by),
        "final": verdict.means.final,
        "why": f"The person's answer is final: {verdict.outcome}.",
        "since_served": since_served(report),
        "preferences": said_as_json(
            report.preferences, report.account_id, key_ring, PreferenceSource.SAID_ON_CALL
        ),
    }
    row = (await session.execute(_STORE_REPORT, parameters)).one()
    if row.superseded:
        raise Superseded
    if row.event_id is None:
        return None
    if verdict.outcome == BusinessOutcome.OPT_OUT:
        theirs = {name: parameters[name] for name in ("account_id", "call_id", "attempt_id")}
        await session.execute(_OPTED_OUT, theirs)
    if row.is_nobodys:
        await _forget_again(session, report, key_ring)
    await note_failure(session, report)
    return int(row.event_id)


async def _forget_again(session: AsyncSession, report: ConversationReport, key_ring: KeyRing) -> None:
    """The person was erased before this report came, or the time of what was said was over: it binds as any other, and brings nothing that
    was said back."""
    nothing = key_ring.seal_record(asdict(nothing_said(report.ended_at)), report.account_id)
    parameters = {"attempt_id": report.attempt_id, "account_id": report.account_id, "nothing": nothing}
    await session.execute(_OF_NOBODY, parameters)


def read_content(sealed: bytes, account_id: AccountId, key_ring: KeyRing) -> ConversationContent:
    """The sealed part of a report. Raises CannotOpen."""
    return key_ring.open_record(sealed, account_id, ConversationContent)
