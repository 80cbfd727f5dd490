"""Everything that may go wrong on purpose: with placing, with callbacks, with the media stream."""

from typing import Any

import aiohttp
import httpx
import pytest
from twilio.base.exceptions import TwilioRestException

from simulators.ordered_faults import Fault
from simulators.serving import ServedWorld
from tests.simulators.conftest import THEIRS, Dial, listener
from tests.simulators.customer import Customer, Session, until


@pytest.mark.parametrize(
    ("kind", "status", "dials"),
    [("401", 401, 0), ("429", 429, 0), ("500_before_effect", 500, 0), ("500_after_effect", 500, 1)],
)
async def test_failed_placing_tells_nothing_the_ledger_does(
    world: ServedWorld, dial: Dial, kind: str, status: int, dials: int
) -> None:
    world.faults.add(Fault("twilio.place", kind))
    with pytest.raises(TwilioRestException) as refusal:
        await dial()
    assert refusal.value.status == status
    assert len(world.ledger.entries()) == dials


async def test_connection_is_reset_after_dialling(world: ServedWorld, dial: Dial) -> None:
    world.faults.add(Fault("twilio.place", "reset_after_effect"))
    with pytest.raises(aiohttp.ClientConnectionError):
        await dial()
    assert 1 == len(world.ledger.entries())


async def test_slow_answer_comes_long_after_the_dial(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    world.faults.add(Fault("twilio.place", "slow", parameters={"seconds": 0.5}))
    await dial()
    assert ["initiated", "ringing"] == customer.statuses()[:2]


async def test_first_callback_may_come_before_the_answer(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    """Requirement 84."""
    world.faults.add(Fault("twilio.place", "callback_first"))
    call = await dial()
    assert call.sid == customer.callbacks[0]["CallSid"]


async def test_fault_strikes_only_the_number_it_names(world: ServedWorld, dial: Dial) -> None:
    world.faults.add(Fault("twilio.place", "429", match={"to": "+12025550177"}))
    await dial()
    with pytest.raises(TwilioRestException):
        await dial("+12025550177")
    await dial("+12025550177")
    assert [THEIRS, "+12025550177"] == [entry["to"] for entry in world.ledger.entries()]


async def _short_call(world: ServedWorld, customer: Customer, dial: Dial) -> Any:
    world.cast.assign(THEIRS, listener(hangs_up_after_s=0.2))
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over)
    return call


async def test_duplicated_callback_comes_twice(world: ServedWorld, customer: Customer, dial: Dial) -> None:
    """Requirement 131."""
    world.faults.add(Fault("twilio.callback", "duplicate", match={"status": "completed"}))
    await _short_call(world, customer, dial)
    await until(lambda: customer.statuses().count("completed") == 2)
    assert customer.callbacks[-1] == customer.callbacks[-2]


async def test_lost_callback_never_comes(world: ServedWorld, customer: Customer, dial: Dial) -> None:
    world.faults.add(Fault("twilio.callback", "lost", match={"status": "ringing"}))
    await _short_call(world, customer, dial)
    await until(lambda: "completed" in customer.statuses())
    assert ["initiated", "in-progress", "completed"] == customer.statuses()
    assert ["0", "2", "3"] == [fields["SequenceNumber"] for fields in customer.callbacks]


async def test_reordered_callback_is_overtaken_by_the_next(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    world.faults.add(Fault("twilio.callback", "reorder", match={"status": "in-progress"}))
    await _short_call(world, customer, dial)
    await until(lambda: len(customer.callbacks) == 4)
    assert ["initiated", "ringing", "completed", "in-progress"] == customer.statuses()


async def test_late_callback_comes_after_its_delay(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    world.faults.add(Fault("twilio.callback", "late", {"status": "initiated"}, {"seconds": 0.6}))
    await _short_call(world, customer, dial)
    await until(lambda: len(customer.callbacks) == 4)
    assert ["ringing", "in-progress", "completed", "initiated"] == customer.statuses()


async def test_stream_may_close_without_stop(world: ServedWorld, customer: Customer, dial: Dial) -> None:
    """The socket breaks, the call lives on, and the document's redirect leads back to it."""
    world.faults.add(Fault("twilio.stream", "close_without_stop", parameters={"seconds": 0.2}))
    customer.after_stream = customer.usual_document()
    call = await dial()
    await until(lambda: len(customer.sessions) == 2 and customer.sessions[1].start)
    assert "stop" not in {message["event"] for message in customer.sessions[0].messages}
    assert not world.ledger.calls[call.sid].is_over


async def test_half_open_stream_falls_silent_and_stays(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    silent_since: list[int] = []

    async def agent(session: Session) -> None:
        await session.until(lambda: len(session.messages) > 10)
        await until(lambda: world.ledger.entries()[0]["answered_at"] and _paused(session, silent_since))

    customer.agent = agent
    world.faults.add(Fault("twilio.stream", "half_open", parameters={"seconds": 0.3}))
    world.cast.assign(THEIRS, listener(hangs_up_after_s=1))
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over)
    assert "stop" not in {message["event"] for message in customer.sessions[0].messages}
    assert len(customer.sessions[0].messages) < 30


def _paused(session: Session, counts: list[int]) -> bool:
    counts.append(len(session.messages))
    return len(counts) > 20 and counts[-20] == counts[-1]


async def test_start_may_never_come(world: ServedWorld, customer: Customer, dial: Dial) -> None:
    world.faults.add(Fault("twilio.stream", "no_start"))
    world.cast.assign(THEIRS, listener(hangs_up_after_s=0.4))
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over and customer.sessions[0].is_closed)
    assert ["connected"] == [message["event"] for message in customer.sessions[0].messages]


async def test_dropped_frames_leave_a_gap_in_the_numbers(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    world.faults.add(Fault("twilio.stream", "drop_frame", parameters={"frames": 3}))
    await dial()
    await until(lambda: customer.sessions and len(customer.sessions[0].messages) > 8)
    media = [message for message in customer.sessions[0].messages if message["event"] == "media"]
    assert ["1", "5", "6"] == [message["media"]["chunk"] for message in media[:3]]


async def test_faults_are_ordered_and_cleared_over_http(world: ServedWorld, dial: Dial) -> None:
    async with httpx.AsyncClient(base_url=world.base_url) as http:
        order = [{"service": "twilio.place", "kind": "429", "times": 2}]
        assert {"added": 1} == (await http.post("/control/faults", json=order)).json()
        with pytest.raises(TwilioRestException):
            await dial()
        assert 204 == (await http.delete("/control/faults")).status_code
        await dial()
        misspelt = await http.post("/control/faults", json=[{"service": "twilio.place", "kind": "249"}])
        assert 422 == misspelt.status_code
        assert "500_after_effect" in misspelt.json()["error"]
        unknown = await http.post("/control/faults", json=[{"service": "hubspott", "kind": "429"}])
        assert "no service hubspott" in unknown.json()["error"]
        assert "hubspot," in unknown.json()["error"]
        refused = await http.post("/control/faults", json=[{"service": "twilio.place"}])
        assert 422 == refused.status_code
        assert "kind" in refused.json()["error"]


async def test_crossed_wires_carry_each_others_sound(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    """What the people of two calls say reaches the other call's socket, and nothing tells but the sound."""
    world.faults.add(Fault("twilio.stream", "swap", times=2))
    world.cast.assign(THEIRS, listener(greeting="My name is Ann.", greeting_after_ms=600))
    world.cast.assign("+12025550177", listener(greeting="I am called Bob.", greeting_after_ms=600))
    ann, bob = await dial(), await dial("+12025550177")
    await until(lambda: [len(session.heard) for session in customer.sessions] == [4, 4])
    heard = {session.start["callSid"]: " ".join(session.heard) for session in customer.sessions}
    assert {ann.sid: "I am called Bob.", bob.sid: "My name is Ann."} == heard


async def test_forged_callback_bears_a_wrong_signature(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    world.faults.add(Fault("twilio.callback", "forged", match={"status": "ringing"}))
    await dial()
    await until(lambda: "ringing" in customer.statuses())
    assert ["/status/attempt-7"] == customer.unsigned
    assert {"twilio.callback:forged": 1} == world.faults.played
    assert [] == world.faults.waiting()
