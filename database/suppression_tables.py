"""The tables of suppressions with limits, and of named lists of numbers nobody may contact. See lead_tables.py for those without limits.

A new column goes here and into a migration (migrations/versions/).
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Date, Index, Integer, LargeBinary, Table, text
from sqlmodel import Field, SQLModel

from database.column_types import (
    belongs_to,
    bytes_column,
    json_column,
    moment,
    optional_text,
    own_id,
    serial,
    text_column,
)


class LimitedSuppression(SQLModel, table=True):
    """A number nobody may contact on a channel for one campaign, for one purpose (category), until a moment, or all of it; null: without
    that limit. removed_at ends it. See domain.suppressions.SuppressionScope, decision 0055.
    """

    __tablename__ = "limited_suppressions"
    __table_args__ = (
        Index(
            "one_limited_suppression_per_scope",
            "account_id",
            "number_hash",
            "channel",
            "campaign_id",
            "category",
            unique=True,
            postgresql_nulls_not_distinct=True,
            postgresql_where=text("removed_at IS NULL"),
        ),
        Index("limited_suppressions_by_account", "account_id", "id"),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    number_hash: bytes = bytes_column()
    number_sealed: bytes = bytes_column()
    channel: str = text_column("all")
    campaign_id: str | None = belongs_to("campaigns", optional=True)
    category: str | None = optional_text()
    expires_at: datetime | None = moment()
    source: str = text_column()
    added_by: str | None = optional_text()
    note_sealed: bytes | None = bytes_column(optional=True)
    created_at: datetime = moment(created=True)
    removed_at: datetime | None = moment()


class SuppressionList(SQLModel, table=True):
    """A named list of numbers, such as a registry, see domain.suppression_lists. version: the one in force, null before the first; as_of:
    the day of its numbers.
    """

    __tablename__ = "suppression_lists"
    __table_args__ = (
        Index(
            "one_suppression_list_of_a_name",
            "account_id",
            "name",
            unique=True,
            postgresql_where=text("removed_at IS NULL"),
        ),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    name: str = text_column()
    kind: str = text_column()
    channel: str = text_column("all")
    category: str | None = optional_text()
    max_age_days: int | None = Field(default=None, sa_column=Column(Integer, nullable=True))
    source: str = text_column("")
    version: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    as_of: date | None = Field(default=None, sa_column=Column(Date, nullable=True))
    added_by: str = text_column()
    created_at: datetime = moment(created=True)
    removed_at: datetime | None = moment()


class SuppressionListVersion(SQLModel, table=True):
    """A list's numbers as they were on one day. state: reading, in_force, replaced or failed; numbers and rejected: lines that were read so
    far; problems: the first that could not be; heard_at: when the last of it came.
    """

    __tablename__ = "suppression_list_versions"
    __table_args__ = (Index("suppression_list_versions_by_list", "list_id", "id"),)
    id: int = serial()
    account_id: str = belongs_to("accounts")
    list_id: str = belongs_to("suppression_lists")
    as_of: date = Field(sa_column=Column(Date, nullable=False))
    state: str = text_column("reading")
    numbers: int = Field(default=0, sa_column=Column(BigInteger, nullable=False, server_default=text("0")))
    rejected: int = Field(default=0, sa_column=Column(BigInteger, nullable=False, server_default=text("0")))
    problems: list[Any] = json_column("[]")
    added_by: str = text_column()
    created_at: datetime = moment(created=True)
    heard_at: datetime = moment(created=True)


# The numbers of all versions, by their keyed hash (database/sealing.py). Twice in a file is twice here: an index that forbids it would
# cost more than the room.
Table(
    "suppression_list_numbers",
    SQLModel.metadata,
    Column("version", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index("suppression_list_numbers_found", "version", "hash"),
)
