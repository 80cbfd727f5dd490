"""After a worker dies, all local activities of the unfinished task run again: each one leaves the same state twice."""

import ast
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import workflows
from activities.attempt_readiness import ReadinessActivities
from activities.campaigns import CampaignActivities
from activities.closing import ClosingActivities
from domain.calls import CallRef, Readiness, ReadinessKind, Reschedule
from domain.campaigns import (
    AttemptCaps,
    CampaignChange,
    CampaignOrder,
    CampaignPlan,
    CampaignState,
    CustomWindow,
    FeedRound,
    PaceChange,
)
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId
from domain.outcomes import BusinessOutcome, TechnicalResult
from providers.errors import RecipientRefused
from tests.activities.carrier import Answer
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run
from tests.database.campaign_rows import OPEN

Step = Callable[[Scene, CallId], Awaitable[Any]]
LATER = datetime.now(UTC) + timedelta(days=2)


# What a call may have been through when the step is taken.


async def _claimed(scene: Scene, call_id: CallId) -> None:
    """Nothing yet."""


async def _claimed_long_ago(scene: Scene, call_id: CallId) -> None:
    await scene.campaign.run(
        "UPDATE calls SET created_at = created_at - interval '1 min' WHERE id = :id_", id_=call_id
    )


async def _chosen_later(scene: Scene, call_id: CallId) -> None:
    await _reschedule_call(scene, call_id)


async def _outside_hours(scene: Scene, call_id: CallId) -> None:
    """The campaign opens in two hours."""
    opens = datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(hours=2)
    window = CustomWindow(tuple(range(7)), f"{opens:%H:%M}", f"{opens + timedelta(hours=1):%H:%M}")
    await scene.campaign.set_plan(CampaignPlan(hours=(window,)))


async def _no_line_free(scene: Scene, call_id: CallId) -> None:
    for line in range(2):
        await scene.prepare(await scene.campaign.call(f"+49305556{line:02}"))


async def _closed(scene: Scene, call_id: CallId) -> None:
    await scene.cancel(call_id)


async def _ringing(scene: Scene, call_id: CallId) -> None:
    await scene.prepared_dial(call_id)


async def _dialled_in_vain(scene: Scene, call_id: CallId) -> None:
    scene.carrier.answers = [Answer(RecipientRefused(), dials=False)]
    await scene.prepared_dial(call_id)


async def _busy(scene: Scene, call_id: CallId) -> None:
    await scene.prepared_dial(call_id)
    await _end(scene, call_id)


async def _closed_after_a_dial(scene: Scene, call_id: CallId) -> None:
    await _busy(scene, call_id)
    await scene.close(call_id)


async def _opted_out(scene: Scene, call_id: CallId) -> None:
    await scene.prepared_dial(call_id)
    verdict = Verdict(BusinessOutcome.OPT_OUT, "Do not call me again.")
    await scene.converse(call_id, verdict, EndReason.OPT_OUT)
    await scene.hang_up(call_id)


# The steps, by the activities' names.


async def _prepare_attempt(scene: Scene, call_id: CallId) -> Any:
    return await scene.prepare(call_id)


async def _reschedule_call(scene: Scene, call_id: CallId) -> Any:
    ref = CallRef(scene.campaign.account_id, call_id)
    return await run(ReadinessActivities(scene.tools).reschedule_call, ref, Reschedule(LATER))


async def _close_attempt(scene: Scene, call_id: CallId) -> Any:
    return await scene.close(call_id)


async def _store_report(scene: Scene, call_id: CallId) -> Any:
    report = scene.report(call_id, Verdict(BusinessOutcome.OPT_OUT, "Never again."), EndReason.OPT_OUT)
    return await run(ClosingActivities(scene.tools).store_report, report)


async def _close_cancelled(scene: Scene, call_id: CallId) -> Any:
    return await scene.cancel(call_id)


async def _feed(scene: Scene, _: CallId) -> Any:
    await run(
        CampaignActivities(scene.tools).feed,
        FeedRound(scene.campaign.account_id, scene.campaign.campaign_id, 7),
    )


async def _set_campaign_state(scene: Scene, _: CallId) -> Any:
    change = CampaignChange(scene.campaign.account_id, scene.campaign.campaign_id, CampaignState.PAUSED)
    await run(CampaignActivities(scene.tools).set_campaign_state, change)


async def _set_pace(scene: Scene, _: CallId) -> Any:
    change = PaceChange(scene.campaign.account_id, scene.campaign.campaign_id, 9)
    await run(CampaignActivities(scene.tools).set_pace, change)


async def _repair(scene: Scene, _: CallId) -> Any:
    order = CampaignOrder(scene.campaign.account_id, scene.campaign.campaign_id)
    return await run(CampaignActivities(scene.tools).repair, order)


async def _what_follows(scene: Scene, call_id: CallId) -> Any:
    return await run(ClosingActivities(scene.tools).what_follows, CallRef(scene.campaign.account_id, call_id))


STEPS: dict[Step, tuple[Step, ...]] = {
    _prepare_attempt: (_claimed, _chosen_later, _outside_hours, _no_line_free, _closed),
    _reschedule_call: (_claimed, _closed),
    _close_attempt: (_claimed, _ringing, _dialled_in_vain, _busy, _opted_out),
    _store_report: (_ringing, _busy, _closed_after_a_dial),
    _close_cancelled: (_claimed, _ringing, _dialled_in_vain, _busy, _opted_out),
    _what_follows: (_claimed, _closed, _closed_after_a_dial),
    _feed: (_claimed,),
    _set_campaign_state: (_claimed,),
    _set_pace: (_claimed,),
    _repair: (_claimed, _claimed_long_ago),
}


@pytest.mark.parametrize(
    "step, before",
    [(step, before) for step, befores in STEPS.items() for before in befores],
    ids=lambda step: step.__name__.strip("_"),
)
async def test_a_repeated_local_activity_leaves_the_same_state(
    scene: Scene, step: Step, before: Step
) -> None:
    """Design, section 5; law 5 for the two that close."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.campaign.lead(OTHER_NUMBER)
    await before(scene, call_id)
    first = await step(scene, call_id)
    once, started = await scene.campaign.snapshot(), list(scene.temporal.started)
    again = await step(scene, call_id)
    assert _untimed(first) == _untimed(again)
    assert once == await scene.campaign.snapshot()
    assert started == scene.temporal.started


def _untimed(answer: Any) -> Any:
    """A step's answer without how long it is to its moment, which is shorter the second time."""
    return replace(answer, wait_seconds=None) if isinstance(answer, Readiness) else answer


def test_no_local_activity_is_missing_here() -> None:
    """One that a workflow takes up tomorrow has to stand its repetition as well."""
    run_locally = {
        argument.attr
        for file in Path(workflows.__path__[0]).glob("*.py")
        for call in ast.walk(ast.parse(file.read_text()))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if call.func.attr.startswith("execute_local_activity")
        for argument in call.args[:1]
        if isinstance(argument, ast.Attribute)
    }
    assert {step.__name__.strip("_") for step in STEPS} == run_locally


async def test_a_repeated_refusal_finds_the_call_closed(scene: Scene) -> None:
    """Law 2: the second answer is another, the rows are the same, and neither dials."""
    call_id = await scene.campaign.call(NUMBER, hours_key="nobody|Europe/Berlin|DE|")
    assert ReadinessKind.REFUSED is (await scene.prepare(call_id)).kind
    decided = await scene.campaign.rows(
        "SELECT verdict, attempt, channel FROM decisions WHERE call_id = :call", call=call_id
    )
    assert [("refuse", 1, "voice")] == [tuple(each.values()) for each in decided]
    once = await scene.campaign.snapshot()
    assert ReadinessKind.FINAL is (await scene.prepare(call_id)).kind
    assert once == await scene.campaign.snapshot()


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


async def _end(scene: Scene, call_id: CallId) -> None:
    """The carrier says that the line was busy."""
    await scene.campaign.run(
        """
        UPDATE attempts SET state = 'ended', leg_rank = 4, leg_result = 'busy', ended_at = clock_timestamp()
        WHERE call_id = :call AND state = 'placed'
        """,
        call=call_id,
    )
