"""The tables of how long an account keeps what it has, and of what went when its time was over: columns and constraints only."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Index, Integer, Text, text
from sqlmodel import Field, SQLModel

from database.column_types import belongs_to, bytes_column, flag, json_column, moment, own_id, text_column


class RetentionSettingsRow(SQLModel, table=True):
    """An account's times, in days; without a row the defaults hold and nothing goes. countries: domain.retention.Times by ISO code."""

    __tablename__ = "retention_settings"
    account_id: str = Field(sa_column=Column(Text, ForeignKey("accounts.id"), primary_key=True))
    is_on: bool = flag(False)
    content_days: int = Field(sa_column=Column(Integer, nullable=False))
    evidence_days: int = Field(sa_column=Column(Integer, nullable=False))
    audit_days: int = Field(sa_column=Column(Integer, nullable=False))
    countries: dict[str, Any] = json_column()
    changed_at: datetime = moment(created=True)


class RetentionRun(SQLModel, table=True):
    """One run over an account; one at a time. times: domain.retention.KeptFor as it was when it began; gone: how much went of each store so
    far; receipt: domain.retention_receipts.Receipt, once it is over."""

    __tablename__ = "retention_runs"
    __table_args__ = (
        Index("retention_runs_by_account", "account_id", "id"),
        Index(
            "one_retention_run_at_a_time",
            "account_id",
            unique=True,
            postgresql_where=text("finished_at IS NULL"),
        ),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    asked_by: str = text_column()
    times: dict[str, Any] = json_column()
    gone: dict[str, Any] = json_column()
    receipt: dict[str, Any] = json_column()
    created_at: datetime = moment(created=True)
    finished_at: datetime | None = moment()


class AuditCut(SQLModel, table=True):
    """That the beginning of an account's audit log was cut off up to this entry, by a key that the database does not have
    (domain/audit_seals.py); a trigger refuses changes."""

    __tablename__ = "audit_cuts"
    account_id: str = Field(sa_column=Column(Text, ForeignKey("accounts.id"), primary_key=True))
    seq: int = Field(sa_column=Column(BigInteger, primary_key=True))
    hash: bytes = bytes_column()
    at: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))
    key_id: int
    mac: bytes = bytes_column()
