"""One running media server in a simulated world for the calls of a file."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.media.house import House, open_house


@pytest_asyncio.fixture(scope="module")
async def house() -> AsyncIterator[House]:
    """It takes calls."""
    async with open_house() as opened:
        yield opened
