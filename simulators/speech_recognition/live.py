"""The socket of /v1/listen (Nova): messages in and out, and the ways in which it ends.

Wire format: Deepgram's reference of /v1/listen, as the SDK 7.17 reads it. That KeepAlive counts only after the first
answer: deepgram-dotnet-sdk issue 131.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Final, assert_never
from uuid import uuid4

import msgspec

from simulators.clock import now_seconds
from simulators.speech_recognition.handshake import StreamEnded
from simulators.speech_recognition.live_parameters import LiveParameters
from simulators.speech_recognition.parameters import as_mulaw
from simulators.speech_recognition.segments import Report, Results, Segments, SpeechStarted, UtteranceEnd
from simulators.speech_recognition.tongues import by_count, languages_of
from simulators.speech_recognition.vendor_socket import (
    INTERNAL_ERROR,
    NO_AUDIO,
    NO_AUDIO_PAGE,
    VendorSocket,
)
from simulators.words.ear import HeardWord

_PUNCTUATION: Final = ".,!?;:…\"'()"


async def converse(socket: VendorSocket, parameters: LiveParameters) -> None:
    """Listen on a socket of /v1/listen. Raises StreamEnded, WebSocketDisconnect."""
    stream = _Stream(socket, parameters)
    while True:
        await stream.take_next()


class _Stream:
    """One accepted socket."""

    def __init__(self, socket: VendorSocket, parameters: LiveParameters) -> None:
        self._socket = socket
        self._parameters = parameters
        self._segments = Segments(parameters, socket.timing)
        self._model_id = str(uuid4())
        self._digest = hashlib.sha256()
        self._answered = False
        self._alive_at = now_seconds()

    async def _receive(self) -> bytes | str | None:
        try:
            return await self._socket.receive(
                self._alive_at + self._socket.timing.no_audio_seconds - now_seconds()
            )
        except TimeoutError:
            raise StreamEnded(INTERNAL_ERROR, f"{NO_AUDIO} {NO_AUDIO_PAGE}") from None

    async def take_next(self) -> None:
        message = await self._receive()
        if isinstance(message, bytes):
            await self._hear(message)
        elif message:
            await self._obey(message)
        else:
            await self._finish()  # an empty binary frame asks for the end, as CloseStream does

    async def _hear(self, audio: bytes) -> None:
        self._alive_at = now_seconds()
        self._digest.update(audio)
        for report in self._segments.hear(as_mulaw(audio, self._parameters.encoding)):
            self._socket.speech_ended(self._segments.speech_ended_ms)
            await self._tell(report)
        self._socket.speech_ended(self._segments.speech_ended_ms)

    async def _obey(self, message: str) -> None:
        try:
            order = msgspec.json.decode(message)
        except msgspec.DecodeError:
            order = None
        match order:
            case {"type": "KeepAlive"}:
                if self._answered:
                    self._alive_at = now_seconds()
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
                "request_id": self._socket.request_id,
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
        if isinstance(report, Results) and report.words:
            await self._socket.misbehave()
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

    def _record(self, report: Report) -> None:
        if isinstance(report, Results) and not (report.is_final and report.words):
            return
        self._socket.note(
            "SpeechFinal" if isinstance(report, Results) and report.speech_final else type(report).__name__,
            transcript=self._transcript(report.words) if isinstance(report, Results) else "",
            heard_ms=self._segments.heard_ms,
            delay_ms=self._socket.since_speech_ms(),
        )

    def _results(self, report: Results) -> dict[str, Any]:
        alternative = {
            "transcript": self._transcript(report.words),
            "confidence": 0.99 if report.words else 0.0,
            "words": self._words(report.words),
        } | self._languages(report.words)
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
                "request_id": self._socket.request_id,
                "model_info": model,
                "model_uuid": self._model_id,
            },
        }

    def _languages(self, words: Iterable[HeardWord]) -> dict[str, Any]:
        if not self._parameters.is_multilingual:
            return {}
        return {"languages": by_count(languages_of([word.text for word in words]))}

    def _transcript(self, words: Iterable[HeardWord]) -> str:
        return " ".join(word.text if self._parameters.is_punctuated else _plain(word.text) for word in words)

    def _words(self, words: Sequence[HeardWord]) -> list[dict[str, Any]]:
        told = [self._word(word) for word in words]
        if not self._parameters.is_multilingual:
            return told
        languages = languages_of([word.text for word in words])
        return [word | {"language": language} for word, language in zip(told, languages, strict=True)]

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
        await self._socket.send(message)


def _plain(word: str) -> str:
    return word.strip(_PUNCTUATION).lower()
