"""A closed call as the CRM is told of it."""

from database.call_records import read_call_record
from database.sealing import KeyRing
from database.session import Database
from database.trunks import add_trunk
from domain.identifiers import AccountId
from domain.outcomes import TechnicalResult
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene
from tests.database.campaign_rows import CampaignRows, running_campaign

_SWAPPED = "+14155552999"


async def _swap_trunk(campaign: CampaignRows) -> None:
    async with campaign.database.transaction() as session:
        trunk = await add_trunk(
            session,
            campaign.account_id,
            name="the other",
            carrier="twilio",
            caller_number=_SWAPPED,
            calls_per_second=1,
            lines=1,
        )
    await campaign.run("UPDATE campaigns SET trunk_id = :trunk WHERE id = :id", trunk=trunk.id)


async def test_a_call_that_was_never_dialled_has_the_number_it_would_have_been_made_with(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    call_id = await campaign.call("+493055501")
    await _swap_trunk(campaign)
    await campaign.run(
        "UPDATE calls SET state = 'closed', result = :result, outcome = 'none' WHERE id = :call",
        call=call_id,
        result=TechnicalResult.NEVER_DIALLED,
    )
    async with database.transaction() as session:
        record = await read_call_record(session, account_id, call_id, key_ring)
    assert record is not None
    assert _SWAPPED == record.caller_number


async def test_a_call_that_was_dialled_has_the_number_it_was_dialled_from(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await _swap_trunk(scene.campaign)
    await scene.campaign.run(
        "UPDATE calls SET state = 'closed', result = 'talked' WHERE id = :call", call=call_id
    )
    async with scene.campaign.database.transaction() as session:
        record = await read_call_record(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert record is not None
    assert "+14155552671" == record.caller_number
