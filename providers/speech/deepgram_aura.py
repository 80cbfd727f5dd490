"""Deepgram Aura: text to µ-law 8 kHz by HTTP streaming over kept-alive connections.

Wire format: Deepgram's reference of /v1/speak, read 2026-11-21.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

from providers.http_streaming import StreamingConnections
from providers.speech.contract import SpeechRequest
from providers.speech.raw_audio import SILENCE_SECONDS, raw_audio

# Without container=none the audio begins with a WAV header, which is heard as a click.
_MULAW: Final[dict[str, str | int]] = {"encoding": "mulaw", "sample_rate": 8000, "container": "none"}


@dataclass(frozen=True, slots=True)
class AuraSettings:
    """Where the voices are. default_voice is the vendor's name of the voice that plans call "default"."""

    api_key: str
    base_url: str = "https://api.deepgram.com"
    default_voice: str = "aura-2-thalia-en"
    most_connections: int = 100


class AuraSynthesiser:
    """Speaks through Deepgram. A voice's name ("aura-2-thalia-en") holds its model and language."""

    def __init__(self, settings: AuraSettings) -> None:
        self._settings = settings
        self._connections = StreamingConnections(
            settings.base_url,
            {"Authorization": f"Token {settings.api_key}"},
            most_connections=settings.most_connections,
            silence_seconds=SILENCE_SECONDS,
        )

    def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        """The text, of 2,000 characters at most, as audio, as it comes.

        Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused.
        """
        voice = self._settings.default_voice if request.voice == "default" else request.voice
        asked = _MULAW | {"model": voice}
        return raw_audio(self._connections, "/v1/speak", {"text": request.text}, params=asked)

    async def warm(self) -> None:
        """Have a connection open."""
        await self._connections.warm("/v1/models")

    async def close(self) -> None:
        """Close every connection."""
        await self._connections.close()
