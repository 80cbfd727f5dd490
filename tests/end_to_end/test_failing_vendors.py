"""The whole system while a vendor that an agent relies on is away: the list waits, and nobody counts as talked to."""

import asyncio

import pytest

from domain.outcomes import TechnicalResult
from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.judge import judge
from tests.end_to_end.people import YES

LEADS = 6
LINES = 2
IN_A_ROW = 3


@pytest.mark.timeout(360)  # an outage, the pause after it, and everybody once more
async def test_an_outage_of_the_language_model_burns_no_list(house: House) -> None:
    """Two lines, six people: the dialling stops after a few, says why, and everybody is talked to in the end.

    Requirements 112 and 130.
    """
    parts = await house.parts(trunk_id=await house.trunk(lines=LINES))
    leads = [Lead(YES) for _ in range(LEADS)]
    await house.fault("openai", "500", times=None)
    try:
        campaign = await house.campaign_of(leads, parts=parts)
        await until(lambda: _holds(house), 90)
        held = len(await house.dials(*leads))
        assert IN_A_ROW <= held <= IN_A_ROW + LINES
        assert {None, "vendor_failed"} >= await _results(house, campaign)
        waiting = [call["why"] for call in (await house.calls_of(campaign)).values()]
        assert any("waits for the language model openai: it has failed" in why for why in waiting)
    finally:
        await house.world.delete("/control/faults")
    await house.finished(campaign, 240)
    assert {"talked"} == {call["result"] for call in (await house.calls_of(campaign)).values()}
    assert [] == await house.get("/provider-limits/failing")
    numbers = await house.get(f"/campaigns/{campaign}/metrics")
    assert numbers["attempt_results"]["vendor_failed"] >= IN_A_ROW
    assert numbers["technical_rate"] < 1
    await judge(house, campaign)


async def _holds(house: House) -> bool:
    failing, dials = await asyncio.gather(house.get("/provider-limits/failing"), house.ledger())
    is_quiet = all(call["ended_at"] for call in dials["calls"])
    return is_quiet and any(vendor["held_until"] and vendor["waiting"] for vendor in failing)


async def _results(house: House, campaign: str) -> set[str | None]:
    rows = await house.rows(
        "SELECT a.result FROM attempts a JOIN calls c ON c.id = a.call_id WHERE c.campaign_id = $1", campaign
    )
    return {row["result"] and TechnicalResult(row["result"]) for row in rows}
