"""The consent ledger's tables, which are append-only: columns and constraints only. See tables.py for the rest."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from database.column_types import (
    belongs_to,
    bytes_column,
    moment,
    optional_text,
    own_id,
    text_array,
    text_column,
)


class ConsentText(SQLModel, table=True):
    """The exact words that people agree to, in one of their versions, which is never changed."""

    __tablename__ = "consent_texts"
    __table_args__ = (
        UniqueConstraint("account_id", "name", "version"),
        Index("consent_texts_by_account", "account_id", "id"),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    name: str = text_column()
    version: int = Field()
    wording_sealed: bytes = bytes_column()
    created_at: datetime = moment(created=True)


class ConsentRecord(SQLModel, table=True):
    """One line of the ledger, see domain.consents: a consent that was given, or one that was withdrawn (kind).

    at: when, by the person; of one that was given nothing where nobody knows. purposes, channels: of a withdrawal none for all.
    lead_id: of the list's row, or the call's person, that it came with: that lead's sealed person then has the number.
    withdraws: the entry that was named. account_id and lead_id are written from rows that are read in the same transaction, as a
    lead's are.
    """

    __tablename__ = "consents"
    __table_args__ = (
        Index("consents_of_number", "account_id", "number_hash"),
        Index("consents_by_account", "account_id", "id"),
    )
    id: str = own_id()
    account_id: str = text_column()
    number_hash: bytes = bytes_column()
    number_sealed: bytes | None = bytes_column(optional=True)
    lead_id: str | None = optional_text()
    kind: str = text_column()
    basis: str | None = optional_text()
    purposes: list[str] = text_array()
    channels: list[str] = text_array()
    text_id: str | None = belongs_to("consent_texts", optional=True)
    source: str = text_column()
    import_id: str | None = optional_text()
    actor: str | None = optional_text()
    at: datetime | None = moment()
    expires_at: datetime | None = moment()
    evidence_sealed: bytes | None = bytes_column(optional=True)
    withdraws: str | None = optional_text()
    created_at: datetime = moment(created=True)
