"""A carrier that says stop and does not close: the call, its ear and the process come to their ends all the same."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from domain.conversations import EndReason
from tests.media.house import House, open_house, until
from tests.media.plans import short_plan
from tests.media.test_before_the_stream import STARTS, greeted

pytestmark = pytest.mark.long

STOP = '{"event": "stop", "streamSid": "MZ1"}'


@pytest_asyncio.fixture
async def house() -> AsyncIterator[House]:
    async with open_house() as opened:
        yield opened


@pytest.mark.parametrize("is_lost", [False, True], ids=["waits for us", "is gone without a word"])
async def test_a_stop_ends_the_line_whoever_closes_it(house: House, is_lost: bool) -> None:
    """Without a deadline of the engine left, nothing else would ever end it: not a drain, nor SIGTERM."""
    survey = short_plan(f"call_stays-{1 + is_lost}")
    await house.prepare(survey)
    async with greeted(house, survey) as socket:
        await socket.send(STARTS)
        await socket.recv()
        await socket.send(STOP)
        if is_lost:
            socket.transport.pause_reading()  # our closing is never answered
        assert EndReason.PERSON_HUNG_UP is (await house.report_of(survey)).end_reason
        await house.media.drain(10)
        await until(lambda: not house.media._live, 1)
        assert 0 == house.media.stats()["live"]
