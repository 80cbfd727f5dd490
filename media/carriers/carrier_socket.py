"""A carrier's WebSocket whose messages are taken as they arrive: fifty a second and call wake no task, wait in no queue.

Frames of audio that come whole, as nearly all do, go past the library's parser; everything else goes through it
(docs/decisions/0020). While a line is silent it is read by the house's clock, not whenever something comes (0021).
"""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from websockets.asyncio.server import ServerConnection
from websockets.frames import Frame, Opcode
from websockets.protocol import State

from media.carriers.frame_edges import missing, whole_texts

Take = Callable[[bytes], None]
_MOST_READ = 65_536


class CarrierSocket(ServerConnection):
    """What the library makes of a connection, but for the way in."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._over = self.loop.create_future()
        self._take: Take | None = None
        self._waiting: list[bytes] = []
        self._parts: list[bytes] = []
        self._missing: int | None = None  # of the frame that the library is reading; None: it alone knows
        self.is_read_by_clock = False

    async def deliver(self, take: Take) -> None:
        """Give take every message, those that came before included, until the line is down. Raises what take raises."""
        self._take = take
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self._give(message)
        try:
            await self._over
        finally:
            self._take = None

    def fail(self, error: Exception) -> None:
        """Raise this from deliver; nothing is taken any more."""
        self._take = self._waiting.append
        self.read_at_once()
        if not self._over.done():
            self._over.set_exception(error)

    def read_by_clock(self) -> None:
        """From now on nothing wakes the process when something comes; it is taken by look."""
        is_up = self.protocol.state is State.OPEN and not self.transport.is_closing()
        if is_up and not self.is_read_by_clock:
            self.is_read_by_clock = True
            self.transport.pause_reading()

    def read_at_once(self) -> None:
        """Take again what comes when it comes."""
        if self.is_read_by_clock:
            self.is_read_by_clock = False
            if not self.transport.is_closing():
                self.transport.resume_reading()

    def look(self) -> None:
        """Take what has come meanwhile, if this socket is read by the clock."""
        if not self.is_read_by_clock or self.transport.is_closing():  # connection_lost takes the rest
            return
        try:
            data = self._read()
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            self.data_received(data)
        else:  # the line is down, as the transport will find out by itself
            self.read_at_once()

    def data_received(self, data: bytes) -> None:
        """Take messages that are here whole, between two frames; leave the rest to the library."""
        is_open = self.protocol.state is State.OPEN
        messages = whole_texts(data) if is_open and self._missing == 0 and not self._parts else []
        for message in messages:
            self._give(message)
        if messages:
            return
        super().data_received(data)
        if is_open:
            self._missing = missing(data, self._missing)
        elif data.endswith(b"\r\n\r\n"):  # the handshake, with no frame behind it
            self._missing = 0

    def process_event(self, event: Any) -> None:
        """Take a message where the library would queue it."""
        if type(event) is not Frame or event.opcode > Opcode.BINARY:
            super().process_event(event)
        elif event.fin and not self._parts:
            self._give(bytes(event.data))
        else:
            self._parts.append(bytes(event.data))
            if event.fin:
                message, self._parts = b"".join(self._parts), []
                self._give(message)

    def connection_lost(self, exc: Exception | None) -> None:
        """The line is down; what came before that, and was not looked at yet, is taken first."""
        self._take_the_rest()
        super().connection_lost(exc)
        if not self._over.done():
            self._over.set_result(None)

    def _take_the_rest(self) -> None:
        if not self.is_read_by_clock:
            return
        self.is_read_by_clock = False
        with suppress(OSError):
            while data := self._read():
                self.data_received(data)

    def _read(self) -> bytes:
        return os.read(self.transport.get_extra_info("socket").fileno(), _MOST_READ)

    def _give(self, message: bytes) -> None:
        if self._take is None:
            self._waiting.append(message)
            return
        try:
            self._take(message)
        except Exception as error:
            self.fail(error)
