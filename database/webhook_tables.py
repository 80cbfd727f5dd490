"""The tables of other people's programs that are told what happens: columns and constraints only."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, Index, Integer, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from database.column_types import (
    belongs_to,
    bytes_column,
    counter,
    moment,
    optional_text,
    own_id,
    serial,
    text_array,
    text_column,
)


class WebhookEndpoint(SQLModel, table=True):
    """A program. settings_sealed: database.webhook_endpoints.EndpointSettings; kinds: those it is told of, all where there are none;
    secret_sealed and the one before it, which signs too until former_until; failing_since: of its first failure after a success."""

    __tablename__ = "webhook_endpoints"
    __table_args__ = (Index("ix_webhook_endpoints_account", "account_id", "id"),)
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    settings_sealed: bytes = bytes_column()
    kinds: list[str] = text_array()
    secret_sealed: bytes = bytes_column()
    former_secret_sealed: bytes | None = bytes_column(optional=True)
    former_until: datetime | None = moment()
    created_at: datetime = moment(created=True)
    disabled_at: datetime | None = moment()
    disabled_why: str | None = optional_text()
    failing_since: datetime | None = moment()


class WebhookDelivery(SQLModel, table=True):
    """One event as it is told to one program. event_seq: call_events.seq, None for a ping; in_order_with: the call, a lead's
    own, or else the campaign, whose events are told in their order; next_at: when it is tried, while it waits; answer_sealed: its last answer's start."""

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        UniqueConstraint("endpoint_id", "event_seq"),
        Index(
            "webhook_deliveries_waiting",
            "endpoint_id",
            "in_order_with",
            "id",
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("webhook_deliveries_listed", "endpoint_id", "id"),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    endpoint_id: str = belongs_to("webhook_endpoints")
    event_seq: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    in_order_with: str = text_column()
    kind: str = text_column()
    body_sealed: bytes = bytes_column()
    state: str = text_column("waiting")
    attempts: int = counter()
    next_at: datetime = moment(created=True)
    status: int | None = Field(default=None, sa_column=Column(Integer, nullable=True))
    failure: str | None = optional_text()
    answer_sealed: bytes | None = bytes_column(optional=True)
    created_at: datetime = moment(created=True)
    settled_at: datetime | None = moment()


class WebhookProgress(SQLModel, table=True):
    """The one row that says up to which event deliveries were made."""

    __tablename__ = "webhook_progress"
    id: int = serial()
    seq: int = Field(sa_column=Column(BigInteger, nullable=False))
