"""The tables of people and how they sign in: columns and constraints only."""

from datetime import datetime

from sqlalchemy import Column, DateTime, ForeignKey, Index, LargeBinary, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from database.column_types import (
    act_number,
    belongs_to,
    bytes_column,
    moment,
    optional_text,
    own_id,
    serial,
    text_column,
)


class User(SQLModel, table=True):
    """A person. email_hash is that of no account, since somebody who signs in names none; details_sealed: database.users.UserDetails;
    password_hash is argon2id's text, nothing until they came in by their first link. totp_sealed: the secret of their authenticator,
    nothing without a second factor; totp_offered_sealed: of one that they are setting up; totp_step: the step of the last code used."""

    __tablename__ = "users"
    __table_args__ = (Index("ix_users_account", "account_id", "id"),)
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    email_hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False, unique=True))
    details_sealed: bytes = bytes_column()
    role: str = text_column()
    password_hash: str | None = optional_text()
    created_at: datetime = moment(created=True)
    disabled_at: datetime | None = moment()
    totp_sealed: bytes | None = bytes_column(optional=True)
    totp_offered_sealed: bytes | None = bytes_column(optional=True)
    totp_step: int = act_number()
    recovery_hashes: list[bytes] = Field(
        sa_column=Column(ARRAY(LargeBinary), nullable=False, server_default=text("'{}'"))
    )


class CampaignMember(SQLModel, table=True):
    """A person who sees this campaign though they do not see all."""

    __tablename__ = "campaign_members"
    __table_args__ = (Index("ix_campaign_members_campaign", "campaign_id"),)
    user_id: str = Field(sa_column=Column(Text, ForeignKey("users.id"), primary_key=True))
    campaign_id: str = Field(sa_column=Column(Text, ForeignKey("campaigns.id"), primary_key=True))
    account_id: str = belongs_to("accounts")
    added_at: datetime = moment(created=True)


class OneTimeLink(SQLModel, table=True):
    """By which somebody comes in once, to choose a password; only the hash of its token is kept, and no longer than it is good."""

    __tablename__ = "one_time_links"
    __table_args__ = (Index("ix_one_time_links_user", "user_id", unique=True),)
    token_hash: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    user_id: str = belongs_to("users")
    created_at: datetime = moment(created=True)
    expires_at: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))


class Session(SQLModel, table=True):
    """From somebody's signing in until it ends, at ends_at at the latest. network_hash: from where; device_sealed: what their program
    calls itself; last_seen_at: to the minute; ended_by: "sign_out", "removed", "password", "disabled" or "reuse" (of a refresh token)."""

    __tablename__ = "sessions"
    __table_args__ = (Index("ix_sessions_user", "user_id", "id"),)
    id: str = own_id()
    user_id: str = belongs_to("users")
    network_hash: bytes = bytes_column()
    device_sealed: bytes = bytes_column()
    created_at: datetime = moment(created=True)
    last_seen_at: datetime = moment(created=True)
    ends_at: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))
    ended_at: datetime | None = moment()
    ended_by: str | None = optional_text()


class RefreshToken(SQLModel, table=True):
    """One of a session's, used once; those that were used stay until the session is forgotten, by which a second use is known."""

    __tablename__ = "refresh_tokens"
    __table_args__ = (Index("ix_refresh_tokens_session", "session_id"),)
    token_hash: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    session_id: str = belongs_to("sessions")
    created_at: datetime = moment(created=True)
    used_at: datetime | None = moment()


class RequestTaken(SQLModel, table=True):
    """A request that counts against an actor's limits (a key, a person, a network), for an hour."""

    __tablename__ = "requests_taken"
    __table_args__ = (Index("ix_requests_taken", "actor", "at"), {"prefixes": ["UNLOGGED"]})
    id: int = serial()
    actor: str = text_column()
    at: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))


class SignInFailure(SQLModel, table=True):
    """A try to sign in that failed, or is under way; person_hash: of the address, whether or not somebody has it."""

    __tablename__ = "sign_in_failures"
    __table_args__ = (
        Index("ix_sign_in_failures_person", "person_hash", "at"),
        Index("ix_sign_in_failures_network", "network_hash", "at"),
    )
    id: int = serial()
    person_hash: bytes = bytes_column()
    network_hash: bytes = bytes_column()
    at: datetime = moment(created=True)
