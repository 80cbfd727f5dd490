"""Twilio Voice against the simulated network: the carrier suite, and what is Twilio's own."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass

import pytest

from providers.carriers.demonstration import DemonstrationNumbers
from providers.carriers.twilio import TwilioVoice
from providers.http import Waits
from simulators.faults import Fault
from simulators.people.person import Person
from simulators.serving import ServedWorld, serve_world
from simulators.settings import Credentials, WorldSettings
from tests.providers.carrier_suite import CarrierSuite
from tests.providers.dials import SOMEBODY

CREDENTIALS = Credentials()


@dataclass
class TwilioNet:
    """The simulated Twilio and four adapters."""

    world: ServedWorld
    carrier: TwilioVoice
    impatient: TwilioVoice
    stranger: TwilioVoice
    unreachable: TwilioVoice

    def play(self, kind: str, *, seconds: float = 0.0) -> None:
        self.world.faults.add(Fault("twilio.place", kind, parameters={"seconds": seconds}))

    def put(self, number: str, pickup: str) -> None:
        person = Person.model_validate(
            {"name": f"is_{pickup}", "pickup": {"kind": pickup, "rings_s": 0, "sip_code": 503}}
        )
        self.world.cast.assign(number, person)

    def dials(self, number: str = SOMEBODY) -> int:
        return sum(1 for call in self.world.ledger.calls.values() if call.request.to == number)

    def correlations(self) -> list[str | None]:
        return [entry["correlation"] for entry in self.world.ledger.entries()]


def adapter(
    base_url: str, *, token: str = CREDENTIALS.twilio_auth_token, waits: Waits | None = None
) -> TwilioVoice:
    return TwilioVoice(
        CREDENTIALS.twilio_account_sid,
        token,
        base_url=base_url,
        demonstration_numbers=DemonstrationNumbers(),
        waits=waits,
    )


@pytest.fixture
async def net() -> AsyncIterator[TwilioNet]:
    """A new world and fresh connections."""
    async with serve_world(WorldSettings()) as world, AsyncExitStack() as stack:
        yield TwilioNet(
            world,
            carrier=await stack.enter_async_context(aclosing(adapter(world.base_url))),
            impatient=await stack.enter_async_context(
                aclosing(adapter(world.base_url, waits=Waits(silence=0.3)))
            ),
            stranger=await stack.enter_async_context(
                aclosing(adapter(world.base_url, token="not the token"))
            ),
            unreachable=await stack.enter_async_context(aclosing(adapter("http://127.0.0.1:9"))),
        )


class TestTwilioVoice(CarrierSuite):
    """The suite."""
