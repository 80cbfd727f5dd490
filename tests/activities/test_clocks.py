"""The clocks of worker, database and carrier may be a minute apart: dials leave, none early, none late (law 2)."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Self

import pytest

from activities.messages import MessageActivities
from database.reported_events import LegEvent, record_leg_event
from domain.calls import AttemptState, DialKind, MessageAnswer, MessageRequest, ReadinessKind
from domain.campaigns import CampaignPlan, FollowUpRule
from domain.identifiers import CallId, attempt_id
from domain.outcomes import TechnicalResult
from providers.errors import OutcomeUnknown
from tests.activities.carrier import Answer
from tests.activities.connections import through
from tests.activities.scene import NUMBER, Scene, run
from tests.activities.test_messages import ScriptedMessenger

MINUTE = timedelta(minutes=1)
HALF = timedelta(seconds=30)
ROOMS = ("activities.", "database.", "providers.", "tests.activities.carrier")


@pytest.fixture(params=[MINUTE, -MINUTE], ids=["ahead", "behind"])
def worker_clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> timedelta:
    """How far the worker's time of day is ahead of the database's."""
    ahead: timedelta = request.param

    class Set(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp((datetime.now(UTC) + ahead).timestamp(), tz)

    for name, module in list(sys.modules.items()):
        if name.startswith(ROOMS) and getattr(module, "datetime", None) is datetime:
            monkeypatch.setattr(module, "datetime", Set)
    return ahead


async def test_a_call_is_dialled_at_once(scene: Scene, worker_clock: timedelta) -> None:
    """It would be sent after its deadline for ever, or long after its slot."""
    call_id = await scene.campaign.call(NUMBER)
    began = asyncio.get_running_loop().time()
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind
    assert 2 > asyncio.get_running_loop().time() - began
    assert 1 == len(scene.carrier.requests)


@pytest.mark.parametrize("opens_in, kind", [(HALF, ReadinessKind.WAIT), (-HALF, ReadinessKind.READY)])
async def test_a_chosen_moment_is_the_databases(
    scene: Scene, worker_clock: timedelta, opens_in: timedelta, kind: ReadinessKind
) -> None:
    """Requirement 22: as for calling hours."""
    call_id = await scene.campaign.call(NUMBER)
    await _choose(scene, call_id, opens_in)
    readiness = await scene.prepare(call_id)
    assert kind is readiness.kind
    if kind is ReadinessKind.WAIT:
        assert pytest.approx(30, abs=3) == readiness.wait_seconds


async def test_a_dial_keeps_to_the_chosen_moment(scene: Scene, worker_clock: timedelta) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await _choose(scene, call_id, HALF)
    answer = await scene.dial(call_id)
    assert DialKind.DEFERRED is answer.kind
    assert pytest.approx(30, abs=3) == answer.wait_seconds
    assert [] == scene.carrier.requests


@pytest.mark.parametrize("closes_in", [HALF, -HALF])
async def test_a_breaker_is_open_as_long_as_it_says(
    scene: Scene, worker_clock: timedelta, closes_in: timedelta
) -> None:
    """Requirement 44."""
    await scene.campaign.run(
        "UPDATE trunks SET paused_until = clock_timestamp() + CAST(:wait AS interval), paused_because = 'a test' WHERE id = :t",
        wait=closes_in,
        t=scene.campaign.trunk_id,
    )
    answer = await scene.prepared_dial(await scene.campaign.call(NUMBER))
    assert (DialKind.DEFERRED if closes_in > timedelta(0) else DialKind.PLACED) is answer.kind


async def test_an_unknown_dial_is_given_up_in_its_time(scene: Scene, worker_clock: timedelta) -> None:
    """Law 1: too early, its telephone may still ring; too late, its line is held for nothing."""
    scene.within(send_limit=timedelta(seconds=0.3), unconfirmed_after=timedelta(seconds=0.7))
    call_id = await scene.campaign.call(NUMBER)
    scene.carrier.answers = [Answer(OutcomeUnknown(), dials=False)]
    async with asyncio.timeout(20):
        assert DialKind.UNCONFIRMED is (await scene.prepared_dial(call_id)).kind
    attempt = await scene.campaign.row("attempts", attempt_id(call_id, 1))
    assert timedelta(seconds=1) <= attempt["ended_at"] - attempt["placing_at"]


async def test_a_message_is_sent_at_once(scene: Scene, worker_clock: timedelta) -> None:
    await scene.campaign.set_plan(CampaignPlan(follow_ups=(FollowUpRule("Thank you!"),)))
    call_id = await scene.campaign.call(NUMBER)
    messenger = ScriptedMessenger()
    tools = through(scene.tools, messenger=messenger)
    request = MessageRequest(scene.campaign.account_id, call_id, 0)
    answer: MessageAnswer = await run(MessageActivities(tools).send_message, request)
    assert answer.sent
    [message] = messenger.asked
    own = datetime.now(UTC) + worker_clock
    assert own - timedelta(seconds=5) < message.send_before <= own + timedelta(seconds=1)


async def test_a_leg_does_not_end_in_the_future(scene: Scene) -> None:
    """The carrier's clock is ahead; the next attempt's wait begins at the leg's end."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    in_a_minute = datetime.now(UTC) + MINUTE
    event = LegEvent(AttemptState.ENDED, "ended", f"CA-{attempt}", in_a_minute, TechnicalResult.BUSY)
    async with scene.campaign.database.transaction() as session:
        await record_leg_event(session, attempt, event)
    [row] = await scene.campaign.rows(
        "SELECT ended_at <= clock_timestamp() AS is_past FROM attempts WHERE id = :attempt", attempt=attempt
    )
    assert row["is_past"]


async def _choose(scene: Scene, call_id: CallId, ahead: timedelta) -> None:
    """Let the call wait for a moment so far ahead, by the database's clock."""
    await scene.campaign.run(
        "UPDATE calls SET not_before = clock_timestamp() + CAST(:ahead AS interval) WHERE id = :call",
        ahead=ahead,
        call=call_id,
    )
