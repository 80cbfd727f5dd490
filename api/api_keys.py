"""Routes for the account's bearer keys.

Who asks with one: authentication.py; what is kept of it: database/api_keys.py.
"""

import secrets
from datetime import datetime

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from api.authentication import Authenticated
from api.pagination import Page, Paging
from api.request_bodies import Body
from api.tools import Tools
from database.api_keys import ensure_key, list_keys, revoke_key
from database.audit import record_act
from domain.errors import Conflict

router = APIRouter(prefix="/api-keys", tags=["keys"])


class KeyBody(Body):
    """A new key; the name is for people."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "reporting"}]})
    name: str = Field(min_length=1, max_length=100)


class NewKey(BaseModel):
    """A key, shown this once."""

    id: str
    key: str


class KeyResponse(BaseModel):
    """A key without its secret."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    name: str
    created_at: datetime
    revoked_at: datetime | None


def new_secret() -> str:
    """A key that nobody guesses: 192 bits of chance."""
    return f"ok_{secrets.token_hex(24)}"


@router.post("", status_code=201)
async def create_key(body: KeyBody, tools: Tools, principal: Authenticated) -> NewKey:
    """Make a key that acts for this account."""
    secret = new_secret()
    async with tools.database.transaction() as session:
        key_id = await ensure_key(session, principal.account_id, body.name, secret)
        await record_act(session, principal.account_id, principal.key_id, "key.created", key_id)
    return NewKey(id=key_id, key=secret)


@router.get("")
async def show_keys(tools: Tools, principal: Authenticated, paging: Paging) -> Page[KeyResponse]:
    """The account's keys, newest first, without their secrets."""
    async with tools.database.transaction() as session:
        found = await list_keys(session, principal.account_id, before=paging.before, limit=paging.fetch)
    return paging.of(found, KeyResponse.model_validate, lambda key: key.id)


@router.delete("/{key_id}", status_code=204)
async def remove_key(key_id: str, tools: Tools, principal: Authenticated) -> Response:
    """Refuse this key from now on; the key that asks cannot remove itself."""
    if key_id == principal.key_id:
        raise Conflict("A key cannot remove itself; use another one.")
    async with tools.database.transaction() as session:
        await revoke_key(session, principal.account_id, key_id, tools.now())
        await record_act(session, principal.account_id, principal.key_id, "key.removed", key_id)
    return Response(status_code=204)
