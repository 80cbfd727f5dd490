"""`GET /api/campaigns/{id}/abandonment` and the figures beside it: what was counted, what follows, by which rule."""

from typing import Any

from sqlalchemy import text

from tests.api.conftest import Operator
from tests.api.test_contactability import FLORIDA, names, next_tuesday, why

_CALLS = text("""
    WITH lead AS (SELECT id, number_hash FROM leads WHERE id = :lead),
    call AS (INSERT INTO calls (id, account_id, campaign_id, lead_id, trunk_id, state, why)
             SELECT 'call_' || substr(id, 6), :account, :campaign, id, :trunk, 'waiting', '' FROM lead RETURNING id),
    tried AS (INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at, answered_at,
                                    stream_opened_at, stream_epoch)
              SELECT call.id || '-' || n, :account, call.id, n, 'x', :trunk, 'closed', now() - interval '3 days',
                     now() - interval '3 days', now() - interval '3 days', 1
              FROM call, generate_series(1, :answered) AS n RETURNING id, call_id, number)
    INSERT INTO conversations (attempt_id, account_id, call_id, answered_by, end_reason, outcome, decided_by, content_sealed, greeting_ms)
    SELECT id, :account, call_id, 'person', 'finished', 'none', 'rules', 'x', CASE WHEN number <= :abandoned THEN 2500 ELSE 200 END
    FROM tried
""")


async def meter(operator: Operator, campaign: str) -> dict[str, Any]:
    answer = await operator.client.get(f"/api/campaigns/{campaign}/abandonment")
    assert 200 == answer.status_code, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def test_a_campaign_that_is_held_says_so_everywhere(operator: Operator) -> None:
    """The meter, the figures, the preflight and the explanation of a lead."""
    campaign, lead, answered = await _campaign_with_two_leads(operator)
    nothing = await meter(operator, campaign["id"])
    assert ("too_few", {"answered": 0, "abandoned": 0, "share": None}) == (
        nothing["standing"],
        nothing["campaign"],
    )
    async with operator.tools.database.transaction() as session:
        values = {"lead": answered["id"], "account": operator.account_id, "campaign": campaign["id"]}
        await session.execute(
            _CALLS, {**values, "trunk": campaign["trunk_id"], "answered": 40, "abandoned": 2}
        )

    told = await meter(operator, campaign["id"])
    assert {"answered": 40, "abandoned": 2, "share": 0.05} == told["campaign"] == told["account"]
    assert ("held", 0, 2000, 30, 34) == tuple(
        told[name] for name in ("standing", "window", "within_ms", "days", "least_calls")
    )
    assert "abandonment@2026-12-01 us.most" == told["limit"]["rule"]
    assert "16 CFR 310.4" in told["limit"]["source"]

    figures = (await operator.client.get(f"/api/campaigns/{campaign['id']}/metrics")).json()
    assert (40, 2, 0.05) == tuple(
        figures[name] for name in ("answered_by_person", "abandoned", "abandonment_rate")
    )
    explained = await why(operator, lead, at=next_tuesday(12).isoformat())
    assert ["abandonment_limit"] == [reason["code"] for reason in explained["reasons"]]
    assert [told["limit"]["rule"]] == names(explained)


async def test_the_preflight_counts_who_is_held_by_it(operator: Operator) -> None:
    campaign, _, answered = await _campaign_with_two_leads(operator)
    async with operator.tools.database.transaction() as session:
        values = {"lead": answered["id"], "account": operator.account_id, "campaign": campaign["id"]}
        await session.execute(
            _CALLS, {**values, "trunk": campaign["trunk_id"], "answered": 34, "abandoned": 34}
        )
    found = (await operator.client.get(f"/api/campaigns/{campaign['id']}/preflight")).json()
    assert "abandonment_limit" in [reason["code"] for reason in found["later_because"]]
    assert 0 == found["now"]


async def _campaign_with_two_leads(
    operator: Operator,
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    campaign = await operator.campaign()
    staged = (
        await operator.upload(campaign["id"], FLORIDA + FLORIDA.splitlines()[1].replace(b"71", b"72"))
    ).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    await operator.made(f"/api/campaigns/{campaign['id']}/start", {})
    lead, other = (await operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"]
    return campaign, lead, other
