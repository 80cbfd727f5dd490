"""A streamed HTTP answer that can be broken off in the middle, as a vendor's dying process does it."""

from starlette.responses import StreamingResponse
from starlette.types import Send


class BreakOff(Exception):
    """Raised by a body to end the connection without finishing the answer."""


class BreakableResponse(StreamingResponse):
    """Streams its body; BreakOff leaves the answer unfinished, so the server closes the connection."""

    async def stream_response(self, send: Send) -> None:
        try:
            await super().stream_response(send)
        except BreakOff:
            return
