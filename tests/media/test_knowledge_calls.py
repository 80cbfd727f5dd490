"""A whole call in which the person asks what is written in a document: the real media server and its clients."""

import pytest

from domain.conversations import EndReason, Engine
from domain.knowledge import Passage, Source
from domain.transcripts import Speaker, Transcript, Turn
from simulators.people.person import Person, Reply
from tests.media.house import House, open_house
from tests.media.plans import short_plan

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


async def answered(
    house: House, attempt: str, engine: Engine = Engine.CASCADE
) -> tuple[EndReason, Transcript]:
    """How a call with somebody curious went."""
    survey = short_plan(attempt, has_knowledge=True, engine=engine)
    await house.prepare(survey)
    await house.dial(CURIOUS, survey, number="+14155550179")
    report = await house.report_of(survey)
    return report.end_reason, report.transcript


def answer_to(transcript: Transcript, question: str) -> Turn:
    """What the agent said next."""
    place = next(place for place, turn in enumerate(transcript) if question in turn.text)
    return next(turn for turn in transcript[place:] if turn.speaker is Speaker.AGENT)


@pytest.mark.parametrize("engine", Engine)
async def test_a_question_is_answered_from_the_right_passage(engine: Engine) -> None:
    """Requirements 62, 69 and 71."""
    async with open_house() as house:
        house.records.passages = (DELIVERY,)
        house.records.may_find.set()
        reason, transcript = await answered(house, f"call_knows-{engine}", engine)
        answer = answer_to(transcript, QUESTION)
        assert [QUESTION] == house.records.questions
        assert "Parcels arrive within three working days." in answer.text
        assert "free" not in answer.text
        assert ((DELIVERY.source,), EndReason.FINISHED) == (answer.sources, reason)


@pytest.mark.parametrize("failures", [0, 1])
async def test_a_record_that_fails_or_is_silent_is_told_as_nothing_written(failures: int) -> None:
    """The person waits for a second, behind a filler, and no longer."""
    async with open_house() as house:
        house.records.failures = failures
        reason, transcript = await answered(house, f"call_ignorant-{failures}")
    answer = answer_to(transcript, QUESTION)
    assert "I do not know that." in answer.text
    assert (failures == 0) == ("Let me see." in answer.text)
    assert ((), EndReason.FINISHED) == (answer.sources, reason)
