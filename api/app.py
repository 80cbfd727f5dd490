"""The application: routes under /api, problem details, request ids, and the upkeep that runs beside them."""

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from fastapi import APIRouter, FastAPI, Request, Response

from api import (
    agent_documents,
    agents,
    audit,
    calls,
    campaign_actions,
    campaigns,
    errors,
    flights,
    health,
    keys,
    lead_imports,
    leads,
    live,
    media_server,
    outbound_calls,
    preflight,
    provider_limits,
    recordings,
    scheduled_calls,
    scripts,
    suppressions,
    trunks,
    twilio_messages,
    twilio_voice,
)
from api.tools import ApiTools
from api.upkeep import upkeep

log = structlog.get_logger()
_DESCRIPTION = """
AI phone-call campaigns. Authenticate with `Authorization: Bearer KEY`. Errors are problem details (RFC 9457) with a
stable `code`. Lists are pages: pass `next_cursor` as `cursor`. What spends takes an `Idempotency-Key`.
"""


def build_app(tools: ApiTools, *, with_upkeep: bool = True) -> FastAPI:
    """The application with these tools; without upkeep it only answers, as tests of single routes want it."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if not with_upkeep:
            yield
            return
        async with upkeep(tools, app.state.tail):
            yield

    app = FastAPI(
        title="Outbound",
        version="0.1.0",
        description=_DESCRIPTION,
        lifespan=lifespan,
        responses={"default": {"model": errors.Problem, "description": "A problem (RFC 9457)"}},
    )
    app.state.tools, app.state.tail = tools, live.Tail()
    app.middleware("http")(_with_request_id)
    errors.install(app)
    app.include_router(health.router)
    app.include_router(_api(), prefix="/api")
    app.include_router(outbound_calls.router)  # the same two routes without the prefix
    return app


def _api() -> APIRouter:
    api = APIRouter()
    for module in (
        agents,
        agent_documents,
        scripts,
        trunks,
        provider_limits,
        campaigns,
        campaign_actions,
        preflight,
        lead_imports,
        leads,
        outbound_calls,
        calls,
        recordings,
        flights,
        scheduled_calls,
        suppressions,
        twilio_voice,
        twilio_messages,
        live,
        media_server,
        audit,
        keys,
    ):
        api.include_router(module.router)
    return api


async def _with_request_id(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    request.state.request_id = f"req_{secrets.token_hex(8)}"
    with structlog.contextvars.bound_contextvars(request_id=request.state.request_id):
        response = await call_next(request)
    response.headers["X-Request-Id"] = request.state.request_id
    return response
