"""A screened call over the real sockets: the telephone asks, is told who and why, and the person takes the call."""

import pytest

from domain.conversations import AnsweredBy, EndReason
from domain.transcripts import Speaker, said_by
from simulators.people.person import Person, Reply
from tests.media.house import open_house
from tests.media.plans import short_plan

pytestmark = pytest.mark.long

WHO_AND_WHY = "Ava from Northwind, two questions."
SCREENED = Person(
    name="screened",
    greeting="Hi, if you record your name and reason for calling, I'll see if this person is available.",
    words_per_minute=240,
    replies=(
        Reply(when="two questions", say="Hello, this is Miller.", after_ms=500, times=1),
        Reply(when="Ava here", say="I have no time, goodbye.", after_ms=300),
    ),
    patience_s=30,
)


async def test_the_person_behind_a_screening_is_greeted_and_talked_with() -> None:
    """Requirement 52."""
    async with open_house() as house:
        survey = short_plan("call_screened-1", screening=WHO_AND_WHY)
        await house.prepare(survey)
        call = await house.dial(SCREENED, survey, number="+14155550178")
        report = await house.report_of(survey)
    assert (AnsweredBy.PERSON, EndReason.FINISHED) == (report.answered_by, report.end_reason)
    spoken = said_by(report.transcript, Speaker.AGENT)
    assert 1 == sum(WHO_AND_WHY in text for text in spoken)
    assert survey.opening in spoken[spoken.index(WHO_AND_WHY) + 1]
    assert not call.violations
