"""A call through the simulated phone network, driven by Twilio's own SDK."""

from collections.abc import AsyncIterator

import pytest
from twilio.http.async_http_client import AsyncTwilioHttpClient  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]

from simulators.serving import ServedWorld, serve_world
from simulators.settings import WorldSettings
from tests.simulators.customer import Customer, Session, serve_customer, until

ALL_EVENTS = ["initiated", "ringing", "answered", "completed"]


@pytest.fixture
async def world() -> AsyncIterator[ServedWorld]:
    async with serve_world(WorldSettings(redirect_pause_seconds=0.05)) as served:
        yield served


@pytest.fixture
async def customer() -> AsyncIterator[Customer]:
    async with serve_customer() as served:
        yield served


@pytest.fixture
async def twilio(world: ServedWorld) -> AsyncIterator[Client]:
    credentials = world.world.settings.credentials
    http = AsyncTwilioHttpClient(timeout=10)
    client = Client(credentials.twilio_account_sid, credentials.twilio_auth_token, http_client=http)
    client.api.base_url = world.base_url
    yield client
    await http.session.close()


async def test_call_is_placed_answered_talked_through_and_reported(
    world: ServedWorld, customer: Customer, twilio: Client
) -> None:
    """Requirements 72 and 77: creation, callbacks, call document, media stream."""

    async def agent(session: Session) -> None:
        await session.say("Hello, this is Ann from the survey. Do you have a minute?")
        await session.reply()
        await session.say("Goodbye.")
        await session.until(lambda: session.is_closed)

    customer.agent = agent
    call = await twilio.calls.create_async(
        to="+12025550123",
        from_="+12025550100",
        url=f"{customer.base_url}/answer",
        status_callback=f"{customer.base_url}/status/attempt-7",
        status_callback_event=ALL_EVENTS,
    )
    assert call.status == "queued"
    await until(lambda: "completed" in customer.statuses(), 30)

    assert customer.statuses() == ["initiated", "ringing", "in-progress", "completed"]
    assert [fields["SequenceNumber"] for fields in customer.callbacks] == ["0", "1", "2", "3"]
    assert customer.unsigned == []
    assert customer.sessions[0].handshake_is_signed
    entry = world.ledger.entries()[0]
    assert entry["sid"] == call.sid
    assert entry["correlation"] == "attempt-7"
    assert "Hello, this is Ann from the survey. Do you have a minute?" in entry["heard_text"]
    assert entry["ended_by"] == "person"
    assert entry["violations"] == []
