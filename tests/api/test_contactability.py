"""Why somebody may or may not be contacted, as operators are told: by which rule with its source, and when next."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from domain.access import Role
from domain.identifiers import CallId, CampaignId, TrunkId
from tests.api.conftest import Operator
from tests.api.people import signed_in
from tests.api.test_preferences import noted
from tests.database.campaign_rows import CampaignRows

FLORIDA = b"phone,country,state,timezone,city,consents\n+13055552671,US,FL,America/New_York,Miami,express\n"
NUMBER = "+13055552671"
MIAMI = ZoneInfo("America/New_York")


def next_tuesday(hour: int, minute: int = 0) -> datetime:
    """In Miami, at least a week ahead, in a month without public holidays on a Tuesday."""
    start = (datetime.now(UTC) + timedelta(days=7)).astimezone(MIAMI)
    start = max(start, datetime(start.year + (start.month > 2), 2, 1, tzinfo=MIAMI))
    ahead = start + timedelta(days=(1 - start.weekday()) % 7)
    return ahead.replace(hour=hour, minute=minute, second=0, microsecond=0)


async def lead_of(operator: Operator, rows: bytes = FLORIDA, **campaign: Any) -> dict[str, Any]:
    """The only lead of a campaign that runs; nothing feeds it here."""
    made = await operator.campaign(**campaign)
    staged = (await operator.upload(made["id"], rows)).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    await operator.made(f"/api/campaigns/{made['id']}/start", {})
    [lead] = (await operator.client.get(f"/api/campaigns/{made['id']}/leads")).json()["data"]
    return dict(lead)


async def why(operator: Operator, lead: dict[str, Any], **query: Any) -> dict[str, Any]:
    answer = await operator.client.get(f"/api/leads/{lead['id']}/contactability", params=query)
    assert 200 == answer.status_code, answer.text
    told: dict[str, Any] = answer.json()
    return told


def names(told: dict[str, Any]) -> list[str]:
    return [rule["name"] for reason in told["reasons"] for rule in reason["rules"]]


async def test_a_lead_without_a_call_is_explained_by_the_law_of_its_state(operator: Operator) -> None:
    lead, night = await lead_of(operator), next_tuesday(21)
    told = await why(operator, lead, at=night.isoformat())
    morning = night.replace(day=night.day + 1, hour=8).astimezone(UTC)
    assert ("defer", morning, morning) == (
        told["verdict"],
        datetime.fromisoformat(told["until"]),
        datetime.fromisoformat(told["next_at"]),
    )
    [reason] = told["reasons"]
    assert "outside_hours" == reason["code"]
    [rule] = reason["rules"]
    assert f"{told['rule_set']} states.FL.hours" == rule["name"]
    assert rule["source"].startswith("Fla. Stat. 501.059(8)")
    assert "08:00 E" in told["sentence"]
    looked_at = told["looked_at"]
    assert (None, None, "running", "us", "FL") == tuple(
        looked_at[name] for name in ("call_id", "call_state", "campaign_state", "rules", "state")
    )
    assert [(zone, ["08:00-20:00"]) for zone in ["America/New_York"]] == [
        (zone["zone"], zone["hours"]) for zone in looked_at["zones"]
    ]
    assert night == datetime.fromisoformat(looked_at["zones"][0]["local_time"])
    consent = f"cons_{told['lead_id'][5:]}"
    assert (0, 6, 0, 3, 3600, ["express"], "express", consent) == tuple(
        looked_at[name]
        for name in (
            *("attempts", "attempts_allowed", "attempts_today", "attempts_allowed_today", "gap_seconds"),
            *("consents", "consent_needed", "consent_id"),
        )
    )


async def test_who_may_be_contacted_is_told_so(operator: Operator) -> None:
    noon = next_tuesday(12)
    told = await why(operator, await lead_of(operator), at=noon.isoformat())
    assert ("allow", None, noon, []) == (
        told["verdict"],
        told["until"],
        datetime.fromisoformat(told["next_at"]),
        told["reasons"],
    )


async def test_asking_leaves_nothing_behind(operator: Operator) -> None:
    """Nor does it keep anybody waiting: a lead is claimed and called afterwards as ever."""
    lead = await lead_of(operator)
    before = await _rows(operator)
    for channel in ("voice", "sms"):
        await why(operator, lead, channel=channel)
    assert before == await _rows(operator)


async def _rows(operator: Operator) -> list[int]:
    counts = []
    async with operator.tools.database.transaction() as session:
        for table in ("calls", "attempts", "decisions", "call_events", "audit_events", "lines"):
            found = await session.execute(
                text(f"SELECT count(*) FROM {table} WHERE account_id = :account"),
                {"account": operator.account_id},
            )
            counts.append(int(found.scalar_one()))
    return counts


def _campaign(operator: Operator, lead: dict[str, Any], trunk_id: str = "") -> CampaignRows:
    tools = operator.tools
    return CampaignRows(
        tools.database,
        tools.key_ring,
        operator.account_id,
        CampaignId(lead["campaign_id"]),
        TrunkId(trunk_id),
    )


async def test_asking_waits_for_no_dial(operator: Operator) -> None:
    """Whoever decides about the number holds its lock; who only asks is answered meanwhile."""
    lead = await lead_of(operator)
    campaign = _campaign(operator, lead)
    call_id = await _planned(operator, campaign, lead)
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("""
                SELECT pg_advisory_xact_lock(('x' || left(encode(l.number_hash, 'hex'), 16))::bit(64)::bigint)
                FROM leads l WHERE l.id = :lead
            """),
            {"lead": lead["id"]},
        )
        told = await asyncio.wait_for(why(operator, lead, at=next_tuesday(12).isoformat()), 5)
    assert (call_id, "claimed") == (told["looked_at"]["call_id"], told["looked_at"]["call_state"])


async def _planned(operator: Operator, campaign: CampaignRows, lead: dict[str, Any]) -> CallId:
    """The lead's call, as the feeder plans it."""
    await campaign.run("UPDATE leads SET state = 'ready' WHERE campaign_id = :id")
    [hours_key] = [
        row["hours_key"]
        for row in await campaign.rows("SELECT hours_key FROM leads WHERE id = :lead", lead=lead["id"])
    ]
    [claim] = await campaign.claim(round_number=1, hours_keys=[hours_key], limit=1)
    return claim.call_id


async def test_a_call_that_is_over_is_never_made_again_and_its_messages_may_be(operator: Operator) -> None:
    lead = await lead_of(operator)
    campaign, noon = _campaign(operator, lead), next_tuesday(12).isoformat()
    call_id = await _planned(operator, campaign, lead)
    await campaign.run("UPDATE calls SET state = 'closed' WHERE id = :call", call=call_id)
    answer = await operator.client.get(f"/api/calls/{call_id}/contactability", params={"at": noon})
    told = answer.json()
    assert ("refuse", None, ["call_over"], ["call.state"]) == (
        told["verdict"],
        told["next_at"],
        [reason["code"] for reason in told["reasons"]],
        names(told),
    )
    assert "allow" == (await why(operator, lead, at=noon, channel="sms"))["verdict"]


async def test_an_entry_of_the_list_is_named_where_it_holds(operator: Operator) -> None:
    lead, noon = await lead_of(operator), next_tuesday(12).isoformat()
    await operator.made("/api/dnc", {"numbers": [NUMBER], "channel": "sms"})
    assert "allow" == (await why(operator, lead, at=noon))["verdict"]
    told = await why(operator, lead, at=noon, channel="sms")
    [entry] = (await operator.client.get("/api/dnc")).json()["data"]
    assert ("refuse", None, ["do_not_call"]) == (told["verdict"], told["next_at"], names(told))
    shown = {
        name: entry[name] for name in ("id", "channel", "source", "campaign_id", "category", "expires_at")
    }
    assert [{**shown, "since": entry["created_at"]}] == told["looked_at"]["do_not_call"]
    await operator.made("/api/dnc", {"numbers": [NUMBER], "category": "marketing"})
    other = await operator.campaign(name="Other", **await operator.parts(more=" other"))
    await operator.made("/api/dnc", {"numbers": [NUMBER], "campaign_id": other["id"]})
    assert [] == (await why(operator, lead, at=noon))["looked_at"]["do_not_call"]
    await operator.made("/api/dnc", {"numbers": [NUMBER], "channel": "voice"})
    [listed] = (await why(operator, lead, at=noon))["looked_at"]["do_not_call"]
    assert "voice" == listed["channel"]


async def test_what_the_person_wished_takes_part_and_is_named(operator: Operator) -> None:
    lead, noon = await lead_of(operator), next_tuesday(12)
    preference = await noted(operator, number=NUMBER, hours={"tue": ["15:00-24:00"]}, words="tuesdays")
    told = await why(operator, lead, at=noon.isoformat())
    assert ("defer", noon.replace(hour=15), ["preference.when"]) == (
        told["verdict"],
        datetime.fromisoformat(told["next_at"]),
        names(told),
    )
    looked_at = told["looked_at"]
    assert ["15:00-20:00"] == looked_at["zones"][0]["hours"]
    [wish] = looked_at["preferences"]
    assert (preference, "when", "api", {"tue": ["15:00-24:00"]}) == (
        *(wish[name] for name in ("id", "kind", "source", "hours")),
    )
    assert "words" not in wish


async def test_caps_are_counted_on_the_number_over_all_campaigns(operator: Operator) -> None:
    lead, now = await lead_of(operator), operator.tools.now()
    call_id = await _planned(operator, campaign := _campaign(operator, lead), lead)
    await campaign.run(
        """
        INSERT INTO attempts (id, account_id, call_id, trunk_id, number, number_hash, state, placing_at, created_at)
        SELECT c.id || '-1', c.account_id, c.id, c.trunk_id, 1, l.number_hash, 'closed', now(), now()
        FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
        """,
        call=call_id,
    )
    told = await why(operator, lead)
    assert (1, 1) == (told["looked_at"]["attempts"], told["looked_at"]["attempts_today"])
    assert "plan.caps.gap_seconds" in names(told)
    assert abs(datetime.fromisoformat(told["looked_at"]["last_attempt_at"]) - now) < timedelta(minutes=1)
    tomorrow = (now + timedelta(days=2)).isoformat()
    assert 0 == (await why(operator, lead, at=tomorrow))["looked_at"]["attempts_today"]
    message = (await why(operator, lead, channel="sms"))["looked_at"]
    assert (None, None, None) == (
        message["attempts_allowed"],
        message["attempts_allowed_today"],
        message["gap_seconds"],
    )


async def test_a_lead_whose_place_is_not_known_is_told_what_holds_it(operator: Operator) -> None:
    campaign = await operator.campaign()
    staged = (await operator.upload(campaign["id"], b"phone,city,country\n+14155552672,Reno,Merica\n")).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    [lead] = (await operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"]
    told = await why(operator, lead)
    assert "refuse" == told["verdict"]
    assert "lead.review" in names(told)
    assert [] == told["looked_at"]["zones"]


@pytest.mark.parametrize(
    ("moment", "code"),
    [("2020-01-01T00:00:00Z", "past"), ("2090-01-01T00:00:00Z", "too_far"), ("tomorrow", None), ("7", None)],
)
async def test_a_moment_that_nobody_can_ask_about_is_refused(
    operator: Operator, moment: str, code: str | None
) -> None:
    lead = await lead_of(operator)
    refused = await operator.client.get(f"/api/leads/{lead['id']}/contactability", params={"at": moment})
    [error] = refused.json()["errors"]
    assert (422, "/query/at") == (refused.status_code, error["pointer"])
    assert code in (None, error["code"])


async def test_an_agent_is_told_of_their_own_calls_without_lists_they_may_not_read(
    operator: Operator,
) -> None:
    lead = await lead_of(operator)
    call_id = await _planned(operator, _campaign(operator, lead), lead)
    await operator.made("/api/dnc", {"numbers": [NUMBER]})
    agent = await signed_in(operator, Role.AGENT)
    path = f"/api/calls/{call_id}/contactability"
    assert 404 == (await agent.client.get(path)).status_code
    await operator.client.put(f"/api/campaigns/{lead['campaign_id']}/members/{agent.id}")
    told = (await agent.client.get(path)).json()
    assert ("refuse", None, None) == (
        told["verdict"],
        told["looked_at"]["do_not_call"],
        told["looked_at"]["preferences"],
    )
    assert 403 == (await agent.client.get(f"/api/leads/{lead['id']}/contactability")).status_code
