"""Whole calls in a world whose vendors have ended everything that they have announced."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import date
from typing import Any, Final

import pytest
import pytest_asyncio

from domain.conversations import Backup, EndReason
from tests.media.house import open_house
from tests.media.plans import short_plan

pytestmark = pytest.mark.long

LATER = date(2028, 1, 1)
MADE_LONG_AGO: Final[Mapping[str, dict[str, Any]]] = {
    "by nobody's choice": {},
    "with OpenAI's model of then": {"model": "gpt-4o-mini"},
    "with Anthropic's model of then": {"model": "claude-sonnet-4-5"},
    "with a model that never was, and a backup": {
        "model": "llama-3",
        "backup": Backup(model="gpt-4.1-nano"),
    },
}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def held() -> AsyncIterator[dict[str, EndReason]]:
    """How a call of each agent ended, all held at once."""
    async with open_house(LATER) as house:

        async def hold(place: int, chosen: dict[str, Any]) -> EndReason:
            survey = short_plan(f"call_later_{place}-1", **chosen)
            await house.dial("cooperative", survey, number=f"+1415556{place:04d}")
            return (await house.report_of(survey)).end_reason

        ends = await asyncio.gather(
            *(hold(place, chosen) for place, chosen in enumerate(MADE_LONG_AGO.values()))
        )
        yield dict(zip(MADE_LONG_AGO, ends, strict=True))


@pytest.mark.parametrize("agent", MADE_LONG_AGO)
async def test_an_agent_still_holds_its_calls(held: dict[str, EndReason], agent: str) -> None:
    assert EndReason.FINISHED is held[agent]


async def test_an_agent_whose_model_never_was_and_has_no_backup_fails_openly() -> None:
    async with open_house(LATER) as house:
        survey = short_plan("call_never-1", model="llama-3")
        await house.dial("cooperative", survey)
        assert EndReason.FINISHED is not (await house.report_of(survey)).end_reason
