"""Routes for customers' programs that are asked before each dial. Asked by activities/predial.py; rows: database/predial_hooks.py."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from api.pagination import Page, Paging
from api.permissions import WebhooksRead, WebhooksWrite
from api.request_bodies import Body, Real
from api.routing import Routes
from api.tools import Tools
from database import predial_hooks
from database.audit import record_act
from database.predial_hooks import HookView, NewPredialHook
from database.webhook_endpoints import new_signing_secret
from domain.errors import InvalidInput, NotFound
from domain.outside_addresses import read_outside_address
from domain.predial import LONGEST_SECONDS, USUAL_SECONDS

router = Routes(prefix="/predial-hooks", tags=["webhooks"])

Unanswered = Literal["hold", "allow"]


class PredialHookBody(Body):
    """A program that is asked before each dial, of a campaign or of all that have none of their own.

    It is sent `{"type": "call.predial", "timestamp": …, "data": {"call_id", "campaign_id", "lead_id", "attempt", "number",
    "caller_number", "purpose"}}`, signed by Standard Webhooks, and answers within `timeout_seconds` with 200 and
    `{"allow": true}`, or `{"allow": false, "reason": "in_arrears", "retry_after_seconds": 3600}`: without retry_after_seconds the call is
    not made at all. reason: a code of a to z, digits and _, up to 40; anything else is not kept. Of an answer 1,024 bytes are read.

    unanswered: what follows where it does not answer so: "hold" (the call waits half a minute, then twice as long each time, up to an hour) or
    "allow". Redirects are not followed.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"url": "https://hooks.example.com/may-we-call", "timeout_seconds": 2}]
        }
    )
    url: str = Field(max_length=2000)
    campaign_id: str | None = Field(None, max_length=60)
    timeout_seconds: Annotated[Real, Field(ge=0.1, le=LONGEST_SECONDS)] = USUAL_SECONDS
    unanswered: Unanswered = "hold"


class PredialHookResponse(BaseModel):
    """A program without its secret. campaign_id: null for all dials of the account whose campaign has none of its own."""

    id: str
    campaign_id: str | None
    url: str
    timeout_seconds: float
    unanswered: Unanswered
    created_at: datetime


class NewPredialHookResponse(PredialHookResponse):
    """A program with the secret by which its requests are signed, shown this once."""

    secret: str


def _shown(view: HookView) -> PredialHookResponse:
    return PredialHookResponse(
        id=view.id,
        campaign_id=view.campaign_id,
        url=view.url,
        timeout_seconds=view.timeout_ms / 1000,
        unanswered="allow" if view.unanswered == "allow" else "hold",
        created_at=view.created_at,
    )


@router.post("", status_code=201)
async def add_predial_hook(
    body: PredialHookBody, tools: Tools, principal: WebhooksWrite
) -> NewPredialHookResponse:
    """Ask this program from the next dial on; its secret is shown this once."""
    read_outside_address(body.url, local=tools.settings.webhooks_to_this_machine)
    account_id, secret = principal.account_id, new_signing_secret()
    new = NewPredialHook(
        body.campaign_id, body.url, round(1000 * body.timeout_seconds), body.unanswered, secret
    )
    async with tools.database.transaction() as session:
        try:
            predial_hook_id = await predial_hooks.add_predial_hook(session, account_id, new, tools.key_ring)
        except NotFound as error:
            raise InvalidInput(str(error), pointer="/campaign_id", code="unknown_campaign") from error
        detail = {"campaign_id": body.campaign_id, "unanswered": body.unanswered}
        await record_act(session, account_id, principal.actor, "predial_hook.added", predial_hook_id, detail)
        made = await predial_hooks.get_predial_hook(session, account_id, predial_hook_id, tools.key_ring)
    return NewPredialHookResponse(**_shown(made).model_dump(), secret=secret)


@router.get("")
async def list_predial_hooks(
    tools: Tools, principal: WebhooksRead, paging: Paging
) -> Page[PredialHookResponse]:
    """The account's programs, newest first, without their secrets."""
    async with tools.database.transaction() as session:
        found = await predial_hooks.list_predial_hooks(
            session, principal.account_id, tools.key_ring, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, _shown, lambda view: view.id)


@router.get("/{predial_hook_id}")
async def show_predial_hook(
    predial_hook_id: str, tools: Tools, principal: WebhooksRead
) -> PredialHookResponse:
    """One program."""
    async with tools.database.transaction() as session:
        return _shown(
            await predial_hooks.get_predial_hook(
                session, principal.account_id, predial_hook_id, tools.key_ring
            )
        )


@router.delete("/{predial_hook_id}", status_code=204)
async def remove_predial_hook(predial_hook_id: str, tools: Tools, principal: WebhooksWrite) -> Response:
    """Ask this program no more: from the next dial on its calls need no word of it."""
    async with tools.database.transaction() as session:
        await predial_hooks.remove_predial_hook(session, principal.account_id, predial_hook_id)
        await record_act(
            session, principal.account_id, principal.actor, "predial_hook.removed", predial_hook_id
        )
    return Response(status_code=204)
