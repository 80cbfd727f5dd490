"""Holds the API to its description: an answer that OpenAPI does not declare for its operation fails the test that met it."""

import os
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, cast

import httpx
from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from api.app import build_app
from api.problems import PROBLEM_JSON
from api.tools import ApiTools

# The description itself, and its page for people.
_UNDESCRIBED: Final = ("/openapi.json", "/docs")


class DeclaredTransport(httpx.ASGITransport):
    """Leads to an application in the test's own process, from a network of its own; raises AssertionError for an answer that is not
    declared."""

    def __init__(self, app: FastAPI, *, raise_app_exceptions: bool = True) -> None:
        host = "10.{}.{}.1".format(*os.urandom(2))
        super().__init__(app, raise_app_exceptions=raise_app_exceptions, client=(host, 4_000))
        self._described = app

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, which is declared."""
        answer = await super().handle_async_request(request)
        wrong = undeclared(
            description_of(self._described),
            request.method,
            request.url.path,
            answer.status_code,
            answer.headers,
        )
        assert wrong is None, wrong
        return answer


class DeclaredApp:
    """An application that is served on a socket, where nothing raised reaches the test: it keeps what is not declared."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self.undeclared: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or one socket."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = Headers(raw=message["headers"])
                description = description_of(self._app)
                wrong = undeclared(description, scope["method"], scope["path"], message["status"], headers)
                self.undeclared += [] if wrong is None else [wrong]
            await send(message)

        await self._app(scope, receive, sending)


def description_of(app: FastAPI) -> Mapping[str, Any]:
    """The application's own description, if it has made one."""
    return app.openapi_schema or description()


def application(tools: ApiTools, *, with_upkeep: bool = False) -> FastAPI:
    """The application with these tools, over routes that all applications of the process share.

    FastAPI makes ready what a route takes and answers at an application's first requests, in half a second, and tests
    build hundreds. A route finds its tools by the request's application; none is made of them.
    """
    app = build_app(tools, with_upkeep=with_upkeep)
    app.router.routes[:] = _without_tools().router.routes
    return app


@cache
def description() -> dict[str, Any]:
    """The application's as it is: it takes half a second to describe."""
    return _without_tools().openapi()


@cache
def _without_tools() -> FastAPI:
    return build_app(cast("ApiTools", None), with_upkeep=False)


def undeclared(
    description: Mapping[str, Any], method: str, path: str, status: int, headers: Mapping[str, str]
) -> str | None:
    """What about this answer the description does not declare; None if it is declared.

    An address that is not described may answer with a problem only. `default` stands for refusals and failures. What is
    declared without content has no media type. /api/v1 is /api.
    """
    media_type = headers.get("content-type", "").partition(";")[0]
    answer = f"{method} {path} answered {status} {media_type or 'without content'}"
    if path in _UNDESCRIBED:
        return None
    responses = _responses(description, method, path.replace("/api/v1/", "/api/", 1))
    if responses is None:
        is_problem = status >= 400 and media_type == PROBLEM_JSON
        return None if is_problem else f"{answer}, and the description has no such operation"
    declared = responses.get(str(status), responses.get("default") if status >= 400 else None)
    if declared is None:
        return f"{answer}, and only {', '.join(responses)} are declared"
    kinds = list(declared.get("content", ()))
    if media_type in (kinds or [""]):
        return None
    return f"{answer}, and it is declared {' or '.join(kinds) or 'without content'}"


def _responses(description: Mapping[str, Any], method: str, path: str) -> Mapping[str, Any] | None:
    """What the operation of this address is declared to answer; None if there is none. HEAD answers as GET does."""
    wanted = "get" if method == "HEAD" else method.lower()
    found = [
        template
        for template, operations in description["paths"].items()
        if wanted in operations and _addresses(template).fullmatch(path)
    ]
    if not found:
        return None
    template = min(found, key=lambda one: one.count("{"))  # a literal part comes before a name for any
    responses: Mapping[str, Any] = description["paths"][template][wanted]["responses"]
    return responses


@cache
def _addresses(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"{\w+}", "[^/]+", template))
