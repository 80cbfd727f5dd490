"""One media stream of a call (Twilio Media Streams, both ways): frames out, sound, marks and clears in.

Source: Twilio's pages on media stream messages and errors 31924, 31950, 31951, read 2026-11-20.
"""

import base64
import json
from typing import Annotated

import msgspec
from websockets.frames import Opcode

from simulators.clock import now_ms
from simulators.faults import Fault
from simulators.phone_network.call import Call, Lost, new_sid
from simulators.phone_network.inlet import Inlet
from simulators.phone_network.line import CalleeLine
from simulators.phone_network.socket import MediaSocket, open_media_socket
from simulators.phone_network.stream_fault import StreamFault
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
        self._line = line
        self._document = document
        self._auth_token = auth_token
        self._fault = StreamFault(fault)
        self._socket: MediaSocket | None = None
        self._inlet = Inlet(call, _incoming, binary=31950, unreadable=31951)
        self._sequence = 0
        self._chunk = 0
        self._started = False
        self._start_ms = 0.0
        self._place = 0

    async def carry(self) -> None:
        """Carry sound until either side ends the stream.

        Cancelled when the call ends or is redirected: then stop is sent and the socket closed.
        """
        if self._socket is None:
            return
        try:
            await self._socket.closed()
        finally:
            self._line.disconnected()
            await self._socket.leave(self._say_stop)

    @property
    def carries(self) -> int | None:
        """Its place among the call's streams, from 1; None when its line is dead and sound goes nowhere."""
        return self._place if self._started and self._socket is not None and self._socket.is_open else None

    def send_audio(self, frame: bytes) -> None:
        """The callee's next 20 ms."""
        if not self._started or self._socket is None:
            return
        if self._fault.strikes(self._socket):
            self._started = False
            return
        self._sequence += 1
        self._chunk += 1
        if self._chunk > 1 and self._fault.loses_next():
            return
        payload = base64.b64encode(frame).decode()
        self._socket.send(
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
        self._line, other._line = other._line, self._line
        self._line.outlet, other._line.outlet = self, other

    async def open(self) -> None:
        """Connect and start; raises NotConnected."""
        signature = signature_of(self._auth_token, self._document.url)
        self._socket = await open_media_socket(
            self._document.url,
            {"X-Twilio-Signature": signature, "User-Agent": "Twilio.TmeWs/1.0"},
            self._take,
            self._lose,
        )
        self._call.streams += 1
        self._place = self._call.streams
        self._socket.send(b'{"event":"connected","protocol":"Call","version":"1.0.0"}')
        if self._fault.withholds_start:
            return
        self._send_start()
        self._started = True
        self._start_ms = now_ms()
        self._line.outlet = self

    def _lose(self) -> None:
        self._call.streams_lost.append(Lost(self._place, now_ms()))

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
        if self._socket is None:
            return
        self._sequence += 1
        message = {"event": event, "sequenceNumber": str(self._sequence), **fields, "streamSid": self.sid}
        self._socket.send(json.dumps(message).encode())

    def _take(self, opcode: Opcode, message: bytes) -> None:
        """A message of the customer's server arrived at the socket."""
        now = now_ms()
        incoming = self._inlet.message(opcode, message)
        if incoming is None:
            return
        if incoming.streamSid != self.sid:
            self._call.violate(31951, f"wrong streamSid {incoming.streamSid}")
            self._hang_up_stream()
            return
        match incoming:
            case _Media():
                self._take_audio(incoming.media.payload, now)
            case _Mark():
                self.return_marks(self._line.speaker.mark(incoming.mark.name))
            case _Clear():
                self._call.clears += 1
                self.return_marks(self._line.speaker.clear())

    def _take_audio(self, payload: str, now: float) -> None:
        audio = self._inlet.audio(payload)
        if audio is None:
            return
        if self._call.greeting_after_start_ms is None:
            self._call.greeting_after_start_ms = now - self._start_ms
        self._line.received(audio, now)

    def _hang_up_stream(self) -> None:
        if self._socket is not None:
            self._socket.close()

    def _say_stop(self) -> None:
        if self._started:
            ids = {"accountSid": self._call.account_sid, "callSid": self._call.sid}
            self._send_numbered("stop", {"stop": ids})
