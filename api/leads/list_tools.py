"""The tools of the API, as far as the work on lists needs them."""

from functools import partial

import structlog

from api.errors import WorkflowGone, WorkflowsUnreachable
from api.tools import ApiTools
from api.workflows import Workflows
from domain.identifiers import CampaignId
from lists.tools import ListTools

log = structlog.get_logger()


def list_tools(tools: ApiTools) -> ListTools:
    """The tools that a list is read, committed and mended with."""
    return ListTools(tools.database, tools.key_ring, tools.now, partial(_tell_feeder, tools.workflows))


async def _tell_feeder(workflows: Workflows, campaign_id: CampaignId) -> None:
    try:
        await workflows.tell_leads_added(campaign_id)
    except (WorkflowGone, WorkflowsUnreachable) as error:
        log.info("feeder.not_told", campaign_id=campaign_id, error=error.code)
