"""The whole system with fewer permits of a speech provider than lines: new dials wait, and nothing leaks."""

import asyncio

from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.judge import judge, most_at_once

EARS = ("recogniser", "openai")  # of no other test's agents


async def test_two_campaigns_share_a_providers_permits_and_never_exceed_them(house: House) -> None:
    """Requirements 64 and 180: saturation on two trunks at once; whoever waits is shown, and nobody waits for ever."""
    await _limit(house, 2)
    try:
        await _saturate(house)
    finally:
        await _limit(house, None)


async def _saturate(house: House) -> None:
    leads = [[Lead("busy") for _ in range(6)] for _ in range(2)]
    parts = [await house.parts() for _ in leads]
    for one in parts:
        agent = {"name": f"Hears for {one['agent_id']}", "recogniser": "openai"}
        one["agent_id"] = (await house.post("/agents", agent))["id"]
    once = {"busy": {"attempts": 1}}
    campaigns = await asyncio.gather(
        *(house.campaign_of(some, parts=one, retries=once) for some, one in zip(leads, parts, strict=True))
    )
    await until(lambda: _is_short(house))
    for campaign in campaigns:
        await house.finished(campaign)
    dials = await house.dials(*leads[0], *leads[1])
    assert (12, 2) == (len(dials), most_at_once(dials))
    use = await _use(house)
    assert (0, 0) == (use["in_use"], use["waiting"])
    for campaign in campaigns:
        await judge(house, campaign)


async def _limit(house: House, most: int | None) -> None:
    answer = await house.api.put(f"/provider-limits/{'/'.join(EARS)}", json={"most": most})
    assert answer.is_success, answer.text


async def _use(house: House) -> dict[str, int]:
    shown = await house.get("/provider-limits")
    return next(one for one in shown if (one["kind"], one["provider"]) == EARS)


async def _is_short(house: House) -> bool:
    use = await _use(house)
    assert use["in_use"] <= 2
    return use["waiting"] > 0
