"""Deepgram Nova: a recogniser that reports results and silences (socket /v1/listen, µ-law 8 kHz as the carrier sends it).

Nova never guesses that a turn will end, so its ears tell no EAGER_END. Wire format: Deepgram's reference of /v1/listen
as the SDK 7.17 reads it, its page "Nova-3 Language Prompting", read 2026-11-29; what keeps a socket open: its page on KeepAlive and deepgram-dotnet-sdk issue 131.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

import msgspec
import structlog

from domain.language.phrases import base_of
from providers.errors import ProviderUnavailable
from providers.facts.deepgram import NOVA_MIXED, nova_tag
from providers.payloads import Reader
from providers.speech.contract import Heard
from providers.speech.deepgram_nova_turns import NovaMessage, NovaTurns
from providers.speech.recogniser_socket import SILENCE, ListeningSocket, Quiet

log = structlog.get_logger()

_MIXED: Final = "multi"
_KEEP_ALIVE: Final = b'{"type":"KeepAlive"}'
_FIRST_SILENCE: Final = (
    SILENCE * 20
)  # 2 s: a KeepAlive counts only after an answer, and an answer needs audio
_FINALIZE: Final = b'{"type":"Finalize"}'
_CLOSE_STREAM: Final = b'{"type":"CloseStream"}'


@dataclass(frozen=True, slots=True)
class NovaSettings:
    """Where Nova is and how it listens.

    endpointing_ms: silence after which the voice detector ends a turn; utterance_end_ms (1000 or more): gap between
    words after which a turn ends although noise hides its silence; keep_alive_seconds: Deepgram asks for 3 to 5 and
    gives up after 10.
    """

    api_key: str
    ws_url: str = "wss://api.deepgram.com"
    model: str = "nova-3"
    endpointing_ms: int = 400
    utterance_end_ms: int = 1_000
    keep_alive_seconds: float = 4.0


_read = Reader(NovaMessage)


class NovaRecogniser:
    """Opens ears at Deepgram."""

    def __init__(self, settings: NovaSettings) -> None:
        self._settings = settings

    async def open(self, language: str, *others: str) -> "NovaRecognition":
        """A fresh ear; with others, or the language "multi", for a person who mixes languages: those are hints then.

        Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused.
        """
        authorization = f"Token {self._settings.api_key}"
        socket = await ListeningSocket.open(self._address(language, *others), authorization)
        return NovaRecognition(socket, self._settings.keep_alive_seconds)

    def _address(self, *languages: str) -> str:
        settings, hints = self._settings, list(dict.fromkeys(map(base_of, languages)))
        query: dict[str, str | int | list[str]] = {
            "model": settings.model,
            "language": _MIXED if len(hints) > 1 else nova_tag(languages[0]) or languages[0],
            "encoding": "mulaw",
            "sample_rate": 8000,
            "interim_results": "true",
            "smart_format": "true",
            "endpointing": settings.endpointing_ms,
            "utterance_end_ms": settings.utterance_end_ms,
            "vad_events": "true",
        }
        if len(hints) > 1:
            query["language_hint"] = [language for language in hints if language in NOVA_MIXED]
        return f"{settings.ws_url}/v1/listen?{urlencode(query, doseq=True)}"


class NovaRecognition:
    """One ear of Nova."""

    def __init__(self, socket: ListeningSocket, keep_alive_seconds: float) -> None:
        self._socket = socket
        self._keep_alive_seconds = keep_alive_seconds
        self._turns = NovaTurns()
        self._loop = asyncio.get_running_loop()
        self._kept_alive_at = self._loop.time()
        self._quiet = Quiet(self._while_quiet)
        socket.send_audio(_FIRST_SILENCE)

    def feed(self, audio: bytes) -> None:
        """Hear this next; a socket that has taken nothing for seconds is given up."""
        self._quiet.fed()
        self._socket.send_audio(audio)

    def finalize(self) -> None:
        """Have everything buffered told as final."""
        self._socket.send_text(_FINALIZE)

    async def heard(self) -> AsyncIterator[Heard]:
        """The news, as it comes. Raises ProviderUnavailable."""
        try:
            async for message in self._socket.messages():
                for news in self._news(_read.decode(message)):
                    yield news
        except msgspec.DecodeError as error:
            raise ProviderUnavailable("Speech recognition broke off.") from error

    async def close(self) -> None:
        """Let the ear go."""
        self._quiet.stop()
        self._socket.send_text(_CLOSE_STREAM)
        await self._socket.close()

    def _news(self, message: NovaMessage) -> list[Heard]:
        if message.type == "Error":
            log.warning("recogniser.error", code=message.variant)
            raise ProviderUnavailable("Speech recognition reports an error.", code=message.variant)
        return self._turns.take(message)

    def _while_quiet(self) -> None:
        """Silence ends a turn that is open; it costs, so otherwise KeepAlive."""
        now = self._loop.time()
        if self._turns.is_open:
            self._socket.send_audio(SILENCE)
        elif now - self._kept_alive_at >= self._keep_alive_seconds:
            self._kept_alive_at = now
            self._socket.send_text(_KEEP_ALIVE)
