"""What carriers and the media server report of a call: append-only, deduplicated, with the mark that its workflow has been told
(law 5). The live feed of the dashboard is read by live_events.py.
Stored by api/webhooks/legs.py, told on by api/webhooks/event_delivery.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.calls import LEG_RANKS, AttemptState
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId, LeadId, call_workflow_id
from domain.outcomes import TechnicalResult


@dataclass(frozen=True, slots=True)
class LegEvent:
    """One thing the carrier said about a leg: RINGING, ANSWERED or ENDED.

    dedupe_key is the same for every delivery of it.
    """

    state: AttemptState
    dedupe_key: str
    carrier_call_id: str
    occurred_at: datetime
    result: TechnicalResult | None = None
    duration_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as stored; ended ones are to be signalled to the workflow unless delivered already.

    talking: the attempt's media stream was connected.
    """

    event_id: int
    account_id: AccountId
    call_id: CallId
    attempt_id: AttemptId
    workflow_id: str
    kind: str
    talking: bool
    delivered: bool

    @property
    def must_be_signalled(self) -> bool:
        """Whether the call's workflow is still to be told."""
        return not self.delivered and self.kind in (LEG_ENDED, CONVERSATION_REPORTED)


_DELIVERING = 7_117_000_004  # advisory lock: late events are delivered by one process at a time
LEG_ENDED = "leg.ended"
CONVERSATION_REPORTED = "conversation.reported"

_RECORD_LEG_EVENT = text("""
    WITH known AS (
        SELECT a.id, a.account_id, a.call_id, a.stream_opened_at IS NOT NULL AS talking, c.campaign_id, c.lead_id,
               -- The carrier's clock may be ahead of ours; the next attempt's wait begins no later than now.
               LEAST(CAST(:occurred_at AS timestamptz), clock_timestamp()) AS at
        FROM attempts a JOIN calls c ON c.id = a.call_id
        WHERE a.id = :attempt_id AND (a.carrier_call_id IS NULL OR a.carrier_call_id = :carrier_call_id)
    ),
    earlier AS (
        SELECT e.id, e.delivered_at FROM call_events e JOIN known k ON e.account_id = k.account_id
        WHERE e.dedupe_key = :dedupe_key
    ),
    stored AS (
        INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key, occurred_at, detail)
        SELECT account_id, campaign_id, call_id, id, :kind, :dedupe_key, :occurred_at,
               jsonb_strip_nulls(jsonb_build_object(
                   'result', CAST(:result AS text), 'duration_seconds', CAST(:duration AS integer)))
        FROM known ON CONFLICT (account_id, dedupe_key) DO NOTHING
        RETURNING id
    ),
    moved AS (
        UPDATE attempts SET
            leg_rank = :rank,
            state = CASE WHEN state = 'closed' THEN state ELSE :state END,
            carrier_call_id = COALESCE(attempts.carrier_call_id, :carrier_call_id),
            placed_at = COALESCE(placed_at, clock_timestamp()),
            answered_at = COALESCE(answered_at, CASE
                WHEN :state = 'answered' THEN known.at
                -- A leg that ended without a refusal was answered, though its stream never came to us.
                WHEN :state = 'ended' AND CAST(:result AS text) IS NULL
                THEN known.at - COALESCE(CAST(:duration AS integer), 0) * interval '1 s'
            END),
            ended_at = CASE WHEN :state = 'ended' THEN known.at ELSE ended_at END,
            leg_result = COALESCE(:result, leg_result),
            duration_seconds = COALESCE(CAST(:duration AS integer), duration_seconds)
        FROM known WHERE attempts.id = known.id AND leg_rank < :rank
        RETURNING attempts.call_id
    ),
    live AS (
        UPDATE calls SET state = 'live', why = 'in conversation' FROM moved
        WHERE calls.id = moved.call_id AND calls.state = 'dialling' AND :state = 'answered'
    )
    SELECT known.*, COALESCE(stored.id, earlier.id) AS event_id, earlier.delivered_at IS NOT NULL AS delivered
    FROM known LEFT JOIN stored ON true LEFT JOIN earlier ON true
""")


async def record_leg_event(
    session: AsyncSession, attempt_id: AttemptId, event: LegEvent
) -> StoredEvent | None:
    """Store what the carrier said and move the attempt forward, never back; None if the leg is not this attempt's.

    One statement. A repeated delivery returns the first one's event and whether its workflow was told.
    """
    kind = f"leg.{event.state}"
    parameters = {
        "attempt_id": attempt_id,
        "kind": kind,
        "state": str(event.state),
        "rank": LEG_RANKS[event.state],
        "dedupe_key": event.dedupe_key,
        "carrier_call_id": event.carrier_call_id,
        "occurred_at": event.occurred_at,
        "result": event.result,
        "duration": event.duration_seconds,
    }
    row = (await session.execute(_RECORD_LEG_EVENT, parameters)).mappings().one_or_none()
    if row is None or row["event_id"] is None:
        return None
    return _stored(row, attempt_id=attempt_id, kind=kind)


async def record_event(
    session: AsyncSession,
    account_id: AccountId,
    kind: str,
    dedupe_key: str,
    *,
    campaign_id: CampaignId | None = None,
    call_id: CallId | None = None,
    attempt_id: AttemptId | None = None,
    detail: str = "{}",
) -> None:
    """Store any other event, once for each dedupe key; detail is JSON text without personal data."""
    await session.execute(
        text("""
            INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key, detail)
            VALUES (:account_id, :campaign_id, :call_id, :attempt_id, :kind, :dedupe_key, CAST(:detail AS jsonb))
            ON CONFLICT (account_id, dedupe_key) DO NOTHING
        """),
        {
            "account_id": account_id,
            "campaign_id": campaign_id,
            "call_id": call_id,
            "attempt_id": attempt_id,
            "kind": kind,
            "dedupe_key": dedupe_key,
            "detail": detail,
        },
    )


async def mark_delivered(session: AsyncSession, event_ids: Sequence[int]) -> None:
    """The workflow has been told of these events."""
    await session.execute(
        text(
            "UPDATE call_events SET delivered_at = clock_timestamp() "
            "WHERE id = ANY(:event_ids) AND delivered_at IS NULL"
        ),
        {"event_ids": list(event_ids)},
    )


async def take_turn(session: AsyncSession) -> bool:
    """Whether this transaction is the one that delivers late events now, until it ends."""
    locked = await session.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": _DELIVERING})
    return bool(locked.scalar_one())


async def undelivered(session: AsyncSession, *, older_than: timedelta, limit: int) -> list[StoredEvent]:
    """Events whose workflow was not told within this time, oldest first."""
    rows = await session.execute(
        text("""
            SELECT e.id AS event_id, e.account_id, e.call_id, e.attempt_id, e.kind, false AS delivered,
                   c.campaign_id, c.lead_id, a.stream_opened_at IS NOT NULL AS talking
            FROM call_events e JOIN calls c ON c.id = e.call_id JOIN attempts a ON a.id = e.attempt_id
            WHERE e.delivered_at IS NULL AND e.kind IN ('leg.ended', 'conversation.reported')
              AND e.stored_at < clock_timestamp() - CAST(:older_than AS interval)
            ORDER BY e.stored_at LIMIT :limit
        """),
        {"older_than": older_than, "limit": limit},
    )
    return [_stored(row, attempt_id=row["attempt_id"], kind=row["kind"]) for row in rows.mappings()]


def _stored(row: object, *, attempt_id: AttemptId, kind: str) -> StoredEvent:
    found: dict[str, object] = dict(row)  # type: ignore[call-overload]
    campaign_id = CampaignId(str(found["campaign_id"])) if found["campaign_id"] else None
    call_id = CallId(str(found["call_id"]))
    return StoredEvent(
        event_id=int(str(found["event_id"])),
        account_id=AccountId(str(found["account_id"])),
        call_id=call_id,
        attempt_id=attempt_id,
        workflow_id=call_workflow_id(call_id, campaign_id, LeadId(str(found["lead_id"]))),
        kind=kind,
        talking=bool(found["talking"]),
        delivered=bool(found["delivered"]),
    )
