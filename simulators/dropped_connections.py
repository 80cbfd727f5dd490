"""Breaking the HTTP connection under a request, as a failing network does.

uvicorn offers no way for an application to do this; its request cycle holds the transport, and the outermost
application sees that cycle behind its send function.
"""

import asyncio
import socket
import struct
from typing import Any, cast

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

_KEY = "simulators.transport"


class ReachableTransport:
    """Puts the connection's transport where drop_connection finds it; must be the outermost application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "http":
            scope[_KEY] = getattr(getattr(send, "__self__", None), "transport", None)
        await self._app(scope, receive, send)


async def drop_connection(request: Request) -> None:
    """Reset the connection without an answer; returns when the server has noticed."""
    transport = cast("asyncio.Transport | None", request.scope.get(_KEY))
    if transport is None:
        raise RuntimeError(
            "no transport under this request; is ReachableTransport the outermost application?"
        )
    linger: Any = transport.get_extra_info("socket")
    linger.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
    while (await request.receive())["type"] != "http.disconnect":
        pass
