"""An accepted listening socket of Deepgram's, whichever of its two protocols runs over it: its messages and its end.

Also what goes wrong on it, and how long after the end of speech something was told.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

import msgspec
from starlette.datastructures import QueryParams
from starlette.websockets import WebSocket, WebSocketDisconnect

from simulators.clock import now_seconds
from simulators.speech_recognition.handshake import StreamEnded, admit
from simulators.speech_recognition.turns import RecognitionTiming
from simulators.surroundings import Surroundings

Wanted = TypeVar("Wanted")

INTERNAL_ERROR: Final = 1011
NO_AUDIO: Final = "Deepgram did not receive audio data or a text message within the timeout window."
NO_AUDIO_PAGE: Final = "See https://dpgr.am/net0001"
_LIVE_FAULTS: Final = frozenset({"stall", "close"})


class VendorSocket:
    """One accepted socket."""

    def __init__(self, socket: WebSocket, request_id: str, around: Surroundings[RecognitionTiming]) -> None:
        self.request_id = request_id
        self.timing = around.timing
        self._socket = socket
        self._faults = around.faults
        self._journal = around.journal
        self._speech_ended_ms = 0
        self._speech_ended_at = now_seconds()

    async def carry(self, conversation: Awaitable[None]) -> None:
        """Hold this conversation until it raises StreamEnded or the client leaves, and close accordingly."""
        self.note("Connected")
        try:
            await conversation
        except StreamEnded as end:
            self.note("Closed", code=end.code)
            await self._socket.close(end.code, end.reason)
        except WebSocketDisconnect:
            self.note("Left")

    async def receive(self, seconds: float) -> bytes | str | None:
        """The client's next message, empty or None for an empty frame. Raises TimeoutError, WebSocketDisconnect."""
        async with asyncio.timeout(seconds):
            message = await self._socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        received: bytes | str | None = message.get("bytes") or message.get("text")
        return received

    async def send(self, message: dict[str, Any]) -> None:
        """One message to the client."""
        await self._socket.send_text(msgspec.json.encode(message).decode())

    async def misbehave(self) -> None:
        """Play the fault that waits for a start of speech, if one does. Raises StreamEnded."""
        fault = self._faults.take("deepgram", kinds=_LIVE_FAULTS)
        if fault is None:
            return
        self.note(fault.kind)
        if fault.kind == "close":
            raise StreamEnded(INTERNAL_ERROR, "internal error")
        await asyncio.sleep(fault.parameters.get("seconds", 3.0))

    def speech_ended(self, at_ms: int) -> None:
        """Speech is known to have ended there, in milliseconds of the stream's audio; what is known already is no news."""
        if at_ms > self._speech_ended_ms:
            self._speech_ended_ms = at_ms
            self._speech_ended_at = now_seconds()

    def since_speech_ms(self) -> float:
        """How long ago the end of speech arrived here."""
        return (now_seconds() - self._speech_ended_at) * 1000

    def note(self, event: str, **fields: Any) -> None:
        """Enter this in the vendor's log."""
        self._journal.record("deepgram", event, request_id=self.request_id, **fields)


@dataclass(frozen=True, slots=True)
class Endpoint(Generic[Wanted]):
    """An address of Deepgram's: read understands what a handshake's query asks for, converse holds the conversation."""

    around: Surroundings[RecognitionTiming]
    read: Callable[[QueryParams], Wanted]
    converse: Callable[[VendorSocket, Wanted], Awaitable[None]]

    async def listen(self, socket: WebSocket) -> None:
        """One socket from its handshake to its end."""
        admitted = await admit(socket, self.around.api_key, self.around.faults, self.read)
        if admitted is None:
            return
        request_id, wanted = admitted
        accepted = VendorSocket(socket, request_id, self.around)
        await accepted.carry(self.converse(accepted, wanted))
