"""The media process's two doors: who opens a stream, for which call, and who may ask the control address."""

import json
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

import httpx
import pytest
from starlette.routing import Route
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from domain.conversations import AnsweredBy
from domain.identifiers import AttemptId, ConnectionId
from media.control import Controlled, Hint, control_app
from media.engine.events import CarrierHint
from providers.carriers.twilio.callbacks import TwilioCallbacks
from providers.telephony import Telephony
from simulators.phone_network.twilio.webhooks import signature_of
from simulators.settings import Credentials
from startup.settings import Settings
from startup.stream_openers import StreamDoors
from startup.stream_tokens import StreamClaim, StreamTokens
from startup.wiring import telephony
from tests.media.house import House, doors_of, until
from tests.media.plans import plan

TOKEN = Credentials().twilio_auth_token


async def status_of(url: str, *signatures: str) -> int:
    """How the handshake with these signatures is answered."""
    headers = [("X-Twilio-Signature", signature) for signature in signatures]
    with pytest.raises(InvalidStatus) as refused:
        await connect(url, additional_headers=headers, proxy=None)
    return refused.value.response.status_code


async def test_a_good_token_opens_nothing_without_the_carriers_signature(house: House) -> None:
    """Requirement 46: and it is not used up by who tries."""
    house.records.plans["good"] = plan("call_doors-1")
    url = house.media.stream_url("twilio") + "good"
    right = signature_of(TOKEN, url)
    for signatures in ((), ("",), ("ä",), (signature_of("", url),), (right, right)):
        assert 403 == await status_of(url, *signatures), signatures
    assert "good" in house.records.plans


async def test_without_a_token_of_the_account_nobody_is_the_carrier(house: House) -> None:
    """Requirement 46: an empty secret signs nothing."""
    house.records.plans["open"] = plan("call_doors-3")
    url = house.media.stream_url("twilio") + "open"
    with pytest.MonkeyPatch.context() as forgotten:
        tools = replace(house.media._tools, doors=doors_of(""))
        forgotten.setattr(house.media, "_tools", tools)
        for signatures in ((), ("",), (signature_of("", url),)):
            assert 403 == await status_of(url, *signatures), signatures
    assert "open" in house.records.plans


async def test_a_carrier_whose_token_was_changed_a_moment_ago_is_let_in(house: House) -> None:
    """Somebody has answered, and waits; whoever signs with neither token stays outside."""
    tokens, own = StreamTokens(b64encode(bytes(32)).decode()), ConnectionId("conn_own")

    async def named(connection_id: ConnectionId, *, anew: bool) -> Telephony | None:
        credentials = {"account_sid": "AC2", "auth_token": "newer" if anew else "older"}
        return telephony(Settings(), "twilio", credentials)[0] if connection_id == own else None

    claim = StreamClaim(AttemptId("call_doors-4"), "twilio", "CA4", 1, own)
    token = tokens.issue(claim, datetime.now(UTC))
    house.records.plans[token] = plan("call_doors-4", carrier_call_id="CA4")
    url = house.media.stream_url("twilio") + token
    doors = StreamDoors({"twilio": TwilioCallbacks(TOKEN)}, tokens, named=named)
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(house.media, "_tools", replace(house.media._tools, doors=doors))
        for signed_with in (TOKEN, "newest"):
            assert 403 == await status_of(url, signature_of(signed_with, url)), signed_with
        headers = {"X-Twilio-Signature": signature_of("newer", url)}
        async with connect(url, additional_headers=headers, proxy=None):
            assert token not in house.records.plans


@pytest.mark.parametrize(
    ("path", "carrier"),
    [("stream/twilio", "twilio"), ("stream/exotel", "exotel"), ("stream", "twilio"), ("exotel", "exotel")],
    ids=["Twilio", "Exotel", "Twilio before", "Exotel before"],
)
async def test_a_token_is_used_at_the_door_of_its_carrier(house: House, path: str, carrier: str) -> None:
    """Where no signature is asked for, a token of the carrier that signs must not do.

    Also where a call was connected by an API of the version before.
    """
    url = f"ws://127.0.0.1:{house.media.port}/{path}/media-1/unknown"
    assert 403 == await status_of(url, signature_of(TOKEN, url))
    assert carrier == house.records.doors[-1]


async def test_a_stream_that_begins_as_another_calls_is_closed(house: House) -> None:
    survey = plan("call_doors-2", carrier_call_id="CA1")
    house.records.plans["mine"] = survey
    url = house.media.stream_url("twilio") + "mine"
    start = {
        "streamSid": "MZ1",
        "callSid": "CA2",
        "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
    }
    headers = {"X-Twilio-Signature": signature_of(TOKEN, url)}
    async with connect(url, additional_headers=headers, proxy=None) as socket:
        await socket.send(json.dumps({"event": "start", "streamSid": "MZ1", "start": start}))
        with pytest.raises(ConnectionClosed) as closed:
            await socket.recv()
    assert closed.value.rcvd is not None
    assert 1002 == closed.value.rcvd.code
    assert () == (await house.report_of(survey)).transcript


async def test_a_conversation_is_held_here_while_it_lives_and_a_while_longer(house: House) -> None:
    """The carrier asks what follows a stream after its end: what nobody holds another process would take up."""
    survey = plan("call_doors_held-1")
    house.records.plans["held"] = survey
    url = house.media.stream_url("twilio") + "held"
    held = f"/conversations/{survey.attempt_id}"
    assert 404 == (await house.control(held, "GET")).status_code
    headers = {"X-Twilio-Signature": signature_of(TOKEN, url)}
    async with connect(url, additional_headers=headers, proxy=None) as socket:
        assert [] == [*socket.protocol.extensions], "a compressed frame costs more than it spares"
        await until(lambda: survey.attempt_id in house.media._live)
        assert 204 == (await house.control(held, "GET")).status_code
    await until(lambda: survey.attempt_id not in house.media._live)
    assert 204 == (await house.control(held, "GET")).status_code


def control_routes() -> list[tuple[str, str]]:
    """Every method and address of the control application but the one that says whether it lives."""
    routes = cast("list[Route]", control_app(cast("Controlled", None), "key").routes)
    return [
        (method, route.path.format(attempt_id="call_1-1"))
        for route in routes
        for method in sorted(route.methods or ())
        if route.path != "/healthz"
    ]


@pytest.mark.parametrize(("method", "path"), control_routes())
@pytest.mark.parametrize("given", [None, "Bearer ", "Bearer other", "Bearer \xe4"])
async def test_nothing_is_controlled_without_the_key(method: str, path: str, given: str | None) -> None:
    app = control_app(cast("Controlled", None), "key")
    headers = [] if given is None else [(b"Authorization", given.encode("latin-1"))]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://media") as client:
        answer = await client.request(method, path, headers=headers)
    assert 401 == answer.status_code


@pytest.mark.parametrize(
    ("told", "event"),
    [
        (
            {"answered_by": "voicemail", "greeting_over": True, "word": "machine_end_beep"},
            CarrierHint(AnsweredBy.VOICEMAIL, beeped=True, word="machine_end_beep"),
        ),
        ({"answered_by": "person"}, CarrierHint(AnsweredBy.PERSON)),
        ({"answered_by": "machine_end_beep"}, CarrierHint(AnsweredBy.UNKNOWN, word="machine_end_beep")),
    ],
)
def test_a_hint_is_in_our_words_and_another_word_is_kept_but_proves_nothing(
    told: dict[str, object], event: CarrierHint
) -> None:
    """The last is what an API of the version before sends while both run."""
    assert event == Hint.model_validate(told).as_event()
