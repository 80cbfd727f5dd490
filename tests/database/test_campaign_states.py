"""Where a campaign stands: what a step that stood still meanwhile may still write, and what not."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from database import lead_imports
from database.campaigns import complete_if_over, confirm_campaign_state
from database.sealing import KeyRing
from database.session import Database
from domain.campaigns import CampaignStanding, CampaignState
from domain.identifiers import AccountId, ImportId
from tests.database.campaign_rows import CampaignRows, running_campaign
from tests.database.locks import until_blocked

NUMBER = "+4930555001"
MORE_TO_DO: dict[str, Callable[[CampaignRows], Awaitable[object]]] = {
    "a lead": lambda campaign: campaign.lead(NUMBER),
    "a call": lambda campaign: campaign.call(NUMBER),
    "a commit": lambda campaign: _begin_commit(campaign),
    "a pause": lambda campaign: campaign.set_state(CampaignState.PAUSED),
}


async def test_a_campaign_with_nothing_left_is_completed_once(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    assert [True, True] == [await _complete(campaign) for _ in range(2)]
    assert 1 == await _told(campaign, CampaignState.COMPLETED)


async def test_a_campaign_that_was_cancelled_is_not_completed(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    await campaign.set_state(CampaignState.CANCELLED)
    assert not await _complete(campaign)


@pytest.mark.parametrize("come", MORE_TO_DO.values(), ids=MORE_TO_DO)
async def test_what_came_while_the_end_was_being_stored_is_not_ended_with_it(
    database: Database,
    key_ring: KeyRing,
    account_id: AccountId,
    come: Callable[[CampaignRows], Awaitable[object]],
) -> None:
    """The step was to store that all is done, and stood still until there was more to do."""
    campaign = await running_campaign(database, key_ring, account_id)
    await come(campaign)
    before = await _state(campaign)
    await campaign.set_state(CampaignState.COMPLETED)
    assert (before, 0) == (await _state(campaign), await _told(campaign, CampaignState.COMPLETED))


async def test_leads_that_are_committed_while_the_end_waits_for_them_are_seen(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """The statement would look at what there was when it began to wait."""
    campaign = await running_campaign(database, key_ring, account_id)
    import_id = await _staged_import(campaign)
    async with database.transaction() as session:
        await lead_imports.begin_commit(session, account_id, import_id)
        ending = asyncio.create_task(campaign.set_state(CampaignState.COMPLETED))
        await until_blocked(database)
    await ending
    assert CampaignState.RUNNING == await _state(campaign)


@pytest.mark.parametrize("late", [state for state in CampaignState if state is not CampaignState.DRAFT])
@pytest.mark.parametrize("end", [CampaignState.COMPLETED, CampaignState.CANCELLED])
async def test_nothing_is_written_over_a_campaigns_end(
    database: Database, key_ring: KeyRing, account_id: AccountId, end: CampaignState, late: CampaignState
) -> None:
    """A pause that came in the moment of the end left the campaign paused for ever, with nobody to be called."""
    campaign = await running_campaign(database, key_ring, account_id)
    await campaign.set_state(end)
    before = await campaign.snapshot()
    await campaign.set_state(late)
    assert before == await campaign.snapshot()


async def test_an_older_act_changes_nothing(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Paused by act 1, resumed by act 2; a step of act 1 stood still until now."""
    campaign = await running_campaign(database, key_ring, account_id)
    assert CampaignStanding(CampaignState.PAUSED, 1) == await campaign.set_state(CampaignState.PAUSED, act=1)
    resumed = await campaign.set_state(CampaignState.RUNNING, act=2)
    before = await campaign.snapshot()
    assert resumed == await campaign.set_state(CampaignState.PAUSED, act=1)
    assert (CampaignStanding(CampaignState.RUNNING, 2), before) == (resumed, await campaign.snapshot())


async def test_an_act_that_finds_what_it_wishes_for_is_older_than_none_before_it(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """It is to stay so, says act 2, though act 1 has not come yet."""
    campaign = await running_campaign(database, key_ring, account_id)
    async with database.transaction() as session:
        await confirm_campaign_state(session, account_id, campaign.campaign_id, 2)
    assert CampaignStanding(CampaignState.RUNNING, 2) == await campaign.set_state(CampaignState.PAUSED, act=1)
    assert CampaignStanding(CampaignState.PAUSED, 3) == await campaign.set_state(CampaignState.PAUSED, act=3)


async def test_what_has_no_number_is_stored_as_it_comes(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """It comes from a process of before; what has a number stays newer than what had a lower one."""
    campaign = await running_campaign(database, key_ring, account_id)
    await campaign.set_state(CampaignState.PAUSED, act=1)
    await campaign.set_state(CampaignState.RUNNING, act=2)
    assert CampaignStanding(CampaignState.PAUSED, 2) == await campaign.set_state(CampaignState.PAUSED)
    assert CampaignStanding(CampaignState.RUNNING, 2) == await campaign.set_state(CampaignState.RUNNING)
    assert CampaignStanding(CampaignState.RUNNING, 2) == await campaign.set_state(CampaignState.PAUSED, act=1)


async def test_a_cancel_is_stored_whatever_was_wished_since(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    await campaign.set_state(CampaignState.PAUSED, act=3)
    for state in (CampaignState.CANCELLING, CampaignState.CANCELLED):
        assert CampaignStanding(state, 3) == await campaign.set_state(state, act=2)


async def _complete(campaign: CampaignRows) -> bool:
    async with campaign.database.transaction() as session:
        return await complete_if_over(session, campaign.account_id, campaign.campaign_id)


async def _state(campaign: CampaignRows) -> str:
    return str((await campaign.row("campaigns", campaign.campaign_id))["state"])


async def _told(campaign: CampaignRows, state: CampaignState) -> int:
    events = await campaign.rows(
        "SELECT 1 AS one FROM call_events WHERE account_id = :account_id AND campaign_id = :id AND kind = :kind",
        id=campaign.campaign_id,
        kind=f"campaign.{state}",
    )
    return len(events)


async def _staged_import(campaign: CampaignRows) -> ImportId:
    async with campaign.database.transaction() as session:
        import_id = await lead_imports.begin_import(
            session, campaign.account_id, campaign.campaign_id, file_name="late.csv", replace=False
        )
        await lead_imports.finish_import(session, campaign.account_id, import_id, 0)
    return import_id


async def _begin_commit(campaign: CampaignRows) -> None:
    import_id = await _staged_import(campaign)
    async with campaign.database.transaction() as session:
        await lead_imports.begin_commit(session, campaign.account_id, import_id)
