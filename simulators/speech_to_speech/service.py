"""The socket of /v1/realtime?model=…: messages in and out, and the ways in which it goes wrong.

Wire format: OpenAI's realtime reference, as the SDK 3.52 states it.
"""

import asyncio
import time
from typing import Any, Final

from pydantic import ValidationError
from starlette.routing import BaseRoute, Match, WebSocketRoute
from starlette.types import Scope
from starlette.websockets import WebSocket, WebSocketDisconnect

from simulators.clock import now_seconds, utc_today
from simulators.language_model.conversation import answer
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
from simulators.ordered_faults import Fault, Faults
from simulators.realtime_models import REALTIME, Today, check_transcription, is_there
from simulators.speech_recognition.handshake import StreamEnded
from simulators.speech_recognition.realtime_session import VoiceDetector, VoiceOff, VoiceOn
from simulators.speech_to_speech.conversation import Conversation, Item, item_of
from simulators.speech_to_speech.reply import RealtimeTiming, Reply
from simulators.speech_to_speech.session import Session, updated
from simulators.surroundings import Surroundings
from simulators.vendor_journal import Journal
from simulators.words.voice import Voice

SERVICE: Final = "openai.speech"
_REPLY_FAULTS: Final = frozenset({"stall", "close", "half_open", "failed"})
_WORDS_FAULTS: Final = frozenset({"unreadable", "late_words"})
_LEAST_COMMIT_MS: Final = 100


def routes(
    api_key: str,
    faults: Faults,
    journal: Journal,
    timing: RealtimeTiming | None = None,
    today: Today = utc_today,
) -> list[BaseRoute]:
    """The socket. Faults of service "openai.speech": a status ("429") at the handshake; when a response is to be made
    "stall" (seconds), "failed", "close", or "half_open" (nothing is said any more); when a turn's words are to be told
    "unreadable" or "late_words" (seconds). today: says which models the vendor has ended."""
    around = Surroundings(api_key, faults, journal, timing or RealtimeTiming())
    return [_SpeechRoute("/v1/realtime", _Speaker(around, today).converse)]


class _SpeechRoute(WebSocketRoute):
    """The same path with another query is a transcription session."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if b"model=" not in scope.get("query_string", b""):
            return Match.NONE, {}
        return super().matches(scope)


class _Speaker:
    def __init__(self, around: Surroundings[RealtimeTiming], today: Today) -> None:
        self._around = around
        self._today = today
        self._voice = Voice()

    async def converse(self, socket: WebSocket) -> None:
        if fault := self._around.faults.take(SERVICE, kinds=REFUSALS.keys()):
            await refuse(socket, fault.kind)
        elif socket.headers.get("authorization") != f"Bearer {self._around.api_key}":
            await refuse(socket, "401")
        elif (model := socket.query_params["model"]) not in REALTIME:
            await refuse(socket, "403")
        elif not is_there(model, REALTIME, self._today()):
            await refuse(socket, "404")
        else:
            await socket.accept()
            await _Stream(socket, self._around, self._voice, self._today).run()


class _Stream:
    """One accepted socket: a reader, one response at a time, and one transcript after the other."""

    def __init__(
        self, socket: WebSocket, around: Surroundings[RealtimeTiming], voice: Voice, today: Today
    ) -> None:
        self._socket = socket
        self._today = today
        self._model = socket.query_params["model"]
        self._faults = around.faults
        self._journal = around.journal
        self._timing = around.timing
        self._mouth = voice
        self._id = new_id("sess")
        self._session = Session(type="realtime")
        self._voice = VoiceDetector()
        self._voice.detection = self._session.audio.input.turn_detection
        self._conversation = Conversation()
        self._item = new_id("item")
        self._reply: Reply | None = None
        self._has_spoken = False
        self._silent = False
        self._spoken: asyncio.Queue[tuple[float, str, str]] = asyncio.Queue()
        self._group = asyncio.TaskGroup()

    async def run(self) -> None:
        try:
            async with self._group:
                self._group.create_task(self._read())
                self._group.create_task(self._transcribe_all())
        except* StreamEnded:
            await self._socket.close(INTERNAL_ERROR, "internal error")
        except* WebSocketDisconnect:
            self._note("Left")

    async def _read(self) -> None:
        await self._send("session.created", session=self._shown())
        while True:
            await obey(self._socket, await self._receive(), self._obey)

    async def _receive(self) -> str:
        """The next message; once half open, messages are swallowed."""
        while True:
            text = await self._socket.receive_text()
            if not self._silent:
                return text

    async def _obey(self, message: Any) -> None:
        match message:
            case {"type": "input_audio_buffer.append", "audio": str(audio)}:
                await self._hear(audio_in(audio))
            case {"type": "session.update", "session": wanted}:
                await self._configure(wanted)
            case {"type": "input_audio_buffer.commit"}:
                await self._commit()
            case {"type": "response.create"}:
                self._respond(message.get("response") or {})
            case {"type": "response.cancel"}:
                self._cancel()
            case {"type": "conversation.item.create", "item": wanted}:
                await self._create(wanted, message.get("previous_item_id"))
            case {"type": "conversation.item.delete", "item_id": str(item_id)}:
                self._conversation.delete(item_id)
                await self._send("conversation.item.deleted", item_id=item_id)
            case {
                "type": "conversation.item.truncate",
                "item_id": str(item_id),
                "content_index": int(index),
                "audio_end_ms": int(audio_end_ms),
            }:
                await self._truncate(item_id, index, audio_end_ms)
            case _:
                raise Refused("invalid_value", "Unknown or incomplete event.", "type")

    async def _configure(self, wanted: Any) -> None:
        try:
            session = updated(self._session, wanted)
        except ValidationError as error:
            raise refusal_of(error, "session") from error
        if heard := session.audio.input.transcription:
            check_transcription(heard.model, self._today())
        if self._has_spoken and session.audio.output.voice != self._session.audio.output.voice:
            raise Refused(
                "cannot_update_voice", "Cannot update a conversation's voice if assistant audio is present."
            )
        self._session = session
        self._voice.detection = session.audio.input.turn_detection
        await self._send("session.updated", session=self._shown())

    # Hearing

    async def _hear(self, audio: bytes) -> None:
        for change in self._voice.hear(audio):
            match change:
                case VoiceOn(at_ms):
                    await self._send(
                        "input_audio_buffer.speech_started", item_id=self._item, audio_start_ms=at_ms
                    )
                    if self._detection("interrupt_response") and self._reply is not None:
                        self._reply.cancel()
                case VoiceOff(at_ms, words):
                    await self._send(
                        "input_audio_buffer.speech_stopped", item_id=self._item, audio_end_ms=at_ms
                    )
                    await self._committed(words)
                    if self._detection("create_response"):
                        self._respond({})

    def _detection(self, what: str) -> bool:
        return bool(getattr(self._session.audio.input.turn_detection, what, False))

    async def _commit(self) -> None:
        if self._voice.buffered_ms < _LEAST_COMMIT_MS:
            raise Refused(
                "input_audio_buffer_commit_empty",
                f"Error committing input audio buffer: buffer too small. Expected at least {_LEAST_COMMIT_MS}ms.",
            )
        await self._committed(self._voice.commit())

    async def _committed(self, words: tuple[str, ...]) -> None:
        """The model has heard it; somebody else reads it."""
        item = Item(self._item, "user", " ".join(words), is_spoken=True)
        self._item = new_id("item")
        before = self._conversation.add(item)
        await self._send("input_audio_buffer.committed", item_id=item.id, previous_item_id=before)
        await self._send("conversation.item.added", item=item.as_event(), previous_item_id=before)
        if self._session.audio.input.transcription is not None:
            due = now_seconds() + self._timing.transcript_ms / 1000
            self._spoken.put_nowait((due, item.id, item.text))

    async def _transcribe_all(self) -> None:
        while True:
            await self._transcribe(*await self._spoken.get())

    async def _transcribe(self, due: float, item: str, text: str) -> None:
        fault = self._fault(_WORDS_FAULTS)
        late_seconds = fault.parameters.get("seconds", 3.0) if fault and fault.kind == "late_words" else 0.0
        await asyncio.sleep(max(0.0, due + late_seconds - now_seconds()))
        kind, place = "conversation.item.input_audio_transcription", {"item_id": item, "content_index": 0}
        if fault and fault.kind == "unreadable":
            error = {"type": "server_error", "code": "audio_unintelligible", "message": "Not understood."}
            await self._send(f"{kind}.failed", **place, error=error)
            return
        if text:
            await self._send(f"{kind}.delta", **place, delta=text)
        usage = {"type": "duration", "seconds": 1}
        await self._send(f"{kind}.completed", **place, transcript=text, usage=usage)
        self._note("Transcribed", transcript=text)

    # Speaking

    def _respond(self, wanted: dict[str, Any]) -> None:
        if self._reply is not None:
            raise Refused(
                "conversation_already_has_active_response",
                f"Conversation already has an active response in progress: {self._reply.id}.",
            )
        fault = self._fault(_REPLY_FAULTS)
        if fault and fault.kind == "close":
            raise StreamEnded
        if fault and fault.kind == "half_open":
            self._silent = True
            return
        reply = Reply(
            self._send, self._conversation, self._timing, self._mouth, wanted.get("metadata") or None
        )
        self._reply, self._has_spoken = reply, True
        self._group.create_task(self._make(reply, fault))

    async def _make(self, reply: Reply, fault: Fault | None) -> None:
        stall = fault.parameters.get("seconds", 5.0) if fault and fault.kind == "stall" else 0.0
        answered = answer(self._conversation.request(self._session, self._model))
        self._note("Request", text=answered.text)
        await reply.run(answered, stall_seconds=stall, fails=fault is not None and fault.kind == "failed")
        self._reply = None
        self._note("Finished", status=reply.status, text=answered.text)

    def _cancel(self) -> None:
        if self._reply is None:
            raise Refused("response_cancel_not_active", "Cancellation failed: no active response found")
        self._note("Cancelled")
        self._reply.cancel()

    # The conversation's items

    async def _create(self, wanted: Any, after: str | None) -> None:
        item = item_of(wanted, self._open_calls())
        before = self._conversation.add(item, after)
        self._note("Told", role=item.role, text=item.text)
        await self._send("conversation.item.added", item=item.as_event(), previous_item_id=before)
        await self._send("conversation.item.done", item=item.as_event(), previous_item_id=before)

    def _open_calls(self) -> frozenset[str]:
        items = self._conversation.items
        answered = {item.call_id for item in items if item.role == "tool"}
        return frozenset(item.call_id for item in items if item.role == "call") - answered

    async def _truncate(self, item_id: str, index: int, audio_end_ms: int) -> None:
        heard = self._conversation.truncate(item_id, index, audio_end_ms)
        self._note("Truncated", audio_end_ms=audio_end_ms, text=heard.text)
        await self._send(
            "conversation.item.truncated", item_id=item_id, content_index=index, audio_end_ms=audio_end_ms
        )

    def _fault(self, kinds: frozenset[str]) -> Fault | None:
        fault = self._faults.take(SERVICE, kinds=kinds)
        if fault:
            self._note(fault.kind)
        return fault

    def _shown(self) -> dict[str, Any]:
        expires_at = int(time.time()) + SESSION_SECONDS
        shown = {
            "id": self._id,
            "object": "realtime.session",
            "model": self._model,
            "expires_at": expires_at,
        }
        return shown | self._session.model_dump()

    async def _send(self, kind: str, **fields: Any) -> None:
        if not self._silent:
            await send(self._socket, kind, **fields)

    def _note(self, event: str, **fields: Any) -> None:
        self._journal.record(SERVICE, event, id=self._id, **fields)
