"""The rest of a commit once it has begun: at the request that asked for it, or in the upkeep if that was cut off."""

import structlog

from api.errors import WorkflowGone, WorkflowsUnreachable
from api.tools import ApiTools
from database import lead_imports
from database.campaigns import get_campaign
from database.import_barred import bind_barred
from database.lead_imports import ImportView
from domain.campaigns import CampaignState
from domain.identifiers import AccountId, CampaignId, ImportId

log = structlog.get_logger()


async def finish_commit(tools: ApiTools, account_id: AccountId, import_id: ImportId) -> ImportView:
    """The import as committed: its leads released in batches of bounded length, its campaign told.

    Two may do so at once, each takes what the other has left.
    """
    released = 1
    while released:
        async with tools.database.transaction() as session:
            released = await lead_imports.release_leads(session, account_id, import_id)
    async with tools.database.transaction() as session:
        await bind_barred(session, account_id, import_id)
        committed = await lead_imports.finish_commit(session, account_id, import_id, tools.now())
        campaign = await get_campaign(session, account_id, committed.campaign_id)
    if campaign.state is CampaignState.RUNNING:
        await tell_feeder(tools, campaign.id)
    return committed


async def finish_unfinished(tools: ApiTools) -> None:
    """Finish every commit whose process died; one that is still under way is only helped."""
    async with tools.database.transaction() as session:
        unfinished = await lead_imports.unfinished_commits(session)
    for account_id, import_id in unfinished:
        await finish_commit(tools, account_id, import_id)
        log.info("import.finished", import_id=import_id)


async def tell_feeder(tools: ApiTools, campaign_id: CampaignId) -> None:
    """A feeder that is not told finds the leads in its next round."""
    try:
        await tools.workflows.tell_leads_added(campaign_id)
    except (WorkflowGone, WorkflowsUnreachable) as error:
        log.info("feeder.not_told", campaign_id=campaign_id, error=error.code)
