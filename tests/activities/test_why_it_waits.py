"""What a waiting call says it waits for is what holds it, and true for as long as it stands there."""

from datetime import UTC, datetime, timedelta

import pytest

from activities.attempt_readiness import ReadinessActivities
from database.call_views import list_scheduled
from database.sealing import KeyRing
from database.session import Database
from domain.calls import CallRef, Reschedule
from domain.campaigns import AttemptCaps, CampaignPlan, CampaignState
from domain.conversations import EndReason, Verdict
from domain.identifiers import AccountId, CallId
from domain.outcomes import BusinessOutcome, TechnicalResult
from tests.activities.scene import NUMBER, Scene, run, scene_of
from tests.database.campaign_rows import running_campaign

NO_GAP = CampaignPlan(caps=AttemptCaps(per_lead=4, gap_seconds=0))
CALLBACK = Verdict(
    BusinessOutcome.CALLBACK, "Call me again tomorrow.", callback_phrase="Call me again tomorrow."
)


async def test_a_back_off_says_what_it_follows_whatever_came_in_between(scene: Scene) -> None:
    """A pause is over with its resume; what is longer than it is what holds the call all the time.

    Requirements 37 and 82.
    """
    call_id = await _busy(scene)
    told = await _why(scene, call_id)
    assert told.startswith("Busy, 1 of 4. Next: ")
    for state in (CampaignState.PAUSED, CampaignState.RUNNING):
        await scene.campaign.set_state(state)
        await scene.prepare(call_id)
        assert told == await _why(scene, call_id)


async def test_a_cap_that_ends_later_leaves_the_failure_that_made_the_call_wait(scene: Scene) -> None:
    """The usual gap is longer than the wait after a vendor's failure; an operator has to see the failure all the same."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await scene.converse(call_id, Verdict(BusinessOutcome.NONE), EndReason.BROKEN, failed_vendor="deepgram")
    assert TechnicalResult.VENDOR_FAILED is (await scene.close(call_id)).result
    await scene.prepare(call_id)
    told = "Vendor failed, 1 of 3. The last call was less than 60 minutes ago. Until "
    assert (await _why(scene, call_id)).startswith(told)


async def test_a_pause_is_the_reason_of_a_call_that_waits_for_nothing_else(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.campaign.set_state(CampaignState.PAUSED)
    await scene.prepare(call_id)
    assert (await _why(scene, call_id)).startswith("The campaign is paused.")
    await scene.campaign.set_state(CampaignState.RUNNING)
    await scene.prepare(call_id)
    assert "has a line, about to be dialled" == await _why(scene, call_id)


async def test_a_callback_is_what_its_person_asked_for(scene: Scene) -> None:
    call_id = await _callback(scene)
    await scene.campaign.set_state(CampaignState.PAUSED)
    await scene.prepare(call_id)
    assert (await _why(scene, call_id)).startswith("The person asked to be called then. Next: ")


@pytest.mark.parametrize("hours", [1, 72])
async def test_another_moment_that_is_chosen_replaces_the_reason_at_once(scene: Scene, hours: int) -> None:
    """Requirement 27, also of a callback and to an earlier moment; before the call has looked at it and after."""
    call_id = await _callback(scene)
    await scene.prepare(call_id)
    at = datetime.now(UTC) + timedelta(hours=hours)
    await _reschedule(scene, call_id, at)
    moved = "The person asked for this call, and another time was chosen for it."
    assert (moved, at) == (await _why(scene, call_id), await _next(scene, call_id))
    await scene.prepare(call_id)
    assert (await _why(scene, call_id)).startswith(f"{moved} Next: ")
    assert at == await _next(scene, call_id)


async def test_what_ends_sooner_is_not_told(
    scene: Scene, database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Another call to the number, and the gap after it, are long over when the call may be made at last."""
    await scene.prepared_dial(await scene.campaign.call(NUMBER))
    other = scene_of(await running_campaign(database, key_ring, account_id))
    waiting = await other.campaign.call(NUMBER)
    await _reschedule(other, waiting, datetime.now(UTC) + timedelta(days=1))
    await other.prepare(waiting)
    assert (await _why(other, waiting)).startswith("Another time was chosen. Next: ")
    [decision] = await other.campaign.rows(
        "SELECT reasons FROM decisions WHERE call_id = :call", call=waiting
    )
    assert {"not_before", "live_elsewhere", "too_soon"} == {reason["code"] for reason in decision["reasons"]}


async def test_only_moments_that_were_chosen_are_scheduled(scene: Scene) -> None:
    """A back-off is nobody's choice; a callback is the person's, and a back-off that is moved is the operator's."""
    backs_off, called_back = await _busy(scene), await _callback(scene, "+4930555007")
    assert [called_back] == await _scheduled(scene)
    await _reschedule(scene, backs_off, datetime.now(UTC) + timedelta(days=9))
    assert [called_back, backs_off] == await _scheduled(scene)


async def _busy(scene: Scene) -> CallId:
    """A call that backs off after its first attempt."""
    await scene.campaign.set_plan(NO_GAP)
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    scene.carrier.end(f"CA-{call_id}-1", TechnicalResult.BUSY)
    await scene.hang_up(call_id)
    assert TechnicalResult.BUSY is (await scene.close(call_id)).result
    return call_id


async def _callback(scene: Scene, number: str = NUMBER) -> CallId:
    """A call whose person asked to be called again."""
    await scene.campaign.set_plan(NO_GAP)
    call_id = await scene.campaign.call(number)
    await scene.prepared_dial(call_id)
    await scene.converse(call_id, CALLBACK, EndReason.FINISHED)
    assert not (await scene.close(call_id)).closed
    return call_id


async def _reschedule(scene: Scene, call_id: CallId, at: datetime) -> None:
    ref = CallRef(scene.campaign.account_id, call_id)
    await run(ReadinessActivities(scene.tools).reschedule_call, ref, Reschedule(at))


async def _scheduled(scene: Scene) -> list[str]:
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        found = await list_scheduled(session, campaign.account_id, campaign.key_ring, after=None, limit=10)
    return [call.id for call in found]


async def _why(scene: Scene, call_id: CallId) -> str:
    return str((await scene.campaign.row("calls", call_id))["why"])


async def _next(scene: Scene, call_id: CallId) -> datetime:
    return (await scene.campaign.row("calls", call_id))["next_attempt_at"]  # type: ignore[no-any-return]
