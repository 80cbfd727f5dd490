"""A telephone menu over the real sockets: its keys are heard as tones at the far end, and the person behind it is greeted."""

import pytest

from domain.conversations import AnsweredBy, EndReason, Menus
from domain.transcripts import Speaker, said_by
from simulators.people.person import Person, Reply
from tests.media.house import open_house
from tests.media.plans import short_plan

pytestmark = pytest.mark.long

MENU = Person(
    name="menu",
    greeting="Thank you for calling Northern Supplies. For sales, press one. To speak to an operator, press zero.",
    words_per_minute=240,
    replies=(
        Reply(when="key_0", say="Hello, this is Miller.", after_ms=1_500, times=1),
        Reply(when="Ava here", say="I have no time, goodbye.", after_ms=300),
    ),
    patience_s=30,
)


async def test_a_menu_is_answered_by_a_key_and_the_person_behind_it_is_talked_with() -> None:
    """Requirement 52: an IVR is navigated where the agent may."""
    async with open_house() as house:
        survey = short_plan("call_menu-1", menus=Menus.NAVIGATE)
        await house.prepare(survey)
        call = await house.dial(MENU, survey, number="+14155550181")
        report = await house.report_of(survey)
    assert "0" == call.keys_heard
    assert (AnsweredBy.PERSON, EndReason.FINISHED) == (report.answered_by, report.end_reason)
    spoken = said_by(report.transcript, Speaker.AGENT)
    assert survey.opening in spoken[spoken.index("pressed 0") + 1]
    assert not call.violations


async def test_a_menu_is_left_where_the_agent_does_not_answer_menus() -> None:
    async with open_house() as house:
        survey = short_plan("call_menu-2")
        await house.prepare(survey)
        call = await house.dial(MENU, survey, number="+14155550182")
        report = await house.report_of(survey)
    assert "" == call.keys_heard
    assert (AnsweredBy.IVR, EndReason.MACHINE) == (report.answered_by, report.end_reason)
