"""Campaigns by HTTP: made, changed, started once, paused, resumed, cancelled."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from httpx import AsyncClient
from sqlalchemy import text

from api.unstarted_workflows import start_forgotten
from database.audit import list_acts, record_act
from database.campaigns import get_campaign
from domain.campaigns import CampaignOrder, CampaignState
from domain.identifiers import CampaignId
from tests.api.conftest import SCRIPT, Operator
from tests.api.workflows import Stall
from tests.database.locks import until_blocked


async def test_a_campaign_is_made_as_a_draft(operator: Operator) -> None:
    """Requirements 86, 128."""
    campaign = await operator.campaign()
    assert campaign["state"] == "draft"
    assert campaign["legal_actions"] == ["start", "cancel"]
    shown = await operator.client.get(f"/api/campaigns/{campaign['id']}")
    assert campaign == shown.json()


async def test_start_answers_202_and_starts_one_workflow_however_often_it_is_sent(operator: Operator) -> None:
    """Requirements 87, 129: double start is one start."""
    campaign = await operator.running_campaign()
    again = await operator.client.post(f"/api/campaigns/{campaign['id']}/start")
    assert again.status_code == 202
    assert again.json()["state"] == "running"
    assert [f"campaign/{campaign['id']}"] == operator.workflows.starts


async def test_a_campaign_without_leads_does_not_start(operator: Operator) -> None:
    campaign = await operator.campaign()
    refused = await operator.client.post(f"/api/campaigns/{campaign['id']}/start")
    assert (refused.status_code, refused.json()["code"]) == (422, "no_leads")
    assert (await operator.client.get(f"/api/campaigns/{campaign['id']}")).json()["state"] == "draft"


async def test_a_campaign_that_lost_its_workflow_gets_another_from_where_its_row_stands(
    operator: Operator,
) -> None:
    """Terminated, or failed: the repairs start it as it was, and a second cancel has it cancelled to its end.

    From its first round on it would start every call once more, for an hour perhaps, before it dialled anybody new.
    """
    campaign = (await operator.running_campaign())["id"]
    await operator.client.post(f"/api/campaigns/{campaign}/cancel")
    operator.workflows.running.clear()
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE leads SET claim_round = 7 WHERE campaign_id = :id"), {"id": campaign}
        )
    answer = await operator.client.post(f"/api/campaigns/{campaign}/cancel")
    assert (202, "cancelling") == (answer.status_code, answer.json()["state"])
    started = operator.workflows.running[f"campaign/{campaign}"]
    assert isinstance(started, CampaignOrder)
    assert (CampaignState.CANCELLING, 7) == (started.state, started.round)
    operator.workflows.running.clear()
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE campaigns SET started_at = now() - interval '1 min' WHERE id = :id"),
            {"id": campaign},
        )
    await start_forgotten(operator.tools)
    repaired = operator.workflows.running[f"campaign/{campaign}"]
    assert started == repaired


async def test_pause_resume_and_cancel_ask_the_workflow(operator: Operator) -> None:
    """Requirement 101."""
    campaign = await operator.running_campaign()
    states = []
    for action in ("pause", "resume", "pause", "cancel"):
        answer = await operator.client.post(f"/api/campaigns/{campaign['id']}/{action}")
        states.append(answer.json()["state"])
    assert states == ["paused", "running", "paused", "cancelling"]
    assert [update for update, _ in operator.workflows.updates] == ["pause", "resume", "pause", "cancel"]


OVERTAKEN = {
    "a pause by a resume": ([], "pause", ["resume"], "running"),
    "a resume by a pause": (["pause"], "resume", ["pause"], "paused"),
    "a pause by a resume of another": ([], "pause", ["pause", "resume"], "running"),
    "a resume by a pause after another": (["pause"], "resume", ["resume", "pause"], "paused"),
    "a cancel by a pause": ([], "cancel", ["pause"], "cancelling"),
    "a pause by a cancel": ([], "pause", ["cancel"], "cancelling"),
}


@pytest.mark.parametrize("before, first, meanwhile, after", OVERTAKEN.values(), ids=OVERTAKEN)
async def test_what_was_asked_last_counts_though_an_earlier_request_stood_still(
    operator: Operator, before: list[str], first: str, meanwhile: list[str], after: str
) -> None:
    """The first one is on record and has told the workflow nothing yet when the others come, whole. A cancel is final."""
    campaign = (await operator.running_campaign())["id"]
    for action in before:
        await operator.client.post(f"/api/campaigns/{campaign}/{action}")
    stall = operator.workflows.stalls[first] = Stall()
    standing = asyncio.create_task(operator.client.post(f"/api/campaigns/{campaign}/{first}"))
    await stall.reached.wait()
    for action in meanwhile:
        assert (await operator.client.post(f"/api/campaigns/{campaign}/{action}")).is_success
    stall.over.set()
    late = await standing
    shown = (await operator.client.get(f"/api/campaigns/{campaign}")).json()
    assert (after, after) == (shown["state"], operator.workflows.states[campaign])
    assert late.status_code == 409 or late.json()["state"] == after


PACED = {
    "by another pace": ("PUT", "/pace", {"window": 9}, 9),
    "by a change of the plan": ("PATCH", "", {"plan": {"window": 9}}, 9),
    "by a change of the plan that leaves it": ("PATCH", "", {"plan": {"ring_seconds": 40}}, 3),
}


@pytest.mark.parametrize("method, path, body, after", PACED.values(), ids=PACED)
async def test_a_pace_that_stood_still_is_overtaken(
    operator: Operator, method: str, path: str, body: dict[str, object], after: int
) -> None:
    campaign = (await operator.running_campaign())["id"]
    await operator.client.post(f"/api/campaigns/{campaign}/pause")
    stall = operator.workflows.stalls["set_pace"] = Stall()
    standing = asyncio.create_task(operator.client.put(f"/api/campaigns/{campaign}/pace", json={"window": 3}))
    await stall.reached.wait()
    assert (await operator.client.request(method, f"/api/campaigns/{campaign}{path}", json=body)).is_success
    stall.over.set()
    assert after == (await standing).json()["plan"]["window"]


async def test_requests_are_numbered_in_the_order_in_which_they_find_the_campaign(operator: Operator) -> None:
    """The numbers decide, so whoever waits for the row must not have one yet."""
    campaign = (await operator.running_campaign())["id"]
    async with operator.tools.database.transaction() as session:
        await get_campaign(session, operator.account_id, campaign, lock=True)
        waiting = asyncio.create_task(operator.client.post(f"/api/campaigns/{campaign}/pause"))
        await until_blocked(operator.tools.database)
        first = await record_act(session, operator.account_id, "key", "campaign.resumed", campaign)
    assert (await waiting).is_success
    async with operator.tools.database.transaction() as session:
        [paused, *_] = await list_acts(session, operator.account_id, before=None, limit=1)
    assert ("campaign.paused", True) == (paused.action, first < paused.id)


@pytest.mark.parametrize("action", ["pause", "cancel"])
async def test_what_is_asked_of_a_campaign_that_ends_meanwhile_sets_nothing_going(
    operator: Operator, action: str
) -> None:
    """It had ended rightly, with its workflow: another one would be paused, or cancelled, for nothing."""
    campaign = (await operator.running_campaign())["id"]
    stall = operator.workflows.stalls[action] = Stall()
    standing = asyncio.create_task(operator.client.post(f"/api/campaigns/{campaign}/{action}"))
    await stall.reached.wait()
    await operator.finish(campaign)
    operator.workflows.running.clear()
    stall.over.set()
    assert "completed" == (await standing).json()["state"]
    assert {} == operator.workflows.running


async def test_an_illegal_action_is_409_and_lists_the_legal_ones(operator: Operator) -> None:
    campaign = await operator.campaign()
    refused = await operator.client.post(f"/api/campaigns/{campaign['id']}/pause")
    assert refused.status_code == 409
    assert refused.headers["content-type"] == "application/problem+json"
    assert (refused.json()["code"], refused.json()["legal_actions"]) == (
        "illegal_transition",
        ["start", "cancel"],
    )


async def test_a_workflow_that_refuses_is_409_with_its_own_words(operator: Operator) -> None:
    campaign = await operator.running_campaign()
    operator.workflows.refusal = "The campaign is completing."
    refused = await operator.client.post(f"/api/campaigns/{campaign['id']}/pause")
    assert (refused.status_code, refused.json()["detail"]) == (409, "The campaign is completing.")


async def test_the_pace_is_changed_in_a_draft_and_while_running(operator: Operator) -> None:
    draft = await operator.campaign()
    changed = await operator.client.put(f"/api/campaigns/{draft['id']}/pace", json={"window": 7})
    assert changed.json()["plan"]["window"] == 7
    assert operator.workflows.updates == []


async def test_the_pace_of_a_running_campaign_is_its_workflows(operator: Operator) -> None:
    running = await operator.running_campaign()
    await operator.client.put(f"/api/campaigns/{running['id']}/pace", json={"window": 3})
    assert operator.workflows.updates == [("set_pace", 3)]


CHANGED = {
    "its pace": ("PUT", "/pace", {"window": 3}, "illegal_transition", {"draft", "running", "paused"}),
    "its plan": ("PATCH", "", {"name": "Winter"}, "not_changeable", {"draft", "paused"}),
}


@pytest.mark.parametrize("method, path, body, code, states", CHANGED.values(), ids=CHANGED)
async def test_in_which_states_a_campaign_is_changed(
    operator: Operator, method: str, path: str, body: dict[str, object], code: str, states: set[str]
) -> None:
    campaign = (await operator.campaign())["id"]
    for state in CampaignState:
        async with operator.tools.database.transaction() as session:
            await session.execute(
                text("UPDATE campaigns SET state = :state WHERE id = :id"), {"state": state, "id": campaign}
            )
        order = CampaignOrder(operator.account_id, CampaignId(campaign), state=state)
        operator.workflows.running.clear()
        await operator.workflows.start_campaign(order, name="Autumn")
        before = (await operator.client.get(f"/api/campaigns/{campaign}")).json()
        answer = await operator.client.request(method, f"/api/campaigns/{campaign}{path}", json=body)
        if state in states:
            assert 200 == answer.status_code, (state, answer.text)
        else:
            assert (409, code) == (answer.status_code, answer.json()["code"]), state
            assert before == (await operator.client.get(f"/api/campaigns/{campaign}")).json()


async def test_a_cancelled_draft_is_cancelled_at_once_and_stays_so(operator: Operator) -> None:
    """Nobody was called, and no workflow could answer."""
    draft = await operator.campaign()
    for _ in range(2):
        cancelled = await operator.client.post(f"/api/campaigns/{draft['id']}/cancel")
        assert (202, "cancelled", []) == (
            cancelled.status_code,
            cancelled.json()["state"],
            cancelled.json()["legal_actions"],
        )
    assert ([], []) == (operator.workflows.starts, operator.workflows.updates)


async def test_a_started_campaign_says_since_when_and_starts_no_second_time(operator: Operator) -> None:
    before = datetime.now(UTC)
    campaign = await operator.running_campaign()
    assert before <= datetime.fromisoformat(campaign["started_at"]) <= datetime.now(UTC)
    await operator.finish(campaign["id"])
    again = await operator.client.post(f"/api/campaigns/{campaign['id']}/start")
    assert (409, "illegal_transition") == (again.status_code, again.json()["code"])


async def test_the_list_of_campaigns_is_narrowed_by_state(operator: Operator) -> None:
    running = await operator.running_campaign()
    parts = {name: running[name] for name in ("script_version_id", "agent_id", "trunk_id")}
    draft = await operator.made("/api/campaigns", {"name": "Winter", "default_region": "US", **parts})
    for state, found in (("running", [running["id"]]), ("draft", [draft["id"]]), ("paused", [])):
        listed = await operator.client.get("/api/campaigns", params={"state": state})
        assert found == [each["id"] for each in listed.json()["data"]]


async def test_when_temporal_is_away_the_start_can_be_repeated(operator: Operator) -> None:
    """The row says running; the repeat, or the repair, starts the workflow."""
    campaign = await operator.campaign()
    staged = await operator.upload(campaign["id"], b"phone,city\n+14155552672,Reno\n", rules="simulation")
    await operator.made(f"/api/lead-imports/{staged.json()['id']}/commit", {})
    path, headers = f"/api/campaigns/{campaign['id']}/start", {"Idempotency-Key": "start-1"}
    with operator.workflows.away():
        failed = await operator.client.post(path, headers=headers)
    assert (failed.status_code, failed.json()["retryable"]) == (503, True)
    repeated = await operator.client.post(path, headers=headers)
    assert repeated.status_code == 202
    assert [f"campaign/{campaign['id']}"] == operator.workflows.starts


async def test_a_key_of_one_address_is_not_taken_for_another(operator: Operator) -> None:
    """Neither request has a body; the campaign would never begin, and its start be answered with the import."""
    campaign = await operator.campaign()
    staged = await operator.upload(campaign["id"], b"phone,city\n+14155552672,Reno\n", rules="simulation")
    headers = {"Idempotency-Key": "monday-1"}
    committed = await operator.client.post(f"/api/lead-imports/{staged.json()['id']}/commit", headers=headers)
    refused = await operator.client.post(f"/api/campaigns/{campaign['id']}/start", headers=headers)
    assert 200 == committed.status_code
    assert (422, "idempotency_key_reused") == (refused.status_code, refused.json()["code"])


async def test_a_draft_is_changed_field_by_field(operator: Operator) -> None:
    campaign = await operator.campaign(plan={"window": 5, "caps": {"per_day": 2}})
    changed = await operator.client.patch(
        f"/api/campaigns/{campaign['id']}", json={"name": "Winter", "plan": {"ring_seconds": 40}}
    )
    body = changed.json()
    assert (
        body["name"],
        body["plan"]["window"],
        body["plan"]["ring_seconds"],
        body["plan"]["caps"]["per_day"],
    ) == ("Winter", 5, 40, 2)


async def test_what_becomes_of_unclear_callbacks_is_chosen_shown_and_taken_back(operator: Operator) -> None:
    """Without a choice a person decides; an hour of nothing is no choice."""
    campaign = await operator.campaign()
    path = f"/api/campaigns/{campaign['id']}"
    assert campaign["plan"]["callback_default_seconds"] is None
    for chosen in (86_400, None):
        changed = await operator.client.patch(path, json={"plan": {"callback_default_seconds": chosen}})
        assert 200 == changed.status_code
        assert (await operator.client.get(path)).json()["plan"]["callback_default_seconds"] == chosen
    refused = await operator.client.patch(path, json={"plan": {"callback_default_seconds": 0}})
    assert 422 == refused.status_code


async def test_a_running_campaign_cannot_be_changed(operator: Operator) -> None:
    campaign = await operator.running_campaign()
    refused = await operator.client.patch(f"/api/campaigns/{campaign['id']}", json={"name": "Winter"})
    assert (refused.status_code, refused.json()["code"]) == (409, "not_changeable")


@pytest.mark.parametrize("text", ["closing", "screening"])
async def test_a_script_that_asks_for_more_is_refused_once_leads_are_in(
    operator: Operator, text: str
) -> None:
    campaign = await operator.campaign()
    await operator.upload(campaign["id"], b"phone,city\n+14155552672,Reno\n")
    script = await operator.made(
        "/api/scripts", {"name": "Other", "content": {**SCRIPT, text: "Goodbye {{title}}."}}
    )
    refused = await operator.client.patch(
        f"/api/campaigns/{campaign['id']}", json={"script_version_id": script["id"]}
    )
    assert refused.status_code == 409
    assert "title" in refused.json()["detail"]


async def test_each_rate_is_shown_under_its_own_name(operator: Operator) -> None:
    """Four dials: one to a person who was interested, one to a mailbox, one busy, one that the carrier failed."""
    numbers = [f"+1415555267{at}" for at in range(4)]
    rows = "phone,city\n" + "".join(f"{number},Reno\n" for number in numbers)
    campaign = await operator.running_campaign(rows.encode())
    results = ("talked", "voicemail_left", "busy", "carrier_failed")
    async with operator.tools.database.transaction() as session:
        for at, result in enumerate(results):
            await session.execute(
                text("""
                    WITH lead AS (SELECT id, number_hash FROM leads WHERE campaign_id = :campaign
                                  ORDER BY id LIMIT 1 OFFSET :at),
                    call AS (INSERT INTO calls (id, account_id, campaign_id, lead_id, trunk_id, state, why, result, outcome)
                             SELECT 'call_' || substr(id, 6), :account, :campaign, id, :trunk, 'closed', '', :result,
                                    CASE WHEN :at = 0 THEN 'interested' ELSE 'none' END FROM lead RETURNING id)
                    INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, result, placing_at)
                    SELECT call.id || '-1', :account, call.id, 1, lead.number_hash, :trunk, 'closed', :result, now()
                    FROM call, lead
                """),
                {
                    "campaign": campaign["id"],
                    "account": operator.account_id,
                    "trunk": campaign["trunk_id"],
                    "at": at,
                    "result": result,
                },
            )
    shown = (await operator.client.get(f"/api/campaigns/{campaign['id']}/metrics")).json()
    assert (0.75, 0.5, 0.25) == tuple(shown[name] for name in ("technical_rate", "answer_rate", "goal_rate"))


async def test_figures_are_counted_from_the_rows(operator: Operator) -> None:
    """Requirements 112, 130."""
    rows = b"phone,city\n+14155552672,Reno\n+14155552673,\n+14155552672,Reno\nnonsense,Reno\n"
    campaign = await operator.running_campaign(rows)
    numbers = (await operator.client.get(f"/api/campaigns/{campaign['id']}/metrics")).json()
    assert numbers["leads"] == {"ready": 1, "needs_review": 1}
    assert (numbers["attempts"], numbers["calls"], numbers["answer_rate"]) == (0, {}, None)


async def test_preflight_says_how_many_now_later_and_never(operator: Operator) -> None:
    campaign = await operator.campaign()
    rows = b"phone,city,rules\n+14155552672,Reno,simulation\n+14155552673,,simulation\n"
    staged = await operator.upload(campaign["id"], rows)
    await operator.made(f"/api/lead-imports/{staged.json()['id']}/commit", {})
    found = (await operator.client.get(f"/api/campaigns/{campaign['id']}/preflight")).json()
    assert (found["now"], found["later"], found["refused"]) == (1, 0, 1)
    assert [reason["code"] for reason in found["refused_because"]] == ["variables_missing"]
    assert found["sentence"].startswith("1 callable now, 0 later, 1 refused")
    await operator.made("/api/preferences", {"number": "+14155552672", "writing": ["sms"]})
    found = (await operator.client.get(f"/api/campaigns/{campaign['id']}/preflight")).json()
    assert {"variables_missing", "writing_wanted"} == {reason["code"] for reason in found["refused_because"]}


NEVER = {
    "suppressed": "+14155552671,Reno,written,",
    "consent_missing": "+14155552672,Reno,express,",
    "needs_review": "+14155552673,Reno,written,Atlantis",
    "variables_missing": "+14155552674,,written,",
    "writing_wanted": "+14155552675,Reno,written,",
}


async def test_preflight_says_of_each_lead_what_a_dial_would_find(operator: Operator) -> None:
    """Leads that differ from a good one in one thing each; what they are called for decides which consent they need."""
    campaign = await operator.campaign(plan={"purpose": "marketing"})
    good = "".join(f"+1415555268{at},Reno,written,\n" for at in range(3))
    rows = "phone,city,consent,country\n" + good + "".join(f"{row}\n" for row in NEVER.values())
    staged = (await operator.upload(campaign["id"], rows.encode())).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    await operator.made("/api/dnc", {"numbers": ["+14155552671"]})
    await operator.made("/api/preferences", {"number": "+14155552675", "writing": []})
    found = (await operator.client.get(f"/api/campaigns/{campaign['id']}/preflight")).json()
    assert (3, 5, 8) == (found["now"] + found["later"], found["refused"], found["total"])
    # Of a place that nobody knows the rules are not known either.
    assert dict.fromkeys(NEVER, 1) == {
        reason["code"]: reason["leads"]
        for reason in found["refused_because"]
        if reason["code"] != "unknown_rules"
    }


def closed_now() -> dict[str, dict[str, object]]:
    """Plans, and an hour of a person's, that leave the present moment out and the coming days not."""
    days = [f"{datetime.now(UTC).date() + timedelta(days=step)}" for step in (-1, 0, 1)]
    today = datetime.now(UTC).weekday()
    others = [day for day in range(7) if (day - today) % 7 not in (6, 0, 1)]
    return {
        "hours": {"hours": [{"weekdays": others, "opens": "09:00", "closes": "17:00"}]},
        "days": {"closed_on": days},
    }


@pytest.mark.parametrize("which", ["hours", "days", "wish"])
async def test_preflight_says_when_those_are_called_who_are_not_called_now(
    operator: Operator, which: str
) -> None:
    """By the campaign's own hours and days, and by the hours that the person asked for."""
    campaign = await operator.campaign(plan=closed_now().get(which, {}))
    rows = b"phone,city\n+14155552671,Reno\n+14155552672,Reno\n"
    staged = (await operator.upload(campaign["id"], rows, rules="simulation")).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    if which == "wish":
        names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        wished = {names[(datetime.now(UTC).weekday() + 3) % 7]: ["10:00-11:00"]}
        for number in ("+14155552671", "+14155552672"):
            await operator.made("/api/preferences", {"number": number, "hours": wished})
    found = (await operator.client.get(f"/api/campaigns/{campaign['id']}/preflight")).json()
    assert (0, 2, 0) == (found["now"], found["later"], found["refused"])
    because = "unwanted_hour" if which == "wish" else "outside_hours"
    assert [(because, 2)] == [(reason["code"], reason["leads"]) for reason in found["later_because"]]
    assert found["later_from"] == found["later_by"] > datetime.now(UTC).isoformat()


async def test_preflight_says_the_first_and_the_last_moment_of_those_who_wait(operator: Operator) -> None:
    campaign = await operator.campaign()
    rows = b"phone,city\n+14155552671,Reno\n+14155552672,Reno\n"
    staged = (await operator.upload(campaign["id"], rows, rules="simulation")).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    for number, ahead in (("+14155552671", 4), ("+14155552672", 2)):
        day = names[(datetime.now(UTC).weekday() + ahead) % 7]
        await operator.made("/api/preferences", {"number": number, "hours": {day: ["10:00-11:00"]}})
    found = (await operator.client.get(f"/api/campaigns/{campaign['id']}/preflight")).json()
    first, last = (datetime.fromisoformat(found[name]) for name in ("later_from", "later_by"))
    assert timedelta(days=1, hours=20) < last - first < timedelta(days=2, hours=4)


async def test_preflight_warns_of_recordings_that_nobody_is_told_of(operator: Operator) -> None:
    """Only who agreed before would be recorded; law 10: it says how to mend it."""
    silent = await operator.campaign(name="Silent", plan={"record": True})
    [warning] = (await operator.client.get(f"/api/campaigns/{silent['id']}/preflight")).json()["warnings"]
    assert "let the disclosure say it" in warning


async def test_preflight_warns_of_an_engine_that_has_no_key(operator: Operator) -> None:
    """Of the agents that speak by it alone."""
    warned = []
    parts = await operator.parts()
    for engine in ("cascade", "realtime"):
        agent = await operator.made("/api/agents", {"name": f"Maya by {engine}", "engine": engine})
        order = {"name": engine, "default_region": "US", **parts, "agent_id": agent["id"]}
        campaign = await operator.made("/api/campaigns", order)
        found = (await operator.client.get(f"/api/campaigns/{campaign['id']}/preflight")).json()
        warned.append(["OPENAI_API_KEY" in warning for warning in found["warnings"]])
    assert [[], [True]] == warned


async def test_accounts_do_not_see_each_other(operator: Operator, stranger: Operator) -> None:
    campaign = await operator.running_campaign()
    for method, path in (
        ("GET", ""),
        ("PATCH", ""),
        ("POST", "/start"),
        ("POST", "/cancel"),
        ("GET", "/metrics"),
        ("GET", "/preflight"),
        ("GET", "/leads"),
        ("GET", "/calls"),
    ):
        answer = await stranger.client.request(
            method, f"/api/campaigns/{campaign['id']}{path}", json={} if method == "PATCH" else None
        )
        assert (404, path) == (answer.status_code, path)
    assert (await stranger.client.get("/api/campaigns")).json()["data"] == []


async def test_every_route_but_health_asks_for_a_key(anonymous: AsyncClient) -> None:
    assert (await anonymous.get("/healthz")).status_code == 200
    for path in ("/api/campaigns", "/api/calls", "/api/dnc", "/api/agents", "/api/scheduled-calls"):
        refused = await anonymous.get(path)
        assert (refused.status_code, refused.json()["code"]) == (401, "not_authenticated")
        assert refused.headers["www-authenticate"] == "Bearer"
