"""A fictional request reaches loopback addresses only, whatever the trunk is called and wherever its name leads."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpcore
import pytest

from providers.carriers.demonstration import DemonstrationNumbers
from providers.carriers.twilio.account import TwilioAccount
from providers.carriers.twilio.voice import TwilioVoice
from providers.errors import OutcomeUnknown, ProviderUnavailable, RecipientRefused, SendRefused
from providers.http import Clock, LoopbackOnly, is_loopback, utc_now
from providers.messaging.twilio_sms import TwilioSms
from tests.providers.dials import ABROAD, ORDINARY, SOMEBODY, dial, text
from tests.providers.listeners import Network, answer, listening, own_address

LISTED = "+919876543210"

Send = Callable[[str, bool], Awaitable[str]]
FICTIONAL = [(ORDINARY, True), (SOMEBODY, False), (LISTED, False)]


@asynccontextmanager
async def sender(
    kind: str, base_url: str | None, network: Network | None = None, now: Clock = utc_now
) -> AsyncIterator[Send]:
    """Place a call or send a message to (number, fictional) through this trunk."""
    account = TwilioAccount(
        "AC1",
        "token",
        demonstration_numbers=DemonstrationNumbers([LISTED]),
        base_url=base_url,
        network=network,
        now=now,
    )
    voice, sms = TwilioVoice(account), TwilioSms(account)
    async with aclosing(account):
        if kind == "call":
            yield lambda to, fictional: voice.place(dial(to, fictional=fictional))
        else:
            yield lambda to, fictional: sms.send(text(to, fictional=fictional))


@pytest.fixture(params=["call", "message"])
def kind(request: pytest.FixtureRequest) -> str:
    """Both go through the same guard."""
    return str(request.param)


@pytest.mark.parametrize("to, fictional", FICTIONAL)
async def test_no_byte_leaves_when_the_peer_is_not_loopback(kind: str, to: str, fictional: bool) -> None:
    async with (
        listening() as outside,
        sender(kind, outside.url, Network(reports=ABROAD)) as send,
    ):
        with pytest.raises(SendRefused) as refused:
            await send(to, fictional)

    assert (refused.value.code, bytes(outside.received)) == ("not_loopback", b"")


async def test_a_connection_that_is_refused_is_closed() -> None:
    class Abroad(httpcore.AsyncMockBackend):
        async def connect_tcp(self, *of: Any, **more: Any) -> httpcore.AsyncNetworkStream:
            reached.append(await super().connect_tcp(*of, **more))
            return reached[0]

    reached: list[httpcore.AsyncNetworkStream] = []
    with pytest.raises(SendRefused):
        await LoopbackOnly(Abroad([])).connect_tcp("api.twilio.com", 443)
    with pytest.raises(httpcore.ReadError, match="closed"):
        await reached[0].read(1)


@pytest.mark.parametrize("number", ["", "+", "12025550123", "+0123456789", "+1202555012x", "sip:a@b.example"])
async def test_what_is_no_number_is_refused_before_anything_leaves(kind: str, number: str) -> None:
    async with listening() as outside, sender(kind, outside.url) as send:
        with pytest.raises(RecipientRefused) as refused:
            await send(number, False)
    assert ("not_e164", b"") == (refused.value.code, bytes(outside.received))


@pytest.mark.skipif(own_address() is None, reason="this machine has loopback addresses only")
@pytest.mark.parametrize("to, fictional", FICTIONAL)
async def test_no_byte_leaves_for_a_real_address_of_this_very_machine(
    kind: str, to: str, fictional: bool
) -> None:
    async with listening(own_address() or "") as outside, sender(kind, outside.url) as send:
        with pytest.raises(SendRefused):
            await send(to, fictional)

    assert bytes(outside.received) == b""


async def test_not_even_a_handshake_leaves_for_twilio_itself(kind: str) -> None:
    async with listening() as twilio:
        network = Network(resolves={"api.twilio.com": ("127.0.0.1", twilio.port)}, reports=ABROAD)
        async with sender(kind, None, network) as send:
            with pytest.raises(SendRefused):
                await send(SOMEBODY, True)
            assert bytes(twilio.received) == b""
            with pytest.raises(ProviderUnavailable):  # our listener speaks no TLS
                await send(ORDINARY, False)

    assert twilio.received.startswith(b"\x16\x03")  # an ordinary one begins its TLS handshake


async def test_ordinary_requests_go_anywhere(kind: str) -> None:
    async with (
        listening() as outside,
        sender(kind, outside.url, Network(reports=ABROAD)) as send,
    ):
        await send(ORDINARY, False)

    assert outside.received.startswith(b"POST /2010-04-01/Accounts/AC1/")


async def test_loopback_name_that_leads_abroad_is_refused(kind: str) -> None:
    """A changed hosts file or packet filter: the address in the settings still reads 127.0.0.1."""
    async with listening() as outside:
        lying = Network(resolves={"127.0.0.1": ("127.0.0.1", outside.port)}, reports=ABROAD)
        async with sender(kind, "http://127.0.0.1:443", lying) as send:
            with pytest.raises(SendRefused):
                await send(SOMEBODY, True)

    assert bytes(outside.received) == b""


@pytest.mark.parametrize("name", ["localhost.example.org", "127.0.0.1.example.org", "api.twilio.com"])
async def test_name_does_not_matter_only_the_peer_does(kind: str, name: str) -> None:
    async with listening() as inside:
        network = Network(resolves={name: ("127.0.0.1", inside.port)})
        async with sender(kind, f"http://{name}", network) as send:
            await send(SOMEBODY, True)

    assert f"Host: {name}".encode() in bytes(inside.received)


async def test_name_that_moves_abroad_between_two_requests_is_refused(kind: str) -> None:
    """A trunk swapped in mid-campaign: the warm connection is gone, the next one is asked anew."""
    async with listening(says=answer(headers="Connection: close\r\n")) as inside:
        network = Network(resolves={"trunk": ("127.0.0.1", inside.port)})
        async with sender(kind, "http://trunk", network) as send:
            await send(SOMEBODY, True)
            before = len(inside.received)
            network.reports = ABROAD
            with pytest.raises(SendRefused):
                await send(SOMEBODY, True)

    assert before == len(inside.received)


async def test_proxies_of_the_environment_are_ignored(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with listening() as proxy, listening() as inside:
        for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        async with sender(kind, inside.url) as send:
            await send(SOMEBODY, True)
            await send(ORDINARY, False)

    assert (proxy.connections, inside.connections) == (0, 2)


async def test_region_and_account_of_the_environment_are_ignored(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("REGION", "ie1"), ("EDGE", "dublin"), ("ACCOUNT_SID", "AC9")):
        monkeypatch.setenv(f"TWILIO_{name}", value)
    async with listening() as inside, sender(kind, inside.url) as send:
        await send(SOMEBODY, True)

    assert b"/Accounts/AC1/" in bytes(inside.received)


@pytest.mark.parametrize(
    "status", ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"]
)
async def test_redirects_are_not_followed(kind: str, status: str) -> None:
    async with listening() as elsewhere:
        moved = answer(b"", status=status, headers=f"Location: {elsewhere.url}/\r\n")
        async with listening(says=moved) as inside, sender(kind, inside.url) as send:
            with pytest.raises(OutcomeUnknown):
                await send(SOMEBODY, True)

    assert elsewhere.connections == 0


class Hands:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 21, 12, tzinfo=UTC)
        self.readings = 0
        self.jumps_at_reading: int | None = None

    def __call__(self) -> datetime:
        self.readings += 1
        if self.readings == self.jumps_at_reading:
            self.time += timedelta(days=365)
        return self.time


@pytest.mark.parametrize("fictional", [True, False])
async def test_deadline_that_passes_while_connecting_stops_the_request(fictional: bool) -> None:
    """A sender stopped for a minute and continued must not dial beside the next attempt."""
    clock = Hands()

    def a_minute_later() -> None:
        clock.time += timedelta(minutes=1)

    async with listening() as carrier, _voice(carrier.url, clock, Network(connected=a_minute_later)) as voice:
        with pytest.raises(SendRefused) as refused:
            await voice.place(
                dial(ORDINARY, fictional=fictional, send_before=clock.time + timedelta(seconds=5))
            )

    assert (refused.value.code, bytes(carrier.received)) == ("too_late", b"")


async def test_deadline_that_passes_while_a_request_waits_for_its_slot_lets_no_byte_leave() -> None:
    """Headers alone are no dial, but they hold a connection open at the carrier for nothing."""
    noon, slot = datetime(2026, 11, 21, 12, tzinfo=UTC), time.monotonic() + 0.3

    def over_at_its_slot() -> datetime:
        return noon if time.monotonic() < slot else noon + timedelta(seconds=1)

    async with listening() as carrier, _voice(carrier.url, over_at_its_slot, Network()) as voice:
        with pytest.raises(SendRefused) as refused:
            await voice.place(dial(due=slot, send_before=noon + timedelta(seconds=1)))

    assert (refused.value.code, bytes(carrier.received)) == ("too_late", b"")


@pytest.mark.parametrize("fictional", [True, False])
async def test_a_deadline_is_kept_by_the_clock_that_the_account_was_given(fictional: bool) -> None:
    clock = Hands()
    clock.time -= timedelta(days=365)
    async with listening() as carrier, _voice(carrier.url, clock, Network()) as voice:
        await voice.place(dial(ORDINARY, fictional=fictional, send_before=clock.time + timedelta(seconds=5)))
    assert 1 == carrier.requests


async def test_deadline_that_passes_before_the_form_leaves_an_incomplete_request() -> None:
    """The carrier cannot act on headers alone: it waits for the form they announce."""
    clock = Hands()
    clock.jumps_at_reading = 2

    async with listening() as carrier, _voice(carrier.url, clock, Network()) as voice:
        with pytest.raises(SendRefused):
            await voice.place(dial(send_before=clock.time + timedelta(seconds=5)))

    assert b"To=" not in bytes(carrier.received)


@asynccontextmanager
async def _voice(base_url: str, now: Clock, network: Network) -> AsyncIterator[TwilioVoice]:
    account = TwilioAccount(
        "AC1",
        "token",
        demonstration_numbers=DemonstrationNumbers(),
        base_url=base_url,
        now=now,
        network=network,
    )
    async with aclosing(account):
        yield TwilioVoice(account)


@pytest.mark.parametrize(
    "expected, peer",
    [
        (True, ("127.0.0.1", 80)),
        (True, ("127.8.9.10", 80)),
        (True, ("::1", 80, 0, 0)),
        (True, ("::ffff:127.0.0.1", 80, 0, 0)),
        (False, ("10.0.0.1", 80)),
        (False, ("192.0.2.2", 80)),
        (False, ("0.0.0.0", 80)),
        (False, ("::ffff:10.0.0.1", 80, 0, 0)),
        (False, ("fe80::1%eth0", 80, 0, 0)),
        (False, ("localhost", 80)),
        (False, "/run/carrier.sock"),
        (False, ()),
        (False, None),
    ],
)
def test_only_addresses_that_are_loopback_count_as_loopback(expected: bool, peer: object) -> None:
    assert expected == is_loopback(peer)
