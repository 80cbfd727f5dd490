"""A campaign's figures: counted from its rows each time, and kept nowhere (law 7; requirements 112 and 130)."""

import re
from pathlib import Path

from database.campaign_figures import CampaignNumbers, campaign_figures
from domain.campaigns import AttemptCaps, CampaignPlan
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene

COUNTING_BY_HAND = re.compile(r"\b(\w+) = (?:\w+\.)?\1 [+-] \d")
# How often a vendor failed in a row says when a breaker opens, and a version which credentials are newer; neither is a figure.
NO_FIGURES = {
    ("connections.py", "version"),
    ("vendor_breakers.py", "trials"),
    ("vendor_breakers.py", "failures"),
}


async def _numbers(scene: Scene) -> CampaignNumbers:
    async with scene.campaign.database.transaction() as session:
        return await campaign_figures(session, scene.campaign.account_id, scene.campaign.campaign_id)


async def test_figures_are_those_of_the_rows_however_the_rows_became_so(scene: Scene) -> None:
    """Law 7, broken on purpose: rows are altered and taken away behind the product's back."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(per_lead=1)))
    calls = [await scene.campaign.call(number) for number in (NUMBER, OTHER_NUMBER)]
    for call_id in calls:
        await scene.prepared_dial(call_id)
    await scene.campaign.run(
        "UPDATE attempts SET state = 'ended', leg_rank = 4, leg_result = 'busy', ended_at = now(), duration_seconds = 7"
    )
    for call_id in (*calls, *calls):
        await scene.close(call_id)
    counted = await _numbers(scene)
    assert ({"closed": 2}, {"busy": 2}) == (counted.calls, counted.results)
    assert (2, 14, {"busy": 2}, 0.0) == (
        counted.attempts,
        counted.talk_seconds,
        counted.attempt_results,
        counted.answer_rate,
    )
    await scene.campaign.run("UPDATE attempts SET result = 'talked' WHERE call_id = :call", call=calls[0])
    await scene.campaign.run("UPDATE calls SET result = 'talked' WHERE id = :call", call=calls[0])
    altered = await _numbers(scene)
    assert {"talked": 1, "busy": 1} == altered.results == altered.attempt_results
    assert 0.5 == altered.answer_rate
    await scene.campaign.run("UPDATE attempts SET placing_at = NULL WHERE call_id = :call", call=calls[1])
    assert (1, 7) == ((left := await _numbers(scene)).attempts, left.talk_seconds)


def test_no_statement_counts_by_hand() -> None:
    """Law 7: a counter that is added to counts a repeated step twice, and a lost one never."""
    root = Path(__file__).parents[2]
    found = {
        (path.name, column)
        for room in ("database", "activities", "api", "startup")
        for path in (root / room).rglob("*.py")
        for column in COUNTING_BY_HAND.findall(path.read_text())
    }
    assert NO_FIGURES == found
