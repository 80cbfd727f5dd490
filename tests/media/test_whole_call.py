"""Whole calls: the real media server and its real clients, a simulated world on loopback, words from the audio."""

from collections.abc import AsyncIterator

import pytest_asyncio

from domain.conversations import AnsweredBy, EndReason
from tests.media.house import House, open_house
from tests.media.plans import plan


@pytest_asyncio.fixture(scope="session")
async def house() -> AsyncIterator[House]:
    async with open_house() as opened:
        yield opened


async def test_a_prepared_call_greets_at_once_and_ends_with_one_report(house: House) -> None:
    """Requirements 47, 49, 62, 78: the agent speaks first, the talk has turns, the answers are kept."""
    survey = plan("call_a-1")
    assert (await house.prepare(survey)).status_code == 200
    call = await house.dial("cooperative", survey)
    report = await house.report_of(survey)
    assert report.end_reason == EndReason.FINISHED
    assert report.answered_by == AnsweredBy.PERSON
    assert {"satisfied", "score"} == set(report.answers)
    assert not call.violations
