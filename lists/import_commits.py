"""The rest of a commit once it has begun: at the request that asked for it, or in the upkeep if that was cut off."""

import structlog

from database import lead_imports
from database.campaigns import get_campaign
from database.import_barred import bind_barred
from database.lead_events import tell_of_import
from database.lead_imports import ImportView
from domain.campaigns import CampaignState
from domain.identifiers import AccountId, ImportId
from lists.tools import ListTools

log = structlog.get_logger()


async def finish_commit(tools: ListTools, account_id: AccountId, import_id: ImportId) -> ImportView:
    """The import as committed: its leads released in batches of bounded length, its campaign told.

    Two may do so at once, each takes what the other has left.
    """
    released = 1
    while released:
        async with tools.database.transaction() as session:
            released = await lead_imports.release_leads(session, account_id, import_id)
    async with tools.database.transaction() as session:
        await bind_barred(session, account_id, import_id)
        await tell_of_import(session, account_id, import_id)
        committed = await lead_imports.finish_commit(session, account_id, import_id, tools.now())
        campaign = await get_campaign(session, account_id, committed.campaign_id)
    if campaign.state is CampaignState.RUNNING:
        await tools.tell_feeder(campaign.id)
    return committed


async def finish_unfinished(tools: ListTools) -> None:
    """Finish every commit whose process died; one that is still under way is only helped."""
    async with tools.database.transaction() as session:
        unfinished = await lead_imports.unfinished_commits(session)
    for account_id, import_id in unfinished:
        await finish_commit(tools, account_id, import_id)
        log.info("import.finished", import_id=import_id)
