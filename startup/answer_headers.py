"""Headers that each answer of each of our servers carries, whatever made it: they are put on around the application, in
startup/http_server.py, so that no route, refusal or failure goes without them.

A route says what it needs otherwise by itself; only how long it may be kept and what a page may do are its own to say.
"""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

NOTHING_MAY: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of an answer that is no page: if a browser shows it after all, it loads, runs and sends nothing."""

_ALWAYS: Final = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",  # browsers that know no frame-ancestors
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_UNLESS_SAID: Final = {"content-security-policy": NOTHING_MAY, "cache-control": "no-store"}
_ONLY_TLS: Final = {"strict-transport-security": "max-age=63072000; includeSubDomains"}

Header = tuple[bytes, bytes]


class SafeAnswers:
    """ASGI middleware. over_tls: the public reaches this server over TLS alone, whoever ends it before us."""

    def __init__(self, app: ASGIApp, *, over_tls: bool) -> None:
        self.app = app
        self._always = _raw(_ALWAYS | (_ONLY_TLS if over_tls else {}))
        self._unless_said = _raw(_UNLESS_SAID)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; sockets pass as they are."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = self._with_ours(message.get("headers", ()))
            await send(message)

        await self.app(scope, receive, sending)

    def _with_ours(self, headers: list[Header]) -> list[Header]:
        said = {name.lower() for name, _ in headers}
        kept = [header for header in headers if header[0].lower() not in self._always]
        more = [(name, value) for name, value in self._unless_said.items() if name not in said]
        return [*kept, *self._always.items(), *more]


def _raw(headers: dict[str, str]) -> dict[bytes, bytes]:
    return {name.encode(): value.encode() for name, value in headers.items()}
