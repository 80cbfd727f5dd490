"""`POST /hooks/leads/{hook_id}`: what forms and automation tools send. Proven, stored, answered; only then is the campaign told.

Who may add which leads: api/lead_hooks.py; how they become leads: lists/hook_messages.py. Nothing of a message is read before its
program may send one, and never more than the door lets through (api.middleware); it is kept before the answer leaves.
"""

import base64
import binascii
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Final

import structlog
from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from api.errors import HookNotFromHere, HookNotProven, HooksBusy, TooBusy
from api.idempotency import as_answer
from api.leads.import_routes import ImportReport, report_of
from api.leads.list_tools import list_tools_telling_later
from api.networks import host_of, network_hash
from api.request_limits import AT_HOOKS, OF_A_HOOK, count_request
from api.tools import ApiTools, Tools
from database.lead_hook_messages import Content, HookMessage
from database.lead_hooks import HookDoor, door_of
from database.lead_imports import get_import
from database.secret_hashes import secret_hash
from domain.lead_hooks import MOST_LEADS, HookProof, signed_at
from domain.networks import is_within
from lists.hook_messages import take_message
from lists.messages import FORM, JSON, KINDS
from providers.webhook_signatures import is_signed

log = structlog.get_logger()
router = APIRouter(prefix="/hooks/leads", tags=["lead hooks"])

_LONGEST_NAME: Final = 255
_OBJECT: Final = {"type": "object"}


class HookAnswer(BaseModel):
    """What became of a message. state: "added", with the report of a list of as many rows, or "waiting" for the list that is being read
    for the campaign, or "refused" after such a wait; message_id: by which the hook's messages are listed."""

    message_id: str
    state: str
    report: ImportReport | None


@router.post(
    "/{hook_id}",
    response_model=HookAnswer,
    responses={202: {"model": HookAnswer, "description": "It is stored, and waits for a list to be read"}},
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                JSON: {
                    "schema": {
                        "anyOf": [_OBJECT, {"type": "array", "items": _OBJECT, "maxItems": MOST_LEADS}]
                    },
                    "example": {"phone": "+14155552671", "name": "Ada Lovelace", "city": "Reno"},
                },
                FORM: {"schema": _OBJECT, "example": "phone=%2B14155552671&name=Ada+Lovelace"},
            },
        }
    },
)
async def take_leads(hook_id: str, request: Request, tools: Tools, afterwards: BackgroundTasks) -> Response:
    """Add one lead or up to a hundred, sent by a program that signs (Standard Webhooks: `webhook-id`, `webhook-timestamp`,
    `webhook-signature`) or sends the hook's secret in `Authorization` (`Bearer`, or the password of `Basic`), whichever the hook takes.

    The same message again (`webhook-id`, or `Idempotency-Key`) is answered as before.
    """
    door = await _met(hook_id, request, tools)
    at = _proves_itself(request, door, tools.now())
    content = Content(_kind_of(request), await request.body())
    name = _name_of(request)
    if at is not None and not is_signed(
        name, at, content.body, request.headers.get("webhook-signature", ""), door.secrets
    ):
        raise _unproven(door)
    async with _place(tools):
        async with tools.database.transaction() as session:
            request.state.told_limits = await count_request(session, door.hook.id, OF_A_HOOK)
        message = await take_message(
            list_tools_telling_later(tools, afterwards), door.account_id, door.hook, name, content
        )
        return await _answer(tools, door, message)


async def _met(hook_id: str, request: Request, tools: ApiTools) -> HookDoor:
    """Raises TooManyRequests, NotFound, HookNotFromHere."""
    network = network_hash(request, tools).hex()
    async with _place(tools), tools.database.transaction() as session:
        request.state.told_limits = await count_request(session, f"hooks/{network}", AT_HOOKS)
    async with _place(tools), tools.database.transaction() as session:
        door = await door_of(session, hook_id, tools.now(), tools.key_ring)
    if door.hook.networks and not is_within(host_of(request), door.hook.networks):
        log.warning("lead_hook.not_from_here", hook_id=door.hook.id)
        raise HookNotFromHere
    return door


@asynccontextmanager
async def _place(tools: ApiTools) -> AsyncIterator[None]:
    """Strangers who send a lot wait for each other; connections are left for carriers and everybody else."""
    try:
        async with tools.hook_turns.place():
            yield
    except TooBusy:
        raise HooksBusy from None


def _proves_itself(request: Request, door: HookDoor, now: datetime) -> datetime | None:
    """The moment of a message whose signature is still to be looked at; None for one that carries the secret. Raises HookNotProven."""
    if door.hook.proof is HookProof.SECRET:
        if not _is_secret(_secret_of(request.headers.get("authorization", "")), door.secrets):
            raise _unproven(door)
        return None
    at = signed_at(request.headers.get("webhook-timestamp", ""), now)
    if at is None or not request.headers.get("webhook-id"):
        raise _unproven(door)
    return at


def _unproven(door: HookDoor) -> HookNotProven:
    log.warning("lead_hook.not_proven", hook_id=door.hook.id)
    return HookNotProven()


def _secret_of(header: str) -> str:
    """What the header carries, by either scheme; empty for nothing."""
    scheme, _, said = header.strip().partition(" ")
    match scheme.lower():
        case "bearer":
            return said.strip()
        case "basic":
            try:
                return base64.b64decode(said.strip(), validate=True).decode().partition(":")[2]
            except (binascii.Error, ValueError):
                return ""
    return ""


def _is_secret(said: str, secrets: tuple[str, ...]) -> bool:
    """Compared by hashes, all of them, so that it takes the same time whatever is said."""
    fits = [hmac.compare_digest(secret_hash(said), secret_hash(each)) for each in secrets]
    return any(fits)


def _kind_of(request: Request) -> str:
    """Raises HTTPException for what is neither JSON nor a form."""
    kind = request.headers.get("content-type", JSON).partition(";")[0].strip().lower()
    if kind not in KINDS:
        raise HTTPException(415, f"Send {' or '.join(KINDS)}.")
    return kind


def _name_of(request: Request) -> str:
    """The id that the program gave the message; empty for none. Raises HTTPException for one that is endless."""
    name = request.headers.get("webhook-id") or request.headers.get("idempotency-key") or ""
    if len(name) > _LONGEST_NAME:
        raise HTTPException(400, f"A message's id has {_LONGEST_NAME} characters at most.")
    return name


async def _answer(tools: ApiTools, door: HookDoor, message: HookMessage) -> JSONResponse:
    if message.import_id is None:
        state, status = ("waiting", 202) if message.refusal is None else ("refused", 200)
        return as_answer(status, HookAnswer(message_id=message.id, state=state, report=None))
    async with tools.database.transaction() as session:
        found = await get_import(session, door.account_id, message.import_id)
    report = await report_of(tools, door.account_id, found)
    return as_answer(200, HookAnswer(message_id=message.id, state="added", report=report))
