"""The table of accounts' own rule packs: columns and constraints only."""

from datetime import date, datetime

from sqlalchemy import Column, Date, UniqueConstraint
from sqlmodel import Field, SQLModel

from database.column_types import belongs_to, moment, optional_text, own_id, text_array, text_column


class RulePackVersion(SQLModel, table=True):
    """One version of a rule pack of an account's own; a trigger refuses changes.

    dated: the version that its text says; compared_with: the rule set of the shipped pack when it was made ("us@2026-11-01");
    less_strict: the fields in which it allows more than that, only with a reason (less_strict_because).
    """

    __tablename__ = "rule_pack_versions"
    __table_args__ = (UniqueConstraint("account_id", "name", "revision"),)
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    name: str = text_column()
    revision: int = Field()
    dated: date = Field(sa_column=Column(Date, nullable=False))
    content: str = text_column()
    compared_with: str = text_column()
    less_strict: list[str] = text_array()
    less_strict_because: str | None = optional_text()
    created_by: str = text_column()
    created_at: datetime = moment(created=True)
    valid_from: datetime = moment(created=True)
