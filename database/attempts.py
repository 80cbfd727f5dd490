"""Attempts as the carrier steps need them: what is known of one and of its leg. How one is placed: placing.py; closed: closing.py."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.connections import crm_of
from database.own_outcomes import outcome_of_call
from database.people import Person
from database.sealing import KeyRing
from domain.calls import AttemptState
from domain.connections import ConnectionRef
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId, LeadId, TrunkId
from domain.outcomes import Outcome, TechnicalResult


@dataclass(frozen=True, slots=True)
class AttemptEnd:
    """What is known of an attempt: the leg's end (carrier) and the conversation's end (media), and its call.

    permits: the names of those the call holds with its line (domain.permits);
    call_outcome: what earlier attempts, or this one when it is read again, brought; NONE for nothing;
    ended_so counts the call's closed attempts by result, this one not included; conversation is the stored report's
    row without its sealed content, None if there is none; media_control_url: where the process that made ready for
    the call is reached, None if there is none; crm: where its records go, if anywhere; read_at: the database's clock as this was read.
    """

    read_at: datetime
    account_id: AccountId
    call_id: CallId
    attempt_id: AttemptId
    number: int
    campaign_id: CampaignId | None
    lead_id: LeadId
    trunk_id: TrunkId
    permits: tuple[str, ...]
    state: AttemptState
    to_number: str
    caller_number: str
    connection: ConnectionRef
    fictional: bool
    carrier_call_id: str | None
    created_at: datetime
    placing_at: datetime | None
    answered_at: datetime | None
    ended_at: datetime | None
    leg_result: TechnicalResult | None
    duration_seconds: int | None
    talking: bool
    result: TechnicalResult | None
    hours_key: str
    plan: dict[str, Any]
    call_outcome: Outcome
    ended_so: dict[TechnicalResult, int]
    conversation: dict[str, Any] | None
    crm: ConnectionRef | None
    content_sealed: bytes | None
    media_control_url: str | None

    @property
    def sent_at(self) -> datetime:
        """No request for it left before."""
        return self.placing_at or self.created_at

    @property
    def leg_ended(self) -> bool:
        """Whether the carrier said, or the close decided, that the leg is over."""
        return self.state in (AttemptState.ENDED, AttemptState.CLOSED)


_END = text("SELECT * FROM attempt_end_v2(:account_id, :attempt_id, :lock)")


async def read_attempt_end(
    session: AsyncSession,
    account_id: AccountId,
    attempt_id: AttemptId,
    key_ring: KeyRing,
    *,
    lock: bool = False,
) -> AttemptEnd | None:
    """What is known of this attempt now; None if it does not exist (it was deferred or withdrawn).

    With lock it stays so until the transaction ends: a report of this attempt, or a late one of an earlier attempt,
    that is being stored is waited for, and seen.
    """
    this = {"account_id": account_id, "attempt_id": attempt_id, "lock": lock}
    row = (await session.execute(_END, this)).mappings().one_or_none()
    if row is None:
        return None
    counted: dict[str, int] = row["ended_so"] or {}
    return AttemptEnd(
        read_at=row["read_at"],
        account_id=account_id,
        call_id=row["call_id"],
        attempt_id=attempt_id,
        number=row["number"],
        campaign_id=row["campaign_id"],
        lead_id=row["lead_id"],
        trunk_id=row["trunk_id"],
        permits=tuple(row["permits"] or ()),
        state=AttemptState(row["state"]),
        to_number=key_ring.open_record(row["person_sealed"], account_id, Person).number,
        caller_number=row["caller_number"],
        connection=ConnectionRef(row["connection_id"], account_id, row["carrier"], row["connection_version"]),
        fictional=row["fictional"],
        carrier_call_id=row["carrier_call_id"],
        created_at=row["created_at"],
        placing_at=row["placing_at"],
        answered_at=row["answered_at"],
        ended_at=row["ended_at"],
        leg_result=TechnicalResult(row["leg_result"]) if row["leg_result"] else None,
        duration_seconds=row["duration_seconds"],
        talking=row["stream_opened_at"] is not None,
        result=TechnicalResult(row["result"]) if row["result"] else None,
        hours_key=row["hours_key"],
        plan=row["plan"],
        call_outcome=await outcome_of_call(session, account_id, row["call_id"], row["call_outcome"]),
        ended_so={TechnicalResult(result): count for result, count in counted.items()},
        conversation=row["conversation"],
        crm=crm_of(row, account_id),
        content_sealed=row["content_sealed"],
        media_control_url=row["media_control_url"],
    )


async def set_machine_hint(session: AsyncSession, attempt_id: AttemptId, hint: str) -> None:
    """Keep the carrier's opinion of who answered."""
    await session.execute(
        text("UPDATE attempts SET machine_hint = :hint WHERE id = :attempt_id AND machine_hint IS NULL"),
        {"attempt_id": attempt_id, "hint": hint},
    )


async def placed_attempts(session: AsyncSession, account_id: AccountId, call_id: CallId) -> list[AttemptId]:
    """The call's attempts that were placed and are not closed: each may still have a leg in the world."""
    rows = await session.execute(
        text("""
            SELECT id FROM attempts
            WHERE call_id = :call_id AND account_id = :account_id AND state NOT IN ('created', 'closed')
        """),
        {"account_id": account_id, "call_id": call_id},
    )
    return [AttemptId(attempt) for attempt in rows.scalars()]


async def carrier_calls_of_number(
    session: AsyncSession, account_id: AccountId, attempt_id: AttemptId
) -> list[str]:
    """The carrier's ids of the other recent dials to the same number, which a look-up must not take for this one."""
    rows = await session.execute(
        text("""
            SELECT other.carrier_call_id FROM attempts this JOIN attempts other
              ON other.account_id = this.account_id AND other.number_hash = this.number_hash AND other.id <> this.id
            WHERE this.id = :attempt_id AND this.account_id = :account_id AND other.carrier_call_id IS NOT NULL
              AND other.placing_at > now() - interval '1 day'
        """),
        {"account_id": account_id, "attempt_id": attempt_id},
    )
    return list(rows.scalars())


async def is_anothers_leg(session: AsyncSession, attempt_id: AttemptId, carrier_call_id: str) -> bool:
    """Whether this leg of the carrier belongs to another attempt, of whatever account: accounts may share a carrier's."""
    found = await session.execute(
        text(
            "SELECT EXISTS (SELECT FROM attempts WHERE carrier_call_id = :carrier_call_id AND id <> :attempt_id)"
        ),
        {"attempt_id": attempt_id, "carrier_call_id": carrier_call_id},
    )
    return bool(found.scalar_one())


async def attempts_of_leg(
    session: AsyncSession, carrier_call_id: str, account_id: AccountId | None
) -> list[AttemptId]:
    """The attempts that the carrier's leg belongs to: one, or none.

    More where two accounts share a carrier's account and dialled one person at once from one number: whichever of them
    lost its answer found the other's leg in the list. That leg's end is then the end of both. account_id: only this
    account's, None for all.
    """
    found = await session.execute(
        text("""
            SELECT id FROM attempts WHERE carrier_call_id = :carrier_call_id
              AND (CAST(:account_id AS text) IS NULL OR account_id = :account_id) ORDER BY id
        """),
        {"carrier_call_id": carrier_call_id, "account_id": account_id},
    )
    return [AttemptId(attempt_id) for attempt_id in found.scalars()]
