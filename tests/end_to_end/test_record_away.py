"""PostgreSQL is away while a conversation ends: the media server hands its report to the call's workflow (law 4)."""

import pytest
from temporalio.api.enums.v1 import EventType
from temporalio.client import Client

from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.judge import judge
from tests.end_to_end.people import OPTS_OUT

_WORKFLOW = "SELECT lead_id FROM calls WHERE campaign_id = $1"
_SUPPRESSED = "SELECT s.source FROM suppressions s JOIN calls c ON c.id = s.call_id WHERE c.campaign_id = $1"
_ENDED = "SELECT result, outcome, state FROM calls WHERE campaign_id = $1"


@pytest.mark.timeout(180)
async def test_an_opt_out_said_while_the_record_is_away_is_bound_when_it_returns(house: House) -> None:
    """Requirement 124, by the processes as production starts them: the call is closed, nobody is dialled again."""
    lead = Lead(OPTS_OUT)
    campaign = await house.campaign_of([lead])
    await until(lambda: _has_heard(house, lead))
    [row] = await house.rows(_WORKFLOW, campaign)
    assert [] == await house.rows(_SUPPRESSED, campaign)
    house.record_was_away = True
    await house.system.kill("postgres")
    try:
        await until(lambda: _is_handed_over(house, f"call/{campaign}/{row['lead_id']}"))
    finally:
        await house.system.restart("postgres")
    await house.until_row(_SUPPRESSED, campaign, limit=60)
    await house.finished(campaign, 90)
    [call] = await house.rows(_ENDED, campaign)
    assert ("talked", "opt_out", "closed") == (call["result"], call["outcome"], call["state"])
    assert 1 == len(await house.dials(lead))
    await judge(house, campaign)


async def _has_heard(house: House, lead: Lead) -> bool:
    dials = await house.dials(lead)
    return bool(dials) and bool(dials[0]["heard"])


async def _is_handed_over(house: House, workflow_id: str) -> bool:
    """Whether the workflow was told of the report; while PostgreSQL is away that is the report itself."""
    environment = house.system.environment
    client = await Client.connect(
        environment["TEMPORAL_ADDRESS"], namespace=environment["TEMPORAL_NAMESPACE"]
    )
    history = await client.get_workflow_handle(workflow_id).fetch_history()
    return any(
        event.event_type is EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED
        and event.workflow_execution_signaled_event_attributes.signal_name == "conversation_reported"
        for event in history.events
    )
