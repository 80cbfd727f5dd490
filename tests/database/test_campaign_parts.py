"""What campaigns are made of: scripts in their versions, parts of the same account, and all that an operator may change."""

from dataclasses import replace
from typing import Final

import pytest

from database.campaigns import CampaignChange, add_campaign, change_campaign, get_campaign
from database.scripts import add_version, list_scripts, list_versions, newest_version, script_of_call
from database.sealing import KeyRing
from database.session import Database
from domain.campaigns import CampaignPlan, FollowUpRule
from domain.errors import InvalidInput, NotFound
from domain.identifiers import AccountId
from domain.outcomes import TechnicalResult
from tests.database.campaign_rows import SCRIPT, CampaignRows, running_campaign
from tests.database.other_account import other_account

UNKNOWN: Final = FollowUpRule("Hello.", outcomes=("nobody_knows",))
PLAIN: Final = FollowUpRule("Hello.", results=(TechnicalResult.TALKED,))


async def _made_of(campaign: CampaignRows) -> CampaignChange:
    row = await campaign.row("campaigns", campaign.campaign_id)
    return CampaignChange(
        "another", row["script_version_id"], row["agent_id"], row["trunk_id"], "FR", CampaignPlan(window=3)
    )


async def test_each_part_is_of_the_account_and_the_one_that_is_not_is_named(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    ours = await _made_of(await running_campaign(database, key_ring, account_id))
    theirs = await _made_of(await running_campaign(database, key_ring, await other_account(database)))
    for name in ("script_version_id", "agent_id", "trunk_id"):
        wrong = replace(ours, **{name: getattr(theirs, name)})
        with pytest.raises(InvalidInput) as refused:
            async with database.transaction() as session:
                await add_campaign(session, account_id, wrong)
        assert f"/{name}" == refused.value.pointer
    for rules in ((UNKNOWN,), (PLAIN, UNKNOWN)):
        with pytest.raises(InvalidInput) as refused:
            async with database.transaction() as session:
                await add_campaign(session, account_id, replace(ours, plan=CampaignPlan(follow_ups=rules)))
        assert f"/plan/follow_ups/{len(rules) - 1}/outcomes/0" == refused.value.pointer


async def test_a_campaign_becomes_what_is_wanted_and_is_made_once(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    wanted = await _made_of(await running_campaign(database, key_ring, account_id))
    bare = replace(wanted, name="bare", default_region=None)
    for change in (wanted, bare):
        async with database.transaction() as session:
            changed = await change_campaign(session, account_id, campaign.campaign_id, change)
            assert changed == await get_campaign(session, account_id, campaign.campaign_id)
        assert change == CampaignChange(
            changed.name,
            changed.script_version_id,
            changed.agent_id,
            changed.trunk_id,
            changed.default_region,
            changed.plan,
        )
    async with database.transaction() as session:
        again = await add_campaign(session, account_id, wanted, campaign.campaign_id)
    assert changed == again


async def test_a_script_has_as_many_versions_as_it_said_different_things(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """The newest of each script, the newest script first, whichever was changed last."""
    campaign = await running_campaign(database, key_ring, account_id)
    await running_campaign(database, key_ring, account_id)
    morning = replace(SCRIPT, opening="Good morning.")
    async with database.transaction() as session:
        newer, older = await list_scripts(session, account_id, before=None, limit=5)
        first = older.script_id
        versions = [
            await add_version(session, account_id, first, each) for each in (morning, morning, SCRIPT)
        ]
        assert [2, 2, 3] == [each.number for each in versions]
        assert [3, 2, 1] == [
            each.number for each in await list_versions(session, account_id, first, before=None, limit=5)
        ]
        assert versions[2] == await newest_version(session, account_id, first)
        scripts = await list_scripts(session, account_id, before=None, limit=5)
        assert [newer, versions[2]] == scripts
        assert [versions[2]] == await list_scripts(session, account_id, before=newer.script_id, limit=5)
    call_id = await campaign.call("+4930555001")
    stranger = await other_account(database)
    async with database.transaction() as session:
        assert first == await script_of_call(session, account_id, call_id)
        with pytest.raises(NotFound):
            await script_of_call(session, stranger, call_id)
