"""Several customers of one world: each has an account, and neither sees, pays for or signs what is the other's."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.rest import Client

from simulators.__main__ import _twilio_account
from simulators.phone_network.twilio.accounts import TwilioAccount
from simulators.serving import ServedWorld, serve_world
from simulators.settings import WorldSettings
from tests.simulators.conftest import ALL_EVENTS, OURS, THEIRS, listener
from tests.simulators.customer import Customer, serve_customer, until

SECOND = "AC" + "6" * 32
SECONDS_TOKEN, SECONDS_NUMBER = "second-token", "+12025550166"


@asynccontextmanager
async def sdk(world: ServedWorld, sid: str, token: str, path_sid: str | None = None) -> AsyncIterator[Client]:
    """The vendor's own SDK with these credentials; path_sid: whose resources it asks for, its own if None."""
    http = AsyncTwilioHttpClient(timeout=10)
    client = Client(sid, token, account_sid=path_sid, http_client=http)
    client.api.base_url = world.base_url
    try:
        yield client
    finally:
        await http.session.close()


@dataclass
class Account:
    """One account with its own server, as its owner uses it."""

    twilio: Client
    customer: Customer
    number: str

    async def dial(self, to: str = THEIRS, **fields: Any) -> Any:
        usual = {
            "from_": self.number,
            "url": f"{self.customer.base_url}/answer",
            "status_callback": f"{self.customer.base_url}/status/attempt-7",
            "status_callback_event": ALL_EVENTS,
        }
        return await self.twilio.calls.create_async(to=to, **(usual | fields))

    async def write(self, to: str = THEIRS, **fields: Any) -> Any:
        usual = {"from_": self.number, "status_callback": f"{self.customer.base_url}/message"}
        return await self.twilio.messages.create_async(to=to, **(usual | {"body": "Thank you."} | fields))


@pytest.fixture
async def http(world: ServedWorld) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=world.base_url) as client:
        yield client


@pytest.fixture
async def two(
    world: ServedWorld, customer: Customer, twilio: Client, http: httpx.AsyncClient
) -> AsyncIterator[tuple[Account, Account]]:
    """The account that every world has, and one that was opened while it ran."""
    order = {SECOND: {"auth_token": SECONDS_TOKEN, "numbers": [SECONDS_NUMBER]}}
    assert {"opened": 1} == (await http.put("/control/twilio-accounts", json=order)).json()
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(sdk(world, SECOND, SECONDS_TOKEN))
        theirs = await stack.enter_async_context(serve_customer())
        theirs.auth_token = SECONDS_TOKEN
        yield Account(twilio, customer, OURS), Account(client, theirs, SECONDS_NUMBER)


async def refused(asked: Any) -> tuple[int, int]:
    """The HTTP status and the vendor's code that this is refused with."""
    with pytest.raises(TwilioRestException) as refusal:
        await asked
    return refusal.value.status, refusal.value.code


async def test_each_account_has_its_own_calls(world: ServedWorld, two: tuple[Account, Account]) -> None:
    placed = [await account.dial() for account in two]
    for own, other, account in ((0, 1, two[0]), (1, 0, two[1])):
        listed = await account.twilio.calls.list_async()
        assert [placed[own].sid] == [call.sid for call in listed]
        assert placed[own].sid == (await account.twilio.calls(placed[own].sid).fetch_async()).sid
        others = account.twilio.calls(placed[other].sid)
        assert (404, 20404) == await refused(others.fetch_async())
        assert (404, 20404) == await refused(others.update_async(status="completed"))
    assert [call.account_sid for call in placed] == [e["account"] for e in world.ledger.entries()]
    assert not any(call.is_over for call in world.ledger.calls.values())


async def test_nobody_enters_with_anothers_token(world: ServedWorld, two: tuple[Account, Account]) -> None:
    first = world.world.settings.credentials
    pairs = [
        (SECOND, first.twilio_auth_token, None),
        (first.twilio_account_sid, SECONDS_TOKEN, None),
        (SECOND, SECONDS_TOKEN, first.twilio_account_sid),
        ("AC" + "7" * 32, SECONDS_TOKEN, None),
    ]
    for sid, token, path_sid in pairs:
        async with sdk(world, sid, token, path_sid) as client:
            assert (401, 20003) == await refused(client.calls("CA1").fetch_async())
            message = client.messages.create_async(to=THEIRS, from_=SECONDS_NUMBER, body="Hello")
            assert (401, 20003) == await refused(message)
    assert {} == world.world.messages.sent


async def test_what_a_call_tells_and_opens_is_signed_with_its_accounts_token(
    world: ServedWorld, two: tuple[Account, Account]
) -> None:
    world.cast.assign(THEIRS, listener(hangs_up_after_s=0.3))
    for account in two:
        await account.dial(machine_detection="Enable", async_amd="true")
    await until(lambda: all("completed" in account.customer.statuses() for account in two))
    for account in two:
        assert [] == account.customer.unsigned
        assert [True] == [session.handshake_is_signed for session in account.customer.sessions]
        told = {fields["AccountSid"] for fields in account.customer.callbacks}
        assert {account.twilio.username, account.customer.sessions[0].start["accountSid"]} == told
    told = {entry["account"] for entry in world.journal.entries() if entry["service"] == "twilio.webhook"}
    assert {account.twilio.username for account in two} == told


async def test_a_server_that_expects_another_token_sees_no_signature(two: tuple[Account, Account]) -> None:
    """What the test above asks can fail."""
    first, second = two
    await second.dial(
        url=f"{first.customer.base_url}/answer", status_callback=f"{first.customer.base_url}/status/1"
    )
    await until(lambda: first.customer.sessions and len(first.customer.callbacks) == 3)
    assert ["/answer", *["/status/1"] * 3] == sorted(first.customer.unsigned)
    assert not first.customer.sessions[0].handshake_is_signed


async def test_each_account_has_its_own_messages(world: ServedWorld, two: tuple[Account, Account]) -> None:
    sent = [await account.write() for account in two]
    for own, other, account in ((0, 1, two[0]), (1, 0, two[1])):
        assert [sent[own].sid] == [message.sid for message in await account.twilio.messages.list_async()]
        assert (404, 20404) == await refused(account.twilio.messages(sent[other].sid).fetch_async())
    await until(lambda: all(len(account.customer.messages) == 2 for account in two))
    assert [[], []] == [account.customer.unsigned for account in two]
    accounts = [entry["account"] for entry in world.world.whole_ledger()["messages"]]
    assert [account.twilio.username for account in two] == accounts


async def test_what_people_write_reaches_the_account_that_holds_the_number(
    two: tuple[Account, Account], http: httpx.AsyncClient
) -> None:
    """And a STOP is kept for that account alone."""
    first, second = two
    for account in two:
        webhook = f"{account.customer.base_url}/message"
        order = {"from": THEIRS, "to": account.number, "body": "Hello.", "webhook": webhook}
        assert {"webhook_status": 204} == (await http.post("/control/inbound-sms", json=order)).json()
        assert [account.twilio.username] == [fields["AccountSid"] for fields in account.customer.messages]
        assert [] == account.customer.unsigned
        inbound = [message.body for message in await account.twilio.messages.list_async(to=account.number)]
        assert ["Hello."] == inbound
    stop = {
        "from": THEIRS,
        "to": second.number,
        "body": "STOP",
        "webhook": f"{second.customer.base_url}/message",
    }
    await http.post("/control/inbound-sms", json=stop)
    assert (400, 21610) == await refused(second.write())
    assert "queued" == (await first.write()).status


async def test_nobody_calls_or_writes_from_anothers_number(
    world: ServedWorld, two: tuple[Account, Account]
) -> None:
    """The first account takes any number, but those of others; the second has one."""
    first, second = two
    for account, number in ((first, SECONDS_NUMBER), (second, OURS)):
        assert (400, 21210) == await refused(account.dial(from_=number))
        assert (400, 21606) == await refused(account.write(from_=number))
    assert ([], {}) == (world.ledger.entries(), world.world.messages.sent)


async def test_a_changed_token_binds_at_once(
    world: ServedWorld, two: tuple[Account, Account], http: httpx.AsyncClient
) -> None:
    """Also for what is told of a call that was placed before; the numbers stay the account's."""
    _, second = two
    call = await second.dial()
    await until(lambda: second.customer.sessions and len(second.customer.callbacks) == 3)
    await http.put("/control/twilio-accounts", json={SECOND: {"auth_token": "newer"}})
    assert (401, 20003) == await refused(second.twilio.calls(call.sid).fetch_async())
    assert [] == second.customer.unsigned
    second.customer.auth_token = "newer"
    async with sdk(world, SECOND, "newer") as client:
        await client.calls(call.sid).update_async(status="completed")
        await until(lambda: "completed" in second.customer.statuses())
        assert [] == second.customer.unsigned
        created = client.calls.create_async(to=THEIRS, from_=OURS, url=f"{second.customer.base_url}/answer")
        assert (400, 21210) == await refused(created)


async def test_each_account_is_dialled_for_at_its_own_pace(customer: Customer) -> None:
    """One account's queue holds up nobody else's calls."""
    further = TwilioAccount(SECOND, SECONDS_TOKEN)
    settings = WorldSettings(calls_per_second=0.1, further_twilio_accounts=(further,))
    async with serve_world(settings) as world, AsyncExitStack() as stack:
        keys = settings.credentials
        pairs = ((keys.twilio_account_sid, keys.twilio_auth_token), (SECOND, SECONDS_TOKEN))
        clients = [await stack.enter_async_context(sdk(world, *pair)) for pair in pairs]
        accounts = [Account(client, customer, OURS) for client in clients]
        placed = [await account.dial() for account in (accounts[0], accounts[0], accounts[1])]
        await until(lambda: world.ledger.calls[placed[2].sid].dialled_at)
        assert [True, False, True] == [world.ledger.calls[call.sid].dialled_at is not None for call in placed]


@pytest.mark.parametrize(
    "order",
    [
        {"AC" + "8" * 32: {"auth_token": "t", "numbers": [SECONDS_NUMBER]}},
        {"AC" + "8" * 32: {"auth_token": ""}},
        {"AC" + "8" * 32: {"token": "t"}},
    ],
    ids=["a number that is held", "no token", "an unknown field"],
)
async def test_an_account_that_cannot_be_is_refused(
    world: ServedWorld, two: tuple[Account, Account], http: httpx.AsyncClient, order: dict[str, Any]
) -> None:
    assert 422 == (await http.put("/control/twilio-accounts", json=order)).status_code
    async with sdk(world, "AC" + "8" * 32, "t") as client:
        assert (401, 20003) == await refused(client.calls("CA1").fetch_async())


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("AC1:secret", TwilioAccount("AC1", "secret")),
        (
            "AC1:secret:+12025550166,+12025550167",
            TwilioAccount("AC1", "secret", frozenset({SECONDS_NUMBER, "+12025550167"})),
        ),
    ],
)
def test_an_account_is_given_on_the_command_line(text: str, account: TwilioAccount) -> None:
    assert account == _twilio_account(text)
