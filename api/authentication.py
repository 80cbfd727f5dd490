"""Who is asking: a bearer key and the account it acts for.

Keys are made in api_keys.py; which paths need one: middleware.py.
"""

import hmac
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from fastapi.security.utils import get_authorization_scheme_param

from api.errors import NotAuthenticated
from api.tools import ApiTools
from database.api_keys import owner_of_key
from domain.access import Permission
from domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class Principal:
    """The account that asks, the key it asks with (for audit events), and what that may do.

    runs_the_system: it is the key that the processes themselves were given, by whoever runs them for all accounts.
    """

    account_id: AccountId
    key_id: str
    permissions: frozenset[Permission]
    runs_the_system: bool = False


BEARER = HTTPBearer(auto_error=False, description="A key of the account")


async def principal_with(tools: ApiTools, secret: str) -> Principal:
    """The principal who holds this key. Raises NotAuthenticated."""
    async with tools.database.transaction() as session:
        owner = await owner_of_key(session, secret)
    if owner is None:
        raise NotAuthenticated
    own = tools.settings.api_key
    runs_the_system = bool(own) and hmac.compare_digest(secret.encode(), own.encode())
    return Principal(owner.account_id, owner.key_id, owner.permissions, runs_the_system)


async def principal_of(request: Request, tools: ApiTools) -> Principal:
    """The principal whose key this request carries. Raises NotAuthenticated."""
    scheme, secret = get_authorization_scheme_param(request.headers.get("authorization"))
    if scheme.lower() != "bearer" or not secret:
        raise NotAuthenticated
    return await principal_with(tools, secret)


def principal_let_in(request: Request) -> Principal:
    """Whom the door let in (api.middleware); it has asked before anything of the body was read. Raises NotAuthenticated."""
    principal = getattr(request.state, "principal", None)
    if not isinstance(principal, Principal):
        raise NotAuthenticated
    return principal


Authenticated = Annotated[Principal, Depends(principal_let_in)]
"""Whoever asks, whatever they may; a route names what it needs instead (permissions.py)."""
