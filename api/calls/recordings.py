"""Routes that play and delete the recording of an attempt. What may be recorded is decided in domain.recordings."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Final, TypeVar

from fastapi import Header, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from api.authentication import Principal
from api.calls.byte_ranges import ByteRange, RangeNotSatisfiable, byte_range
from api.calls.recording_links import LINK_LIFE, RecordingLink, read_link, sign_link
from api.errors import RecordingDeleted, RecordingsUnreachable
from api.permissions import ConversationsErase, RecordingsRead
from api.problems import problem
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import call_views
from database.audit import record_act
from database.call_views import AttemptView
from database.legal_holds import check_call_may_go
from database.transcript_views import conversations_of
from domain.calls import AttemptState
from domain.errors import Conflict, NotFound
from domain.identifiers import AttemptId
from domain.recordings import refuses_recording
from domain.transcripts import Speaker
from providers.errors import ProviderError
from providers.recordings.archive import Recording
from providers.recordings.segments import SAMPLES_PER_SECOND, Deletion

router = Routes(tags=["recordings"])
T = TypeVar("T")
_SAMPLES_PER_MS: Final = SAMPLES_PER_SECOND // 1000
_OVER: Final = (AttemptState.ENDED, AttemptState.CLOSED)


class RecordingResponse(BaseModel):
    """A recording and a link that plays it: a WAV, the person left, the agent right. No key is needed for the link.

    starts_ms: where in the call it begins; is_complete: it came to its end and nothing was lost; lost_segments: stretches
    of ten seconds that could not be kept and are silent.
    """

    attempt_id: str
    url: str
    expires_at: datetime
    starts_ms: int
    seconds: float
    bytes: int
    is_complete: bool
    lost_segments: int


@router.get(
    "/calls/{call_id}/attempts/{number}/recording",
    responses={410: {"description": "The recording was deleted"}},
)
async def show_recording(
    call_id: str, number: int, tools: Tools, principal: RecordingsRead
) -> RecordingResponse:
    """The recording of the call's n-th attempt, with a link that is good for ten minutes.

    Whoever asks for the link has the sound, and stands in the audit log as who heard it.
    """
    attempt = await attempt_of(tools, principal, call_id, number)
    link = RecordingLink(principal.account_id, AttemptId(attempt.id))
    recording = await _find(tools, link)
    if await _was_refused(tools, principal, call_id, attempt):
        await _delete(tools, link, "refused by the person")
        raise RecordingDeleted
    async with tools.database.transaction() as session:
        await record_act(session, principal.account_id, principal.actor, "recording.read", attempt.id)
    expires_at = tools.now() + LINK_LIFE
    token = sign_link(link, tools.settings.signing_key, expires_at=expires_at)
    return RecordingResponse(
        attempt_id=attempt.id,
        url=f"{tools.settings.public_url}/api/recordings/{token}",
        expires_at=expires_at,
        starts_ms=recording.starts_at // _SAMPLES_PER_MS,
        seconds=recording.samples / SAMPLES_PER_SECOND,
        bytes=recording.wav_bytes,
        is_complete=recording.is_complete,
        lost_segments=recording.lost_segments,
    )


@router.delete("/calls/{call_id}/attempts/{number}/recording", status_code=204)
async def delete_recording(
    call_id: str, number: int, tools: Tools, principal: ConversationsErase
) -> Response:
    """Delete the recording for good; one that was deleted before answers as it did then. A legal hold forbids it."""
    attempt = await attempt_of(tools, principal, call_id, number)
    if attempt.state not in _OVER:
        raise Conflict("This call is still going on; delete its recording when it is over.")
    link = RecordingLink(principal.account_id, AttemptId(attempt.id))
    try:
        await _find(tools, link)
    except RecordingDeleted:
        return Response(status_code=204)
    async with tools.database.transaction() as session:
        await check_call_may_go(session, principal.account_id, call_id)
        await record_act(session, principal.account_id, principal.actor, "recording.deleted", attempt.id)
    await _delete(tools, link, "deleted by the operator")
    return Response(status_code=204)


@router.head("/recordings/{token}", include_in_schema=False)
@router.get(
    "/recordings/{token}",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"audio/wav": {}}, "description": "The whole WAV"},
        206: {"content": {"audio/wav": {}}, "description": "The range of bytes that was asked for"},
        403: {"description": "The link is too old"},
        410: {"description": "The recording was deleted"},
    },
)
async def play_recording(
    token: str, request: Request, tools: Tools, wanted: Annotated[str | None, Header(alias="Range")] = None
) -> Response:
    """The sound behind a link, or the range of it that a player asks for."""
    recording = await _find(tools, read_link(token, tools.settings.signing_key, tools.now()))
    size = recording.wav_bytes
    try:
        part = byte_range(wanted, size)
    except RangeNotSatisfiable as error:
        answer = problem(request, 416, error.code, str(error))
        answer.headers["Content-Range"] = f"bytes */{size}"
        return answer
    return _sound(tools, recording, part, has_body=request.method != "HEAD")


def _sound(tools: ApiTools, recording: Recording, part: ByteRange | None, *, has_body: bool) -> Response:
    size = recording.wav_bytes
    sent = part or ByteRange(0, size - 1)
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-store",
        "Content-Length": f"{sent.size}",
    }
    if part is not None:
        headers["Content-Range"] = f"bytes {sent.first}-{sent.last}/{size}"
    status = 200 if part is None else 206
    if not has_body:
        return Response(None, status, headers, "audio/wav")
    pieces = tools.recordings.wav(recording, sent.first, sent.last)  # read by threads, a segment at a time
    return StreamingResponse(pieces, status, headers, "audio/wav")


async def attempt_of(tools: ApiTools, principal: Principal, call_id: str, number: int) -> AttemptView:
    """The call's n-th attempt. Raises NotFound."""
    async with tools.database.transaction() as session:
        await call_views.get_call(session, principal.account_id, call_id, tools.key_ring)
        attempts = await call_views.attempts_of(session, principal.account_id, call_id)
    for attempt in attempts:
        if attempt.number == number:
            return attempt
    raise NotFound("This call has no such attempt.")


async def _was_refused(tools: ApiTools, principal: Principal, call_id: str, attempt: AttemptView) -> bool:
    """Whether the person refused to be recorded: the media server may have been killed before it could delete."""
    async with tools.database.transaction() as session:
        held = await conversations_of(session, principal.account_id, call_id, tools.key_ring)
    return any(
        turn.speaker == Speaker.PERSON and refuses_recording(turn.text)
        for conversation in held
        if conversation.attempt_id == attempt.id
        for turn in conversation.content.turns
    )


async def _find(tools: ApiTools, link: RecordingLink) -> Recording:
    found = await reached(lambda: tools.recordings.find(link.account_id, link.attempt_id))
    if isinstance(found, Deletion):
        raise RecordingDeleted(f"This recording was deleted on {found.deleted_at[:10]}: {found.because}.")
    if found is None:
        raise NotFound("Nothing was recorded on this attempt.")
    return found


async def _delete(tools: ApiTools, link: RecordingLink, because: str) -> None:
    await reached(
        lambda: tools.recordings.delete_recording(
            link.account_id, link.attempt_id, at=tools.now(), because=because
        )
    )


async def reached(work: Callable[[], T]) -> T:
    """What the storage answers. Raises RecordingsUnreachable."""
    try:
        return await asyncio.to_thread(work)
    except ProviderError as error:
        raise RecordingsUnreachable from error
