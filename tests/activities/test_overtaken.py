"""A step that another execution of it has overtaken (a stall, a lost heartbeat) takes nothing back and frees nothing.

Also what is sent after a wait: never on a decision over a second old. Each execution follows a script of stalls;
tests/activities/test_side_by_side.py stalls every step everywhere.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import pytest
from temporalio.testing import ActivityEnvironment

from activities import dialling, heartbeats
from activities.dialling import DialActivities
from activities.legs import LegActivities
from activities.unknown_dials import UnknownDials
from database.placing import begin_placing
from database.reported_events import LegEvent, record_leg_event
from database.sealing import KeyRing
from database.session import Database
from database.suppressions import suppress
from domain.calls import AttemptState, DialKind, DialRequest, ReadinessKind
from domain.campaigns import AttemptCaps, CampaignPlan, CampaignState
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId, attempt_id
from domain.outcomes import BusinessOutcome
from providers.carriers.contract import PlaceRequest
from providers.errors import OutcomeUnknown, ProviderThrottled, SendRefused
from tests.activities.carrier import Answer
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run, scene_of
from tests.database.campaign_rows import running_campaign
from tests.database.other_account import other_account

Happening = Callable[[], Awaitable[None]]


@pytest.fixture
def stall(monkeypatch: pytest.MonkeyPatch) -> Callable[[Happening], None]:
    """Let the next dial that waits for its slot stand still there while this happens."""
    sleep = dialling._sleep_until
    happenings: list[Happening] = []

    async def stand_still(due: float) -> timedelta:
        if happenings:
            await happenings.pop()()
            return timedelta(seconds=20)
        return await sleep(due)

    monkeypatch.setattr(dialling, "_sleep_until", stand_still)
    return happenings.append


async def test_a_dial_that_slept_does_not_take_back_what_another_is_placing(
    scene: Scene, stall: Callable[[Happening], None]
) -> None:
    """Law 1: the sleeper would see a call made a moment ago, and withdraw it though its telephone rings."""
    call_id = await _ready(scene)
    await _next_slot_in(scene, 1.5)
    asleep, placing, go_on = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def sleep() -> None:
        asleep.set()
        await placing.wait()

    async def in_flight(request: PlaceRequest) -> None:
        placing.set()
        await go_on.wait()

    stall(sleep)
    scene.carrier.before_answer = in_flight
    async with asyncio.TaskGroup() as group:
        sleeper = group.create_task(scene.dial(call_id))
        await asleep.wait()
        placer = group.create_task(scene.dial(call_id))
        await placing.wait()
        await asyncio.wait(
            (sleeper,), timeout=0.5
        )  # it does its worst, or looks the dial up until that is over
        go_on.set()
    assert {DialKind.PLACED} == {placer.result().kind, sleeper.result().kind}
    assert (1, 1, 1) == (len(scene.carrier.requests), await scene.attempts(), await scene.lines_taken())


@pytest.mark.parametrize("opted_out", [False, True], ids=["which would wait", "which would refuse"])
async def test_a_preparation_that_slept_leaves_a_live_call_alone(
    scene: Scene, key_ring: KeyRing, opted_out: bool
) -> None:
    """Law 6: its line is taken, its call is live; only the end of its leg says what comes next."""
    call_id = await _ready(scene)
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    if opted_out:
        await _opt_out(scene)
    before = await scene.campaign.snapshot()
    await scene.prepare(call_id)
    assert before == await scene.campaign.snapshot()


@pytest.mark.parametrize("is_over", [False, True], ids=["that rings", "whose leg is over"])
async def test_a_call_takes_up_an_attempt_that_an_overtaken_step_placed(scene: Scene, is_over: bool) -> None:
    """Laws 1 and 5: its dial had been told that nothing was sent; the attempt was never closed, and another one dialled."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(gap_seconds=0)))
    call_id = await scene.campaign.call(NUMBER)
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind
    if is_over:
        await scene.converse(call_id, Verdict(BusinessOutcome.NOT_INTERESTED), EndReason.FINISHED)
        await scene.hang_up(call_id)
    readiness = await scene.prepare(call_id)
    assert (ReadinessKind.READY, 1) == (readiness.kind, readiness.attempt)
    assert (DialKind.FAILED if is_over else DialKind.PLACED) is (await scene.dial(call_id)).kind
    assert 1 == len(scene.carrier.requests)
    if is_over:
        assert (True, BusinessOutcome.NOT_INTERESTED) == (
            (after := await scene.close(call_id)).closed,
            after.outcome,
        )


async def test_a_dial_that_slept_leaves_a_call_that_sleeps_alone(scene: Scene) -> None:
    """Law 3: it had no line, and stood in line all the same: before everybody who was planned later, though it slept."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.campaign.set_state(CampaignState.PAUSED)
    assert ReadinessKind.WAIT is (await scene.prepare(call_id)).kind
    await scene.campaign.set_state(CampaignState.RUNNING)
    before = await scene.campaign.snapshot()
    assert DialKind.DEFERRED is (await scene.dial(call_id)).kind
    assert before == await scene.campaign.snapshot()
    later = await scene.campaign.call(OTHER_NUMBER)
    assert ReadinessKind.READY is (await scene.prepare(later)).kind


async def test_a_dial_whose_attempt_was_taken_back_asks_again(
    scene: Scene, stall: Callable[[Happening], None]
) -> None:
    """Law 3: the other execution was throttled; there is nothing to find."""
    call_id = await _ready(scene)
    scene.carrier.answers = [Answer(ProviderThrottled(), dials=False)]

    async def throttled() -> None:
        assert DialKind.DEFERRED is (await scene.dial(call_id)).kind

    stall(throttled)
    assert DialKind.DEFERRED is (await scene.dial(call_id)).kind
    assert (1, 0, 0) == (len(scene.carrier.requests), await scene.attempts(), await scene.lines_taken())


async def test_what_another_step_found_is_not_withdrawn(scene: Scene) -> None:
    """Law 1: "slow down" came after the call had been made, and a callback was quicker."""
    call_id = await _ready(scene)
    scene.carrier.answers = [Answer(ProviderThrottled())]
    scene.carrier.before_answer = lambda request: _rings(scene, call_id)
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    assert (1, 1) == (await scene.attempts(), await scene.lines_taken())


async def test_a_leg_without_its_row_ends_and_is_never_dialled_again(scene: Scene) -> None:
    """Law 1: gap and caps no longer know of it."""
    call_id = await _ready(scene)

    async def delete(request: PlaceRequest) -> None:
        await scene.campaign.run("DELETE FROM attempts WHERE id = :attempt", attempt=request.correlation)

    scene.carrier.before_answer = delete
    assert DialKind.UNCONFIRMED is (await scene.dial(call_id)).kind
    assert [f"CA-{call_id}-1"] == scene.carrier.hung_up
    assert (await scene.close(call_id)).closed
    assert ReadinessKind.FINAL is (await scene.prepare(call_id)).kind
    assert 0 == await scene.lines_taken()


async def test_a_call_that_was_closed_while_its_attempt_waited_is_not_placed(scene: Scene) -> None:
    """Law 1: a call without a line rings nowhere, whoever closed it."""
    call_id = await _ready(scene)
    await scene.campaign.run(
        """
        WITH line AS (UPDATE lines SET call_id = NULL WHERE call_id = :call)
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state)
        SELECT :attempt, c.account_id, c.id, 1, l.number_hash, c.trunk_id, 'created'
        FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
        """,
        call=call_id,
        attempt=attempt_id(call_id, 1),
    )
    async with scene.campaign.database.transaction() as session:
        assert await begin_placing(session, scene.campaign.account_id, attempt_id(call_id, 1)) is None


# A decision ages.


async def test_an_opt_out_while_the_sender_slept_stops_the_dial(
    scene: Scene, stall: Callable[[Happening], None]
) -> None:
    """Laws 2 and 4: the slot was missed, so the next one is taken on a decision of its own."""
    call_id = await _ready(scene)
    stall(partial(_opt_out, scene))
    assert DialKind.REFUSED is (await scene.dial(call_id)).kind
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())


async def test_an_opt_out_while_the_request_left_late_stops_the_next_try(scene: Scene) -> None:
    """Laws 2 and 4: the same after the compare-and-set."""
    call_id = await _ready(scene)
    scene.carrier.answers = [Answer(SendRefused(code="too_late"), dials=False)]
    scene.carrier.before_answer = lambda request: _opt_out(scene)
    assert DialKind.REFUSED is (await scene.dial(call_id)).kind
    assert (1, {}) == (len(scene.carrier.requests), scene.carrier.dialled)
    assert (0, 0) == (await scene.attempts(), await scene.lines_taken())


async def test_a_breaker_that_opens_while_a_dial_misses_its_slot_holds_it(
    scene: Scene, stall: Callable[[Happening], None]
) -> None:
    """Requirement 44."""
    call_id = await _ready(scene)
    stall(partial(_open_breaker, scene))
    assert DialKind.DEFERRED is (await scene.dial(call_id)).kind
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())


async def test_no_request_may_leave_on_a_decision_over_a_second_old(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 2: however long after its slot a dial may leave."""
    monkeypatch.setattr(dialling, "LATE", timedelta(seconds=30))
    call_id = await _ready(scene)
    await scene.dial(call_id)
    [request] = scene.carrier.requests
    [decided] = await scene.campaign.rows(
        "SELECT decided_at FROM decisions WHERE call_id = :call ORDER BY id DESC LIMIT 1", call=call_id
    )
    assert request.send_before <= decided["decided_at"] + timedelta(seconds=1)


# What is looked up.


async def test_a_dial_that_rings_just_before_it_is_given_up_is_placed(scene: Scene) -> None:
    """Law 1: closed as unconfirmed it would ring on without anybody to end it."""
    scene.within(send_limit=timedelta(seconds=0.3), unconfirmed_after=timedelta(0))
    call_id = await _ready(scene)
    scene.carrier.answers = [Answer(OutcomeUnknown(), dials=False)]
    real = UnknownDials._give_up

    async def rings_first(unknown: UnknownDials, *arguments: object) -> bool:
        await _rings(scene, call_id)
        return await real(unknown, *arguments)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(UnknownDials, "_give_up", rings_first)
        assert DialKind.PLACED is (await scene.dial(call_id)).kind
    known = await scene.known(call_id)
    assert known is not None
    assert (AttemptState.RINGING, None) == (known.state, known.leg_result)


@pytest.mark.parametrize("step", ["dial", "hang up"])
async def test_a_leg_of_another_account_is_not_taken_for_ours(
    scene: Scene, database: Database, key_ring: KeyRing, step: str
) -> None:
    """Law 1: two accounts may dial one person from one caller number of one carrier's account."""
    theirs = scene_of(
        await running_campaign(database, key_ring, await other_account(database)), scene.carrier
    )
    their_call = await _ready(theirs)
    await theirs.dial(their_call)
    call_id = await _ready(scene)
    scene.carrier.answers = [Answer(OutcomeUnknown(), dials=False)]
    scene.carrier.shows_correlation = False
    scene.within(send_limit=timedelta(seconds=0.3), unconfirmed_after=timedelta(0))
    if step == "dial":
        assert DialKind.UNCONFIRMED is (await scene.dial(call_id)).kind
        return
    scene.carrier.before_answer = _die
    with pytest.raises(asyncio.CancelledError):
        await scene.dial(call_id)
    assert not (await run(LegActivities(scene.tools).hang_up, scene.attempt(call_id))).ended
    assert [] == scene.carrier.hung_up


async def test_a_dial_is_alive_while_it_waits_for_its_slot(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 1: otherwise a busy trunk's dials would be given to a second worker beside the first."""
    monkeypatch.setattr(heartbeats, "EVERY_SECONDS", 0.05)
    call_id = await _ready(scene)
    await _next_slot_in(scene, 0.6)
    environment, beats = ActivityEnvironment(), []
    environment.on_heartbeat = lambda *_: beats.append(len(scene.carrier.requests))
    request = DialRequest(scene.campaign.account_id, call_id, 1)
    assert DialKind.PLACED is (await environment.run(DialActivities(scene.tools).dial, request)).kind
    assert 5 < beats.count(0)


async def _ready(scene: Scene) -> CallId:
    """A call that holds its line, with a gap that an attempt of its own would break."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(gap_seconds=3600)))
    call_id = await scene.campaign.call(NUMBER)
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    return call_id


async def _next_slot_in(scene: Scene, seconds: float) -> None:
    await scene.campaign.run(
        "UPDATE trunks SET next_dial_at = clock_timestamp() + CAST(:wait AS interval) WHERE id = :trunk",
        wait=timedelta(seconds=seconds),
        trunk=scene.campaign.trunk_id,
    )


async def _opt_out(scene: Scene) -> None:
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        await suppress(
            session, campaign.account_id, [NUMBER], campaign.key_ring, channel="all", source="operator"
        )


async def _open_breaker(scene: Scene) -> None:
    await scene.campaign.run(
        "UPDATE trunks SET paused_until = clock_timestamp() + interval '1 min', paused_because = 'a test' WHERE id = :t",
        t=scene.campaign.trunk_id,
    )


async def _rings(scene: Scene, call_id: CallId) -> None:
    """The carrier's callback."""
    attempt = attempt_id(call_id, 1)
    async with scene.campaign.database.transaction() as session:
        known = await scene.known(call_id)
        assert known is not None
        event = LegEvent(AttemptState.RINGING, "ringing", f"CA-{attempt}", known.read_at)
        await record_leg_event(session, attempt, event)


async def _die(request: PlaceRequest) -> None:
    raise asyncio.CancelledError
