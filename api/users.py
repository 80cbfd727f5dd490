"""Routes for the people of an account: invited by a one-time link, in a role, disabled."""

from datetime import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy.ext.asyncio import AsyncSession

from api.authentication import Principal
from api.etags import edit_of
from api.pagination import Page, Paging
from api.permissions import UsersRead, UsersWrite, check_permission
from api.request_bodies import Body, Name
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import sign_ins, users
from database.audit import record_act
from database.second_factors import remove_second_factor
from database.secret_hashes import new_secret
from database.users import UserDetails
from domain.access import MAY, SCOPES, Role
from domain.email_addresses import LONGEST, SPELLING
from domain.errors import Conflict
from domain.identifiers import AccountId, UserId
from domain.plain_text import one_line

router = Routes(prefix="/users", tags=["people"])


def _shown_as_it_is(text: str) -> str:
    if one_line(text) != text:
        raise ValueError("this holds characters that cannot be seen; leave them out")
    return text


PersonName = Annotated[Name, AfterValidator(_shown_as_it_is)]
EmailAddress = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=LONGEST, pattern=SPELLING),
    AfterValidator(_shown_as_it_is),
]


class UserBody(Body):
    """Somebody who is invited."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"email": "ada@example.com", "name": "Ada", "role": "agent_manager"}]}
    )
    email: EmailAddress
    name: PersonName
    role: Role


class UserPatch(Body):
    """What is to be different; what is left out stays.

    disabled: whether they are let in no more; second_factor: false removes that of somebody who lost it.
    """

    model_config = ConfigDict(json_schema_extra={"examples": [{"role": "admin"}]})
    name: PersonName | None = None
    role: Role | None = None
    disabled: bool | None = Field(None, strict=True)
    second_factor: Literal[False] | None = None


class UserResponse(BaseModel):
    """A person. has_come_in: they chose a password, or their identity provider vouched for them; last_seen_at: to the minute."""

    model_config = ConfigDict(from_attributes=True)
    live: ClassVar = frozenset({"last_seen_at"})
    id: str
    email: str
    name: str
    role: Role
    has_come_in: bool
    has_second_factor: bool
    created_at: datetime
    last_seen_at: datetime | None
    disabled_at: datetime | None


class Link(BaseModel):
    """By which somebody comes in once, at POST /api/auth/accept, until it expires; shown this once."""

    token: str
    expires_at: datetime


class Invitation(BaseModel):
    """Who was invited, and the link to give them."""

    user: UserResponse
    link: Link


async def _shown(tools: ApiTools, account_id: AccountId, user_id: str) -> UserResponse:
    async with tools.database.transaction() as session:
        return UserResponse.model_validate(await users.get_user(session, account_id, user_id, tools.key_ring))


def check_reach(principal: Principal, *roles: Role) -> None:
    """Who deals with people may do whatever these may: by an invitation or a link nobody comes to more than they have. Raises NotAllowed."""
    for role in roles:
        for needed in sorted(MAY[role] & SCOPES):
            check_permission(principal, needed)


def _check_other(principal: Principal, user_id: UserId) -> None:
    """One's own password and second factor are changed with the password at hand, at /api/me. Raises Conflict."""
    if principal.actor == user_id:
        raise Conflict("Your own password and second factor you change at /api/me, with your password.")


async def _new_link(session: AsyncSession, tools: ApiTools, user_id: UserId) -> Link:
    token, expires_at = new_secret("ol"), tools.now() + users.LINK_LIFE
    await users.add_link(session, user_id, token, expires_at)
    return Link(token=token, expires_at=expires_at)


@router.post("", status_code=201)
async def invite(body: UserBody, tools: Tools, principal: UsersWrite) -> Invitation:
    """Invite somebody; their link is good for a week, and another can be made."""
    check_reach(principal, body.role)
    async with tools.database.transaction() as session:
        user_id = await users.add_user(
            session, principal.account_id, UserDetails(body.email, body.name), body.role, tools.key_ring
        )
        detail = {"role": str(body.role)}
        await record_act(session, principal.account_id, principal.actor, "user.invited", user_id, detail)
        link = await _new_link(session, tools, user_id)
        user = await users.get_user(session, principal.account_id, user_id, tools.key_ring)
    return Invitation(user=UserResponse.model_validate(user), link=link)


@router.get("")
async def list_people(tools: Tools, principal: UsersRead, paging: Paging) -> Page[UserResponse]:
    """The account's people, newest first."""
    async with tools.database.transaction() as session:
        found = await users.list_users(
            session, principal.account_id, tools.key_ring, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, UserResponse.model_validate, lambda user: user.id)


@router.get("/{user_id}")
async def show_user(user_id: str, tools: Tools, principal: UsersRead) -> UserResponse:
    """One person."""
    return await _shown(tools, principal.account_id, user_id)


@router.patch("/{user_id}")
@edit_of(show_user)
async def change_user(user_id: str, body: UserPatch, tools: Tools, principal: UsersWrite) -> UserResponse:
    """Give somebody another name or role, or let them in no more; their open sessions, sockets and keys follow at once."""
    account_id = principal.account_id
    async with tools.database.transaction() as session:
        await users.lock_people(session, account_id)
        user = await users.get_user(session, account_id, user_id, tools.key_ring)
        check_reach(principal, user.role, body.role or user.role)
        if body.second_factor is False:
            _check_other(principal, user.id)
        if body.name is not None:
            await users.rename(
                session, account_id, user_id, UserDetails(user.email, body.name), tools.key_ring
            )
        if body.role is not None:
            await users.set_role(session, account_id, user_id, body.role)
        ended = 0
        if body.disabled is not None:
            ended = await users.set_disabled(session, account_id, user_id, disabled=body.disabled)
        if body.second_factor is False:
            await remove_second_factor(session, user.id)
        if body.disabled:
            await sign_ins.end_sessions(session, user_id, "disabled")
        detail = body.model_dump(mode="json", exclude={"name"}, exclude_none=True)
        stood = {"role": str(user.role), "disabled": user.disabled_at is not None}
        if was := {name: stood[name] for name in detail.keys() & stood.keys()}:
            detail["was"] = was
        if ended:
            detail["keys_ended"] = ended
        await record_act(session, account_id, principal.actor, "user.changed", user_id, detail)
    return await _shown(tools, account_id, user_id)


@router.post("/{user_id}/link", status_code=201)
async def make_link(user_id: str, tools: Tools, principal: UsersWrite) -> Link:
    """Another link for somebody who lost theirs, or their password; an earlier one is good no more."""
    async with tools.database.transaction() as session:
        await users.lock_people(session, principal.account_id)
        user = await users.get_user(session, principal.account_id, user_id, tools.key_ring)
        check_reach(principal, user.role)
        _check_other(principal, user.id)
        await record_act(session, principal.account_id, principal.actor, "user.link_made", user_id)
        return await _new_link(session, tools, user.id)
