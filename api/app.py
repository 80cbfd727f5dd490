"""The application: routes under /api, problem details, request ids, and the upkeep that runs beside them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from fastapi import Depends, FastAPI

from api import (
    account,
    api_keys,
    audit,
    caller_identities,
    connections,
    consent_texts,
    consents,
    contactability,
    dashboard,
    docs_page,
    health,
    identity_provider,
    lead_hooks,
    legal_holds,
    live_events,
    me,
    media_server,
    people,
    predial_hooks,
    preferences,
    problems,
    provider_limits,
    provider_sign_in,
    retention,
    rule_packs,
    scripts,
    second_factors,
    sign_in,
    suppression_lists,
    suppressions,
    trunks,
    users,
    wallboard,
    webhook_endpoints,
)
from api.agents import documents as agent_documents
from api.agents import routes as agents
from api.calls import erasure, flights, outbound, recordings, scheduled, transcripts
from api.calls import routes as calls
from api.campaigns import abandonment, preflight
from api.campaigns import actions as campaign_actions
from api.campaigns import members as campaign_members
from api.campaigns import routes as campaigns
from api.leads import import_routes as lead_imports
from api.leads import routes as leads
from api.middleware import Door
from api.openapi import DescribedApp, operation_id
from api.tools import ApiTools
from api.unknown_filters import check_query
from api.upkeep import upkeep
from api.webhooks import lead_messages, twilio, twilio_messages

log = structlog.get_logger()
_KNOWN_QUERIES = [Depends(check_query)]
_DESCRIPTION = """
AI phone-call campaigns. Authenticate with `Authorization: Bearer KEY`. Errors are problem details (RFC 9457) with a
stable `code`. `/api/v1` is `/api`. Lists are pages: pass `next_cursor` as `cursor`. What makes
or spends takes an `Idempotency-Key`, an edit `If-Match` with the `ETag` of what was seen.
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

    app = DescribedApp(
        title="Outbound",
        version="0.1.0",
        description=_DESCRIPTION,
        lifespan=lifespan,
        redirect_slashes=False,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=operation_id,
        responses={"default": {"model": problems.Problem, "description": "A problem (RFC 9457)"}},
    )
    app.state.tools, app.state.tail = tools, live_events.Tail()
    app.state.dashboard = dashboard.Built()
    app.add_middleware(Door, tools=tools)
    problems.install(app)
    app.include_router(health.router)
    app.include_router(docs_page.router)
    app.include_router(dashboard.router)
    _include_api(app)
    app.include_router(lead_messages.router)
    # The same two routes without the prefix.
    app.include_router(outbound.router, dependencies=_KNOWN_QUERIES)
    return app


def _include_api(app: FastAPI) -> None:
    """Each noun's routes by themselves: a request looks through all routes once more for each router that stands in another."""
    for module in (
        account,
        agents,
        agent_documents,
        scripts,
        connections,
        trunks,
        caller_identities,
        provider_limits,
        campaigns,
        campaign_actions,
        campaign_members,
        preflight,
        abandonment,
        wallboard,
        lead_imports,
        leads,
        lead_hooks,
        outbound,
        calls,
        transcripts,
        recordings,
        erasure,
        flights,
        scheduled,
        contactability,
        retention,
        rule_packs,
        suppression_lists,
        suppressions,
        consents,
        consent_texts,
        preferences,
        people,
        legal_holds,
        media_server,
        audit,
        api_keys,
        users,
        identity_provider,
        webhook_endpoints,
        predial_hooks,
        me,
        second_factors,
        sign_in,
    ):
        app.include_router(module.router, prefix="/api", dependencies=_KNOWN_QUERIES)
    for module in (twilio, twilio_messages, live_events, provider_sign_in):
        app.include_router(module.router, prefix="/api")
