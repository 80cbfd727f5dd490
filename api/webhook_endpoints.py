"""Routes for other people's programs that are told what happens, and for what they were told."""

from contextlib import suppress
from datetime import datetime
from typing import Annotated, ClassVar

from fastapi import BackgroundTasks, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.errors import WorkflowsUnreachable
from api.etags import edit_of
from api.pagination import Page, Paging
from api.permissions import WebhooksRead, WebhooksWrite
from api.request_bodies import Body, Moment
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import webhook_deliveries, webhook_endpoints
from database.audit import record_act
from database.webhook_endpoints import EndpointSettings, new_signing_secret
from domain.errors import InvalidInput
from domain.identifiers import AccountId
from domain.outside_addresses import read_outside_address
from domain.webhook_orders import WebhookOrder
from domain.webhook_rules import EVENT_KINDS, DeliveryState, WhyDisabled

router = Routes(prefix="/webhook-endpoints", tags=["webhooks"])


Kind = Annotated[str, StringConstraints(max_length=64)]


class EndpointBody(Body):
    """A program that is to be told. kinds: of events, all where they are left out."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "url": "https://hooks.example.com/in",
                    "kinds": ["call.closed", "opt_out"],
                    "description": "reporting",
                }
            ]
        }
    )
    url: str = Field(max_length=2000)
    kinds: list[Kind] = Field(default_factory=list, max_length=len(EVENT_KINDS))
    description: str = Field("", max_length=200)


class EndpointPatch(Body):
    """What is to be different; what is left out stays. disabled: whether it is told nothing."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"disabled": False}]})
    url: str | None = Field(None, max_length=2000)
    kinds: list[Kind] | None = Field(None, max_length=len(EVENT_KINDS))
    description: str | None = Field(None, max_length=200)
    disabled: bool | None = Field(None, strict=True)


class EndpointResponse(BaseModel):
    """A program without its secrets. kinds: none for all; former_until: until when two secrets sign; disabled_why: "asked", "gone" (it
    answered 410) or "failing" (for a week)."""

    model_config = ConfigDict(from_attributes=True)
    live: ClassVar = frozenset({"failing_since"})
    id: str
    url: str
    description: str
    kinds: list[str]
    created_at: datetime
    disabled_at: datetime | None
    disabled_why: WhyDisabled | None
    failing_since: datetime | None
    former_until: datetime | None


class NewEndpoint(EndpointResponse):
    """A program with its secret, shown this once."""

    secret: str


class NewSecret(BaseModel):
    """By which requests are signed from now on, shown this once; the one before signs too until former_until."""

    secret: str
    former_until: datetime


class DeliveryResponse(BaseModel):
    """One event as the program was told it. id: of the delivery, its webhook-id; answer: how its last answer began."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    kind: str
    state: DeliveryState
    attempts: int
    next_at: datetime | None
    status: int | None
    failure: str | None
    body: str
    answer: str
    created_at: datetime
    settled_at: datetime | None


class ReplayBody(Body):
    """One delivery, or what happened from since until before until."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"delivery_id": "whd_01"}]})
    delivery_id: str | None = Field(None, max_length=64)
    since: Moment | None = None
    until: Moment | None = None


class Replayed(BaseModel):
    """How many are sent once more."""

    deliveries: int


def _check(tools: ApiTools, url: str | None, kinds: list[str] | None) -> None:
    """Raises InvalidInput."""
    if url is not None:
        read_outside_address(url, local=tools.settings.webhooks_to_this_machine)
    unknown = sorted(set(kinds or ()) - EVENT_KINDS)
    if unknown:
        raise InvalidInput(
            f"No such events: {', '.join(unknown[:5])}. There are: {', '.join(sorted(EVENT_KINDS))}.",
            pointer="/kinds",
            code="unknown_kind",
        )


async def _shown(tools: ApiTools, account_id: AccountId, endpoint_id: str) -> EndpointResponse:
    async with tools.database.transaction() as session:
        found = await webhook_endpoints.get_endpoint(session, account_id, endpoint_id, tools.key_ring)
    return EndpointResponse.model_validate(found)


async def _have_it_told(tools: ApiTools, account_id: AccountId, endpoint_id: str) -> None:
    """Once what is to be told is stored, and answered. While Temporal is away it waits: the upkeep has it told."""
    with suppress(WorkflowsUnreachable):
        await tools.workflows.tell_program(WebhookOrder(account_id, endpoint_id))


@router.post("", status_code=201)
async def add_endpoint(body: EndpointBody, tools: Tools, principal: WebhooksWrite) -> NewEndpoint:
    """Tell a program what happens from now on; its secret is shown this once."""
    _check(tools, body.url, body.kinds)
    account_id, secret = principal.account_id, new_signing_secret()
    async with tools.database.transaction() as session:
        endpoint_id = await webhook_endpoints.add_endpoint(
            session,
            account_id,
            EndpointSettings(body.url, body.description),
            body.kinds,
            secret,
            tools.key_ring,
        )
        await record_act(session, account_id, principal.actor, "webhook_endpoint.added", endpoint_id)
        made = await webhook_endpoints.get_endpoint(session, account_id, endpoint_id, tools.key_ring)
    return NewEndpoint(**EndpointResponse.model_validate(made).model_dump(), secret=secret)


@router.get("")
async def list_endpoints(tools: Tools, principal: WebhooksRead, paging: Paging) -> Page[EndpointResponse]:
    """The account's programs, newest first, without their secrets."""
    async with tools.database.transaction() as session:
        found = await webhook_endpoints.list_endpoints(
            session, principal.account_id, tools.key_ring, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, EndpointResponse.model_validate, lambda each: each.id)


@router.get("/{endpoint_id}")
async def show_endpoint(endpoint_id: str, tools: Tools, principal: WebhooksRead) -> EndpointResponse:
    """One program."""
    return await _shown(tools, principal.account_id, endpoint_id)


@router.patch("/{endpoint_id}")
@edit_of(show_endpoint)
async def change_endpoint(
    endpoint_id: str,
    body: EndpointPatch,
    tools: Tools,
    principal: WebhooksWrite,
    afterwards: BackgroundTasks,
) -> EndpointResponse:
    """Give a program another address, other events or another description; tell it nothing more, or again."""
    _check(tools, body.url, body.kinds)
    account_id = principal.account_id
    async with tools.database.transaction() as session:
        now = await webhook_endpoints.get_endpoint(session, account_id, endpoint_id, tools.key_ring)
        settings = EndpointSettings(
            now.url if body.url is None else body.url,
            now.description if body.description is None else body.description,
        )
        kinds = now.kinds if body.kinds is None else body.kinds
        await webhook_endpoints.change_endpoint(
            session, account_id, endpoint_id, settings, kinds, tools.key_ring
        )
        if body.disabled:
            await webhook_endpoints.disable_endpoint(session, account_id, endpoint_id, WhyDisabled.ASKED)
        elif body.disabled is not None:
            await webhook_endpoints.enable_endpoint(session, account_id, endpoint_id)
        detail = body.model_dump(mode="json", include={"kinds", "disabled"}, exclude_none=True)
        await record_act(
            session, account_id, principal.actor, "webhook_endpoint.changed", endpoint_id, detail
        )
    if body.disabled is False:
        afterwards.add_task(_have_it_told, tools, account_id, endpoint_id)
    return await _shown(tools, account_id, endpoint_id)


@router.delete("/{endpoint_id}", status_code=204)
async def remove_endpoint(endpoint_id: str, tools: Tools, principal: WebhooksWrite) -> Response:
    """Tell this program nothing more and forget what it was told."""
    async with tools.database.transaction() as session:
        await webhook_endpoints.remove_endpoint(session, principal.account_id, endpoint_id)
        await record_act(
            session, principal.account_id, principal.actor, "webhook_endpoint.removed", endpoint_id
        )
    return Response(status_code=204)


@router.post("/{endpoint_id}/secret", status_code=201)
async def rotate_secret(endpoint_id: str, tools: Tools, principal: WebhooksWrite) -> NewSecret:
    """Sign by a new secret; for 24 hours the one before signs as well."""
    secret = new_signing_secret()
    async with tools.database.transaction() as session:
        until = await webhook_endpoints.rotate_secret(
            session, principal.account_id, endpoint_id, secret, tools.now(), tools.key_ring
        )
        await record_act(
            session, principal.account_id, principal.actor, "webhook_endpoint.secret_rotated", endpoint_id
        )
    return NewSecret(secret=secret, former_until=until)


@router.post("/{endpoint_id}/test", status_code=202)
async def send_ping(
    endpoint_id: str, tools: Tools, principal: WebhooksWrite, afterwards: BackgroundTasks
) -> Replayed:
    """Send the program a `ping`; how it went stands among its deliveries."""
    async with tools.database.transaction() as session:
        await webhook_deliveries.add_ping(
            session, principal.account_id, endpoint_id, tools.now(), tools.key_ring
        )
        await record_act(
            session, principal.account_id, principal.actor, "webhook_endpoint.tested", endpoint_id
        )
    afterwards.add_task(_have_it_told, tools, principal.account_id, endpoint_id)
    return Replayed(deliveries=1)


@router.get("/{endpoint_id}/deliveries")
async def list_deliveries(
    endpoint_id: str, tools: Tools, principal: WebhooksRead, paging: Paging
) -> Page[DeliveryResponse]:
    """What the program was told, newest first, and how it went."""
    async with tools.database.transaction() as session:
        await webhook_endpoints.get_endpoint(session, principal.account_id, endpoint_id, tools.key_ring)
        found = await webhook_deliveries.list_deliveries(
            session,
            principal.account_id,
            endpoint_id,
            tools.key_ring,
            before=paging.before,
            limit=paging.fetch,
        )
    return paging.of(found, DeliveryResponse.model_validate, lambda each: each.id)


@router.post("/{endpoint_id}/replay", status_code=202)
async def replay(
    endpoint_id: str,
    body: ReplayBody,
    tools: Tools,
    principal: WebhooksWrite,
    afterwards: BackgroundTasks,
) -> Replayed:
    """Send one delivery once more under the same webhook-id, or what happened in a time, also what was not sent then."""
    account_id = principal.account_id
    async with tools.database.transaction() as session:
        await webhook_endpoints.get_endpoint(session, account_id, endpoint_id, tools.key_ring)
        if body.delivery_id is not None and body.since is body.until is None:
            await webhook_deliveries.replay_delivery(session, account_id, endpoint_id, body.delivery_id)
            count = 1
        elif body.delivery_id is None and body.since is not None and body.until is not None:
            count = await webhook_deliveries.replay_range(
                session, account_id, endpoint_id, body.since, body.until, tools.key_ring
            )
        else:
            raise InvalidInput("Name a delivery_id, or since and until.", pointer="/delivery_id")
        await record_act(
            session,
            account_id,
            principal.actor,
            "webhook_endpoint.replayed",
            endpoint_id,
            {"deliveries": count},
        )
    afterwards.add_task(_have_it_told, tools, account_id, endpoint_id)
    return Replayed(deliveries=count)
