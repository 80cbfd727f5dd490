"""The tables of what people may ask for, and of what forbids it: columns and constraints only."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import SQLModel

from database.column_types import (
    belongs_to,
    bytes_column,
    json_column,
    moment,
    optional_text,
    own_id,
    text_column,
)


class LegalHold(SQLModel, table=True):
    """Nothing of the person at this number may be deleted until it is released. reason_sealed: in the words of whoever set it; set_by,
    released_by: actors."""

    __tablename__ = "legal_holds"
    __table_args__ = (
        Index("legal_holds_by_account", "account_id", "id"),
        Index(
            "legal_holds_of_number", "account_id", "number_hash", postgresql_where=text("released_at IS NULL")
        ),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    number_hash: bytes = bytes_column()
    number_sealed: bytes = bytes_column()
    reason_sealed: bytes | None = bytes_column(optional=True)
    set_by: str = text_column()
    created_at: datetime = moment(created=True)
    released_at: datetime | None = moment()
    released_by: str | None = optional_text()


class PersonRequest(SQLModel, table=True):
    """That somebody asked for, or to be rid of, what is known of them. number_sealed: until an erasure is done; progress_sealed,
    receipt_sealed: domain.person_requests.Progress and Receipt; bundle_sealed: what an export gives out, packed, until expires_at;
    deleting: the executions that delete outside the database now, with the moments when they began."""

    __tablename__ = "person_requests"
    __table_args__ = (
        Index("person_requests_by_account", "account_id", "id"),
        Index("person_requests_of_number", "account_id", "number_hash"),
        Index("person_requests_waiting", "created_at", postgresql_where=text("state = 'waiting'")),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    kind: str = text_column()
    in_crm: str = text_column("contact")
    number_hash: bytes = bytes_column()
    number_sealed: bytes | None = bytes_column(optional=True)
    state: str = text_column("waiting")
    asked_by: str = text_column()
    created_at: datetime = moment(created=True)
    finished_at: datetime | None = moment()
    progress_sealed: bytes | None = bytes_column(optional=True)
    receipt_sealed: bytes | None = bytes_column(optional=True)
    bundle_sealed: bytes | None = bytes_column(optional=True)
    expires_at: datetime | None = moment()
    deleting: dict[str, Any] = json_column()
