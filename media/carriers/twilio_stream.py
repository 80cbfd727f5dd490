"""Twilio Media Streams: its messages read and written. µ-law, mono, 8 kHz, 20 ms = 160 bytes.

Source: twilio.com/docs/voice/media-streams/websocket-messages, read 2026-11-20. Numbers come as strings. Outgoing
messages are bytes joined to a prefix made once per stream, since a JSON encoder costs ten times as much.
"""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from typing import Final

import msgspec

from domain.conversations import AnsweredBy


class StreamNonsense(ValueError):
    """A message that does not fit Twilio's documentation."""


@dataclass(frozen=True, slots=True)
class Connected:
    """The first message; start follows."""


@dataclass(frozen=True, slots=True)
class Start:
    """The call's audio begins."""

    stream_sid: str
    call_sid: str
    parameters: dict[str, str]


@dataclass(frozen=True, slots=True)
class Media:
    """20 ms of the person's side."""

    audio: bytes


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything before this mark was played, or flushed by a clear."""

    name: str


@dataclass(frozen=True, slots=True)
class Digit:
    """A key was pressed."""

    digit: str


@dataclass(frozen=True, slots=True)
class Stop:
    """The stream is over."""


class _Format(msgspec.Struct):
    encoding: str
    sampleRate: int
    channels: int


class _Start(msgspec.Struct):
    streamSid: str
    callSid: str
    mediaFormat: _Format
    customParameters: dict[str, str] = {}


class _Payload(msgspec.Struct):
    payload: str
    track: str = "inbound"


class _Mark(msgspec.Struct):
    name: str


class _Digit(msgspec.Struct):
    digit: str


class _Message(msgspec.Struct):
    event: str
    media: _Payload | None = None
    start: _Start | None = None
    mark: _Mark | None = None
    dtmf: _Digit | None = None


_decode: Final = msgspec.json.Decoder(_Message).decode

Incoming = Connected | Start | Media | Mark | Digit | Stop


def read(message: bytes | str) -> Incoming | None:
    """One message of Twilio's; None for events we do not know. Raises StreamNonsense."""
    try:
        parsed = _decode(message)
        if parsed.media is not None and parsed.event == "media":
            return Media(base64.b64decode(parsed.media.payload))
    except (msgspec.DecodeError, binascii.Error) as error:
        raise StreamNonsense(str(error)) from error
    return _rare(parsed)


def _rare(message: _Message) -> Incoming | None:
    if message.event == "start" and message.start is not None:
        start = message.start
        if (start.mediaFormat.encoding, start.mediaFormat.sampleRate) != ("audio/x-mulaw", 8000):
            raise StreamNonsense(f"audio format {start.mediaFormat.encoding}")
        return Start(start.streamSid, start.callSid, start.customParameters)
    if message.event == "mark" and message.mark is not None:
        return Mark(message.mark.name)
    if message.event == "dtmf" and message.dtmf is not None:
        return Digit(message.dtmf.digit)
    if message.event == "connected":
        return Connected()
    return Stop() if message.event == "stop" else None


class Composer:
    """Writes messages to one stream."""

    def __init__(self, stream_sid: str) -> None:
        sid = msgspec.json.encode(stream_sid)
        self._media = b'{"event":"media","streamSid":' + sid + b',"media":{"payload":"'
        self._mark = b'{"event":"mark","streamSid":' + sid + b',"mark":{"name":'
        self.clear = b'{"event":"clear","streamSid":' + sid + b"}"

    def media(self, audio: bytes) -> bytes:
        """Audio of any length, played in order."""
        return self._media + base64.b64encode(audio) + b'"}}'

    def mark(self, name: str) -> bytes:
        """Ask to be told when everything before has been played."""
        return self._mark + msgspec.json.encode(name) + b"}}"


def signature_fits(auth_token: str, url: str, signature: str) -> bool:
    """Say whether Twilio signed this handshake: HMAC-SHA1 over the public wss address, which has no parameters."""
    digest = hmac.digest(auth_token.encode(), url.encode(), hashlib.sha1)
    return hmac.compare_digest(base64.b64encode(digest).decode(), signature)


def answered_by(word: str) -> tuple[AnsweredBy, bool]:
    """Twilio's AnsweredBy as ours, and whether the machine's greeting is over."""
    if word.startswith("machine"):
        return AnsweredBy.VOICEMAIL, word.startswith("machine_end")
    return {"human": AnsweredBy.PERSON, "fax": AnsweredBy.UNAVAILABLE}.get(word, AnsweredBy.UNKNOWN), False
