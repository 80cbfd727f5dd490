"""Text messages through the simulated Twilio, driven by its own SDK."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from simulators.ordered_faults import Fault
from simulators.serving import ServedWorld
from tests.simulators.conftest import OURS, THEIRS
from tests.simulators.customer import Customer, until


@pytest.fixture
async def http(world: ServedWorld) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=world.base_url) as client:
        yield client


async def test_message_is_sent_and_its_delivery_reported(
    world: ServedWorld, customer: Customer, twilio: Client
) -> None:
    sent = await twilio.messages.create_async(
        to=THEIRS, from_=OURS, body="Thank you for your time.", status_callback=f"{customer.base_url}/message"
    )
    assert ("queued", "outbound-api", "1") == (sent.status, sent.direction, sent.num_segments)
    await until(lambda: len(customer.messages) == 2)
    assert ["sent", "delivered"] == [fields["MessageStatus"] for fields in customer.messages]
    assert {sent.sid} == {fields["MessageSid"] for fields in customer.messages}
    assert [] == customer.unsigned
    entry = world.world.whole_ledger()["messages"][0]
    assert (entry["to"], entry["body"]) == (THEIRS, "Thank you for your time.")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"to": "12"}, 21211),
        ({"from_": "12"}, 21212),
        ({"body": ""}, 21602),
        ({"body": "x" * 1601}, 21617),
        ({"status_callback": "nowhere"}, 21609),
    ],
)
async def test_bad_message_is_refused(
    world: ServedWorld, twilio: Client, fields: dict[str, Any], code: int
) -> None:
    with pytest.raises(TwilioRestException) as refusal:
        await twilio.messages.create_async(**({"to": THEIRS, "from_": OURS, "body": "Hello"} | fields))
    assert refusal.value.code == code
    assert [] == world.world.whole_ledger()["messages"]


async def test_stop_is_passed_on_and_refuses_later_messages(
    world: ServedWorld, customer: Customer, twilio: Client, http: httpx.AsyncClient
) -> None:
    """An opt-out by text message: told to the customer, kept by the network until START."""

    async def write(body: str) -> None:
        message = {"from": THEIRS, "to": OURS, "body": body, "webhook": f"{customer.base_url}/message"}
        answer = await http.post("/control/inbound-sms", json=message)
        assert {"webhook_status": 204} == answer.json()

    await write(" stop ")
    assert (" stop ", "STOP") == (customer.messages[0]["Body"], customer.messages[0]["OptOutType"])
    with pytest.raises(TwilioRestException) as refusal:
        await twilio.messages.create_async(to=THEIRS, from_=OURS, body="One more thing")
    assert 21610 == refusal.value.code
    await write("START")
    await twilio.messages.create_async(to=THEIRS, from_=OURS, body="Welcome back")
    assert [] == customer.unsigned


@pytest.mark.parametrize("url", ["https://outside.example/message", "http://203.0.113.7/message", "nonsense"])
async def test_the_world_posts_to_this_machine_alone(http: httpx.AsyncClient, url: str) -> None:
    message = {"from": THEIRS, "to": OURS, "body": "STOP", "webhook": url}
    assert 422 == (await http.post("/control/inbound-sms", json=message)).status_code


async def test_messages_are_listed_by_number(world: ServedWorld, twilio: Client) -> None:
    first = await twilio.messages.create_async(to=THEIRS, from_=OURS, body="One")
    await twilio.messages.create_async(to="+12025550177", from_=OURS, body="Two")
    listed = await twilio.messages.list_async(to=THEIRS, from_=OURS, page_size=1)
    assert [first.sid] == [message.sid for message in listed]
    assert "One" == (await twilio.messages(first.sid).fetch_async()).body


async def test_message_may_go_out_although_the_answer_is_an_error(world: ServedWorld, twilio: Client) -> None:
    world.faults.add(Fault("sms", "500_after_effect"))
    with pytest.raises(TwilioRestException):
        await twilio.messages.create_async(to=THEIRS, from_=OURS, body="Hello")
    assert 1 == len(world.world.whole_ledger()["messages"])
