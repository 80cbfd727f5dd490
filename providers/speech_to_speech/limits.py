"""What a session owes us and by when: a service that is late is as good as gone."""

import asyncio
from collections.abc import Callable

import structlog

from providers.speech.recogniser_socket import ListeningSocket

log = structlog.get_logger()


class Limits:
    """Gives the socket up when something expected does not come in time."""

    def __init__(self, socket: ListeningSocket) -> None:
        self._socket = socket
        self._loop = asyncio.get_running_loop()
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._heard_since_probe = True

    def expect(self, what: str, seconds: float) -> None:
        """This must come within so many seconds; one expected already keeps its time."""
        if what not in self._timers:
            self._timers[what] = self._loop.call_later(seconds, self._missed, what)

    def met(self, what: str) -> None:
        """It came, or is not needed any more."""
        timer = self._timers.pop(what, None)
        if timer is not None:
            timer.cancel()

    def expect_life(self, seconds: float, probe: Callable[[], None]) -> None:
        """Between two moments so far apart something must be heard, if only the answer to a probe."""
        if not self._heard_since_probe:
            self._missed("life")
            return
        self._heard_since_probe = False
        probe()
        self._timers["life"] = self._loop.call_later(seconds, self.expect_life, seconds, probe)

    def is_alive(self) -> None:
        """Something was heard."""
        self._heard_since_probe = True

    def stop(self) -> None:
        """Expect nothing any more."""
        for what in list(self._timers):
            self.met(what)

    def _missed(self, what: str) -> None:
        log.warning("realtime.late", what=what)
        self._socket.abort()
