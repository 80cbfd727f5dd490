"""The languages that carriers' media streams speak, by name, and what the path of a stream names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from media.carriers.exotel_stream import ExotelStream
from media.carriers.stream import Dialect
from media.carriers.twilio_stream import TwilioStream

DIALECTS: Final[Mapping[str, Callable[[], Dialect]]] = {"twilio": TwilioStream, "exotel": ExotelStream}

# What the addresses that an API of the version before gave out begin with; they name no carrier.
_BEFORE: Final = {"stream": "twilio", "exotel": "exotel"}


@dataclass(frozen=True, slots=True)
class StreamPath:
    """A stream that this carrier opens at this process; the token says which."""

    carrier: str
    process: str
    token: str


def stream_path(path: str) -> StreamPath | None:
    """What /stream/{carrier}/{process}/{token} names, whatever query follows; None for any other path."""
    match path.partition("?")[0].removeprefix("/").split("/"):
        case ["stream", carrier, process, token]:
            return StreamPath(carrier, process, token)
        case [before, process, token] if before in _BEFORE:
            return StreamPath(_BEFORE[before], process, token)
        case _:
            return None
