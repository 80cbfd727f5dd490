"""ElevenLabs: text to µ-law 8 kHz by HTTP streaming over kept-alive connections.

One request speaks one clause, so a cancelled reply costs nothing but a closed response, and no socket is held per
call. The raw format carries no word times. Wire format: ElevenLabs' API reference, read 2026-11-20.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

import httpx
import structlog

from providers.errors import CredentialsRefused, ProviderRefused, ProviderThrottled, ProviderUnavailable
from providers.speech.contract import SpeechRequest

log = structlog.get_logger()

_WAITS: Final = httpx.Timeout(5.0, connect=3.0)


@dataclass(frozen=True, slots=True)
class ElevenLabsSettings:
    """Where the voices are. default_voice is the vendor's id of the voice that plans call "default"."""

    api_key: str
    base_url: str = "https://api.elevenlabs.io"
    default_voice: str = "21m00Tcm4TlvDq8ikWAM"
    most_connections: int = 100


class ElevenLabsSynthesiser:
    """Speaks through ElevenLabs."""

    def __init__(self, settings: ElevenLabsSettings) -> None:
        self._settings = settings
        self._client = httpx.AsyncClient(
            base_url=settings.base_url,
            headers={"xi-api-key": settings.api_key},
            timeout=_WAITS,
            limits=httpx.Limits(
                max_connections=settings.most_connections,
                max_keepalive_connections=None,
                keepalive_expiry=None,
            ),
            trust_env=False,
        )

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        """The text as audio, as it comes.

        Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused.
        """
        voice = self._settings.default_voice if request.voice == "default" else request.voice
        asked = self._client.stream(
            "POST",
            f"/v1/text-to-speech/{voice}/stream",
            params={"output_format": "ulaw_8000"},
            json={"text": request.text, "model_id": request.model, "language_code": request.language},
        )
        spoken = 0
        try:
            async with asked as answer:
                if answer.status_code != httpx.codes.OK:
                    await answer.aread()
                    raise _refused(answer)
                async for piece in answer.aiter_raw():
                    spoken += len(piece)
                    yield piece
        except httpx.HTTPError as error:
            raise ProviderUnavailable(f"Speech synthesis broke off: {type(error).__name__}.") from error
        if not spoken:
            raise ProviderUnavailable("Speech synthesis answered with no audio.")

    async def warm(self) -> None:
        """Have a connection open."""
        try:
            await self._client.get("/v1/models")
        except httpx.HTTPError:
            log.info("synthesiser.not_warm")

    async def close(self) -> None:
        """Close every connection."""
        await self._client.aclose()


def _refused(answer: httpx.Response) -> ProviderUnavailable | ProviderRefused:
    status = answer.status_code
    if status in (401, 402, 403):
        return CredentialsRefused(code=str(status))
    if status == httpx.codes.TOO_MANY_REQUESTS:
        return ProviderThrottled(code=str(status))
    if status >= httpx.codes.INTERNAL_SERVER_ERROR:
        return ProviderUnavailable(code=str(status))
    return ProviderRefused(code=str(status))
