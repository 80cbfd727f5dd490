"""The socket of /v1/listen (Nova): messages in and out, and the ways in which it ends.

Wire format: Deepgram's reference of /v1/listen, as the SDK 7.17 reads it. That KeepAlive counts only after the first
answer: deepgram-dotnet-sdk issue 131.
"""

import asyncio
import hashlib
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final, assert_never
from uuid import uuid4

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from simulators.faults import Fault, Faults
from simulators.journal import Journal
from simulators.speech_recognition.handshake import StreamEnded, admit
from simulators.speech_recognition.live_parameters import LiveParameters, live_parameters_of
from simulators.speech_recognition.parameters import as_mulaw
from simulators.speech_recognition.segments import Report, Results, Segments, SpeechStarted, UtteranceEnd
from simulators.speech_recognition.turns import RecognitionTiming
from simulators.words.ear import HeardWord

_LIVE_FAULTS: Final = frozenset({"stall", "close"})
_INTERNAL_ERROR: Final = 1011
_NO_AUDIO: Final = "Deepgram did not receive audio data or a text message within the timeout window. See https://dpgr.am/net0001"
_PUNCTUATION: Final = ".,!?;:…\"'()"


class LiveRecogniser:
    """Listens on /v1/listen."""

    def __init__(self, api_key: str, faults: Faults, journal: Journal, timing: RecognitionTiming) -> None:
        self._api_key = api_key
        self._faults = faults
        self._journal = journal
        self._timing = timing

    async def listen(self, socket: WebSocket) -> None:
        """One socket from its handshake to its end."""
        admitted = await admit(socket, self._api_key, self._faults, live_parameters_of)
        if admitted is None:
            return
        await _Stream(socket, *admitted, self._faults, self._journal, self._timing).run()


class _Stream:
    """One accepted socket."""

    def __init__(
        self,
        socket: WebSocket,
        request_id: str,
        parameters: LiveParameters,
        faults: Faults,
        journal: Journal,
        timing: RecognitionTiming,
    ) -> None:
        self._socket = socket
        self._request_id = request_id
        self._parameters = parameters
        self._faults = faults
        self._journal = journal
        self._timing = timing
        self._segments = Segments(parameters, timing)
        self._model_id = str(uuid4())
        self._digest = hashlib.sha256()
        self._answered = False
        self._alive_at = time.monotonic()
        self._speech_ended_ms = 0
        self._speech_ended_at = time.monotonic()

    async def run(self) -> None:
        self._journal.record("deepgram", "Connected", request_id=self._request_id)
        try:
            while True:
                await self._take(await self._receive())
        except StreamEnded as end:
            self._journal.record("deepgram", "Closed", request_id=self._request_id, code=end.code)
            await self._socket.close(end.code, end.reason)
        except WebSocketDisconnect:
            self._journal.record("deepgram", "Left", request_id=self._request_id)

    async def _receive(self) -> bytes | str | None:
        try:
            async with asyncio.timeout(self._alive_at + self._timing.no_audio_seconds - time.monotonic()):
                message = await self._socket.receive()
        except TimeoutError:
            raise StreamEnded(_INTERNAL_ERROR, _NO_AUDIO) from None
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        received: bytes | str | None = message.get("bytes") or message.get("text")
        return received

    async def _take(self, message: bytes | str | None) -> None:
        if isinstance(message, bytes):
            await self._hear(message)
        elif message:
            await self._obey(message)
        else:
            await self._finish()  # an empty binary frame asks for the end, as CloseStream does

    async def _hear(self, audio: bytes) -> None:
        self._alive_at = time.monotonic()
        self._digest.update(audio)
        for report in self._segments.hear(as_mulaw(audio, self._parameters.encoding)):
            self._note_end_of_speech()
            await self._tell(report)
        self._note_end_of_speech()

    def _note_end_of_speech(self) -> None:
        if self._segments.speech_ended_ms > self._speech_ended_ms:
            self._speech_ended_ms = self._segments.speech_ended_ms
            self._speech_ended_at = time.monotonic()

    async def _obey(self, message: str) -> None:
        try:
            order = msgspec.json.decode(message)
        except msgspec.DecodeError:
            order = None
        match order:
            case {"type": "KeepAlive"}:
                if self._answered:
                    self._alive_at = time.monotonic()
            case {"type": "Finalize"}:
                await self._tell_all(self._segments.finalize())
            case {"type": "CloseStream"}:
                await self._finish()
            case _:
                description = (
                    "Could not deserialize last text message: expected KeepAlive, Finalize or CloseStream"
                )
                error = {"type": "Error", "variant": "SchemaError", "description": description}
                await self._send(error | {"message": message})

    async def _finish(self) -> None:
        """Tell what is left and what the stream was, then end it."""
        await self._tell_all(self._segments.close())
        await self._send(
            {
                "type": "Metadata",
                "transaction_key": "deprecated",
                "request_id": self._request_id,
                "sha256": self._digest.hexdigest(),
                "created": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
                "duration": self._segments.heard_ms / 1000,
                "channels": 1,
            }
        )
        raise StreamEnded

    async def _tell_all(self, reports: Iterable[Report]) -> None:
        for report in reports:
            await self._tell(report)

    async def _tell(self, report: Report) -> None:
        begins = isinstance(report, Results) and report.words
        if begins and (fault := self._faults.take("deepgram", kinds=_LIVE_FAULTS)):
            await self._play(fault)
        match report:
            case Results():
                await self._send(self._results(report))
            case SpeechStarted(at_ms):
                await self._send({"type": "SpeechStarted", "channel": [0, 1], "timestamp": at_ms / 1000})
            case UtteranceEnd(end_ms):
                await self._send({"type": "UtteranceEnd", "channel": [0, 1], "last_word_end": end_ms / 1000})
            case _:
                assert_never(report)
        self._record(report)

    async def _play(self, fault: Fault) -> None:
        self._journal.record("deepgram", fault.kind, request_id=self._request_id)
        if fault.kind == "close":
            raise StreamEnded(_INTERNAL_ERROR, "internal error")
        await asyncio.sleep(fault.parameters.get("seconds", 3.0))

    def _record(self, report: Report) -> None:
        if isinstance(report, Results) and not (report.is_final and report.words):
            return
        self._journal.record(
            "deepgram",
            "SpeechFinal" if isinstance(report, Results) and report.speech_final else type(report).__name__,
            request_id=self._request_id,
            transcript=self._transcript(report.words) if isinstance(report, Results) else "",
            heard_ms=self._segments.heard_ms,
            delay_ms=(time.monotonic() - self._speech_ended_at) * 1000,
        )

    def _results(self, report: Results) -> dict[str, Any]:
        alternative = {
            "transcript": self._transcript(report.words),
            "confidence": 0.99 if report.words else 0.0,
            "words": [self._word(word) for word in report.words],
        }
        model = {
            "name": self._parameters.model,
            "version": "2025-07-31.0",
            "arch": self._parameters.model[:6],
        }
        return {
            "type": "Results",
            "channel_index": [0, 1],
            "start": report.start_ms / 1000,
            "duration": (report.end_ms - report.start_ms) / 1000,
            "is_final": report.is_final,
            "speech_final": report.speech_final,
            "from_finalize": report.from_finalize,
            "channel": {"alternatives": [alternative]},
            "metadata": {
                "request_id": self._request_id,
                "model_info": model,
                "model_uuid": self._model_id,
            },
        }

    def _transcript(self, words: Iterable[HeardWord]) -> str:
        return " ".join(word.text if self._parameters.is_punctuated else _plain(word.text) for word in words)

    def _word(self, word: HeardWord) -> dict[str, Any]:
        heard = {
            "word": _plain(word.text),
            "start": word.start_ms / 1000,
            "end": word.end_ms / 1000,
            "confidence": 0.99,
        }
        return heard | ({"punctuated_word": word.text} if self._parameters.is_punctuated else {})

    async def _send(self, message: dict[str, Any]) -> None:
        self._answered = True
        await self._socket.send_text(msgspec.json.encode(message).decode())


def _plain(word: str) -> str:
    return word.strip(_PUNCTUATION).lower()
