"""Exotel's voice streams (Voicebot applet, Connect Voice AI): its messages read and written.

16-bit little-endian samples, mono, 8 kHz: 16 bytes a millisecond on the wire, µ-law on our side. Its pages contradict
each other, so this reads tolerantly (numbers or strings, snake_case or camelCase) and writes all fields any page asks
for. Source: developer.exotel.com/docs/agentstream/websocket-protocol and Exotel's support page on the Stream applet
(chunk sizes), read 2026-11-21; its samples (exotel/Agent-Stream), read 2026-11-29. Streams have 8 kHz as long as the
applet's address names no other rate by `sample-rate`.

Exotel signs nothing: the token in the path we gave admits a stream. It resumes nothing either: a closed socket ends the
call, or moves a call flow on to its next applet.
"""

import base64
from typing import Final

import msgspec

from media.carriers.mulaw import mulaw_of, samples_of
from media.carriers.stream import CarrierMessage, Incoming, MalformedMessage, Media, Messages, Start, unpacked
from providers.payloads import Reader

_FRAME_BYTES: Final = 320
_LEAST_BYTES: Final = 3_200
"""Smaller chunks may break up; Exotel's pages call this 100 ms, at 8 kHz it is 200."""
_MOST_BYTES: Final = 96_000  # below Exotel's 100,000 and a multiple of 320
_BYTES_PER_MS: Final = 16
_DUE_MS: Final = 40.0
"""How long before the far end falls silent a piece that is too small is sent with silence behind it: two ticks."""
_PATIENCE_MS: Final = 100.0
"""How long since its last audio such a piece waits even if nothing plays, lest a reply's first word be torn apart while
its audio arrives; chosen by feel."""


class _Format(msgspec.Struct):
    encoding: str = "raw"
    sample_rate: int = 8_000


class _Start(msgspec.Struct):
    stream_sid: str = ""
    call_sid: str = ""
    streamSid: str = ""
    callSid: str = ""
    media_format: _Format | None = None
    mediaFormat: _Format | None = None
    custom_parameters: dict[str, str | int | float] | None = None
    customParameters: dict[str, str | int | float] | None = None


class _Message(CarrierMessage):
    stream_sid: str = ""
    streamSid: str = ""
    start: _Start | None = None


_decode: Final = Reader(_Message, strict=False).decode  # numbers come as numbers or as strings


class ExotelStream:
    """Exotel's dialect. Its chunks last 200 ms at least, so that two of them are sent ahead."""

    ahead_ms: Final = 400
    piece_ms: Final = 200

    def __init__(self) -> None:
        self._rest = b""

    def read(self, message: bytes | str) -> Incoming | None:
        """One message of Exotel's; None for events we do not know. Raises MalformedMessage."""
        told, audio = unpacked(_decode, message)
        if audio is not None:
            return Media(self._frames(audio))
        if told.event == "start" and told.start is not None:
            return _started(told, told.start)
        return told.short_news()

    def composer(self, stream_sid: str) -> "Composer":
        """What writes to the stream of this id."""
        return Composer(stream_sid)

    def _frames(self, samples: bytes) -> tuple[bytes, ...]:
        """Exotel's pieces of 20 to 100 ms as frames of 20 ms; what is less than a frame waits for the next piece."""
        samples = self._rest + samples
        whole = len(samples) - len(samples) % _FRAME_BYTES
        self._rest = samples[whole:]
        audio, frame = mulaw_of(samples[:whole]), _FRAME_BYTES // 2
        return tuple(audio[start : start + frame] for start in range(0, len(audio), frame))


def _started(message: _Message, start: _Start) -> Start:
    """The encoding's name is no evidence (audio/x-raw, raw, slin, base64 were seen), its rate is."""
    sound = start.media_format or start.mediaFormat or _Format()
    stream_sid = message.stream_sid or message.streamSid or start.stream_sid or start.streamSid
    if sound.sample_rate != 8_000 or "mulaw" in sound.encoding or not stream_sid:
        raise MalformedMessage(f"stream {stream_sid!r} of {sound.encoding} at {sound.sample_rate} Hz")
    parameters = start.custom_parameters or start.customParameters or {}
    told = {name: str(value) for name, value in parameters.items()}
    return Start(stream_sid, start.call_sid or start.callSid, told)


class Composer:
    """Writes messages to one stream.

    Audio too short for a chunk waits for the reply's next audio; at its end, or when the far end would fall silent, it
    leaves with silence behind it, which plays 180 ms at most.
    """

    def __init__(self, stream_sid: str) -> None:
        self._sid = msgspec.json.encode(stream_sid)
        self._waiting = b""
        self._numbered = 0
        self._chunks = 0
        self._sent_ms = 0
        self._plays_until = 0.0
        self._came_at = self._now = 0.0

    def media(self, audio: bytes, now: float) -> Messages:
        """Audio in chunks of 3,200 to 96,000 bytes that are multiples of 320."""
        self._came_at = self._now = now
        samples = self._waiting + samples_of(audio)
        if len(samples) < _LEAST_BYTES:
            self._waiting = samples
            return ()
        whole = len(samples) - len(samples) % _FRAME_BYTES
        self._waiting = samples[whole:]
        return self._chunked(samples[:whole])

    def mark(self, name: str) -> Messages:
        """Ask to be told when everything before, also what waits here, has been played."""
        return (
            *self._padded(),
            self._numbered_message(b"mark", b'"mark":{"name":%b}' % msgspec.json.encode(name)),
        )

    def clear(self) -> Messages:
        """Drop what waits here and what has not begun to play there: a chunk that plays is played to its end."""
        self._waiting = b""
        self._plays_until = 0.0
        return (b'{"event":"clear","stream_sid":%b,"streamSid":%b}' % (self._sid, self._sid),)

    def overdue(self, now: float) -> Messages:
        """What waits for more audio, once nothing else is left to play."""
        self._now = now
        due_at = max(self._plays_until - _DUE_MS, self._came_at + _PATIENCE_MS)
        return self._padded() if self._waiting and now >= due_at else ()

    def _padded(self) -> Messages:
        """What waits, with silence up to the least size."""
        samples, self._waiting = self._waiting, b""
        return self._chunked(samples.ljust(_LEAST_BYTES, b"\x00")) if samples else ()

    def _chunked(self, samples: bytes) -> Messages:
        """Chunks within Exotel's limits; the last takes over from the one before what it needs to be big enough."""
        messages, start = [], 0
        while start < len(samples):
            left = len(samples) - start
            size = min(left, _MOST_BYTES)
            if 0 < left - size < _LEAST_BYTES:
                size -= _LEAST_BYTES
            messages.append(self._chunk(samples[start : start + size]))
            start += size
        return tuple(messages)

    def _chunk(self, samples: bytes) -> bytes:
        self._chunks += 1
        lasts_ms = len(samples) // _BYTES_PER_MS
        # Exotel's samples put a number in here as well, and say that streams end early without it.
        body = b'"media":{"chunk":%d,"sequenceNumber":%d,"timestamp":"%d","payload":"%b"}' % (
            self._chunks,
            self._numbered + 1,
            self._sent_ms,
            base64.b64encode(samples),
        )
        self._sent_ms += lasts_ms
        self._plays_until = max(self._now, self._plays_until) + lasts_ms
        return self._numbered_message(b"media", body)

    def _numbered_message(self, event: bytes, body: bytes) -> bytes:
        self._numbered += 1
        return b'{"event":"%b","sequence_number":%d,"stream_sid":%b,"streamSid":%b,%b}' % (
            event,
            self._numbered,
            self._sid,
            self._sid,
            body,
        )
