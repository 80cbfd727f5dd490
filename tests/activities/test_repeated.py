"""After a worker dies, all local activities of the unfinished task run again: each one leaves the same state twice."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from activities.campaigns import CampaignActivities
from activities.closing import ClosingActivities
from activities.readiness import ReadinessActivities
from domain.calls import CallCancelled, CallRef, Reschedule
from domain.campaigns import (
    AttemptCaps,
    CampaignChange,
    CampaignOrder,
    CampaignPlan,
    CampaignState,
    FeedRound,
    PaceChange,
)
from domain.identifiers import CallId, attempt_id
from domain.outcomes import TechnicalResult
from providers.errors import RecipientRefused
from tests.activities.carrier import Answer
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run
from tests.database.campaign_rows import OPEN

Step = Callable[[Scene, CallId], Awaitable[Any]]
LATER = datetime.now(UTC) + timedelta(days=2)


async def _prepare(scene: Scene, call_id: CallId) -> Any:
    return await scene.prepare(call_id)


async def _prepare_later(scene: Scene, call_id: CallId) -> Any:
    await _reschedule(scene, call_id)
    return await scene.prepare(call_id)


async def _reschedule(scene: Scene, call_id: CallId) -> Any:
    ref = CallRef(scene.campaign.account_id, call_id)
    return await run(ReadinessActivities(scene.tools).reschedule_call, ref, Reschedule(LATER))


async def _close(scene: Scene, call_id: CallId) -> Any:
    return await scene.close(call_id)


async def _cancel(scene: Scene, call_id: CallId) -> Any:
    cancelled = CallCancelled(scene.campaign.account_id, call_id, attempt_id(call_id, 1), "an operator")
    return await run(ClosingActivities(scene.tools).close_cancelled, cancelled)


async def _feed(scene: Scene, _: CallId) -> Any:
    await run(
        CampaignActivities(scene.tools).feed,
        FeedRound(scene.campaign.account_id, scene.campaign.campaign_id, 7),
    )


async def _set_state(scene: Scene, _: CallId) -> Any:
    change = CampaignChange(scene.campaign.account_id, scene.campaign.campaign_id, CampaignState.PAUSED)
    await run(CampaignActivities(scene.tools).set_campaign_state, change)


async def _set_pace(scene: Scene, _: CallId) -> Any:
    change = PaceChange(scene.campaign.account_id, scene.campaign.campaign_id, 9)
    await run(CampaignActivities(scene.tools).set_pace, change)


async def _repair(scene: Scene, _: CallId) -> Any:
    order = CampaignOrder(scene.campaign.account_id, scene.campaign.campaign_id)
    return await run(CampaignActivities(scene.tools).repair, order)


@pytest.mark.parametrize(
    "step, dialled",
    [
        (_prepare, False),
        (_prepare_later, False),
        (_reschedule, False),
        (_close, True),
        (_cancel, True),
        (_cancel, False),
        (_feed, False),
        (_set_state, False),
        (_set_pace, False),
        (_repair, False),
    ],
)
async def test_a_repeated_local_activity_leaves_the_same_state(
    scene: Scene, step: Step, dialled: bool
) -> None:
    """Design, section 5; law 5 for the two that close."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.campaign.lead(OTHER_NUMBER)
    if dialled:
        await _dialled_in_vain(scene, call_id)
    first = await step(scene, call_id)
    once, started = await scene.campaign.snapshot(), list(scene.temporal.started)
    again = await step(scene, call_id)
    assert first == again
    assert once == await scene.campaign.snapshot()
    assert started == scene.temporal.started


@pytest.mark.parametrize("retried", [True, False])
async def test_a_close_that_is_repeated_says_the_same(scene: Scene, retried: bool) -> None:
    """Laws 5 and 6: one result, one moment for the next attempt, the line free."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(per_lead=6 if retried else 1)))
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await _end(scene, call_id)
    first, again = await scene.close(call_id), await scene.close(call_id)
    assert first == again
    assert (not retried, TechnicalResult.BUSY) == (first.closed, first.result)
    assert 0 == await scene.lines_taken()


async def test_the_close_of_an_earlier_attempt_leaves_the_present_one_alone(scene: Scene) -> None:
    """Law 6: a close that is repeated late must not free the line that the next attempt holds, nor hide its call."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(gap_seconds=0)))
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await _end(scene, call_id)
    await scene.close(call_id)
    await scene.campaign.run(
        "UPDATE calls SET not_before = NULL, next_attempt_at = NULL WHERE id = :call", call=call_id
    )
    await scene.prepared_dial(call_id, 2)
    before = await scene.campaign.snapshot()
    await scene.close(call_id)
    assert before == await scene.campaign.snapshot()


async def test_a_repeated_round_starts_the_same_calls_once(scene: Scene) -> None:
    """Design, section 5: claims are keyed by campaign and round."""
    for line in range(3):
        await scene.campaign.lead(f"+493055500{line}", hours_key=OPEN)
    await _feed(scene, CallId(""))
    started = list(scene.temporal.started)
    scene.temporal.open_workflows.clear()
    await _feed(scene, CallId(""))
    assert sorted(started) * 2 == sorted(scene.temporal.started[: len(started)]) + sorted(
        scene.temporal.started[len(started) :]
    )


async def _dialled_in_vain(scene: Scene, call_id: CallId) -> None:
    scene.carrier.answers = [Answer(RecipientRefused(), dials=False)]
    await scene.prepared_dial(call_id)


async def _end(scene: Scene, call_id: CallId) -> None:
    """The carrier says that the line was busy."""
    await scene.campaign.run(
        """
        UPDATE attempts SET state = 'ended', leg_rank = 4, leg_result = 'busy', ended_at = clock_timestamp()
        WHERE call_id = :call AND state = 'placed'
        """,
        call=call_id,
    )
