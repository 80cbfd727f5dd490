"""`GET /api/wallboard`: one answer for a whole screen, and nothing on it that its reader may not see."""

from datetime import UTC, datetime

from domain.access import Role
from tests.api.conftest import Operator
from tests.api.people import signed_in


async def test_it_names_campaigns_trunks_and_where_the_rates_should_be(operator: Operator) -> None:
    campaign = await operator.campaign()
    async with operator.tools.database.transaction() as session:
        connection = await session.connection()
        await connection.exec_driver_sql("UPDATE campaigns SET state = 'paused'")
    board = (await operator.client.get("/api/wallboard")).json()
    [shown] = board["campaigns"]
    assert (campaign["id"], "paused", 0, None) == tuple(
        shown[name] for name in ("id", "state", "live", "next_at")
    )
    assert [campaign["trunk_id"]] == [trunk["id"] for trunk in board["trunks"]]
    assert [] == board["vendors"]
    nothing = {"rate": None, "at_least": None, "at_most": None, "is_met": None}
    assert nothing == board["goal"] == board["answered"]
    assert {**nothing, "at_least": 0.97} == board["technical"]
    assert {**nothing, "at_most": 0.03} == board["abandonment"]
    assert abs((datetime.fromisoformat(board["at"]) - datetime.now(UTC)).total_seconds()) < 60


async def test_whoever_sees_only_their_own_campaigns_sees_no_trunks_and_no_vendors(
    operator: Operator,
) -> None:
    await operator.campaign()
    agent, manager = await signed_in(operator, Role.AGENT), await signed_in(operator, Role.AGENT_MANAGER)
    hers = (await agent.client.get("/api/wallboard")).json()
    assert (None, None, []) == (hers["trunks"], hers["vendors"], hers["campaigns"])
    assert 1 == len((await manager.client.get("/api/wallboard")).json()["trunks"])
