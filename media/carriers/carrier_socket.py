"""A carrier's WebSocket whose messages are taken as they arrive: fifty a second and call wake no task, wait in no queue.

A frame of audio that comes by itself, as nearly all do, goes past the library's parser; everything else goes through it
(docs/decisions/0020).
"""

from collections.abc import Callable
from typing import Any

from websockets.asyncio.server import ServerConnection
from websockets.frames import Frame, Opcode
from websockets.protocol import State

from media.carriers.frame_edges import missing, whole_text

Take = Callable[[bytes], None]


class CarrierSocket(ServerConnection):
    """What the library makes of a connection, but for the way in."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._over = self.loop.create_future()
        self._take: Take | None = None
        self._waiting: list[bytes] = []
        self._parts: list[bytes] = []
        self._missing: int | None = None  # of the frame that the library is reading; None: it alone knows

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

    def data_received(self, data: bytes) -> None:
        """Take a message that is here in one piece, between two frames; leave the rest to the library."""
        is_open = self.protocol.state is State.OPEN
        message = whole_text(data) if is_open and self._missing == 0 and not self._parts else None
        if message is not None:
            self._give(message)
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
        """The line is down."""
        super().connection_lost(exc)
        if not self._over.done():
            self._over.set_result(None)

    def _give(self, message: bytes) -> None:
        if self._take is None:
            self._waiting.append(message)
            return
        try:
            self._take(message)
        except Exception as error:  # whoever waits in deliver gets it; nothing is taken any more
            self._take = self._waiting.append
            if not self._over.done():
                self._over.set_exception(error)
