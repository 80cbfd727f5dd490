"""Who is asking: a program by its key, or a person by the access token of their session, and the account they act in.

Keys are made in api_keys.py, sessions in sign_in.py; which paths need one: middleware.py; who may do what: permissions.py.
"""

import hmac
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from fastapi.security.utils import get_authorization_scheme_param
from sqlalchemy.ext.asyncio import AsyncSession

from api.errors import AddressNotAllowed, NotAuthenticated
from api.tools import ApiTools
from database.api_keys import KeyOwner, owner_of_key
from database.sign_ins import OpenSession, session_of
from domain.access import Permission
from domain.errors import TamperedOrExpired
from domain.identifiers import AccountId, UserId
from domain.networks import is_within
from startup.access_tokens import looks_like_one


@dataclass(frozen=True, slots=True)
class Principal:
    """The account in which somebody acts, who they are (for audit events), and what they may do.

    actor: a key's id or a person's; signed_in: of a person, None for a program; key: of a program, None for a person; runs_the_system: it
    is the key that the processes themselves were given, by whoever runs them for all accounts.
    """

    account_id: AccountId
    actor: str
    permissions: frozenset[Permission]
    signed_in: OpenSession | None = None
    key: KeyOwner | None = None
    runs_the_system: bool = False

    @property
    def members_only(self) -> UserId | None:
        """The person whose own campaigns alone are shown; None for whoever sees all (database/campaign_members.py)."""
        who = self.signed_in or self.key
        return None if who is None else who.members_only


BEARER = HTTPBearer(auto_error=False, description="A key of the account, or the access token of a person")


async def principal_with(session: AsyncSession, tools: ApiTools, secret: str, host: str) -> Principal:
    """The principal who holds this key or access token and asks from this address. Raises NotAuthenticated, AddressNotAllowed."""
    if looks_like_one(secret):
        return await _person_with(session, tools, secret)
    owner = await owner_of_key(session, secret)
    if owner is None:
        raise NotAuthenticated
    if owner.networks is not None and not is_within(host, owner.networks):
        raise AddressNotAllowed
    own = tools.settings.api_key
    runs_the_system = bool(own) and hmac.compare_digest(secret.encode(), own.encode())
    return Principal(
        owner.account_id, owner.key_id, owner.permissions, key=owner, runs_the_system=runs_the_system
    )


async def _person_with(session: AsyncSession, tools: ApiTools, token: str) -> Principal:
    try:
        session_id = tools.access_tokens.session_of(token, tools.now())
    except TamperedOrExpired:
        raise NotAuthenticated from None
    signed_in = await session_of(session, session_id)
    if signed_in is None:
        raise NotAuthenticated
    return Principal(signed_in.account_id, signed_in.user_id, signed_in.permissions, signed_in)


def secret_of(request: Request) -> str:
    """The key or token that this request carries. Raises NotAuthenticated."""
    scheme, secret = get_authorization_scheme_param(request.headers.get("authorization"))
    if scheme.lower() != "bearer" or not secret:
        raise NotAuthenticated
    return secret


def principal_let_in(request: Request) -> Principal:
    """Whom the door let in (api.middleware); it has asked before anything of the body was read. Raises NotAuthenticated."""
    principal = getattr(request.state, "principal", None)
    if not isinstance(principal, Principal):
        raise NotAuthenticated
    return principal


async def _let_in(request: Request) -> Principal:
    return principal_let_in(request)


Authenticated = Annotated[Principal, Depends(_let_in)]
"""Whoever asks, whatever they may; a route names what it needs instead (permissions.py)."""
