"""Calls that find no permit of a speech provider: they wait without an attempt, are told, and nothing leaks."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from activities import attempt_readiness, legs
from activities.attempt_readiness import LineWaitActivities
from activities.orphan_sweep import SweepActivities
from database.api_keys import ensure_account
from database.provider_limits import permit_use, set_limit
from database.sealing import KeyRing
from database.session import Database
from domain.calls import CallRef, DialKind, ReadinessKind
from domain.permits import LINE, Permit, PermitKind, SpeechProvider
from providers.errors import ProviderThrottled
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run, scene_of
from tests.database.campaign_rows import running_campaign

EARS = Permit(PermitKind.RECOGNISER, SpeechProvider.DEEPGRAM)
NUMBERS = [f"+493055504{place}" for place in range(5)]


@pytest_asyncio.fixture
async def other(scene: Scene) -> Scene:
    """Another campaign of the account, on a trunk of its own; the same worker serves both."""
    campaign = scene.campaign
    other = await running_campaign(campaign.database, campaign.key_ring, campaign.account_id, lines=5)
    return replace(scene, campaign=other)


async def test_calls_beyond_the_limit_wait_without_an_attempt(scene: Scene, other: Scene) -> None:
    """Requirements 64 and 180, law 3: two trunks, one limit of two, five calls."""
    await _limit(scene, 2)
    calls = [
        (where, await where.campaign.call(number))
        for where, number in zip((scene, other, other, scene, other), NUMBERS, strict=True)
    ]
    kinds = [(await where.prepare(call)).kind for where, call in calls]
    assert [ReadinessKind.READY] * 2 + [ReadinessKind.WAIT_FOR_LINE] * 3 == kinds
    assert DialKind.PLACED is (await calls[0][0].dial(calls[0][1])).kind
    assert (1, 2, 3) == (await scene.attempts(), *await _use(scene))
    row = await scene.campaign.row("calls", calls[-1][1])
    assert "waits for a recogniser permit: all of deepgram's are in use" == row["why"]


async def test_a_call_of_another_trunk_takes_the_permit_of_one_that_ends(
    scene: Scene, other: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the telling it would look again only after an hour."""
    monkeypatch.setattr(attempt_readiness, "_LOOK_AGAIN_SECONDS", (3600.0, 3600.0))
    await _limit(scene, 1)
    ending = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(ending)
    queued = CallRef(other.campaign.account_id, await other.campaign.call(OTHER_NUMBER))
    waits = asyncio.create_task(run(LineWaitActivities(other.tools).wait_for_line, queued))
    async with asyncio.timeout(30):
        while (1, 1) != await _use(scene):
            continue
        await scene.close(ending)
        assert ReadinessKind.READY is (await waits).kind
    assert (1, 0) == await _use(scene)


async def test_a_call_whose_permit_is_free_waits_for_the_line_and_is_told_of_that(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the telling it would look again only after an hour."""
    monkeypatch.setattr(attempt_readiness, "_LOOK_AGAIN_SECONDS", (3600.0, 3600.0))
    campaign, free_lines = scene.campaign, scene.tools.free_lines
    await campaign.run(
        "DELETE FROM lines WHERE account_id = :account AND number > 1", account=campaign.account_id
    )
    await _limit(scene, 1)
    await scene.prepare(await campaign.call(NUMBER))
    queued = await campaign.call(OTHER_NUMBER)
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        waits = group.create_task(scene.wait_for_line(queued))
        while (1, 1) != await _use(scene):
            continue
        await _limit(scene, 2)
        while LINE != (await campaign.row("calls", queued))["waits_for"]:
            free_lines.fell_free([f"{campaign.account_id}/{EARS.name}"])
        await campaign.run(
            "UPDATE lines SET call_id = NULL WHERE account_id = :account", account=campaign.account_id
        )
        while not waits.done():  # it may still be looking at the rows
            free_lines.fell_free([campaign.trunk_id])
            await _use(scene)
    assert ReadinessKind.READY is waits.result().kind


async def test_waiting_long_for_a_permit_is_told_once_and_writes_nothing(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Requirement 64, law 3: it stays due, so that the feeder stops."""
    monkeypatch.setattr(attempt_readiness, "_LONG_PERMIT_WAIT", timedelta(0))
    monkeypatch.setattr(attempt_readiness, "_LOOK_AGAIN_SECONDS", (0.02, 0.02))
    await _limit(scene, 0)
    call_id, later = await scene.campaign.call(NUMBER), await scene.campaign.call(OTHER_NUMBER)
    for each in (call_id, later):
        await scene.prepare(each)
    before = await scene.campaign.snapshot()
    with capture_logs() as logs:
        waits = asyncio.create_task(scene.wait_for_line(call_id))
        async with asyncio.timeout(30):
            while 1 != len(scene.tools.free_lines):
                await _use(scene)
            behind = asyncio.create_task(scene.wait_for_line(later))
            while 2 != len(scene.tools.free_lines):
                await _use(scene)
            while not logs:
                await _use(scene)
        assert before == await scene.campaign.snapshot()
        await _limit(scene, 1)
        assert ReadinessKind.READY is (await waits).kind
        behind.cancel()
    assert [("permits.exhausted", call_id)] == [(line["event"], line["call_id"]) for line in logs]
    assert [] == await scene.campaign.rows("SELECT id FROM decisions WHERE call_id = :call", call=call_id)


async def test_a_vendor_that_takes_no_more_calls_pauses_new_dials(scene: Scene) -> None:
    """Requirement 64: the vendor allows less than the limit; the call that rings goes on, the next waits (law 3)."""
    scene.stage.refusal = ProviderThrottled()
    first, second = await scene.campaign.call(NUMBER), await scene.campaign.call(OTHER_NUMBER)
    assert DialKind.PLACED is (await scene.prepared_dial(first)).kind
    assert ReadinessKind.WAIT_FOR_LINE is (await scene.prepare(second)).kind
    assert "a speech vendor takes no more calls" in (await scene.campaign.row("calls", second))["why"]
    assert 1 == await scene.attempts()


async def test_a_killed_workers_permit_is_freed_only_when_the_leg_is_over(
    fresh_database: Database, key_ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 6: first its workflow must be closed, then the carrier must say so."""
    monkeypatch.setattr(legs, "_HANG_UP_CHECKS", 1)
    monkeypatch.setattr(legs, "_HANG_UP_PAUSE_S", 0)
    async with fresh_database.transaction() as session:
        account_id = await ensure_account(session, "somebody")
    alone = scene_of(await running_campaign(fresh_database, key_ring, account_id))
    await _limit(alone, 1)
    killed, queued = await alone.campaign.call(NUMBER), await alone.campaign.call(OTHER_NUMBER)
    await alone.prepared_dial(killed)
    await alone.campaign.run(
        "UPDATE calls SET created_at = created_at - interval '2 min' WHERE id = :call", call=killed
    )

    alone.temporal.open_workflows.add(await alone.workflow_of(killed))
    await run(SweepActivities(alone.tools).sweep)
    assert ReadinessKind.WAIT_FOR_LINE is (await alone.prepare(queued)).kind

    alone.temporal.open_workflows.clear()
    alone.carrier.answer(f"CA-{killed}-1")
    alone.carrier.obeys = False
    await run(SweepActivities(alone.tools).sweep)
    assert ReadinessKind.WAIT_FOR_LINE is (await alone.prepare(queued)).kind

    alone.carrier.obeys = True
    await run(SweepActivities(alone.tools).sweep)
    assert ReadinessKind.READY is (await alone.prepare(queued)).kind


async def _limit(scene: Scene, most: int) -> None:
    async with scene.campaign.database.transaction() as session:
        await set_limit(session, scene.campaign.account_id, EARS, most)


async def _use(scene: Scene) -> tuple[int, int]:
    """How many permits are in use, and how many calls wait for one."""
    async with scene.campaign.database.transaction() as session:
        [use] = [use for use in await permit_use(session, scene.campaign.account_id) if use.permit == EARS]
    return use.in_use, use.waiting
