"""Who is asking: a bearer key and the account it acts for."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.tools import ApiTools, Tools
from database.api_keys import owner_of_key
from domain.errors import OutboundError
from domain.identifiers import AccountId


class NotAuthenticated(OutboundError):
    """This needs a valid key in the header: Authorization: Bearer KEY."""

    code = "not_authenticated"


@dataclass(frozen=True, slots=True)
class Asker:
    """The account that asks, and the key it asks with (for audit events)."""

    account_id: AccountId
    key_id: str


_BEARER = HTTPBearer(auto_error=False, description="A key of the account")


async def asker_with(tools: ApiTools, secret: str) -> Asker:
    """The asker who holds this key. Raises NotAuthenticated."""
    async with tools.database.transaction() as session:
        owner = await owner_of_key(session, secret)
    if owner is None:
        raise NotAuthenticated
    return Asker(owner.account_id, owner.key_id)


async def _authenticated(
    tools: Tools, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]
) -> Asker:
    if credentials is None:
        raise NotAuthenticated
    return await asker_with(tools, credentials.credentials)


Authenticated = Annotated[Asker, Depends(_authenticated)]
