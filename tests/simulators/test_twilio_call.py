"""The life of a call in the simulated phone network, driven by Twilio's own SDK."""

from typing import Any

import pytest

from simulators.phone_network.call import CallRequest
from simulators.serving import ServedWorld, serve_world
from simulators.settings import WorldSettings
from tests.simulators.conftest import THEIRS, Dial, listener
from tests.simulators.customer import Customer, Session, until

pytestmark = pytest.mark.long


async def test_call_is_placed_answered_talked_through_and_reported(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    """Requirements 72, 76 and 77: creation, callbacks in order, call document, media stream."""

    async def agent(session: Session) -> None:
        await session.say("Hello, this is Ann. Do you have a minute?")
        await session.reply(to_words=3)
        await session.say("Goodbye.")
        await session.until(lambda: session.is_closed)

    customer.agent = agent
    world.cast.assign(THEIRS, "cooperative")
    call = await dial()
    assert "queued" == call.status
    await until(lambda: "completed" in customer.statuses(), 30)

    assert ["initiated", "ringing", "in-progress", "completed"] == customer.statuses()
    assert ["0", "1", "2", "3"] == [fields["SequenceNumber"] for fields in customer.callbacks]
    assert {"call-progress-events"} == {fields["CallbackSource"] for fields in customer.callbacks}
    assert [] == customer.unsigned
    assert customer.sessions[0].handshake_is_signed
    entry = world.ledger.entries()[0]
    assert entry["sid"] == call.sid
    assert "attempt-7" == entry["correlation"]
    assert "Hello, this is Ann. Do you have a minute? Goodbye." == entry["heard_text"]
    assert "Hello? Yes, sure, go ahead. Thank you, goodbye." == entry["said_text"]
    assert "person" == entry["ended_by"]
    assert [] == entry["violations"]
    assert 0 == entry["missed_words"]


@pytest.mark.parametrize(
    ("pickup", "status", "sip_code"),
    [
        ({"kind": "busy", "rings_s": 0.05}, "busy", "486"),
        ({"kind": "no_answer"}, "no-answer", "487"),
        ({"kind": "answer", "rings_s": 30}, "no-answer", "487"),
        ({"kind": "failed", "sip_code": 503}, "failed", "503"),
    ],
)
async def test_unanswered_call_ends_as_the_line_says(
    world: ServedWorld, customer: Customer, dial: Dial, pickup: dict[str, Any], status: str, sip_code: str
) -> None:
    """Requirement 81: each kind of failure is reported as itself; the ring limit is kept."""
    world.cast.assign(THEIRS, listener(pickup=pickup))
    call = await dial(timeout=1)
    await until(lambda: world.ledger.calls[call.sid].is_over and status in customer.statuses())
    last = next(fields for fields in customer.callbacks if fields["CallStatus"] == status)
    assert last["SipResponseCode"] == sip_code
    assert "0" == last["CallDuration"]
    assert [] == customer.documents_fetched
    assert (await call.fetch_async()).status == status


async def test_only_the_requested_events_are_reported(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    world.cast.assign(THEIRS, listener(hangs_up_after_s=0.1))
    await dial(status_callback_event=["answered"])
    await until(lambda: world.ledger.entries()[0]["ended_at"] and customer.callbacks)
    assert ["in-progress"] == customer.statuses()


async def test_badly_formed_event_list_is_accepted_and_nothing_is_reported(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    world.cast.assign(THEIRS, listener(hangs_up_after_s=0.05))
    call = await dial(status_callback_event=["initiated ringing answered completed"])
    await until(lambda: world.ledger.calls[call.sid].is_over)
    assert [] == customer.callbacks


async def test_hang_up_ends_a_live_call_and_closes_its_stream_with_stop(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    """Requirement 40."""
    call = await dial()
    await until(lambda: customer.sessions and customer.sessions[0].start)
    await call.update_async(status="completed")
    await until(lambda: "completed" in customer.statuses())
    session = customer.sessions[0]
    await session.until(lambda: session.is_closed)
    assert "stop" == session.messages[-1]["event"]
    assert "api" == world.ledger.entries()[0]["ended_by"]


async def test_canceled_while_ringing_is_never_answered(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    """Requirement 19."""
    world.cast.assign(THEIRS, listener(pickup={"rings_s": 20}))
    call = await dial()
    await until(lambda: "ringing" in customer.statuses())
    await call.update_async(status="canceled")
    await until(lambda: "canceled" in customer.statuses())
    assert ["initiated", "ringing", "canceled"] == customer.statuses()


async def test_redirect_is_fetched_when_our_server_closes_the_stream(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    """The hook for a second socket on the same live call."""

    async def agent(session: Session) -> None:
        if len(customer.sessions) == 2:
            await session.until(lambda: session.is_closed)

    customer.agent = agent
    customer.after_stream = customer.usual_document()
    call = await dial()
    await until(lambda: len(customer.sessions) == 2 and customer.sessions[1].start)
    assert ["/answer", "/after-stream"] == customer.documents_fetched
    assert {call.sid} == {session.start["callSid"] for session in customer.sessions}
    assert 2 == world.ledger.entries()[0]["streams"]
    assert not world.ledger.calls[call.sid].is_over


async def test_redirect_by_request_leaves_the_stream_for_the_new_document(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    call = await dial()
    await until(lambda: customer.sessions and customer.sessions[0].start)
    await call.update_async(twiml="<Response><Say>We are sorry.</Say></Response>")
    await until(lambda: world.ledger.calls[call.sid].is_over)
    assert "stop" == customer.sessions[0].messages[-1]["event"]
    entry = world.ledger.entries()[0]
    assert "We are sorry." == entry["heard_text"]
    assert "document" == entry["ended_by"]


async def test_redirect_while_the_first_document_is_fetched_replaces_it(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    customer.may_answer.clear()
    call = await dial()
    await until(lambda: customer.documents_fetched)
    await call.update_async(twiml="<Response><Say>We are sorry.</Say><Pause length='30'/></Response>")
    customer.may_answer.set()
    await until(lambda: world.ledger.entries()[0]["heard_text"] == "We are sorry.")
    await call.update_async(status="completed")
    await until(lambda: world.ledger.calls[call.sid].is_over)
    assert [] == customer.sessions


async def test_document_in_the_request_is_played_without_fetching(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    await dial(url=None, twiml='<Response><Pause length="0"/><Say>Hello there.</Say><Hangup/></Response>')
    await until(lambda: "completed" in customer.statuses())
    assert "Hello there." == world.ledger.entries()[0]["heard_text"]
    assert [] == customer.documents_fetched


async def test_sound_file_is_played_to_the_callee(world: ServedWorld, customer: Customer, dial: Dial) -> None:
    customer.document = "<Response><Play>/hold.wav</Play></Response>"
    await dial()
    await until(lambda: "completed" in customer.statuses())
    assert "Please hold the line." == world.ledger.entries()[0]["heard_text"]


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("<Response><Connect><Stream url='wss://media.example/a?key=1'/></Connect></Response>", 31920),
        ("<Response><Connect><Stream url='ws://media.example/a'/></Connect></Response>", 31922),
        ("<Response><Connect><Stream url='wss://media.example:8443/a'/></Connect></Response>", 31910),
        ("<Response><Connect/></Response>", 12200),
        ("<Response><Dance/></Response>", 12200),
        ("<Response><Play>/after-stream</Play></Response>", 11200),
        ("<Connect/>", 12200),
        ("this is no document", 12100),
        ("<Response><Connect><Stream url='ws://127.0.0.1:1/a'/></Connect></Response>", 31901),
    ],
)
async def test_refused_document_ends_the_call_and_is_a_violation(
    world: ServedWorld, customer: Customer, dial: Dial, document: str, code: int
) -> None:
    customer.document = document
    await dial()
    await until(lambda: "completed" in customer.statuses())
    assert [code] == [violation["code"] for violation in world.ledger.entries()[0]["violations"]]


async def test_time_limit_ends_the_call(world: ServedWorld, customer: Customer, dial: Dial) -> None:
    call = await dial(time_limit=1)
    await until(lambda: world.ledger.calls[call.sid].is_over)
    assert "time_limit" == world.ledger.entries()[0]["ended_by"]


@pytest.mark.parametrize(
    ("behaviour", "mode", "verdict"),
    [
        ({}, "Enable", "human"),
        ({"machine": {}, "greeting": "Leave a message."}, "Enable", "machine_start"),
        ({"machine": {}, "greeting": "Leave a message."}, "DetectMessageEnd", "machine_end_beep"),
        ({"machine": {"beep_hz": 0}, "greeting": "Speak."}, "DetectMessageEnd", "machine_end_silence"),
        ({"detected_as": "fax"}, "Enable", "fax"),
    ],
)
async def test_machine_detection_reports_beside_the_call(
    world: ServedWorld, customer: Customer, dial: Dial, behaviour: dict[str, Any], mode: str, verdict: str
) -> None:
    world.cast.assign(THEIRS, listener(detected_after_ms=100, **behaviour))
    call = await dial(
        machine_detection=mode, async_amd="true", async_amd_status_callback=f"{customer.base_url}/amd"
    )
    await until(lambda: customer.amd)
    report = customer.amd[0]
    assert {"CallSid", "AccountSid", "AnsweredBy", "MachineDetectionDuration"} == report.keys()
    assert (call.sid, verdict) == (report["CallSid"], report["AnsweredBy"])
    assert (mode == "Enable") == (100 <= int(report["MachineDetectionDuration"]) < 700)
    assert [] == customer.unsigned
    assert ["/answer"] == customer.documents_fetched


async def test_document_waits_for_a_detection_that_is_not_asynchronous(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    world.cast.assign(THEIRS, listener(detected_after_ms=200))
    await dial(machine_detection="Enable")
    await until(lambda: customer.sessions)
    assert "human" == world.ledger.entries()[0]["answered_by"]


async def test_attempts_of_a_number_are_answered_by_the_people_in_turn(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    """Requirement 30: engaged first, answered later."""
    world.cast.assign(THEIRS, listener(name="patient", attempts=["busy", "cooperative"]))
    first = await dial()
    await until(lambda: world.ledger.calls[first.sid].is_over)
    second = await dial()
    await until(lambda: world.ledger.calls[second.sid].answered_at)
    assert [("busy", 1), ("cooperative", 2)] == [
        (entry["person"], entry["attempt_number"]) for entry in world.ledger.entries()
    ]


async def test_calls_above_the_pace_wait_in_the_queue(customer: Customer) -> None:
    settings = WorldSettings(calls_per_second=5)
    async with serve_world(settings) as world:
        requests = [
            world.world.network.place(_request(customer, f"+1202555010{digit}"), account="AC")
            for digit in range(4)
        ]
        await until(lambda: all(call.dialled_at for call in requests))
        moments = [call.dialled_at.timestamp() for call in requests if call.dialled_at]
        # The first may wake late; whoever waits longest left no earlier than the pace allows.
        assert moments[-1] - requests[0].requested_at.timestamp() > 3 * 0.19


def _request(customer: Customer, to: str) -> Any:
    return CallRequest(to=to, from_="+12025550100", url=f"{customer.base_url}/answer")
