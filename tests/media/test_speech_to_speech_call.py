"""Whole calls held by a model that hears and speaks by itself: the real media server, the simulated realtime socket."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio

from domain.conversations import AnsweredBy, ConversationPlan, ConversationReport, EndReason, Engine, Patience
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, said_by
from simulators.faults import Fault
from simulators.people.person import Person, Reply
from simulators.phone_network.call import Call
from tests.media.house import House, open_house
from tests.media.plans import plan, short_plan

REALTIME: dict[str, Any] = {"engine": Engine.REALTIME, "patience": Patience(prompts=(3_000,))}


@pytest_asyncio.fixture(scope="session")
async def house() -> AsyncIterator[House]:
    async with open_house() as opened:
        yield opened


async def called(
    house: House, person: str | Person, survey: ConversationPlan, number: str = "+14155550100"
) -> tuple[ConversationReport, Call]:
    """One prepared call to its report."""
    (await house.prepare(survey)).raise_for_status()
    call = await house.dial(person, survey, number)
    report = await house.report_of(survey)
    assert call.violations == []
    return report, call


def noted(house: House, event: str) -> list[dict[str, Any]]:
    return [
        entry
        for entry in house.world.journal.entries()
        if entry["service"] == "openai.speech" and entry["event"] == event
    ]


def heard_by(call: Call) -> str:
    return " ".join(word.text for word in call.heard)


async def test_conversations_are_held_by_one_model_that_hears_and_speaks(house: House) -> None:
    """Requirement 71: the same contract, the same report; all but the fixed phrases is its own."""
    people = ("cooperative", "interrupting", "voicemail")
    surveys = {person: plan(f"call_s2s_{person}-1", **REALTIME) for person in people}
    calls = await asyncio.gather(
        *(called(house, *each, number=f"+1415555{place:04d}") for place, each in enumerate(surveys.items()))
    )
    ended = dict(zip(people, calls, strict=True))
    for person, (report, call) in ended.items():
        assert report.transcript or person == "voicemail"
        assert all(turn.text in heard_by(call) for turn in report.transcript if turn.speaker is Speaker.AGENT)
    services = {
        entry["service"]
        for entry in house.world.journal.entries()
        if entry["event"] in ("Request", "Transcribed", "EndOfTurn") and not entry.get("verdict")
    }
    assert {"openai.speech", "elevenlabs"} == services
    answered, _ = ended["cooperative"]
    assert (EndReason.FINISHED, AnsweredBy.PERSON) == (answered.end_reason, answered.answered_by)
    assert {"satisfied", "score"} == set(answered.answers)
    cut_short, _ = ended["interrupting"]
    assert EndReason.FINISHED is cut_short.end_reason
    assert [turn for turn in cut_short.transcript if turn.interrupted]
    mailbox, recorded = ended["voicemail"]
    assert (EndReason.VOICEMAIL, True) == (mailbox.end_reason, mailbox.voicemail_proved)
    assert surveys["voicemail"].voicemail in heard_by(recorded)


async def test_a_late_opt_out_cuts_the_reply_and_is_confirmed_by_our_own_voice(house: House) -> None:
    """Requirement 71 and law 4: the words come when the model is already speaking."""
    stored, cut = len(house.records.opt_outs), len(noted(house, "Truncated"))
    survey = plan("call_s2s_out-1", **REALTIME)
    report, call = await called(house, "opting_out", survey)
    assert (EndReason.OPT_OUT, BusinessOutcome.OPT_OUT) == (report.end_reason, report.verdict.outcome)
    assert 1 == len(house.records.opt_outs) - stored
    assert survey.opt_out_confirmation == said_by(report.transcript, Speaker.AGENT)[-1]
    assert survey.opt_out_confirmation in heard_by(call)
    (told,) = noted(house, "Truncated")[cut:]
    assert call.clears
    assert told["text"] in heard_by(call)


async def test_the_opt_out_of_somebody_who_hangs_up_at_once_is_stored(house: House) -> None:
    """Law 4: its words are known when the line is gone."""
    stored = len(house.records.opt_outs)
    angry = Person(
        name="angry",
        greeting="Yes?",
        replies=(Reply(say="Take me off your list and never call again.", hang_up=True),),
    )
    report, _ = await called(house, angry, short_plan("call_s2s_angry-1", **REALTIME))
    assert (EndReason.OPT_OUT, BusinessOutcome.OPT_OUT) == (report.end_reason, report.verdict.outcome)
    assert ["Take me off your list and never call again."] == [
        phrase for _, phrase, _ in house.records.opt_outs[stored:]
    ]


async def test_whatever_becomes_of_the_session_the_call_goes_on(house: House) -> None:
    """The ears, the model and the voice beside it hold the rest of the call: Requirement 71."""
    switched, kinds = house.switched("speech_to_speech"), ("503", "close", "half_open", "stall")
    for kind in kinds:
        times = 4 if kind == "stall" else 1  # a stalled reply may be overtaken before it is missed
        house.world.faults.add(Fault("openai.speech", kind, parameters={"seconds": 30}, times=times))
    surveys = [short_plan(f"call_s2s_{kind}-1", **REALTIME) for kind in kinds]
    calls = await asyncio.gather(
        *(
            called(house, "cooperative", survey, f"+1415556{place:04d}")
            for place, survey in enumerate(surveys)
        )
    )
    house.world.faults.clear()
    for report, _ in calls:
        assert EndReason.FINISHED is report.end_reason
        assert {"satisfied"} == set(report.answers)
    assert len(kinds) == house.switched("speech_to_speech") - switched
