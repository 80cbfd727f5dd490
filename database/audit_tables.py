"""The tables of the audit log, which is append-only: columns and constraints only."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Index, Text
from sqlmodel import Field, SQLModel

from database.column_types import belongs_to, bytes_column, json_column, moment, serial, text_column


class AuditEvent(SQLModel, table=True):
    """Who did what. seq, previous_hash and hash are its place in its account's chain, given as its transaction commits."""

    __tablename__ = "audit_events"
    __table_args__ = (
        Index("audit_by_account", "account_id", "id"),
        Index("audit_by_place", "account_id", "seq", unique=True),
    )
    id: int | None = serial()
    account_id: str = belongs_to("accounts")
    actor: str = text_column()
    action: str = text_column()
    subject: str = text_column()
    detail: dict[str, Any] = json_column()
    at: datetime = moment(created=True)
    network: str = text_column("")
    seq: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    previous_hash: bytes | None = bytes_column(optional=True)
    hash: bytes | None = bytes_column(optional=True)


class AuditHead(SQLModel, table=True):
    """Where an account's chain ends; whoever commits an act of the account takes their turn by it."""

    __tablename__ = "audit_heads"
    account_id: str = Field(sa_column=Column(Text, ForeignKey("accounts.id"), primary_key=True))
    seq: int = Field(sa_column=Column(BigInteger, nullable=False))
    hash: bytes = bytes_column()


class AuditSeal(SQLModel, table=True):
    """That the chain ended so at this moment, by a key that the database does not have (domain/audit_seals.py)."""

    __tablename__ = "audit_seals"
    account_id: str = Field(sa_column=Column(Text, ForeignKey("accounts.id"), primary_key=True))
    seq: int = Field(sa_column=Column(BigInteger, primary_key=True))
    hash: bytes = bytes_column()
    at: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))
    key_id: int
    mac: bytes = bytes_column()
