"""The whole system with an agent whose engine hears and speaks by itself."""

from tests.end_to_end.house import House, Lead
from tests.end_to_end.judge import judge
from tests.end_to_end.people import OPTS_OUT, YES


async def test_a_campaign_is_held_by_the_agents_engine(house: House) -> None:
    """Requirement 71: from the agent's choice to the report, with an opt-out that is read late."""
    parts = await house.parts()
    agent = await house.post("/agents", {"name": f"Speaks for {parts['agent_id']}", "engine": "realtime"})
    agrees, leaves = Lead(YES), Lead(OPTS_OUT)
    campaign = await house.campaign_of([agrees, leaves], parts={**parts, "agent_id": agent["id"]})
    await house.finished(campaign)
    calls = await house.calls_of(campaign)
    outcomes = {lead.number: calls[lead.number]["outcome"] for lead in (agrees, leaves)}
    assert "opt_out" == outcomes[leaves.number] != outcomes[agrees.number]
    journal = (await house.world.get("/journal", params={"service": "openai.speech"})).json()
    assert 2 <= len([entry for entry in journal if entry["event"] == "Request"])
    await judge(house, campaign)
