"""The tables of what dials answer to beside the law: columns and constraints only."""

from datetime import datetime

from sqlalchemy import Column, ForeignKey, Text
from sqlmodel import Field, SQLModel

from database.column_types import belongs_to, counter, moment


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
