"""The tables of leads: lists of them, who they are, and who may not be contacted. See tables.py for the rest.

A new column goes here and into a migration (migrations/versions/).
"""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from database.column_types import (
    belongs_to,
    bytes_column,
    counter,
    flag,
    json_column,
    moment,
    optional_text,
    own_id,
    text_array,
    text_column,
)

# Few of a campaign's, at any time: these are found among those that are ready and those that are through.
_IN_HAND: Final = "'claimed', 'needs_review', 'erased'"


class LeadImport(SQLModel, table=True):
    """An uploaded list; its leads stay staged until it is committed. reading: how its rows are read besides the mapping;
    read_at: when some of them were stored last.
    """

    __tablename__ = "lead_imports"
    __table_args__ = (
        Index("lead_imports_by_account", "account_id", "id"),
        Index("lead_imports_being_read", "read_at", postgresql_where=text("state = 'validating'")),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    campaign_id: str = belongs_to("campaigns")
    file_name: str = text_column()
    state: str = text_column("validating")
    rows: int = counter()
    accepted: int = counter()
    rejected: int = counter()
    duplicates: int = counter()
    mapping: dict[str, Any] = json_column()
    sheet: str = text_column("")
    notes: list[Any] = json_column("[]")
    repairs: list[Any] = json_column("[]")
    reading: dict[str, Any] = json_column()
    question_sealed: bytes | None = bytes_column(optional=True)
    created_at: datetime = moment(created=True)
    committed_at: datetime | None = moment()
    read_at: datetime = moment(created=True)


class ImportProblem(SQLModel, table=True):
    """Why one row of an import was rejected or is a duplicate; carries no personal data."""

    __tablename__ = "import_problems"
    import_id: str = Field(sa_column=Column(Text, ForeignKey("lead_imports.id"), primary_key=True))
    row_number: int = Field(primary_key=True)
    account_id: str = belongs_to("accounts")
    verdict: str = text_column()
    column: str = Field(sa_column=Column("column_name", Text, nullable=False))
    code: str = text_column()
    message: str = text_column()
    cell: str = text_column("")
    offer: str = text_column("")


class ImportFile(SQLModel, table=True):
    """One piece of a file whose columns are asked about, packed and sealed; none is kept longer than the question waits."""

    __tablename__ = "import_files"
    import_id: str = Field(sa_column=Column(Text, ForeignKey("lead_imports.id"), primary_key=True))
    place: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    account_id: str = belongs_to("accounts")
    content_sealed: bytes = bytes_column()
    created_at: datetime = moment(created=True)


class ImportBarred(SQLModel, table=True):
    """A number that a row of an import says nobody may call, until the import is committed or discarded."""

    __tablename__ = "import_barred"
    import_id: str = Field(sa_column=Column(Text, ForeignKey("lead_imports.id"), primary_key=True))
    number_hash: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    account_id: str = belongs_to("accounts")
    suppression_id: str = text_column()
    person_sealed: bytes = bytes_column()


class Lead(SQLModel, table=True):
    """A person to call; the person's data are sealed as one JSON object. campaign_id is empty for a direct call's person.

    hours_key names the rule pack, zones, country and state together: leads with one key share their hours.
    list_hash: of the number as named lists have it (database/sealing.py); none in rows of before there were such lists.
    account_id, campaign_id and import_id are written from rows that are read in the same transaction: to check them
    again for each of an import's rows would cost a quarter of its time.
    """

    __tablename__ = "leads"
    __table_args__ = (
        UniqueConstraint("campaign_id", "number_hash"),
        Index("leads_to_claim", "campaign_id", "hours_key", "id", postgresql_where=text("state = 'ready'")),
        Index(
            "leads_by_round", "campaign_id", "claim_round", postgresql_where=text("claim_round IS NOT NULL")
        ),
        Index("leads_by_campaign", "campaign_id", "id"),
        Index("leads_to_review", "campaign_id", "review", "id", postgresql_where=text("review IS NOT NULL")),
        Index("leads_in_hand", "campaign_id", "state", "id", postgresql_where=text(f"state IN ({_IN_HAND})")),
        Index("leads_by_import", "import_id", "id"),
    )
    id: str = own_id()
    account_id: str = text_column()
    campaign_id: str | None = optional_text()
    import_id: str | None = optional_text()
    state: str = text_column("staged")
    number_hash: bytes = bytes_column()
    person_sealed: bytes = bytes_column()
    hours_key: str = text_column()
    review: str | None = optional_text()
    consents: list[str] = text_array()
    claim_round: int | None = Field(default=None)
    created_at: datetime = moment(created=True)
    list_hash: bytes | None = bytes_column(optional=True)


class LeadGroup(SQLModel, table=True):
    """The distinct hours keys among a campaign's committed leads, so that a claim looks at groups, not at leads."""

    __tablename__ = "lead_groups"
    campaign_id: str = Field(sa_column=Column(Text, ForeignKey("campaigns.id"), primary_key=True))
    hours_key: str = Field(sa_column=Column(Text, primary_key=True))
    account_id: str = belongs_to("accounts")


class Suppression(SQLModel, table=True):
    """A number nobody may contact on a channel ("all" for every one), for no campaign and without an end; removed_at ends it. What
    stands for one campaign, one purpose or a time is a LimitedSuppression (database/suppression_tables.py).

    added_by: whoever put it there, where that was no contacted person; note_sealed: what they noted.
    words_sealed, said_at, attempt_id: what the person said, when, and in the conversation of which attempt, see
    domain.suppressions; taken_back_sealed: what they said who lifted it in the same conversation.
    """

    __tablename__ = "suppressions"
    __table_args__ = (
        Index(
            "one_suppression_per_channel",
            "account_id",
            "number_hash",
            "channel",
            unique=True,
            postgresql_where=text("removed_at IS NULL"),
        ),
        Index("suppressions_by_account", "account_id", "id"),
        Index("suppressions_of_number", "account_id", "number_hash"),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    number_hash: bytes = bytes_column()
    number_sealed: bytes = bytes_column()
    channel: str = text_column("all")
    source: str = text_column()
    call_id: str | None = optional_text()
    attempt_id: str | None = optional_text()
    words_sealed: bytes | None = bytes_column(optional=True)
    said_at: datetime | None = moment()
    taken_back_sealed: bytes | None = bytes_column(optional=True)
    created_at: datetime = moment(created=True)
    removed_at: datetime | None = moment()
    added_by: str | None = optional_text()
    note_sealed: bytes | None = bytes_column(optional=True)


class Preference(SQLModel, table=True):
    """How the person at a number wants to be contacted, see domain.preferences; removed_at ends it, a later one of its kind
    replaces it. understood: the value has an effect; phrase_sealed: their words, until they are forgotten.
    """

    __tablename__ = "preferences"
    __table_args__ = (
        Index(
            "preferences_of_number",
            "account_id",
            "number_hash",
            "kind",
            "said_at",
            postgresql_where=text("removed_at IS NULL"),
        ),
        Index("preferences_by_account", "account_id", "id"),
        Index("preferences_of_number_ever", "account_id", "number_hash"),
        Index("preferences_by_call", "call_id", postgresql_where=text("call_id IS NOT NULL")),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    number_hash: bytes = bytes_column()
    number_sealed: bytes = bytes_column()
    kind: str = text_column()
    value: dict[str, Any] = json_column()
    understood: bool = flag(True)
    source: str = text_column()
    phrase_sealed: bytes | None = bytes_column(optional=True)
    call_id: str | None = optional_text()
    attempt_id: str | None = optional_text()
    said_at: datetime = moment(created=True)
    created_at: datetime = moment(created=True)
    removed_at: datetime | None = moment()


class InboxMark(SQLModel, table=True):
    """Up to when the messages of one account at the messaging provider were read."""

    __tablename__ = "inbox_marks"
    messaging_account: str = Field(sa_column=Column(Text, primary_key=True))
    read_until: datetime = moment(created=True)
