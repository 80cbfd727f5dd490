"""A whole call in which the person asks what is written in a document: the real media server and its clients."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pytest
import pytest_asyncio

from domain.conversations import EndReason, Engine
from domain.knowledge import Passage, Source
from domain.transcripts import Speaker, Transcript, Turn
from simulators.people.person import Person, Reply
from tests.media.house import open_house
from tests.media.plans import short_plan

pytestmark = pytest.mark.long

QUESTION = "How long does delivery take?"
DELIVERY = Passage(
    Source("doc_1", "Delivery", 2), "Parcels arrive within three working days. Delivery is free."
)
CURIOUS = Person(
    name="curious",
    greeting="Hello?",
    replies=(
        Reply(when=("satisfied",), say=QUESTION, times=1),
        Reply(when=("satisfied",), say="Yes, I am."),
    ),
    otherwise=Reply(say="Okay."),
)


@dataclass(frozen=True)
class Record:
    """What finds passages: all of them by itself, none after a failure, or nothing at all without an answer."""

    passages: tuple[Passage, ...] = ()
    failures: int = 0
    engine: Engine = Engine.CASCADE


CALLS: Final[Mapping[str, Record]] = {
    "cascade": Record((DELIVERY,)),
    "realtime": Record((DELIVERY,), engine=Engine.REALTIME),
    "fails": Record(failures=1),
    "silent": Record(),
}


@dataclass(frozen=True)
class Answered:
    """How a call with somebody curious went, and what was looked up."""

    questions: list[str]
    reason: EndReason
    transcript: Transcript


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def answered() -> Mapping[str, Answered]:
    """All the calls, at once."""
    calls = (_ask(name, record) for name, record in CALLS.items())
    return dict(zip(CALLS, await asyncio.gather(*calls), strict=True))


async def _ask(name: str, record: Record) -> Answered:
    async with open_house() as house:
        house.records.passages, house.records.failures = record.passages, record.failures
        if record.passages:
            house.records.may_find.set()
        survey = short_plan(f"call_knows-{name}", has_knowledge=True, engine=record.engine)
        await house.prepare(survey)
        await house.dial(CURIOUS, survey, number="+14155550179")
        report = await house.report_of(survey)
        return Answered(house.records.questions, report.end_reason, report.transcript)


def answer_to(transcript: Transcript, question: str) -> Turn:
    """What the agent said next."""
    place = next(place for place, turn in enumerate(transcript) if question in turn.text)
    return next(turn for turn in transcript[place:] if turn.speaker is Speaker.AGENT)


@pytest.mark.parametrize("engine", Engine)
async def test_a_question_is_answered_from_the_right_passage(
    answered: Mapping[str, Answered], engine: Engine
) -> None:
    """Requirements 62, 69 and 71."""
    call = answered[engine]
    answer = answer_to(call.transcript, QUESTION)
    assert [QUESTION] == call.questions
    assert "Parcels arrive within three working days." in answer.text
    assert "free" not in answer.text
    assert ((DELIVERY.source,), EndReason.FINISHED) == (answer.sources, call.reason)


@pytest.mark.parametrize("record, is_covered", [("silent", True), ("fails", False)])
async def test_a_record_that_fails_or_is_silent_is_told_as_nothing_written(
    answered: Mapping[str, Answered], record: str, is_covered: bool
) -> None:
    """The person waits for a second, behind a filler, and no longer."""
    call = answered[record]
    answer = answer_to(call.transcript, QUESTION)
    assert "I do not know that." in answer.text
    assert is_covered == ("Let me see." in answer.text)
    assert ((), EndReason.FINISHED) == (answer.sources, call.reason)
