"""The tables: columns and constraints only. Queries stand in the file of their noun.

What is personal (numbers, names, e-mail addresses, transcripts) is kept in `*_sealed` columns, see sealing.py;
numbers are looked up by `number_hash`. Triggers that keep events append-only are in the first migration.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR
from sqlmodel import Field, SQLModel

from domain.calls import DUE_STATES, AttemptState

_DUE = ", ".join(f"'{state}'" for state in DUE_STATES)
_SEARCHED = """
    to_tsvector('simple', content) || CASE language
        WHEN 'de' THEN to_tsvector('german', content)
        WHEN 'en' THEN to_tsvector('english', content)
        WHEN 'es' THEN to_tsvector('spanish', content)
        WHEN 'fr' THEN to_tsvector('french', content)
        WHEN 'hi' THEN to_tsvector('hindi', content)
        WHEN 'pt' THEN to_tsvector('portuguese', content)
        ELSE to_tsvector('simple', '') END
"""
_OVER = f"'{AttemptState.ENDED}', '{AttemptState.CLOSED}'"


def _id() -> Any:
    return Field(sa_column=Column(Text, primary_key=True))


def _text(default: str | None = None) -> Any:
    server_default = None if default is None else text(f"'{default}'")
    return Field(sa_column=Column(Text, nullable=False, server_default=server_default))


def _optional_text() -> Any:
    return Field(default=None, sa_column=Column(Text, nullable=True))


def _belongs_to(table: str, *, optional: bool = False) -> Any:
    column = Column(Text, ForeignKey(f"{table}.id"), nullable=optional)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def _moment(*, created: bool = False) -> Any:
    if created:
        return Field(sa_column=Column(DateTime(timezone=True), nullable=False, server_default=text("now()")))
    return Field(default=None, sa_column=Column(DateTime(timezone=True), nullable=True))


def _json() -> Any:
    return Field(sa_column=Column(JSONB, nullable=False, server_default=text("'{}'::jsonb")))


def _bytes(*, optional: bool = False) -> Any:
    column = Column(LargeBinary, nullable=optional)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def _count() -> Any:
    return Field(default=0, sa_column=Column(Integer, nullable=False, server_default=text("0")))


def _flag(default: bool) -> Any:
    return Field(
        default=default, sa_column=Column(Boolean, nullable=False, server_default=text(str(default).lower()))
    )


def _serial() -> Any:
    return Field(default=None, sa_column=Column(BigInteger, primary_key=True, autoincrement=True))


def _texts() -> Any:
    return Field(sa_column=Column(ARRAY(Text), nullable=False, server_default=text("'{}'")))


class Account(SQLModel, table=True):
    """A customer; every other row belongs to one."""

    __tablename__ = "accounts"
    id: str = _id()
    name: str = _text()
    created_at: datetime = _moment(created=True)


class ApiKey(SQLModel, table=True):
    """A bearer key; only its hash is kept."""

    __tablename__ = "api_keys"
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    name: str = _text()
    key_hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False, unique=True))
    created_at: datetime = _moment(created=True)
    revoked_at: datetime | None = _moment()


class Agent(SQLModel, table=True):
    """A profile of the AI agent: its voice, model, engine, ears, language and patience.

    backup is domain.conversations.Backup as JSON: what takes over in a call when the first choice fails; pronunciation:
    written words and their spoken forms; menus: domain.conversations.Menus; has_knowledge: it has documents; recogniser and
    synthesiser are the providers its calls need permits of (domain.permits).
    """

    __tablename__ = "agents"
    __table_args__ = (UniqueConstraint("account_id", "name"),)
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    name: str = _text()
    voice: str = _text()
    voice_model: str = _text()
    model: str = _text()
    language: str = _text("en")
    languages: list[str] = _texts()
    patience: dict[str, Any] = _json()
    engine: str = _text("cascade")
    ears: str = _text("flux")
    backup: dict[str, Any] = _json()
    pronunciation: dict[str, Any] = _json()
    menus: str = _text("hang_up")
    has_knowledge: bool = _flag(False)
    recogniser: str = _text()
    synthesiser: str = _text()
    created_at: datetime = _moment(created=True)


class KnowledgeDocument(SQLModel, table=True):
    """A text that an agent answers from; its contents are passages. agents.has_knowledge tells whether there is one."""

    __tablename__ = "knowledge_documents"
    __table_args__ = (UniqueConstraint("agent_id", "name"),)
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    agent_id: str = _belongs_to("agents")
    name: str = _text()
    created_at: datetime = _moment(created=True)


class KnowledgePassage(SQLModel, table=True):
    """A few sentences of a document; place counts from 1; language: the agent's, whose dictionary stems the words."""

    __tablename__ = "knowledge_passages"
    __table_args__ = (Index("knowledge_passages_search", "search", postgresql_using="gin"),)
    document_id: str = Field(sa_column=Column(Text, ForeignKey("knowledge_documents.id"), primary_key=True))
    place: int = Field(sa_column=Column(Integer, primary_key=True))
    account_id: str = _belongs_to("accounts")
    language: str = _text()
    content: str = _text()
    search: str = Field(sa_column=Column(TSVECTOR, Computed(_SEARCHED, persisted=True), nullable=False))


class ScriptRow(SQLModel, table=True):
    """A script's name; its contents are versions."""

    __tablename__ = "scripts"
    __table_args__ = (UniqueConstraint("account_id", "name"),)
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    name: str = _text()
    created_at: datetime = _moment(created=True)


class ScriptVersion(SQLModel, table=True):
    """One immutable version of a script (domain.scripts.Script as JSON); a trigger refuses changes."""

    __tablename__ = "script_versions"
    __table_args__ = (UniqueConstraint("script_id", "number"),)
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    script_id: str = _belongs_to("scripts")
    number: int = Field()
    content: dict[str, Any] = _json()
    created_at: datetime = _moment(created=True)


class Trunk(SQLModel, table=True):
    """A way out to the telephone network: caller number, number of lines, calls per second, breaker.

    next_dial_at is the next free dial slot; paused_until is set while the breaker is open.
    """

    __tablename__ = "trunks"
    __table_args__ = (
        UniqueConstraint("account_id", "name"),
        CheckConstraint("calls_per_second > 0 AND calls_per_second <= 20"),
    )
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    name: str = _text()
    carrier: str = _text("twilio")
    caller_number: str = _text()
    calls_per_second: float = Field()
    next_dial_at: datetime = _moment(created=True)
    paused_until: datetime | None = _moment()
    paused_because: str | None = _optional_text()
    created_at: datetime = _moment(created=True)


class Line(SQLModel, table=True):
    """One line of a trunk and the call that holds it; the unique call makes it one lease for each call.

    recogniser, synthesiser: the providers of which that call holds a permit. They belong to the call as long as the
    line does, so a permit cannot be freed or kept apart from it.
    """

    __tablename__ = "lines"
    __table_args__ = (
        Index("lines_free", "trunk_id", "number", postgresql_where=text("call_id IS NULL")),
        Index("lines_taken", "account_id", postgresql_where=text("call_id IS NOT NULL")),
    )
    trunk_id: str = Field(sa_column=Column(Text, ForeignKey("trunks.id"), primary_key=True))
    number: int = Field(primary_key=True)
    account_id: str = _belongs_to("accounts")
    call_id: str | None = Field(default=None, sa_column=Column(Text, nullable=True, unique=True))
    taken_at: datetime | None = _moment()
    recogniser: str | None = _optional_text()
    synthesiser: str | None = _optional_text()


class ProviderLimit(SQLModel, table=True):
    """How many of an account's calls may hold a permit of this kind and provider at once; no row, no limit."""

    __tablename__ = "provider_limits"
    __table_args__ = (CheckConstraint("most >= 0"),)
    account_id: str = Field(sa_column=Column(Text, ForeignKey("accounts.id"), primary_key=True))
    kind: str = Field(sa_column=Column(Text, primary_key=True))
    provider: str = Field(sa_column=Column(Text, primary_key=True))
    most: int = Field()
    changed_at: datetime = _moment(created=True)


class WorldRow(SQLModel, table=True):
    """The one row that says whose calls this database holds, see database.world."""

    __tablename__ = "worlds"
    __table_args__ = (CheckConstraint("id = 1"), CheckConstraint("name IN ('real', 'simulated')"))
    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    name: str = _text()


class Campaign(SQLModel, table=True):
    """A campaign; plan is domain.campaigns.CampaignPlan as JSON."""

    __tablename__ = "campaigns"
    __table_args__ = (Index("campaigns_by_account", "account_id", "id"),)
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    name: str = _text()
    state: str = _text("draft")
    script_version_id: str = _belongs_to("script_versions")
    agent_id: str = _belongs_to("agents")
    trunk_id: str = _belongs_to("trunks")
    default_region: str | None = _optional_text()
    plan: dict[str, Any] = _json()
    created_at: datetime = _moment(created=True)
    started_at: datetime | None = _moment()
    finished_at: datetime | None = _moment()


class LeadImport(SQLModel, table=True):
    """An uploaded list; its leads stay staged until it is committed."""

    __tablename__ = "lead_imports"
    __table_args__ = (Index("lead_imports_by_account", "account_id", "id"),)
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    campaign_id: str = _belongs_to("campaigns")
    file_name: str = _text()
    state: str = _text("validating")
    rows: int = _count()
    accepted: int = _count()
    rejected: int = _count()
    duplicates: int = _count()
    mapping: dict[str, Any] = _json()
    created_at: datetime = _moment(created=True)
    committed_at: datetime | None = _moment()


class ImportProblem(SQLModel, table=True):
    """Why one row of an import was rejected or is a duplicate; carries no personal data."""

    __tablename__ = "import_problems"
    import_id: str = Field(sa_column=Column(Text, ForeignKey("lead_imports.id"), primary_key=True))
    row_number: int = Field(primary_key=True)
    account_id: str = _belongs_to("accounts")
    verdict: str = _text()
    column: str = Field(sa_column=Column("column_name", Text, nullable=False))
    code: str = _text()
    message: str = _text()


class Lead(SQLModel, table=True):
    """A person to call; the person's data are sealed as one JSON object. campaign_id is empty for a direct call's person.

    hours_key names the rule pack, zones, country and state together: leads with one key share their hours.
    account_id, campaign_id and import_id are written from rows that are read in the same transaction: to check them
    again for each of an import's rows would cost a quarter of its time.
    """

    __tablename__ = "leads"
    __table_args__ = (
        UniqueConstraint("campaign_id", "number_hash"),
        Index("leads_to_claim", "campaign_id", "hours_key", "id", postgresql_where=text("state = 'ready'")),
        Index(
            "leads_by_round", "campaign_id", "claim_round", postgresql_where=text("claim_round IS NOT NULL")
        ),
        Index("leads_by_campaign", "campaign_id", "id"),
        Index("leads_by_import", "import_id", "id"),
    )
    id: str = _id()
    account_id: str = _text()
    campaign_id: str | None = _optional_text()
    import_id: str | None = _optional_text()
    state: str = _text("staged")
    number_hash: bytes = _bytes()
    person_sealed: bytes = _bytes()
    hours_key: str = _text()
    review: str | None = _optional_text()
    consents: list[str] = _texts()
    claim_round: int | None = Field(default=None)
    created_at: datetime = _moment(created=True)


class LeadGroup(SQLModel, table=True):
    """The distinct hours keys among a campaign's committed leads, so that a claim looks at groups, not at leads."""

    __tablename__ = "lead_groups"
    campaign_id: str = Field(sa_column=Column(Text, ForeignKey("campaigns.id"), primary_key=True))
    hours_key: str = Field(sa_column=Column(Text, primary_key=True))
    account_id: str = _belongs_to("accounts")


class Call(SQLModel, table=True):
    """One planned call with all its attempts: a lead of a campaign, a direct call or a scheduled one.

    plan, script_version_id and agent_id are set for calls outside a campaign; a campaign's calls use the campaign's.
    waits_for: what a queued call was short of when it looked last: "line" or a permit's name.
    """

    __tablename__ = "calls"
    __table_args__ = (
        UniqueConstraint("campaign_id", "lead_id"),
        Index("calls_by_account", "account_id", "id"),
        Index("calls_by_campaign", "campaign_id", "state", "id"),
        Index("calls_due", "campaign_id", postgresql_where=text(f"state IN ({_DUE})")),
        Index(
            "calls_scheduled",
            "account_id",
            "not_before",
            "id",
            postgresql_where=text("not_before IS NOT NULL"),
        ),
        Index("calls_open", "id", postgresql_where=text("state <> 'closed'")),
        Index("calls_queued", "account_id", "waits_for", postgresql_where=text("state = 'queued'")),
    )
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    campaign_id: str | None = _belongs_to("campaigns", optional=True)
    lead_id: str = _belongs_to("leads")
    trunk_id: str = _belongs_to("trunks")
    script_version_id: str | None = _belongs_to("script_versions", optional=True)
    agent_id: str | None = _belongs_to("agents", optional=True)
    plan: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB, nullable=True))
    direction: str = _text("outbound")
    state: str = _text("claimed")
    may_queue: bool = _flag(True)
    not_before: datetime | None = _moment()
    next_attempt_at: datetime | None = _moment()
    why: str = _text("")
    waits_for: str | None = _optional_text()
    result: str | None = _optional_text()
    outcome: str | None = _optional_text()
    needs_review: bool = _flag(False)
    created_at: datetime = _moment(created=True)
    closed_at: datetime | None = _moment()


class Attempt(SQLModel, table=True):
    """One dial. The partial unique index allows one live leg for each number; leg_rank only ever rises.

    stream_opened_at: the media stream's token was used last; stream_epoch: how often it was, each time by another
    process; media_process: the one that makes ready for the call, then holds it; machine_hint: the carrier's opinion of
    who answered.
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
        Index("attempts_of_process", "media_process", postgresql_where=text(f"state NOT IN ({_OVER})")),
    )
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    call_id: str = _belongs_to("calls")
    number: int = Field()
    number_hash: bytes = _bytes()
    trunk_id: str = _belongs_to("trunks")
    state: str = _text("created")
    fictional: bool = _flag(False)
    created_at: datetime = _moment(created=True)
    placing_at: datetime | None = _moment()
    placed_at: datetime | None = _moment()
    answered_at: datetime | None = _moment()
    ended_at: datetime | None = _moment()
    closed_at: datetime | None = _moment()
    carrier_call_id: str | None = _optional_text()
    leg_rank: int = Field(default=0, sa_column=Column(SmallInteger, nullable=False, server_default=text("0")))
    leg_result: str | None = _optional_text()
    duration_seconds: int | None = Field(default=None)
    stream_opened_at: datetime | None = _moment()
    stream_epoch: int = Field(
        default=0, sa_column=Column(SmallInteger, nullable=False, server_default=text("0"))
    )
    media_process: str | None = _optional_text()
    machine_hint: str | None = _optional_text()
    result: str | None = _optional_text()
    reason: str | None = _optional_text()


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
    id: int | None = _serial()
    account_id: str = _belongs_to("accounts")
    campaign_id: str | None = _optional_text()
    call_id: str | None = _optional_text()
    attempt_id: str | None = _optional_text()
    kind: str = _text()
    dedupe_key: str = _text()
    detail: dict[str, Any] = _json()
    occurred_at: datetime = _moment(created=True)
    stored_at: datetime = Field(
        sa_column=Column(DateTime(timezone=True), nullable=False, server_default=text("clock_timestamp()"))
    )
    delivered_at: datetime | None = _moment()
    seq: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))


class Decision(SQLModel, table=True):
    """One contactability decision with its reasons and rule set, append-only: the evidence."""

    __tablename__ = "decisions"
    __table_args__ = (Index("decisions_by_call", "call_id", "id"),)
    id: int | None = _serial()
    account_id: str = _belongs_to("accounts")
    call_id: str = _belongs_to("calls")
    attempt: int = Field()
    channel: str = _text("voice")
    verdict: str = _text()
    until: datetime | None = _moment()
    reasons: dict[str, Any] = _json()
    rule_set: str = _text()
    decided_at: datetime = _moment(created=True)


class Conversation(SQLModel, table=True):
    """The media server's one report of an attempt; transcript, answers and evidence are sealed."""

    __tablename__ = "conversations"
    __table_args__ = (Index("conversations_by_call", "call_id"),)
    attempt_id: str = Field(sa_column=Column(Text, ForeignKey("attempts.id"), primary_key=True))
    account_id: str = _belongs_to("accounts")
    call_id: str = _belongs_to("calls")
    answered_by: str = _text()
    end_reason: str = _text()
    outcome: str = _text()
    decided_by: str = _text()
    sentiment: str = _text("neutral")
    language: str | None = _optional_text()
    needs_review: bool = _flag(False)
    content_sealed: bytes = _bytes()
    words: int = _count()
    voicemail_proved: bool = _flag(False)
    greeting_ms: int | None = Field(default=None)
    began_at: datetime = _moment(created=True)
    ended_at: datetime = _moment(created=True)


class ConversationSnapshot(SQLModel, table=True):
    """A live conversation as it stood at most a second ago; its report takes the snapshot's place."""

    __tablename__ = "conversation_snapshots"
    attempt_id: str = Field(sa_column=Column(Text, ForeignKey("attempts.id"), primary_key=True))
    account_id: str = _belongs_to("accounts")
    epoch: int = Field(sa_column=Column(SmallInteger, nullable=False))
    content_sealed: bytes = _bytes()
    taken_at: datetime = _moment(created=True)


class MediaProcess(SQLModel, table=True):
    """A media process as it last told of itself, once a second; one that is silent for three gets no calls.

    stream_url: how carriers reach it, without a path; control_url: how the house does; lag_ms: how late its event loop
    runs; accepts: it takes more calls; began_at: when its present run began.
    """

    __tablename__ = "media_processes"
    process: str = _id()
    stream_url: str = _text()
    control_url: str = _text()
    live: int = _count()
    prepared: int = _count()
    lag_ms: float = Field(default=0.0, sa_column=Column(Float, nullable=False, server_default=text("0")))
    accepts: bool = _flag(True)
    began_at: datetime = _moment(created=True)
    seen_at: datetime = _moment(created=True)


class Suppression(SQLModel, table=True):
    """A number nobody may contact on a channel ("all" for every one); removed_at ends it."""

    __tablename__ = "suppressions"
    __table_args__ = (
        Index(
            "one_suppression_per_channel",
            "account_id",
            "number_hash",
            "channel",
            unique=True,
            postgresql_where=text("removed_at IS NULL"),
        ),
        Index("suppressions_by_account", "account_id", "id"),
    )
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    number_hash: bytes = _bytes()
    number_sealed: bytes = _bytes()
    channel: str = _text("all")
    source: str = _text()
    call_id: str | None = _optional_text()
    created_at: datetime = _moment(created=True)
    removed_at: datetime | None = _moment()


class Message(SQLModel, table=True):
    """One follow-up message; the row exists before the service is contacted, one for each rule of a call."""

    __tablename__ = "messages"
    __table_args__ = (UniqueConstraint("call_id", "rule"),)
    id: str = _id()
    account_id: str = _belongs_to("accounts")
    call_id: str = _belongs_to("calls")
    rule: int = Field()
    channel: str = _text("sms")
    state: str = _text("created")
    reason: str | None = _optional_text()
    provider_id: str | None = _optional_text()
    created_at: datetime = _moment(created=True)
    sending_at: datetime | None = _moment()
    sent_at: datetime | None = _moment()


class CrmLinkRow(SQLModel, table=True):
    """Where the CRM keeps a call."""

    __tablename__ = "crm_links"
    call_id: str = Field(sa_column=Column(Text, ForeignKey("calls.id"), primary_key=True))
    account_id: str = _belongs_to("accounts")
    contact_id: str = _text()
    record_id: str = _text()
    synced_at: datetime = _moment(created=True)


class AuditEvent(SQLModel, table=True):
    """Who did what, append-only."""

    __tablename__ = "audit_events"
    __table_args__ = (Index("audit_by_account", "account_id", "id"),)
    id: int | None = _serial()
    account_id: str = _belongs_to("accounts")
    actor: str = _text()
    action: str = _text()
    subject: str = _text()
    detail: dict[str, Any] = _json()
    at: datetime = _moment(created=True)


class IdempotencyKey(SQLModel, table=True):
    """An answer already given to a request that spends, replayed for the same key and body for 24 hours."""

    __tablename__ = "idempotency_keys"
    account_id: str = Field(sa_column=Column(Text, ForeignKey("accounts.id"), primary_key=True))
    key: str = Field(sa_column=Column(Text, primary_key=True))
    request_hash: bytes = _bytes()
    status: int | None = Field(default=None)
    response: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB, nullable=True))
    created_at: datetime = _moment(created=True)
