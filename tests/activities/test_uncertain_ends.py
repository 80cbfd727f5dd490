"""Ends nobody saw: an opt-out before a cancel, a carrier that forgot a leg or cannot be asked, a text without its value."""

from datetime import timedelta

import pytest
import pytest_asyncio

from activities.legs import LegActivities
from activities.messages import MessageActivities
from database.sealing import KeyRing
from database.session import Database
from domain.calls import DialKind, LegStatus, MessageAnswer, MessageRequest, ReadinessKind
from domain.campaigns import CampaignPlan, FollowUpRule
from domain.conversations import EndReason, Verdict
from domain.identifiers import AccountId, CallId
from domain.outcomes import BusinessOutcome, TechnicalResult
from providers.errors import OutcomeUnknown, ProviderUnavailable
from tests.activities.carrier import Answer
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene, run, scene_of
from tests.database.campaign_rows import running_campaign

OPT_OUT = Verdict(BusinessOutcome.OPT_OUT, "Never call me again.")
AT_ONCE = {"send_limit": timedelta(seconds=1), "unconfirmed_after": timedelta(0)}


@pytest_asyncio.fixture
async def elsewhere(scene: Scene, database: Database, key_ring: KeyRing, account_id: AccountId) -> Scene:
    """Another campaign of the same account."""
    return scene_of(await running_campaign(database, key_ring, account_id), scene.carrier)


@pytest.mark.parametrize("repeated", [1, 2])
async def test_an_opt_out_binds_though_the_call_is_cancelled(
    scene: Scene, elsewhere: Scene, repeated: int
) -> None:
    """Law 4: whichever way the call ends."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await scene.converse(call_id, OPT_OUT, EndReason.OPT_OUT)
    await scene.hang_up(call_id)
    for _ in range(repeated):
        await scene.cancel(call_id)
    call = await scene.campaign.row("calls", call_id)
    assert ("closed", "cancelled", "opt_out") == (call["state"], call["result"], call["outcome"])
    again = await elsewhere.prepare(await elsewhere.campaign.call(NUMBER))
    assert ReadinessKind.REFUSED is again.kind


async def test_a_leg_the_carrier_forgot_is_over_once_its_dial_cannot_be_under_way(scene: Scene) -> None:
    """Law 6: neither the call nor its line hangs for ever; law 1: the number rests as after an unknown dial."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    scene.carrier.legs.clear()
    assert not (await _check(scene, call_id)).ended
    await _long_ago(scene)
    assert (await scene.hang_up(call_id)).ended
    assert TechnicalResult.UNCONFIRMED is (await scene.close(call_id)).result
    assert 0 == await scene.lines_taken()


async def test_a_number_rests_while_an_unknown_dial_of_it_is_being_closed(
    scene: Scene, elsewhere: Scene
) -> None:
    """Law 1: between the dial's answer and its close, and after a cancel."""
    scene.within(**AT_ONCE)
    scene.carrier.answers = [Answer(OutcomeUnknown(), dials=False)]
    call_id = await scene.campaign.call(NUMBER)
    assert DialKind.UNCONFIRMED is (await scene.prepared_dial(call_id)).kind
    other = await elsewhere.campaign.call(NUMBER)
    assert ReadinessKind.WAIT is (await elsewhere.prepare(other)).kind
    await scene.cancel(call_id)
    assert ReadinessKind.WAIT is (await elsewhere.prepare(other)).kind


async def test_a_carrier_that_cannot_be_asked_has_not_said_no(scene: Scene) -> None:
    """Law 1: the dial stays as it is, to be looked up again."""
    scene.within(**AT_ONCE)
    scene.carrier.answers = [Answer(OutcomeUnknown())]
    scene.carrier.away = ProviderUnavailable()
    call_id = await scene.campaign.call(NUMBER)
    with pytest.raises(ProviderUnavailable):
        await scene.prepared_dial(call_id)
    known = await scene.known(call_id)
    assert known is not None
    assert "placing" == known.state
    scene.carrier.away = None
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    assert 1 == len(scene.carrier.dialled)


async def test_a_text_without_its_value_is_refused_with_the_reason(scene: Scene) -> None:
    """Law 10: and nothing is left half sent."""
    await scene.campaign.set_plan(CampaignPlan(follow_ups=(FollowUpRule("Your code is {{code}}."),)))
    call_id = await scene.campaign.call(NUMBER)
    request = MessageRequest(scene.campaign.account_id, call_id, 0)
    answers = [await run(MessageActivities(scene.tools).send_message, request) for _ in range(2)]
    assert MessageAnswer(sent=False, why="The script needs a value for code.") == answers[0]
    assert "The message is refused." == answers[1].why
    [row] = (await scene.campaign.snapshot())["messages"]
    assert ("refused", "The script needs a value for code.") == (row["state"], row["reason"])


async def _check(scene: Scene, call_id: CallId) -> LegStatus:
    return await run(LegActivities(scene.tools).check_leg, scene.attempt(call_id))


async def _long_ago(scene: Scene) -> None:
    await scene.campaign.run(
        "UPDATE attempts SET placing_at = placing_at - interval '5 min' WHERE account_id = :account",
        account=scene.campaign.account_id,
    )
