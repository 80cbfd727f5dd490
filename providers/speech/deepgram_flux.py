"""Deepgram Flux: a recogniser that knows when a turn is over (socket /v2/listen, µ-law 8 kHz as the carrier sends it).

Wire format: Deepgram's reference of /v2/listen, read 2026-11-20.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

import msgspec
import structlog

from domain.language.phrases import base_of
from providers.errors import ProviderUnavailable
from providers.facts.deepgram import FLUX_LANGUAGES
from providers.payloads import Reader
from providers.speech.contract import Heard, HeardKind
from providers.speech.recogniser_socket import SILENCE, ListeningSocket, Quiet

log = structlog.get_logger()

_FORCE_END: Final = b'{"type":"ForceEndTurn"}'
_KINDS: Final = {
    "StartOfTurn": HeardKind.STARTED,
    "Update": HeardKind.INTERIM,
    "EagerEndOfTurn": HeardKind.EAGER_END,
    "TurnResumed": HeardKind.RESUMED,
    "EndOfTurn": HeardKind.ENDED,
}


@dataclass(frozen=True, slots=True)
class FluxSettings:
    """Where Flux is and how it listens.

    eager_eot_threshold: how sure it must be to tell of a probable end (0.3-0.9); eot_threshold: of the end.
    """

    api_key: str
    ws_url: str = "wss://api.deepgram.com"
    model: str = "flux-general-en"
    multilingual_model: str = "flux-general-multi"
    eager_eot_threshold: float = 0.5
    eot_threshold: float = 0.7
    eot_timeout_ms: int = 5_000


class _Message(msgspec.Struct):
    type: str
    event: str = ""
    transcript: str = ""
    languages: list[str] = []
    code: str = ""
    description: str = ""


_read = Reader(_Message)


class FluxRecogniser:
    """Opens ears at Deepgram."""

    def __init__(self, settings: FluxSettings) -> None:
        self._settings = settings

    async def open(self, language: str, *others: str) -> "FluxRecognition":
        """A fresh ear; the others are hints as well, but for languages that it does not know.

        Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused.
        """
        authorization = f"Token {self._settings.api_key}"
        return FluxRecognition(await ListeningSocket.open(self._address(language, *others), authorization))

    def _address(self, *languages: str) -> str:
        settings, spoken = self._settings, list(dict.fromkeys(map(base_of, languages)))
        query: dict[str, str | float | list[str]] = {
            "model": settings.model if spoken == ["en"] else settings.multilingual_model,
            "encoding": "mulaw",
            "sample_rate": "8000",
            "eager_eot_threshold": settings.eager_eot_threshold,
            "eot_threshold": settings.eot_threshold,
            "eot_timeout_ms": settings.eot_timeout_ms,
        }
        if spoken != ["en"]:
            query["language_hint"] = [language for language in spoken if language in FLUX_LANGUAGES]
        return f"{settings.ws_url}/v2/listen?{urlencode(query, doseq=True)}"


class FluxRecognition:
    """One ear of Flux. Flux has no KeepAlive: silence keeps it open."""

    def __init__(self, socket: ListeningSocket) -> None:
        self._socket = socket
        self._quiet = Quiet(lambda: socket.send_audio(SILENCE))

    def feed(self, audio: bytes) -> None:
        """Hear this next; a socket that has taken nothing for seconds is given up."""
        self._quiet.fed()
        self._socket.send_audio(audio)

    def finalize(self) -> None:
        """End the running turn."""
        self._socket.send_text(_FORCE_END)

    async def heard(self) -> AsyncIterator[Heard]:
        """The news, as it comes. Raises ProviderUnavailable."""
        try:
            async for message in self._socket.messages():
                if (news := _news(_read.decode(message))) is not None:
                    yield news
        except msgspec.DecodeError as error:
            raise ProviderUnavailable("Speech recognition broke off.") from error

    async def close(self) -> None:
        """Let the ear go."""
        self._quiet.stop()
        await self._socket.close()


def _news(message: _Message) -> Heard | None:
    if message.type == "TurnInfo" and message.event in _KINDS:
        whole = message.languages[0] if len(message.languages) == 1 else None
        return Heard(_KINDS[message.event], message.transcript, whole)
    if message.type == "Error":
        log.warning("recogniser.error", code=message.code)
        raise ProviderUnavailable("Speech recognition reports an error.", code=message.code)
    return None
