"""The real Temporal client where no Temporal answers."""

from collections.abc import Awaitable, Callable

import pytest

from api.errors import WorkflowsUnreachable
from api.workflows import TemporalWorkflows
from database.sealing import KeyRing
from domain.calls import CallOrder, Cancellation, LegEnded
from domain.campaigns import CampaignOrder
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId, LeadId, TrunkId
from domain.workflow_messages import PAUSE
from startup.settings import Settings, TemporalSettings
from startup.temporal import connect

CALL = CallOrder(AccountId("acc"), CallId("call"), TrunkId("trunk"))
RING = "1:a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="

ASKED: list[Callable[[TemporalWorkflows], Awaitable[object]]] = [
    lambda to: to.check(),
    lambda to: to.start_call(CALL, LeadId("lead"), masked_number="+1***", not_before=None),
    lambda to: to.start_campaign(CampaignOrder(AccountId("acc"), CampaignId("camp")), name="Autumn"),
    lambda to: to.update_campaign(CampaignId("camp"), PAUSE, None, 1),
    lambda to: to.cancel_call("call/direct/call", Cancellation()),
    lambda to: to.tell_leg_ended("call/direct/call", LegEnded("1", AttemptId("call-1"), talking=False)),
]


@pytest.mark.parametrize("ask", ASKED)
async def test_whatever_is_asked_ends_as_unreachable(
    ask: Callable[[TemporalWorkflows], Awaitable[object]],
) -> None:
    settings = Settings(key_ring=RING, lookup_key=RING[2:], temporal=TemporalSettings(address="127.0.0.1:9"))
    workflows = TemporalWorkflows(await connect(settings, KeyRing.parse(RING, RING[2:])))
    with pytest.raises(WorkflowsUnreachable):
        await ask(workflows)
