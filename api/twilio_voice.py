"""Twilio's requests about calls: the document that connects the media stream, status, answering-machine hints.

Each is verified, stored with its dedupe key in one statement, answered at once; only then is the workflow told.
"""

import httpx
import structlog
from fastapi import APIRouter, BackgroundTasks, Response

from api.event_delivery import deliver
from api.tools import ApiTools, Tools
from api.twilio_signed import SignedForm
from database.attempts import set_machine_hint
from database.events import LegEvent, StoredEvent, record_leg_event
from database.live_attempts import attempt_of_leg
from database.outages import twice
from domain.calls import LEG_RANKS
from domain.errors import InvalidInput
from domain.identifiers import AttemptId
from providers.carriers.twilio_callbacks import (
    MachineHint,
    StatusReport,
    read_machine_callback,
    read_status_callback,
)
from providers.carriers.twiml import connect_stream, hang_up
from providers.errors import ProviderNonsense

router = APIRouter(prefix="/webhooks/twilio", tags=["webhooks"])
log = structlog.get_logger()
_XML = "text/xml"


@router.post("/voice/{attempt_id}", response_class=Response)
async def answer_call(attempt_id: str, form: SignedForm, tools: Tools) -> Response:
    """The person picked up: connect the media process that prepared for this attempt.

    Nothing is read or written while the person waits. Opening the stream stores the answer, and refuses a leg that is
    over, unknown or connected already.
    """
    settings = tools.settings
    token = tools.stream_tokens.issue(AttemptId(attempt_id), form.get("CallSid", ""), tools.now())
    stream_url = f"{settings.media_url.rstrip('/')}/stream/{settings.media_process}/{token}"
    after_url = f"{settings.public_url.rstrip('/')}/api/webhooks/twilio/after/{attempt_id}"
    return Response(connect_stream(stream_url, {}, after_url), media_type=_XML)


@router.post("/after/{attempt_id}", response_class=Response)
async def after_stream(attempt_id: str, form: SignedForm) -> Response:
    """The conversation is over: end the call."""
    return Response(hang_up(), media_type=_XML)


@router.post("/status/{attempt_id}", status_code=204)
async def call_status(
    attempt_id: str, form: SignedForm, tools: Tools, background: BackgroundTasks
) -> Response:
    """The leg moved on."""
    return await _store_status(tools, AttemptId(attempt_id), form, background)


@router.post("", status_code=204)
async def any_call_status(form: SignedForm, tools: Tools, background: BackgroundTasks) -> Response:
    """A status callback configured for the whole account: the leg is found by the carrier's own id."""
    async with tools.database.transaction() as session:
        attempt_id = await attempt_of_leg(session, form.get("CallSid", ""))
    if attempt_id is None:
        return Response(status_code=204)
    return await _store_status(tools, attempt_id, form, background)


async def _store_status(
    tools: ApiTools, attempt_id: AttemptId, form: dict[str, str], background: BackgroundTasks
) -> Response:
    try:
        report = read_status_callback(form)
    except ProviderNonsense as error:
        raise InvalidInput("This is not a status callback.", code=error.code) from error
    event = _leg_event(report, tools)
    if event is None:
        return Response(status_code=204)

    async def store() -> StoredEvent | None:
        async with tools.database.transaction() as session:
            return await record_leg_event(session, attempt_id, event)

    stored = await twice(store)  # Twilio does not repeat a callback that was answered with an error
    if stored is None:
        log.warning("webhook.unknown_leg", attempt_id=attempt_id)
    elif stored.must_be_signalled:
        background.add_task(deliver, tools, stored)
    return Response(status_code=204, background=background)


def _leg_event(report: StatusReport, tools: ApiTools) -> LegEvent | None:
    """None for a report from before the ringing, which tells nothing new."""
    if report.state not in LEG_RANKS:
        return None
    return LegEvent(
        state=report.state,
        dedupe_key=report.dedupe_key,
        carrier_call_id=report.carrier_call_id,
        occurred_at=report.occurred_at or tools.now(),
        result=report.result,
        duration_seconds=report.duration_seconds,
    )


@router.post("/machine/{attempt_id}", status_code=204)
async def machine_hint(attempt_id: str, form: SignedForm, tools: Tools) -> Response:
    """The carrier's opinion of who answered: told to the live conversation, stored here if there is none."""
    try:
        hint = read_machine_callback(form)
    except ProviderNonsense as error:
        raise InvalidInput("This is not a machine-detection callback.", code=error.code) from error
    if not await _media_knows(tools, attempt_id, hint):
        async with tools.database.transaction() as session:
            await set_machine_hint(session, AttemptId(attempt_id), hint.verdict)
    return Response(status_code=204)


async def _media_knows(tools: ApiTools, attempt_id: str, hint: MachineHint) -> bool:
    """Whether the conversation has taken the hint, and stores it with its report."""
    try:
        answer = await tools.media.post(f"/machine/{attempt_id}", json={"answered_by": hint.verdict})
    except httpx.HTTPError as error:
        log.info("media.hint_not_delivered", attempt_id=attempt_id, error=type(error).__name__)
        return False
    return answer.is_success
