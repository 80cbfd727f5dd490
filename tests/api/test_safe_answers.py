"""Each answer of the API carries what keeps a browser from misusing it, and only pages that are named may ask."""

from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.pages import open_to_pages
from startup.answer_headers import NOTHING_MAY, SafeAnswers
from startup.http_server import server_config
from tests.api.conftest import Operator
from tests.api.declared import application
from tests.api.operations import OPERATIONS
from tests.api.server import serving

pytestmark = pytest.mark.long

PAGE = "https://calls.example.com"
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def wrong(answer: httpx.Response) -> list[str]:
    """Which of its headers are not as they must be, or stand there twice."""
    found = [name for name, value in HEADERS.items() if answer.headers.get_list(name) != [value]]
    kept, policy = answer.headers.get("cache-control", ""), answer.headers.get("content-security-policy", "")
    if "no-store" not in kept:
        found.append("cache-control")
    if "default-src 'none'" not in policy or "frame-ancestors 'none'" not in policy or "unsafe" in policy:
        found.append("content-security-policy")
    if "microphone=()" not in answer.headers.get("permissions-policy", ""):
        found.append("permissions-policy")
    return found


@pytest_asyncio.fixture
async def over_tls(operator: Operator) -> AsyncIterator[httpx.AsyncClient]:
    """The operator's API as its process serves it behind TLS, for a page that may ask."""
    app: ASGIApp = open_to_pages(application(operator.tools), [PAGE])
    served = server_config(app, over_tls=True).app
    transport = httpx.ASGITransport(app=served, raise_app_exceptions=False)  # type: ignore[arg-type]
    headers = {"Authorization": f"Bearer {operator.key}"}
    async with httpx.AsyncClient(
        transport=transport, base_url="https://outbound.example", headers=headers
    ) as client:
        yield client


async def test_each_route_answers_safely(over_tls: httpx.AsyncClient) -> None:
    """Every one, with a key and without, and what is no route; none answer may be stored."""
    addresses = [(each.method, each.url()) for each in OPERATIONS]
    addresses += [("GET", path) for path in ("/docs", "/openapi.json", "/nothing", "/api/nothing")]
    assert len(addresses) > 60
    seen = set()
    for method, url in addresses:
        for authorization in (over_tls.headers["Authorization"], ""):
            answer = await over_tls.request(method, url, headers={"Authorization": authorization})
            seen.add(answer.status_code)
            assert [] == wrong(answer), (method, url, answer.status_code)
            assert "max-age=63072000; includeSubDomains" == answer.headers["strict-transport-security"]
    assert {200, 401, 404, 422} <= seen


async def test_over_a_socket_nothing_says_who_serves(operator: Operator) -> None:
    """And without TLS no browser is told to insist on it."""
    async with serving(operator) as port, httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        for path in ("/healthz", "/api/calls", "/docs"):
            answer = await client.get(path)
            assert [] == wrong(answer), path
            assert [False, False] == [
                name in answer.headers for name in ("server", "strict-transport-security")
            ]
            assert "date" in answer.headers


async def test_a_page_shows_its_style_and_nothing_else(over_tls: httpx.AsyncClient) -> None:
    policy = (await over_tls.get("/docs")).headers["content-security-policy"]
    assert policy.startswith(f"{NOTHING_MAY}; style-src 'sha256-")


async def test_an_answer_says_for_itself_only_what_is_its_own() -> None:
    """How long it is kept, and what a page may do; each header stands there once, in whatever case it was written."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"Cache-Control", b"private"), (b"X-FRAME-OPTIONS", b"ALLOWALL"), (b"X-Own", b"1")]
        start: Message = {"type": "http.response.start", "status": 200, "headers": headers}
        await send(start)
        await send({"type": "http.response.body", "body": b""})

    transport = httpx.ASGITransport(app=SafeAnswers(app, over_tls=False))
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        answer = await client.get("/")
    assert ["private"] == answer.headers.get_list("cache-control")
    assert ["DENY"] == answer.headers.get_list("x-frame-options")
    assert "1" == answer.headers["x-own"]


def preflight(origin: str, method: str = "POST") -> dict[str, str]:
    return {
        "Origin": origin,
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "authorization, idempotency-key",
    }


async def test_a_page_that_is_named_may_ask_with_a_key_and_read_refusals(over_tls: httpx.AsyncClient) -> None:
    first = await over_tls.options("/api/calls", headers=preflight(PAGE))
    assert (200, PAGE) == (first.status_code, first.headers["access-control-allow-origin"])
    assert {"authorization", "idempotency-key"} <= {
        name.strip().lower() for name in first.headers["access-control-allow-headers"].split(",")
    }
    assert [] == wrong(first)
    for key, status in ((over_tls.headers["Authorization"], 200), ("Bearer wrong", 401)):
        answer = await over_tls.get("/api/calls", headers={"Origin": PAGE, "Authorization": key})
        assert (status, PAGE) == (answer.status_code, answer.headers["access-control-allow-origin"])
        assert "RateLimit" in answer.headers["access-control-expose-headers"]
        assert "Origin" in answer.headers["vary"]
        assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(
    "origin",
    [
        "https://calls.example.com.evil.example",
        "http://calls.example.com",
        "https://calls.example.com:8443",
        "https://CALLS.example.com",
        "https://evil.example",
        "null",
        "",
    ],
)
async def test_no_other_page_may(origin: str, over_tls: httpx.AsyncClient) -> None:
    first = await over_tls.options("/api/calls", headers=preflight(origin))
    assert (400, False) == (first.status_code, "access-control-allow-origin" in first.headers)
    answer = await over_tls.get("/api/calls", headers={"Origin": origin})
    assert "access-control-allow-origin" not in answer.headers


async def test_without_a_list_no_page_may_ask(operator: Operator) -> None:
    async with serving(operator) as port, httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        first = await client.options("/api/calls", headers=preflight(PAGE))
        assert (401, False) == (first.status_code, "access-control-allow-origin" in first.headers)
    async with (
        serving(operator, pages=[PAGE]) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client,
    ):
        first = await client.options("/api/calls", headers=preflight(PAGE))
        assert (200, PAGE) == (first.status_code, first.headers["access-control-allow-origin"])
