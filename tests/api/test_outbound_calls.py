"""Single calls: placed at once or at a chosen moment, refused at once where the rules say so."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from sqlalchemy import text

from domain.calls import CallOrder, CallState, Cancellation, Reschedule
from domain.identifiers import CallId, CampaignId
from tests.api.conftest import Operator

LATER = (datetime.now(UTC) + timedelta(days=3)).replace(microsecond=0)


async def body(operator: Operator, *, lines: int = 5, **more: Any) -> dict[str, Any]:
    """What a caller sends for a rehearsal call."""
    return {
        "to": "+1 (415) 555-2672",
        "name": "Ada Lovelace",
        "variables": {"city": "Reno"},
        "rules": "simulation",
        **await operator.parts(lines=lines),
        **more,
    }


@pytest.mark.parametrize("path", ["/calls/outbound", "/api/calls/outbound"])
async def test_an_immediate_call_is_accepted_with_and_without_prefix(operator: Operator, path: str) -> None:
    """Requirements 75, 119, 132."""
    answer = await operator.client.post(path, json=await body(operator))
    call = answer.json()
    assert (answer.status_code, call["direction"], call["number"]) == (202, "outbound", "+14155552672")
    assert [f"call/direct/{call['id']}"] == operator.workflows.starts
    assert operator.workflows.masked_numbers == ["+1***2672"]
    assert operator.workflows.moments == [None]
    shown = (await operator.client.get(f"/api/calls/{call['id']}")).json()
    assert shown == call | {"summary": None, "fields": []}


@pytest.mark.parametrize("path", ["/calls/outbound/schedule", "/api/calls/outbound/schedule"])
async def test_a_scheduled_call_waits_for_its_moment(operator: Operator, path: str) -> None:
    """Requirements 79, 120, 133."""
    answer = await operator.client.post(path, json=await body(operator, at=LATER.isoformat()))
    assert answer.status_code == 202
    listed = (await operator.client.get("/api/scheduled-calls")).json()["data"]
    assert [(answer.json()["id"], LATER)] == [
        (call["id"], datetime.fromisoformat(call["not_before"])) for call in listed
    ]
    assert operator.workflows.moments == [LATER]


async def test_a_scheduled_call_takes_no_line_before_its_moment(operator: Operator) -> None:
    """Whether it would queue for one then or not."""
    wanted = await body(operator, lines=1, at=LATER.isoformat(), queue=False)
    assert (await operator.client.post("/api/calls/outbound/schedule", json=wanted)).status_code == 202
    [trunk] = (await operator.client.get("/api/trunks")).json()["data"]
    assert (1, 0) == (trunk["lines"], trunk["lines_taken"])


async def test_a_scheduled_call_is_moved_and_cancelled(operator: Operator) -> None:
    """Requirement 28."""
    call = await operator.made("/api/calls/outbound/schedule", await body(operator, at=LATER.isoformat()))
    moved, path = LATER + timedelta(days=1), f"/api/scheduled-calls/{call['id']}"
    assert (await operator.client.patch(path, json={"at": moved.isoformat()})).status_code == 200
    assert (await operator.client.delete(path)).status_code == 202
    workflow_id = f"call/direct/{call['id']}"
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    [act] = [act["id"] for act in acts if act["action"] == "call.rescheduled"]
    assert [
        (workflow_id, Reschedule(moved, act)),
        (workflow_id, Cancellation()),
    ] == operator.workflows.updates


async def test_a_call_whose_moment_has_come_waits_for_it_no_more(operator: Operator) -> None:
    """It may wait for its hours, or for the next try after a busy line."""
    first = await body(operator, at=LATER.isoformat(), to="+14155552674")
    soon = await operator.made("/api/calls/outbound/schedule", first)
    later = await operator.made("/api/calls/outbound/schedule", await body_again(first, to="+14155552675"))
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE calls SET not_before = now() - interval '1 minute' WHERE id = :id"),
            {"id": soon["id"]},
        )
    listed = (await operator.client.get("/api/scheduled-calls")).json()["data"]
    assert [later["id"]] == [call["id"] for call in listed]


async def test_a_moment_is_changed_until_the_call_is_dialled(operator: Operator) -> None:
    call = await operator.made("/api/calls/outbound/schedule", await body(operator, at=LATER.isoformat()))
    path, moved = f"/api/scheduled-calls/{call['id']}", (LATER + timedelta(days=1)).isoformat()
    for state in CallState:
        result = "talked" if state == CallState.CLOSED else None
        await _set(operator, call["id"], state, result)
        answer = await operator.client.patch(path, json={"at": moved})
        if state in (CallState.CLAIMED, CallState.WAITING, CallState.QUEUED):
            assert 200 == answer.status_code, state
            continue
        legal = [] if state == CallState.CLOSED else ["cancel"]
        assert (409, "illegal_transition", legal) == (
            answer.status_code,
            answer.json()["code"],
            answer.json()["legal_actions"],
        ), state
    assert 3 == len(operator.workflows.updates)


async def _set(operator: Operator, call_id: str, state: str, result: str | None) -> None:
    """Let a call stand so."""
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE calls SET state = :state, result = :result WHERE id = :id"),
            {"state": state, "result": result, "id": call_id},
        )


async def test_a_call_without_a_chosen_moment_has_none_to_change(operator: Operator) -> None:
    call = await operator.made("/api/calls/outbound", await body(operator))
    answer = await operator.client.patch(f"/api/scheduled-calls/{call['id']}", json={"at": LATER.isoformat()})
    assert (409, "conflict") == (answer.status_code, answer.json()["code"])
    assert [] == operator.workflows.updates


CANCELLING = {
    "as a call": ("POST", "/api/calls/{id}/cancel"),
    "as a scheduled call": ("DELETE", "/api/scheduled-calls/{id}"),
}


@pytest.mark.parametrize("method, path", CANCELLING.values(), ids=CANCELLING)
async def test_of_calls_that_are_over_only_a_cancelled_one_answers_as_it_is(
    operator: Operator, method: str, path: str
) -> None:
    call = await operator.made("/api/calls/outbound/schedule", await body(operator, at=LATER.isoformat()))
    before = (await operator.client.get("/api/audit-log")).json()
    for result, status in (("cancelled", 202), ("talked", 409), ("never_dialled", 409)):
        await _set(operator, call["id"], "closed", result)
        assert status == (await operator.client.request(method, path.format(**call))).status_code, result
        shown = (await operator.client.get(f"/api/calls/{call['id']}")).json()
        assert ("closed", result) == (shown["state"], shown["result"])
    assert before == (await operator.client.get("/api/audit-log")).json()
    assert [] == operator.workflows.updates


async def test_why_a_call_was_ended_reaches_whoever_ends_it(operator: Operator) -> None:
    """Its workflow, or the row where there is none yet; then the workflow learns of both when it begins."""
    wanted = await body(operator)
    begun = await operator.made("/api/calls/outbound", wanted)
    reason = {"reason": "the customer wrote"}
    await operator.made(f"/api/calls/{begun['id']}/cancel", reason)
    assert [(f"call/direct/{begun['id']}", Cancellation("the customer wrote"))] == operator.workflows.updates
    with operator.workflows.away():
        await operator.client.post("/api/calls/outbound", json=await body_again(wanted, to="+14155552673"))
    waiting = (await operator.client.get("/api/calls")).json()["data"][0]
    ended = await operator.made(f"/api/calls/{waiting['id']}/cancel", reason)
    assert ("closed", "the customer wrote") == (ended["state"], ended["why"])


async def test_a_campaigns_call_without_a_workflow_is_ended_as_the_campaigns(operator: Operator) -> None:
    campaign = await operator.running_campaign()
    [lead] = (await operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"]
    call_id = f"call_{lead['id'].removeprefix('lead_')}"
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("""
                WITH claimed AS (UPDATE leads SET state = 'claimed' WHERE id = :lead)
                INSERT INTO calls (id, account_id, campaign_id, lead_id, trunk_id, state, why)
                VALUES (:call, :account, :campaign, :lead, :trunk, 'claimed', 'claimed')
            """),
            {
                "call": call_id,
                "account": operator.account_id,
                "campaign": campaign["id"],
                "lead": lead["id"],
                "trunk": campaign["trunk_id"],
            },
        )
    ended = await operator.made(f"/api/calls/{call_id}/cancel", {})
    assert "closed" == ended["state"]
    order = operator.workflows.running[f"call/{campaign['id']}/{lead['id']}"]
    assert (
        CallOrder(operator.account_id, CallId(call_id), campaign["trunk_id"], CampaignId(campaign["id"]))
        == order
    )


async def test_consent_email_and_rules_of_a_single_call_are_its_persons(operator: Operator) -> None:
    """Under the rules of a country, which ask for consent; what is written over several lines is one."""
    wanted = await body(
        operator,
        rules="",
        at=LATER.isoformat(),
        email="ada@example.com",
        name="Ada\nLovelace",
        variables={"city": "Reno,\nNevada"},
        consents=["express"],
    )
    call = await operator.made("/api/calls/outbound/schedule", wanted)
    lead = (await operator.client.get(f"/api/leads/{call['lead_id']}")).json()
    assert ("Ada Lovelace", "ada@example.com", {"city": "Reno, Nevada"}, "us", ["express"], None) == tuple(
        lead[name] for name in ("name", "email", "variables", "rules", "consents", "review")
    )
    unasked = await body_again(wanted, consents=[], to="+14155552679")
    refused = await operator.client.post("/api/calls/outbound/schedule", json=unasked)
    assert (409, "may_not_be_called") == (refused.status_code, refused.json()["code"])
    assert "consent" in refused.json()["detail"]


async def test_a_call_is_refused_by_what_bars_calls_and_by_nothing_else(operator: Operator) -> None:
    wanted = await body(operator)
    for channel, status in (("sms", 202), ("voice", 409)):
        to = await body_again(wanted, to=f"+1415555268{status % 10}")
        await operator.made("/api/dnc", {"numbers": [to["to"]], "channel": channel})
        assert status == (await operator.client.post("/api/calls/outbound", json=to)).status_code, channel


async def test_a_moment_that_has_passed_is_refused(operator: Operator) -> None:
    past = await body(operator, at="2020-01-01T00:00:00Z")
    refused = await operator.client.post("/api/calls/outbound/schedule", json=past)
    assert (refused.status_code, refused.json()["code"]) == (422, "past")
    unzoned = await body_again(past, at="2027-01-01T00:00:00")
    assert (await operator.client.post("/api/calls/outbound/schedule", json=unzoned)).status_code == 422


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00", "2126-01-01T00:00:00Z"])
async def test_a_moment_more_than_two_years_away_is_refused(operator: Operator, at: str) -> None:
    """It made a call that could be neither made nor cancelled."""
    far = await body(operator, at=at)
    refused = await operator.client.post("/api/calls/outbound/schedule", json=far)
    near = await body_again(far, at=(datetime.now(UTC) + timedelta(days=700)).isoformat())
    call = await operator.made("/api/calls/outbound/schedule", near)
    moved = await operator.client.patch(f"/api/scheduled-calls/{call['id']}", json={"at": at})
    for answer in (refused, moved):
        assert (422, "too_far", "/at") == (
            answer.status_code,
            answer.json()["code"],
            answer.json()["errors"][0]["pointer"],
        )


async def body_again(before: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The same request with something different."""
    return {**before, **more}


async def test_without_a_free_line_a_call_is_refused_and_leaves_nothing(operator: Operator) -> None:
    """Requirement 15."""
    first = await body(operator, lines=1)
    assert (await operator.client.post("/api/calls/outbound", json=first)).status_code == 202
    other = await body_again(first, to="+14155552673")
    refused = await operator.client.post("/api/calls/outbound", json=other)
    assert (refused.status_code, refused.json()["code"]) == (409, "no_line_free")
    assert len((await operator.client.get("/api/calls")).json()["data"]) == 1
    queued = await operator.client.post("/api/calls/outbound", json={**other, "queue": True})
    assert queued.status_code == 202


async def test_the_last_line_is_taken_once_by_simultaneous_calls(operator: Operator) -> None:
    first = await body(operator, lines=2)
    wanted = [await body_again(first, to=f"+1415555267{digit}") for digit in range(6)]
    answers = await asyncio.gather(*(operator.client.post("/api/calls/outbound", json=one) for one in wanted))
    assert sorted(answer.status_code for answer in answers) == [202, 202, 409, 409, 409, 409]


async def test_a_number_on_the_do_not_call_list_is_refused_at_once(operator: Operator) -> None:
    """Requirement 113."""
    await operator.made("/api/dnc", {"numbers": ["+14155552672"]})
    refused = await operator.client.post("/api/calls/outbound", json=await body(operator))
    assert (refused.status_code, refused.json()["code"]) == (409, "may_not_be_called")


async def test_a_call_now_outside_calling_hours_is_refused_with_the_next_opening(operator: Operator) -> None:
    """Requirement 15: accepted it would ring next morning; who asks to queue gets that."""
    there = datetime.now(ZoneInfo("America/New_York"))
    opens = there + timedelta(hours=3)
    hours = [{"weekdays": list(range(7)), "opens": f"{opens:%H:%M}", "closes": "23:59"}]
    if opens.date() != there.date() or opens.hour >= 22:
        hours[0]["opens"], hours[0]["closes"] = "01:00", "01:30"
    now = await body(operator, timezone="America/New_York", plan={"hours": hours})
    refused = await operator.client.post("/api/calls/outbound", json=now)
    assert (409, "may_not_be_called") == (refused.status_code, refused.json()["code"])
    assert "outside calling hours" in refused.json()["detail"]
    assert f"{hours[0]['opens']} E" in refused.json()["detail"]
    assert [] == (await operator.client.get("/api/calls")).json()["data"]
    queued = await operator.client.post("/api/calls/outbound", json={**now, "queue": True})
    assert 202 == queued.status_code


async def test_a_call_that_was_given_a_line_may_wait_for_another(operator: Operator) -> None:
    """It was accepted: a slot that is missed later is no reason to close it."""
    call = await operator.made("/api/calls/outbound", await body(operator))
    async with operator.tools.database.transaction() as session:
        found = await session.execute(text("SELECT may_queue FROM calls WHERE id = :id"), {"id": call["id"]})
        assert found.scalar_one() is True


@pytest.mark.parametrize("pace", [True, 0, 1e-9, 0.001, 21, "1"])
async def test_a_pace_without_sense_is_refused(operator: Operator, pace: object) -> None:
    parts = await operator.parts()
    path = f"/api/trunks/{parts['trunk_id']}/pace"
    assert 422 == (await operator.client.put(path, json={"calls_per_second": pace})).status_code


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"to": "112"}, "/to", "emergency_or_short"),
        ({"to": "nonsense"}, "/to", "not_a_number"),
        ({"variables": {}}, "/variables", "missing_variable"),
        ({"rules": "in"}, "/rules", "unknown_rules"),
        ({"country": "US", "timezone": "Asia/Kolkata"}, "/timezone", "zone_contradicts_country"),
        ({"country": "Nowhere"}, "/country", "unknown_country"),
        ({"country": "US", "state": "Bavaria"}, "/state", "unknown_state"),
        ({"timezone": "EST5"}, "/timezone", "not_a_zone"),
        ({"email": "no-at"}, "/email", "not_an_email"),
        ({"agent_id": "agent_unknown"}, "/agent_id", "invalid_input"),
        ({"trunk_id": "trunk_unknown"}, "/trunk_id", "invalid_input"),
    ],
)
async def test_what_is_wrong_is_said_with_its_place(
    operator: Operator, change: dict[str, Any], pointer: str, code: str
) -> None:
    """Requirements 9 and 16."""
    refused = await operator.client.post("/api/calls/outbound", json=await body(operator, **change))
    problem = refused.json()
    assert (422, code, [pointer]) == (
        refused.status_code,
        problem["code"],
        [error["pointer"] for error in problem["errors"]],
    )


async def test_one_key_makes_one_call(operator: Operator) -> None:
    wanted, headers = await body(operator), {"Idempotency-Key": "order-17"}
    first = await operator.client.post("/api/calls/outbound", json=wanted, headers=headers)
    again = await operator.client.post("/calls/outbound", json=wanted, headers=headers)
    assert first.json() == again.json()
    assert (again.status_code, again.headers["idempotency-replayed"]) == (202, "true")
    assert "idempotency-replayed" not in first.headers
    assert len(operator.workflows.starts) == 1


async def test_simultaneous_requests_with_one_key_make_one_call(operator: Operator) -> None:
    wanted, headers = await body(operator), {"Idempotency-Key": "order-17"}

    async def send() -> httpx.Response:
        return await operator.client.post("/api/calls/outbound", json=wanted, headers=headers)

    answers = await asyncio.gather(*(send() for _ in range(5)))
    assert {202, 409} >= {answer.status_code for answer in answers}
    refused = {answer.json()["code"] for answer in answers if answer.status_code == 409}
    assert refused <= {"idempotency_key_in_progress"}
    assert len(operator.workflows.starts) == 1
    assert len((await operator.client.get("/api/calls")).json()["data"]) == 1


async def test_a_key_is_not_taken_for_another_request(operator: Operator) -> None:
    wanted, headers = await body(operator), {"Idempotency-Key": "order-17"}
    await operator.client.post("/api/calls/outbound", json=wanted, headers=headers)
    other = await body_again(wanted, to="+14155552673")
    refused = await operator.client.post("/api/calls/outbound", json=other, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")


async def test_a_refused_request_may_use_its_key_again(operator: Operator) -> None:
    headers = {"Idempotency-Key": "order-17"}
    wanted = await body(operator)
    await operator.made("/api/dnc", {"numbers": ["+14155552672"]})
    assert (
        await operator.client.post("/api/calls/outbound", json=wanted, headers=headers)
    ).status_code == 409
    entry = (await operator.client.get("/api/dnc")).json()["data"][0]
    await operator.client.delete(f"/api/dnc/{entry['id']}")
    assert (
        await operator.client.post("/api/calls/outbound", json=wanted, headers=headers)
    ).status_code == 202


async def test_a_call_that_could_not_be_started_is_completed_by_its_repeat(operator: Operator) -> None:
    wanted, headers = await body(operator), {"Idempotency-Key": "order-17"}
    with operator.workflows.away():
        failed = await operator.client.post("/api/calls/outbound", json=wanted, headers=headers)
    assert (failed.status_code, failed.json()["code"]) == (503, "workflows_unreachable")
    repeated = await operator.client.post("/api/calls/outbound", json=wanted, headers=headers)
    assert repeated.status_code == 202
    assert [f"call/direct/{repeated.json()['id']}"] == operator.workflows.starts
    assert len((await operator.client.get("/api/calls")).json()["data"]) == 1


async def test_a_call_whose_workflow_never_began_can_be_cancelled(operator: Operator) -> None:
    with operator.workflows.away():
        await operator.client.post("/api/calls/outbound", json=await body(operator, lines=1))
    call = (await operator.client.get("/api/calls")).json()["data"][0]
    cancelled = await operator.client.post(f"/api/calls/{call['id']}/cancel")
    assert (
        cancelled.status_code,
        cancelled.json()["state"],
        cancelled.json()["result"],
    ) == (202, "closed", "cancelled")
    again = await operator.client.post(f"/api/calls/{call['id']}/cancel")
    assert (again.status_code, again.json()["state"]) == (202, "closed")
    trunk = await operator.client.get(f"/api/trunks/{call['trunk_id']}")
    assert trunk.json()["lines_taken"] == 0


async def test_a_call_that_begins_while_it_is_cancelled_is_cancelled(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its workflow was not there yet when it was asked; a moment later its telephone rang, and the answer was 202.

    Requirement 28.
    """
    call = await operator.made("/api/calls/outbound", await body(operator))
    workflow_id = f"call/direct/{call['id']}"
    order, cancel = operator.workflows.running.pop(workflow_id), operator.workflows.cancel_call

    async def begins_meanwhile(asked: str, cancellation: Cancellation) -> None:
        try:
            await cancel(asked, cancellation)
        finally:
            operator.workflows.running[workflow_id] = order
            await _rings(operator, call["id"])

    monkeypatch.setattr(operator.workflows, "cancel_call", begins_meanwhile)
    assert 202 == (await operator.client.post(f"/api/calls/{call['id']}/cancel")).status_code
    assert [(workflow_id, Cancellation())] == operator.workflows.updates


async def _rings(operator: Operator, call_id: str) -> None:
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("""
                INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at)
                SELECT c.id || '-1', c.account_id, c.id, 1, l.number_hash, c.trunk_id, 'placed', now()
                FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :id ON CONFLICT (id) DO NOTHING
            """),
            {"id": call_id},
        )


async def test_a_call_is_shown_with_everything_that_happened(operator: Operator) -> None:
    """Requirement 117."""
    call = await operator.made("/api/calls/outbound", await body(operator))
    path = f"/api/calls/{call['id']}"
    assert (await operator.client.get(f"{path}/attempts")).json() == []
    assert (await operator.client.get(f"{path}/decisions")).json() == []
    assert (await operator.client.get(f"{path}/events")).json()["data"] == []
    assert (await operator.client.get(f"{path}/transcript")).json()["conversations"] == []


async def test_another_accounts_call_is_not_found(operator: Operator, stranger: Operator) -> None:
    call = await operator.made("/api/calls/outbound", await body(operator))
    for path in ("", "/attempts", "/events", "/decisions", "/transcript"):
        assert (await stranger.client.get(f"/api/calls/{call['id']}{path}")).status_code == 404
    assert (await stranger.client.post(f"/api/calls/{call['id']}/cancel")).status_code == 404
    assert (await stranger.client.delete(f"/api/scheduled-calls/{call['id']}")).status_code == 404
