"""Leads are told of where they come, or change, one by one; of a list as one. In order with their calls, and without anything personal."""

import asyncio
import json
from typing import Any

import pytest
from sqlalchemy import text

from api.upkeep import tell_programs
from database import lead_events
from database.live_events import newest_seq, number_events
from database.reported_events import record_event
from domain.identifiers import LeadId, planned_call_id
from domain.webhook_rules import EVENT_KINDS
from tests.api.conftest import Operator
from tests.api.lead_hooks import hooked

THREE = b"phone,city\n+14155552672,Reno\n+14155552673,\n12,Reno\n"


async def told(operator: Operator) -> list[tuple[str, dict[str, Any]]]:
    """The account's events about leads, with their details, in the order in which they were stored."""
    async with operator.tools.database.transaction() as session:
        rows = await session.execute(
            text("""
                SELECT kind, detail FROM call_events
                WHERE account_id = :account_id AND kind LIKE 'lead%' ORDER BY id
            """),
            {"account_id": operator.account_id},
        )
        return [(row.kind, row.detail) for row in rows]


async def leads_of(operator: Operator, campaign_id: str) -> list[str]:
    answer = await operator.client.get(f"/api/campaigns/{campaign_id}/leads")
    return [lead["id"] for lead in reversed(answer.json()["data"])]


async def test_a_short_list_is_told_of_lead_by_lead(operator: Operator) -> None:
    """Requirement 6. Committing twice tells once."""
    campaign = await operator.campaign()
    staged = (await operator.upload(campaign["id"], THREE, rules="simulation")).json()
    assert [] == await told(operator)
    for _ in range(2):
        await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    ready, held = await leads_of(operator, campaign["id"])
    assert [
        ("lead.created", {"lead_id": ready, "import_id": staged["id"]}),
        ("lead.held", {"lead_id": held, "import_id": staged["id"], "review": "variables_missing:city"}),
    ] == sorted(await told(operator), key=lambda each: each[0])


async def test_a_long_list_is_one_event(operator: Operator) -> None:
    """Else a million of them would keep every call's events waiting."""
    campaign = await operator.campaign()
    rows = "".join(f"+1415555{2000 + place},Reno\n" for place in range(lead_events.ONE_BY_ONE + 1))
    staged = (
        await operator.upload(campaign["id"], f"phone,city\n12,x\n{rows}".encode(), rules="simulation")
    ).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    figures = {"rows": 102, "accepted": 101, "rejected": 1, "duplicates": 0}
    assert [("leads.imported", {"import_id": staged["id"], **figures})] == await told(operator)


async def test_what_a_hook_and_a_call_of_the_api_add_is_told_too(operator: Operator) -> None:
    campaign = await operator.campaign()
    await operator.made(
        f"/api/campaigns/{campaign['id']}/leads",
        {"number": "+14155552672", "rules": "simulation", "variables": {"city": "Reno"}},
    )
    await (await hooked(operator, campaign["id"])).sign({"phone": "+14155552673"})
    assert ["lead.created", "lead.held"] == [kind for kind, _ in await told(operator)]


async def test_what_is_mended_is_told_and_what_is_held_still_says_why(operator: Operator) -> None:
    campaign = await operator.campaign()
    staged = (
        await operator.upload(
            campaign["id"], b"phone,city,country\n+14155552672,,Merica\n+14155552673,,\n+14155552674,,\n"
        )
    ).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    before = len(await told(operator))
    first, *_ = await leads_of(operator, campaign["id"])
    await operator.client.patch(f"/api/leads/{first}", json={"country": "US"})
    await operator.client.patch(f"/api/leads/{first}", json={"variables": {"city": "Reno"}})
    every = {"review": "variables_missing:city", "mend": {"variables": {"city": "Reno"}}}
    await operator.made(f"/api/campaigns/{campaign['id']}/leads/mend", every)
    found = (await told(operator))[before:]
    assert [
        ("lead.held", {"lead_id": first, "review": "variables_missing:city"}),
        ("lead.mended", {"lead_id": first}),
    ] == found[:2]
    assert ["lead.mended"] * 2 == [kind for kind, _ in found[2:]]


async def test_many_that_are_mended_at_once_are_one_event(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = await operator.campaign()
    staged = (
        await operator.upload(
            campaign["id"], b"phone,city\n+14155552673,\n+14155552674,\n", rules="simulation"
        )
    ).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    monkeypatch.setattr(lead_events, "ONE_BY_ONE", 1)
    every = {"review": "variables_missing:city", "mend": {"variables": {"city": "Reno"}}}
    await operator.made(f"/api/campaigns/{campaign['id']}/leads/mend", every)
    assert ("leads.mended", {"review": every["review"], "mended": 2, "held": 0}) == (await told(operator))[-1]


async def test_a_lead_whose_number_is_listed_is_told_of_once(operator: Operator, stranger: Operator) -> None:
    """In each campaign of the account, and in nobody else's; with a list's own do-not-call column as well."""
    first = await operator.campaign()
    second = await operator.campaign(**await operator.parts(more=" more"))
    other = await stranger.campaign()
    for who, campaign in ((operator, first), (operator, second), (stranger, other)):
        staged = (
            await who.upload(campaign["id"], b"phone,city\n+14155552672,Reno\n", rules="simulation")
        ).json()
        await who.made(f"/api/lead-imports/{staged['id']}/commit", {})
    for _ in range(2):
        await operator.made("/api/dnc", {"numbers": ["+14155552672", "+14155552699"]})
    suppressed = [detail for kind, detail in await told(operator) if kind == "lead.suppressed"]
    ids = [(await leads_of(operator, campaign["id"]))[0] for campaign in (first, second)]
    assert sorted(ids) == sorted(detail["lead_id"] for detail in suppressed)
    assert {("all", "api")} == {(detail["channel"], detail["source"]) for detail in suppressed}
    assert ["lead.created"] == [kind for kind, _ in await told(stranger)]
    barring = b"phone,city,do not call\n+14155552672,Reno,yes\n+14155552675,Reno,\n"
    campaign = await stranger.campaign(**await stranger.parts(more=" more"))
    staged = (await stranger.upload(campaign["id"], barring, rules="simulation", confirm="true")).json()
    await stranger.made(f"/api/lead-imports/{staged['id']}/commit", {})
    assert "lead.suppressed" in [kind for kind, _ in await told(stranger)]


async def test_programs_are_told_of_a_lead_before_its_call_and_in_order(operator: Operator) -> None:
    """While one of a lead's events is not taken, neither the next nor its call's is sent."""
    made = await operator.made("/api/webhook-endpoints", {"url": "https://hooks.example.com/in"})
    campaign = await operator.campaign()
    await (await hooked(operator, campaign["id"])).sign({"phone": "+14155552673", "name": "Zebulon"})
    [lead] = await leads_of(operator, campaign["id"])
    await operator.client.patch(f"/api/leads/{lead}", json={"variables": {"city": "Reno"}})
    call = planned_call_id(LeadId(lead))
    async with operator.tools.database.transaction() as session:
        await record_event(session, operator.account_id, "call.waiting", "later", call_id=call)
    await _all_told(operator)
    async with operator.tools.database.transaction() as session:
        rows = await session.execute(
            text("""
                SELECT kind FROM webhook_deliveries WHERE endpoint_id = :id AND in_order_with = :call
                ORDER BY event_seq
            """),
            {"id": made["id"], "call": call},
        )
        assert ["lead.held", "lead.mended", "call.waiting"] == list(rows.scalars())
    deliveries = (await operator.client.get(f"/api/webhook-endpoints/{made['id']}/deliveries")).json()["data"]
    bodies = json.dumps(deliveries)
    assert "lead.held" in bodies
    assert not [mark for mark in ("4155552673", "Zebulon", "Reno") if mark in bodies]


async def _all_told(operator: Operator) -> None:
    """However many events of other tests stand before ours: both works take so many at once."""
    database, behind = operator.tools.database, True
    async with asyncio.timeout(30):
        while behind:
            async with database.transaction() as session:
                numbered = await number_events(session)
            await tell_programs(operator.tools)
            async with database.transaction() as session:
                found = await session.execute(text("SELECT seq FROM webhook_progress"))
                behind = numbered > 0 or found.scalar_one() < await newest_seq(session)


def test_every_kind_about_leads_may_be_asked_for_and_is_described() -> None:
    kinds = {kind for kind in EVENT_KINDS if kind.startswith("lead")}
    assert 7 == len(kinds)
    with open("docs/webhooks.md", encoding="utf-8") as page:
        described = page.read()
    assert [] == [kind for kind in sorted(EVENT_KINDS) if f"`{kind}`" not in described]
