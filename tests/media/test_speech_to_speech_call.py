"""Whole calls held by a model that hears and speaks by itself: the real media server, the simulated realtime socket."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from domain.conversations import AnsweredBy, ConversationPlan, ConversationReport, EndReason, Engine
from domain.outcomes import BusinessOutcome
from domain.timeouts import Timeouts
from domain.transcripts import Speaker, said_by
from simulators.ordered_faults import Fault
from simulators.people.person import LineQuality, Person, Reply
from simulators.phone_network.call import Call
from tests.media.house import House, open_house, until
from tests.media.plans import plan, short_plan

pytestmark = pytest.mark.long

REALTIME: dict[str, Any] = {"engine": Engine.REALTIME, "timeouts": Timeouts(prompts=(3_000,))}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
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


ANGRY = Person(
    name="angry",
    greeting="Yes?",
    replies=(Reply(say="Take me off your list and never call again.", hang_up=True),),
)
ECHOING = Person(
    name="echoing",
    line=LineQuality(echo_db=15, echo_ms=300),
    replies=(
        Reply(when=("goodbye",), say="Thank you, goodbye.", hang_up=True),
        Reply(when=("points",), say="I would say eight."),
        Reply(when=("satisfied",), say="Yes, very much."),
    ),
    otherwise=Reply(say="Okay."),
)
PEOPLE: tuple[str | Person, ...] = ("cooperative", "interrupting", "voicemail", "opting_out", ANGRY, ECHOING)
Held = dict[str, tuple[ConversationReport, Call]]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def held(house: House) -> Held:
    """One call with each of these people, all at once."""
    names = [person if isinstance(person, str) else person.name for person in PEOPLE]
    calls = (
        called(house, person, plan(f"call_s2s_{name}-1", **REALTIME), f"+1415555{place:04d}")
        for place, (name, person) in enumerate(zip(names, PEOPLE, strict=True))
    )
    return dict(zip(names, await asyncio.gather(*calls), strict=True))


async def test_conversations_are_held_by_one_model_that_hears_and_speaks(house: House, held: Held) -> None:
    """Requirement 71: the same contract, the same report; all but the fixed phrases is its own."""
    report, _ = held["cooperative"]
    assert (EndReason.FINISHED, AnsweredBy.PERSON) == (report.end_reason, report.answered_by)
    assert {"satisfied", "score"} == set(report.answers)
    services = {
        entry["service"]
        for entry in house.world.journal.entries()
        if entry["event"] in ("Request", "Transcribed", "EndOfTurn") and not entry.get("verdict")
    }
    assert {"openai.speech", "elevenlabs"} == services


async def test_of_what_was_cut_the_transcript_has_only_what_was_heard(held: Held) -> None:
    cut = [
        (turn.text, call) for report, call in held.values() for turn in report.transcript if turn.interrupted
    ]
    assert [text for text, call in cut if text not in heard_by(call)] == []


async def test_an_interruption_cuts_us_short_and_is_answered(held: Held) -> None:
    report, call = held["interrupting"]
    assert EndReason.FINISHED is report.end_reason
    assert call.clears >= len([turn for turn in report.transcript if turn.interrupted]) >= 1


async def test_our_own_echo_is_not_taken_for_the_person(held: Held) -> None:
    report, call = held["echoing"]
    assert EndReason.FINISHED is report.end_reason
    assert {"satisfied", "score"} == set(report.answers)
    assert 0 == call.clears
    ours = " ".join(said_by(report.transcript, Speaker.AGENT)).lower()
    assert not [text for text in said_by(report.transcript, Speaker.PERSON) if text.lower() in ours]


async def test_a_mailbox_gets_its_message_and_no_answer(held: Held) -> None:
    report, call = held["voicemail"]
    assert (EndReason.VOICEMAIL, True) == (report.end_reason, report.voicemail_proved)
    assert "Please call us back" in heard_by(call)
    assert 2 == len(said_by(report.transcript, Speaker.AGENT))


async def test_what_is_told_of_a_cut_reply_was_heard(house: House, held: Held) -> None:
    told = [entry["text"] for entry in noted(house, "Truncated")]
    heard = " ".join(heard_by(call) for _, call in held.values())
    assert told
    assert [text for text in told if text not in heard] == []


async def test_a_late_opt_out_cuts_the_reply_and_is_confirmed_by_our_own_voice(
    house: House, held: Held
) -> None:
    """Requirement 71 and law 4: the words come when the model is already speaking."""
    report, call = held["opting_out"]
    assert (EndReason.OPT_OUT, BusinessOutcome.OPT_OUT) == (report.end_reason, report.verdict.outcome)
    assert [report.verdict.evidence] == opt_outs_of(house, report)
    assert plan().opt_out_confirmation == said_by(report.transcript, Speaker.AGENT)[-1]
    assert plan().opt_out_confirmation in heard_by(call)
    assert call.clears == 1


async def test_the_opt_out_of_somebody_who_hangs_up_at_once_is_stored(house: House, held: Held) -> None:
    """Law 4: its words are known when the line is gone."""
    report, _ = held["angry"]
    assert (EndReason.OPT_OUT, BusinessOutcome.OPT_OUT) == (report.end_reason, report.verdict.outcome)
    assert [ANGRY.sentences()[-1]] == opt_outs_of(house, report)


def opt_outs_of(house: House, report: ConversationReport) -> list[str]:
    return [phrase for attempt, phrase, _ in house.records.opt_outs if attempt == report.attempt_id]


async def test_a_session_nobody_came_for_is_given_back(house: House) -> None:
    survey = short_plan("call_s2s_unanswered-1", **REALTIME)
    left = len(noted(house, "Left"))
    (await house.prepare(survey)).raise_for_status()
    await house.control(f"/release/{survey.attempt_id}")
    await until(lambda: len(noted(house, "Left")) > left)


async def test_whatever_becomes_of_the_session_the_call_goes_on(house: House) -> None:
    """The recogniser, the model and the voice beside it hold the rest of the call: Requirement 71."""
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
    health: Any = house.media.stats()["health"]
    service = health["speech_to_speech/openai"]
    assert len(kinds) == service["failures"] == service["switches"]
