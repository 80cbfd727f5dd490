"""A streamed HTTP answer that can be broken off in the middle, as a vendor's dying process does it."""

import asyncio
from collections.abc import AsyncIterator, Callable

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


async def while_wanted(pieces: AsyncIterator[bytes], on_gone: Callable[[], None]) -> AsyncIterator[bytes]:
    """The pieces; on_gone is called when the client leaves before the last, and the rest is not made."""
    try:
        async for piece in pieces:
            yield piece
    except (asyncio.CancelledError, GeneratorExit):
        on_gone()
        raise
