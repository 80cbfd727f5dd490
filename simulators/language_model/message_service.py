"""Anthropic's side of the model: /v1/messages, streamed or whole.

Wire format: Anthropic's reference of /v1/messages and its page on errors, read 2026-11-29; the SDK 2.14 sends its key
as a bearer's and the version of 2026-10-21.
"""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from simulators.broken_streams import BreakableResponse, while_wanted
from simulators.clock import now_seconds, utc_today
from simulators.keyed_route import KeyedRoute
from simulators.language_model.claude_models import RefusedMessage, claude_model
from simulators.language_model.message import Message
from simulators.language_model.message_requests import MessageRequest
from simulators.language_model.tokens import ModelTiming
from simulators.ordered_faults import Faults
from simulators.surroundings import Surroundings
from simulators.vendor_journal import Journal

_VERSIONS = ("2023-01-01", "2023-06-01", "2026-10-21")
_REFUSALS = {
    "400": ("invalid_request_error", "The request was not understood."),
    "401": ("authentication_error", "invalid x-api-key"),
    "402": ("billing_error", "Your credit balance is too low to access the Anthropic API."),
    "403": ("permission_error", "Your API key does not have permission to use this resource."),
    "404": ("not_found_error", "The requested resource could not be found."),
    "429": ("rate_limit_error", "This request would exceed your organization's rate limit."),
    "500": ("api_error", "Internal server error"),
    "529": ("overloaded_error", "Overloaded"),
}
_RETRY_AFTER = {"429": {"retry-after": "1"}}


def message_routes(
    api_key: str,
    faults: Faults,
    journal: Journal,
    timing: ModelTiming | None = None,
    today: Callable[[], date] = utc_today,
) -> list[BaseRoute]:
    """Messages. Faults of service "anthropic": a status ("429", "529") instead of an answer; "slow" (seconds before
    the first token), "stall" (seconds after it), and after the first tokens "eof" (the body ends without a finish),
    "close" (the connection breaks), "error" (an error event). today: says which models the vendor has ended."""
    service = _Messages(Surroundings(api_key, faults, journal, timing or ModelTiming()), today)
    return [
        Route("/v1/messages", service.answer, methods=["POST"]),
        KeyedRoute("/v1/models/{name}", service.show_model, header="anthropic-version"),
    ]


class _Messages:
    def __init__(self, around: Surroundings[ModelTiming], today: Callable[[], date]) -> None:
        self._around = around
        self._today = today

    async def show_model(self, request: Request) -> Response:
        """One model; also the cheapest request with which a client can warm its connection."""
        name = request.path_params["name"]
        if not self._knows(request):
            return self._refused("401")
        if claude_model(name, self._today()) is None:
            return self._refused("404", f"model: {name}")
        return JSONResponse(
            {"type": "model", "id": name, "display_name": name, "created_at": "2026-01-01T00:00:00Z"}
        )

    async def answer(self, request: Request) -> Response:
        """The next message of the conversation in the request."""
        asked_at = now_seconds()
        if fault := self._around.faults.take("anthropic", kinds=_REFUSALS.keys()):
            return self._refused(fault.kind)
        if not self._knows(request):
            return self._refused("401")
        if request.headers.get("anthropic-version") not in _VERSIONS:
            return self._refused("400", "anthropic-version: header is required")
        try:
            wanted = MessageRequest.model_validate_json(await request.body())
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(map(str, first["loc"]))
            return self._refused("400", f"{place}: {first['msg']}" if place else first["msg"])
        model = claude_model(wanted.model, self._today())
        if model is None:
            return self._refused("404", f"model: {wanted.model}")
        try:
            thought = model.thinking_tokens(wanted)
        except RefusedMessage as error:
            return self._refused("400", str(error))
        return await self._answered(Message(wanted, asked_at, self._around, thought))

    def _knows(self, request: Request) -> bool:
        """Older clients name the key by a header of the vendor's own."""
        key, given = self._around.api_key, request.headers
        return given.get("x-api-key") == key or given.get("authorization") == f"Bearer {key}"

    async def _answered(self, message: Message) -> Response:
        headers = {"request-id": _request_id()}
        if message.request.stream:
            events = while_wanted(message.stream(), message.delivery.cancelled)
            return BreakableResponse(events, media_type="text/event-stream", headers=headers)
        return JSONResponse(await message.whole(), headers=headers)

    def _refused(self, status: str, message: str | None = None) -> Response:
        self._around.journal.record("anthropic", "Refused", status=int(status))
        kind, explanation = _REFUSALS[status]
        request_id = _request_id()
        error = {"type": kind, "message": message or explanation}
        body = {"type": "error", "error": error, "request_id": request_id}
        headers = {"request-id": request_id} | _RETRY_AFTER.get(status, {})
        return JSONResponse(body, int(status), headers)


def _request_id() -> str:
    return f"req_{uuid4().hex[:24]}"
