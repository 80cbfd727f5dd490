"""Tables about the keys that seal: which one of a ring does, who knows which, and how far a re-sealing has come.

A ring is "data" or "recordings" (startup/key_rings.py). No key stands in the database.
"""

from datetime import datetime

from sqlalchemy import Column, SmallInteger, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from database.column_types import counter, moment, own_id, text_array


class SealingKey(SQLModel, table=True):
    """Since chosen_at this key of the ring seals; the row that was chosen last counts."""

    __tablename__ = "sealing_keys"
    ring: str = own_id()
    key_id: int = Field(sa_column=Column(SmallInteger, primary_key=True))
    chosen_at: datetime = moment(created=True)


class KeyHolder(SQLModel, table=True):
    """A process that seals and opens, as it last told of itself: the ids it knows, the one it seals with."""

    __tablename__ = "key_holders"
    process: str = own_id()
    ring: str = Field(sa_column=Column(Text, primary_key=True))
    known: list[int] = Field(sa_column=Column(ARRAY(SmallInteger), nullable=False))
    seals_with: int = Field(sa_column=Column(SmallInteger, nullable=False))
    seen_at: datetime = moment(created=True)


class Resealing(SQLModel, table=True):
    """How far the rows of a ring have been sealed with this key, so that a killed run goes on where it was.

    place: the table, then the last row looked at; passes: how many were begun; resealed: rows of all of them; done_at: when a
    whole pass found nothing more.
    """

    __tablename__ = "resealings"
    ring: str = own_id()
    key_id: int = Field(sa_column=Column(SmallInteger, nullable=False))
    place: list[str] = text_array()
    passes: int = counter()
    resealed: int = counter()
    began_at: datetime = moment(created=True)
    done_at: datetime | None = moment()
