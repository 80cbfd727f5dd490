"""Routes for hooks by which other people's programs add leads to a campaign, and for what came through them.

What those programs send: api/webhooks/lead_messages.py.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.leads.default_regions import Region
from api.leads.whereabouts import knows_rules
from api.pagination import Page, Paging
from api.permissions import LeadHooksRead, LeadHooksWrite
from api.request_bodies import Body
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import lead_hook_messages, lead_hooks
from database.audit import record_act
from database.lead_hook_messages import HookMessage
from database.lead_hooks import LeadHookView, NewHook
from database.webhook_endpoints import new_signing_secret
from domain.errors import InvalidInput
from domain.lead_headings import FIELDS, looks_personal
from domain.lead_hooks import HookProof
from domain.networks import MOST, read_networks

router = Routes(prefix="/lead-hooks", tags=["lead hooks"])

FieldName = Annotated[str, Field(min_length=1, max_length=100)]


class LeadHookBody(Body):
    """A hook of one campaign. proof: "signature" (Standard Webhooks), or "secret" for programs that cannot sign; mapping: field -> the
    program's name of it, such as {"number": "phone_1"}, else guessed; rules: "simulation" for a rehearsal; networks: from which it is
    taken, from anywhere without any.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "campaign_id": "camp_01",
                    "proof": "secret",
                    "mapping": {"number": "phone_1"},
                    "networks": ["203.0.113.0/24"],
                    "description": "the form on our page",
                }
            ]
        }
    )
    campaign_id: Annotated[str, Field(max_length=100)]
    proof: HookProof = HookProof.SIGNATURE
    mapping: dict[FieldName, FieldName] = Field(default_factory=dict, max_length=50)
    default_region: Region | None = None
    rules: Annotated[str, Field(max_length=30)] = ""
    networks: list[Annotated[str, Field(max_length=50)]] = Field(default_factory=list, max_length=MOST)
    description: str = Field("", max_length=200)


class LeadHookResponse(BaseModel):
    """A hook without its secrets. url: where its program sends to; former_until: until when two secrets are good."""

    id: str
    url: str
    campaign_id: str
    description: str
    proof: HookProof
    mapping: Mapping[str, str]
    default_region: str | None
    rules: str
    networks: list[str]
    created_at: datetime
    former_until: datetime | None


class NewLeadHook(LeadHookResponse):
    """A hook with its secret, shown this once."""

    secret: str


class NewHookSecret(BaseModel):
    """By which the hook's program proves itself from now on, shown this once; the one before is good too until former_until."""

    secret: str
    former_until: datetime


class HookMessageResponse(BaseModel):
    """One message. state: "added" (see the import's report), "waiting" for a list that is being read, or "refused" after such a wait,
    with the code of why."""

    id: str
    state: str
    import_id: str | None
    refusal: str | None
    created_at: datetime
    settled_at: datetime | None


def _show(tools: ApiTools, hook: LeadHookView) -> LeadHookResponse:
    return LeadHookResponse(
        id=hook.id,
        url=f"{tools.settings.public_url}/hooks/leads/{hook.id}",
        campaign_id=hook.campaign_id,
        description=hook.description,
        proof=hook.proof,
        mapping=hook.mapping,
        default_region=hook.default_region or None,
        rules=hook.rules,
        networks=hook.networks,
        created_at=hook.created_at,
        former_until=hook.former_until,
    )


def _show_message(message: HookMessage) -> HookMessageResponse:
    settled = "added" if message.import_id is not None else "refused"
    return HookMessageResponse(
        id=message.id,
        state="waiting" if message.settled_at is None else settled,
        import_id=message.import_id,
        refusal=message.refusal,
        created_at=message.received_at,
        settled_at=message.settled_at,
    )


def _check(body: LeadHookBody) -> None:
    """Raises InvalidInput."""
    if not knows_rules(body.rules):
        raise InvalidInput('Rules are left empty, or "simulation".', pointer="/rules", code="unknown_rules")
    for field, name in body.mapping.items():
        if field not in FIELDS:
            known = ", ".join(FIELDS)
            raise InvalidInput(f"Unknown field; known are {known}.", pointer="/mapping", code="unknown_field")
        if looks_personal(name):
            raise InvalidInput(
                "This looks like a person's number or address, not like the name of a field.",
                pointer=f"/mapping/{field}",
                code="no_name",
            )


@router.post("", status_code=201)
async def add_lead_hook(body: LeadHookBody, tools: Tools, principal: LeadHooksWrite) -> NewLeadHook:
    """Let a program add leads to a campaign from now on; its secret is shown this once."""
    _check(body)
    account_id, secret = principal.account_id, new_signing_secret()
    hook = NewHook(
        body.campaign_id,
        body.description,
        body.proof,
        body.mapping,
        body.default_region or "",
        body.rules,
        read_networks(body.networks, "/networks"),
    )
    async with tools.database.transaction() as session:
        hook_id = await lead_hooks.add_hook(session, account_id, hook, secret, tools.key_ring)
        await record_act(
            session, account_id, principal.actor, "lead_hook.added", hook_id, {"campaign": body.campaign_id}
        )
        made = await lead_hooks.get_hook(session, account_id, hook_id, tools.key_ring)
    return NewLeadHook(**_show(tools, made).model_dump(), secret=secret)


@router.get("")
async def list_lead_hooks(
    tools: Tools,
    principal: LeadHooksRead,
    paging: Paging,
    campaign_id: Annotated[str | None, Query(max_length=100)] = None,
) -> Page[LeadHookResponse]:
    """The account's hooks, newest first, without their secrets."""
    async with tools.database.transaction() as session:
        found = await lead_hooks.list_hooks(
            session,
            principal.account_id,
            tools.key_ring,
            campaign_id=campaign_id,
            before=paging.before,
            limit=paging.fetch,
        )
    return paging.of(found, lambda hook: _show(tools, hook), lambda hook: hook.id)


@router.get("/{hook_id}")
async def show_lead_hook(hook_id: str, tools: Tools, principal: LeadHooksRead) -> LeadHookResponse:
    """One hook."""
    async with tools.database.transaction() as session:
        found = await lead_hooks.get_hook(session, principal.account_id, hook_id, tools.key_ring)
    return _show(tools, found)


@router.post("/{hook_id}/secret", status_code=201)
async def rotate_lead_hook_secret(hook_id: str, tools: Tools, principal: LeadHooksWrite) -> NewHookSecret:
    """Take a new secret; for 24 hours the one before is good as well."""
    secret = new_signing_secret()
    async with tools.database.transaction() as session:
        until = await lead_hooks.rotate_hook_secret(
            session, principal.account_id, hook_id, secret, tools.now(), tools.key_ring
        )
        await record_act(session, principal.account_id, principal.actor, "lead_hook.secret_rotated", hook_id)
    return NewHookSecret(secret=secret, former_until=until)


@router.delete("/{hook_id}", status_code=204)
async def revoke_lead_hook(hook_id: str, tools: Tools, principal: LeadHooksWrite) -> Response:
    """Take nothing more through this hook; what it brought stays."""
    async with tools.database.transaction() as session:
        await lead_hooks.revoke_hook(session, principal.account_id, hook_id)
        await record_act(session, principal.account_id, principal.actor, "lead_hook.revoked", hook_id)
    return Response(status_code=204)


@router.get("/{hook_id}/messages")
async def list_hook_messages(
    hook_id: str, tools: Tools, principal: LeadHooksRead, paging: Paging
) -> Page[HookMessageResponse]:
    """What came through the hook in the last month, newest first, with the import whose report says what became of it."""
    async with tools.database.transaction() as session:
        await lead_hooks.get_hook(session, principal.account_id, hook_id, tools.key_ring)
        found = await lead_hook_messages.list_received(
            session, principal.account_id, hook_id, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, _show_message, lambda message: message.id)
