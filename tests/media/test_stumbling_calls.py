"""Calls whose carrier, recogniser, model, voice or line stumbles on the way."""

import pytest

from domain.conversations import EndReason
from domain.transcripts import Speaker, said_by
from simulators.ordered_faults import Fault
from simulators.people.person import LineQuality
from tests.media.house import House
from tests.media.plans import plan, short_plan

pytestmark = pytest.mark.long


@pytest.mark.parametrize("kind", ["close_without_stop", "no_start"])
async def test_a_broken_stream_is_reported_too(house: House, kind: str) -> None:
    survey = plan(f"call_{kind}-1")
    house.world.faults.add(Fault("twilio.stream", kind, parameters={"seconds": 1.5}))
    await house.dial("silent", survey)
    assert (await house.report_of(survey)).end_reason in (EndReason.PERSON_HUNG_UP, EndReason.BROKEN)


async def test_a_recogniser_that_breaks_off_is_opened_again(house: House) -> None:
    survey = short_plan("call_r-1")
    house.world.faults.add(Fault("deepgram", "close"))
    await house.dial("cooperative", survey)
    assert (await house.report_of(survey)).end_reason is EndReason.FINISHED


async def test_a_model_and_a_voice_that_stumble_do_not_end_the_talk(house: House) -> None:
    survey = short_plan("call_m-1")
    house.world.faults.add(Fault("openai", "500"))
    house.world.faults.add(Fault("elevenlabs", "500"))
    await house.dial("cooperative", survey)
    assert (await house.report_of(survey)).end_reason is EndReason.FINISHED


async def test_a_loud_late_echo_is_not_taken_for_the_person(house: House) -> None:
    """Our own words come back 300 ms later and 15 dB down; the person is heard over them."""
    survey = plan("call_echo-1")
    person = house.world.cast.named("cooperative")
    line = LineQuality(echo_db=15, echo_ms=300)
    echoing = person.model_copy(update={"line": line, "greeting": None})
    call = await house.dial(echoing, survey)
    report = await house.report_of(survey)
    assert EndReason.FINISHED is report.end_reason
    assert {"satisfied", "score"} == set(report.answers)
    ours = " ".join(said_by(report.transcript, Speaker.AGENT)).lower()
    assert not [text for text in said_by(report.transcript, Speaker.PERSON) if text.lower() in ours]
    assert not [turn for turn in report.transcript if turn.interrupted]
    assert 0 == call.clears
