"""The feeder's rounds: short ones, so that an operator's word is heard between them, and none of them forgets a lead."""

import pytest

from activities import campaigns
from activities.campaigns import CampaignActivities
from domain.campaigns import FeedRound
from tests.activities.scene import Scene, run

NUMBERS = ("+12025550130", "+12025550131", "+12025550132")


async def test_a_round_that_was_cut_short_goes_on_although_no_lead_is_ready_any_more(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own claims took the last leads; before, these waited for the repair, up to a minute."""
    for number in NUMBERS:
        await scene.campaign.lead(number)
    campaign = scene.campaign
    feed = CampaignActivities(scene.tools).feed
    monkeypatch.setattr(campaigns, "BATCH_SECONDS", -1.0)
    cut_short = await run(feed, FeedRound(campaign.account_id, campaign.campaign_id, 1))
    assert (0, False) == (cut_short.started, cut_short.whole)

    monkeypatch.undo()
    rest = await run(feed, FeedRound(campaign.account_id, campaign.campaign_id, 1, begun=1))

    assert (2, True) == (rest.started, rest.whole)
    assert 2 == len(scene.temporal.started)
