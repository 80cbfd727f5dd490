"""Routes for the account's bearer keys.

Who asks with one: authentication.py; what is kept of it: database/api_keys.py.
"""

from datetime import datetime
from typing import Annotated

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.authentication import Principal
from api.chosen_moments import check_moment
from api.errors import NotAuthenticated
from api.pagination import Page, Paging
from api.permissions import KeysRead, KeysWrite
from api.request_bodies import Body, Moment
from api.routing import Routes
from api.tools import Tools
from database.api_keys import KeyOwner, KeyRules, add_key, list_keys, owner_of_key, revoke_key
from database.audit import record_act
from database.secret_hashes import new_secret
from database.users import lock_people
from domain.access import SCOPES, Permission
from domain.errors import Conflict, InvalidInput
from domain.networks import MOST, reach_beyond, read_networks

router = Routes(prefix="/api-keys", tags=["keys"])

Written = Annotated[str, StringConstraints(max_length=64)]


class KeyBody(Body):
    """A new key. name: for people; scopes: what it may do, everything that whoever makes it may where they are left out; networks: from
    where it is taken, such as 10.0.0.0/8; expires_at: until when. Networks and end that are left out are those of the key that makes it."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "reporting", "scopes": ["campaigns:read", "calls:read"]}]}
    )
    name: str = Field(min_length=1, max_length=100)
    scopes: list[Permission] | None = Field(None, min_length=1, max_length=len(Permission))
    expires_at: Moment | None = None
    networks: list[Written] | None = Field(None, min_length=1, max_length=MOST)


class NewKey(BaseModel):
    """A key, shown this once."""

    id: str
    key: str


class KeyResponse(BaseModel):
    """A key without its secret.

    prefix: how it begins, empty for one that was made before that was kept; scopes: null for everything; last_used_at: to the minute;
    networks: null for everywhere; made_by: the person or the key, null for one of the installation or from before that was kept.
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
    networks: list[str] | None
    made_by: str | None


@router.post("", status_code=201)
async def create_key(body: KeyBody, tools: Tools, principal: KeysWrite) -> NewKey:
    """Make a key that acts for this account; it may do no more, and lasts no longer, than whoever makes it."""
    if body.expires_at is not None:
        check_moment(body.expires_at, tools.now(), "/expires_at")
    rules = KeyRules(_scopes(body, principal), _networks(body, principal.key), _end(body, principal.key))
    secret = new_secret("ok")
    # Those of whoever runs the system have no maker: they outlive the key that the processes were given.
    maker = None if principal.runs_the_system else principal.actor
    async with tools.database.transaction() as session:
        await lock_people(session, principal.account_id)
        key_id = await add_key(session, principal.account_id, body.name, secret, rules, maker)
        if key_id is None:
            raise NotAuthenticated
        detail: dict[str, object] = {"scopes": None if rules.scopes is None else sorted(rules.scopes)}
        if rules.networks is not None:
            detail["networks"] = len(rules.networks)
        await record_act(session, principal.account_id, principal.actor, "key.created", key_id, detail)
    return NewKey(id=key_id, key=secret)


def _networks(body: KeyBody, maker: KeyOwner | None) -> list[str] | None:
    """From where the new key is taken. Raises InvalidInput for what reaches beyond the key that makes it."""
    bounds = None if maker is None else maker.networks
    if body.networks is None:
        return None if bounds is None else list(bounds)
    wanted = read_networks(body.networks, "/networks")
    if bounds is not None and reach_beyond(wanted, bounds):
        raise InvalidInput(
            "A key is taken from no more networks than the key that makes it; each of these has to lie within one of its own.",
            pointer="/networks",
            code="beyond_own_networks",
        )
    return wanted


def _end(body: KeyBody, maker: KeyOwner | None) -> datetime | None:
    """Until when the new key is good. Raises InvalidInput for what lasts longer than the key that makes it."""
    bound = None if maker is None else maker.expires_at
    if body.expires_at is None or bound is None:
        return body.expires_at or bound
    if body.expires_at > bound:
        raise InvalidInput(
            f"A key lasts no longer than the key that makes it, which ends at {bound.isoformat()}.",
            pointer="/expires_at",
            code="beyond_own_end",
        )
    return body.expires_at


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
    """Refuse this key from now on, and those that it made; the key that asks cannot remove itself."""
    if key_id == principal.actor:
        raise Conflict("A key cannot remove itself; use another one.")
    async with tools.database.transaction() as session:
        own = await owner_of_key(session, tools.settings.api_key)
        await lock_people(session, principal.account_id)
        also = await revoke_key(session, principal.account_id, key_id, tools.now())
        # By itself, or with the key that made it.
        if own is not None and await owner_of_key(session, tools.settings.api_key) is None:
            raise Conflict(
                "This key runs the system, or made the one that does; whoever runs it takes that out of the settings (OUTBOUND_API_KEY)."
            )
        detail = {"also": also} if also else {}
        await record_act(session, principal.account_id, principal.actor, "key.removed", key_id, detail)
    return Response(status_code=204)
