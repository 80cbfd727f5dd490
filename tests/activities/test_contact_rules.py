"""What people read about a decision, and what the rule is told about the past."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from activities.contact_rules import contact_facts, local_time
from database.dialling import PastAttempt, read_facts
from domain.contactability import Channel
from domain.identifiers import AttemptId
from domain.lead_zones import parse_hours_key
from tests.activities.scene import NUMBER, Scene
from tests.database.campaign_rows import OPEN

THIS_YEAR = datetime.now(UTC).year


@pytest.mark.parametrize(
    "year, shown",
    [(THIS_YEAR, "17 Jun 11:00 CEST"), (THIS_YEAR + 1, f"17 Jun {THIS_YEAR + 1} 11:00 CEST")],
)
def test_a_moment_of_another_year_says_so(year: int, shown: str) -> None:
    at = datetime(year, 6, 17, 9, 0, tzinfo=UTC)
    assert local_time(at, ("Europe/Berlin",)).endswith(shown)


async def test_todays_calls_are_those_of_the_persons_own_day(scene: Scene) -> None:
    """Law 2: at ten in Berlin, half past midnight there is today, though in UTC it was yesterday."""
    call_id = await scene.campaign.call(NUMBER)
    async with scene.campaign.database.transaction() as session:
        facts = await read_facts(
            session,
            scene.campaign.account_id,
            call_id,
            scene.campaign.key_ring,
            attempt_id=AttemptId(""),
        )
    assert facts is not None
    midnight = datetime(2026, 11, 28, 23, 0, tzinfo=UTC)  # in Berlin
    past = tuple(
        PastAttempt(midnight + timedelta(minutes=minutes), call_id, live=False, unconfirmed=False)
        for minutes in (30, -30)
    )
    now = midnight + timedelta(hours=10)
    told = contact_facts(replace(facts, past=past), parse_hours_key(OPEN), now, channel=Channel.VOICE)
    assert 1 == told.attempts_today
