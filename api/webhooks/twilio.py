"""Twilio's requests about calls: their addresses, their forms, and the documents that they are answered with."""

from typing import Annotated, assert_never

from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response

from api.tools import Tools
from api.webhooks.legs import CarrierLegs, Connect, HangUp, Instruction, Wait, caller_of
from domain.identifiers import AttemptId
from providers.carriers.contract import CallbackKind
from providers.carriers.twilio.addresses import HOOKS, after_url
from providers.carriers.twilio.documents import connect_stream, hang_up, wait
from providers.carriers.twilio.statuses import NAME

router = APIRouter(prefix=HOOKS, tags=["webhooks"])


class Document(Response):
    """Instructions to Twilio, TwiML."""

    media_type = "text/xml"


async def _legs(request: Request, tools: Tools) -> CarrierLegs:
    return CarrierLegs(tools, await caller_of(request, tools, NAME))


Legs = Annotated[CarrierLegs, Depends(_legs)]


async def _signed_form(request: Request, legs: Legs) -> dict[str, str]:
    return await legs.form_of(request)


SignedForm = Annotated[dict[str, str], Depends(_signed_form)]


@router.post("/voice/{attempt_id}/{process}", response_class=Document)
async def answer_call(
    attempt_id: str,
    process: str,
    form: SignedForm,
    legs: Legs,
    background: BackgroundTasks,
) -> Response:
    """The person picked up: connect the media process that prepared for this attempt."""
    news = legs.read(CallbackKind.ANSWER, form)
    step = await legs.take(AttemptId(attempt_id), process, news, background)
    return _document(legs, attempt_id, step or HangUp())


@router.post("/after/{attempt_id}/{process}", response_class=Document)
async def after_stream(
    attempt_id: str, process: str, form: SignedForm, legs: Legs, tries: int = 0
) -> Response:
    """The stream is over: hang up, or connect another process if this one was lost."""
    sid = form.get("CallSid", "")
    step = await legs.after_stream(AttemptId(attempt_id), process, sid, tries=tries)
    return _document(legs, attempt_id, step)


@router.post("/status/{attempt_id}", status_code=204)
async def call_status(attempt_id: str, form: SignedForm, legs: Legs, background: BackgroundTasks) -> Response:
    """The leg moved on."""
    news = legs.read(CallbackKind.STATUS, form)
    await legs.take(AttemptId(attempt_id), "", news, background)
    return Response(status_code=204)


@router.post("", status_code=204)
async def any_call_status(form: SignedForm, legs: Legs, background: BackgroundTasks) -> Response:
    """A status callback configured for the whole account: the leg is found by the carrier's own id."""
    for attempt_id in await legs.attempts_of(form.get("CallSid", "")):
        await legs.take(attempt_id, "", legs.read(CallbackKind.STATUS, form), background)
    return Response(status_code=204)


@router.post("/machine/{attempt_id}/{process}", status_code=204)
async def machine_hint(
    attempt_id: str, process: str, form: SignedForm, legs: Legs, background: BackgroundTasks
) -> Response:
    """The carrier's opinion of who answered: told to the live conversation, stored here if there is none."""
    news = legs.read(CallbackKind.MACHINE, form)
    await legs.take(AttemptId(attempt_id), process, news, background)
    return Response(status_code=204)


def _document(legs: CarrierLegs, attempt_id: str, step: Instruction) -> Document:
    match step:
        case Connect(stream_url, process):
            then_url = after_url(legs.callback_address(attempt_id, process))
            return Document(connect_stream(stream_url, {}, then_url))
        case Wait(seconds, process, tries):
            return Document(wait(seconds, after_url(legs.callback_address(attempt_id, process), tries=tries)))
        case HangUp():
            return Document(hang_up())
        case _:
            assert_never(step)
