"""One media stream of a call as Exotel carries it: 16-bit samples in pieces of 100 ms out; chunks, marks, clears in.

Source: developer.exotel.com/docs/agentstream/websocket-protocol and Exotel's support page on the Stream applet, read
2026-11-21. Exotel has no numbers for misuse: a violation's code is the close code it documents for it (1003 binary,
1007 unreadable, 1008 another stream), or the limit that a chunk broke (320, 3200, 100000 bytes).
"""

import base64
import json
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec
import numpy as np
from websockets.frames import Opcode

from simulators.clock import now_ms
from simulators.ordered_faults import Fault
from simulators.phone_network.call import Call, new_sid
from simulators.phone_network.exotel.playout import ChunkSpeaker
from simulators.phone_network.inlet import Inlet
from simulators.phone_network.line import CalleeLine
from simulators.phone_network.stream import NetworkStream
from simulators.words import mulaw

MULTIPLE_OF, LEAST, MOST = 320, 3_200, 100_000
LONGEST_QUERY = 256
_MOST_PARAMETERS = 3
_FRAMES = 5  # of 20 ms in a piece


class BadStreamAddress(ValueError):
    """Exotel does not connect a stream to this address."""


class _Payload(msgspec.Struct):
    chunk: int
    timestamp: int
    payload: str


class _Name(msgspec.Struct):
    name: str


class _Media(msgspec.Struct, tag_field="event", tag="media"):
    stream_sid: str
    sequence_number: int
    media: _Payload


class _Mark(msgspec.Struct, tag_field="event", tag="mark"):
    stream_sid: str
    mark: _Name


class _Clear(msgspec.Struct, tag_field="event", tag="clear"):
    stream_sid: str


_incoming = msgspec.json.Decoder(_Media | _Mark | _Clear, strict=False)


class ExotelStream:
    """One socket to the customer's media server for as long as it is connected; raises BadStreamAddress."""

    def __init__(self, call: Call, line: CalleeLine, url: str, *, fault: Fault | None) -> None:
        self.sid = new_sid("MZ")
        self._call = call
        self._stream = NetworkStream(call, line, fault)
        self._parameters = parameters_of(url)
        self._url, self._headers = _address_and_headers(url)
        self._speaker = ChunkSpeaker()
        self._inlet = Inlet(call, _incoming, binary=1003, unreadable=1007)
        self._frames: list[bytes] = []
        self._sequence = 0
        self._chunk = 0

    async def open(self) -> None:
        """Connect and start; raises NotConnected."""
        await self._stream.open(self._url, self._headers, self._take)
        self._stream.line.speaker = self._speaker
        self._stream.send(b'{"event":"connected"}')
        if self._stream.withholds_start:
            return
        self._send(
            "start",
            {
                "stream_sid": self.sid,
                "call_sid": self._call.sid,
                "account_sid": self._call.account_sid,
                "from": self._call.request.to,
                "to": self._call.request.from_,
                "custom_parameters": self._parameters,
                "media_format": {"encoding": "audio/x-raw", "sample_rate": "8000", "bit_rate": "16"},
            },
        )
        self._stream.start(self)

    async def carry(self) -> None:
        """Carry sound until the customer closes; cancelled when the call ends: then stop is sent."""
        await self._stream.carry(self._say_stop)

    @property
    def carries(self) -> int | None:
        """Its place among the call's streams, from 1; None when its line is dead and sound goes nowhere."""
        return self._stream.carries

    def send_audio(self, frame: bytes) -> None:
        """The callee's next 20 ms, sent with four others."""
        if not self._stream.lives():
            return
        self._frames.append(frame)
        if len(self._frames) < _FRAMES:
            return
        samples = mulaw.decode(b"".join(self._frames)).astype("<i2").tobytes()
        self._frames.clear()
        self._chunk += 1
        payload = base64.b64encode(samples).decode()
        at = str((self._chunk - 1) * _FRAMES * 20)
        if self._chunk > 1 and self._stream.loses_next():
            return
        self._send("media", {"chunk": str(self._chunk), "timestamp": at, "payload": payload})

    def send_digit(self, digit: str) -> None:
        """A key was pressed."""
        self._send("dtmf", {"digit": digit, "duration": "100"})

    def return_marks(self, names: list[str]) -> None:
        """These marks were played or flushed."""
        for name in names:
            self._call.marks_returned.append(name)
            self._send("mark", {"name": name})

    def _send(self, event: str, body: dict[str, Any]) -> None:
        if not self._stream.is_connected:
            return
        self._sequence += 1
        message = {
            "event": event,
            "sequence_number": str(self._sequence),
            "stream_sid": self.sid,
            event: body,
        }
        self._stream.send(json.dumps(message).encode())

    def _take(self, opcode: Opcode, message: bytes) -> None:
        """A message of the customer's server arrived at the socket."""
        now = now_ms()
        incoming = self._inlet.message(opcode, message)
        if incoming is None:
            return
        if incoming.stream_sid != self.sid:
            self._call.violate(1008, f"wrong stream_sid {incoming.stream_sid}")
            return
        match incoming:
            case _Media():
                self._take_audio(incoming.media.payload, now)
            case _Mark():
                self.return_marks(self._speaker.mark(incoming.mark.name))
            case _Clear():
                self._call.clears += 1
                self.return_marks(self._speaker.clear())

    def _take_audio(self, payload: str, now: float) -> None:
        """A chunk of a wrong size is noted and played, as far as it holds whole samples: it only sounds bad."""
        chunk = self._inlet.audio(payload)
        if chunk is None:
            return
        self._check_size(len(chunk))
        samples = np.frombuffer(chunk[: len(chunk) // 2 * 2], "<i2").astype(np.int16)
        self._stream.received(mulaw.encode(samples), now)

    def _check_size(self, size: int) -> None:
        if size % MULTIPLE_OF:
            self._call.violate(MULTIPLE_OF, f"a chunk of {size} bytes is no multiple of {MULTIPLE_OF}")
        if size < LEAST:
            self._call.violate(LEAST, f"a chunk of {size} bytes may break up")
        if size > MOST:
            self._call.violate(MOST, f"a chunk of {size} bytes may time out")

    def _say_stop(self) -> None:
        ids = {"call_sid": self._call.sid, "account_sid": self._call.account_sid}
        self._send("stop", {**ids, "reason": "callended"})


def parameters_of(url: str) -> dict[str, str]:
    """The custom parameters in a stream's address, its sample rate apart; raises BadStreamAddress.

    This network speaks at 8 kHz only, the rate of the telephone.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("ws", "wss"):
        raise BadStreamAddress("a stream address begins with wss:// or ws://")
    if len(parts.query) > LONGEST_QUERY:
        raise BadStreamAddress(f"the parameters are longer than {LONGEST_QUERY} characters")
    parameters = dict(parse_qsl(parts.query))
    rate = parameters.pop("sample-rate", None) or parameters.pop("sample_rate", "8000")
    if rate != "8000":
        raise BadStreamAddress(f"this network carries no stream at {rate} Hz")
    if len(parameters) > _MOST_PARAMETERS:
        raise BadStreamAddress(f"more than {_MOST_PARAMETERS} custom parameters")
    return parameters


def _address_and_headers(url: str) -> tuple[str, dict[str, str]]:
    """The address without its user and password, which travel as basic authorization."""
    parts = urlsplit(url)
    headers = {"User-Agent": "Exotel"}
    if parts.username:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl(), headers
