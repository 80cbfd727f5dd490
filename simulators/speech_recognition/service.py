"""The socket of /v2/listen: handshake, messages in and out, and the ways in which it ends.

Wire format: Deepgram's reference of Flux, as the SDK 7.17 reads it.
"""

from typing import Any

import msgspec
from pydantic import ValidationError
from starlette.routing import BaseRoute, WebSocketRoute

from simulators.ordered_faults import Faults
from simulators.speech_recognition import live
from simulators.speech_recognition.handshake import StreamEnded, what_is_wrong
from simulators.speech_recognition.live_parameters import live_parameters_of
from simulators.speech_recognition.parameters import Parameters, as_mulaw, parameters_of
from simulators.speech_recognition.tongues import by_count, languages_of
from simulators.speech_recognition.turns import RecognitionTiming, TurnEvent, TurnReport, Turns
from simulators.speech_recognition.vendor_socket import (
    INTERNAL_ERROR,
    NO_AUDIO,
    NO_AUDIO_PAGE,
    Endpoint,
    VendorSocket,
)
from simulators.surroundings import Surroundings
from simulators.vendor_journal import Journal

_POLICY = 1008


def routes(
    api_key: str, faults: Faults, journal: Journal, timing: RecognitionTiming | None = None
) -> list[BaseRoute]:
    """Both listening sockets. Faults of service "deepgram": a status ("429") at the handshake, "stall" (seconds)
    or "close" at the next start of a turn."""
    around = Surroundings(api_key, faults, journal, timing or RecognitionTiming())
    return [
        WebSocketRoute("/v2/listen", Endpoint(around, parameters_of, _converse).listen),
        WebSocketRoute("/v1/listen", Endpoint(around, live_parameters_of, live.converse).listen),
    ]


async def _converse(socket: VendorSocket, parameters: Parameters) -> None:
    stream = _Stream(socket, parameters)
    await stream.greet()
    while True:
        await stream.take_next()


class _Stream:
    """One accepted socket."""

    def __init__(self, socket: VendorSocket, parameters: Parameters) -> None:
        self._socket = socket
        self._parameters = parameters
        self._turns = Turns(parameters.thresholds(), socket.timing)
        self._keyterms: list[str] = parameters.keyterm
        self._next_message = 0

    async def greet(self) -> None:
        await self._send({"type": "Connected"})

    async def _receive(self) -> bytes | str | None:
        try:
            return await self._socket.receive(self._socket.timing.no_audio_seconds)
        except TimeoutError:
            await self._fail("NET-0001", NO_AUDIO)
            raise StreamEnded(INTERNAL_ERROR, f"{NO_AUDIO} {NO_AUDIO_PAGE}") from None

    async def take_next(self) -> None:
        message = await self._receive()
        if isinstance(message, bytes):
            await self._hear(message)
        elif message:
            await self._obey(message)
        else:
            raise StreamEnded  # an empty binary frame asks for the end, as CloseStream does

    async def _hear(self, audio: bytes) -> None:
        for report in self._turns.hear(as_mulaw(audio, self._parameters.encoding)):
            self._socket.speech_ended(self._turns.speech_ended_ms)
            await self._tell(report)
        self._socket.speech_ended(self._turns.speech_ended_ms)

    async def _tell(self, report: TurnReport) -> None:
        if report.event is TurnEvent.START:
            await self._socket.misbehave()
        await self._send(self._turn_info(report))
        if report.event is not TurnEvent.UPDATE:
            self._record(report)

    def _record(self, report: TurnReport) -> None:
        self._socket.note(
            report.event.value,
            turn_index=report.turn_index,
            transcript=report.transcript,
            last_word_end_ms=report.words[-1].end_ms,
            missed_words=sum(word.missed_before for word in report.words),
            heard_ms=report.window_end_ms,
            delay_ms=self._socket.since_speech_ms(),
        )

    async def _obey(self, message: str) -> None:
        try:
            order = msgspec.json.decode(message)
        except msgspec.DecodeError:
            order = None
        match order:
            case {"type": "CloseStream"}:
                raise StreamEnded
            case {"type": "ForceEndTurn"}:
                for report in self._turns.force_end():
                    await self._tell(report)
            case {"type": "Configure"}:
                await self._configure(order)
            case _:
                description = (
                    "Could not deserialize last text message: expected CloseStream, Configure or ForceEndTurn"
                )
                await self._fail("UNPARSABLE_CLIENT_MESSAGE", description)
                raise StreamEnded(_POLICY, "DATA-0000")

    async def _configure(self, order: dict[str, Any]) -> None:
        try:
            self._turns.thresholds = self._turns.thresholds.changed(order.get("thresholds") or {})
        except ValidationError as error:
            description = what_is_wrong(error)
            await self._send(
                {"type": "ConfigureFailure", "code": "INVALID_THRESHOLDS", "description": description}
            )
            return
        if (keyterms := order.get("keyterms")) is not None:
            self._keyterms = [keyterms] if isinstance(keyterms, str) else list(keyterms)
        thresholds = self._turns.thresholds.model_dump(exclude_none=True)
        await self._send({"type": "ConfigureSuccess", "thresholds": thresholds, "keyterms": self._keyterms})

    async def _fail(self, code: str, description: str) -> None:
        await self._send({"type": "Error", "code": code, "description": description})

    async def _send(self, message: dict[str, Any]) -> None:
        message |= {"request_id": self._socket.request_id, "sequence_id": self._next_message}
        self._next_message += 1
        await self._socket.send(message)

    def _turn_info(self, report: TurnReport) -> dict[str, Any]:
        languages = by_count(languages_of([word.text for word in report.words]))
        return _turn_info(report) | ({"languages": languages} if self._parameters.is_multilingual else {})


def _turn_info(report: TurnReport) -> dict[str, Any]:
    message: dict[str, Any] = {
        "type": "TurnInfo",
        "event": report.event.value,
        "turn_index": report.turn_index,
        "audio_window_start": report.window_start_ms / 1000,
        "audio_window_end": report.window_end_ms / 1000,
        "transcript": report.transcript,
        "words": [
            {"word": word.text, "confidence": 0.99, "start": word.start_ms / 1000, "end": word.end_ms / 1000}
            for word in report.words
        ],
        "end_of_turn_confidence": round(report.confidence, 4),
    }
    if report.trigger is not None:
        message["trigger"] = report.trigger
    return message
