"""The socket of a recogniser, the same for every vendor: writes never wait, failures carry our names.

The vendors' SDKs are not used on this path: their sockets cost more per frame, and hide when a write would wait. No
redirect is followed: a handshake carries the vendor's key.
One that is lost during a call is reopened, or another takes over: media/live/recognition.py.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Final

import structlog
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.protocol import State

from providers.errors import ProviderUnavailable
from providers.http_refusals import refusal
from providers.websocket_masking import apply_mask

log = structlog.get_logger()

QUIET_SECONDS: Final = (
    0.4  # a carrier's frames come every 20 ms; peers send silence after half a second without
)
SILENCE_EVERY_SECONDS: Final = 0.1
SILENCE: Final = b"\xff" * 800  # as long as the pause between two pieces of it: 100 ms of µ-law
_MOST_UNSENT: Final = 64_000  # bytes: 8 s of audio; a socket that takes none for so long is dead
_CONNECT_SECONDS: Final = 3.0


def _fresh_masks() -> Iterator[bytes]:
    """Masks from the system's own dice, a thousand at a time: each draw is a call into the kernel."""
    while True:
        drawn = os.urandom(4_096)
        yield from (drawn[start : start + 4] for start in range(0, len(drawn), 4))


_masks: Final = _fresh_masks()


def _masked(payload: bytes) -> bytes:
    """A whole binary message as a client sends it (RFC 6455, section 5.2), at a fifth of what the library's way costs.

    It goes out fifty times a second and call; whatever else leaves this socket leaves it whole as well.
    """
    key, length = next(_masks), len(payload)
    head = bytes((0x82, 0x80 | length)) if length < 126 else b"\x82\xfe" + length.to_bytes(2, "big")
    return head + key + apply_mask(payload, key)


class _Straight(connect):
    """A handshake that stays where it was sent."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        """A redirect is a refusal like any other status."""
        return exc


class ListeningSocket:
    """One open socket to a recogniser."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    @classmethod
    async def open(cls, address: str, authorization: str) -> "ListeningSocket":
        """A fresh socket.

        Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused.
        """
        try:
            socket = await _Straight(
                address,
                additional_headers={"Authorization": authorization},
                compression=None,
                ping_interval=None,
                open_timeout=_CONNECT_SECONDS,
                close_timeout=1,
                max_size=1_000_000,
                proxy=None,
            )
        except InvalidStatus as refused:
            answer = refused.response
            raise refusal(answer.status_code, retry_after=answer.headers.get("retry-after")) from refused
        except (OSError, TimeoutError, InvalidHandshake) as error:
            raise ProviderUnavailable("Speech recognition cannot be reached.") from error
        return cls(socket)

    def send_audio(self, audio: bytes) -> None:
        """Send a binary message of less than 64 kB; nothing leaves on a socket that is closing."""
        if self._takes_more():
            self._socket.transport.write(_masked(audio))

    def send_text(self, message: bytes) -> None:
        """Send a text message, given as UTF-8; nothing leaves on a socket that is closing."""
        if self._takes_more():
            self._socket.protocol.send_text(message)
            self._socket.send_data()

    async def messages(self) -> AsyncIterator[bytes]:
        """What the service says, without end. Raises ProviderUnavailable when it goes away."""
        try:
            while True:
                yield await self._socket.recv(decode=False)
        except ConnectionClosed as error:
            end = error.rcvd
            log.info("recogniser.closed", code=end and end.code, reason=end and end.reason)
            raise ProviderUnavailable(
                "Speech recognition broke off.", code=str(end.code) if end else ""
            ) from error

    def abort(self) -> None:
        """Give the socket up at once; who reads from it learns that the service went away."""
        self._socket.transport.abort()

    async def close(self) -> None:
        """Let the socket go."""
        await self._socket.close()

    def _takes_more(self) -> bool:
        """Whether a message may be written; a socket that has taken nothing for seconds is given up."""
        if self._socket.protocol.state is not State.OPEN:
            return False
        if self._socket.transport.get_write_buffer_size() > _MOST_UNSENT:
            self.abort()
            return False
        return True


class Quiet:
    """Calls back ten times a second while nothing is fed, so that an ear goes on hearing or is kept open."""

    def __init__(self, while_quiet: Callable[[], None]) -> None:
        self._while_quiet = while_quiet
        self._loop = asyncio.get_running_loop()
        self._fed_at = self._loop.time()
        self._timer = self._loop.call_later(QUIET_SECONDS, self._look)

    def fed(self) -> None:
        """Audio was fed just now."""
        self._fed_at = self._loop.time()

    def stop(self) -> None:
        """Call back no more."""
        self._timer.cancel()

    def _look(self) -> None:
        left = QUIET_SECONDS - (self._loop.time() - self._fed_at)
        if left <= 0:
            self._while_quiet()
        self._timer = self._loop.call_later(left if left > 0 else SILENCE_EVERY_SECONDS, self._look)
