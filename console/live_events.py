"""Live events over the API's WebSocket; a lost connection is taken up again where it broke off."""

import json
import time
from collections.abc import Iterator, Sequence
from typing import Final

from console.client import Address, Record
from console.exit_codes import CommandFailed, Exit

_SILENCE_LIMIT: Final = 45.0  # three heartbeats
_TRIES: Final = 20
_REFUSED: Final = 4401
_MISUSED: Final = 4400


def live_events(address: Address, topics: Sequence[str], after: int | None) -> Iterator[Record]:
    """Events in order, each once. Raises CommandFailed when the API stays away or refuses the key."""
    # Takes longer to load than most commands last.
    from websockets.exceptions import ConnectionClosed, InvalidHandshake

    failures = 0
    while failures < _TRIES:
        try:
            for message in _messages(address, topics, after):
                failures = 0
                after = message["seq"]
                if message["type"] == "event":
                    yield message
        except ConnectionClosed as closed:
            code, reason = (closed.rcvd.code, closed.rcvd.reason) if closed.rcvd else (None, "")
            if code == _REFUSED:
                raise CommandFailed(
                    Exit.REFUSED, "The API refuses this key.", "Set OUTBOUND_API_KEY."
                ) from closed
            if code == _MISUSED:
                raise CommandFailed(Exit.REFUSED, f"The API refuses to be watched so: {reason}.") from closed
        except (OSError, TimeoutError, InvalidHandshake):
            pass  # the API is away, or restarts behind its proxy; it may come back, and nothing is missed
        failures += 1
        time.sleep(0.5)
    raise CommandFailed(Exit.UNREACHABLE, f"The API at {address.url} does not answer.")


def _messages(address: Address, topics: Sequence[str], after: int | None) -> Iterator[Record]:
    from websockets.sync.client import connect

    url = f"ws{address.url.removeprefix('http')}/api/ws"
    with connect(url, open_timeout=5, proxy=None) as socket:
        socket.send(json.dumps({"token": address.key, "after": after, "topics": list(topics)}))
        while True:
            message: Record = json.loads(socket.recv(timeout=_SILENCE_LIMIT))
            yield message
