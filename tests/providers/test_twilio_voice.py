"""Twilio Voice against the simulated network: the carrier suite, and what is Twilio's own."""

import asyncio
import json
import traceback
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from urllib.parse import parse_qs

import pytest

from providers.carriers.contract import CallbackKind, CarrierRequest, Leg, LegPhase, PlaceRequest
from providers.carriers.demonstration import DemonstrationNumbers
from providers.carriers.twilio.account import TwilioAccount
from providers.carriers.twilio.callbacks import TwilioCallbacks
from providers.carriers.twilio.documents import hang_up
from providers.carriers.twilio.voice import TwilioVoice
from providers.errors import (
    CredentialsRefused,
    MalformedMessage,
    OutcomeUnknown,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
    RecipientRefused,
)
from providers.http import Waits
from simulators.ordered_faults import Fault
from simulators.people.person import Person
from simulators.phone_network.twilio.accounts import TwilioAccount as SimulatedAccount
from simulators.serving import ServedWorld, serve_world
from simulators.settings import Credentials, WorldSettings
from tests.providers.carrier_suite import CarrierSuite
from tests.providers.dials import ABROAD, CALLER, ORDINARY, SOMEBODY, dial
from tests.providers.listeners import Network, answer, listening

CREDENTIALS = Credentials()


@dataclass
class TwilioNet:
    """The simulated Twilio and five adapters."""

    world: ServedWorld
    carrier: TwilioVoice
    impatient: TwilioVoice
    stranger: TwilioVoice
    unreachable: TwilioVoice
    abroad: TwilioVoice
    callbacks: TwilioCallbacks = field(default_factory=lambda: TwilioCallbacks(CREDENTIALS.twilio_auth_token))
    strangers_callbacks: TwilioCallbacks = field(default_factory=lambda: TwilioCallbacks("not the token"))

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

    async def told(self) -> tuple[str, list[tuple[CallbackKind, CarrierRequest]]]:
        over = asyncio.Event()

        def says(path: str) -> bytes:
            if "completed" in ours.exchanges[-1].body:
                over.set()
            return answer(hang_up().encode() if "/voice" in path else b"", status="200 OK")

        async with listening(says=says) as ours, asyncio.timeout(10):
            sid = await self.carrier.place(dial(callbacks=ours.url))
            await over.wait()
        return sid, [
            (
                CallbackKind.ANSWER if "/voice" in each.path else CallbackKind.STATUS,
                CarrierRequest(
                    ours.url + each.path,
                    list(each.headers.items()),
                    list(each.form.items()),
                    each.body.encode(),
                ),
            )
            for each in ours.exchanges
        ]


@asynccontextmanager
async def adapter(
    base_url: str,
    *,
    token: str = CREDENTIALS.twilio_auth_token,
    waits: Waits | None = None,
    network: Network | None = None,
) -> AsyncIterator[TwilioVoice]:
    account = TwilioAccount(
        CREDENTIALS.twilio_account_sid,
        token,
        base_url=base_url,
        demonstration_numbers=DemonstrationNumbers(),
        waits=waits,
        network=network,
    )
    async with aclosing(account):
        yield TwilioVoice(account)


@pytest.fixture
async def net() -> AsyncIterator[TwilioNet]:
    """A new world and fresh connections."""
    async with serve_world(WorldSettings()) as world, AsyncExitStack() as stack:
        yield TwilioNet(
            world,
            carrier=await stack.enter_async_context(adapter(world.base_url)),
            impatient=await stack.enter_async_context(adapter(world.base_url, waits=Waits(silence=0.3))),
            stranger=await stack.enter_async_context(adapter(world.base_url, token="not the token")),
            unreachable=await stack.enter_async_context(adapter("http://127.0.0.1:9")),
            abroad=await stack.enter_async_context(adapter(world.base_url, network=Network(reports=ABROAD))),
        )


class TestTwilioVoice(CarrierSuite):
    """The suite."""


async def form_of(request: PlaceRequest) -> dict[str, list[str]]:
    """The form that leaves when this is placed."""
    async with listening() as carrier, adapter(carrier.url) as voice:
        await voice.place(request)
    return parse_qs(bytes(carrier.received).rpartition(b"\r\n\r\n")[2].decode())


async def test_dial_says_everything_twilio_needs() -> None:
    request = dial(ORDINARY)

    assert {
        "To": [ORDINARY],
        "From": [CALLER],
        "Url": ["http://127.0.0.1:9/api/webhooks/twilio/voice/call_1-1/media-1"],
        "Method": ["POST"],
        "StatusCallback": ["http://127.0.0.1:9/api/webhooks/twilio/status/call_1-1"],
        "StatusCallbackMethod": ["POST"],
        "StatusCallbackEvent": ["ringing", "completed"],
        "Timeout": ["25"],
        "TimeLimit": ["300"],
        "MachineDetection": ["DetectMessageEnd"],
        "AsyncAmd": ["true"],
        "AsyncAmdStatusCallback": ["http://127.0.0.1:9/api/webhooks/twilio/machine/call_1-1/media-1"],
        "AsyncAmdStatusCallbackMethod": ["POST"],
    } == await form_of(request)


async def test_every_address_of_a_dial_proves_whose_account_it_goes_through() -> None:
    callbacks = replace(dial().callbacks, proof="conn_1.proof")
    form = await form_of(replace(dial(), callbacks=callbacks))
    told = ("Url", "StatusCallback", "AsyncAmdStatusCallback")
    assert [True] * 3 == [form[name][0].endswith("?through=conn_1.proof") for name in told]


async def test_dial_without_machine_detection_does_not_pay_for_it() -> None:
    form = await form_of(dial(machine_detection=False))

    assert not [name for name in form if "Machine" in name or "Amd" in name]


def refusal(code: int, status: int, **more: object) -> bytes:
    """Twilio's refusal, its message naming the number as Twilio's do."""
    body = {"code": code, "message": f"no good: {SOMEBODY}", "more_info": "", "status": status, **more}
    return answer(json.dumps(body).encode(), status=f"{status} No", headers="Retry-After: 7\r\n")


PROBLEM = {"type": "about:blank", "title": "RFC 9457 style"}

DIALS = [
    (ProviderThrottled, "20429", refusal(20429, 429)),
    (ProviderThrottled, "10004", refusal(10004, 400)),
    (ProviderThrottled, "429", answer(b"slow down", status="429 Too Many")),
    (OutcomeUnknown, "20500", refusal(20500, 500)),
    (OutcomeUnknown, "502", answer(b"<html>", status="502 Bad Gateway")),
    (OutcomeUnknown, "503", answer(b"", status="503 Unavailable")),
    (OutcomeUnknown, "408", answer(b"", status="408 Request Timeout")),
    (OutcomeUnknown, "302", answer(b"", status="302 Found", headers="Location: /elsewhere\r\n")),
    (RecipientRefused, "21211", refusal(21211, 400)),
    (RecipientRefused, "21214", refusal(21214, 400)),
    (RecipientRefused, "21215", refusal(21215, 400)),
    (RecipientRefused, "21215", refusal(21215, 403)),
    (RecipientRefused, "21216", refusal(21216, 400)),
    (RecipientRefused, "21217", refusal(21217, 400)),
    (RecipientRefused, "21219", refusal(21219, 400)),
    (RecipientRefused, "13223", refusal(13223, 400)),
    (RecipientRefused, "13224", refusal(13224, 400)),
    (RecipientRefused, "13225", refusal(13225, 400)),
    (RecipientRefused, "13226", refusal(13226, 400)),
    (RecipientRefused, "21211", refusal(21211, 400, **PROBLEM)),
    (CredentialsRefused, "20003", refusal(20003, 401)),
    (CredentialsRefused, "20003", refusal(20003, 403)),
    (CredentialsRefused, "20005", refusal(20005, 403)),
    (CredentialsRefused, "401", answer(b"", status="401 No")),
    (ProviderRefused, "21210", refusal(21210, 400)),
    (ProviderRefused, "403", answer(b"<html>a firewall</html>", status="403 No")),
    (OutcomeUnknown, "unreadable", answer(b"<html>hello</html>", status="200 OK")),
    (OutcomeUnknown, "unreadable", answer(b"[]")),
    (OutcomeUnknown, "no_call_sid", answer(b"")),
    (OutcomeUnknown, "unreadable", answer(b"\xff\xfe")),
    (OutcomeUnknown, "no_call_sid", answer(b"{}")),
    (OutcomeUnknown, "no_call_sid", answer(b'{"sid": 7}')),
    (OutcomeUnknown, "no_call_sid", answer(b'{"sid": ""}')),
]


@pytest.mark.parametrize("error, code, says", DIALS)
async def test_each_answer_to_a_dial_has_one_meaning(
    error: type[ProviderError], code: str, says: bytes
) -> None:
    async with listening(says=says) as carrier, adapter(carrier.url) as voice:
        with pytest.raises(error) as raised:
            await voice.place(dial())

    assert (error, code, 1) == (type(raised.value), raised.value.code, carrier.requests)
    assert SOMEBODY not in "".join(traceback.format_exception(raised.value))


async def test_throttling_says_for_how_long() -> None:
    async with listening(says=refusal(20429, 429)) as carrier, adapter(carrier.url) as voice:
        with pytest.raises(ProviderThrottled) as raised:
            await voice.place(dial())

    assert raised.value.retry_after == 7.0


ASKED = [
    (ProviderUnavailable, answer(b"", status="500 Oops")),
    (ProviderThrottled, refusal(20429, 429)),
    (CredentialsRefused, refusal(20003, 401)),
    (MalformedMessage, answer(b"<html>")),
    (MalformedMessage, answer(b"[]")),
    (MalformedMessage, answer(b'{"sid": "CA1", "status": "levitating"}')),
    (MalformedMessage, answer(b'{"sid": "CA1", "status": "completed", "duration": "long"}')),
    (MalformedMessage, answer(b"{}")),
    (MalformedMessage, answer(b"", status="302 Found", headers="Location: /elsewhere\r\n")),
    (ProviderUnavailable, answer(b"", status="408 Request Timeout")),
    (ProviderRefused, answer(b"<html>no such page</html>", status="404 Not Found")),
]


@pytest.mark.parametrize("error, says", ASKED)
async def test_question_that_fails_may_be_asked_again(error: type[ProviderError], says: bytes) -> None:
    async with listening(says=says) as carrier, adapter(carrier.url) as voice:
        with pytest.raises(error) as raised:
            await voice.look_up("CA1", fictional=True)

    assert error is type(raised.value)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (None, answer(b'{"sid": "CA1", "status": "completed"}', status="200 OK")),
        (None, refusal(21220, 400)),
        (None, refusal(20404, 404)),
        (ProviderRefused, refusal(21999, 400)),
        (ProviderUnavailable, answer(b"", status="500 Oops")),
        (MalformedMessage, answer(b"<html>", status="200 OK")),
    ],
)
async def test_what_is_over_is_hung_up_and_nothing_else_is(
    error: type[ProviderError] | None, says: bytes
) -> None:
    async with listening(says=says) as carrier, adapter(carrier.url) as voice:
        try:
            await voice.hang_up("CA1", fictional=True)
            raised = None
        except ProviderError as refused:
            raised = type(refused)
    assert error == raised
    [asked] = carrier.exchanges
    assert ("POST", {"Status": "completed"}) == (asked.line.partition(" ")[0], asked.form)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (MalformedMessage, answer(b"[1]", status="200 OK")),
        (ProviderUnavailable, answer(b"", status="500 Oops")),
    ],
)
async def test_a_search_that_fails_may_be_repeated(error: type[ProviderError], says: bytes) -> None:
    async with listening(says=says) as carrier, adapter(carrier.url) as voice:
        with pytest.raises(error):
            await voice.find(
                to=SOMEBODY, from_number=CALLER, correlation="call_1-1", since=NOON, fictional=True
            )


async def test_connections_are_kept_warm() -> None:
    async with listening() as carrier, adapter(carrier.url) as voice:
        for _ in range(3):
            await voice.place(dial())

    assert (carrier.connections, carrier.requests) == (1, 3)


async def test_answer_that_drips_forever_ends_with_the_whole_wait() -> None:
    endless = b"HTTP/1.1 201 Created\r\nContent-Length: 1000000\r\n\r\n{"
    async with (
        listening(says=endless) as carrier,
        adapter(carrier.url, waits=Waits(silence=5, whole=0.1)) as voice,
    ):
        with pytest.raises(OutcomeUnknown):
            await voice.place(dial())

    assert carrier.requests == 1


NOON = datetime(2026, 11, 21, 12, 0, 0, 700_000, tzinfo=UTC)


def listed(**created: float | None) -> bytes:
    """A list of calls by SID, created so many seconds after noon, newest first as Twilio answers."""

    def stamp(seconds: float | None) -> str | None:
        return (
            None
            if seconds is None
            else format_datetime(NOON.replace(microsecond=0) + timedelta(seconds=seconds))
        )

    calls = [
        {"sid": sid, "status": "ringing", "date_created": stamp(seconds), "start_time": None}
        for sid, seconds in created.items()
    ]
    return answer(json.dumps({"calls": calls, "next_page_uri": None}).encode(), status="200 OK")


@pytest.mark.parametrize(
    "expected, calls, not_these",
    [
        (None, {}, ()),
        ("ours", {"ours": 0}, ()),
        ("ours", {"ours": 3, "earlier": -3600}, ()),
        (None, {"earlier": -3600}, ()),
        ("ours", {"later": 40, "ours": 2}, ()),
        ("ours", {"later": 40, "ours": 0}, ()),  # the stamp has whole seconds, the request had fractions
        ("ours", {"ours": 1, "just_before": -2}, ()),
        ("slow_clock", {"slow_clock": -60}, ()),
        ("fast_clock", {"fast_clock": 60}, ()),
        (None, {"just_before": -2}, ("just_before",)),
        ("ours", {"ours": 0, "known": 0}, ("known",)),
        ("unstamped", {"unstamped": None}, ()),
        (None, {"too_old": -62}, ()),
    ],
)
async def test_lost_call_is_the_first_since_the_request(
    expected: str | None, calls: dict[str, float | None], not_these: tuple[str, ...]
) -> None:
    async with listening(says=listed(**calls)) as carrier, adapter(carrier.url) as voice:
        leg = await voice.find(
            to=SOMEBODY,
            from_number=CALLER,
            correlation="call_1-1",
            since=NOON,
            fictional=True,
            not_these=not_these,
        )

    assert expected == (leg.carrier_call_id if leg else None)
    asked = parse_qs(carrier.exchanges[0].line.partition("?")[2].partition(" ")[0])
    assert {"To": [SOMEBODY], "From": [CALLER]} == {name: asked.get(name) for name in ("To", "From")}
    assert "StartTime" not in str(asked)


async def test_leg_of_an_answered_call_has_its_length_and_no_result() -> None:
    says = {
        "sid": "CA1",
        "status": "completed",
        "duration": "42",
        "start_time": "Sat, 21 Nov 2026 12:00:00 +0000",
    }
    async with (
        listening(says=answer(json.dumps(says).encode(), status="200 OK")) as carrier,
        adapter(carrier.url) as voice,
    ):
        leg = await voice.look_up("CA1", fictional=True)

    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert Leg("CA1", LegPhase.ENDED, None, 42, noon, "completed") == leg


async def test_whose_a_number_is_the_carrier_says() -> None:
    """Its own, one that it has verified, or none of both; what merely contains a number is another."""
    verified, elsewhere = "+442079460123", "+14155550199"
    async with serve_world(WorldSettings(owned_numbers=frozenset({CALLER}))) as world:
        sid, token = CREDENTIALS.twilio_account_sid, CREDENTIALS.twilio_auth_token
        numbers = frozenset({verified, f"{elsewhere}0"})
        world.world.twilio_accounts.open(SimulatedAccount(sid, token, verified=numbers))
        async with adapter(world.base_url) as carrier:
            held = [await carrier.holds(number) for number in (CALLER, verified, elsewhere)]
            assert ["owned", "verified", None] == held
            await carrier.place(replace(dial(), from_number=verified))
            with pytest.raises(ProviderRefused):
                await carrier.place(replace(dial(), from_number=elsewhere))
        async with adapter(world.base_url, token="not the token") as stranger:
            with pytest.raises(CredentialsRefused):
                await stranger.holds(CALLER)
    async with adapter("http://127.0.0.1:9") as nowhere:
        with pytest.raises(ProviderUnavailable):
            await nowhere.holds(CALLER)
