"""What other people's programs are told, event by event: made from committed events, sent in order, kept with how it went.

A program is told each event at least once: a delivery is made in the transaction that moves the mark of progress on, and
waits until an answer says that it was taken. The programs themselves: webhook_endpoints.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from database.session import new_id
from database.webhook_endpoints import EndpointSettings
from domain.errors import InvalidInput, NotFound
from domain.identifiers import AccountId
from domain.webhook_rules import DeliveryState, in_order_with

_MAKING: Final = 7_117_000_006  # advisory lock: one process makes deliveries at a time
MOST_REPLAYED: Final = 5_000
_BATCH: Final = 500
_COLUMNS: Final = """
    id, account_id, kind, state, attempts, next_at, status, failure, body_sealed, answer_sealed, created_at, settled_at
"""

_IS_FIRST: Final = """NOT EXISTS (
    SELECT FROM webhook_deliveries o WHERE o.endpoint_id = d.endpoint_id AND o.in_order_with = d.in_order_with
      AND o.state = 'waiting' AND (o.event_seq, o.id) < (d.event_seq, d.id))"""


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """One event as a program was told it. body: JSON; answer: the beginning of its last answer."""

    id: str
    kind: str
    state: DeliveryState
    attempts: int
    next_at: datetime | None
    status: int | None
    failure: str | None
    body: str
    answer: str
    created_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class DueDelivery:
    """What is to be sent now. attempts: tries so far."""

    id: str
    body: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Receiver:
    """Where it goes, signed by which secrets."""

    url: str
    secrets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TryEnd:
    """How one try went. attempts: this one's number; status: of the answer, None where there was none; failure: why not, None for a
    success."""

    delivery_id: str
    attempts: int
    status: int | None
    failure: str | None
    answer: bytes
    next_at: datetime | None


async def make_deliveries(session: AsyncSession, key_ring: KeyRing) -> list[tuple[AccountId, str]]:
    """Deliveries of events that were numbered since the last time: to which programs, of which account.

    One process does so at a time; an empty list for all others.
    """
    locked = await session.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": _MAKING})
    if not locked.scalar_one():
        return []
    events = (
        (
            await session.execute(
                text("""
                SELECT e.seq, e.account_id, e.kind, e.campaign_id, e.call_id, e.attempt_id, e.detail, e.occurred_at, e.stored_at
                FROM call_events e WHERE e.seq > (SELECT seq FROM webhook_progress) ORDER BY e.seq LIMIT :batch
            """),
                {"batch": _BATCH},
            )
        )
        .mappings()
        .all()
    )
    if not events:
        return []
    programs = (
        (
            await session.execute(
                text("""
                SELECT id, account_id, kinds, created_at FROM webhook_endpoints
                WHERE disabled_at IS NULL AND account_id = ANY(:accounts)
            """),
                {"accounts": list({event["account_id"] for event in events})},
            )
        )
        .mappings()
        .all()
    )
    told = [
        (event, program)
        for event in events
        for program in programs
        if program["account_id"] == event["account_id"]
        and event["stored_at"] >= program["created_at"]
        and (not program["kinds"] or event["kind"] in program["kinds"])
    ]
    await _insert(session, [(program["id"], dict(event)) for event, program in told], key_ring)
    await session.execute(text("UPDATE webhook_progress SET seq = :seq"), {"seq": events[-1]["seq"]})
    return sorted({(AccountId(program["account_id"]), program["id"]) for _, program in told})


async def _insert(
    session: AsyncSession, told: Sequence[tuple[str, Mapping[str, Any]]], key_ring: KeyRing
) -> None:
    """A delivery of each event to each program; one that failed, or was taken, is sent once more."""
    if not told:
        return
    await session.execute(
        text("""
            INSERT INTO webhook_deliveries (id, account_id, endpoint_id, event_seq, in_order_with, kind, body_sealed)
            VALUES (:id, :account_id, :endpoint_id, :event_seq, :in_order_with, :kind, :body)
            ON CONFLICT (endpoint_id, event_seq)
            DO UPDATE SET state = 'waiting', attempts = 0, next_at = now(), settled_at = NULL
        """),
        [
            {
                "id": new_id("whd"),
                "account_id": event["account_id"],
                "endpoint_id": endpoint_id,
                "event_seq": event["seq"],
                "in_order_with": in_order_with(event),
                "kind": event["kind"],
                "body": key_ring.seal(_body(event), event["account_id"]),
            }
            for endpoint_id, event in told
        ],
    )


def _body(event: Mapping[str, Any]) -> bytes:
    """As Standard Webhooks has it: type, timestamp, data. seq: the event's place among all, which lives on in GET /api/ws."""
    data = {name: event[name] for name in ("seq", "campaign_id", "call_id", "attempt_id", "detail")}
    return msgspec.json.encode(
        {"type": event["kind"], "timestamp": event["occurred_at"].isoformat(), "data": data}
    )


async def add_ping(
    session: AsyncSession, account_id: AccountId, endpoint_id: str, now: datetime, key_ring: KeyRing
) -> str:
    """Tell this program that it is told; the delivery's id. Raises NotFound for one that is not, or is disabled."""
    delivery_id = new_id("whd")
    body = msgspec.json.encode({"type": "ping", "timestamp": now.isoformat(), "data": {}})
    added = await session.execute(
        text("""
            INSERT INTO webhook_deliveries (id, account_id, endpoint_id, in_order_with, kind, body_sealed)
            SELECT :id, account_id, id, :id, 'ping', :body FROM webhook_endpoints
            WHERE id = :endpoint_id AND account_id = :account_id AND disabled_at IS NULL RETURNING id
        """),
        {
            "id": delivery_id,
            "account_id": account_id,
            "endpoint_id": endpoint_id,
            "body": key_ring.seal(body, account_id),
        },
    )
    if added.one_or_none() is None:
        raise NotFound("This account has no such webhook endpoint that is told anything.")
    return delivery_id


async def list_deliveries(
    session: AsyncSession,
    account_id: AccountId,
    endpoint_id: str,
    key_ring: KeyRing,
    *,
    before: str | None,
    limit: int,
) -> list[DeliveryView]:
    """What this program was told, newest first, before the one named by before."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM webhook_deliveries
            WHERE endpoint_id = :endpoint_id AND account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"endpoint_id": endpoint_id, "account_id": account_id, "before": before, "limit": limit},
    )
    return [_view(row, key_ring) for row in rows.mappings()]


def _view(row: RowMapping, key_ring: KeyRing) -> DeliveryView:
    shown = dict(row)
    account_id = shown.pop("account_id")
    body, answer = shown.pop("body_sealed"), shown.pop("answer_sealed")
    waits = row["state"] == DeliveryState.WAITING
    return DeliveryView(
        **{**shown, "state": DeliveryState(row["state"]), "next_at": row["next_at"] if waits else None},
        body=key_ring.open(body, account_id).decode(),
        answer=key_ring.open(answer, account_id).decode(errors="replace") if answer else "",
    )


async def replay_delivery(
    session: AsyncSession, account_id: AccountId, endpoint_id: str, delivery_id: str
) -> None:
    """Send this once more, under the same webhook-id. Raises NotFound."""
    moved = await session.execute(
        text("""
            UPDATE webhook_deliveries SET state = 'waiting', attempts = 0, next_at = now(), settled_at = NULL
            WHERE id = :id AND endpoint_id = :endpoint_id AND account_id = :account_id RETURNING id
        """),
        {"id": delivery_id, "endpoint_id": endpoint_id, "account_id": account_id},
    )
    if moved.one_or_none() is None:
        raise NotFound("This webhook endpoint has no such delivery.")


async def replay_range(
    session: AsyncSession,
    account_id: AccountId,
    endpoint_id: str,
    since: datetime,
    until: datetime,
    key_ring: KeyRing,
) -> int:
    """Send once more what happened from since until before until, also what nobody sent then; how many.

    Raises InvalidInput for more than MOST_REPLAYED.
    """
    events = (
        (
            await session.execute(
                text("""
                SELECT e.seq, e.account_id, e.kind, e.campaign_id, e.call_id, e.attempt_id, e.detail, e.occurred_at
                FROM call_events e JOIN webhook_endpoints w ON w.id = :endpoint_id AND w.account_id = e.account_id
                WHERE e.account_id = :account_id AND e.seq <= (SELECT seq FROM webhook_progress)
                  AND e.occurred_at >= :since AND e.occurred_at < :until
                  AND (w.kinds = '{}' OR e.kind = ANY(w.kinds))
                ORDER BY e.seq LIMIT :limit
            """),
                {
                    "endpoint_id": endpoint_id,
                    "account_id": account_id,
                    "since": since,
                    "until": until,
                    "limit": MOST_REPLAYED + 1,
                },
            )
        )
        .mappings()
        .all()
    )
    if len(events) > MOST_REPLAYED:
        raise InvalidInput(
            f"More than {MOST_REPLAYED} events happened then; choose a shorter time.",
            pointer="/until",
            code="too_many",
        )
    await _insert(session, [(endpoint_id, dict(event)) for event in events], key_ring)
    return len(events)


async def receiver_of(
    session: AsyncSession, account_id: AccountId, endpoint_id: str, key_ring: KeyRing
) -> Receiver | None:
    """Where a program is and how it is signed to; None for one that is told nothing."""
    found = await session.execute(
        text("""
            SELECT settings_sealed, secret_sealed,
                   CASE WHEN former_until > now() THEN former_secret_sealed END AS former_sealed
            FROM webhook_endpoints WHERE id = :id AND account_id = :account_id AND disabled_at IS NULL
        """),
        {"id": endpoint_id, "account_id": account_id},
    )
    row = found.one_or_none()
    if row is None:
        return None
    sealed = [each for each in (row.secret_sealed, row.former_sealed) if each is not None]
    settings = key_ring.open_record(row.settings_sealed, account_id, EndpointSettings)
    return Receiver(settings.url, tuple(key_ring.open(each, account_id).decode() for each in sealed))


async def due_deliveries(
    session: AsyncSession, account_id: AccountId, endpoint_id: str, key_ring: KeyRing, *, limit: int
) -> list[DueDelivery]:
    """The first of each call's, or campaign's, that waits and whose moment has come, oldest first."""
    rows = await session.execute(
        text(f"""
            SELECT d.id, d.body_sealed, d.attempts FROM webhook_deliveries d
            WHERE d.endpoint_id = :endpoint_id AND d.account_id = :account_id AND d.state = 'waiting' AND d.next_at <= now()
              AND {_IS_FIRST}
            ORDER BY d.next_at LIMIT :limit
        """),
        {"endpoint_id": endpoint_id, "account_id": account_id, "limit": limit},
    )
    return [
        DueDelivery(row.id, key_ring.open(row.body_sealed, account_id).decode(), row.attempts) for row in rows
    ]


async def next_due(session: AsyncSession, account_id: AccountId, endpoint_id: str) -> datetime | None:
    """When this program is to be told again; None when nothing waits, or it is told nothing."""
    found = await session.execute(
        text(f"""
            SELECT min(d.next_at) FROM webhook_deliveries d JOIN webhook_endpoints w ON w.id = d.endpoint_id
            WHERE d.endpoint_id = :endpoint_id AND d.account_id = :account_id AND d.state = 'waiting'
              AND w.disabled_at IS NULL
              AND {_IS_FIRST}
        """),
        {"endpoint_id": endpoint_id, "account_id": account_id},
    )
    at = found.scalar_one()
    return at if at is None or isinstance(at, datetime) else None


async def store_try(
    session: AsyncSession,
    account_id: AccountId,
    endpoint_id: str,
    end: TryEnd,
    now: datetime,
    key_ring: KeyRing,
) -> datetime:
    """Keep how a try went; since when this program fails, now for one that did not.

    A success ends the program's failing, whatever it failed before.
    """
    taken = end.failure is None
    state = (
        DeliveryState.DELIVERED if taken else DeliveryState.WAITING if end.next_at else DeliveryState.FAILED
    )
    await session.execute(
        text("""
            UPDATE webhook_deliveries
            SET state = :state, attempts = :attempts, status = :status, failure = :failure, answer_sealed = :answer,
                next_at = COALESCE(:next_at, next_at), settled_at = CASE WHEN :state <> 'waiting' THEN now() END
            WHERE id = :id AND endpoint_id = :endpoint_id AND account_id = :account_id AND state = 'waiting'
        """),
        {
            "state": state,
            "attempts": end.attempts,
            "status": end.status,
            "failure": end.failure,
            "answer": key_ring.seal(end.answer, account_id) if end.answer else None,
            "next_at": end.next_at,
            "id": end.delivery_id,
            "endpoint_id": endpoint_id,
            "account_id": account_id,
        },
    )
    since = "NULL" if taken else "COALESCE(failing_since, :now)"
    found = await session.execute(
        text(f"""
            UPDATE webhook_endpoints SET failing_since = {since}
            WHERE id = :endpoint_id AND account_id = :account_id RETURNING failing_since
        """),
        {"endpoint_id": endpoint_id, "account_id": account_id, **({} if taken else {"now": now})},
    )
    row = found.one_or_none()
    return now if row is None or row.failing_since is None else row.failing_since


async def programs_waited_for(session: AsyncSession) -> list[tuple[AccountId, str]]:
    """Programs to which something was to be sent a minute ago: their workflow is not at it."""
    rows = await session.execute(
        text(f"""
            SELECT DISTINCT d.account_id, d.endpoint_id FROM webhook_deliveries d
            JOIN webhook_endpoints w ON w.id = d.endpoint_id AND w.disabled_at IS NULL
            WHERE d.state = 'waiting' AND d.next_at < now() - interval '1 minute' AND {_IS_FIRST}
        """)
    )
    return [(AccountId(row.account_id), row.endpoint_id) for row in rows]


async def forget_old_deliveries(session: AsyncSession) -> None:
    """Those that were settled a month ago; what happened then can be told again by its time."""
    await session.execute(
        text("DELETE FROM webhook_deliveries WHERE settled_at < now() - interval '30 days'")
    )
