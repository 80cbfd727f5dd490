"""The control address: the house tells the media process what will ring, what became of it, and asks how it is."""

import asyncio
import hmac
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from http import HTTPStatus
from typing import Annotated, Final, Protocol

import structlog
import uvicorn
from pydantic import BaseModel, BeforeValidator, TypeAdapter, ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from domain.conversations import AnsweredBy, ConversationPlan
from domain.former_names import plan_with_present_names
from domain.identifiers import AttemptId
from media.engine.events import CarrierHint
from media.live.prewarming import Preparation
from providers.errors import ProviderError, ProviderThrottled
from startup.http_server import server_config

log = structlog.get_logger()

# A worker of the version before sends a plan by other names.
_plan: Final[TypeAdapter[ConversationPlan]] = TypeAdapter(
    Annotated[ConversationPlan, BeforeValidator(plan_with_present_names)]
)
Handler = Callable[[Request], Awaitable[Response]]


class Controlled(Protocol):
    """What can be asked of the media process."""

    @property
    def preparation(self) -> Preparation:
        """Where calls are made ready."""

    @property
    def is_ready(self) -> bool:
        """New calls are welcome."""

    def hint(self, attempt_id: AttemptId, hint: CarrierHint) -> bool:
        """Pass on the carrier's opinion of who answered."""

    def hang_up(self, attempt_id: AttemptId) -> bool:
        """End this conversation now."""

    def holds(self, attempt_id: AttemptId) -> bool:
        """This conversation is live here, or ended here a moment ago."""

    def stats(self) -> dict[str, object]:
        """What goes on."""

    def phrase_figures(self) -> dict[str, float]:
        """Size and hits of the phrase cache."""

    def clear_phrases(self) -> int:
        """Forget every phrase; how many those were."""


class Hint(BaseModel):
    """Who answered, in our words, as the carrier thinks; greeting_over: of a machine; word: the carrier's own."""

    answered_by: str
    greeting_over: bool = False
    word: str = ""

    def as_event(self) -> CarrierHint:
        """What the conversation is told."""
        try:
            return CarrierHint(AnsweredBy(self.answered_by), self.greeting_over, self.word)
        except ValueError:
            # An API of the version before sends the carrier's own word alone. While both run it is kept with the report
            # and says nothing: a hint may always be lost, and the conversation listens for itself.
            return CarrierHint(AnsweredBy.UNKNOWN, word=self.answered_by)


def control_app(media: Controlled, control_key: str) -> Starlette:
    """The HTTP application; all but /healthz wants the control key as bearer."""
    return Starlette(routes=_Control(media, control_key).routes())


class _Control:
    def __init__(self, media: Controlled, control_key: str) -> None:
        self._media = media
        self._key = control_key

    def routes(self) -> list[Route]:
        guarded = self._guarded
        return [
            Route("/prepare", guarded(self._prepare), methods=["POST"]),
            Route("/release/{attempt_id}", guarded(self._release), methods=["POST"]),
            Route("/machine/{attempt_id}", guarded(self._machine), methods=["POST"]),
            Route("/conversations/{attempt_id}", guarded(self._conversation), methods=["GET"]),
            Route("/hang-up/{attempt_id}", guarded(self._hang_up), methods=["POST"]),
            Route("/stats", guarded(self._stats), methods=["GET"]),
            Route("/phrases", guarded(self._phrases), methods=["GET"]),
            Route("/phrases", guarded(self._clear_phrases), methods=["DELETE"]),
            Route("/healthz", self._healthz, methods=["GET"]),
        ]

    def _guarded(self, handler: Handler) -> Handler:
        async def checked(request: Request) -> Response:
            given = request.headers.get("authorization", "").encode()
            if not hmac.compare_digest(given, f"Bearer {self._key}".encode()):
                return _problem(
                    HTTPStatus.UNAUTHORIZED, "unauthorized", "The control key is missing or wrong."
                )
            return await handler(request)

        return checked

    async def _prepare(self, request: Request) -> Response:
        if not self._media.is_ready:
            return _problem(HTTPStatus.SERVICE_UNAVAILABLE, "draining", "This process is stopping.")
        try:
            plan = _plan.validate_json(await request.body())
        except ValidationError as error:
            return _problem(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid_plan", _what_is_wrong(error))
        try:
            with structlog.contextvars.bound_contextvars(attempt_id=plan.attempt_id):
                prepared = await self._media.preparation.prepare(plan)
        except ProviderThrottled as error:
            log.warning("prepare.vendor_full", attempt_id=plan.attempt_id)
            return _problem(HTTPStatus.TOO_MANY_REQUESTS, "vendor_full", str(error))
        except (ProviderError, TimeoutError) as error:
            log.warning("prepare.failed", attempt_id=plan.attempt_id, error=type(error).__name__)
            return _problem(
                HTTPStatus.SERVICE_UNAVAILABLE, "not_prepared", str(error) or type(error).__name__
            )
        return JSONResponse({"attempt_id": plan.attempt_id, "phrases": len(prepared.audio)})

    async def _release(self, request: Request) -> Response:
        await self._media.preparation.release(_attempt(request))
        return Response(status_code=HTTPStatus.NO_CONTENT)

    async def _machine(self, request: Request) -> Response:
        try:
            hint = Hint.model_validate_json(await request.body())
        except ValidationError as error:
            return _problem(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid_hint", _what_is_wrong(error))
        return _found(self._media.hint(_attempt(request), hint.as_event()))

    async def _hang_up(self, request: Request) -> Response:
        return _found(self._media.hang_up(_attempt(request)))

    async def _conversation(self, request: Request) -> Response:
        return _found(self._media.holds(_attempt(request)))

    async def _stats(self, _request: Request) -> Response:
        return JSONResponse(self._media.stats())

    async def _phrases(self, _request: Request) -> Response:
        return JSONResponse(self._media.phrase_figures())

    async def _clear_phrases(self, _request: Request) -> Response:
        return JSONResponse({"cleared": self._media.clear_phrases()})

    async def _healthz(self, _request: Request) -> Response:
        status = HTTPStatus.OK if self._media.is_ready else HTTPStatus.SERVICE_UNAVAILABLE
        return JSONResponse({"ready": self._media.is_ready}, status_code=status)


def _attempt(request: Request) -> AttemptId:
    return AttemptId(request.path_params["attempt_id"])


def _found(found: bool) -> Response:
    if found:
        return Response(status_code=HTTPStatus.NO_CONTENT)
    return _problem(HTTPStatus.NOT_FOUND, "not_found", "This attempt is not known to this process.")


def _problem(status: HTTPStatus, code: str, detail: str) -> Response:
    body = {"title": status.phrase, "status": status.value, "code": code, "detail": detail}
    return JSONResponse(body, status_code=status, media_type="application/problem+json")


def _what_is_wrong(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"


class _QuietServer(uvicorn.Server):
    """A server that leaves the process's signals alone."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """uvicorn would take SIGTERM from the process, which wants to drain first."""
        yield


@asynccontextmanager
async def serve_app(app: Starlette, bound: socket.socket) -> AsyncIterator[None]:
    """Serve the application on this socket for as long as the context lasts."""
    config = server_config(app, lifespan="off", timeout_graceful_shutdown=2)
    server = _QuietServer(config)
    async with asyncio.TaskGroup() as group:
        group.create_task(server.serve(sockets=[bound]), name="control address")
        try:
            yield
        finally:
            server.should_exit = True
