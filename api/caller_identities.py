"""Routes for caller identities: the numbers that the account may show, and whether their carriers call them its own.

Rows: database/caller_identities.py; which of them a call shows: domain/caller_identities.py.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Final, Literal

import structlog
from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from api.leads.default_regions import Region
from api.pagination import Page, Paging
from api.permissions import TrunksRead, TrunksWrite
from api.request_bodies import Body
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import caller_identities
from database.audit import record_act
from database.caller_identities import CallerView, DueQuestion
from domain.caller_identities import CallerIdentity, series_rules
from domain.campaigns import Purpose
from domain.errors import InvalidInput, NotFound
from providers.errors import ProviderError

router = Routes(prefix="/caller-identities", tags=["trunks"])
log = structlog.get_logger()
_CARRIER: Final = "carrier"

Standing = Literal["asked", "owned", "verified", "not_held", "unheard"]


class CallerBody(Body):
    """A number to show. purposes: of the campaigns that may show it; countries: of the people who see it, none for all of them.

    Its carrier is asked within seconds whether the number is the account's, and each day again; before it says so nobody is called from it.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "connection_id": "conn_01kaj0y5d7t8c9v0w1x2y3z4a8",
                    "number": "+14155552671",
                    "purposes": ["survey", "service"],
                    "countries": ["US"],
                }
            ]
        }
    )
    connection_id: str = Field(max_length=60)
    number: str = Field(max_length=20)
    purposes: Annotated[list[Purpose], Field(min_length=1, max_length=3)]
    countries: Annotated[list[Region], Field(max_length=250)] = Field(default_factory=list)


class CallerResponse(BaseModel):
    """A number to show. series: of its country's number plan, "own" for one of none. standing: "asked" (its carrier has not answered yet),
    "owned" or "verified" by its carrier's word, "not_held" (the carrier does not call it the account's), "unheard" (it has not answered for a
    week); only with owned and verified anybody is called from it.
    """

    id: str
    connection_id: str
    number: str
    series: str
    purposes: Sequence[Purpose]
    countries: Sequence[str]
    standing: Standing
    asked_at: datetime | None
    verified_at: datetime | None
    created_at: datetime

    @classmethod
    def of(cls, view: CallerView, now: datetime) -> "CallerResponse":
        """The number as it is shown."""
        there = view.identity
        return cls(
            id=there.id,
            connection_id=there.connection_id,
            number=there.number,
            series=series_rules().series_of(there.number),
            purposes=there.purposes,
            countries=there.countries,
            standing=_standing(view, now),
            asked_at=view.asked_at,
            verified_at=there.verified_at,
            created_at=view.created_at,
        )


def _standing(view: CallerView, now: datetime) -> Standing:
    if view.asked_at is None:
        return "asked"
    if view.held_as is None:
        return "not_held"
    if not view.identity.is_verified(now):
        return "unheard"
    return "owned" if view.held_as == "owned" else "verified"


@router.post("", status_code=201)
async def create_caller_identity(body: CallerBody, tools: Tools, principal: TrunksWrite) -> CallerResponse:
    """Add a number that campaigns may show."""
    purposes = tuple(dict.fromkeys(body.purposes))
    series_rules().check(body.number, purposes)
    wanted = CallerIdentity(
        "", body.number, body.connection_id, purposes, tuple(sorted(set(body.countries))), None
    )
    async with tools.database.transaction() as session:
        try:
            added = await caller_identities.add_caller(session, principal.account_id, wanted)
        except NotFound as error:
            raise InvalidInput(str(error), pointer="/connection_id", code="unknown_connection") from error
        await record_act(
            session, principal.account_id, principal.actor, "caller_identity.created", added.identity.id
        )
    return CallerResponse.of(added, tools.now())


@router.get("")
async def list_caller_identities(tools: Tools, principal: TrunksRead, paging: Paging) -> Page[CallerResponse]:
    """The account's numbers, newest first."""
    async with tools.database.transaction() as session:
        found = await caller_identities.list_callers(
            session, principal.account_id, before=paging.before, limit=paging.fetch
        )
    now = tools.now()
    return paging.of(found, lambda view: CallerResponse.of(view, now), lambda view: view.identity.id)


@router.get("/{caller_id}")
async def show_caller_identity(caller_id: str, tools: Tools, principal: TrunksRead) -> CallerResponse:
    """One number."""
    async with tools.database.transaction() as session:
        found = await caller_identities.get_caller(session, principal.account_id, caller_id)
    return CallerResponse.of(found, tools.now())


@router.post("/{caller_id}/verification")
async def verify_caller_identity(caller_id: str, tools: Tools, principal: TrunksWrite) -> CallerResponse:
    """Have the number's carrier asked now; the answer is there within seconds (`GET`)."""
    async with tools.database.transaction() as session:
        found = await caller_identities.ask_anew(session, principal.account_id, caller_id)
        await record_act(
            session, principal.account_id, principal.actor, "caller_identity.asked", found.identity.id
        )
    return CallerResponse.of(found, tools.now())


@router.delete("/{caller_id}", status_code=204)
async def remove_caller_identity(caller_id: str, tools: Tools, principal: TrunksWrite) -> Response:
    """Show the number no more, from the next dial on; campaigns that may show no other wait."""
    async with tools.database.transaction() as session:
        await caller_identities.remove_caller(session, principal.account_id, caller_id)
        await record_act(session, principal.account_id, principal.actor, "caller_identity.removed", caller_id)
    return Response(status_code=204)


async def ask_carriers(tools: ApiTools) -> None:
    """Ask the carriers of the numbers that are due whether they are their accounts'; part of the upkeep.

    One that cannot be asked is asked again soon, and its number stays what it was.
    """
    async with tools.database.transaction() as session:
        due = await caller_identities.take_due_questions(session)
    for asked in due:
        try:
            telephony = await tools.connections.telephony(asked.connection)
            held_as = await telephony.carrier.holds(asked.number)
        except ProviderError as error:
            log.warning("caller_identity.not_asked", caller_id=asked.caller_id, error=type(error).__name__)
            continue
        await _store(tools, asked, held_as)


async def _store(tools: ApiTools, asked: DueQuestion, held_as: str | None) -> None:
    account_id = asked.connection.account_id
    async with tools.database.transaction() as session:
        if await caller_identities.store_answer(session, account_id, asked.caller_id, held_as=held_as):
            act = "caller_identity.lost" if held_as is None else "caller_identity.verified"
            await record_act(session, account_id, _CARRIER, act, asked.caller_id)
