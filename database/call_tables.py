"""The tables of calls: what is dialled, said, sent and stored about one call. See tables.py for the rest.

A new column goes here and into a migration (migrations/versions/).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from database.column_types import (
    act_number,
    belongs_to,
    bytes_column,
    counter,
    flag,
    json_column,
    moment,
    optional_text,
    own_id,
    serial,
    text_column,
)
from domain.calls import DUE_STATES, AttemptState

_DUE = ", ".join(f"'{state}'" for state in DUE_STATES)
_OVER = f"'{AttemptState.ENDED}', '{AttemptState.CLOSED}'"


class Call(SQLModel, table=True):
    """One planned call with all its attempts: a lead of a campaign, a direct call or a scheduled one.

    plan, script_version_id and agent_id are set for calls outside a campaign; a campaign's calls use the campaign's.
    not_before_because: why the call waits for that moment, a sentence, nothing where an operator chose it; backs_off:
    nobody chose it.
    waits_for: what a queued call was short of when it looked last, see domain.permits; may_queue: it may wait for that,
    true of every call that was given a line once. content_gone_at: when retention deleted what was said in it.
    """

    __tablename__ = "calls"
    __table_args__ = (
        UniqueConstraint("campaign_id", "lead_id"),
        Index("calls_by_account", "account_id", "id"),
        Index("calls_by_campaign", "campaign_id", "state", "id"),
        Index("calls_of_campaign", "account_id", "campaign_id", "id"),
        Index("calls_to_review", "account_id", "id", postgresql_where=text("needs_review")),
        Index(
            "calls_by_outcome", "account_id", "outcome", "id", postgresql_where=text("outcome IS NOT NULL")
        ),
        Index("calls_by_result", "account_id", "result", "id", postgresql_where=text("result IS NOT NULL")),
        Index("calls_by_lead", "lead_id"),
        Index("calls_underway", "account_id", postgresql_where=text(f"state IN ({_DUE})")),
        Index("calls_due", "campaign_id", postgresql_where=text(f"state IN ({_DUE})")),
        Index(
            "calls_scheduled",
            "account_id",
            "not_before",
            "id",
            postgresql_where=text("not_before IS NOT NULL AND NOT backs_off AND state <> 'closed'"),
        ),
        Index("calls_open", "id", postgresql_where=text("state <> 'closed'")),
        Index("calls_queued", "account_id", "waits_for", postgresql_where=text("state = 'queued'")),
        Index(
            "calls_in_line",
            "trunk_id",
            "created_at",
            "id",
            postgresql_where=text("state = 'queued' AND waits_for IS NOT NULL"),
        ),
        Index(
            "calls_with_content",
            "account_id",
            "closed_at",
            "id",
            postgresql_where=text("state = 'closed' AND content_gone_at IS NULL"),
        ),
        Index(
            "calls_without_content",
            "account_id",
            "closed_at",
            "id",
            postgresql_where=text("content_gone_at IS NOT NULL"),
        ),
        Index("calls_asleep", "campaign_id", "next_attempt_at", postgresql_where=text("state = 'waiting'")),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    campaign_id: str | None = belongs_to("campaigns", optional=True)
    lead_id: str = belongs_to("leads")
    trunk_id: str = belongs_to("trunks")
    script_version_id: str | None = belongs_to("script_versions", optional=True)
    agent_id: str | None = belongs_to("agents", optional=True)
    plan: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB, nullable=True))
    direction: str = text_column("outbound")
    state: str = text_column("claimed")
    may_queue: bool = flag(True)
    not_before: datetime | None = moment()
    moment_act: int = act_number()
    not_before_because: str | None = optional_text()
    backs_off: bool = flag(False)
    next_attempt_at: datetime | None = moment()
    why: str = text_column("")
    waits_for: str | None = optional_text()
    result: str | None = optional_text()
    outcome: str | None = optional_text()
    needs_review: bool = flag(False)
    created_at: datetime = moment(created=True)
    closed_at: datetime | None = moment()
    content_gone_at: datetime | None = moment()


class Attempt(SQLModel, table=True):
    """One dial. The partial unique index allows one live leg for each number; leg_rank only ever rises.

    placing_token: the execution of the dial that placed it;
    stream_opened_at: the media stream's token was used last; stream_epoch: how often it was, each time by another
    process; media_process: the one that makes ready for the call, then holds it; machine_hint: the carrier's opinion of
    who answered; caller_number: what they were shown, nothing for the trunk's number.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        UniqueConstraint("call_id", "number"),
        Index(
            "one_live_leg_per_number",
            "account_id",
            "number_hash",
            unique=True,
            postgresql_where=text(f"state NOT IN ({_OVER})"),
        ),
        Index("attempts_by_number", "account_id", "number_hash", "placing_at"),
        Index("attempts_by_carrier_call", "carrier_call_id"),
        Index("attempts_placed", "account_id", "placing_at", postgresql_where=text("placing_at IS NOT NULL")),
        Index(
            "attempts_answered", "account_id", "answered_at", postgresql_where=text("answered_at IS NOT NULL")
        ),
        Index("attempts_of_process", "media_process", postgresql_where=text(f"state NOT IN ({_OVER})")),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    call_id: str = belongs_to("calls")
    number: int = Field()
    number_hash: bytes = bytes_column()
    trunk_id: str = belongs_to("trunks")
    state: str = text_column("created")
    fictional: bool = flag(False)
    created_at: datetime = moment(created=True)
    placing_at: datetime | None = moment()
    placing_token: str | None = optional_text()
    placed_at: datetime | None = moment()
    answered_at: datetime | None = moment()
    ended_at: datetime | None = moment()
    closed_at: datetime | None = moment()
    carrier_call_id: str | None = optional_text()
    leg_rank: int = Field(default=0, sa_column=Column(SmallInteger, nullable=False, server_default=text("0")))
    leg_result: str | None = optional_text()
    duration_seconds: int | None = Field(default=None)
    stream_opened_at: datetime | None = moment()
    stream_epoch: int = Field(
        default=0, sa_column=Column(SmallInteger, nullable=False, server_default=text("0"))
    )
    media_process: str | None = optional_text()
    machine_hint: str | None = optional_text()
    caller_number: str | None = optional_text()
    result: str | None = optional_text()
    reason: str | None = optional_text()


class CallEvent(SQLModel, table=True):
    """What happened, append-only; only delivered_at and seq may be filled in once.

    seq is given by the one publisher after commit, so that readers never miss a late transaction.
    """

    __tablename__ = "call_events"
    __table_args__ = (
        UniqueConstraint("account_id", "dedupe_key"),
        Index("events_unnumbered", "id", postgresql_where=text("seq IS NULL")),
        Index("events_by_seq", "seq", unique=True),
        Index("events_by_call", "call_id", "id"),
        Index(
            "events_undelivered",
            "stored_at",
            postgresql_where=text("delivered_at IS NULL AND kind IN ('leg.ended', 'conversation.reported')"),
        ),
    )
    id: int | None = serial()
    account_id: str = belongs_to("accounts")
    campaign_id: str | None = optional_text()
    call_id: str | None = optional_text()
    attempt_id: str | None = optional_text()
    kind: str = text_column()
    dedupe_key: str = text_column()
    detail: dict[str, Any] = json_column()
    occurred_at: datetime = moment(created=True)
    stored_at: datetime = Field(
        sa_column=Column(DateTime(timezone=True), nullable=False, server_default=text("clock_timestamp()"))
    )
    delivered_at: datetime | None = moment()
    seq: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))


class Decision(SQLModel, table=True):
    """One contactability decision with its reasons, its rule set and the consent it rests on, append-only: the evidence."""

    __tablename__ = "decisions"
    __table_args__ = (Index("decisions_by_call", "call_id", "id"),)
    id: int | None = serial()
    account_id: str = belongs_to("accounts")
    call_id: str = belongs_to("calls")
    attempt: int = Field()
    channel: str = text_column("voice")
    verdict: str = text_column()
    until: datetime | None = moment()
    reasons: dict[str, Any] = json_column()
    rule_set: str = text_column()
    consent_id: str | None = optional_text()
    decided_at: datetime = moment(created=True)


class Conversation(SQLModel, table=True):
    """The media server's one report of an attempt; transcript, answers and evidence are sealed.

    outcome_flags: what an outcome of the script's own means (domain.outcomes.OutcomeFlags), nothing for a built-in one.
    """

    __tablename__ = "conversations"
    __table_args__ = (Index("conversations_by_call", "call_id"),)
    attempt_id: str = Field(sa_column=Column(Text, ForeignKey("attempts.id"), primary_key=True))
    account_id: str = belongs_to("accounts")
    call_id: str = belongs_to("calls")
    answered_by: str = text_column()
    end_reason: str = text_column()
    outcome: str = text_column()
    outcome_flags: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB, nullable=True))
    decided_by: str = text_column()
    sentiment: str = text_column("neutral")
    language: str | None = optional_text()
    needs_review: bool = flag(False)
    content_sealed: bytes = bytes_column()
    words: int = counter()
    voicemail_proved: bool = flag(False)
    greeting_ms: int | None = Field(default=None)
    disclosed_at_ms: int | None = Field(default=None)
    greeted_until_ms: int | None = Field(default=None)
    failed_vendor: str = text_column("")
    began_at: datetime = moment(created=True)
    ended_at: datetime = moment(created=True)


class ConversationSnapshot(SQLModel, table=True):
    """A live conversation as it stood at most a second ago; its report takes the snapshot's place."""

    __tablename__ = "conversation_snapshots"
    attempt_id: str = Field(sa_column=Column(Text, ForeignKey("attempts.id"), primary_key=True))
    account_id: str = belongs_to("accounts")
    epoch: int = Field(sa_column=Column(SmallInteger, nullable=False))
    content_sealed: bytes = bytes_column()
    taken_at: datetime = moment(created=True)


class MediaProcess(SQLModel, table=True):
    """A media process as it last told of itself, once a second; one that is silent for three gets no calls.

    stream_url: how carriers reach it, without a path; control_url: how the house does; lag_ms: how late its event loop
    runs; accepts: it takes more calls; began_at: when its present run began.
    """

    __tablename__ = "media_processes"
    process: str = own_id()
    stream_url: str = text_column()
    control_url: str = text_column()
    live: int = counter()
    prepared: int = counter()
    lag_ms: float = Field(default=0.0, sa_column=Column(Float, nullable=False, server_default=text("0")))
    accepts: bool = flag(True)
    began_at: datetime = moment(created=True)
    seen_at: datetime = moment(created=True)


class Message(SQLModel, table=True):
    """One follow-up message; the row exists before the service is contacted, one for each rule of a call."""

    __tablename__ = "messages"
    __table_args__ = (UniqueConstraint("call_id", "rule"),)
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    call_id: str = belongs_to("calls")
    rule: int = Field()
    channel: str = text_column("sms")
    state: str = text_column("created")
    reason: str | None = optional_text()
    provider_id: str | None = optional_text()
    created_at: datetime = moment(created=True)
    sending_at: datetime | None = moment()
    sent_at: datetime | None = moment()


class CrmLinkRow(SQLModel, table=True):
    """Where the CRM keeps a call."""

    __tablename__ = "crm_links"
    call_id: str = Field(sa_column=Column(Text, ForeignKey("calls.id"), primary_key=True))
    account_id: str = belongs_to("accounts")
    contact_id: str = text_column()
    record_id: str = text_column()
    synced_at: datetime = moment(created=True)
