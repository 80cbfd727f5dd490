"""A campaign is told when its last call is closed, so that it ends at once and need not keep asking."""

from domain.identifiers import campaign_workflow_id
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene


async def test_the_last_call_tells_its_campaign_once(scene: Scene) -> None:
    calls = [await scene.campaign.call(number) for number in (NUMBER, OTHER_NUMBER)]
    for call_id in calls:
        await scene.prepared_dial(call_id)
        assert [] == scene.temporal.told
        await scene.campaign.run(
            "UPDATE attempts SET state = 'ended', leg_result = 'invalid_number' WHERE call_id = :call",
            call=call_id,
        )
        await scene.close(call_id)
    await scene.close(calls[-1])
    assert [campaign_workflow_id(scene.campaign.campaign_id)] == scene.temporal.told


async def test_a_campaign_that_has_leads_left_is_not_told(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.campaign.lead(OTHER_NUMBER)
    await scene.prepared_dial(call_id)
    await scene.campaign.run(
        "UPDATE attempts SET state = 'ended', leg_result = 'invalid_number' WHERE call_id = :call",
        call=call_id,
    )
    await scene.close(call_id)
    assert [] == scene.temporal.told
