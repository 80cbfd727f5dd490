"""Routes that show calls and end them. New ones are made in outbound.py; what was said is shown by transcripts.py."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from api.authentication import Principal
from api.calls.transcripts import Told, told_by
from api.errors import WorkflowGone
from api.pagination import Page, PageRequest, Paging
from api.permissions import CallsListed, CallsPlace, CallsRead
from api.request_bodies import Body, OutcomeName
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import call_views, decisions
from database.audit import record_act
from database.call_views import CallFilter, CallView, EventView
from database.campaigns import get_campaign
from database.closing import close_undialled
from database.transcript_views import conversations_of
from domain.access import Permission
from domain.calls import CallOrder, CallState, Cancellation
from domain.conversations import Sentiment
from domain.errors import IllegalTransition
from domain.identifiers import call_workflow_id
from domain.outcomes import TechnicalResult
from domain.phone_numbers import masked

router = Routes(tags=["calls"])


class CallResponse(BaseModel):
    """A planned call with all its attempts. why: what it waits for, or why it ended; outcome: a
    built-in one or one of its script's own; sentiment, language: of its last
    conversation's end; disclosed_at_ms: when the disclosure had been heard in it, counted from its beginning, null if it
    was not, or there was no conversation.
    """

    id: str
    campaign_id: str | None
    lead_id: str
    trunk_id: str
    agent_id: str
    direction: str
    number: str
    name: str
    state: CallState
    why: str
    result: TechnicalResult | None
    outcome: str | None
    sentiment: Sentiment | None
    language: str | None
    disclosed_at_ms: int | None
    needs_review: bool
    attempts: int
    duration_seconds: int | None
    not_before: datetime | None
    next_attempt_at: datetime | None
    created_at: datetime
    closed_at: datetime | None


class AttemptResponse(BaseModel):
    """One dial."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    number: int
    state: str
    result: str | None
    reason: str | None
    carrier_call_id: str | None
    machine_hint: str | None
    placing_at: datetime | None
    answered_at: datetime | None
    ended_at: datetime | None
    duration_seconds: int | None


class EventResponse(BaseModel):
    """Something that happened on a call."""

    model_config = ConfigDict(from_attributes=True)
    id: int
    seq: int | None
    kind: str
    attempt_id: str | None
    detail: Mapping[str, Any]
    occurred_at: datetime


class DecisionResponse(BaseModel):
    """Why somebody was, or was not, contacted then; consent_id: the consent that it rests on, null where none is needed."""

    model_config = ConfigDict(from_attributes=True)
    id: int
    attempt: int
    channel: str
    verdict: str
    until: datetime | None
    reasons: Any
    rule_set: str
    consent_id: str | None
    decided_at: datetime


class CallDetail(CallResponse, Told):
    """A call with what its last conversation told."""


class CancelBody(Body):
    """Why the call is ended; for people."""

    reason: str = Field("cancelled by the operator", min_length=1, max_length=200)


def show(call: CallView) -> CallResponse:
    """A call for people."""
    fields = {
        name: getattr(call, name) for name in CallResponse.model_fields if name not in ("number", "name")
    }
    return CallResponse(**fields, number=call.person.number, name=call.person.name)


class _Wanted(BaseModel):
    state: CallState | None = None
    outcome: OutcomeName | None = None
    result: TechnicalResult | None = None
    sentiment: Sentiment | None = None
    needs_review: bool = False


@router.get("/calls")
async def list_calls(
    tools: Tools, principal: CallsListed, paging: Paging, wanted: Annotated[_Wanted, Query()]
) -> Page[CallResponse]:
    """The account's calls, newest first."""
    theirs = CallFilter(**wanted.model_dump(), members_only=principal.members_only)
    return await _page(tools, principal, paging, theirs)


@router.get("/campaigns/{campaign_id}/calls")
async def list_campaign_calls(
    campaign_id: str,
    tools: Tools,
    principal: CallsRead,
    paging: Paging,
    wanted: Annotated[_Wanted, Query()],
) -> Page[CallResponse]:
    """The campaign's calls, newest first."""
    async with tools.database.transaction() as session:
        await get_campaign(session, principal.account_id, campaign_id)
    return await _page(tools, principal, paging, CallFilter(campaign_id=campaign_id, **wanted.model_dump()))


async def _page(
    tools: ApiTools, principal: Principal, paging: PageRequest, wanted: CallFilter
) -> Page[CallResponse]:
    async with tools.database.transaction() as session:
        found = await call_views.list_calls(
            session, principal.account_id, tools.key_ring, wanted, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, show, lambda call: call.id)


@router.get("/calls/{call_id}")
async def show_call(call_id: str, tools: Tools, principal: CallsRead) -> CallDetail:
    """One call, what its last conversation told first: nothing of it for whoever may not read transcripts."""
    async with tools.database.transaction() as session:
        call = await call_views.get_call(session, principal.account_id, call_id, tools.key_ring)
        held = await conversations_of(session, principal.account_id, call_id, tools.key_ring)
    may_read = Permission.TRANSCRIPTS_READ in principal.permissions
    told = told_by(held[-1].content) if held and may_read else Told(summary=None, fields=())
    return CallDetail(**dict(told), **dict(show(call)))


@router.get("/calls/{call_id}/attempts")
async def show_attempts(call_id: str, tools: Tools, principal: CallsRead) -> list[AttemptResponse]:
    """The call's dials, first one first."""
    async with tools.database.transaction() as session:
        await call_views.get_call(session, principal.account_id, call_id, tools.key_ring)
        found = await call_views.attempts_of(session, principal.account_id, call_id)
    return [AttemptResponse.model_validate(attempt) for attempt in found]


@router.get("/calls/{call_id}/events")
async def show_events(
    call_id: str, tools: Tools, principal: CallsRead, paging: Paging
) -> Page[EventResponse]:
    """What happened on the call, in the order it was stored."""
    async with tools.database.transaction() as session:
        await call_views.get_call(session, principal.account_id, call_id, tools.key_ring)
        found = await call_views.events_of(
            session, principal.account_id, call_id, after=int(paging.before or 0), limit=paging.fetch
        )
    return paging.of(found, EventResponse.model_validate, _event_id)


def _event_id(event: EventView) -> int:
    return event.id


@router.get("/calls/{call_id}/decisions")
async def show_decisions(call_id: str, tools: Tools, principal: CallsRead) -> list[DecisionResponse]:
    """Every decision whether the person may be contacted, with its reasons and rule set."""
    async with tools.database.transaction() as session:
        await call_views.get_call(session, principal.account_id, call_id, tools.key_ring)
        found = await decisions.decisions_of(session, principal.account_id, call_id)
    return [DecisionResponse.model_validate(decision) for decision in found]


@router.post("/calls/{call_id}/cancel", status_code=202)
async def cancel_call(
    call_id: str, tools: Tools, principal: CallsPlace, body: CancelBody | None = None
) -> CallResponse:
    """End the call: a live leg is hung up, a waiting call is never made. A call cancelled before answers as it is."""
    reason = (body or CancelBody()).reason
    async with tools.database.transaction() as session:
        call = await call_views.get_call(session, principal.account_id, call_id, tools.key_ring)
        if call.state == CallState.CLOSED:
            return _already_closed(call)
        await record_act(session, principal.account_id, principal.actor, "call.cancelled", call_id)
    await end_call(tools, principal, call, reason)
    async with tools.database.transaction() as session:
        return show(await call_views.get_call(session, principal.account_id, call_id, tools.key_ring))


def _already_closed(call: CallView) -> CallResponse:
    if call.result != TechnicalResult.CANCELLED:
        raise IllegalTransition("call", call.state, "cancel", ())
    return show(call)


async def end_call(tools: ApiTools, principal: Principal, call: CallView, reason: str) -> None:
    """Ask the call's workflow to end it; a call whose workflow never began, or is gone, is closed here.

    Closing the row first and then starting the workflow settles both orders: its first step finds a final row. One that
    began meanwhile and has dialled is asked again.
    """
    workflow_id = call_workflow_id(call.id, call.campaign_id, call.lead_id)
    try:
        await tools.workflows.cancel_call(workflow_id, Cancellation(reason))
    except WorkflowGone:
        async with tools.database.transaction() as session:
            is_closed = await close_undialled(
                session, principal.account_id, call.id, result=TechnicalResult.CANCELLED, why=reason
            )
        if not is_closed:
            with suppress(WorkflowGone):
                await tools.workflows.cancel_call(workflow_id, Cancellation(reason))
        order = CallOrder(principal.account_id, call.id, call.trunk_id, call.campaign_id)
        await tools.workflows.start_call(
            order, call.lead_id, masked_number=masked(call.person.number), not_before=None
        )
