"""The walks through a campaign's open calls: every one of them is reached, also by a walk that was cut off."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from temporalio.testing import ActivityEnvironment

from activities import campaigns, legs
from activities.campaigns import CampaignActivities
from database.sealing import KeyRing
from database.session import Database
from domain.campaigns import CampaignOrder
from domain.identifiers import AccountId, CallId
from domain.outcomes import TechnicalResult
from providers.errors import ProviderUnavailable
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run
from tests.database.campaign_rows import running_campaign

NUMBERS = [f"+49305550{line:02}" for line in range(7)]
T = TypeVar("T")


# Waking, after a pause.


async def test_a_resumed_campaign_wakes_its_waiting_calls_and_no_others(
    scene: Scene, database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Requirement 101."""
    asleep, live, closed, queued = [await scene.campaign.call(number) for number in NUMBERS[:4]]
    elsewhere = await (await running_campaign(database, key_ring, account_id)).call(NUMBERS[4])
    await _set_states(scene, waiting=[asleep, elsewhere], live=[live], closed=[closed], queued=[queued])
    await run(CampaignActivities(scene.tools).wake_calls, _order(scene))
    assert [await scene.workflow_of(asleep)] == scene.temporal.woken


async def test_those_that_are_due_are_woken_first_in_the_order_in_which_they_were_planned(
    scene: Scene,
) -> None:
    """The walk through ten thousand that sleep till tomorrow takes a minute."""
    asleep, planned_later, planned_first = [await scene.campaign.call(number) for number in NUMBERS[:3]]
    await _set_states(scene, waiting=[asleep, planned_first, planned_later])
    for call_id, ago in ((planned_first, 2), (planned_later, 1)):
        await scene.campaign.run(
            "UPDATE calls SET next_attempt_at = now(), created_at = now() - :ago * interval '1 hour' WHERE id = :call",
            ago=ago,
            call=call_id,
        )
    await run(CampaignActivities(scene.tools).wake_calls, _order(scene))
    foremost = [await scene.workflow_of(call_id) for call_id in (planned_first, planned_later)]
    assert foremost == scene.temporal.woken[:2]
    assert await scene.workflow_of(asleep) in scene.temporal.woken[2:]


async def test_a_resumed_campaign_wakes_the_calls_whose_messages_were_deferred(scene: Scene) -> None:
    """They are closed, but their message waits for the end of the pause; one that has left waits for nothing."""
    deferred, sent = [await scene.campaign.call(number) for number in NUMBERS[:2]]
    await _set_states(scene, closed=[deferred, sent])
    for call_id, state in ((deferred, "created"), (sent, "sent")):
        await scene.campaign.run(
            "INSERT INTO messages (id, account_id, call_id, rule, state) VALUES (:m, :a, :call, 0, :state)",
            m=f"msg_{call_id}",
            a=scene.campaign.account_id,
            call=call_id,
            state=state,
        )
    await run(CampaignActivities(scene.tools).wake_calls, _order(scene))
    assert [await scene.workflow_of(deferred)] == scene.temporal.woken


async def test_a_repeated_wake_changes_no_row(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await _set_states(scene, waiting=[call_id])
    before = await scene.campaign.snapshot()
    for _ in range(2):
        await run(CampaignActivities(scene.tools).wake_calls, _order(scene))
    assert before == await scene.campaign.snapshot()
    assert 2 == len(scene.temporal.woken)


# Cancelling.


async def test_a_call_with_a_workflow_is_cancelled_by_it(scene: Scene) -> None:
    """Requirement 101: the workflow hangs up, closes and frees the line; nothing is done behind its back."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    workflow_id = await scene.workflow_of(call_id)
    scene.temporal.open_workflows.add(workflow_id)
    before = await scene.campaign.snapshot()
    assert 1 == await _cancel(scene)
    assert [workflow_id] == scene.temporal.cancelled
    assert before == await scene.campaign.snapshot()
    assert [] == scene.carrier.hung_up


async def test_a_call_that_never_began_is_closed_here(scene: Scene) -> None:
    """Requirement 101: claimed, but the worker died before its workflow was started."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    assert 1 == await _cancel(scene)
    call = await scene.campaign.row("calls", call_id)
    assert ("closed", "cancelled", 0) == (call["state"], call["result"], await scene.lines_taken())
    assert "closed" == (await scene.campaign.row("leads", call["lead_id"]))["state"]


async def test_a_live_leg_without_a_workflow_is_hung_up(scene: Scene) -> None:
    """Law 6, requirement 101: its workflow was terminated, the person would go on talking to us."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    assert 1 == await _cancel(scene)
    assert [f"CA-{call_id}-1"] == scene.carrier.hung_up
    call = await scene.campaign.row("calls", call_id)
    attempt = await scene.campaign.row("attempts", f"{call_id}-1")
    assert ("closed", "cancelled", 0) == (call["state"], call["result"], await scene.lines_taken())
    assert ("closed", "cancelled") == (attempt["state"], attempt["result"])


async def test_a_leg_that_cannot_be_ended_keeps_its_line_and_is_met_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 6: the walk counts it, so the campaign goes on cancelling; the other calls end meanwhile."""
    monkeypatch.setattr(legs, "_HANG_UP_CHECKS", 1)
    monkeypatch.setattr(legs, "_HANG_UP_PAUSE_S", 0)
    stuck, other = sorted([await scene.campaign.call(NUMBER), await scene.campaign.call(OTHER_NUMBER)])
    await scene.prepared_dial(stuck)
    scene.carrier.obeys = False
    assert (2, 1) == (await _cancel(scene), await scene.lines_taken())
    assert "closed" == (await scene.campaign.row("calls", other))["state"]
    scene.carrier.away = ProviderUnavailable()
    assert (1, 1) == (await _cancel(scene), await scene.lines_taken())
    scene.carrier.away = None
    scene.carrier.end(f"CA-{stuck}-1", TechnicalResult.NO_ANSWER)
    assert (1, 0) == (await _cancel(scene), await scene.lines_taken())
    assert 0 == await _cancel(scene)


async def test_a_repeated_cancel_finds_nothing_left(scene: Scene) -> None:
    for number in NUMBERS[:3]:
        await scene.campaign.call(number)
    assert 3 == await _cancel(scene)
    before = await scene.campaign.snapshot()
    assert 0 == await _cancel(scene)
    assert before == await scene.campaign.snapshot()


async def test_a_cancel_beside_a_dial_leaves_no_line_and_no_leg(scene: Scene) -> None:
    """Laws 1 and 6: a dial of a terminated workflow is still under way; whichever comes first."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await asyncio.gather(scene.dial(call_id), _cancel(scene))
    await _cancel(scene)
    assert 0 == await scene.lines_taken()
    assert set(scene.carrier.dialled) == set(scene.carrier.hung_up)


# Both walks.


async def test_a_walk_goes_through_every_page_and_says_where_it_is(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaigns, "_PAGE", 3)
    calls = sorted([await scene.campaign.call(number) for number in NUMBERS])
    seen, cancelled = await _walk(CampaignActivities(scene.tools).cancel_calls, _order(scene))
    assert (calls, len(NUMBERS)) == (seen, cancelled)


@pytest.mark.parametrize(("seen", "counted"), [(1, 6), (3, 4), (6, 1), (7, 1)])
async def test_a_walk_that_was_cut_off_goes_on_where_it_was(
    scene: Scene, seen: int, counted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Design, section 5: resumable; the next walk from the beginning finds what this one left, and there is one."""
    monkeypatch.setattr(campaigns, "_PAGE", 3)
    calls = sorted([await scene.campaign.call(number) for number in NUMBERS])
    walked, cancelled = await _walk(
        CampaignActivities(scene.tools).cancel_calls, _order(scene), after=calls[seen - 1]
    )
    assert (calls[seen:], counted) == (walked, cancelled)
    assert seen == await _cancel(scene)


async def test_a_call_at_which_a_walk_was_cut_off_is_met_again(scene: Scene) -> None:
    """Temporal was away for a moment: where the walk says it is, everything is done."""
    calls = sorted([await scene.campaign.call(number) for number in NUMBERS])
    scene.temporal.away_for = await scene.workflow_of(CallId(calls[2]))
    seen: list[str] = []
    with pytest.raises(ConnectionError):
        await _walk(CampaignActivities(scene.tools).cancel_calls, _order(scene), seen=seen)
    assert calls[:2] == seen


async def test_a_wake_that_was_cut_off_keeps_its_place_while_it_wakes_who_is_due(scene: Scene) -> None:
    """Those come first each time, and say nothing of how far the walk has come."""
    calls = sorted([await scene.campaign.call(number) for number in NUMBERS[:3]])
    await _set_states(scene, waiting=[CallId(each) for each in calls])
    await scene.campaign.run("UPDATE calls SET next_attempt_at = now() WHERE id = :call", call=calls[2])
    seen, _ = await _walk(CampaignActivities(scene.tools).wake_calls, _order(scene), after=calls[0])
    assert calls == seen, "first where it was, then on"


async def _cancel(scene: Scene) -> int:
    return await run(CampaignActivities(scene.tools).cancel_calls, _order(scene))


async def _walk(
    step: Callable[[CampaignOrder], Awaitable[T]],
    order: CampaignOrder,
    *,
    after: str | None = None,
    seen: list[str] | None = None,
) -> tuple[list[str], T]:
    """Where the walk said it was, also in seen if it is given, and its answer."""
    seen = [] if seen is None else seen
    environment = ActivityEnvironment()
    environment.on_heartbeat = lambda *details: seen.append(str(details[0]))
    if after is not None:
        environment.info = replace(environment.info, heartbeat_details=[after])
    return seen, await environment.run(step, order)


def _order(scene: Scene) -> CampaignOrder:
    return CampaignOrder(scene.campaign.account_id, scene.campaign.campaign_id)


async def _set_states(scene: Scene, **calls: list[CallId]) -> None:
    for state, of in calls.items():
        await scene.campaign.run(
            "UPDATE calls SET state = :state WHERE id = ANY(:calls)", state=state, calls=of
        )
