"""The socket of /v1/realtime?intent=transcription: messages in and out, and the ways in which it ends.

Wire format: OpenAI's reference of transcription sessions, as the SDK 3.52 states it.
"""

import asyncio
import time
from typing import Any, Final

from pydantic import ValidationError
from starlette.routing import BaseRoute, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from simulators.clock import now_seconds, utc_today
from simulators.openai_sockets import (
    INTERNAL_ERROR,
    REFUSALS,
    SESSION_SECONDS,
    Refused,
    audio_in,
    new_id,
    obey,
    refusal_of,
    refuse,
    send,
)
from simulators.ordered_faults import Faults
from simulators.realtime_models import Today, check_transcription
from simulators.speech_recognition.handshake import StreamEnded
from simulators.speech_recognition.realtime_session import (
    AudioInput,
    Session,
    VoiceDetector,
    VoiceOff,
    VoiceOn,
)
from simulators.speech_recognition.turns import RecognitionTiming
from simulators.surroundings import Surroundings
from simulators.vendor_journal import Journal

_SERVICE: Final = "openai.realtime"
_LIVE_FAULTS: Final = frozenset({"stall", "close", "failed"})
_LEAST_COMMIT_MS: Final = 100


def transcription_routes(
    api_key: str,
    faults: Faults,
    journal: Journal,
    timing: RecognitionTiming | None = None,
    today: Today = utc_today,
) -> list[BaseRoute]:
    """The transcription socket. Faults of service "openai.realtime": a status ("429") at the handshake, and when a
    stretch of speech is to be transcribed "stall" (seconds), "close", or "failed" (no transcript of it). today: says which models the vendor has ended."""
    around = Surroundings(api_key, faults, journal, timing or RecognitionTiming())
    return [WebSocketRoute("/v1/realtime", _Listener(around, today).listen)]


class _Listener:
    def __init__(self, around: Surroundings[RecognitionTiming], today: Today) -> None:
        self._around = around
        self._today = today

    async def listen(self, socket: WebSocket) -> None:
        if fault := self._around.faults.take(_SERVICE, kinds=REFUSALS.keys()):
            await refuse(socket, fault.kind)
        elif socket.headers.get("authorization") != f"Bearer {self._around.api_key}":
            await refuse(socket, "401")
        elif socket.query_params.get("intent") != "transcription":
            await refuse(socket, "400")
        else:
            await socket.accept()
            await _Stream(socket, self._around, self._today).run()


class _Stream:
    """One accepted socket: a reader, and a transcriber that takes what was spoken in order."""

    def __init__(self, socket: WebSocket, around: Surroundings[RecognitionTiming], today: Today) -> None:
        self._socket = socket
        self._today = today
        self._faults = around.faults
        self._journal = around.journal
        self._timing = around.timing
        self._id = new_id("sess")
        self._input = AudioInput()
        self._voice = VoiceDetector()
        self._item = new_id("item")
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
            await obey(self._socket, await self._socket.receive_text(), self._obey)

    async def _obey(self, message: Any) -> None:
        match message:
            case {"type": "session.update", "session": wanted}:
                await self._configure(wanted)
            case {"type": "input_audio_buffer.append", "audio": str(audio)}:
                await self._hear(audio_in(audio))
            case {"type": "input_audio_buffer.commit"}:
                await self._commit()
            case _:
                raise Refused("invalid_value", "Unknown or incomplete event.", "type")

    async def _configure(self, wanted: Any) -> None:
        try:
            asked = Session.model_validate(wanted).audio.input
        except ValidationError as error:
            raise refusal_of(error, "session") from error
        if asked.transcription:
            check_transcription(asked.transcription.model, self._today())
        self._input = asked
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
            raise Refused(
                "input_audio_buffer_commit_empty",
                f"Error committing input audio buffer: buffer too small. Expected at least {_LEAST_COMMIT_MS}ms.",
            )
        await self._committed(self._voice.commit())

    async def _committed(self, words: tuple[str, ...]) -> None:
        item, before = self._item, self._item_before
        self._item, self._item_before = new_id("item"), item
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
        asked_at = now_seconds()
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
            delay_ms=(now_seconds() - asked_at) * 1000,
        )

    def _session(self) -> dict[str, Any]:
        return {
            "id": self._id,
            "object": "realtime.transcription_session",
            "type": "transcription",
            "expires_at": int(time.time()) + SESSION_SECONDS,
            "audio": {"input": self._input.model_dump()},
            "include": None,
        }

    async def _send(self, kind: str, **fields: Any) -> None:
        await send(self._socket, kind, **fields)
