"""The kinds of columns that tables are made of."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field


def own_id() -> Any:
    """A text of our own making, the primary key."""
    return Field(sa_column=Column(Text, primary_key=True))


def text_column(default: str | None = None) -> Any:
    """A text that is always there."""
    server_default = None if default is None else text(f"'{default}'")
    return Field(sa_column=Column(Text, nullable=False, server_default=server_default))


def optional_text() -> Any:
    """A text that may be missing."""
    return Field(default=None, sa_column=Column(Text, nullable=True))


def belongs_to(table: str, *, optional: bool = False) -> Any:
    """A reference to a row of another table by its id."""
    column = Column(Text, ForeignKey(f"{table}.id"), nullable=optional)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def moment(*, created: bool = False) -> Any:
    """A moment with its zone; created: now, unless told otherwise."""
    if created:
        return Field(sa_column=Column(DateTime(timezone=True), nullable=False, server_default=text("now()")))
    return Field(default=None, sa_column=Column(DateTime(timezone=True), nullable=True))


def json_column(empty: str = "{}") -> Any:
    """A JSON object, or an array, empty unless told otherwise."""
    return Field(sa_column=Column(JSONB, nullable=False, server_default=text(f"'{empty}'::jsonb")))


def bytes_column(*, optional: bool = False) -> Any:
    """Bytes, such as sealed ones."""
    column = Column(LargeBinary, nullable=optional)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def counter() -> Any:
    """A whole number that begins at zero."""
    return Field(default=0, sa_column=Column(Integer, nullable=False, server_default=text("0")))


def act_number() -> Any:
    """The number of an operator's act (AuditEvent.id), 0 for none."""
    return Field(default=0, sa_column=Column(BigInteger, nullable=False, server_default=text("0")))


def flag(default: bool) -> Any:
    """A truth with its default."""
    return Field(
        default=default, sa_column=Column(Boolean, nullable=False, server_default=text(str(default).lower()))
    )


def serial() -> Any:
    """A number that the database counts up, the primary key."""
    return Field(default=None, sa_column=Column(BigInteger, primary_key=True, autoincrement=True))


def text_array() -> Any:
    """Texts, none unless told otherwise."""
    return Field(sa_column=Column(ARRAY(Text), nullable=False, server_default=text("'{}'")))
