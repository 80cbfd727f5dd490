"""Paths that several vendors have: in one world the header that names a vendor's key tells whose is meant."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import Scope


class KeyedRoute(Route):
    """A path for GET that is there only for requests with this header, and with a value that begins so."""

    def __init__(
        self,
        path: str,
        endpoint: Callable[[Request], Awaitable[Response]],
        *,
        header: str,
        begins: str = "",
    ) -> None:
        super().__init__(path, endpoint, methods=["GET"])
        self._header = header.encode()
        self._begins = begins.encode()

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As Route does, for those requests alone."""
        if scope["type"] == "http" and any(
            name == self._header and value.startswith(self._begins) for name, value in scope["headers"]
        ):
            return super().matches(scope)
        return Match.NONE, {}
