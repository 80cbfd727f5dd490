"""Routes for whoever is signed in: who they are, their sessions, their password."""

from datetime import datetime

from fastapi import Request, Response
from pydantic import BaseModel, ConfigDict

from api.errors import SignInRefused
from api.networks import network_hash
from api.pagination import Page, Paging
from api.permissions import Self
from api.request_bodies import Body
from api.routing import Routes
from api.sign_in import Password, check_password, count_try, end_own_session
from api.tools import ApiTools, Tools
from database import sign_ins, users
from database.audit import record_act
from database.sign_ins import OpenSession
from database.users import UserDetails, UserView, names_of
from domain.access import MAY, Role

router = Routes(tags=["sign-in"])


class MeResponse(BaseModel):
    """Who is signed in, and what they may do. account_id: named at POST /api/auth/login by whoever has this address in several."""

    id: str
    account_id: str
    email: str
    name: str
    role: Role
    permissions: list[str]
    has_second_factor: bool


class PasswordBody(Body):
    """The password so far, and the one from now on."""

    current: Password
    password: Password


class SessionResponse(BaseModel):
    """A session that is open. device: what the program calls itself; last_seen_at: to the minute; current: the one that asks."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    device: str
    created_at: datetime
    last_seen_at: datetime
    ends_at: datetime
    current: bool


@router.get("/me")
async def show_me(tools: Tools, signed_in: Self) -> MeResponse:
    """Who is signed in."""
    async with tools.database.transaction() as session:
        user = await users.get_user(session, signed_in.account_id, signed_in.user_id, tools.key_ring)
    return MeResponse(
        id=user.id,
        account_id=user.account_id,
        email=user.email,
        name=user.name,
        role=user.role,
        permissions=sorted(MAY[user.role]),
        has_second_factor=user.has_second_factor,
    )


@router.post("/me/password", status_code=204)
async def change_password(body: PasswordBody, request: Request, tools: Tools, signed_in: Self) -> Response:
    """Choose another password; all other sessions end."""
    user, compared = await confirm_password(request, tools, signed_in, body.current)
    check_password(body.password, names_of(UserDetails(user.email, user.name)))
    password_hash = await tools.passwords.hash(body.password)
    async with tools.database.transaction() as session:
        await users.lock_people(session, signed_in.account_id)
        if not await users.replace_password(session, signed_in.user_id, compared, password_hash):
            raise SignInRefused
        await sign_ins.end_sessions(session, signed_in.user_id, "password", but=signed_in.id)
        await record_act(
            session, signed_in.account_id, signed_in.user_id, "password.changed", signed_in.user_id
        )
    return Response(status_code=204)


async def confirm_password(
    request: Request, tools: ApiTools, signed_in: OpenSession, typed: str
) -> tuple[UserView, str]:
    """Who is signed in, once they typed their password again, and the hash it was compared with: a telephone that somebody left is not
    theirs. Raises TooManyTries, SignInRefused."""
    async with tools.database.transaction() as session:
        user = await users.get_user(session, signed_in.account_id, signed_in.user_id, tools.key_ring)
        kept = await sign_ins.password_hash_of(session, signed_in.user_id)
    network = network_hash(request, tools)
    await count_try(tools, signed_in.user_id, user.email, network)
    if not await tools.passwords.is_right(kept, typed) or kept is None:
        raise SignInRefused
    async with tools.database.transaction() as session:
        await sign_ins.forgive(session, users.tries_hash(signed_in.user_id, tools.key_ring), network)
    return user, kept


@router.get("/sessions")
async def list_sessions(tools: Tools, signed_in: Self, paging: Paging) -> Page[SessionResponse]:
    """Where one is signed in, newest first."""
    async with tools.database.transaction() as session:
        found = await sign_ins.list_sessions(
            session, signed_in.user_id, tools.key_ring, before=paging.before, limit=paging.fetch
        )
    return paging.of(
        found,
        lambda each: SessionResponse(
            id=each.id,
            device=each.device,
            created_at=each.created_at,
            last_seen_at=each.last_seen_at,
            ends_at=each.ends_at,
            current=each.id == signed_in.id,
        ),
        lambda each: each.id,
    )


@router.delete("/sessions/{session_id}", status_code=204)
async def end_session(session_id: str, tools: Tools, signed_in: Self) -> Response:
    """End one of one's own sessions, such as of a telephone that was lost."""
    async with tools.database.transaction() as session:
        await end_own_session(session, signed_in, session_id, "removed")
    return Response(status_code=204)
