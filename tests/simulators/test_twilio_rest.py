"""What the simulated Twilio accepts, refuses and lists, seen through its own SDK."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.rest import Client

from simulators.serving import ServedWorld, serve_world
from simulators.settings import WorldSettings
from tests.simulators.conftest import OURS, THEIRS, Dial, listener
from tests.simulators.customer import Customer, until


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"to": "12025550123"}, 21211),
        ({"to": "+1 202 555 0123"}, 21211),
        ({"to": "+0"}, 21211),
        ({"from_": "nobody"}, 21212),
        ({"url": "not an address"}, 21205),
        ({"url": "ftp://files.example/answer"}, 21205),
        ({"url": None}, 21205),
        ({"url": None, "twiml": "<Response>" + " " * 4000 + "</Response>"}, 21205),
        ({"status_callback": "/relative"}, 21609),
        ({"timeout": 601}, 20001),
        ({"time_limit": 0}, 20001),
        ({"machine_detection": "Maybe"}, 20001),
        ({"machine_detection": "Enable", "machine_detection_timeout": 2}, 20001),
        ({"method": "PUT"}, 20001),
    ],
)
async def test_bad_request_is_refused_and_nothing_is_dialled(
    world: ServedWorld, dial: Dial, fields: dict[str, Any], code: int
) -> None:
    """Requirement 38, for Twilio."""
    with pytest.raises(TwilioRestException) as refusal:
        await dial(**fields)
    assert (refusal.value.status, refusal.value.code) == (400, code)
    assert [] == world.ledger.entries()


@pytest.mark.parametrize("code", [21211, 21214, 21215, 21217])
async def test_number_that_the_network_refuses_is_not_dialled(
    world: ServedWorld, dial: Dial, code: int
) -> None:
    world.cast.assign(THEIRS, listener(pickup={"kind": "refused", "error_code": code}))
    with pytest.raises(TwilioRestException) as refusal:
        await dial()
    assert refusal.value.code == code
    assert [] == world.ledger.entries()


async def test_foreign_caller_id_is_refused(customer: Customer) -> None:
    settings = WorldSettings(owned_numbers=frozenset({"+12025550199"}))
    async with serve_world(settings) as world:
        http = AsyncTwilioHttpClient()
        keys = settings.credentials
        client = Client(keys.twilio_account_sid, keys.twilio_auth_token, http_client=http)
        client.api.base_url = world.base_url
        with pytest.raises(TwilioRestException) as refusal:
            await client.calls.create_async(to=THEIRS, from_=OURS, url=f"{customer.base_url}/answer")
        await http.session.close()
    assert 21210 == refusal.value.code


@pytest.mark.parametrize("wrong", [{"password": "guess"}, {"username": "AC" + "0" * 32}])
async def test_wrong_credentials_are_refused(world: ServedWorld, wrong: dict[str, str]) -> None:
    """Requirement 42, for Twilio."""
    keys = world.world.settings.credentials
    right = {"username": keys.twilio_account_sid, "password": keys.twilio_auth_token}
    http = AsyncTwilioHttpClient()
    client = Client(**(right | wrong), http_client=http)
    client.api.base_url = world.base_url
    with pytest.raises(TwilioRestException) as refusal:
        await client.calls("CA" + "0" * 32).fetch_async()
    await http.session.close()
    assert (401, 20003) == (refusal.value.status, refusal.value.code)


async def test_call_object_has_what_the_vendor_documents(dial: Dial) -> None:
    call = await dial()
    assert call.sid.startswith("CA")
    assert 34 == len(call.sid)
    assert (call.to, call._from, call.direction) == (THEIRS, OURS, "outbound-api")
    assert (None, None, None, None) == (call.start_time, call.end_time, call.duration, call.price)
    assert abs(call.date_created - datetime.now(UTC)) < timedelta(seconds=5)
    assert call.uri.endswith(f"/Calls/{call.sid}.json")


async def test_finished_call_cannot_be_changed(world: ServedWorld, dial: Dial) -> None:
    world.cast.assign(THEIRS, listener(pickup={"kind": "busy", "rings_s": 0.01}))
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over)
    with pytest.raises(TwilioRestException) as refusal:
        await call.update_async(status="completed")
    assert (400, 21220) == (refusal.value.status, refusal.value.code)


async def test_call_that_rings_cannot_be_redirected(world: ServedWorld, dial: Dial) -> None:
    world.cast.assign(THEIRS, listener(pickup={"rings_s": 20}))
    call = await dial()
    with pytest.raises(TwilioRestException) as refusal:
        await call.update_async(twiml="<Response/>")
    assert 21220 == refusal.value.code


async def test_unknown_call_is_not_found(twilio: Client) -> None:
    with pytest.raises(TwilioRestException) as refusal:
        await twilio.calls("CA" + "0" * 32).fetch_async()
    assert (404, 20404) == (refusal.value.status, refusal.value.code)


async def test_canceling_an_answered_call_changes_nothing(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].answered_at)
    assert "in-progress" == (await call.update_async(status="canceled")).status
    assert not world.ledger.calls[call.sid].is_over


async def test_finished_call_tells_its_length(world: ServedWorld, customer: Customer, dial: Dial) -> None:
    """Requirement 39, for Twilio: the truth is had by asking when no callback came."""
    world.cast.assign(THEIRS, listener(hangs_up_after_s=0.2))
    call = await dial(status_callback=None, status_callback_event=None)
    await until(lambda: world.ledger.calls[call.sid].is_over)
    fetched = await call.fetch_async()
    assert ("completed", "1") == (fetched.status, fetched.duration)
    assert fetched.start_time <= fetched.end_time


async def test_list_finds_a_call_by_numbers_status_and_start(
    world: ServedWorld, customer: Customer, twilio: Client, dial: Dial
) -> None:
    """Law 1: a call whose create answer was lost is found by listing."""
    before = datetime.now(UTC).replace(microsecond=0)
    wanted = await dial()
    await dial("+12025550177")
    await until(lambda: all(call.answered_at for call in world.ledger.calls.values()))

    async def found(**filters: Any) -> list[str]:
        return [call.sid for call in await twilio.calls.list_async(**filters)]

    assert await found(to=THEIRS, from_=OURS, start_time_after=before) == [wanted.sid]
    assert await found(to=THEIRS, status="in-progress") == [wanted.sid]
    assert [] == await found(to=THEIRS, status="completed")
    assert [] == await found(to=THEIRS, from_="+12025550111")
    assert [] == await found(to=THEIRS, start_time_after=before + timedelta(hours=1))
    assert [] == await found(to=THEIRS, start_time_before=before - timedelta(hours=1))


async def test_queued_call_is_listed_without_a_start(world: ServedWorld, twilio: Client, dial: Dial) -> None:
    """A filter on the start time does not see a call that Twilio has not dialled yet."""
    call = await dial()
    world.ledger.calls[call.sid].dialled_at = None
    assert [call.sid] == [each.sid for each in await twilio.calls.list_async(to=THEIRS)]
    since = datetime.now(UTC) - timedelta(minutes=1)
    assert [] == await twilio.calls.list_async(to=THEIRS, start_time_after=since)


async def test_list_pages_newest_first(world: ServedWorld, twilio: Client, dial: Dial) -> None:
    world.cast.assign(THEIRS, listener(pickup={"kind": "busy", "rings_s": 0}))
    placed = [(await dial()).sid for _ in range(5)]
    listed = [call.sid for call in await twilio.calls.list_async(to=THEIRS, page_size=2)]
    assert placed[::-1] == listed
