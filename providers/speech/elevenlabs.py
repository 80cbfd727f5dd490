"""ElevenLabs: text to µ-law 8 kHz by HTTP streaming over kept-alive connections.

One request speaks one clause, so a cancelled reply costs nothing but a closed response, and no socket is held per
call. With word times an answer is a line of JSON for each piece of audio, a third more bytes, for which what was heard of a cut
reply is known to the word. Wire format: ElevenLabs' API reference, read 2026-11-20.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, ClassVar, Final
from urllib.parse import quote

import msgspec

from domain.transcripts import WordTime
from providers.errors import MalformedMessage, ProviderError, ProviderRefused, ProviderUnavailable
from providers.facts.elevenlabs import language_code
from providers.http_refusals import refusal
from providers.http_streaming import StreamingConnections
from providers.payloads import Reader
from providers.speech.contract import SpeechRequest
from providers.speech.raw_audio import SILENCE_SECONDS, raw_audio
from providers.speech.word_times import Letters, WordClock

_BYTES_PER_MS: Final = 8
_MULAW: Final = {"output_format": "ulaw_8000"}
_ASKING_SECONDS: Final = 3.0
_THIS_REQUEST: Final = frozenset({"paid_plan_required", "voice_not_found"})
_WARM_PATH: Final = "/v1/models"


@dataclass(frozen=True, slots=True)
class ElevenLabsSettings:
    """Where the voices are. default_voice is the vendor's id of the voice that plans call "default"."""

    api_key: str
    base_url: str = "https://api.elevenlabs.io"
    default_voice: str = "21m00Tcm4TlvDq8ikWAM"
    most_connections: int = 100
    vendor: ClassVar = "ElevenLabs"

    def connections(self) -> StreamingConnections:
        """Fresh connections to there."""
        return StreamingConnections(
            self.base_url,
            {"xi-api-key": self.api_key},
            most_connections=self.most_connections,
            silence_seconds=SILENCE_SECONDS,
            refused=_refused,
        )

    def path(self, request: SpeechRequest) -> str:
        """Where this request's voice streams."""
        voice = self.default_voice if request.voice == "default" else request.voice
        return f"/v1/text-to-speech/{quote(voice, safe='')}/stream"

    async def lacks(self, voice: str) -> bool:
        """Whether the account has no such voice, asked of the service; False as well if that does not answer."""
        connections = self.connections()
        try:
            async with asyncio.timeout(_ASKING_SECONDS):
                status = await connections.status_of(f"/v1/voices/{quote(voice, safe='')}")
        except (ProviderUnavailable, TimeoutError):
            return False
        finally:
            await connections.close()
        return status in (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND)

    async def trouble(self) -> str | None:
        """What is wrong with the default voice; None if nothing, or if that is not known."""
        if not await self.lacks(self.default_voice):
            return None
        return f"This account of ElevenLabs has no voice {self.default_voice}: set ELEVENLABS_DEFAULT_VOICE to one of its own."


class _Piece(msgspec.Struct):
    audio_base64: bytes = b""  # msgspec reads base64 into bytes
    alignment: Letters | None = None


_read = Reader(_Piece)


class ElevenLabsSynthesiser:
    """Speaks through ElevenLabs; tells when each word ends where that is asked for."""

    def __init__(self, settings: ElevenLabsSettings) -> None:
        self._settings = settings
        self._connections = settings.connections()

    def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        """The text as audio, as it comes. Raises as speak_timed does."""
        return raw_audio(self._connections, self._settings.path(request), _body_of(request), params=_MULAW)

    async def speak_timed(self, request: SpeechRequest) -> AsyncIterator[bytes | WordTime]:
        """The text as audio, as it comes, each piece followed by the words whose letters came with it.

        Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused, MalformedMessage.
        """
        path, clock, spoken = f"{self._settings.path(request)}/with-timestamps", WordClock(request.text), 0
        async with self._connections.asked(path, _body_of(request), params=_MULAW) as answer:
            async for line in answer.lines():
                piece = _piece(line)
                if piece is None:
                    continue
                if piece.audio_base64:
                    yield piece.audio_base64
                for word in clock.take(piece.alignment, spoken // _BYTES_PER_MS):
                    yield word
                spoken += len(piece.audio_base64)
        if not spoken:
            raise ProviderUnavailable("Speech synthesis answered with no audio.")

    async def warm(self) -> None:
        """Have a connection open."""
        await self._connections.warm(_WARM_PATH)

    async def close(self) -> None:
        """Close every connection."""
        await self._connections.close()


def _body_of(request: SpeechRequest) -> dict[str, Any]:
    body = {"text": request.text, "model_id": request.model}
    code = language_code(request.model, request.language)
    return body | ({"language_code": code} if code else {})


def _refused(status: int, body: bytes, retry_after: str | None) -> ProviderError:
    """402 is the status of voices that the account's plan does not include, and no word on the key."""
    code = _reason(body)
    if code in _THIS_REQUEST:
        return ProviderRefused(code=code)
    return refusal(status, code=code, retry_after=retry_after)


def _reason(body: bytes) -> str:
    try:
        return str(json.loads(body)["detail"]["status"])
    except (ValueError, LookupError, TypeError):
        return ""


def _piece(line: bytes) -> _Piece | None:
    """One line of the answer; None for a blank one."""
    if not line.strip():
        return None
    try:
        return _read.decode(line)
    except msgspec.DecodeError as error:
        raise MalformedMessage("Speech synthesis sent something unreadable.") from error
