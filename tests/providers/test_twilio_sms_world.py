"""Text messages against the simulated Twilio: once each, reported, and never again after STOP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass
from datetime import timedelta

import pytest

from providers.carriers.contract import CarrierRequest
from providers.carriers.demonstration import DemonstrationNumbers
from providers.carriers.twilio.account import TwilioAccount
from providers.carriers.twilio.callbacks import TwilioCallbacks
from providers.errors import OutcomeUnknown, ProviderThrottled, RecipientOptedOut
from providers.http import Waits
from providers.messaging.contract import Wish, WrittenWish
from providers.messaging.twilio_inbox import TwilioInbox
from providers.messaging.twilio_sms import TwilioSms
from providers.messaging.twilio_sms_callbacks import (
    MessagePhase,
    read_inbound_message,
    read_message_report,
)
from simulators.ordered_faults import Fault
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
    inbox: TwilioInbox
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
        patient, impatient = accounts
        yield Texting(world, TwilioSms(patient), TwilioInbox(patient), TwilioSms(impatient))


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
        sid = await texting.sms.send(text(callbacks=ours.url))
        await delivered.wait()

    reports = [read_message_report(each.form) for each in ours.exchanges]
    assert {sid} == {report.message_id for report in reports}
    assert MessagePhase.DELIVERED in {report.phase for report in reports}
    assert {"/api/webhooks/twilio/sms/msg_1"} == {each.path for each in ours.exchanges}


async def test_person_who_says_stop_is_heard_and_gets_nothing_more(texting: Texting) -> None:
    async with listening(says=answer(b"<Response/>", status="200 OK")) as ours:
        await texting.world.world.messages.arrive(
            from_=SOMEBODY, to=CALLER, body="stop", webhook=f"{ours.url}/inbound"
        )

    [said] = ours.exchanges
    request = CarrierRequest(f"{ours.url}/inbound", list(said.headers.items()), list(said.form.items()))
    assert TwilioCallbacks(CREDENTIALS.twilio_auth_token).verify(request)
    inbound = read_inbound_message(said.form)
    assert (inbound.wish, inbound.from_number) == (Wish.STOP, SOMEBODY)
    with pytest.raises(RecipientOptedOut):
        await texting.sms.send(text())


async def test_what_nobody_took_is_read_from_the_list_in_order(texting: Texting) -> None:
    """Law 4: the webhook of a message is sent once."""
    messages = texting.world.world.messages
    began = now().replace(microsecond=0)
    for body in ("hello", "STOP", "start", "Text me instead, please"):
        await messages.arrive(from_=SOMEBODY, to=CALLER, body=body, webhook="http://127.0.0.1:9/inbound")
    await texting.sms.send(text())

    found = await texting.inbox.wishes(since=began)

    assert [
        (SOMEBODY, CALLER, Wish.STOP, "STOP"),
        (SOMEBODY, CALLER, Wish.START, "start"),
        (SOMEBODY, CALLER, Wish.NONE, "Text me instead, please"),
    ] == [(each.person, each.our_number, each.wish, each.words) for each in found]
    assert all(began <= each.at <= now() for each in found)


async def test_a_message_that_was_kept_from_its_receiver_counts_as_stop(texting: Texting) -> None:
    """21610 in a delivery report that nobody took."""
    began = now().replace(microsecond=0)
    sid = await texting.sms.send(text())
    message = texting.world.world.messages.sent[sid]
    message.error_code, message.sent_at = 21610, now()
    [found] = await texting.inbox.wishes(since=began)
    assert WrittenWish(SOMEBODY, CALLER, Wish.STOP, found.at) == found
    message.error_code = 30003  # their telephone was off
    assert [] == await texting.inbox.wishes(since=began)


async def test_what_was_written_before_is_not_read_again(texting: Texting) -> None:
    messages = texting.world.world.messages
    await messages.arrive(from_=SOMEBODY, to=CALLER, body="stop", webhook="http://127.0.0.1:9/inbound")
    assert [] == await texting.inbox.wishes(since=now() + timedelta(minutes=1))
