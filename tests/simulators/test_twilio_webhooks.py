"""How the network calls its customer: signature, repeats, limits; what a stream reports about itself."""

from collections.abc import AsyncIterator

import pytest
from twilio.request_validator import RequestValidator

from simulators.phone_network.twilio.accounts import TwilioAccount, TwilioAccounts
from simulators.phone_network.twilio.webhooks import Delivery, Webhooks, delivery_of, signature_of
from simulators.serving import ServedWorld
from simulators.settings import Credentials
from simulators.vendor_journal import Journal
from tests.simulators.conftest import Dial
from tests.simulators.customer import Customer, Session, until

ACCOUNTS = TwilioAccounts(TwilioAccount("AC1", Credentials().twilio_auth_token))


@pytest.fixture
async def webhooks(customer: Customer) -> AsyncIterator[Webhooks]:
    sender = Webhooks(ACCOUNTS, Journal())
    yield sender
    await sender.close()


@pytest.mark.parametrize(
    ("fragment", "delivery"),
    [
        ("", Delivery(5, 15, 15, 1, frozenset({"ct"}))),
        ("ct=2000&rt=4000&tt=9000", Delivery(2, 4, 9, 1, frozenset({"ct"}))),
        ("rc=9&rp=5xx,ct", Delivery(5, 15, 15, 5, frozenset({"5xx", "ct"}))),
    ],
)
def test_fragment_of_an_address_says_how_to_deliver(fragment: str, delivery: Delivery) -> None:
    assert delivery == delivery_of(fragment)


def test_signature_is_the_one_the_vendors_library_computes() -> None:
    url, fields = "https://example.com/a?b=c", {"To": "+1", "From": "+2", "Body": "ü"}
    assert RequestValidator("secret").compute_signature(url, fields) == signature_of("secret", url, fields)


async def test_fragment_is_not_sent_and_not_signed(customer: Customer, webhooks: Webhooks) -> None:
    answer = await webhooks.send("AC1", f"{customer.base_url}/status/1#rc=3", {"CallStatus": "ringing"})
    assert answer is not None
    assert 204 == answer.status
    assert [] == customer.unsigned


async def test_forged_request_bears_a_wrong_signature(customer: Customer, webhooks: Webhooks) -> None:
    await webhooks.send("AC1", f"{customer.base_url}/status/1", {"CallStatus": "ringing"}, forged=True)
    assert ["/status/1"] == customer.unsigned


async def test_failing_answer_is_repeated_only_where_the_address_asks(
    customer: Customer, webhooks: Webhooks
) -> None:
    customer.failures = 5
    await webhooks.send("AC1", f"{customer.base_url}/status/1", {"CallStatus": "ringing"})
    assert 1 == len(customer.callbacks)
    await webhooks.send("AC1", f"{customer.base_url}/status/1#rc=2&rp=5xx", {"CallStatus": "ringing"})
    assert 4 == len(customer.callbacks)
    assert 2 == len(set(customer.tokens))


async def test_missing_connection_is_tried_once_more() -> None:
    journal = Journal()
    webhooks = Webhooks(ACCOUNTS, journal)
    assert await webhooks.send("AC1", "http://127.0.0.1:1/status", {"CallStatus": "ringing"}) is None
    await webhooks.close()
    assert ["failed", "failed"] == [entry["event"] for entry in journal.entries()]


async def test_stream_reports_its_start_and_its_end(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    async def agent(session: Session) -> None:
        await session.until(lambda: len(session.messages) > 3)

    customer.agent = agent
    customer.document = (
        f'<Response><Connect><Stream name="talk" url="{customer.media_url}" '
        f'statusCallback="{customer.base_url}/message"/></Connect></Response>'
    )
    await dial()
    await until(lambda: len(customer.messages) == 2)
    assert ["stream-started", "stream-stopped"] == [fields["StreamEvent"] for fields in customer.messages]
    assert {"talk"} == {fields["StreamName"] for fields in customer.messages}
    assert [] == customer.unsigned
