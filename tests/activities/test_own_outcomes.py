"""A script's own outcomes are followed by what their flags say, exactly as built-in ones (laws 4 and 5)."""

from datetime import UTC, datetime, timedelta

import pytest

from database.call_views import CallFilter, list_calls
from database.campaign_figures import campaign_figures
from domain.calls import DialKind, ReadinessKind
from domain.campaigns import AttemptCaps, CampaignPlan, FollowUpRule, RetryRule
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId
from domain.outcomes import BusinessOutcome, OutcomeFlags, TechnicalResult
from domain.own_outcomes import OutcomeDefinition
from domain.transcripts import Speaker, Turn
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene

SAID = (Turn(Speaker.PERSON, "Yes, I will be there on Tuesday, thank you.", 0, 4_000),)
CONFIRMED = OutcomeDefinition("confirmed", "They will come.", success=True).flags
UNDECIDED = OutcomeDefinition("undecided", "They do not know yet.", retry=True, follow_up=True).flags
DECEASED = OutcomeDefinition("deceased", "The person has died.", suppress=True).flags
PLAN = CampaignPlan(
    caps=AttemptCaps(per_lead=4, gap_seconds=0),
    retries={TechnicalResult.TALKED: RetryRule(attempts=2, first_wait_seconds=600, jitter=0)},
    follow_ups=(
        FollowUpRule("See you on Tuesday.", 60.0, outcomes=("confirmed",)),
        FollowUpRule("Here is what it is about.", 60.0, outcomes=(BusinessOutcome.FOLLOW_UP,)),
    ),
)


async def _talked(
    scene: Scene, name: str, flags: OutcomeFlags, *, number: str = NUMBER, late: bool = False
) -> CallId:
    await scene.campaign.set_plan(PLAN)
    call_id = await scene.campaign.call(number)
    await _talks_again(scene, call_id, name, flags, attempt=1, late=late)
    return call_id


async def _talks_again(
    scene: Scene, call_id: CallId, name: str, flags: OutcomeFlags, *, attempt: int, late: bool = False
) -> None:
    verdict = Verdict(name, SAID[0].text, flags=flags)
    await scene.prepared_dial(call_id, attempt)
    if not late:
        await scene.converse(call_id, verdict, EndReason.FINISHED, SAID, number=attempt)
    scene.carrier.end(f"CA-{call_id}-{attempt}", None)
    await scene.hang_up(call_id, attempt)
    if late:
        await scene.close(call_id, attempt)
        await scene.store(scene.report(call_id, verdict, EndReason.FINISHED, SAID, number=attempt))


async def test_a_success_ends_the_call_is_counted_found_and_followed(scene: Scene) -> None:
    """Requirements 74, 112."""
    call_id = await _talked(scene, "confirmed", CONFIRMED)
    await _talked(scene, "no_show", OutcomeDefinition("no_show", "x").flags, number=OTHER_NUMBER)
    after = await scene.close(call_id)
    again = await scene.what_follows(call_id)
    assert (True, "confirmed", [0]) == (after.closed, after.outcome, [each.rule for each in after.messages])
    assert (after.outcome, after.messages) == (again.outcome, again.messages)
    others = "SELECT id FROM calls WHERE account_id = :account_id AND id <> :call"
    [other] = await scene.campaign.rows(others, call=call_id)
    await scene.close(other["id"])
    account_id, key_ring = scene.campaign.account_id, scene.campaign.key_ring
    async with scene.campaign.database.transaction() as session:
        numbers = await campaign_figures(session, account_id, scene.campaign.campaign_id)
        found = await list_calls(
            session, account_id, key_ring, CallFilter(outcome="confirmed"), before=None, limit=9
        )
    assert ({"confirmed": 1, "no_show": 1}, 0.5) == (numbers.outcomes, numbers.goal_rate)
    assert [call_id] == [call.id for call in found]


async def test_one_that_retries_is_called_again_until_the_rule_is_used_up(scene: Scene) -> None:
    """And its messages, those for follow_up, go when the call is over."""
    call_id = await _talked(scene, "undecided", UNDECIDED)
    after = await scene.close(call_id)
    assert (False, ()) == (after.closed, after.messages)
    call = await scene.campaign.row("calls", call_id)
    assert ("waiting", "undecided") == (call["state"], call["outcome"])
    assert timedelta(minutes=9) < call["next_attempt_at"] - datetime.now(UTC) < timedelta(minutes=11)
    await scene.campaign.run(
        "UPDATE calls SET not_before = NULL, next_attempt_at = now() WHERE id = :call", call=call_id
    )
    await _talks_again(scene, call_id, "undecided", UNDECIDED, attempt=2)
    last = await scene.close(call_id, 2)
    assert (True, "undecided", [1]) == (last.closed, last.outcome, [each.rule for each in last.messages])


@pytest.mark.parametrize("late", [False, True])
async def test_one_that_suppresses_binds_on_every_channel(scene: Scene, late: bool) -> None:
    """However late it comes, and nothing is sent."""
    call_id = await _talked(scene, "deceased", DECEASED, late=late)
    after = await scene.close(call_id)
    listed = await scene.campaign.rows(
        "SELECT channel, source FROM suppressions WHERE account_id = :account_id"
    )
    assert [("all", "deceased")] == [(entry["channel"], entry["source"]) for entry in listed]
    assert () == after.messages


async def test_a_final_one_that_comes_late_ends_the_call_that_waits(scene: Scene) -> None:
    """Law 5: nobody who said that they come is called once more."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(per_lead=4, gap_seconds=0)))
    call_id = await scene.campaign.call(NUMBER)
    await _talks_again(scene, call_id, "confirmed", CONFIRMED, attempt=1, late=True)
    call = await scene.campaign.row("calls", call_id)
    assert ("closed", "confirmed") == (call["state"], call["outcome"])


async def test_the_next_dial_reads_what_an_own_outcome_means(scene: Scene) -> None:
    """A report that comes between the wait and the dial; it says nothing about the definition's later versions."""
    call_id = await _talked(scene, "undecided", UNDECIDED)
    await scene.close(call_id)
    await scene.campaign.run(
        "UPDATE calls SET not_before = NULL, next_attempt_at = now() WHERE id = :call", call=call_id
    )
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    await scene.campaign.run(
        "UPDATE conversations SET outcome_flags = jsonb_set(outcome_flags, '{final}', 'true') WHERE call_id = :call",
        call=call_id,
    )
    assert DialKind.REFUSED is (await scene.dial(call_id, 2)).kind
    assert "undecided" in (await scene.campaign.row("calls", call_id))["why"]
