"""The network's end of a media socket: a websocket client without queues, whose every byte is ours to withhold.

Written on the bare protocol, so that a message is stamped when it arrives and a line can die without a farewell.
"""

import asyncio
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import cast
from urllib.parse import urlsplit

from websockets.client import ClientProtocol
from websockets.datastructures import Headers
from websockets.frames import Frame, Opcode
from websockets.http11 import Response
from websockets.protocol import State
from websockets.uri import parse_uri

_CONNECT_SECONDS = 5.0
_CLOSE_SECONDS = 2.0  # what the customer's server may take to answer our close


class NotConnected(ConnectionError):
    """The customer's server did not open the socket; the message says what it answered."""


class MediaSocket(asyncio.Protocol):
    """One open socket. on_message gets (opcode, payload) of each whole message; on_lost is called if the customer's
    server vanishes: it closes without a farewell, or does not answer ours.

    is_dead: the line is lost, and neither side is told.
    """

    def __init__(
        self,
        url: str,
        headers: Mapping[str, str],
        on_message: Callable[[Opcode, bytes], None],
        on_lost: Callable[[], None],
    ) -> None:
        self._protocol = ClientProtocol(parse_uri(url), max_size=2**24)
        self._headers = headers
        self._on_message = on_message
        self._on_lost = on_lost
        self._transport: asyncio.Transport | None = None
        self._closed = asyncio.Event()
        self._opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._parts: list[bytes] = []
        self._opcode = Opcode.TEXT
        self._is_ended_here = False
        self.is_dead = False

    @property
    def is_open(self) -> bool:
        """Whether messages can be sent."""
        return not self.is_dead and self._protocol.state is State.OPEN

    def send(self, message: bytes) -> None:
        """Send one text message now; a dead or closed line swallows it."""
        if self.is_open:
            self._protocol.send_text(message)
            self._flush()

    def close(self) -> None:
        """Begin the closing handshake."""
        if self.is_open:
            self._protocol.send_close(1000)
            self._flush()

    async def closed(self) -> None:
        """Wait until it is closed, by whichever side."""
        await self._closed.wait()

    async def leave(self, farewell: Callable[[], None]) -> None:
        """Say farewell and close; nothing when the line is dead or closed already. A server that does not answer the
        close is cut off."""
        if self.is_dead or self._closed.is_set():
            return
        farewell()
        self.close()
        try:
            async with asyncio.timeout(_CLOSE_SECONDS):
                await self._closed.wait()
        except TimeoutError:
            if self._transport is not None:
                self._transport.abort()

    def abort(self) -> None:
        """Drop the connection without a closing handshake."""
        self._is_ended_here = True
        if self._transport is not None:
            self._transport.abort()

    def go_dead(self) -> None:
        """Stay connected and do nothing any more: what a lost network looks like from outside."""
        self.is_dead = True
        if self._transport is not None:
            with suppress(RuntimeError):
                self._transport.pause_reading()

    async def opened(self) -> None:
        """Wait for the handshake; raises NotConnected."""
        try:
            async with asyncio.timeout(_CONNECT_SECONDS):
                await self._opened
        except TimeoutError:
            raise NotConnected("no answer to the handshake") from None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """asyncio: the connection stands; ask for the upgrade."""
        self._transport = cast("asyncio.Transport", transport)
        request = self._protocol.connect()
        request.headers.update(Headers(self._headers))
        self._protocol.send_request(request)
        self._flush()

    def data_received(self, data: bytes) -> None:
        """asyncio: bytes arrived."""
        self._protocol.receive_data(data)
        self._take_events()
        self._flush()

    def eof_received(self) -> None:
        """asyncio: the other side sends no more."""
        self._protocol.receive_eof()
        self._take_events()
        self._flush()

    def connection_lost(self, exc: Exception | None) -> None:
        """asyncio: the connection is gone."""
        if self._protocol.state is not State.CLOSED:
            self._protocol.receive_eof()
        if not self._opened.done():
            self._opened.set_exception(NotConnected(f"the connection was closed during the handshake: {exc}"))
        elif self._protocol.close_rcvd is None and not self._is_ended_here and not self.is_dead:
            self._on_lost()
        self._closed.set()

    def _take_events(self) -> None:
        for event in self._protocol.events_received():
            if isinstance(event, Response):
                self._handshake_ended(event)
            elif isinstance(event, Frame):
                self._take_frame(event)

    def _handshake_ended(self, response: Response) -> None:
        if self._opened.done():
            return
        if self._protocol.handshake_exc is None:
            self._opened.set_result(None)
        else:
            self._opened.set_exception(NotConnected(f"handshake answered {response.status_code}"))

    def _take_frame(self, frame: Frame) -> None:
        if frame.opcode in (Opcode.TEXT, Opcode.BINARY):
            self._opcode = frame.opcode
        elif frame.opcode is not Opcode.CONT:
            return
        self._parts.append(bytes(frame.data))
        if frame.fin:
            message, self._parts = b"".join(self._parts), []
            self._on_message(self._opcode, message)

    def _flush(self) -> None:
        if self._transport is None:
            return
        for data in self._protocol.data_to_send():
            if data:
                self._transport.write(data)
            elif self._transport.can_write_eof():
                self._transport.write_eof()
        if self._protocol.close_expected() and self._protocol.state is State.CLOSED:
            self._transport.close()


async def open_media_socket(
    url: str,
    headers: Mapping[str, str],
    on_message: Callable[[Opcode, bytes], None],
    on_lost: Callable[[], None],
) -> MediaSocket:
    """An open socket to the customer's media server; raises NotConnected."""
    parts = urlsplit(url)
    secure = parts.scheme == "wss"
    try:
        async with asyncio.timeout(_CONNECT_SECONDS):
            _, socket = await asyncio.get_running_loop().create_connection(
                lambda: MediaSocket(url, headers, on_message, on_lost),
                parts.hostname or "",
                parts.port or (443 if secure else 80),
                ssl=ssl.create_default_context() if secure else None,
            )
    except (OSError, TimeoutError) as error:
        raise NotConnected(f"{type(error).__name__}: {error}") from error
    try:
        await socket.opened()
    except NotConnected:
        socket.abort()
        raise
    return socket
