"""The tables of hooks by which other people's programs add leads: columns and constraints only."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import SQLModel

from database.column_types import (
    belongs_to,
    bytes_column,
    json_column,
    moment,
    optional_text,
    own_id,
    text_array,
    text_column,
)


class LeadHook(SQLModel, table=True):
    """A hook of one campaign. settings_sealed: database.lead_hooks.HookSettings; proof: domain.lead_hooks.HookProof; mapping: field ->
    the program's name of it; networks: from which it is taken, from all where there are none; secret_sealed, none once it is revoked,
    and the one before it, which is good too until former_until."""

    __tablename__ = "lead_hooks"
    __table_args__ = (Index("ix_lead_hooks_account", "account_id", "id"),)
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    campaign_id: str = belongs_to("campaigns")
    settings_sealed: bytes = bytes_column()
    proof: str = text_column()
    mapping: dict[str, str] = json_column()
    default_region: str = text_column("")
    rules: str = text_column("")
    networks: list[str] = text_array()
    secret_sealed: bytes | None = bytes_column(optional=True)
    former_secret_sealed: bytes | None = bytes_column(optional=True)
    former_until: datetime | None = moment()
    created_at: datetime = moment(created=True)
    revoked_at: datetime | None = moment()


class LeadHookMessage(SQLModel, table=True):
    """One message of a hook. name_hash: of the id that its program gave it, if it gave one; body_hash: of what it says, both keyed;
    content_sealed: what it says, while it waits for its campaign's list to be read; import_id: its list, once it is committed; refusal:
    the code of what came of it otherwise."""

    __tablename__ = "lead_hook_messages"
    __table_args__ = (
        UniqueConstraint("hook_id", "name_hash"),
        Index("lead_hook_messages_listed", "hook_id", "id"),
        Index("lead_hook_messages_waiting", "id", postgresql_where=text("settled_at IS NULL")),
        Index("lead_hook_messages_known", "received_at"),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    hook_id: str = belongs_to("lead_hooks")
    name_hash: bytes | None = bytes_column(optional=True)
    body_hash: bytes = bytes_column()
    content_sealed: bytes | None = bytes_column(optional=True)
    import_id: str | None = belongs_to("lead_imports", optional=True)
    refusal: str | None = optional_text()
    received_at: datetime = moment(created=True)
    settled_at: datetime | None = moment()
