"""The socket of /v2/listen: handshake, messages in and out, and the ways in which it ends.

Wire format: Deepgram's reference of Flux, as the SDK 7.17 reads it.
"""

import asyncio
import time
from typing import Any

import msgspec
from pydantic import ValidationError
from starlette.routing import BaseRoute, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from simulators.faults import Fault, Faults
from simulators.journal import Journal
from simulators.speech_recognition.handshake import StreamEnded, admit, what_is_wrong
from simulators.speech_recognition.live import LiveRecogniser
from simulators.speech_recognition.parameters import Parameters, as_mulaw, parameters_of
from simulators.speech_recognition.turns import RecognitionTiming, TurnEvent, TurnReport, Turns

_LIVE_FAULTS = frozenset({"stall", "close"})
_INTERNAL_ERROR = 1011
_POLICY = 1008


def routes(
    api_key: str, faults: Faults, journal: Journal, timing: RecognitionTiming | None = None
) -> list[BaseRoute]:
    """Both listening sockets. Faults of service "deepgram": a status ("429") at the handshake, "stall" (seconds)
    or "close" at the next start of a turn."""
    recogniser = _Recogniser(api_key, faults, journal, timing or RecognitionTiming())
    live = LiveRecogniser(api_key, faults, journal, timing or RecognitionTiming())
    return [WebSocketRoute("/v2/listen", recogniser.listen), WebSocketRoute("/v1/listen", live.listen)]


class _Recogniser:
    def __init__(self, api_key: str, faults: Faults, journal: Journal, timing: RecognitionTiming) -> None:
        self._api_key = api_key
        self._faults = faults
        self._journal = journal
        self._timing = timing

    async def listen(self, socket: WebSocket) -> None:
        admitted = await admit(socket, self._api_key, self._faults, parameters_of)
        if admitted is None:
            return
        request_id, parameters = admitted
        stream = _Stream(socket, request_id, parameters, self._faults, self._journal, self._timing)
        await stream.run()


class _Stream:
    """One accepted socket."""

    def __init__(
        self,
        socket: WebSocket,
        request_id: str,
        parameters: Parameters,
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
        self._turns = Turns(parameters.thresholds(), timing)
        self._keyterms: list[str] = parameters.keyterm
        self._next_message = 0
        self._speech_ended_ms = 0
        self._speech_ended_at = time.monotonic()

    async def run(self) -> None:
        self._journal.record("deepgram", "Connected", request_id=self._request_id)
        try:
            await self._send({"type": "Connected"})
            while True:
                await self._take(await self._receive())
        except StreamEnded as end:
            self._journal.record("deepgram", "Closed", request_id=self._request_id, code=end.code)
            await self._socket.close(end.code, end.reason)
        except WebSocketDisconnect:
            self._journal.record("deepgram", "Left", request_id=self._request_id)

    async def _receive(self) -> Any:
        try:
            async with asyncio.timeout(self._timing.no_audio_seconds):
                message = await self._socket.receive()
        except TimeoutError:
            reason = "Deepgram did not receive audio data or a text message within the timeout window."
            await self._fail("NET-0001", reason)
            raise StreamEnded(_INTERNAL_ERROR, f"{reason} See https://dpgr.am/net0001") from None
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        return message.get("bytes") or message.get("text")

    async def _take(self, message: bytes | str | None) -> None:
        if isinstance(message, bytes):
            await self._hear(message)
        elif message:
            await self._obey(message)
        else:
            raise StreamEnded  # an empty binary frame asks for the end, as CloseStream does

    async def _hear(self, audio: bytes) -> None:
        for report in self._turns.hear(as_mulaw(audio, self._parameters.encoding)):
            self._note_end_of_speech()
            await self._tell(report)
        self._note_end_of_speech()

    def _note_end_of_speech(self) -> None:
        ended_ms = self._turns.speech_ended_ms
        if ended_ms > self._speech_ended_ms:
            self._speech_ended_ms = ended_ms
            self._speech_ended_at = time.monotonic()

    async def _tell(self, report: TurnReport) -> None:
        if report.event is TurnEvent.START and (fault := self._faults.take("deepgram", kinds=_LIVE_FAULTS)):
            await self._play(fault)
        await self._send(_turn_info(report))
        if report.event is not TurnEvent.UPDATE:
            self._record(report)

    async def _play(self, fault: Fault) -> None:
        self._journal.record("deepgram", fault.kind, request_id=self._request_id)
        if fault.kind == "close":
            raise StreamEnded(_INTERNAL_ERROR, "internal error")
        await asyncio.sleep(fault.parameters.get("seconds", 3.0))

    def _record(self, report: TurnReport) -> None:
        self._journal.record(
            "deepgram",
            report.event.value,
            request_id=self._request_id,
            turn_index=report.turn_index,
            transcript=report.transcript,
            last_word_end_ms=report.words[-1].end_ms,
            missed_words=sum(word.missed_before for word in report.words),
            heard_ms=report.window_end_ms,
            delay_ms=(time.monotonic() - self._speech_ended_at) * 1000,
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
        message |= {"request_id": self._request_id, "sequence_id": self._next_message}
        self._next_message += 1
        await self._socket.send_text(msgspec.json.encode(message).decode())


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
