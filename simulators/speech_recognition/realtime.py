"""The socket of /v1/realtime?intent=transcription: messages in and out, and the ways in which it ends.

Wire format: OpenAI's reference of transcription sessions, as the SDK 3.52 states it.
"""

import asyncio
import binascii
import time
from base64 import b64decode
from http import HTTPStatus
from typing import Any, Final
from uuid import uuid4

import msgspec
from pydantic import ValidationError
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from simulators.faults import Faults
from simulators.journal import Journal
from simulators.speech_recognition.handshake import StreamEnded
from simulators.speech_recognition.realtime_session import (
    AudioInput,
    Session,
    VoiceDetector,
    VoiceOff,
    VoiceOn,
)
from simulators.speech_recognition.turns import RecognitionTiming
from simulators.speech_recognition.vendor_socket import INTERNAL_ERROR
from simulators.surroundings import Surroundings

_SERVICE: Final = "openai.realtime"
_LIVE_FAULTS: Final = frozenset({"stall", "close", "failed"})
_LEAST_COMMIT_MS: Final = 100
_SESSION_SECONDS: Final = 3600
_REFUSALS: Final = {
    "400": ("invalid_request_error", "missing_model", "You must provide a model, or intent=transcription."),
    "401": ("invalid_request_error", "invalid_api_key", "Incorrect API key provided."),
    "403": ("invalid_request_error", "model_not_found", "You do not have access to this model."),
    "429": ("requests", "rate_limit_exceeded", "Rate limit reached. Please try again in 1s."),
    "500": ("server_error", None, "The server had an error while processing your request."),
    "503": ("server_error", None, "The server is currently overloaded, please try again later."),
}


def transcription_routes(
    api_key: str, faults: Faults, journal: Journal, timing: RecognitionTiming | None = None
) -> list[BaseRoute]:
    """The transcription socket. Faults of service "openai.realtime": a status ("429") at the handshake, and when a
    stretch of speech is to be transcribed "stall" (seconds), "close", or "failed" (no transcript of it)."""
    around = Surroundings(api_key, faults, journal, timing or RecognitionTiming())
    return [WebSocketRoute("/v1/realtime", _Listener(around).listen)]


class _Listener:
    def __init__(self, around: Surroundings[RecognitionTiming]) -> None:
        self._around = around

    async def listen(self, socket: WebSocket) -> None:
        if fault := self._around.faults.take(_SERVICE, kinds=_REFUSALS.keys()):
            await _refuse(socket, fault.kind)
        elif socket.headers.get("authorization") != f"Bearer {self._around.api_key}":
            await _refuse(socket, "401")
        elif socket.query_params.get("intent") != "transcription":
            await _refuse(socket, "400")
        else:
            await socket.accept()
            await _Stream(socket, self._around).run()


async def _refuse(socket: WebSocket, status: str) -> None:
    kind, code, message = _REFUSALS[status]
    body = {"error": {"message": message, "type": kind, "param": None, "code": code}}
    headers = {"retry-after": "1"} if int(status) == HTTPStatus.TOO_MANY_REQUESTS else {}
    await socket.send_denial_response(JSONResponse(body, int(status), headers))


class _Refused(Exception):
    """The client's message is answered with an error; the session goes on."""

    def __init__(self, code: str, message: str, parameter: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.parameter = parameter


class _Stream:
    """One accepted socket: a reader, and a transcriber that takes what was spoken in order."""

    def __init__(self, socket: WebSocket, around: Surroundings[RecognitionTiming]) -> None:
        self._socket = socket
        self._faults = around.faults
        self._journal = around.journal
        self._timing = around.timing
        self._id = f"sess_{uuid4().hex[:24]}"
        self._input = AudioInput()
        self._voice = VoiceDetector()
        self._item = _new_item()
        self._item_before: str | None = None
        self._spoken: asyncio.Queue[tuple[str, tuple[str, ...]]] = asyncio.Queue()

    async def run(self) -> None:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._read())
                group.create_task(self._transcribe_all())
        except* StreamEnded:
            await self._socket.close(INTERNAL_ERROR, "internal error")
        except* WebSocketDisconnect:
            self._journal.record(_SERVICE, "Left", id=self._id)

    async def _read(self) -> None:
        await self._send("session.created", session=self._session())
        while True:
            await self._take(await self._socket.receive_text())

    async def _take(self, text: str) -> None:
        event_id = None
        try:
            message = msgspec.json.decode(text)
            event_id = message.get("event_id") if isinstance(message, dict) else None
            await self._obey(message)
        except msgspec.DecodeError:
            await self._fail(_Refused("invalid_json", "The message is not valid JSON."), event_id)
        except _Refused as refusal:
            await self._fail(refusal, event_id)

    async def _obey(self, message: Any) -> None:
        match message:
            case {"type": "session.update", "session": wanted}:
                await self._configure(wanted)
            case {"type": "input_audio_buffer.append", "audio": str(audio)}:
                await self._hear(_audio_in(audio))
            case {"type": "input_audio_buffer.commit"}:
                await self._commit()
            case _:
                raise _Refused("invalid_value", "Unknown or incomplete event.", "type")

    async def _configure(self, wanted: Any) -> None:
        try:
            self._input = Session.model_validate(wanted).audio.input
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(("session", *map(str, first["loc"])))
            raise _Refused("invalid_value", f"Invalid '{place}': {first['msg']}", place) from error
        self._voice.detection = self._input.turn_detection
        await self._send("session.updated", session=self._session())

    async def _hear(self, audio: bytes) -> None:
        for change in self._voice.hear(audio):
            match change:
                case VoiceOn(at_ms):
                    await self._send(
                        "input_audio_buffer.speech_started", item_id=self._item, audio_start_ms=at_ms
                    )
                case VoiceOff(at_ms, words):
                    await self._send(
                        "input_audio_buffer.speech_stopped", item_id=self._item, audio_end_ms=at_ms
                    )
                    await self._committed(words)

    async def _commit(self) -> None:
        if self._voice.buffered_ms < _LEAST_COMMIT_MS:
            raise _Refused(
                "input_audio_buffer_commit_empty",
                f"Error committing input audio buffer: buffer too small. Expected at least {_LEAST_COMMIT_MS}ms.",
            )
        await self._committed(self._voice.commit())

    async def _committed(self, words: tuple[str, ...]) -> None:
        item, before = self._item, self._item_before
        self._item, self._item_before = _new_item(), item
        await self._send("input_audio_buffer.committed", item_id=item, previous_item_id=before)
        content = [{"type": "input_audio", "transcript": None}]
        added = {"id": item, "type": "message", "role": "user", "status": "completed", "content": content}
        await self._send("conversation.item.added", item=added, previous_item_id=before)
        if self._input.transcription is not None:
            self._spoken.put_nowait((item, words))

    async def _transcribe_all(self) -> None:
        """Each stretch of speech, in order, as long after its end as the vendor takes."""
        while True:
            await self._transcribe(*await self._spoken.get())

    async def _transcribe(self, item: str, words: tuple[str, ...]) -> None:
        asked_at = time.monotonic()
        fault = self._faults.take(_SERVICE, kinds=_LIVE_FAULTS)
        if fault:
            self._journal.record(_SERVICE, fault.kind, id=self._id)
        if fault and fault.kind == "close":
            raise StreamEnded
        pause = fault.parameters.get("seconds", 3.0) if fault and fault.kind == "stall" else 0.0
        await asyncio.sleep(pause + self._timing.transcription_ms / 1000)
        place = {"item_id": item, "content_index": 0}
        if fault and fault.kind == "failed":
            error = {"type": "server_error", "code": "audio_unintelligible", "message": "Not understood."}
            await self._send("conversation.item.input_audio_transcription.failed", **place, error=error)
            return
        for number, word in enumerate(words):
            delta = f" {word}" if number else word
            await self._send("conversation.item.input_audio_transcription.delta", **place, delta=delta)
        usage = {"type": "duration", "seconds": 1}
        completed = {"transcript": " ".join(words), "usage": usage}
        await self._send("conversation.item.input_audio_transcription.completed", **place, **completed)
        self._journal.record(
            _SERVICE,
            "Transcribed",
            id=self._id,
            transcript=" ".join(words),
            delay_ms=(time.monotonic() - asked_at) * 1000,
        )

    def _session(self) -> dict[str, Any]:
        return {
            "id": self._id,
            "object": "realtime.transcription_session",
            "type": "transcription",
            "expires_at": int(time.time()) + _SESSION_SECONDS,
            "audio": {"input": self._input.model_dump()},
            "include": None,
        }

    async def _fail(self, refusal: _Refused, event_id: str | None) -> None:
        error = {"type": "invalid_request_error", "code": refusal.code, "message": str(refusal)}
        await self._send("error", error=error | {"param": refusal.parameter, "event_id": event_id})

    async def _send(self, kind: str, **fields: Any) -> None:
        message = {"type": kind, "event_id": f"event_{uuid4().hex[:20]}"} | fields
        await self._socket.send_text(msgspec.json.encode(message).decode())


def _audio_in(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except binascii.Error as error:
        raise _Refused(
            "invalid_value", "Invalid 'audio'. Expected base64-encoded audio bytes.", "audio"
        ) from error


def _new_item() -> str:
    return f"item_{uuid4().hex[:20]}"
