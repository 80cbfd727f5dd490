"""Routes for legal holds: nothing of the person at a number is deleted while one holds, by whomever and for whatever reason."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.leads.default_regions import Region
from api.numbers import OfNumber, number_of
from api.pagination import Page, Paging
from api.permissions import PeopleErase, PeopleRead
from api.request_bodies import Body
from api.routing import Routes
from api.tools import Tools
from database import legal_holds
from database.audit import record_act

router = Routes(prefix="/legal-holds", tags=["people"])


class HoldBody(Body):
    """Of whom nothing may be deleted, and why."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"number": "+14155552671", "reason": "claim 17/2026"}]}
    )
    number: Annotated[str, Field(max_length=60)]
    default_region: Region | None = None
    reason: Annotated[str, Field(min_length=1, max_length=1000)]


class HoldResponse(BaseModel):
    """A hold. number and reason are empty once the person was erased, which only a released hold allows; set_by, released_by: the ids of
    keys or people."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    number: str
    reason: str
    set_by: str
    created_at: datetime
    released_at: datetime | None
    released_by: str | None


class AddedHold(BaseModel):
    """The new hold."""

    id: str


class ReleasedHold(BaseModel):
    """The hold that forbids nothing any more."""

    id: str


@router.post("", status_code=201)
async def set_hold(body: HoldBody, tools: Tools, principal: PeopleErase) -> AddedHold:
    """Forbid to delete anything of a person: erasures end without deleting (more)."""
    number = number_of(body.number, body.default_region, "/number")
    async with tools.database.transaction() as session:
        hold_id = await legal_holds.set_hold(
            session, principal.account_id, number, body.reason, tools.key_ring, set_by=principal.actor
        )
        await record_act(session, principal.account_id, principal.actor, "hold.set", hold_id)
    return AddedHold(id=hold_id)


@router.get("")
async def list_holds(
    tools: Tools,
    principal: PeopleRead,
    paging: Paging,
    number: OfNumber,
) -> Page[HoldResponse]:
    """All holds, newest first, released ones too, or those of one number."""
    async with tools.database.transaction() as session:
        found = await legal_holds.list_holds(
            session,
            principal.account_id,
            tools.key_ring,
            number=number,
            before=paging.before,
            limit=paging.fetch,
        )
    return paging.of(found, HoldResponse.model_validate, lambda hold: hold.id)


@router.post("/{hold_id}/release")
async def release_hold(hold_id: str, tools: Tools, principal: PeopleErase) -> ReleasedHold:
    """Let a hold forbid nothing any more; releasing it twice is no error. What was asked for meanwhile has to be asked for again."""
    async with tools.database.transaction() as session:
        if await legal_holds.release_hold(
            session, principal.account_id, hold_id, released_by=principal.actor, at=tools.now()
        ):
            await record_act(session, principal.account_id, principal.actor, "hold.released", hold_id)
    return ReleasedHold(id=hold_id)
