"""A streamed HTTP answer that can be broken off in the middle, as a vendor's dying process does it."""

from collections.abc import AsyncIterator, Callable

from starlette.requests import Request
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


async def while_wanted(
    request: Request, pieces: AsyncIterator[bytes], on_gone: Callable[[], None]
) -> AsyncIterator[bytes]:
    """The pieces until the client leaves; then on_gone is called and the rest is not made."""
    async for piece in pieces:
        if await request.is_disconnected():
            on_gone()
            return
        yield piece
