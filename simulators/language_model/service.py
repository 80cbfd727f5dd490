"""The HTTP side of the model: /v1/chat/completions, streamed or whole, and the list of models.

Wire format: OpenAI's API reference, as the SDK 3.57 speaks it.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from simulators.broken_streams import BreakableResponse, while_wanted
from simulators.clock import now_seconds, utc_today
from simulators.language_model.completion import SERVER_ERROR, Completion
from simulators.language_model.models import CHAT_MODELS, ChatModel, RefusedRequest, chat_model
from simulators.language_model.requests import CompletionRequest
from simulators.language_model.tokens import ModelTiming
from simulators.ordered_faults import Faults
from simulators.surroundings import Surroundings
from simulators.vendor_journal import Journal

_REFUSALS = {
    "401": (401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided."),
    "429": (
        429,
        "requests",
        "rate_limit_exceeded",
        "Rate limit reached for requests. Please try again in 1s.",
    ),
    "insufficient_quota": (
        429,
        "insufficient_quota",
        "insufficient_quota",
        "You exceeded your current quota, please check your plan and billing details.",
    ),
    "500": (500, "server_error", None, SERVER_ERROR),
    "503": (503, "server_error", None, "The server is currently overloaded, please try again later."),
}


def routes(
    api_key: str,
    faults: Faults,
    journal: Journal,
    timing: ModelTiming | None = None,
    today: Callable[[], date] = utc_today,
) -> list[BaseRoute]:
    """Chat completions and models. Faults of service "openai": a status ("429", "500", "insufficient_quota")
    instead of an answer; "slow" (seconds before the first token), "stall" (seconds after it), and after the first
    tokens "eof" (the body ends without a finish), "close" (the connection breaks), "error" (an error object).
    today: says which models the vendor has ended."""
    model = _Model(Surroundings(api_key, faults, journal, timing or ModelTiming()), today)
    return [
        Route("/v1/chat/completions", model.complete, methods=["POST"]),
        Route("/v1/models", model.list_models, methods=["GET"]),
        Route("/v1/models/{name}", model.show_model, methods=["GET"]),
    ]


class _Model:
    def __init__(self, around: Surroundings[ModelTiming], today: Callable[[], date]) -> None:
        self._around = around
        self._today = today

    async def list_models(self, request: Request) -> Response:
        """The models that there are."""
        if not self._knows(request):
            return self._refused(*_REFUSALS["401"])
        there = [_shown(name, each) for name, each in CHAT_MODELS.items() if each.is_there(self._today())]
        return JSONResponse({"object": "list", "data": there})

    async def show_model(self, request: Request) -> Response:
        """One model; also the cheapest request with which a client can warm its connection."""
        if not self._knows(request):
            return self._refused(*_REFUSALS["401"])
        name = request.path_params["name"]
        model = chat_model(name, self._today())
        return self._no_such_model(name) if model is None else JSONResponse(_shown(name, model))

    async def complete(self, request: Request) -> Response:
        """The next message of the conversation in the request."""
        asked_at = now_seconds()
        if fault := self._around.faults.take("openai", kinds=_REFUSALS.keys()):
            return self._refused(*_REFUSALS[fault.kind])
        if not self._knows(request):
            return self._refused(*_REFUSALS["401"])
        try:
            wanted = CompletionRequest.model_validate_json(await request.body())
        except ValidationError as error:
            return self._not_understood(error)
        model = chat_model(wanted.model, self._today())
        if model is None:
            return self._no_such_model(wanted.model)
        try:
            thought = model.thinking_tokens(
                wanted.model,
                wanted.reasoning_effort,
                with_tools=bool(wanted.offered_tools),
                old_limit=wanted.max_tokens is not None,
            )
        except RefusedRequest as error:
            return self._refused(400, "invalid_request_error", error.code, str(error), error.parameter)
        return await self._answered(Completion(wanted, asked_at, self._around, thought))

    async def _answered(self, completion: Completion) -> Response:
        headers = {"x-request-id": f"req_{uuid4().hex}", "openai-version": "2020-10-01"}
        if completion.request.stream:
            events = while_wanted(completion.stream(), completion.delivery.cancelled)
            return BreakableResponse(events, media_type="text/event-stream", headers=headers)
        return JSONResponse(await completion.whole(), headers=headers)

    def _knows(self, request: Request) -> bool:
        return request.headers.get("authorization") == f"Bearer {self._around.api_key}"

    def _no_such_model(self, name: str) -> Response:
        message = f"The model `{name}` does not exist or you do not have access to it."
        return self._refused(404, "invalid_request_error", "model_not_found", message)

    def _refused(
        self, status: int, kind: str, code: str | None, message: str, parameter: str | None = None
    ) -> Response:
        self._around.journal.record("openai", "Refused", status=status)
        body = {"error": {"message": message, "type": kind, "param": parameter, "code": code}}
        headers = {"x-request-id": f"req_{uuid4().hex}"} | ({"retry-after": "1"} if status == 429 else {})
        return JSONResponse(body, status_code=status, headers=headers)

    def _not_understood(self, error: ValidationError) -> Response:
        first = error.errors(include_url=False)[0]
        parameter = ".".join(map(str, first["loc"])) or None
        message = f"Invalid value for '{parameter}': {first['msg']}" if parameter else first["msg"]
        return self._refused(400, "invalid_request_error", "invalid_value", message, parameter)


def _shown(name: str, model: ChatModel) -> dict[str, Any]:
    ends_on = model.ends_on.isoformat() if model.ends_on else None
    return {"id": name, "object": "model", "created": 0, "owned_by": "system", "shutdown_date": ends_on}
