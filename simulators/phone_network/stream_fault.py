"""What goes wrong with one media stream, whichever carrier's wire it speaks."""

from simulators.clock import now_ms
from simulators.ordered_faults import Fault
from simulators.phone_network.socket import MediaSocket

_DEADLY = frozenset({"close_without_stop", "half_open"})


class StreamFault:
    """No start; pieces of audio that are lost; a close without stop, or a line that dies and does not say so, some
    seconds after it was ordered. None: all goes well."""

    def __init__(self, fault: Fault | None) -> None:
        self._kind = "" if fault is None else fault.kind
        parameters = {} if fault is None else fault.parameters
        self._drops_left = int(parameters.get("frames", 1)) if self._kind == "drop_frame" else 0
        self._dies_ms = now_ms() + parameters.get("seconds", 1.0) * 1000 if self._kind in _DEADLY else None

    @property
    def withholds_start(self) -> bool:
        """The stream connects, but never starts."""
        return self._kind == "no_start"

    def loses_next(self) -> bool:
        """Whether the next piece of audio is lost."""
        if not self._drops_left:
            return False
        self._drops_left -= 1
        return True

    def strikes(self, socket: MediaSocket) -> bool:
        """Let the line die if its time has come; whether it is dead."""
        if self._dies_ms is None or now_ms() < self._dies_ms:
            return False
        if self._kind == "half_open":
            socket.go_dead()
        else:
            socket.abort()
        return True
