"""Routes for what one person may ask for: all that is known of them, or to be forgotten. The number stands in the body alone: in no
address, id or log. What is done: workflows/person.py."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Annotated, Final

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from api.authentication import Principal
from api.errors import ExportGone, WorkflowsUnreachable
from api.idempotency import Once
from api.leads.default_regions import Region
from api.numbers import number_of
from api.pagination import Page, Paging
from api.permissions import PeopleErase, PeopleRead
from api.request_bodies import Body
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import person_requests
from database.audit import record_act
from database.person_requests import RequestView
from domain.errors import Conflict, NotFound
from domain.person_requests import InCrm, PersonOrder, RequestKind, RequestState

router = Routes(prefix="/people", tags=["people"])

_JSON: Final = "application/json"


class PersonBody(Body):
    """Who asks, by their number."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"number": "+14155552671"}]})
    number: Annotated[str, Field(max_length=60)]
    default_region: Region | None = None


class ErasureBody(PersonBody):
    """Who asks, and what it means for the CRM. in_crm: "contact" deletes the contact there for good, with all that the CRM has about them;
    "calls" only our records of calls."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"number": "+14155552671", "in_crm": "calls"}]})
    in_crm: InCrm = InCrm.CONTACT


class ReceiptLineResponse(BaseModel):
    """One store. emptied: of how much the row stays and tells nothing of the person; why: what stays, and for what reason."""

    model_config = ConfigDict(from_attributes=True)
    store: str
    data_class: str
    found: int
    deleted: int
    emptied: int
    kept: int
    why: str


class ReceiptResponse(BaseModel):
    """What was found, deleted and kept; crm: how the CRM took it, empty where there was nothing to tell."""

    model_config = ConfigDict(from_attributes=True)
    lines: Sequence[ReceiptLineResponse]
    crm: str


class RequestResponse(BaseModel):
    """What somebody asked for. state: "waiting", "done", or "held": a legal hold forbade it. asked_by: the id of a key or a person;
    expires_at: until when an export can be fetched; receipt: null until it is over."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    kind: RequestKind
    in_crm: InCrm
    state: RequestState
    asked_by: str
    created_at: datetime
    finished_at: datetime | None
    expires_at: datetime | None
    receipt: ReceiptResponse | None


@router.post("/exports", status_code=202, response_model=RequestResponse)
async def ask_for_export(body: PersonBody, tools: Tools, principal: PeopleRead, once: Once) -> Response:
    """Put together all that is known of a person, to be fetched for a week."""
    return await _ask(tools, principal, once, body, RequestKind.EXPORT, InCrm.CONTACT)


@router.post("/erasures", status_code=202, response_model=RequestResponse)
async def ask_for_erasure(body: ErasureBody, tools: Tools, principal: PeopleErase, once: Once) -> Response:
    """Forget a person for good: their open calls end first. The receipt lists what was found, deleted and kept, and why.

    A do-not-call entry stays in force, without its number and words. Who is on a later list with the same number is somebody new.
    """
    return await _ask(tools, principal, once, body, RequestKind.ERASURE, body.in_crm)


async def _ask(
    tools: ApiTools, principal: Principal, once: Once, body: PersonBody, kind: RequestKind, in_crm: InCrm
) -> Response:
    number = number_of(body.number, body.default_region, "/number")

    async def work(request_id: str) -> RequestResponse:
        async with tools.database.transaction() as session:
            if await person_requests.add_request(
                session,
                principal.account_id,
                request_id,
                kind,
                number,
                tools.key_ring,
                in_crm=in_crm,
                asked_by=principal.actor,
            ):
                await record_act(
                    session, principal.account_id, principal.actor, f"person.{kind}_asked", request_id
                )
            asked = await person_requests.get_request(
                session, principal.account_id, request_id, tools.key_ring
            )
        # While Temporal is away it waits: the upkeep starts it.
        with suppress(WorkflowsUnreachable):
            await tools.workflows.start_person_request(kind, PersonOrder(principal.account_id, request_id))
        return RequestResponse.model_validate(asked)

    return await once.run("preq", 202, work)


@router.get("/requests")
async def list_requests(tools: Tools, principal: PeopleRead, paging: Paging) -> Page[RequestResponse]:
    """What was asked for, newest first."""
    async with tools.database.transaction() as session:
        found = await person_requests.list_requests(
            session, principal.account_id, tools.key_ring, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, RequestResponse.model_validate, lambda asked: asked.id)


@router.get("/requests/{request_id}")
async def show_request(request_id: str, tools: Tools, principal: PeopleRead) -> RequestResponse:
    """How far it has come, and its receipt."""
    return RequestResponse.model_validate(await _request(tools, principal, request_id))


@router.get(
    "/requests/{request_id}/export",
    response_class=Response,
    responses={
        200: {
            "content": {
                _JSON: {"example": {"number": "+14155552671", "leads": [], "calls": [], "recordings": []}}
            },
            "description": "All that is known of the person",
        },
        410: {"description": "It could be fetched for a week, or the person was erased"},
    },
)
async def fetch_export(request_id: str, tools: Tools, principal: PeopleRead) -> Response:
    """All that is known of the person, as JSON by kinds of rows; that it was fetched stands in the audit log.

    recordings: by attempt; `GET /api/calls/{call_id}/attempts/{number}/recording` has the sound.
    """
    asked = await _request(tools, principal, request_id)
    if asked.kind is not RequestKind.EXPORT:
        raise NotFound("This request is no export.")
    if asked.state is RequestState.WAITING:
        raise Conflict("The export is not put together yet; ask again in a moment.")
    async with tools.database.transaction() as session:
        bundle = await person_requests.read_bundle(
            session, principal.account_id, request_id, tools.key_ring, at=tools.now()
        )
        if bundle is None:
            raise ExportGone
        await record_act(session, principal.account_id, principal.actor, "person.export_read", request_id)
    headers = {
        "Content-Disposition": f'attachment; filename="{request_id}.json"',
        "Cache-Control": "private, no-store",
    }
    return Response(bundle, media_type=_JSON, headers=headers)


async def _request(tools: ApiTools, principal: Principal, request_id: str) -> RequestView:
    async with tools.database.transaction() as session:
        return await person_requests.get_request(session, principal.account_id, request_id, tools.key_ring)
