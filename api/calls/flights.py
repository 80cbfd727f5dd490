"""Routes that give out what a call is replayed from: its flight records, and what its script says now."""

from collections.abc import Mapping

from fastapi import Response
from pydantic import BaseModel

from api import scripts
from api.calls.recordings import attempt_of, reached
from api.permissions import TranscriptsRead
from api.routing import Routes
from api.scripts import VersionResponse
from api.tools import Tools
from database import call_views
from database.audit import record_act
from database.scripts import newest_version, script_of_call
from domain.errors import NotFound
from domain.identifiers import AttemptId

router = Routes(tags=["calls"])

_LINES = "application/x-ndjson"


class CallScriptResponse(BaseModel):
    """The newest version of the script that a call is made with, and what its variables stand for in this call."""

    version: VersionResponse
    values: Mapping[str, str]


@router.get(
    "/calls/{call_id}/attempts/{number}/flight",
    response_class=Response,
    responses={200: {"content": {_LINES: {}}, "description": "The flight records, line by line"}},
)
async def show_flight(call_id: str, number: int, tools: Tools, principal: TranscriptsRead) -> Response:
    """What happened in the conversation of the call's n-th attempt, event by event, for `outbound calls replay`.

    Each line is a JSON array; the format is that of the running version. That it was read stands in the audit log.
    """
    attempt = await attempt_of(tools, principal, call_id, number)
    lines = await reached(lambda: tools.recordings.flights.read(principal.account_id, AttemptId(attempt.id)))
    if not lines:
        raise NotFound("No conversation was recorded on this attempt.")
    async with tools.database.transaction() as session:
        await record_act(session, principal.account_id, principal.actor, "flight.read", attempt.id)
    return Response(lines, media_type=_LINES)


@router.get("/calls/{call_id}/script")
async def show_call_script(call_id: str, tools: Tools, principal: TranscriptsRead) -> CallScriptResponse:
    """What the call's script says now, though the call may have been held with an earlier version."""
    async with tools.database.transaction() as session:
        call = await call_views.get_call(session, principal.account_id, call_id, tools.key_ring)
        script_id = await script_of_call(session, principal.account_id, call.id)
        newest = await newest_version(session, principal.account_id, script_id)
    return CallScriptResponse(version=scripts.show(newest), values=call.person.script_values())
