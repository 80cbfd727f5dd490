"""Problem details, pages, health and the description of the API."""

import dataclasses
import re
import traceback
from collections.abc import AsyncIterator

import pytest
import structlog
from fastapi.responses import StreamingResponse
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from api import docs_page
from api.middleware import BrokenOff
from api.problems import STATUSES, status_of
from database.session import Database, engine_for
from domain import errors
from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.api.outages import be_away

SENT = "+14155559999"


def test_every_error_of_the_domain_has_a_status() -> None:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.OutboundError)
    ]
    for kind in kinds:
        error = kind.__new__(kind)
        assert 400 <= status_of(error) <= 503
    assert errors.OutboundError is STATUSES[-1][0]


async def test_an_invalid_body_is_422_with_pointers_and_repeats_nothing(operator: Operator) -> None:
    """Requirement 9."""
    secret = "+14155559999"
    refused = await operator.client.post("/api/agents", json={"name": {"number": secret}, secret: 1})
    problem = refused.json()
    assert (refused.status_code, problem["code"]) == (422, "invalid_request")
    assert "/name" in [error["pointer"] for error in problem["errors"]]
    assert refused.headers["content-type"] == "application/problem+json"
    assert problem["request_id"] == refused.headers["x-request-id"]


@pytest.mark.parametrize("value", [["+14155559999"], {"a": "+14155559999"}, "+14155559999" * 100])
async def test_no_422_answer_carries_the_input(operator: Operator, value: object) -> None:
    for path in ("/api/calls/outbound", "/api/dnc", "/api/campaigns", "/api/scripts"):
        refused = await operator.client.post(path, json={"to": value, "numbers": value, "name": value})
        assert refused.status_code == 422
        assert "4155559999" not in refused.text


async def test_broken_json_and_unknown_routes_are_problems_too(operator: Operator) -> None:
    broken = await operator.client.post(
        "/api/agents", content=b"{", headers={"content-type": "application/json"}
    )
    unknown = await operator.client.get("/api/nothing")
    wrong = await operator.client.delete("/api/agents")
    assert [answer.status_code for answer in (broken, unknown, wrong)] == [422, 404, 405]
    codes = [answer.json()["code"] for answer in (broken, unknown, wrong)]
    assert codes == ["invalid_request", "no_such_route", "method_not_allowed"]
    [problem] = broken.json()["errors"]
    assert ("/", "This is not valid JSON.") == (problem["pointer"], problem["message"])


@pytest.mark.parametrize("path", ["/api/agents/", "/api/", "/api//agents"])
async def test_another_spelling_of_an_address_leads_nowhere_and_not_on(operator: Operator, path: str) -> None:
    """A redirect would have whoever follows it send the key once more, and a request's body not at all."""
    answer = await operator.client.get(path)
    assert (404, "no_such_route") == (answer.status_code, answer.json()["code"])


@pytest.mark.parametrize(
    "field, place", [({"language": "xx"}, "/language"), ({"languages": ["es", "klingon"]}, "/languages/1")]
)
async def test_a_sentence_of_ours_leaves_without_the_validator_s_words(
    operator: Operator, field: dict[str, object], place: str
) -> None:
    """Also of what is not even written as a language is: it says which there are, and how they are written."""
    refused = await operator.client.post("/api/agents", json={"name": "Ann", **field})
    [error] = refused.json()["errors"]
    assert place == error["pointer"]
    assert error["message"].startswith(
        "There are no phrases for this language; choose from de (German), en (English)"
    )
    assert error["message"].endswith("with a country or without, as in en or en-GB.")


async def test_pages_follow_each_other_without_gap_or_repeat(operator: Operator) -> None:
    made = [(await operator.made("/api/agents", {"name": f"agent {n}"}))["id"] for n in range(7)]
    seen, cursor = [], None
    while True:
        query = {"limit": "3", **({"cursor": cursor} if cursor else {})}
        page = (await operator.client.get("/api/agents", params=query)).json()
        seen += [agent["id"] for agent in page["data"]]
        cursor = page["next_cursor"]
        if not page["has_more"]:
            break
    assert made[::-1] == seen
    assert cursor is None


@pytest.mark.parametrize("cursor", ["nonsense", "AAAAAAAAAAAAAAAAAAAAAAAA", "ä"])
async def test_a_forged_cursor_is_refused(operator: Operator, cursor: str) -> None:
    refused = await operator.client.get("/api/agents", params={"cursor": cursor})
    assert (refused.status_code, refused.json()["code"]) == (422, "cursor_refused")


async def test_a_cursor_of_another_list_is_refused(operator: Operator) -> None:
    for n in range(2):
        await operator.made("/api/agents", {"name": f"agent {n}"})
    cursor = (await operator.client.get("/api/agents", params={"limit": "1"})).json()["next_cursor"]
    refused = await operator.client.get("/api/trunks", params={"cursor": cursor})
    assert refused.status_code == 422


async def test_readiness_names_what_does_not_answer(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await operator.client.get("/readyz")).json() == {"database": "ok", "temporal": "ok"}
    with operator.workflows.away():
        answer = await operator.client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"database": "ok", "temporal": "unreachable"})
    with monkeypatch.context() as patched:
        be_away(operator.tools.database, 1, patched)
        answer = await operator.client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"database": "unreachable", "temporal": "ok"})


async def test_the_description_has_examples_and_every_operation_a_summary(operator: Operator) -> None:
    """Requirement 11."""
    description = (await operator.client.get("/openapi.json")).json()
    operations = [
        operation
        for path, methods in description["paths"].items()
        if "/webhooks/" not in path
        for operation in methods.values()
    ]
    assert all(operation.get("description") or operation.get("summary") for operation in operations)
    schemas = description["components"]["schemas"]
    for body in (
        "CampaignBody",
        "CallBody",
        "ScheduleBody",
        "ScriptBody",
        "AgentBody",
        "TrunkBody",
        "NumbersBody",
    ):
        assert schemas[body]["examples"], body


async def test_an_unreachable_database_is_503_and_can_be_repeated(operator: Operator) -> None:
    nowhere = Database(engine_for("postgresql://nobody@127.0.0.1:9/nothing", connections=1))
    tools = dataclasses.replace(operator.tools, database=nowhere)
    app = application(tools)
    async with client_of(app, raise_app_exceptions=False) as client:
        answer = await client.get("/api/agents", headers={"Authorization": "Bearer somebody"})
    assert (
        answer.status_code,
        answer.json()["code"],
        answer.json()["retryable"],
    ) == (503, "database_unreachable", True)


async def test_one_statement_that_takes_too_long_is_not_called_an_unreachable_database(
    operator: Operator,
) -> None:
    """Whoever asked for too much is told so; the database answers everybody else."""
    url = operator.tools.database.engine.url
    hasty = Database(create_async_engine(url, connect_args={"command_timeout": 0.3}))
    tools = dataclasses.replace(operator.tools, database=hasty)
    app = application(tools)
    async with (
        client_of(app, raise_app_exceptions=False, headers=operator.client.headers) as client,
        operator.tools.database.transaction() as session,
    ):
        await session.execute(text("LOCK TABLE agents"))
        slow = (await client.get("/api/agents")).json()
        assert 200 == (await client.get("/api/trunks")).status_code
    await hasty.close()
    assert (503, "too_slow", True) == (slow["status"], slow["code"], slow["retryable"])
    assert "did not finish this in time" in slow["detail"]


async def test_what_nobody_foresaw_is_logged_with_its_request_id_and_without_its_words(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message may quote what was sent; and the server above, which would print it, is told of nothing."""

    async def fail(*_: object, **__: object) -> None:
        raise ValueError(SENT)

    monkeypatch.setattr("database.call_views.get_call", fail)
    app = application(operator.tools)
    with structlog.testing.capture_logs(processors=[structlog.contextvars.merge_contextvars]) as logs:
        async with client_of(app, headers=operator.client.headers) as client:
            answer = await client.get("/api/calls/call_1/events")
    [failed] = [entry for entry in logs if entry["event"] == "api.failed"]
    assert (500, answer.headers["x-request-id"]) == (answer.status_code, failed["request_id"])
    assert "/api/calls/{call_id}/events" == failed["path"]
    assert SENT not in str(logs) + answer.text


async def test_a_statement_that_fails_is_told_by_our_own_line(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(session: AsyncSession, *_: object) -> None:
        await session.execute(text("SELECT 1 FROM nowhere"))

    monkeypatch.setattr("database.call_views.get_call", fail)
    with structlog.testing.capture_logs() as logs:
        assert 500 == (await operator.client.get("/api/calls/call_1/events")).status_code
    [failed] = [entry for entry in logs if entry["event"] == "api.failed"]
    assert "test_problems.py" in failed["where"][-1]
    assert "ProgrammingError" == failed["error"]


async def test_an_answer_that_breaks_off_tells_the_server_nothing_but_that(operator: Operator) -> None:
    app = application(operator.tools)

    async def pieces() -> AsyncIterator[bytes]:
        yield b"the beginning"
        raise ValueError(SENT)

    app.add_api_route("/stream", lambda: StreamingResponse(pieces()), methods=["GET"])
    async with client_of(app) as client:
        with pytest.raises(BrokenOff) as broken:
            await client.get("/stream")
    assert SENT not in "".join(traceback.format_exception(broken.value))


async def test_the_page_for_people_names_every_address_and_loads_nothing(operator: Operator) -> None:
    page = await operator.client.get("/docs")
    assert (200, "text/html; charset=utf-8") == (page.status_code, page.headers["content-type"])
    for path in (await operator.client.get("/openapi.json")).json()["paths"]:
        assert f"<code>{path}</code>" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    # An address within an example stands in quotes of its own.
    assert not re.search(r"<script|<link|<img|(?<!&quot;)https?://", page.text)


def test_the_page_for_people_shows_every_text_as_text() -> None:
    """Whatever a description holds, nothing of it becomes markup."""
    bad = "<b onclick='x'>&"
    schema = {"type": bad, "description": bad}
    operation = {
        "summary": bad,
        "description": bad,
        "parameters": [{"name": bad, "in": bad, "description": bad}],
        "requestBody": {"content": {bad: {"schema": {"$ref": f"#/{bad}"}}}},
        "responses": {bad: {"description": bad, "content": {bad: {"schema": schema}}}},
    }
    described = {
        "info": {"title": bad, "description": bad},
        "paths": {bad: {"get": operation}},
        "components": {"schemas": {bad: schema}},
    }
    page = "\n".join(docs_page._page(described))
    assert "<b" not in page.replace("<body", "")
    assert "&lt;b onclick=" in page
    assert page.count("&lt;b") >= 15


def test_what_must_be_given_is_told_apart_from_what_may() -> None:
    parameters = [{"name": "one", "in": "path", "required": True}, {"name": "two", "in": "query"}]
    page = "".join(docs_page._operation("GET", "/one", {"parameters": parameters, "responses": {}}))
    assert "<code>one</code><td>path<td>" in page
    assert "<code>two</code><td>query, optional<td>" in page
