"""What a step is given or told reaches the rows and the workflows it is for, none of it left out."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from activities import closing
from activities.attempt_readiness import ReadinessActivities
from activities.campaigns import CampaignActivities
from activities.legs import LegActivities
from database.suppressions import suppress
from domain.calls import AttemptState, CallOrder, CallRef, Readiness, ReadinessKind, Reschedule
from domain.campaigns import (
    AttemptCaps,
    CampaignChange,
    CampaignOrder,
    CampaignPlan,
    CampaignState,
    FeedRound,
    PaceChange,
)
from domain.contactability import LISTED
from domain.conversations import AnsweredBy, EndReason, Verdict
from domain.outcomes import BusinessOutcome, TechnicalResult
from domain.phone_numbers import masked
from domain.transcripts import Speaker, Turn
from providers.carriers.contract import Leg, LegPhase
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run

LATER = datetime(2030, 1, 1, tzinfo=UTC)


async def test_an_operators_act_goes_with_what_it_wishes(scene: Scene) -> None:
    """Requirement 101: without its number a wish that comes late undoes a newer one."""
    campaign, call_id = scene.campaign, await scene.campaign.call(NUMBER)
    account_id, campaign_id = campaign.account_id, campaign.campaign_id
    steps = CampaignActivities(scene.tools)
    paused = CampaignState.PAUSED
    standing = await run(steps.set_campaign_state, CampaignChange(account_id, campaign_id, paused, 7))
    await run(steps.set_pace, PaceChange(account_id, campaign_id, 9, 8))
    await run(
        ReadinessActivities(scene.tools).reschedule_call, CallRef(account_id, call_id), Reschedule(LATER, 11)
    )
    row, call = await campaign.row("campaigns", campaign_id), await campaign.row("calls", call_id)
    assert (paused, 7, 7) == (standing.state, standing.act, row["state_act"])
    assert (9, 8) == (row["plan"]["window"], row["window_act"])
    assert (LATER, 11) == (call["not_before"], call["moment_act"])


async def test_a_claimed_call_is_started_with_its_whole_order(scene: Scene) -> None:
    campaign = scene.campaign
    lead_id = await campaign.lead(NUMBER)
    feed = CampaignActivities(scene.tools).feed
    await run(feed, FeedRound(campaign.account_id, campaign.campaign_id, 1))
    [claimed] = await campaign.rows("SELECT id FROM calls WHERE lead_id = :lead", lead=lead_id)
    order = CallOrder(campaign.account_id, claimed["id"], campaign.trunk_id, campaign.campaign_id)
    [started] = scene.temporal.orders.values()
    assert order == CallOrder(started.account_id, started.call_id, started.trunk_id, started.campaign_id)
    assert [masked(NUMBER)] == scene.temporal.masked


async def test_a_repair_starts_what_was_claimed_long_ago_and_never_began(scene: Scene) -> None:
    """Not the call that is on its way this moment, nor one that has begun."""
    campaign = scene.campaign
    long_ago, on_its_way, begun = [await campaign.call(f"+493055500{place}") for place in range(3)]
    for call_id, state, seconds in (
        (long_ago, "claimed", 25),
        (on_its_way, "claimed", 15),
        (begun, "queued", 25),
    ):
        await campaign.run(
            "UPDATE calls SET created_at = now() - :seconds * interval '1 s', state = :state WHERE id = :call",
            call=call_id,
            state=state,
            seconds=seconds,
        )
    order = CampaignOrder(campaign.account_id, campaign.campaign_id)
    assert 1 == await run(CampaignActivities(scene.tools).repair, order)
    assert [await scene.workflow_of(long_ago)] == scene.temporal.started
    [started] = scene.temporal.orders.values()
    assert [masked("+4930555000")] == scene.temporal.masked
    assert (long_ago, campaign.trunk_id, campaign.campaign_id) == (
        started.call_id,
        started.trunk_id,
        started.campaign_id,
    )


@pytest.mark.parametrize(
    ("leg", "kept"),
    [
        ((LegPhase.ENDED, None, 12), {"state": "ended", "leg_result": None, "duration_seconds": 12}),
        ((LegPhase.ENDED, TechnicalResult.BUSY, None), {"state": "ended", "leg_result": "busy"}),
        ((LegPhase.ANSWERED, None, None), {"state": "answered", "leg_result": None}),
        ((LegPhase.RINGING, None, None), {"state": "ringing"}),
        ((LegPhase.WAITING, None, None), {"state": "placed"}),
    ],
    ids=lambda value: value[0].name.lower() if isinstance(value, tuple) else "",
)
async def test_what_a_carrier_answers_to_a_question_is_kept_whole(
    scene: Scene, leg: tuple[LegPhase, TechnicalResult | None, int | None], kept: dict[str, Any]
) -> None:
    """Law 5: as if its callback had come."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    ref = scene.attempt(call_id)
    phase, result, duration = leg
    name = f"CA-{ref.attempt_id}"
    scene.carrier.legs[name] = Leg(name, phase, result, duration, None, "as it is")
    status = await run(LegActivities(scene.tools).check_leg, ref)
    row = await scene.campaign.row("attempts", ref.attempt_id)
    assert kept == {name: row[name] for name in kept}
    assert (phase is LegPhase.ENDED) is status.ended
    if duration is not None:
        assert timedelta(seconds=duration) == row["ended_at"] - row["answered_at"]


async def test_an_attempt_that_was_closed_is_closed_the_same_again_though_more_is_known(scene: Scene) -> None:
    """Law 5: exactly one result; what is reported late amends the outcome and nothing of how the dial went."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = scene.attempt(call_id).attempt_id
    await scene.campaign.run(
        "UPDATE attempts SET stream_opened_at = now(), answered_at = now(), stream_epoch = 1 WHERE id = :attempt",
        attempt=attempt,
    )
    scene.carrier.end(f"CA-{attempt}", None)
    await scene.hang_up(call_id)
    first = await scene.close(call_id)
    assert TechnicalResult.CONVERSATION_LOST is first.result
    said = (Turn(Speaker.PERSON, "Yes, I am quite happy with all of it.", 0, 3000),)
    await scene.store(scene.report(call_id, Verdict(BusinessOutcome.NONE), EndReason.FINISHED, said))
    again = await scene.close(call_id)
    assert (first.result, first.closed) == (again.result, again.closed)
    row = await scene.campaign.row("attempts", attempt)
    assert (AttemptState.CLOSED, "conversation_lost") == (row["state"], row["result"])


async def test_a_call_that_is_ready_is_waited_for_as_long_as_its_plan_says(scene: Scene) -> None:
    await scene.campaign.set_plan(CampaignPlan(ring_seconds=31, longest_call_seconds=777))
    ready = await scene.prepare(await scene.campaign.call(OTHER_NUMBER))
    assert (31, 777, scene.campaign.trunk_id, 1) == (
        ready.ring_seconds,
        ready.longest_call_seconds,
        ready.trunk_id,
        ready.attempt,
    )
    assert f"{masked(OTHER_NUMBER)}, attempt 1" == ready.why


async def test_a_call_that_waits_or_is_refused_is_told_for_which_attempt_and_how_long(scene: Scene) -> None:
    """And so is its evidence: the second attempt's, though it is never made."""
    campaign, call_id = scene.campaign, await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    scene.carrier.end(f"CA-{call_id}-1", TechnicalResult.BUSY)
    await scene.hang_up(call_id)
    await scene.close(call_id)
    waits = await scene.prepare(call_id)
    until = (await campaign.row("calls", call_id))["next_attempt_at"]
    assert (ReadinessKind.WAIT, 2, until) == (waits.kind, waits.attempt, waits.until)
    assert waits.wait_seconds is not None
    assert abs(until - datetime.now(UTC) - timedelta(seconds=waits.wait_seconds)) < timedelta(seconds=30)
    async with campaign.database.transaction() as session:
        await suppress(
            session, campaign.account_id, [NUMBER], campaign.key_ring, channel="all", source="operator"
        )
    assert Readiness(ReadinessKind.REFUSED, attempt=2, why=LISTED.text) == await scene.prepare(call_id)
    decided = await campaign.rows(
        "SELECT attempt, verdict FROM decisions WHERE call_id = :call ORDER BY id", call=call_id
    )
    assert [(1, "allow"), (2, "defer"), (2, "refuse")] == [tuple(row.values()) for row in decided]


@pytest.mark.parametrize(
    ("outcome", "said_what"), [(BusinessOutcome.NONE, False), (BusinessOutcome.INTERESTED, True)]
)
async def test_an_attempt_is_judged_by_all_that_its_two_ends_tell(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, outcome: BusinessOutcome, said_what: bool
) -> None:
    """Law 5; what the person said counts by its words, not by its turns, and nothing of the agent's."""
    judged: list[dict[str, Any]] = []

    def judge(**facts: Any) -> TechnicalResult:
        judged.append(facts)
        return TechnicalResult.TALKED

    monkeypatch.setattr(closing, "technical_result", judge)
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(gap_seconds=0)))
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = scene.attempt(call_id).attempt_id
    scene.carrier.end(f"CA-{attempt}", TechnicalResult.NO_ANSWER)
    said = (
        Turn(Speaker.AGENT, "Hello, this is a machine that asks a lot.", 0, 900),
        Turn(Speaker.PERSON, "Yes please", 1000, 2000),
        Turn(Speaker.PERSON, "go on then", 2000, 3000),
    )
    await scene.converse(call_id, Verdict(outcome), EndReason.BROKEN, said, failed_vendor="model/openai")
    await scene.campaign.run(
        "UPDATE conversations SET answered_by = :by, voicemail_proved = true WHERE attempt_id = :attempt",
        by=str(AnsweredBy.SCREENING),
        attempt=attempt,
    )
    await scene.hang_up(call_id)
    await scene.close(call_id)
    assert [
        {
            "leg_result": TechnicalResult.NO_ANSWER,
            "talking": True,
            "answered_by": AnsweredBy.SCREENING,
            "end_reason": EndReason.BROKEN,
            "spoke_words": 5,
            "duration_ms": 20_000,
            "voicemail_proved": True,
            "vendor_failed": True,
            "said_what": said_what,
        }
    ] == judged
