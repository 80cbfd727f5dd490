"""One media stream of a call (Twilio Media Streams, both ways): frames out, sound, marks and clears in.

Source: Twilio's pages on media stream messages and errors 31924, 31950, 31951, read 2026-11-20.
"""

import base64
import json
from typing import Annotated

import msgspec
from websockets.frames import Opcode

from simulators.clock import now_ms
from simulators.ordered_faults import Fault
from simulators.phone_network.call import Call, new_sid
from simulators.phone_network.inlet import Inlet
from simulators.phone_network.line import CalleeLine
from simulators.phone_network.stream import NetworkStream
from simulators.phone_network.twilio.twiml import Stream
from simulators.phone_network.twilio.webhooks import signature_of


class _Payload(msgspec.Struct, forbid_unknown_fields=True):
    payload: str


class _Name(msgspec.Struct, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(min_length=1)]


class _Media(msgspec.Struct, forbid_unknown_fields=True, tag_field="event", tag="media"):
    streamSid: str
    media: _Payload


class _Mark(msgspec.Struct, forbid_unknown_fields=True, tag_field="event", tag="mark"):
    streamSid: str
    mark: _Name


class _Clear(msgspec.Struct, forbid_unknown_fields=True, tag_field="event", tag="clear"):
    streamSid: str


_incoming = msgspec.json.Decoder(_Media | _Mark | _Clear)


class MediaStream:
    """One socket to the customer's media server for as long as it is connected."""

    def __init__(
        self, call: Call, line: CalleeLine, document: Stream, *, auth_token: str, fault: Fault | None
    ) -> None:
        self.sid = new_sid("MZ")
        self._call = call
        self._stream = NetworkStream(call, line, fault)
        self._document = document
        self._auth_token = auth_token
        self._inlet = Inlet(call, _incoming, binary=31950, unreadable=31951)
        self._sequence = 0
        self._chunk = 0

    async def carry(self) -> None:
        """Carry sound until either side ends the stream; cancelled when the call ends or is redirected: then stop is sent."""
        await self._stream.carry(self._say_stop)

    @property
    def carries(self) -> int | None:
        """Its place among the call's streams, from 1; None when its line is dead and sound goes nowhere."""
        return self._stream.carries

    def send_audio(self, frame: bytes) -> None:
        """The callee's next 20 ms."""
        if not self._stream.lives():
            return
        self._sequence += 1
        self._chunk += 1
        if self._chunk > 1 and self._stream.loses_next():
            return
        payload = base64.b64encode(frame).decode()
        self._stream.send(
            f'{{"event":"media","sequenceNumber":"{self._sequence}","media":{{"track":"inbound",'
            f'"chunk":"{self._chunk}","timestamp":"{(self._chunk - 1) * 20}","payload":"{payload}"}},'
            f'"streamSid":"{self.sid}"}}'.encode()
        )

    def send_digit(self, digit: str) -> None:
        """A key was pressed."""
        self._send_numbered("dtmf", {"dtmf": {"track": "inbound_track", "digit": digit}})

    def return_marks(self, names: list[str]) -> None:
        """These marks were played or flushed."""
        for name in names:
            self._call.marks_returned.append(name)
            self._send_numbered("mark", {"mark": {"name": name}})

    def swap_with(self, other: "MediaStream") -> None:
        """Carry each other's sound from now on, as if a switch had crossed two wires."""
        self._stream.line, other._stream.line = other._stream.line, self._stream.line
        self._stream.line.outlet, other._stream.line.outlet = self, other

    async def open(self) -> None:
        """Connect and start; raises NotConnected."""
        signature = signature_of(self._auth_token, self._document.url)
        headers = {"X-Twilio-Signature": signature, "User-Agent": "Twilio.TmeWs/1.0"}
        await self._stream.open(self._document.url, headers, self._take)
        self._stream.send(b'{"event":"connected","protocol":"Call","version":"1.0.0"}')
        if self._stream.withholds_start:
            return
        self._send_start()
        self._stream.start(self)

    def _send_start(self) -> None:
        self._send_numbered(
            "start",
            {
                "start": {
                    "accountSid": self._call.account_sid,
                    "streamSid": self.sid,
                    "callSid": self._call.sid,
                    "tracks": ["inbound"],
                    "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
                    "customParameters": self._document.parameters,
                }
            },
        )

    def _send_numbered(self, event: str, fields: dict[str, object]) -> None:
        if not self._stream.is_connected:
            return
        self._sequence += 1
        message = {"event": event, "sequenceNumber": str(self._sequence), **fields, "streamSid": self.sid}
        self._stream.send(json.dumps(message).encode())

    def _take(self, opcode: Opcode, message: bytes) -> None:
        """A message of the customer's server arrived at the socket."""
        now = now_ms()
        incoming = self._inlet.message(opcode, message)
        if incoming is None:
            return
        if incoming.streamSid != self.sid:
            self._call.violate(31951, f"wrong streamSid {incoming.streamSid}")
            self._stream.hang_up()
            return
        match incoming:
            case _Media():
                self._take_audio(incoming.media.payload, now)
            case _Mark():
                self.return_marks(self._stream.line.speaker.mark(incoming.mark.name))
            case _Clear():
                self._call.clears += 1
                self.return_marks(self._stream.line.speaker.clear())

    def _take_audio(self, payload: str, now: float) -> None:
        audio = self._inlet.audio(payload)
        if audio is None:
            return
        self._stream.received(audio, now)

    def _say_stop(self) -> None:
        ids = {"accountSid": self._call.account_sid, "callSid": self._call.sid}
        self._send_numbered("stop", {"stop": ids})
