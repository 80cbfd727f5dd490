"""One round of telling a program: in order within a call, kept with how it went, stopped by 410 or a week of failures."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from sqlalchemy import text
from standardwebhooks import Webhook

from activities.webhooks import WebhookActivities
from database import webhook_endpoints
from database.live_events import number_events
from database.reported_events import record_event
from database.session import Database
from database.webhook_deliveries import make_deliveries
from database.webhook_endpoints import EndpointSettings
from domain.identifiers import CallId
from domain.webhook_orders import WebhookOrder
from tests.activities.scene import Scene, run
from tests.providers.listeners import Listener, answer, listening

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


class Program:
    """A program of the scene's account, what it was sent, and what becomes of what happens."""

    def __init__(self, scene: Scene, listener: Listener, says: list[bytes]) -> None:
        self.scene, self.listener, self.says = scene, listener, says
        self.order = WebhookOrder(scene.campaign.account_id, "")
        self.activities = WebhookActivities(scene.tools)

    async def happen(self, kind: str, call: str) -> None:
        campaign = self.scene.campaign
        async with campaign.database.transaction() as session:
            key = f"{kind}/{call}"
            await record_event(session, campaign.account_id, kind, key, call_id=CallId(call))
        await _number(campaign.database)
        async with campaign.database.transaction() as session:
            await make_deliveries(session, campaign.key_ring)

    async def round(self) -> datetime | None:
        told = await run(self.activities.tell_program, self.order)
        assert told is not None
        return told.next_at

    @property
    def heard(self) -> list[str]:
        return [json.loads(each.body)["type"] for each in self.listener.exchanges]

    async def rows(self, columns: str) -> list[tuple[object, ...]]:
        async with self.scene.campaign.database.transaction() as session:
            found = await session.execute(
                text(f"SELECT {columns} FROM webhook_deliveries WHERE endpoint_id = :id ORDER BY event_seq"),
                {"id": self.order.endpoint_id},
            )
            return [tuple(row) for row in found]


async def _number(database: Database) -> None:
    """All that happened, batch by batch."""
    numbered = 1
    while numbered:
        async with database.transaction() as session:
            numbered = await number_events(session)


@pytest_asyncio.fixture
async def program(scene: Scene) -> AsyncIterator[Program]:
    campaign, says = scene.campaign, [answer(b"{}", status="200 OK")]
    async with listening(says=lambda _path: says[0]) as listener:
        told = Program(scene, listener, says)
        await _number(campaign.database)
        async with campaign.database.transaction() as session:
            # What other tests left in this database is told to nobody.
            await session.execute(
                text("UPDATE webhook_progress SET seq = (SELECT COALESCE(max(seq), 0) FROM call_events)")
            )
            settings = EndpointSettings(f"{listener.url}/in", "")
            endpoint_id = await webhook_endpoints.add_endpoint(
                session, campaign.account_id, settings, [], SECRET, campaign.key_ring
            )
        told.order = WebhookOrder(campaign.account_id, endpoint_id)
        yield told


async def test_what_happens_is_told_signed_and_once(program: Program) -> None:
    """Requirement 6."""
    await program.happen("call.closed", "call_1")
    assert await program.round() is None
    assert await program.round() is None
    [exchange] = program.listener.exchanges
    Webhook(SECRET).verify(exchange.body, exchange.headers)
    assert "call_1" == json.loads(exchange.body)["data"]["call_id"]
    assert [("delivered", 1, 200)] == await program.rows("state, attempts, status")


async def test_of_one_call_the_later_waits_for_the_earlier(program: Program) -> None:
    """Of another it does not."""
    program.says[0] = answer(b"no", status="500 Server Error")
    await program.happen("attempt.created", "call_1")
    await program.happen("call.closed", "call_1")
    next_at = await program.round()
    assert next_at is not None
    assert timedelta(0) < next_at - datetime.now(UTC) <= timedelta(seconds=5)
    await program.happen("call.waiting", "call_2")
    await program.round()
    assert ["attempt.created", "call.waiting"] == program.heard
    program.says[0] = answer(b"", status="204 No Content")
    await program.scene.campaign.run("UPDATE webhook_deliveries SET next_at = now()")
    await program.round()
    await program.round()
    assert ["attempt.created", "call.waiting"] == program.heard[:2]
    assert program.heard.index("call.closed") > program.heard.index("attempt.created", 1)


async def test_whoever_answers_gone_is_told_no_more_and_it_is_noted(program: Program) -> None:
    """Once, though several calls' notices are under way."""
    program.says[0] = answer(b"", status="410 Gone")
    for call in ("call_1", "call_2", "call_3"):
        await program.happen("call.closed", call)
    assert await program.round() is None
    await program.happen("call.closed", "call_4")
    await program.round()
    assert 3 == program.listener.requests
    campaign = program.scene.campaign
    async with campaign.database.transaction() as session:
        view = await webhook_endpoints.get_endpoint(
            session, campaign.account_id, program.order.endpoint_id, campaign.key_ring
        )
        noted = await session.execute(
            text("SELECT actor, detail FROM audit_events WHERE action = 'webhook_endpoint.disabled'")
        )
        told = await session.execute(
            text("SELECT detail FROM call_events WHERE kind = 'webhook_endpoint.disabled'")
        )
        assert [("system", {"why": "gone"})] == [tuple(row) for row in noted]
        assert [{"endpoint_id": program.order.endpoint_id, "why": "gone"}] == list(told.scalars())
    assert "gone" == view.disabled_why


async def test_a_week_of_failures_is_enough(program: Program) -> None:
    program.says[0] = answer(b"", status="500 Server Error")
    await program.happen("call.closed", "call_1")
    await program.round()
    await program.scene.campaign.run("UPDATE webhook_endpoints SET failing_since = now() - interval '7 days'")
    await program.scene.campaign.run("UPDATE webhook_deliveries SET next_at = now()")
    assert await program.round() is None
    assert 2 == program.listener.requests


async def test_after_the_last_try_the_next_of_the_call_is_told(program: Program) -> None:
    program.says[0] = answer(b"", status="500 Server Error")
    await program.happen("attempt.created", "call_1")
    await program.happen("call.closed", "call_1")
    await program.scene.campaign.run(
        "UPDATE webhook_deliveries SET attempts = 9 WHERE kind = 'attempt.created'"
    )
    await program.round()
    await program.round()
    assert [("failed", 10), ("waiting", 1)] == await program.rows("state, attempts")


@pytest.mark.parametrize("since", [timedelta(days=8)])
async def test_a_success_ends_the_failing(program: Program, since: timedelta) -> None:
    await program.scene.campaign.run(
        "UPDATE webhook_endpoints SET failing_since = :at", at=datetime.now(UTC) - since
    )
    await program.happen("call.closed", "call_1")
    await program.round()
    program.says[0] = answer(b"", status="500 Server Error")
    await program.happen("call.closed", "call_2")
    assert await program.round() is not None
