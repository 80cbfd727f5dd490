"""A world, a customer of its phone network, and Twilio's SDK pointed at the world."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.rest import Client

from simulators.people.person import Person
from simulators.serving import ServedWorld, serve_world
from simulators.settings import WorldSettings
from tests.simulators.customer import Customer, serve_customer

OURS = "+12025550100"
THEIRS = "+12025550123"
ALL_EVENTS = ["initiated", "ringing", "answered", "completed"]

Dial = Callable[..., Awaitable[Any]]


def listener(**behaviour: Any) -> Person:
    """A person who picks up quickly and says nothing, unless told otherwise."""
    return Person.model_validate(
        {"name": "listener", "pickup": {"rings_s": 0.05}, "patience_s": 20, **behaviour}
    )


@pytest.fixture
async def world() -> AsyncIterator[ServedWorld]:
    async with serve_world(WorldSettings(redirect_pause_seconds=0.02, search_lag_seconds=0)) as served:
        served.cast.assign(THEIRS, listener())
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


@pytest.fixture
def dial(twilio: Client, customer: Customer) -> Dial:
    """Place a call as the product does; keyword arguments of the SDK replace the usual ones."""

    async def place(to: str = THEIRS, **fields: Any) -> Any:
        usual = {
            "from_": OURS,
            "url": f"{customer.base_url}/answer",
            "status_callback": f"{customer.base_url}/status/attempt-7",
            "status_callback_event": ALL_EVENTS,
        }
        return await twilio.calls.create_async(to=to, **(usual | fields))

    return place
