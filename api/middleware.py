"""What every request passes before a route sees it: an id, a key, clean text, a bounded body; and how errors leave.

All under /api and /calls needs a key, whether or not such a route exists; what is open is listed here. The key is asked
for before anything of the body is read.
"""

import re
import secrets
from typing import Final

import structlog
from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.authentication import principal_with, secret_of
from api.errors import TooManyRequests
from api.networks import host_of, network_hash, shown_network
from api.problems import answer_for_any
from api.request_limits import OF_ONESELF, SIGNING_IN, count_request, limits_of
from api.tools import ApiTools
from database.audit import asked_from
from domain.errors import InvalidInput, OutboundError

log = structlog.get_logger()

_KEYED: Final = ("/api/", "/calls/")
_ONESELF: Final = re.compile(r"/api/(?:me|sessions|auth/logout)(?:/.*)?")
_SIGNING_IN: Final = (
    "/api/auth/login",
    "/api/auth/refresh",
    "/api/auth/accept",
    "/api/auth/password-reset",
    "/api/auth/oidc/",
)
# Signed by other means: the carrier's signature, the link's own; and what one signs in by.
_OPEN: Final = ("/api/webhooks/", "/api/recordings/", *_SIGNING_IN)

LONGEST_BODY: Final = 1_000_000  # bytes; a campaign with every field full has a tenth of it
# Files of people's lists, read as a stream; of documents, whose own limit is 1 MB; what strangers may send as well.
_OTHERS: Final = (
    (re.compile(r"/api/lead-imports"), 256_000_000),
    (re.compile(r"/api/dnc/imports"), 256_000_000),
    (re.compile(r"/api/dnc/lists/[^/]+/versions"), 1_000_000_000),  # ten million hashes are 650 MB
    (re.compile(r"/api/agents/[^/]+/documents"), 1_100_000),
    (re.compile(r"/hooks/leads/[^/]+"), 500_000),  # a hundred leads with all that lists have
)


_VERSIONED: Final = "/api/v1/"
"""Names the version of the API, which /api is as well; a later one will have an address of its own."""


class BrokenOff(OutboundError):
    """An answer that had begun could not be completed; the log knows why."""


class Door:
    """ASGI middleware around the whole application; sockets pass as they are."""

    def __init__(self, app: ASGIApp, tools: ApiTools) -> None:
        self._app, self._tools = app, tools

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; whatever goes wrong is answered as a problem and told to nobody above."""
        scope = _of_this_version(scope)
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        request.state.request_id = f"req_{secrets.token_hex(8)}"
        request.state.told_limits = {}
        with (
            structlog.contextvars.bound_contextvars(request_id=request.state.request_id),
            asked_from(shown_network(request, self._tools)),
        ):
            await self._serve(request, send)

    async def _serve(self, request: Request, send: Send) -> None:
        outgoing = _Outgoing(send, request)
        try:
            await self._let_in(request)
            await self._app(request.scope, _bounded(request), outgoing)
        except Exception as error:
            if isinstance(error, TooManyRequests):
                request.state.told_limits = error.headers
            answer = answer_for_any(request, error)
            if outgoing.has_begun:
                raise BrokenOff from None  # the server has to cut the connection; the error's own text stays here
            await answer(request.scope, request.receive, outgoing)

    async def _let_in(self, request: Request) -> None:
        """Raises NotAuthenticated, InvalidInput, or HTTPException for what is too long."""
        path = request.url.path
        if path.startswith(_KEYED) and not path.startswith(_OPEN):
            await self._admit(request)
        elif path.startswith(_SIGNING_IN):
            await self._admit_to_sign_in(request)
        _check_text(request)
        if _said_length(request) > _longest(path):
            raise _too_long(path)

    async def _admit(self, request: Request) -> None:
        secret = secret_of(request)
        async with self._tools.database.transaction() as session:
            principal = await principal_with(session, self._tools, secret, host_of(request))
            if _ONESELF.fullmatch(request.url.path):
                request.state.told_limits = await count_request(
                    session, f"{principal.actor}/self", OF_ONESELF
                )
            elif not principal.runs_the_system:
                limits = limits_of(self._tools.settings, principal)
                request.state.told_limits = await count_request(session, principal.actor, limits)
        request.state.principal = principal

    async def _admit_to_sign_in(self, request: Request) -> None:
        network = network_hash(request, self._tools).hex()
        async with self._tools.database.transaction() as session:
            request.state.told_limits = await count_request(session, f"network/{network}", SIGNING_IN)


class _Outgoing:
    """Sends the answer with its request id and what is left of the limits; knows whether it has begun."""

    def __init__(self, send: Send, request: Request) -> None:
        self._send, self._state = send, request.state
        self.has_begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_begun = True
            headers = MutableHeaders(scope=message)
            headers["X-Request-Id"] = self._state.request_id
            headers.update(self._state.told_limits)
        await self._send(message)


def _of_this_version(scope: Scope) -> Scope:
    """The same request without its version; routes, cursors and idempotency keys know one address of each thing."""
    if not scope.get("path", "").startswith(_VERSIONED):
        return scope
    path = scope["path"].replace(_VERSIONED, "/api/", 1)
    raw = scope.get("raw_path") or scope["path"].encode()
    return {**scope, "path": path, "raw_path": raw.replace(_VERSIONED.encode(), b"/api/", 1)}


def _check_text(request: Request) -> None:
    """PostgreSQL's text has no U+0000. Bodies are checked where they are validated (api.request_bodies)."""
    for place, text in (
        ("path", request.scope["path"]),
        ("query", request.scope["query_string"].decode("latin-1")),
    ):
        if "\0" in text or "%00" in text:
            raise InvalidInput(
                f"The {place} holds U+0000, which no text here may.",
                pointer=f"/{place}",
                code="nul_character",
            )


def _said_length(request: Request) -> int:
    said = request.headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 20 else 0


def _longest(path: str) -> int:
    return next((most for pattern, most in _OTHERS if pattern.fullmatch(path)), LONGEST_BODY)


def _too_long(path: str) -> HTTPException:
    return HTTPException(413, f"A request to this address may have at most {_longest(path):,} bytes.")


def _bounded(request: Request) -> Receive:
    """What the client sends, which may have said no length, up to the limit."""
    path, taken = request.url.path, 0
    most = _longest(path)

    async def receive() -> Message:
        nonlocal taken
        message = await request.receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise _too_long(path)
        return message

    return receive
