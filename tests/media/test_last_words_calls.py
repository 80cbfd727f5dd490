"""What is said as the line ends: whole calls against each vendor's recogniser."""

import pytest

from domain.conversations import EndReason, RecogniserName
from domain.outcomes import BusinessOutcome
from simulators.people.person import Person, Reply
from tests.media.house import House
from tests.media.plans import short_plan

pytestmark = pytest.mark.long


@pytest.mark.parametrize("recogniser", RecogniserName)
async def test_who_demands_it_and_hangs_up_at_once_is_never_called_again(
    house: House, recogniser: RecogniserName
) -> None:
    """Law 4: no ear has told their last words by then."""
    demand = "Take me off your list."
    talk = short_plan(f"call_{recogniser}-1", recogniser=recogniser)
    await house.prepare(talk)
    angry = Person(name=f"angry_{recogniser}", replies=(Reply(say=demand, hang_up=True),))
    await house.dial(angry, talk, number=f"+1415555{2000 + list(RecogniserName).index(recogniser)}")
    report = await house.report_of(talk)
    assert (EndReason.OPT_OUT, BusinessOutcome.OPT_OUT) == (report.end_reason, report.verdict.outcome)
    assert talk.attempt_id in [attempt for attempt, _, _ in house.records.opt_outs]
