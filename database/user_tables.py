"""The tables of people and how they sign in: columns and constraints only."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, DateTime, ForeignKey, Index, LargeBinary, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from database.column_types import (
    act_number,
    belongs_to,
    bytes_column,
    flag,
    json_column,
    moment,
    optional_text,
    own_id,
    serial,
    text_array,
    text_column,
)


class User(SQLModel, table=True):
    """A person. email_hash is that of no account, since somebody who signs in need not name one; details_sealed: database.users.UserDetails;
    password_hash is argon2id's text, nothing until they came in by their first link. totp_sealed: the secret of their authenticator,
    nothing without a second factor; totp_offered_sealed: of one that they are setting up; totp_step: the step of the last code used."""

    __tablename__ = "users"
    __table_args__ = (
        Index("ix_users_account", "account_id", "id"),
        UniqueConstraint("email_hash", "account_id"),
    )
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    email_hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
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
    calls itself; last_seen_at: to the minute; ended_by: "sign_out", "removed", "password", "disabled", "provider" (which
    knows them no more) or "reuse" (of a refresh token)."""

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
    """A try to sign in that failed, or is under way; person_hash: of whom it was about, or of an address that nobody
    has."""

    __tablename__ = "sign_in_failures"
    __table_args__ = (
        Index("ix_sign_in_failures_person", "person_hash", "at"),
        Index("ix_sign_in_failures_network", "network_hash", "at"),
    )
    id: int = serial()
    person_hash: bytes = bytes_column()
    network_hash: bytes = bytes_column()
    at: datetime = moment(created=True)


class IdentityProvider(SQLModel, table=True):
    """By whom people of an account sign in: database.identity_providers.ProviderRules. secret_sealed: what proves to the provider that we ask."""

    __tablename__ = "identity_providers"
    account_id: str = Field(sa_column=Column(Text, ForeignKey("accounts.id"), primary_key=True))
    issuer: str = text_column()
    client_id: str = text_column()
    secret_sealed: bytes = bytes_column()
    domains: list[str] = text_array()
    makes_people: bool = flag(False)
    default_role: str | None = optional_text()
    group_claim: str = text_column("")
    group_roles: dict[str, Any] = json_column()
    created_at: datetime = moment(created=True)
    changed_at: datetime = moment(created=True)


class Identity(SQLModel, table=True):
    """Whom a provider calls so: a person is known by issuer and subject and by nothing else. subject_hash: keyed, of this account."""

    __tablename__ = "identities"
    __table_args__ = (UniqueConstraint("account_id", "issuer", "subject_hash"),)
    id: str = own_id()
    account_id: str = belongs_to("accounts")
    user_id: str = Field(sa_column=Column(Text, ForeignKey("users.id"), nullable=False, unique=True))
    issuer: str = text_column()
    subject_hash: bytes = bytes_column()
    created_at: datetime = moment(created=True)


class ProviderSignIn(SQLModel, table=True):
    """Somebody went to their provider and is to come back with this state, in the same browser; used once. asked_sealed:
    database.provider_sign_ins.Asked."""

    __tablename__ = "provider_sign_ins"
    state_hash: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    account_id: str = belongs_to("accounts")
    browser_hash: bytes = bytes_column()
    asked_sealed: bytes = bytes_column()
    expires_at: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))


class SignInCode(SQLModel, table=True):
    """By which somebody who came back from their provider opens a session, once, in the same browser."""

    __tablename__ = "sign_in_codes"
    __table_args__ = (Index("ix_sign_in_codes_identity", "identity_id"),)
    code_hash: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    identity_id: str = Field(
        sa_column=Column(Text, ForeignKey("identities.id", ondelete="CASCADE"), nullable=False)
    )
    browser_hash: bytes = bytes_column()
    expires_at: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))
