"""Routes for calls with a chosen moment: list, reschedule, cancel.

Made in outbound.py; waited for by workflows/call.py.
"""

from datetime import datetime

from pydantic import ConfigDict

from api.calls.routes import CallResponse, end_call, show
from api.chosen_moments import check_moment
from api.etags import edit_of
from api.pagination import Page, Paging
from api.permissions import CallsListed, CallsPlace, CallsRead
from api.request_bodies import Body, Moment
from api.routing import Routes
from api.tools import Tools
from database import call_views
from database.audit import record_act
from database.call_views import CallView
from domain.calls import CallState, Reschedule
from domain.errors import Conflict, IllegalTransition
from domain.identifiers import call_workflow_id
from domain.outcomes import TechnicalResult

router = Routes(prefix="/scheduled-calls", tags=["scheduled calls"])
_REASON = "cancelled by the operator"


class MomentBody(Body):
    """When to call instead."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"at": "2027-01-15T16:30:00Z"}]})
    at: Moment


@router.get("")
async def list_scheduled(tools: Tools, principal: CallsListed, paging: Paging) -> Page[CallResponse]:
    """Calls that wait for a moment that was chosen, by an operator or by the person, the next one first."""
    async with tools.database.transaction() as session:
        found = await call_views.list_scheduled(
            session,
            principal.account_id,
            tools.key_ring,
            after=_read(paging.before),
            limit=paging.fetch,
            members_only=principal.members_only,
        )
    return paging.of(found, show, _position)


def _position(call: CallView) -> str:
    assert call.not_before is not None
    return f"{call.not_before.isoformat()}|{call.id}"


def _read(position: str | None) -> tuple[datetime, str] | None:
    if position is None:
        return None
    moment, _, call_id = position.partition("|")
    return datetime.fromisoformat(moment), call_id


@router.get("/{call_id}")
async def show_scheduled(call_id: str, tools: Tools, principal: CallsRead) -> CallResponse:
    """One scheduled call."""
    async with tools.database.transaction() as session:
        return show(await call_views.get_call(session, principal.account_id, call_id, tools.key_ring))


@router.patch("/{call_id}")
@edit_of(show_scheduled, in_turn=True)
async def reschedule_call(
    call_id: str, body: MomentBody, tools: Tools, principal: CallsPlace
) -> CallResponse:
    """Choose another moment for a call that is still waiting."""
    check_moment(body.at, tools.now())
    async with tools.database.transaction() as session:
        call = await call_views.get_call(session, principal.account_id, call_id, tools.key_ring)
        if call.not_before is None:
            raise Conflict("This call was not scheduled for a moment.")
        if call.state not in (CallState.CLAIMED, CallState.WAITING, CallState.QUEUED):
            raise IllegalTransition("call", call.state, "reschedule", _legal(call))
        act = await record_act(session, principal.account_id, principal.actor, "call.rescheduled", call_id)
    workflow_id = call_workflow_id(call.id, call.campaign_id, call.lead_id)
    await tools.workflows.reschedule_call(workflow_id, Reschedule(body.at, act))
    async with tools.database.transaction() as session:
        return show(await call_views.get_call(session, principal.account_id, call_id, tools.key_ring))


def _legal(call: CallView) -> tuple[str, ...]:
    return () if call.state == CallState.CLOSED else ("cancel",)


@router.delete("/{call_id}", status_code=202)
async def cancel_scheduled(call_id: str, tools: Tools, principal: CallsPlace) -> CallResponse:
    """Never make the call; one that was cancelled before answers as it is."""
    async with tools.database.transaction() as session:
        call = await call_views.get_call(session, principal.account_id, call_id, tools.key_ring)
        if call.state == CallState.CLOSED:
            if call.result != TechnicalResult.CANCELLED:
                raise IllegalTransition("call", call.state, "cancel", ())
            return show(call)
        await record_act(session, principal.account_id, principal.actor, "call.cancelled", call_id)
    await end_call(tools, principal, call, _REASON)
    async with tools.database.transaction() as session:
        return show(await call_views.get_call(session, principal.account_id, call_id, tools.key_ring))
