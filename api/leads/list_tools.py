"""The tools of the API, as far as the work on lists needs them."""

from dataclasses import replace
from functools import partial

import structlog
from fastapi import BackgroundTasks

from api.errors import WorkflowGone, WorkflowsUnreachable
from api.tools import ApiTools
from api.workflows import Workflows
from domain.identifiers import CampaignId
from lists.tools import ListTools

log = structlog.get_logger()


def list_tools(tools: ApiTools) -> ListTools:
    """The tools that a list is read, committed and mended with."""
    return ListTools(tools.database, tools.key_ring, tools.now, partial(_tell_feeder, tools.workflows))


def list_tools_telling_later(tools: ApiTools, afterwards: BackgroundTasks) -> ListTools:
    """The same, for work that is stored after it has asked to tell a campaign of its leads: it is told after the answer."""

    async def tell(campaign_id: CampaignId) -> None:
        afterwards.add_task(_tell_feeder, tools.workflows, campaign_id)

    return replace(list_tools(tools), tell_feeder=tell)


async def _tell_feeder(workflows: Workflows, campaign_id: CampaignId) -> None:
    try:
        await workflows.tell_leads_added(campaign_id)
    except (WorkflowGone, WorkflowsUnreachable) as error:
        log.info("feeder.not_told", campaign_id=campaign_id, error=error.code)
