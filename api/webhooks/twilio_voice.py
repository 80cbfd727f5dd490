"""Twilio's requests about calls: the document that connects the media stream, status, answering-machine hints.

Each is verified, stored with its dedupe key in one statement, answered at once; only then is the workflow told.
"""

from datetime import datetime
from typing import Final

import httpx
import structlog
from fastapi import APIRouter, BackgroundTasks, Response

from api.tools import ApiTools, Tools
from api.webhooks.event_delivery import deliver
from api.webhooks.twilio_signed import Document, SignedForm
from database.attempts import attempts_of_leg, set_machine_hint
from database.events import LegEvent, StoredEvent, record_leg_event
from database.media_processes import MediaPlace, Resumption, find_resumption
from database.outages import retried_once
from domain.call_events import Vendor
from domain.calls import LEG_RANKS
from domain.errors import InvalidInput
from domain.identifiers import AttemptId
from domain.moments import is_within_reach
from providers.carriers.twilio.callbacks import (
    MachineHint,
    StatusReport,
    read_machine_callback,
    read_status_callback,
)
from providers.carriers.twilio.documents import connect_stream, hang_up, wait
from providers.errors import MalformedMessage
from startup.stream_tokens import StreamClaim

router = APIRouter(prefix="/webhooks/twilio", tags=["webhooks"])
log = structlog.get_logger()
_ALIVE_SECONDS: Final = (
    0.5  # a process that lives answers within a few milliseconds; the person hears silence meanwhile
)
_MOST_TRIES: Final = 4
_NOBODY: Final = "none"  # stands for the process in an address where there is none


@router.post("/voice/{attempt_id}/{process}", response_class=Document)
async def answer_call(attempt_id: str, process: str, form: SignedForm, tools: Tools) -> Response:
    """The person picked up: connect the media process that prepared for this attempt.

    Nothing is written while the person waits, and nothing read that is known already. Opening the stream stores the
    answer, and refuses a leg that is over, unknown or connected already.
    """
    place = await tools.media.place(process)
    if place is None:
        return await _take_up(tools, AttemptId(attempt_id), process, form, tries=0)
    return _connect(tools, AttemptId(attempt_id), form, place, epoch=1)


@router.post("/after/{attempt_id}/{process}", response_class=Document)
async def after_stream(
    attempt_id: str, process: str, form: SignedForm, tools: Tools, tries: int = 0
) -> Response:
    """The stream is over. So is the call, if the process says that the conversation is; if the process was lost,
    another goes on with it."""
    held = await _is_held(tools, process, attempt_id)
    if held:
        return Document(hang_up())
    lost = process if held is None else ""
    return await _take_up(tools, AttemptId(attempt_id), lost, form, tries=tries)


async def _is_held(tools: ApiTools, process: str, attempt_id: str) -> bool | None:
    """Whether this process holds the conversation, and so has ended its stream; None if it does not answer."""
    place = await tools.media.place(process)
    if place is None:
        return None
    path = f"/conversations/{attempt_id}"
    try:
        answer = await tools.media.ask(place, "GET", path, limit_seconds=_ALIVE_SECONDS)
    except httpx.HTTPError as error:
        log.warning("media.lost", process=process, attempt_id=attempt_id, error=type(error).__name__)
        return None
    return answer.is_success


async def _take_up(
    tools: ApiTools, attempt_id: AttemptId, lost: str, form: dict[str, str], *, tries: int
) -> Response:
    """Connect a process that goes on with the conversation; wait a moment for one, but not for long."""

    async def find() -> Resumption | None:
        async with tools.database.transaction() as session:
            return await find_resumption(
                session, attempt_id, carrier_call_id=form.get("CallSid", ""), lost=lost
            )

    found = await retried_once(find)
    if found is None or (found.place is None and tries >= _MOST_TRIES):
        return Document(hang_up())
    if found.place is None:
        return Document(wait(1, f"{_after_url(tools, attempt_id, lost or _NOBODY)}?tries={tries + 1}"))
    log.info("conversation.taken_up", attempt_id=attempt_id, process=found.place.process, epoch=found.epoch)
    return _connect(tools, attempt_id, form, found.place, epoch=found.epoch)


def _connect(
    tools: ApiTools, attempt_id: AttemptId, form: dict[str, str], place: MediaPlace, *, epoch: int
) -> Response:
    claim = StreamClaim(attempt_id, Vendor.TWILIO, form.get("CallSid", ""), epoch)
    token = tools.stream_tokens.issue(claim, tools.now())
    stream_url = f"{place.stream_url}/stream/{place.process}/{token}"
    return Document(connect_stream(stream_url, {}, _after_url(tools, attempt_id, place.process)))


def _after_url(tools: ApiTools, attempt_id: AttemptId, process: str) -> str:
    return f"{tools.settings.public_url}/api/webhooks/twilio/after/{attempt_id}/{process}"


@router.post("/status/{attempt_id}", status_code=204)
async def call_status(
    attempt_id: str, form: SignedForm, tools: Tools, background: BackgroundTasks
) -> Response:
    """The leg moved on."""
    await _store_status(tools, AttemptId(attempt_id), form, background)
    return Response(status_code=204)


@router.post("", status_code=204)
async def any_call_status(form: SignedForm, tools: Tools, background: BackgroundTasks) -> Response:
    """A status callback configured for the whole account: the leg is found by the carrier's own id."""
    async with tools.database.transaction() as session:
        attempts = await attempts_of_leg(session, form.get("CallSid", ""))
    for attempt_id in attempts:
        await _store_status(tools, attempt_id, form, background)
    return Response(status_code=204)


async def _store_status(
    tools: ApiTools, attempt_id: AttemptId, form: dict[str, str], background: BackgroundTasks
) -> None:
    try:
        report = read_status_callback(form)
    except MalformedMessage as error:
        raise InvalidInput("This is not a status callback.", code=error.code) from error
    event = _leg_event(report, tools)
    if event is None:
        return

    async def store() -> StoredEvent | None:
        async with tools.database.transaction() as session:
            return await record_leg_event(session, attempt_id, event)

    stored = await retried_once(store)  # Twilio does not repeat a callback that was answered with an error
    if stored is None:
        log.warning("webhook.unknown_leg", attempt_id=attempt_id)
    elif stored.must_be_signalled:
        background.add_task(deliver, tools, stored)


def _leg_event(report: StatusReport, tools: ApiTools) -> LegEvent | None:
    """None for a report from before the ringing, which tells nothing new."""
    if report.state not in LEG_RANKS:
        return None
    return LegEvent(
        state=report.state,
        dedupe_key=report.dedupe_key,
        carrier_call_id=report.carrier_call_id,
        occurred_at=_occurred_at(report, tools.now()),
        result=report.result,
        duration_seconds=report.duration_seconds,
    )


def _occurred_at(report: StatusReport, now: datetime) -> datetime:
    """When the carrier says; now where it says nothing, or what cannot be."""
    said = report.occurred_at
    return said if said is not None and is_within_reach(said, now) else now


@router.post("/machine/{attempt_id}/{process}", status_code=204)
async def machine_hint(attempt_id: str, process: str, form: SignedForm, tools: Tools) -> Response:
    """The carrier's opinion of who answered: told to the live conversation, stored here if there is none."""
    try:
        hint = read_machine_callback(form)
    except MalformedMessage as error:
        raise InvalidInput("This is not a machine-detection callback.", code=error.code) from error
    if not await _media_knows(tools, process, attempt_id, hint):
        async with tools.database.transaction() as session:
            await set_machine_hint(session, AttemptId(attempt_id), hint.verdict)
    return Response(status_code=204)


async def _media_knows(tools: ApiTools, process: str, attempt_id: str, hint: MachineHint) -> bool:
    """Whether the conversation has taken the hint, and stores it with its report."""
    place = await tools.media.place(process)
    if place is None:
        return False
    try:
        answer = await tools.media.ask(
            place, "POST", f"/machine/{attempt_id}", json={"answered_by": hint.verdict}
        )
    except httpx.HTTPError as error:
        log.info("media.hint_not_delivered", attempt_id=attempt_id, error=type(error).__name__)
        return False
    return answer.is_success
