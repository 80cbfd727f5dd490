"""Asking the model who speaks: over the wire, within a call, and when it has nothing to say."""

from typing import Any

import pytest

from domain.conversations import AnsweredBy, EndReason
from media.live.who_speaks import who_speaks
from providers.errors import MalformedMessage, ProviderError, ProviderUnavailable
from simulators.people.person import Machine, Person
from tests.media.deciding_model import DecidingModel
from tests.media.house import open_house
from tests.media.plans import plan

pytestmark = pytest.mark.long

GREETING = (
    "Hi there, we will get back to you some day, the Miller family is at the seaside for a few days, "
    "so have a very nice time until then."
)
FAMILY = Person(name="family", greeting=GREETING, machine=Machine(records_s=8))


@pytest.mark.parametrize(
    "answer, expected",
    [
        ({"answered_by": "ivr"}, AnsweredBy.IVR),
        ({"answered_by": "unknown"}, AnsweredBy.UNKNOWN),
        ({"answered_by": "a parrot"}, AnsweredBy.UNKNOWN),
        ({}, AnsweredBy.UNKNOWN),
        (MalformedMessage(), AnsweredBy.UNKNOWN),
        (ProviderUnavailable(), AnsweredBy.UNKNOWN),
    ],
)
async def test_only_an_answer_is_an_opinion(
    answer: dict[str, Any] | ProviderError, expected: AnsweredBy
) -> None:
    assert expected is await who_speaks(plan(), GREETING, DecidingModel(answer))


async def test_a_mailbox_without_any_of_the_usual_words_is_found_with_the_models_help() -> None:
    """Requirements 52, 57: over the real sockets; its opinion is kept with the other evidence."""
    async with open_house() as house:
        survey = plan("call_identify-1")
        await house.prepare(survey)
        call = await house.dial(FAMILY, survey, number="+14155550177")
        report = await house.report_of(survey)
    assert (AnsweredBy.VOICEMAIL, EndReason.VOICEMAIL) == (report.answered_by, report.end_reason)
    assert "model" in [each.what for each in report.answer_evidence]
    assert report.voicemail_proved
    assert not call.violations
