"""Waiting for a turn is cheap and counted: as many dials as turns, nothing written while a call waits (law 3)."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from activities import attempt_readiness
from activities.attempt_readiness import Look, ReadinessActivities
from activities.campaigns import CampaignActivities
from database.sealing import KeyRing
from database.session import Database
from database.trunks import pause_trunk
from domain.calls import CallRef, DialKind, ReadinessKind
from domain.campaigns import CampaignPlan, FeedResult, FeedRound
from domain.identifiers import AccountId, CallId, attempt_id
from domain.outcomes import TechnicalResult
from tests.activities.scene import Scene, run, scene_of
from tests.database.campaign_rows import running_campaign

pytestmark = pytest.mark.long

LEADS = 40
_BEFORE_ALL = (datetime.min.replace(tzinfo=UTC), CallId(""))


@contextmanager
def _looks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[CallId]]:
    """The calls in the order in which they looked at their rows."""
    looked: list[CallId] = []
    real = attempt_readiness.ReadinessActivities.look

    async def counted(steps: ReadinessActivities, ref: CallRef, **options: bool) -> Look:
        looked.append(ref.call_id)
        return await real(steps, ref, **options)

    monkeypatch.setattr(attempt_readiness.ReadinessActivities, "look", counted)
    yield looked


async def test_a_slow_trunk_costs_as_many_dial_activities_as_dials(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Many lines, many leads, a pace that is far below both: the feeder stops, and nobody dials in vain."""
    campaign = await running_campaign(
        database, key_ring, account_id, plan=CampaignPlan(window=30), lines=30, calls_per_second=15
    )
    scene = scene_of(campaign)
    for place in range(LEADS):
        await campaign.lead(f"+4930556{place:04}")
    dials = await _run_campaign(scene)
    assert LEADS == len(scene.carrier.requests)
    assert dials <= 1.1 * LEADS
    decisions = await campaign.rows("SELECT verdict FROM decisions WHERE account_id = :account_id")
    assert {"allow"} == {decision["verdict"] for decision in decisions}
    assert [] == await campaign.rows(
        "SELECT id FROM call_events WHERE account_id = :account_id AND kind = 'call.waiting'"
    )


async def test_the_feeder_stops_while_calls_wait_for_the_pace(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """What waits for its turn is due: the list is not swallowed."""
    campaign = await running_campaign(database, key_ring, account_id, lines=5, calls_per_second=0.1)
    scene = scene_of(campaign)
    for place in range(LEADS):
        await campaign.lead(f"+4930556{place:04}")
    for number in range(5):
        await _feed(scene, number)
        for call_id in await _open_calls(scene):
            await scene.prepare(call_id)
    assert 7 == len(await _open_calls(scene))


async def test_the_feeder_claims_nobody_for_a_paused_trunk(scene: Scene) -> None:
    """Requirement 44: at the breaker's end there is no crowd."""
    await scene.campaign.lead("+4930556001")
    await _pause(scene, timedelta(minutes=5))
    fed = await _feed(scene, 1)
    assert (0, 60.0, False) == (fed.started, fed.wait_seconds, fed.done)
    assert "the trunk is paused" in fed.note
    assert [] == await _open_calls(scene)


async def test_a_call_that_is_not_to_queue_is_given_up_when_it_would_have_to(scene: Scene) -> None:
    """The line that was taken with it is gone; whoever asked for the call reads why it was not made."""
    call_id = await scene.campaign.call("+4930556001")
    await scene.campaign.run("UPDATE calls SET may_queue = false WHERE id = :call", call=call_id)
    await _pause(scene, timedelta(minutes=5), "it is away")
    assert ReadinessKind.REFUSED is (await scene.prepare(call_id)).kind
    call = await scene.campaign.row("calls", call_id)
    assert ("closed", TechnicalResult.NEVER_DIALLED) == (call["state"], call["result"])
    assert call["why"].endswith(", and the caller did not ask to queue.")
    assert ReadinessKind.FINAL is (await scene.prepare(call_id)).kind
    assert (0, 0) == (await scene.attempts(), await scene.lines_taken())


async def test_a_call_that_waits_for_its_trunk_says_what_holds_it_now(scene: Scene) -> None:
    """Of two reasons the one that lasts longer; not the one of half an hour ago."""
    call_id = await scene.campaign.call("+4930556001")

    async def told(pause: timedelta, because: str) -> str:
        await _pause(scene, pause, because)
        await scene.prepare(call_id)
        return str((await scene.campaign.row("calls", call_id))["why"]).partition(": ")[2]

    assert "it is slow" == await told(timedelta(minutes=1), "it is slow")
    assert "it is away" == await told(timedelta(minutes=5), "it is away")
    assert "it is away" == await told(timedelta(seconds=1), "it is slow")


async def test_only_the_foremost_call_looks_while_all_wait(
    database: Database, key_ring: KeyRing, account_id: AccountId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty wait as cheaply as one, and nobody overtakes: they are served by when they were planned.

    Each takes itself for the foremost until those before it are in line, and may look once more then.
    """
    monkeypatch.setattr(attempt_readiness, "_LOOK_AGAIN_SECONDS", (0.05, 0.05))
    monkeypatch.setattr(attempt_readiness, "_OTHERS_LOOKS_PER_SECOND", 0.001)
    campaign = await running_campaign(database, key_ring, account_id, lines=30, calls_per_second=20)
    scene = scene_of(campaign)
    calls = [await campaign.call(f"+4930556{place:04}") for place in range(20)]
    await _pause(scene, timedelta(minutes=5))
    with _looks(monkeypatch) as looked:
        served: list[CallId] = []
        waiting = [asyncio.create_task(_serve(scene, call_id, served)) for call_id in reversed(calls)]
        async with asyncio.timeout(60):
            while len(scene.tools.free_lines) < len(calls):
                await scene.lines_taken()
            before_all_wait = len(looked)
            while {*looked[-5:]} != {calls[0]}:
                await scene.lines_taken()
            while_all_wait = looked[before_all_wait:]
            await campaign.run(
                "UPDATE trunks SET paused_until = NULL WHERE id = :trunk", trunk=campaign.trunk_id
            )
            await asyncio.gather(*waiting)
    assert calls == served
    assert all(while_all_wait.count(call_id) <= 1 for call_id in calls[1:])
    assert 20 == await scene.lines_taken()


async def test_a_call_that_waits_hears_of_an_opt_out(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Requirements 35 and 113: also one that is not the foremost."""
    monkeypatch.setattr(attempt_readiness, "_LOOK_AGAIN_SECONDS", (0.02, 0.02))
    calls = [await scene.campaign.call(f"+493055600{place}") for place in range(2)]
    await _pause(scene, timedelta(minutes=5))
    first, second = [asyncio.create_task(scene.wait_for_line(call_id)) for call_id in calls]
    async with asyncio.timeout(30):
        while 2 != len(scene.tools.free_lines):
            await scene.lines_taken()
        await scene.campaign.run(
            "INSERT INTO suppressions (id, account_id, number_hash, number_sealed, channel, source)"
            " SELECT 'sup_' || l.id, l.account_id, l.number_hash, l.person_sealed, 'all', 'api' FROM leads l"
            " JOIN calls c ON c.lead_id = l.id WHERE c.id = :call",
            call=calls[1],
        )
        assert ReadinessKind.REFUSED is (await second).kind
    assert not first.done()
    first.cancel()


async def _serve(scene: Scene, call_id: CallId, served: list[CallId]) -> None:
    assert ReadinessKind.READY is (await scene.wait_for_line(call_id)).kind
    served.append(call_id)


async def _run_campaign(scene: Scene) -> int:
    """Feed and live through every call as the workflows do; how many dial activities that took."""
    dials = 0

    async def live(call_id: CallId) -> None:
        nonlocal dials
        while True:
            ready = await scene.prepare(call_id)
            if ready.kind is ReadinessKind.WAIT_FOR_LINE:
                ready = await scene.wait_for_line(call_id)
            assert ReadinessKind.READY is ready.kind
            dials += 1
            if (await scene.dial(call_id)).kind is DialKind.PLACED:
                break
        scene.carrier.end(f"CA-{attempt_id(call_id, 1)}", TechnicalResult.INVALID_NUMBER)
        await scene.hang_up(call_id)
        await scene.close(call_id)

    begun: dict[CallId, asyncio.Task[None]] = {}
    async with asyncio.timeout(60):
        for number in range(1000):
            fed = await _feed(scene, number)
            for call_id in await _open_calls(scene):
                if call_id not in begun:
                    begun[call_id] = asyncio.create_task(live(call_id))
            if fed.done:
                break
        await asyncio.gather(*begun.values())
    return dials


async def _feed(scene: Scene, number: int) -> FeedResult:
    campaign = scene.campaign
    return await run(
        CampaignActivities(scene.tools).feed, FeedRound(campaign.account_id, campaign.campaign_id, number)
    )


async def _open_calls(scene: Scene) -> list[CallId]:
    rows = await scene.campaign.rows(
        "SELECT id FROM calls WHERE account_id = :account_id AND state <> 'closed' ORDER BY created_at, id"
    )
    return [row["id"] for row in rows]


async def _pause(scene: Scene, pause: timedelta, because: str = "a test") -> None:
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        await pause_trunk(session, campaign.account_id, campaign.trunk_id, pause=pause, because=because)


async def test_a_line_that_falls_free_in_one_worker_goes_to_who_was_planned_first_in_another(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Decision 0025: otherwise a worker in which no call ends would see none of its calls served.

    Nobody looks by himself but the one that stands back, and that one more than once before the other looks at all.
    """
    monkeypatch.setattr(attempt_readiness, "_LOOK_AGAIN_SECONDS", (3600.0, 3600.0))
    monkeypatch.setattr(attempt_readiness, "_ALL_HAVE_LOOKED_SECONDS", 3600.0)
    campaign = scene.campaign
    await campaign.run("DELETE FROM lines WHERE trunk_id = :trunk AND number > 1", trunk=campaign.trunk_id)
    calls = [await campaign.call(f"+4930556{place:04}") for place in range(7)]
    live, first, *others = calls
    await scene.prepare(live)
    elsewhere, served = scene_of(campaign), list[CallId]()
    with _looks(monkeypatch) as looked:
        async with asyncio.timeout(60), asyncio.TaskGroup() as group:
            for call_id in others:
                group.create_task(_serve_and_end(scene, call_id, served))
            group.create_task(_serve_and_end(elsewhere, first, served))
            while (len(others), 1) != (len(scene.tools.free_lines), len(elsewhere.tools.free_lines)):
                await scene.lines_taken()
            monkeypatch.setattr(attempt_readiness, "_LOOK_AGAIN_SECONDS", (0.02, 0.02))
            looked.clear()
            await _end(scene, live)
            while looked.count(others[0]) < 3 and others[0] not in served:
                await scene.lines_taken()
            elsewhere.tools.free_lines.fell_free([campaign.trunk_id])
    assert calls[1:] == served


async def test_a_foremost_call_whose_worker_is_gone_holds_nobody_up(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its row stands first in line until it is swept or its step begins elsewhere."""
    monkeypatch.setattr(attempt_readiness, "_LOOK_AGAIN_SECONDS", (0.2, 0.3))
    monkeypatch.setattr(attempt_readiness, "_ALL_HAVE_LOOKED_SECONDS", 0.5)
    campaign = scene.campaign
    await campaign.run("DELETE FROM lines WHERE trunk_id = :trunk AND number > 1", trunk=campaign.trunk_id)
    live, gone, *others = [await campaign.call(f"+4930556{place:04}") for place in range(5)]
    await scene.prepare(live)
    assert ReadinessKind.WAIT_FOR_LINE is (await scene.prepare(gone)).kind
    served = list[CallId]()
    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        for call_id in others:
            group.create_task(_serve_and_end(scene, call_id, served))
        while await _waiting(scene) < 1 + len(others):
            await scene.lines_taken()
        await _end(scene, live)
    assert others == served


async def _serve_and_end(scene: Scene, call_id: CallId, served: list[CallId]) -> None:
    await _serve(scene, call_id, served)
    await _end(scene, call_id)


async def _end(scene: Scene, call_id: CallId) -> None:
    """Dialled and over, in the worker that owns the call."""
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    scene.carrier.end(f"CA-{attempt_id(call_id, 1)}", TechnicalResult.INVALID_NUMBER)
    await scene.hang_up(call_id)
    await scene.close(call_id)


async def _waiting(scene: Scene) -> int:
    return len(
        await scene.campaign.rows(
            "SELECT id FROM calls WHERE account_id = :account_id AND state = 'queued' AND waits_for IS NOT NULL"
        )
    )


async def test_two_workers_take_turns_at_the_pace(
    database: Database, key_ring: KeyRing, account_id: AccountId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where lines are free and the pace is short, nobody waits for a look that comes by itself: here none does."""
    monkeypatch.setattr(attempt_readiness, "_LOOK_AGAIN_SECONDS", (3600.0, 3600.0))
    campaign = await running_campaign(database, key_ring, account_id, lines=30, calls_per_second=20)
    workers = [scene_of(campaign), scene_of(campaign)]
    calls = [await campaign.call(f"+4930556{place:04}") for place in range(20)]
    await _pause(workers[0], timedelta(minutes=5))
    served: list[CallId] = []
    async with asyncio.timeout(60), asyncio.TaskGroup() as group:
        for place, call_id in enumerate(calls):
            group.create_task(_serve(workers[place % 2], call_id, served))
        while [10, 10] != [len(worker.tools.free_lines) for worker in workers]:
            await workers[0].lines_taken()
        await campaign.run("UPDATE trunks SET paused_until = NULL WHERE id = :trunk", trunk=campaign.trunk_id)
        for worker in workers:
            with worker.tools.free_lines.place(_BEFORE_ALL, campaign.trunk_id):
                pass  # who leaves has the foremost look
    assert set(calls) == set(served)
