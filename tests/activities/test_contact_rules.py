"""What people read about a decision, and what the rule is told about the past."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from activities.contact_rules import contact_facts, local_time
from database.call_facts import PastAttempt, read_facts
from database.sealing import KeyRing
from database.session import Database
from domain.calls import ReadinessKind
from domain.campaigns import AttemptCaps, CampaignPlan
from domain.contactability import Channel
from domain.identifiers import AccountId, CallId
from domain.lead_zones import ZoneReviewReason, parse_hours_key, review_named
from tests.activities.scene import NUMBER, Scene, scene_of
from tests.database.campaign_rows import OPEN, running_campaign

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
        facts = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert facts is not None
    midnight = datetime(2026, 11, 28, 23, 0, tzinfo=UTC)  # in Berlin
    past = tuple(
        PastAttempt(midnight + timedelta(minutes=minutes), of, live=False, unconfirmed=False)
        for minutes, of in ((60, CallId("call_of_another_campaign")), (30, call_id), (-30, call_id))
    )
    now = midnight + timedelta(hours=10)
    told = contact_facts(replace(facts, past=past), parse_hours_key(OPEN), now, channel=Channel.VOICE)
    assert 2 == told.attempts_today, "the number's, whoever called it"


@pytest.mark.parametrize("reason", list(ZoneReviewReason))
async def test_a_held_lead_is_told_with_the_sentence_of_its_reason(
    scene: Scene, reason: ZoneReviewReason
) -> None:
    """Law 10: what is wrong and how to mend it, not the reason's code."""
    call_id = await scene.campaign.call(NUMBER)
    async with scene.campaign.database.transaction() as session:
        facts = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert facts is not None
    now = datetime(2026, 11, 24, 10, tzinfo=UTC)
    told = contact_facts(
        replace(facts, review=str(reason)), parse_hours_key(OPEN), now, channel=Channel.VOICE
    )
    assert review_named(str(reason)) == told.zone_review
    assert told.zone_review is not None
    assert ";" in told.zone_review.message


@pytest.mark.parametrize("hours_ago, kind", [(73, ReadinessKind.WAIT), (7 * 24 + 1, ReadinessKind.READY)])
async def test_a_gap_of_days_is_kept_between_campaigns(
    scene: Scene,
    database: Database,
    key_ring: KeyRing,
    account_id: AccountId,
    hours_ago: int,
    kind: ReadinessKind,
) -> None:
    """Law 2: the last call to a number counts however long ago it was, by whichever campaign."""
    earlier = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(earlier)
    await scene.campaign.run(
        "UPDATE attempts SET state = 'closed', placing_at = now() - :ago * interval '1 hour' WHERE call_id = :call",
        ago=hours_ago,
        call=earlier,
    )
    plan = CampaignPlan(caps=AttemptCaps(gap_seconds=7 * 86_400))
    other = scene_of(await running_campaign(database, key_ring, account_id, plan=plan))
    assert kind is (await other.prepare(await other.campaign.call(NUMBER))).kind
