"""The tables: columns and constraints only. Queries stand in the file of their noun.

What is personal (numbers, names, e-mail addresses, transcripts) is kept in `*_sealed` columns, see sealing.py;
numbers are looked up by `number_hash`. Triggers that keep events append-only are in the first migration.
A new column goes here and into a migration (migrations/versions/).
"""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR
from sqlmodel import Field, SQLModel

import database.audit_tables
import database.call_tables
import database.consent_tables
import database.dialling_tables
import database.key_tables
import database.lead_hook_tables
import database.lead_tables
import database.person_tables
import database.retention_tables
import database.rule_tables
import database.suppression_tables
import database.user_tables
import database.webhook_tables  # noqa: F401  registers the other tables
from database.column_types import (
    act_number,
    belongs_to,
    bytes_column,
    flag,
    json_column,
    moment,
    optional_text,
    own_id,
    text_array,
    text_column,
)
from database.dictionaries import stemmed

SEARCHED: Final = (
    f"""to_tsvector('simple', content) || {stemmed("content", otherwise="to_tsvector('simple', '')")}"""
)
"""What of a passage is searched, as migrations make it."""


class Account(SQLModel, table=True):
    """A customer; every other row belongs to one. language: in which people there read summaries of calls, nothing for that
    of each call's agent."""

    __tablename__ = "accounts"
    id: str = own_id()
    name: str = text_column()
    language: str | None = optional_text()
    created_at: datetime = moment(created=True)


class ApiKey(SQLModel, table=True):
    """A bearer key; only its hash is kept, and prefix, its first signs, by which people know it.

    scopes: what it may do (domain.access.Permission), everything where there are none; networks: from where it is taken, everywhere where
    there are none; made_by_user: who made it, or the key that made it; made_by_key: that key; last_used_at: to the minute.
    """

    __tablename__ = "api_keys"
    __table_args__ = (
        Index("ix_api_keys_made_by_user", "made_by_user"),
        Index("ix_api_keys_made_by_key", "made_by_key"),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    name: str = text_column()
    key_hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False, unique=True))
    created_at: datetime = moment(created=True)
    revoked_at: datetime | None = moment()
    prefix: str = text_column("")
    scopes: list[str] | None = Field(default=None, sa_column=Column(ARRAY(Text), nullable=True))
    expires_at: datetime | None = moment()
    last_used_at: datetime | None = moment()
    networks: list[str] | None = Field(default=None, sa_column=Column(ARRAY(Text), nullable=True))
    made_by_user: str | None = belongs_to("users", optional=True)
    made_by_key: str | None = belongs_to("api_keys", optional=True)


class Agent(SQLModel, table=True):
    """A profile of the AI agent: its voice, model, engine, recogniser, language and timeouts.

    ears is the recogniser that it chose, patience is domain.timeouts.Timeouts as JSON: columns are no contract, and
    processes of the version before read these two while a release is rolled out.
    backup is domain.conversations.Backup as JSON: what takes over in a call when the first choice fails; pronunciation:
    written words and their spoken forms; menus: domain.conversations.Menus; opt_out_key: a digit,
    or empty; has_knowledge: it has documents; recogniser and
    synthesiser are the providers its calls need permits of (domain.permits); relies_on: the vendors that nothing of it can
    take the place of (domain.vendors).
    """

    __tablename__ = "agents"
    __table_args__ = (UniqueConstraint("account_id", "name"),)
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    name: str = text_column()
    voice: str = text_column()
    voice_model: str = text_column()
    model: str = text_column()
    language: str = text_column("en")
    languages: list[str] = text_array()
    patience: dict[str, Any] = json_column()
    engine: str = text_column("cascade")
    ears: str = text_column("flux")
    backup: dict[str, Any] = json_column()
    pronunciation: dict[str, Any] = json_column()
    menus: str = text_column("hang_up")
    opt_out_key: str = text_column("9")
    has_knowledge: bool = flag(False)
    recogniser: str = text_column()
    synthesiser: str = text_column()
    relies_on: list[str] = text_array()
    created_at: datetime = moment(created=True)


class KnowledgeDocument(SQLModel, table=True):
    """A text that an agent answers from; its contents are passages. agents.has_knowledge tells whether there is one."""

    __tablename__ = "knowledge_documents"
    __table_args__ = (UniqueConstraint("agent_id", "name"),)
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    agent_id: str = belongs_to("agents")
    name: str = text_column()
    created_at: datetime = moment(created=True)


class KnowledgePassage(SQLModel, table=True):
    """A few sentences of a document; place counts from 1; language: the agent's, whose dictionary stems the words."""

    __tablename__ = "knowledge_passages"
    __table_args__ = (Index("knowledge_passages_search", "search", postgresql_using="gin"),)
    document_id: str = Field(sa_column=Column(Text, ForeignKey("knowledge_documents.id"), primary_key=True))
    place: int = Field(sa_column=Column(Integer, primary_key=True))
    account_id: str = belongs_to("accounts")
    language: str = text_column()
    content: str = text_column()
    search: str = Field(sa_column=Column(TSVECTOR, Computed(SEARCHED, persisted=True), nullable=False))


class ScriptRow(SQLModel, table=True):
    """A script's name; its contents are versions."""

    __tablename__ = "scripts"
    __table_args__ = (UniqueConstraint("account_id", "name"),)
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    name: str = text_column()
    created_at: datetime = moment(created=True)


class ScriptVersion(SQLModel, table=True):
    """One immutable version of a script (domain.scripts.Script as JSON); a trigger refuses changes."""

    __tablename__ = "script_versions"
    __table_args__ = (UniqueConstraint("script_id", "number"),)
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    script_id: str = belongs_to("scripts")
    number: int = Field()
    content: dict[str, Any] = json_column()
    created_at: datetime = moment(created=True)


class Connection(SQLModel, table=True):
    """An account with a vendor, through which this account's calls and messages, or its records, go.

    identity: the vendor's own name of that account; credentials_sealed: what opens it, a JSON object, None for the
    installation's own account, which its settings open; version counts the changes of the credentials.
    """

    __tablename__ = "connections"
    __table_args__ = (
        UniqueConstraint("account_id", "name"),
        Index(
            "one_installation_connection",
            "account_id",
            "kind",
            "vendor",
            unique=True,
            postgresql_where=text("credentials_sealed IS NULL"),
        ),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    kind: str = text_column()
    vendor: str = text_column()
    name: str = text_column()
    identity: str = text_column("")
    credentials_sealed: bytes | None = bytes_column(optional=True)
    version: int = Field(default=1, sa_column=Column(Integer, nullable=False, server_default=text("1")))
    created_at: datetime = moment(created=True)


class Trunk(SQLModel, table=True):
    """A way out to the telephone network, through a connection: caller number, number of lines, calls per second, breaker.

    next_dial_at is the next free dial slot, next_line_at the next turn of a call to be given a line; paused_until is set
    while the breaker is open.
    """

    __tablename__ = "trunks"
    __table_args__ = (
        UniqueConstraint("account_id", "name"),
        CheckConstraint("calls_per_second > 0 AND calls_per_second <= 20"),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    name: str = text_column()
    carrier: str = text_column("twilio")
    connection_id: str = belongs_to("connections")
    caller_number: str = text_column()
    calls_per_second: float = Field()
    next_dial_at: datetime = moment(created=True)
    next_line_at: datetime = moment(created=True)
    paused_until: datetime | None = moment()
    paused_because: str | None = optional_text()
    created_at: datetime = moment(created=True)


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
    account_id: str = belongs_to("accounts")
    call_id: str | None = Field(default=None, sa_column=Column(Text, nullable=True, unique=True))
    taken_at: datetime | None = moment()
    recogniser: str | None = optional_text()
    synthesiser: str | None = optional_text()


class ProviderLimit(SQLModel, table=True):
    """How many of an account's calls may hold a permit of this kind and provider at once; no row, no limit."""

    __tablename__ = "provider_limits"
    __table_args__ = (CheckConstraint("most >= 0"),)
    account_id: str = Field(sa_column=Column(Text, ForeignKey("accounts.id"), primary_key=True))
    kind: str = Field(sa_column=Column(Text, primary_key=True))
    provider: str = Field(sa_column=Column(Text, primary_key=True))
    most: int = Field()
    changed_at: datetime = moment(created=True)


class VendorBreaker(SQLModel, table=True):
    """A vendor of which an account's last conversations came to nothing; no row when the last one did not.

    failures: in a row; trials: calls let through to try since it holds the others; held_until: None while it holds nobody.
    """

    __tablename__ = "vendor_breakers"
    account_id: str = Field(sa_column=Column(Text, ForeignKey("accounts.id"), primary_key=True))
    vendor: str = Field(sa_column=Column(Text, primary_key=True))
    failures: int = Field()
    failed_at: datetime = moment(created=True)
    trials: int = Field(default=0, sa_column=Column(Integer, nullable=False, server_default="0"))
    held_until: datetime | None = moment()


class WorldRow(SQLModel, table=True):
    """The one row that says whose calls this database holds, see database.real_or_simulated."""

    __tablename__ = "worlds"
    __table_args__ = (CheckConstraint("id = 1"), CheckConstraint("name IN ('real', 'simulated')"))
    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    name: str = text_column()


class Campaign(SQLModel, table=True):
    """A campaign; plan is domain.campaigns.CampaignPlan as JSON."""

    __tablename__ = "campaigns"
    __table_args__ = (Index("campaigns_by_account", "account_id", "id"),)
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    name: str = text_column()
    state: str = text_column("draft")
    state_act: int = act_number()
    window_act: int = act_number()
    script_version_id: str = belongs_to("script_versions")
    agent_id: str = belongs_to("agents")
    trunk_id: str = belongs_to("trunks")
    default_region: str | None = optional_text()
    plan: dict[str, Any] = json_column()
    created_at: datetime = moment(created=True)
    started_at: datetime | None = moment()
    finished_at: datetime | None = moment()


class IdempotencyKey(SQLModel, table=True):
    """An answer already given to a request that spends, replayed for the same key and body for 24 hours.

    created_at: of the claim; heard_at: when whoever works on it said so last.
    """

    __tablename__ = "idempotency_keys"
    account_id: str = Field(sa_column=Column(Text, ForeignKey("accounts.id"), primary_key=True))
    key: str = Field(sa_column=Column(Text, primary_key=True))
    request_hash: bytes = bytes_column()
    status: int | None = Field(default=None)
    response: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB, nullable=True))
    answer_sealed: bytes | None = bytes_column(optional=True)
    created_at: datetime = moment(created=True)
    heard_at: datetime | None = moment()
