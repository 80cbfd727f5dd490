"""Twilio Media Streams: its messages read and written. µ-law, mono, 8 kHz, 20 ms = 160 bytes.

Source: twilio.com/docs/voice/media-streams/websocket-messages, read 2026-11-20. Numbers come as strings. Outgoing
messages are bytes joined to a prefix made once per stream, since a JSON encoder costs ten times as much.
"""

import base64
from typing import Final

import msgspec

from media.carriers.stream import CarrierMessage, Incoming, MalformedMessage, Media, Messages, Start, unpacked
from providers.payloads import Reader


class _Format(msgspec.Struct):
    encoding: str
    sampleRate: int
    channels: int


class _Start(msgspec.Struct):
    streamSid: str
    callSid: str
    mediaFormat: _Format
    customParameters: dict[str, str] = {}


class _Message(CarrierMessage):
    start: _Start | None = None


_FRAME_BYTES: Final = 160
_decode: Final = Reader(_Message).decode


class TwilioStream:
    """Twilio's dialect. It takes audio in pieces of any length and can only be paused by a clear: hence 200 ms ahead."""

    ahead_ms: Final = 200
    piece_ms: Final = 100

    def read(self, message: bytes | str) -> Incoming | None:
        """One message of Twilio's; None for events we do not know. Raises MalformedMessage."""
        told, audio = unpacked(_decode, message)
        if audio is not None:
            return Media(_frames(audio))
        if told.event == "start" and told.start is not None:
            return _started(told.start)
        return told.short_news()

    def composer(self, stream_sid: str) -> "Composer":
        """What writes to the stream of this id."""
        return Composer(stream_sid)


def _frames(audio: bytes) -> tuple[bytes, ...]:
    """Twilio sends frame by frame; what else came would be cut here."""
    if len(audio) == _FRAME_BYTES:
        return (audio,)
    return tuple(audio[start : start + _FRAME_BYTES] for start in range(0, len(audio), _FRAME_BYTES))


def _started(start: _Start) -> Start:
    if (start.mediaFormat.encoding, start.mediaFormat.sampleRate) != ("audio/x-mulaw", 8000):
        raise MalformedMessage(f"audio format {start.mediaFormat.encoding}")
    return Start(start.streamSid, start.callSid, start.customParameters)


class Composer:
    """Writes messages to one stream."""

    def __init__(self, stream_sid: str) -> None:
        sid = msgspec.json.encode(stream_sid)
        self._media = b'{"event":"media","streamSid":' + sid + b',"media":{"payload":"'
        self._mark = b'{"event":"mark","streamSid":' + sid + b',"mark":{"name":'
        self._clear = b'{"event":"clear","streamSid":' + sid + b"}"

    def media(self, audio: bytes, now: float) -> Messages:
        """Audio of any length in one message."""
        return (self._media + base64.b64encode(audio) + b'"}}',)

    def mark(self, name: str) -> Messages:
        """Ask to be told when everything before has been played."""
        return (self._mark + msgspec.json.encode(name) + b"}}",)

    def clear(self) -> Messages:
        """Empty Twilio's buffer; it returns every mark that is still out."""
        return (self._clear,)

    def overdue(self, now: float) -> Messages:
        """Nothing ever waits here."""
        return ()
