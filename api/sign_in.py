"""Routes by which people sign in, stay signed in and sign out. A browser's and a telephone's program are alike: no cookies.

What follows from failed tries: domain/sign_in_limits.py; sessions and tokens: database/sign_ins.py; a person's own: me.py.
"""

import math
from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

from api.errors import LinkRefused, NoMail, RefreshRefused, SecondFactorNeeded, SignInRefused, TooManyTries
from api.networks import network_hash
from api.permissions import Self
from api.request_bodies import Body
from api.tools import ApiTools, Tools
from database import sign_ins, users
from database.audit import record_act
from database.second_factors import has_second_factor, use_code
from database.secret_hashes import new_secret
from database.sign_ins import Credentials, OpenSession
from domain.errors import InvalidInput
from domain.identifiers import SessionId, UserId
from domain.letters import ResetOrder
from domain.passwords import LONGEST, weakness
from domain.sign_in_limits import left_to_wait

router = APIRouter(prefix="/auth", tags=["sign-in"])

Email = Annotated[str, Field(min_length=3, max_length=254)]
Password = Annotated[str, Field(min_length=1, max_length=LONGEST)]
Code = Annotated[str, Field(min_length=1, max_length=40)]
Token = Annotated[str, Field(min_length=1, max_length=200)]
AccountName = Annotated[str, Field(min_length=1, max_length=64)]

_LONGEST_DEVICE: Final = 200


_OF_HERS: Final = "a password of hers"


class LoginBody(Body):
    """Who signs in. code: of the second factor, for whoever has one; account: its id, for whoever has this address in several."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"email": "ada@example.com", "password": _OF_HERS}]}
    )
    email: Email
    password: Password
    code: Code | None = None
    account: AccountName | None = None


class RefreshBody(Body):
    """The refresh token of the last answer; it is good once."""

    refresh_token: Token


class AcceptBody(Body):
    """The token of a one-time link, and the password to sign in by from now on. code: of the second factor, for whoever has one."""

    token: Token
    password: Password
    code: Code | None = None


class ResetBody(Body):
    """Who forgot a password."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"email": "ada@example.com"}]})
    email: Email


class ResetAsked(BaseModel):
    """That a letter is on its way, if there is anybody to write to."""

    detail: str = "If somebody signs in by a password under this address, a letter is on its way to them."


class SignedIn(BaseModel):
    """The access token goes into the Authorization header, as a key does; the refresh token brings the next answer like this one.

    expires_in: seconds until the access token ends; session_ends_in: seconds until one has to sign in again.
    """

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"
    expires_in: int
    refresh_token: str
    session_ends_in: int


@router.post("/login")
async def sign_in(body: LoginBody, request: Request, tools: Tools) -> SignedIn:
    """Sign in; an address that nobody has is answered like a wrong password, and as late."""
    address = users.email_hash(body.email, tools.key_ring)
    async with tools.database.transaction() as session:
        found = await sign_ins.credentials_of(session, address, body.account)
    await count_try(tools, found.user_id if found else None, body.email, network_hash(request, tools))
    is_right = await tools.passwords.is_right(found.password_hash if found else None, body.password)
    if found is None or not is_right:
        raise SignInRefused
    async with tools.database.transaction() as session:
        await check_code(session, tools, found.user_id, body.code)
    return await open_session(request, tools, found)


@router.post("/accept")
async def accept_link(body: AcceptBody, request: Request, tools: Tools) -> SignedIn:
    """Come in by a one-time link: choose a password, and be signed in. Sessions that were open before end."""
    async with tools.database.transaction() as session:
        invited = await users.invited_by(session, body.token, tools.key_ring)
    if invited is None:
        raise LinkRefused
    check_password(body.password, invited.names())
    await count_try(tools, invited.id, invited.details.email, network_hash(request, tools))
    password_hash = await tools.passwords.hash(body.password)
    async with tools.database.transaction() as session:
        await users.lock_people(session, invited.account_id)
        await check_code(session, tools, invited.id, body.code)
        if not await users.use_link(session, body.token):
            raise LinkRefused
        await users.set_password(session, invited.id, password_hash)
        await sign_ins.end_sessions(session, invited.id, "password")
        await record_act(session, invited.account_id, invited.id, "user.came_in", invited.id)
    known = Credentials(invited.id, invited.account_id, password_hash)
    return await open_session(request, tools, known)


@router.post("/password-reset", status_code=202)
async def ask_for_reset(body: ResetBody, request: Request, tools: Tools) -> ResetAsked:
    """Have a letter sent with a link that is good for an hour, once, at POST /api/auth/accept; one letter within five minutes.

    An address that nobody has is answered alike, and so is one whose people sign in otherwise.
    """
    if not tools.settings.mail_url:
        raise NoMail
    await count_ask(tools, body.email, network_hash(request, tools))
    await tools.workflows.start_reset(ResetOrder(users.email_hash(body.email, tools.key_ring).hex()))
    return ResetAsked()


@router.post("/refresh")
async def refresh(body: RefreshBody, tools: Tools) -> SignedIn:
    """The next tokens of a session. Each refresh token is good once: used again later it ends the session, whoever used it."""
    new_token = new_secret("or")
    async with tools.database.transaction() as session:
        found = await sign_ins.exchange_token(session, body.refresh_token, new_token)
    if found is None:
        raise RefreshRefused
    return _signed_in(tools, found.user_id, found.id, new_token, found.ends_at - tools.now())


@router.post("/logout", status_code=204)
async def sign_out(tools: Tools, signed_in: Self) -> Response:
    """End this session, in all places that use it."""
    async with tools.database.transaction() as session:
        await end_own_session(session, signed_in, signed_in.id, "sign_out")
    return Response(status_code=204)


async def end_own_session(session: AsyncSession, signed_in: OpenSession, session_id: str, why: str) -> None:
    """End a session of whoever is signed in; one that is over stays as it ended. Raises NotFound."""
    if await sign_ins.end_session(session, signed_in.user_id, session_id, why):
        await record_act(
            session, signed_in.account_id, signed_in.user_id, "session.ended", session_id, {"by": why}
        )


async def open_session(request: Request, tools: ApiTools, known: Credentials) -> SignedIn:
    """For somebody whose password was compared, or for whom their provider vouched, and code if they have a second factor.

    Whom a provider vouched for is asked again after a day: it may do so no more. Raises SignInRefused.
    """
    token, life = new_secret("or"), tools.settings.session_life
    if known.identity_id is not None:
        life = min(life, tools.settings.access_token_life)
    network = network_hash(request, tools)
    async with tools.database.transaction() as session:
        session_id = await sign_ins.open_session(
            session,
            known,
            token,
            ends_at=tools.now() + life,
            network_hash=network,
            device=request.headers.get("user-agent", "")[:_LONGEST_DEVICE],
            key_ring=tools.key_ring,
        )
        if session_id is None:
            raise SignInRefused
        await sign_ins.forgive(session, users.tries_hash(known.user_id, tools.key_ring), network)
        detail = {} if known.identity_id is None else {"by": "provider"}
        await record_act(session, known.account_id, known.user_id, "session.opened", session_id, detail)
    return _signed_in(tools, known.user_id, session_id, token, life)


def _signed_in(
    tools: ApiTools, user_id: UserId, session_id: SessionId, refresh_token: str, left: timedelta
) -> SignedIn:
    return SignedIn(
        access_token=tools.access_tokens.issue(user_id, session_id, tools.now()),
        expires_in=int(tools.access_tokens.life.total_seconds()),
        refresh_token=refresh_token,
        session_ends_in=int(left.total_seconds()),
    )


async def count_ask(tools: ApiTools, email: str, network: bytes) -> None:
    """Note that a letter was asked for: whoever asks for many waits as after tries that failed. Raises TooManyTries."""
    await _begin_try(tools, None, users.resets_hash(email, tools.key_ring), network)


async def count_try(tools: ApiTools, user_id: UserId | None, email: str, network: bytes) -> None:
    """Note a try before it is known how it ends. user_id: None where nobody has this address. Raises TooManyTries, which is no try."""
    ring = tools.key_ring
    person = users.email_hash(email, ring) if user_id is None else users.tries_hash(user_id, ring)
    await _begin_try(tools, user_id, person, network)


async def _begin_try(tools: ApiTools, user_id: UserId | None, person: bytes, network: bytes) -> None:
    async with tools.database.transaction() as session:
        begun = await sign_ins.begin_try(session, user_id, person, network)
        if seconds := math.ceil(left_to_wait(begun.failed, begun.now).total_seconds()):
            raise TooManyTries(seconds)


async def check_code(session: AsyncSession, tools: ApiTools, user_id: UserId, code: str | None) -> None:
    """Use a code of the second factor of whoever has one. Raises SecondFactorNeeded without one, SignInRefused for a wrong one."""
    if not await has_second_factor(session, user_id):
        return
    if code is None:
        raise SecondFactorNeeded
    if not await use_code(session, user_id, code, tools.key_ring, tools.now()):
        raise SignInRefused


def check_password(password: str, names: Iterable[str]) -> None:
    """Raises InvalidInput for one that is not taken."""
    if (why := weakness(password, names)) is not None:
        raise InvalidInput(why, pointer="/password", code="weak_password")
