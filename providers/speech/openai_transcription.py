"""OpenAI's realtime transcription as a recogniser of last resort: µ-law 8 kHz in, turns cut by its voice detector.

Words come only once a turn's audio is over, so a person who interrupts is noticed by their voice alone. Wire format:
OpenAI's reference of transcription sessions (/v1/realtime?intent=transcription), as the SDK 3.57 states it.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Final

import msgspec
import structlog

from providers.errors import ProviderUnavailable
from providers.payloads import Reader
from providers.speech.contract import Heard, HeardKind
from providers.speech.openai_socket import VendorError, append, open_session, transcription
from providers.speech.recogniser_socket import SILENCE, ListeningSocket, Quiet

log = structlog.get_logger()

_COMMIT: Final = b'{"type":"input_audio_buffer.commit"}'
_TRANSCRIPTION: Final = "conversation.item.input_audio_transcription."


@dataclass(frozen=True, slots=True)
class TranscriptionSettings:
    """Where the models are and when a turn is over.

    silence_ms: how long nobody speaks at a turn's end; threshold: how loud a voice must be, 0 to 1; answer_seconds: how
    long the service may take to accept a session.
    """

    api_key: str
    ws_url: str = "wss://api.openai.com/v1"
    model: str = "gpt-transcribe"
    silence_ms: int = 500
    threshold: float = 0.5
    answer_seconds: float = 3.0


class _Message(msgspec.Struct):
    type: str
    item_id: str = ""
    delta: str = ""
    transcript: str = ""
    error: VendorError | None = None


_read = Reader(_Message)


class TranscriptionRecogniser:
    """Opens ears at OpenAI."""

    def __init__(self, settings: TranscriptionSettings) -> None:
        self._settings = settings

    async def open(self, language: str, *others: str) -> "TranscriptionRecognition":
        """A fresh ear; with others it finds out the language, but never tells it. Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused."""
        settings = self._settings
        address = f"{settings.ws_url}/realtime?intent=transcription"
        session = self._session(language, *others)
        return TranscriptionRecognition(
            await open_session(address, settings.api_key, session, answer_seconds=settings.answer_seconds)
        )

    def _session(self, *languages: str) -> dict[str, Any]:
        settings = self._settings
        detection = {
            "type": "server_vad",
            "threshold": settings.threshold,
            "silence_duration_ms": settings.silence_ms,
        }
        spoken = {
            "format": {"type": "audio/pcmu"},
            "transcription": transcription(settings.model, languages),
            "turn_detection": detection,
        }
        return {"type": "transcription", "audio": {"input": spoken}}


class TranscriptionRecognition:
    """One ear of OpenAI."""

    def __init__(self, socket: ListeningSocket) -> None:
        self._socket = socket
        self._turns = _Turns()
        self._quiet = Quiet(self._while_quiet)

    def feed(self, audio: bytes) -> None:
        """Hear this next; a socket that has taken nothing for seconds is given up."""
        self._quiet.fed()
        self._send(audio)

    def finalize(self) -> None:
        """Have what was fed transcribed; too little audio is an error of no consequence."""
        self._socket.send_text(_COMMIT)

    async def heard(self) -> AsyncIterator[Heard]:
        """The news, as it comes. Raises ProviderUnavailable."""
        try:
            async for message in self._socket.messages():
                for news in self._turns.take(_read.decode(message)):
                    yield news
        except msgspec.DecodeError as error:
            raise ProviderUnavailable("Speech recognition broke off.") from error

    async def close(self) -> None:
        """Let the ear go."""
        self._quiet.stop()
        await self._socket.close()

    def _while_quiet(self) -> None:
        """Silence ends a voice that was heard; it costs, and the service needs no other sign of life."""
        if self._turns.voice_is_on:
            self._send(SILENCE)

    def _send(self, audio: bytes) -> None:
        self._socket.send_text(append(audio))


class _Turns:
    """One turn for each stretch of speech that has words; the text of those that are being transcribed."""

    def __init__(self) -> None:
        self.voice_is_on = False
        self._texts: dict[str, str] = {}
        self._owed: set[str] = set()

    def take(self, message: _Message) -> list[Heard]:
        owed_before = bool(self._owed)
        news = self._read(message)
        if self._owed and (news or not owed_before):
            news.append(Heard(HeardKind.OWED, ""))
        elif owed_before and not self._owed:
            news.append(Heard(HeardKind.SETTLED, ""))
        return news

    def _read(self, message: _Message) -> list[Heard]:
        match message.type.removeprefix(_TRANSCRIPTION):
            case "input_audio_buffer.speech_started":
                self.voice_is_on = True
            case "input_audio_buffer.speech_stopped":
                self.voice_is_on = False
            case "input_audio_buffer.committed":
                self.voice_is_on = False
                self._owed.add(message.item_id)
            case "delta":
                return self._grow(message.item_id, message.delta)
            case "completed":
                return self._end(message.item_id, message.transcript.strip())
            case "failed":
                log.warning("recogniser.failed", code=message.error and message.error.code)
                return self._end(message.item_id, "")
            case "error":  # the session goes on; when it does not, the socket says so
                log.warning("recogniser.error", code=message.error and message.error.code)
        return []

    def _grow(self, item: str, delta: str) -> list[Heard]:
        before = self._texts.get(item, "")
        text = (before + delta).strip()
        if not text:
            return []
        self._texts[item] = before + delta
        return [Heard(HeardKind.INTERIM if before else HeardKind.STARTED, text)]

    def _end(self, item: str, transcript: str) -> list[Heard]:
        """Without a transcript, what came of it counts."""
        self._owed.discard(item)
        so_far = self._texts.pop(item, "").strip()
        text = transcript or so_far
        started = [Heard(HeardKind.STARTED, text)] if text and not so_far else []
        return [*started, Heard(HeardKind.ENDED, text)] if text else []
