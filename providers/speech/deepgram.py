"""Deepgram Flux: a recogniser that knows when a turn is over (socket /v2/listen, µ-law 8 kHz as the carrier sends it).

Wire format: Deepgram's reference of /v2/listen, read 2026-11-20. The vendor's SDK is not used on this path: its
socket costs more per frame, and it hides when a write would wait.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

import msgspec
import structlog
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.protocol import State

from providers.errors import CredentialsRefused, ProviderRefused, ProviderThrottled, ProviderUnavailable
from providers.speech.contract import Heard, HeardKind

log = structlog.get_logger()

_SILENCE: Final = b"\xff" * 800  # 100 ms
_QUIET_SECONDS: Final = 0.4  # Flux has no KeepAlive; peers send silence after half a second without audio
_MOST_UNSENT: Final = 64_000  # bytes: 8 s of audio; a socket that takes none for so long is dead
_CONNECT_SECONDS: Final = 3.0
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
    code: str = ""
    description: str = ""


_read = msgspec.json.Decoder(_Message)


class FluxRecogniser:
    """Opens ears at Deepgram."""

    def __init__(self, settings: FluxSettings) -> None:
        self._settings = settings

    async def open(self, language: str) -> "FluxRecognition":
        """A fresh ear. Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused."""
        try:
            socket = await connect(
                self._address(language),
                additional_headers={"Authorization": f"Token {self._settings.api_key}"},
                compression=None,
                ping_interval=None,
                open_timeout=_CONNECT_SECONDS,
                close_timeout=1,
                max_size=1_000_000,
                proxy=None,
            )
        except InvalidStatus as refusal:
            raise _refused(refusal.response.status_code) from refusal
        except (OSError, TimeoutError, InvalidHandshake) as error:
            raise ProviderUnavailable("Speech recognition cannot be reached.") from error
        return FluxRecognition(socket)

    def _address(self, language: str) -> str:
        settings, spoken = self._settings, language.partition("-")[0].lower()
        query: dict[str, str | float] = {
            "model": settings.model if spoken == "en" else settings.multilingual_model,
            "encoding": "mulaw",
            "sample_rate": "8000",
            "eager_eot_threshold": settings.eager_eot_threshold,
            "eot_threshold": settings.eot_threshold,
            "eot_timeout_ms": settings.eot_timeout_ms,
        }
        if spoken != "en":
            query["language_hint"] = spoken
        return f"{settings.ws_url}/v2/listen?{urlencode(query)}"


def _refused(status: int) -> ProviderUnavailable | ProviderRefused:
    if status in (401, 402, 403):
        return CredentialsRefused(code=str(status))
    if status == 429:
        return ProviderThrottled(code=str(status))
    if status >= 500:
        return ProviderUnavailable(code=str(status))
    return ProviderRefused(code=str(status))


class FluxRecognition:
    """One ear of Flux."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._loop = asyncio.get_running_loop()
        self._fed_at = self._loop.time()
        self._quiet = self._loop.call_later(_QUIET_SECONDS, self._keep_silence_flowing)

    def feed(self, audio: bytes) -> None:
        """Hear this next; a socket that has taken nothing for seconds is given up."""
        self._fed_at = self._loop.time()
        self._send(audio)

    async def heard(self) -> AsyncIterator[Heard]:
        """The news, as it comes. Raises ProviderUnavailable."""
        try:
            async for message in self._socket:
                if (news := _news(_read.decode(message))) is not None:
                    yield news
        except (ConnectionClosed, msgspec.DecodeError) as error:
            raise ProviderUnavailable("Speech recognition broke off.") from error
        raise ProviderUnavailable("Speech recognition ended by itself.")

    async def close(self) -> None:
        """Let the ear go."""
        self._quiet.cancel()
        await self._socket.close()

    def _send(self, audio: bytes) -> None:
        socket = self._socket
        if socket.protocol.state is not State.OPEN:
            return
        if socket.transport.get_write_buffer_size() > _MOST_UNSENT:
            socket.transport.abort()
            return
        socket.protocol.send_binary(audio)
        socket.send_data()

    def _keep_silence_flowing(self) -> None:
        if self._socket.protocol.state is not State.OPEN:
            return
        quiet_for = self._loop.time() - self._fed_at
        if quiet_for >= _QUIET_SECONDS:
            self._send(_SILENCE)
        wait = 0.1 if quiet_for >= _QUIET_SECONDS else _QUIET_SECONDS - quiet_for
        self._quiet = self._loop.call_later(wait, self._keep_silence_flowing)


def _news(message: _Message) -> Heard | None:
    if message.type == "TurnInfo" and message.event in _KINDS:
        return Heard(_KINDS[message.event], message.transcript)
    if message.type == "Error":
        log.warning("recogniser.error", code=message.code)
        raise ProviderUnavailable("Speech recognition reports an error.", code=message.code)
    return None
