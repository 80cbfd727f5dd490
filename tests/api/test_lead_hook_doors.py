"""What strangers may do to a lead hook: send whatever they like. It is refused, or read as a list is; nothing fails and nothing is left."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from api import turns
from domain.errors import InvalidInput
from lists.messages import FORM, JSON, rows_of
from startup.http_server import server_config
from tests.api.conftest import PUBLIC_URL, Operator
from tests.api.declared import application
from tests.api.lead_hooks import Program, hooked, post, signed, somewhere
from tests.api.server import serving

NAMES = st.sampled_from(
    ["phone", "name", "city", "email", "do not call", "consents", "variables", "leads", "", "\0"]
)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30), st.just("+14155552673")
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=12,
)
BODIES = st.one_of(
    st.binary(max_size=200),
    VALUES.map(lambda value: json.dumps(value).encode()),
    st.dictionaries(NAMES, SCALARS, max_size=6).map(lambda lead: json.dumps(lead).encode()),
    st.text(alphabet="phone=&%+0123456789;", max_size=80).map(str.encode),
)
KINDS = st.sampled_from(
    [JSON, FORM, "text/plain", "application/json; charset=utf-16", "", "multipart/form-data"]
)
LATIN = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=60)
HEADERS = st.dictionaries(
    st.sampled_from(
        [
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "authorization",
            "idempotency-key",
            "content-type",
        ]
    ),
    LATIN
    | st.sampled_from(
        ["Bearer ", "Basic Og==", "Basic é", "v1,", "v1,,", "1796126400", "0", "-1", "9" * 400]
    ),
    max_size=6,
)
LITTLE = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(body=BODIES, kind=st.sampled_from([JSON, FORM]))
@settings(max_examples=500, deadline=None)
def test_whatever_a_message_says_is_rows_of_clean_texts_or_refused(body: bytes, kind: str) -> None:
    """Pure: no other error, no text that cannot be stored."""
    try:
        rows = rows_of(kind, body)
    except InvalidInput:
        return
    assert 1 <= len(rows) <= 100
    for row in rows:
        for name, value in row.items():
            assert "\0" not in name + value
            assert name + value == (name + value).encode().decode()


@pytest.fixture
async def program(operator: Operator) -> Program:
    return await hooked(operator, (await operator.running_campaign())["id"])


async def everything(operator: Operator) -> list[Any]:
    """All that a message could leave."""
    tables = (
        "leads",
        "lead_imports",
        "lead_hook_messages",
        "import_problems",
        "suppressions",
        "audit_events",
    )
    async with operator.tools.database.transaction() as session:
        return [await session.scalar(text(f"SELECT count(*) FROM {table}")) for table in tables]


async def test_whatever_a_stranger_sends_is_refused_and_leaves_nothing(program: Program) -> None:
    """Requirement 167. Any body, any headers, without the secret: no failure, and no trace."""
    before = await everything(program.operator)
    loop, tried = asyncio.get_running_loop(), 0

    @given(body=BODIES, headers=HEADERS)
    @LITTLE
    def sends(body: bytes, headers: dict[str, str]) -> None:
        nonlocal tried
        tried += 1
        raw = {name: value.encode("latin-1") for name, value in headers.items()}
        sent = post(program.operator, program.made["id"], body, raw)  # type: ignore[arg-type]
        answer = asyncio.run_coroutine_threadsafe(sent, loop).result(30)
        assert answer.status_code in (400, 401, 415), answer.text
        assert "+1415" not in answer.text

    await asyncio.to_thread(sends)
    assert tried >= 50
    assert before == await everything(program.operator)


async def test_whatever_its_program_sends_is_taken_or_refused_with_what_is_wrong(program: Program) -> None:
    """Signed: no failure, and what is refused as a whole leaves nothing."""
    operator, loop, place = program.operator, asyncio.get_running_loop(), 0

    async def sent(body: bytes, kind: str) -> None:
        nonlocal place
        place += 1
        before = await everything(operator)
        head = signed(program.secret, body.decode("utf-8", "replace"), f"msg_{place}")
        answer = await program.post(body, head | {"content-type": kind or JSON})
        assert answer.status_code in (200, 401, 415, 422), (body, answer.text)
        if answer.status_code == 200:
            report = answer.json()["report"]
            assert report["rows"] == report["accepted"] + report["rejected"] + report["duplicates"]
        else:
            assert before == await everything(operator)
            assert "+1415" not in answer.text

    @given(body=BODIES, kind=KINDS)
    @LITTLE
    def sends(body: bytes, kind: str) -> None:
        program.host = somewhere()
        asyncio.run_coroutine_threadsafe(sent(body, kind), loop).result(30)

    await asyncio.to_thread(sends)
    assert place >= 50


@pytest.mark.parametrize(
    ("trusted", "peer", "said", "let_in"),
    [
        ("127.0.0.1", "127.0.0.1", "192.0.2.9", True),
        ("127.0.0.1", "203.0.113.5", "192.0.2.9", False),
        ("127.0.0.1,10.0.0.2", "127.0.0.1", "192.0.2.9, 10.0.0.2", True),
        ("127.0.0.1", "127.0.0.1", "192.0.2.9, 10.0.0.2", False),
        ("127.0.0.1,10.0.0.2", "127.0.0.1", "192.0.2.9, 203.0.113.5, 10.0.0.2", False),
        ("2001:db8:f::/48", "2001:db8:f::1", "2001:db8:7::9", True),
        ("2001:db8:f::/48", "2001:db8:e::1", "2001:db8:7::9", False),
    ],
)
async def test_as_many_proxies_are_believed_as_are_trusted(
    operator: Operator, trusted: str, peer: str, said: str, let_in: bool
) -> None:
    """The address is the last one that no trusted proxy has: what a stranger writes before that is passed over."""
    campaign = await operator.campaign()
    program = await hooked(operator, campaign["id"], networks=["192.0.2.0/24", "2001:db8:7::/48"])
    config = server_config(application(operator.tools), forwarded_allow_ips=trusted)
    config.load()
    body = '{"phone": "+14155552673", "city": "Reno"}'
    headers = signed(program.secret, body, "msg_1") | {"x-forwarded-for": said}
    transport = httpx.ASGITransport(config.loaded_app, client=(peer, 4_000))
    async with httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL, headers=headers) as client:
        answer = await client.post(f"/hooks/leads/{program.made['id']}", content=body)
    assert (200 if let_in else 403) == answer.status_code, answer.text


async def test_while_hooks_are_busy_everybody_else_is_served(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Requirement 166. Messages wait for places of their own, and are told to come again; nobody else waits for them."""
    monkeypatch.setattr(turns, "_WAIT_SECONDS", 0.05)
    operator = program.operator
    async with AsyncExitStack() as taken:
        for _ in range(turns.AT_ONCE):
            await taken.enter_async_context(operator.tools.hook_turns.place())
        busy = await program.sign({"phone": "+14155552673", "city": "Reno"})
        assert (503, "hooks_busy", "2") == (
            busy.status_code,
            busy.json()["code"],
            busy.headers["retry-after"],
        )
        assert 200 == (await operator.client.get("/api/agents")).status_code
    assert 200 == (await program.sign({"phone": "+14155552673", "city": "Reno"})).status_code


async def test_a_served_hook_takes_what_is_signed_and_refuses_what_is_too_long(
    operator: Operator, program: Program
) -> None:
    """Over a socket, as programs reach it: one lead added; a body that names no length is read no further than it may be."""
    url = f"/hooks/leads/{program.made['id']}"
    body = '{"phone": "+14155552673", "city": "Reno"}'

    async def long() -> AsyncIterator[bytes]:
        for _ in range(12):
            yield b"x" * 65_536

    async with serving(operator) as port, httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        answer = await client.post(url, content=body, headers=signed(program.secret, body, "msg_1"))
        assert (200, 1) == (answer.status_code, answer.json()["report"]["accepted"])
        refused = await client.post(url, content=long(), headers=signed(program.secret, body, "msg_2"))
        assert (413, "too_large") == (refused.status_code, refused.json()["code"])
