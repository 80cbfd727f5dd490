"""Routes for the account's bearer keys.

Who asks with one: authentication.py; what is kept of it: database/api_keys.py.
"""

from datetime import datetime

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from api.authentication import Principal
from api.chosen_moments import check_moment
from api.pagination import Page, Paging
from api.permissions import KeysRead, KeysWrite
from api.request_bodies import Body, Moment
from api.tools import Tools
from database.api_keys import ensure_key, list_keys, owner_of_key, revoke_key
from database.audit import record_act
from domain.access import SCOPES, Permission
from domain.errors import Conflict, InvalidInput
from startup.secrets import new_secret

router = APIRouter(prefix="/api-keys", tags=["keys"])


class KeyBody(Body):
    """A new key. name: for people; scopes: what it may do, everything that whoever makes it may where they are left out."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "reporting", "scopes": ["campaigns:read", "calls:read"]}]}
    )
    name: str = Field(min_length=1, max_length=100)
    scopes: list[Permission] | None = Field(None, min_length=1, max_length=len(Permission))
    expires_at: Moment | None = None


class NewKey(BaseModel):
    """A key, shown this once."""

    id: str
    key: str


class KeyResponse(BaseModel):
    """A key without its secret.

    prefix: how it begins, empty for one that was made before that was kept; scopes: null for everything; last_used_at: to the minute.
    """

    model_config = ConfigDict(from_attributes=True)
    id: str
    name: str
    prefix: str
    scopes: list[str] | None
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None


@router.post("", status_code=201)
async def create_key(body: KeyBody, tools: Tools, principal: KeysWrite) -> NewKey:
    """Make a key that acts for this account and may do no more than whoever makes it."""
    if body.expires_at is not None:
        check_moment(body.expires_at, tools.now(), "/expires_at")
    scopes = _scopes(body, principal)
    secret = new_secret("ok")
    async with tools.database.transaction() as session:
        key_id = await ensure_key(
            session, principal.account_id, body.name, secret, scopes=scopes, expires_at=body.expires_at
        )
        detail = {"scopes": None if scopes is None else sorted(scopes)}
        await record_act(session, principal.account_id, principal.actor, "key.created", key_id, detail)
    return NewKey(id=key_id, key=secret)


def _scopes(body: KeyBody, principal: Principal) -> frozenset[Permission] | None:
    """What the new key may do; None for everything, as only somebody gives it who may do that. Raises InvalidInput."""
    if body.scopes is None:
        return None if principal.permissions >= SCOPES else principal.permissions & SCOPES
    beyond = sorted(set(body.scopes) - (principal.permissions & SCOPES))
    if beyond:
        raise InvalidInput(
            f"A key may do no more than whoever makes it, who may not: {', '.join(beyond)}.",
            pointer="/scopes",
            code="beyond_own_permissions",
        )
    return frozenset(body.scopes)


@router.get("")
async def show_keys(tools: Tools, principal: KeysRead, paging: Paging) -> Page[KeyResponse]:
    """The account's keys, newest first, without their secrets."""
    async with tools.database.transaction() as session:
        found = await list_keys(session, principal.account_id, before=paging.before, limit=paging.fetch)
    return paging.of(found, KeyResponse.model_validate, lambda key: key.id)


@router.delete("/{key_id}", status_code=204)
async def remove_key(key_id: str, tools: Tools, principal: KeysWrite) -> Response:
    """Refuse this key from now on; the key that asks cannot remove itself."""
    if key_id == principal.actor:
        raise Conflict("A key cannot remove itself; use another one.")
    async with tools.database.transaction() as session:
        own = await owner_of_key(session, tools.settings.api_key)
        if own is not None and own.key_id == key_id:
            raise Conflict(
                "This key runs the system; whoever runs it takes it out of the settings (OUTBOUND_API_KEY)."
            )
        await revoke_key(session, principal.account_id, key_id, tools.now())
        await record_act(session, principal.account_id, principal.actor, "key.removed", key_id)
    return Response(status_code=204)
