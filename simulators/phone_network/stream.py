"""A media stream between its socket and the callee's line, whichever carrier's wire it speaks: what goes over the wire is
written and read by the carrier's own stream."""

from collections.abc import Callable, Mapping

from websockets.frames import Opcode

from simulators.clock import now_ms
from simulators.ordered_faults import Fault
from simulators.phone_network.call import Call, Lost
from simulators.phone_network.line import CalleeLine, Outlet
from simulators.phone_network.socket import MediaSocket, open_media_socket
from simulators.phone_network.stream_fault import StreamFault


class NetworkStream:
    """One socket to the customer's media server, for as long as it is connected, and what goes wrong with it.

    line: whose sound it carries.
    """

    def __init__(self, call: Call, line: CalleeLine, fault: Fault | None) -> None:
        self.line = line
        self._call = call
        self._fault = StreamFault(fault)
        self._socket: MediaSocket | None = None
        self._started = False
        self._start_ms = 0.0
        self._place = 0

    async def open(self, url: str, headers: Mapping[str, str], take: Callable[[Opcode, bytes], None]) -> None:
        """Connect; take gets each message of the customer's server. Raises NotConnected."""
        self._socket = await open_media_socket(url, headers, take, self._lose)
        self._call.streams += 1
        self._place = self._call.streams

    @property
    def is_connected(self) -> bool:
        """Whether it ever was; a server may speak before we know."""
        return self._socket is not None

    @property
    def withholds_start(self) -> bool:
        """The stream connects, but never starts."""
        return self._fault.withholds_start

    def start(self, outlet: Outlet) -> None:
        """The start has been sent: from now on the callee's sound leaves by this outlet."""
        self._started = True
        self._start_ms = now_ms()
        self.line.outlet = outlet

    async def carry(self, say_stop: Callable[[], None]) -> None:
        """Carry sound until either side ends the stream.

        Cancelled when the call ends or is redirected: then stop is said, if the stream had started, and the socket closed.
        """
        if self._socket is None:
            return
        try:
            await self._socket.closed()
        finally:
            self.line.disconnected()
            await self._socket.leave(lambda: say_stop() if self._started else None)

    @property
    def carries(self) -> int | None:
        """Its place among the call's streams, from 1; None when its line is dead and sound goes nowhere."""
        return self._place if self._started and self._socket is not None and self._socket.is_open else None

    def lives(self) -> bool:
        """Whether the next sound is sent at all: the stream has started, and its line does not die now."""
        if not self._started or self._socket is None:
            return False
        if self._fault.strikes(self._socket):
            self._started = False
        return self._started

    def loses_next(self) -> bool:
        """Whether the next piece of audio is lost."""
        return self._fault.loses_next()

    def send(self, message: bytes) -> None:
        """Send one message; nothing before it is connected."""
        if self._socket is not None:
            self._socket.send(message)

    def received(self, audio: bytes, now: float) -> None:
        """Audio of ours has arrived: µ-law, 8 kHz."""
        if self._call.greeting_after_start_ms is None:
            self._call.greeting_after_start_ms = now - self._start_ms
        self.line.received(audio, now)

    def hang_up(self) -> None:
        """Begin to close the socket."""
        if self._socket is not None:
            self._socket.close()

    def _lose(self) -> None:
        self._call.streams_lost.append(Lost(self._place, now_ms()))
