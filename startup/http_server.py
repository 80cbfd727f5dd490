"""How the house serves HTTP: quiet, with safe answers, and with a limit on how long a client may take to say what it wants."""

import asyncio
from typing import Any, Final

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from startup.answer_headers import SafeAnswers

HEAD_SECONDS: Final = 10.0
"""For the first line and headers, from the connection or the answer before; a browser sends them in one piece."""

BODY_SECONDS: Final = 20.0
LEAST_BYTES_PER_SECOND: Final = 10_000
"""A body may take this long, and longer by what has come of it: a slow upload goes on, a trickle ends."""

KEEP_ALIVE_SECONDS: Final = 75
"""So long an unused connection is kept: longer than clients and proxies keep theirs, who would else send into a closing one."""


LONGEST_MESSAGE: Final = 16_384
"""Bytes of one that a client sends over a socket: who watches names topics, and nothing longer is read."""


def server_config(app: ASGIApp, *, over_tls: bool = False, **options: Any) -> uvicorn.Config:
    """The configuration of a server with these limits and safe answers; options are uvicorn's own.

    over_tls: it is reached over TLS alone, which a proxy before it ends; browsers are told to remember that.
    """
    return uvicorn.Config(
        SafeAnswers(app, over_tls=over_tls),
        http=HurriedProtocol,
        log_config=None,
        access_log=False,
        server_header=False,  # who serves it is nobody's business
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        ws_max_size=LONGEST_MESSAGE,
        **options,
    )


class HurriedProtocol(H11Protocol):
    """uvicorn's protocol, which by itself waits for ever for the rest of a request; here the connection is cut."""

    head_seconds = HEAD_SECONDS
    body_seconds = BODY_SECONDS

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """The first request is awaited."""
        super().connection_made(transport)
        self._awaited: object = None
        self._timer: asyncio.TimerHandle | None = None
        self._began, self._taken = 0.0, 0
        self._look()

    def data_received(self, data: bytes) -> None:
        """More of a request, or a new one, is here."""
        self._taken += len(data)
        super().data_received(data)
        self._look()

    def on_response_complete(self) -> None:
        """The next request is awaited, or the rest of the one that is answered already."""
        super().on_response_complete()
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is awaited any more."""
        self._forget()
        super().connection_lost(exc)

    def _look(self) -> None:
        """Begin anew whenever something else of a request is awaited; what makes no difference moves no deadline."""
        awaited = self.conn.their_state
        if awaited is self._awaited:
            return
        self._awaited = awaited
        self._forget()
        self._began, self._taken = self.loop.time(), 0
        if awaited is h11.IDLE:
            self._timer = self.loop.call_later(self.head_seconds, self.transport.abort)
        elif awaited is h11.SEND_BODY:
            self._timer = self.loop.call_later(self.body_seconds, self._end_a_trickle)

    def _end_a_trickle(self) -> None:
        deadline = self._began + self.body_seconds + self._taken / LEAST_BYTES_PER_SECOND
        left = deadline - self.loop.time()
        if self.flow.read_paused:  # we do not read: it is not the client that takes long
            left = max(left, self.body_seconds)
        if left <= 0:
            self.transport.abort()
        else:
            self._timer = self.loop.call_later(left, self._end_a_trickle)

    def _forget(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
