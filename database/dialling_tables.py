"""The tables of what dials answer to beside the law: columns and constraints only."""

from datetime import datetime

from sqlalchemy import Column, ForeignKey, Index, Text, text
from sqlmodel import Field, SQLModel

from database.column_types import (
    belongs_to,
    bytes_column,
    counter,
    moment,
    optional_text,
    own_id,
    text_array,
    text_column,
)


class AbandonmentMeter(SQLModel, table=True):
    """How many calls of a campaign a person answered in the last 30 days, and how many of them were abandoned, as counted last.

    Counted anew from the rows by whoever finds it old (abandonment.py); never incremented.
    """

    __tablename__ = "abandonment_meters"
    campaign_id: str = Field(sa_column=Column(Text, ForeignKey("campaigns.id"), primary_key=True))
    account_id: str = belongs_to("accounts")
    answered: int = counter()
    abandoned: int = counter()
    counted_at: datetime = moment(created=True)


class CallerIdentity(SQLModel, table=True):
    """A number of the account's own that may be shown: for which purposes, to people of which countries, none for all of them.

    held_as: what its carrier calls it, "owned" or "verified", nothing where it calls it neither; verified_at: when it said so last;
    asked_at: when it answered last; ask_from: when it is asked next.
    """

    __tablename__ = "caller_identities"
    __table_args__ = (
        Index(
            "caller_identities_once",
            "account_id",
            "connection_id",
            "number",
            unique=True,
            postgresql_where=text("removed_at IS NULL"),
        ),
        Index("caller_identities_by_account", "account_id", "id"),
        Index("caller_identities_by_number", "number"),
        Index("caller_identities_due", "ask_from", postgresql_where=text("removed_at IS NULL")),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    connection_id: str = belongs_to("connections")
    number: str = text_column()
    purposes: list[str] = text_array()
    countries: list[str] = text_array()
    held_as: str | None = optional_text()
    verified_at: datetime | None = moment()
    asked_at: datetime | None = moment()
    ask_from: datetime = moment(created=True)
    created_at: datetime = moment(created=True)
    removed_at: datetime | None = moment()


class PredialHook(SQLModel, table=True):
    """A customer's program that is asked before each dial of a campaign, or of all that have none of their own (campaign_id is nothing).

    url_sealed: its address may hold a token; secret_sealed: by which requests are signed; unanswered: what follows where it does not
    answer, "hold" or "allow".
    """

    __tablename__ = "predial_hooks"
    __table_args__ = (
        Index(
            "predial_hooks_once",
            "account_id",
            text("COALESCE(campaign_id, '')"),
            unique=True,
            postgresql_where=text("removed_at IS NULL"),
        ),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    campaign_id: str | None = belongs_to("campaigns", optional=True)
    url_sealed: bytes = bytes_column()
    secret_sealed: bytes = bytes_column()
    timeout_ms: int = Field()
    unanswered: str = text_column("hold")
    created_at: datetime = moment(created=True)
    removed_at: datetime | None = moment()
