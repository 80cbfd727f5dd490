"""What holds the API's answers to their description notices an answer that is not declared."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
from starlette.responses import Response

from tests.api.conftest import Operator, client_of
from tests.api.declared import application

Plant = Callable[[FastAPI], None]


def _responses(app: FastAPI, path: str) -> dict[str, Any]:
    responses: dict[str, Any] = app.openapi()["paths"][path]["get"]["responses"]
    return responses


def _nothing(_: FastAPI) -> None:
    """The application as it is."""


def _success_not_declared(app: FastAPI) -> None:
    del _responses(app, "/api/agents")["200"]


def _declared_without_content(app: FastAPI) -> None:
    del _responses(app, "/api/agents")["200"]["content"]


def _declared_as_text(app: FastAPI) -> None:
    _responses(app, "/api/agents")["200"]["content"] = {"text/plain": {}}


def _refusal_not_declared(app: FastAPI) -> None:
    del _responses(app, "/api/agents/{agent_id}")["default"]


def _operation_not_described(app: FastAPI) -> None:
    del app.openapi()["paths"]["/api/agents"]["get"]


def _text_instead(app: FastAPI) -> None:
    _serve_first(app, PlainTextResponse("[]"))


def _nothing_instead(app: FastAPI) -> None:
    _serve_first(app, Response(status_code=204))


def _serve_first(app: FastAPI, answer: Response) -> None:
    app.openapi()  # as it was before
    app.add_api_route("/api/agents", lambda: answer, methods=["GET"])
    app.router.routes.insert(0, app.router.routes.pop())


async def _ask(operator: Operator, plant: Plant) -> None:
    app = application(operator.tools)
    plant(app)
    async with client_of(app, headers=operator.client.headers) as client:
        for path in ("/api/agents", "/api/agents/agent_1", "/api/nothing", "/docs"):
            await client.get(path)


async def test_what_is_declared_passes(operator: Operator) -> None:
    await _ask(operator, _nothing)


@pytest.mark.parametrize(
    ("plant", "told"),
    [
        (_success_not_declared, "answered 200 application/json, and only default are declared"),
        (_declared_without_content, "answered 200 application/json, and it is declared without content"),
        (_declared_as_text, "answered 200 application/json, and it is declared text/plain"),
        (_refusal_not_declared, "answered 404 application/problem+json, and only 200, 304 are declared"),
        (_operation_not_described, "the description has no such operation"),
        (_text_instead, "answered 200 text/plain, and it is declared application/json"),
        (_nothing_instead, "answered 204 without content, and only 200, default are declared"),
    ],
)
async def test_an_answer_that_is_not_declared_fails_the_test_that_met_it(
    operator: Operator, plant: Plant, told: str
) -> None:
    with pytest.raises(AssertionError, match=re.escape(told)):
        await _ask(operator, plant)
