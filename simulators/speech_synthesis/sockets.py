"""Text to speech by socket: text arrives in pieces, audio leaves with the times of its letters.

Wire format: ElevenLabs' stream-input reference; the closing messages as users report them.
"""

import asyncio
import base64
from dataclasses import dataclass, field, replace
from typing import Any, cast, get_args

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from simulators.broken_streams import BreakOff
from simulators.clock import now_seconds
from simulators.speech_synthesis.alignment import alignment_of, letters_of
from simulators.speech_synthesis.speaker import AudioFormat, Manner, Speaker
from simulators.vendor_journal import Journal

_DEFAULT_SCHEDULE = (120, 160, 250, 290)
_ENOUGH_TO_TRIGGER = 50
_LONGEST_INACTIVITY_SECONDS = 180.0
_POLICY = 1008


class _Refused(Exception):
    """The vendor ends the socket with this message and code 1008."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(message)
        self.error = error


@dataclass(slots=True)
class _Buffer:
    """Text waiting to be spoken; without auto mode it is spoken when the schedule's length is reached."""

    auto_mode: bool
    schedule: tuple[int, ...] = _DEFAULT_SCHEDULE
    text: str = ""
    spoken_times: int = 0

    def add(self, text: str, *, flush: bool, trigger: bool) -> str | None:
        """Take more text; the text to speak now, if any."""
        self.text += text
        needed = self.schedule[min(self.spoken_times, len(self.schedule) - 1)]
        enough = min(needed, _ENOUGH_TO_TRIGGER) if trigger else needed
        if not (flush or self.auto_mode or len(self.text) >= enough):
            return None
        return self.take()

    def take(self) -> str | None:
        """All that waits, unless it is blank."""
        text, self.text = self.text, ""
        if not text.strip():
            return None
        self.spoken_times += 1
        return text


@dataclass(slots=True)
class _Stream:
    """One socket: how it was opened, what waits to be spoken, and what is to be spoken next."""

    socket: WebSocket
    manner: Manner
    audio_format: AudioFormat
    buffer: _Buffer
    inactivity_seconds: float
    key_is_known: bool
    opened: bool = False
    next_sequence: int = 0
    to_speak: "asyncio.Queue[tuple[str, float] | None]" = field(default_factory=asyncio.Queue)


class SpeechSockets:
    """Serves /stream-input."""

    def __init__(self, api_key: str, journal: Journal, speaker: Speaker) -> None:
        self._api_key = api_key
        self._journal = journal
        self._speaker = speaker

    async def one_stream(self, socket: WebSocket) -> None:
        """One socket from its first message until the empty text, a mistake or too long a silence."""
        await socket.accept()
        speaking: asyncio.Task[None] | None = None
        try:
            stream = self._stream_of(socket)
            speaking = asyncio.create_task(self._speak(stream))
            await self._read(stream)
            await speaking
            await socket.send_json(
                {"audio": None, "isFinal": True, "alignment": None, "normalizedAlignment": None}
            )
            await socket.close(1000)
        except _Refused as refusal:
            await socket.send_json({"message": str(refusal), "error": refusal.error, "code": _POLICY})
            await socket.close(_POLICY, str(refusal)[:120])
        except WebSocketDisconnect:
            self._journal.record("elevenlabs", "Left")
        finally:
            if speaking is not None:
                speaking.cancel()
                await asyncio.gather(speaking, return_exceptions=True)

    def _stream_of(self, socket: WebSocket) -> _Stream:
        query = socket.query_params
        audio_format = query.get("output_format", "mp3_44100_128")
        if audio_format not in get_args(AudioFormat):
            raise _Refused("output_format_not_allowed", f"Output format {audio_format} is not allowed here.")
        return _Stream(
            socket=socket,
            manner=Manner(socket.path_params["voice_id"], query.get("language_code", "en")),
            audio_format=cast("AudioFormat", audio_format),
            buffer=_Buffer(auto_mode=query.get("auto_mode", "false") == "true"),
            inactivity_seconds=self._inactivity_seconds(query.get("inactivity_timeout")),
            key_is_known=socket.headers.get("xi-api-key") == self._api_key,
        )

    def _inactivity_seconds(self, wanted: str | None) -> float:
        if wanted is None:
            return self._speaker.timing.inactivity_seconds
        if not wanted.isdigit() or int(wanted) > _LONGEST_INACTIVITY_SECONDS:
            raise _Refused("invalid_inactivity_timeout", "inactivity_timeout must be 0 to 180 seconds.")
        return float(wanted)

    async def _read(self, stream: _Stream) -> None:
        """Take messages until the empty text; everything before it is queued to be spoken."""
        while True:
            message = await self._receive(stream)
            if not stream.opened:
                self._open(stream, message)
            text = message.get("text")
            if not isinstance(text, str):
                raise _Refused("invalid_message", "Every message needs a text.")
            if text == "":
                self._queue(stream, stream.buffer.take())
                stream.to_speak.put_nowait(None)
                return
            flush, trigger = message.get("flush") is True, message.get("try_trigger_generation") is True
            self._queue(stream, stream.buffer.add(text, flush=flush, trigger=trigger))

    async def _receive(self, stream: _Stream) -> dict[str, Any]:
        try:
            async with asyncio.timeout(stream.inactivity_seconds):
                received = await stream.socket.receive_text()
            message = msgspec.json.decode(received)
        except TimeoutError:
            seconds = stream.inactivity_seconds
            raise _Refused(
                "input_timeout_exceeded",
                f"Have not received a new text input within the timeout of {seconds} seconds. "
                "Streaming input terminated. Please make sure to either feed the input in the timely manner, "
                'or to send the end of input text (empty string "") when done.',
            ) from None
        except msgspec.DecodeError:
            raise _Refused("invalid_message", "The message is no JSON.") from None
        return message if isinstance(message, dict) else {}

    def _open(self, stream: _Stream, message: dict[str, Any]) -> None:
        """The first message may carry the key, and says how to speak."""
        if not stream.key_is_known and message.get("xi_api_key") != self._api_key:
            raise _Refused("invalid_api_key", "Invalid API key")
        speed = (message.get("voice_settings") or {}).get("speed") or 1.0
        if not 0.7 <= speed <= 1.2:
            raise _Refused("invalid_voice_settings", "speed must be 0.7 to 1.2.")
        schedule = (message.get("generation_config") or {}).get("chunk_length_schedule") or _DEFAULT_SCHEDULE
        if not all(50 <= length <= 500 for length in schedule):
            raise _Refused("invalid_generation_config", "chunk_length_schedule takes numbers from 50 to 500.")
        stream.manner = replace(stream.manner, speed=speed)
        stream.buffer.schedule = tuple(schedule)
        stream.opened = True

    def _queue(self, stream: _Stream, text: str | None) -> None:
        if text is not None:
            self._journal.record("elevenlabs", "Request", text=text.strip(), voice=stream.manner.voice_id)
            stream.to_speak.put_nowait((text, now_seconds()))

    async def _speak(self, stream: _Stream) -> None:
        while (wanted := await stream.to_speak.get()) is not None:
            text, asked_at = wanted
            utterance = await self._speaker.utter(text, stream.manner, stream.next_sequence)
            stream.next_sequence = utterance.next_sequence
            letters = letters_of(utterance)
            chunks = self._speaker.chunks(text.strip(), utterance, stream.audio_format, asked_at)
            try:
                async for chunk in chunks:
                    alignment = alignment_of(letters, chunk.start_ms, chunk.end_ms)
                    await stream.socket.send_json(
                        {
                            "audio": base64.b64encode(chunk.audio).decode(),
                            "isFinal": None,
                            "alignment": alignment,
                            "normalizedAlignment": alignment,
                        }
                    )
            except BreakOff:
                await stream.socket.close(1011)
                return
