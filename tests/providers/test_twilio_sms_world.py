"""Text messages against the simulated Twilio: once each, reported, and never again after STOP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass

import pytest

from providers.carriers.demonstration import DemonstrationNumbers
from providers.carriers.twilio_callbacks import verify
from providers.errors import OutcomeUnknown, ProviderThrottled, RecipientOptedOut
from providers.http import Waits
from providers.messaging.twilio_sms import TwilioSms
from providers.messaging.twilio_sms_callbacks import (
    MessagePhase,
    Wish,
    read_inbound_message,
    read_message_report,
)
from providers.twilio_account import TwilioAccount
from simulators.faults import Fault
from simulators.serving import ServedWorld, serve_world
from simulators.settings import Credentials, WorldSettings
from tests.providers.dials import CALLER, SOMEBODY, now, text
from tests.providers.listeners import answer, listening

CREDENTIALS = Credentials()


@dataclass
class Texting:
    """The simulated network, an adapter, and one that gives up quickly."""

    world: ServedWorld
    sms: TwilioSms
    impatient: TwilioSms

    def sent(self) -> list[str]:
        """The texts the network really took."""
        return [message.body for message in self.world.world.messages.sent.values()]


@pytest.fixture
async def texting() -> AsyncIterator[Texting]:
    """A new world."""
    async with serve_world(WorldSettings()) as world, AsyncExitStack() as stack:
        accounts = [
            TwilioAccount(
                CREDENTIALS.twilio_account_sid,
                CREDENTIALS.twilio_auth_token,
                base_url=world.base_url,
                demonstration_numbers=DemonstrationNumbers(),
                waits=waits,
            )
            for waits in (Waits(), Waits(silence=0.3))
        ]
        for account in accounts:
            await stack.enter_async_context(aclosing(account))
        yield Texting(world, *map(TwilioSms, accounts))


@pytest.mark.parametrize("kind", ["500_after_effect", "reset_after_effect", "slow"])
async def test_lost_answer_is_unknown_and_found_without_a_second_message(texting: Texting, kind: str) -> None:
    texting.world.faults.add(Fault("sms", kind, parameters={"seconds": 2.0}))
    since = now()

    with pytest.raises(OutcomeUnknown):
        await texting.impatient.send(text())

    [message] = texting.world.world.messages.sent.values()
    assert message.sid == await texting.sms.find(text(), since=since)


async def test_throttled_message_was_not_sent(texting: Texting) -> None:
    texting.world.faults.add(Fault("sms", "429"))
    since = now()

    with pytest.raises(ProviderThrottled):
        await texting.sms.send(text())

    assert (texting.sent(), await texting.sms.find(text(), since=since)) == ([], None)


async def test_delivery_is_reported_to_the_address_that_names_the_message(texting: Texting) -> None:
    delivered = asyncio.Event()

    def says(_path: str) -> bytes:
        if "delivered" in ours.exchanges[-1].body:
            delivered.set()
        return answer(status="204 No Content")

    async with listening(says=says) as ours, asyncio.timeout(10):
        sid = await texting.sms.send(text(status_url=f"{ours.url}/message?message=msg_1"))
        await delivered.wait()

    reports = [read_message_report(each.form) for each in ours.exchanges]
    assert {sid} == {report.message_id for report in reports}
    assert MessagePhase.DELIVERED in {report.phase for report in reports}
    assert {"/message?message=msg_1"} == {each.path for each in ours.exchanges}


async def test_person_who_says_stop_is_heard_and_gets_nothing_more(texting: Texting) -> None:
    async with listening(says=answer(b"<Response/>", status="200 OK")) as ours:
        await texting.world.world.messages.arrive(
            from_=SOMEBODY, to=CALLER, body="stop", webhook=f"{ours.url}/inbound"
        )

    [said] = ours.exchanges
    assert verify(
        said.headers["x-twilio-signature"], f"{ours.url}/inbound", said.form, CREDENTIALS.twilio_auth_token
    )
    inbound = read_inbound_message(said.form)
    assert (inbound.wish, inbound.from_number) == (Wish.STOP, SOMEBODY)
    with pytest.raises(RecipientOptedOut):
        await texting.sms.send(text())
