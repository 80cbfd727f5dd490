"""ElevenLabs: text to µ-law 8 kHz by HTTP streaming over kept-alive connections.

One request speaks one clause, so a cancelled reply costs nothing but a closed response, and no socket is held per
call. The raw format carries no word times: see elevenlabs_timed. Wire format: ElevenLabs' API reference, read
2026-11-20.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from providers.speech.contract import SpeechRequest
from providers.speech.raw_audio import SILENCE_SECONDS, raw_audio
from providers.streaming import StreamingConnections


@dataclass(frozen=True, slots=True)
class ElevenLabsSettings:
    """Where the voices are. default_voice is the vendor's id of the voice that plans call "default"."""

    api_key: str
    base_url: str = "https://api.elevenlabs.io"
    default_voice: str = "21m00Tcm4TlvDq8ikWAM"
    most_connections: int = 100

    def connections(self) -> StreamingConnections:
        """Fresh connections to there."""
        return StreamingConnections(
            self.base_url,
            {"xi-api-key": self.api_key},
            most_connections=self.most_connections,
            silence_seconds=SILENCE_SECONDS,
        )

    def path(self, request: SpeechRequest) -> str:
        """Where this request's voice streams."""
        voice = self.default_voice if request.voice == "default" else request.voice
        return f"/v1/text-to-speech/{voice}/stream"


MULAW = {"output_format": "ulaw_8000"}
WARM_PATH = "/v1/models"


def body_of(request: SpeechRequest) -> dict[str, Any]:
    """What to say, as the vendor wants it."""
    return {"text": request.text, "model_id": request.model, "language_code": request.language}


class ElevenLabsSynthesiser:
    """Speaks through ElevenLabs."""

    def __init__(self, settings: ElevenLabsSettings) -> None:
        self._settings = settings
        self._connections = settings.connections()

    def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        """The text as audio, as it comes.

        Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused.
        """
        return raw_audio(self._connections, self._settings.path(request), body_of(request), params=MULAW)

    async def warm(self) -> None:
        """Have a connection open."""
        await self._connections.warm(WARM_PATH)

    async def close(self) -> None:
        """Close every connection."""
        await self._connections.close()
