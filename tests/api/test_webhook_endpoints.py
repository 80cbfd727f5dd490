"""Programs that are told what happens: named, shown, changed, with two secrets for a day, and what they were told."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from api.upkeep import tell_forgotten, tell_programs
from database.live_events import number_events
from database.reported_events import record_event
from database.webhook_deliveries import forget_old_deliveries
from domain.identifiers import CallId
from domain.webhook_orders import WebhookOrder
from tests.api.conftest import Operator

PATH = "/api/webhook-endpoints"
URL = "https://hooks.example.com/in?token=secret"


async def endpoint(operator: Operator, *kinds: str) -> dict[str, Any]:
    return await operator.made(PATH, {"url": URL, "kinds": list(kinds), "description": "reporting"})


async def happen(operator: Operator, kind: str, key: str, call_id: str | None = None) -> None:
    """An event of the account, committed and numbered."""
    async with operator.tools.database.transaction() as session:
        await record_event(
            session, operator.account_id, kind, key, call_id=None if call_id is None else CallId(call_id)
        )
    async with operator.tools.database.transaction() as session:
        await number_events(session)


async def told(operator: Operator, endpoint_id: str) -> list[dict[str, Any]]:
    return list((await operator.client.get(f"{PATH}/{endpoint_id}/deliveries")).json()["data"])


async def test_a_program_is_named_and_its_secret_is_shown_once(operator: Operator) -> None:
    """Requirement 6."""
    made = await endpoint(operator, "opt_out", "call.closed")
    assert made.pop("secret").startswith("whsec_")
    assert (URL, ["call.closed", "opt_out"], None) == (made["url"], made["kinds"], made["disabled_at"])
    assert made == (await operator.client.get(f"{PATH}/{made['id']}")).json()
    assert [made] == (await operator.client.get(PATH)).json()["data"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"url": "http://hooks.example.com/"}, "/url"),
        ({"url": "https://127.0.0.1/"}, "/url"),
        ({"url": "https://hooks.example.com/", "kinds": ["call.exploded"]}, "/kinds"),
    ],
)
async def test_what_is_not_sent_to_is_refused(operator: Operator, body: dict[str, Any], pointer: str) -> None:
    made = await endpoint(operator)
    for refused in (
        await operator.client.post(PATH, json=body),
        await operator.client.patch(f"{PATH}/{made['id']}", json=body),
    ):
        assert (422, pointer) == (refused.status_code, refused.json()["errors"][0]["pointer"])


async def test_what_happens_is_told_once_to_whoever_asked_for_it(
    operator: Operator, stranger: Operator
) -> None:
    await happen(operator, "opt_out", "before")
    every, some = await endpoint(operator), await endpoint(operator, "opt_out")
    theirs = await endpoint(stranger)
    await happen(operator, "opt_out", "one")
    await happen(operator, "call.closed", "two", "call_1")
    for _ in range(2):
        await tell_programs(operator.tools)
    assert ["call.closed", "opt_out"] == sorted(each["kind"] for each in await told(operator, every["id"]))
    assert ["opt_out"] == [each["kind"] for each in await told(operator, some["id"])]
    assert [] == await told(stranger, theirs["id"])
    assert WebhookOrder(operator.account_id, every["id"]) in operator.workflows.told_programs


async def test_a_ping_waits_to_be_sent(operator: Operator) -> None:
    made = await endpoint(operator)
    assert 202 == (await operator.client.post(f"{PATH}/{made['id']}/test")).status_code
    [ping] = await told(operator, made["id"])
    assert ("ping", "waiting", 0) == (ping["kind"], ping["state"], ping["attempts"])
    assert [WebhookOrder(operator.account_id, made["id"])] == operator.workflows.told_programs


async def test_what_a_disabled_program_was_not_told_can_be_sent_by_its_time(operator: Operator) -> None:
    made = await endpoint(operator, "opt_out")
    one = f"{PATH}/{made['id']}"
    stopped = (await operator.client.patch(one, json={"disabled": True})).json()
    assert "asked" == stopped["disabled_why"]
    await happen(operator, "opt_out", "meanwhile")
    await tell_programs(operator.tools)
    assert 404 == (await operator.client.post(f"{one}/test")).status_code
    await operator.client.patch(one, json={"disabled": False})
    assert [] == await told(operator, made["id"])
    now = operator.tools.now()
    span = {"since": (now - timedelta(hours=1)).isoformat(), "until": (now + timedelta(hours=1)).isoformat()}
    for _ in range(2):
        replayed = await operator.client.post(f"{one}/replay", json=span)
        assert (202, {"deliveries": 1}) == (replayed.status_code, replayed.json())
    assert ["opt_out"] == [each["kind"] for each in await told(operator, made["id"])]


async def test_for_a_day_two_secrets_sign(operator: Operator) -> None:
    made = await endpoint(operator)
    rotated = (await operator.client.post(f"{PATH}/{made['id']}/secret")).json()
    assert rotated["secret"] != made["secret"]
    ends = datetime.fromisoformat(rotated["former_until"]) - operator.tools.now()
    assert timedelta(hours=23, minutes=59) < ends <= timedelta(hours=24)


@pytest.mark.parametrize(
    "body", [{}, {"since": "2026-11-30T12:00:00Z"}, {"delivery_id": "whd_1", "since": "2026-11-30T12:00:00Z"}]
)
async def test_a_replay_is_of_one_delivery_or_of_a_time(operator: Operator, body: dict[str, Any]) -> None:
    made = await endpoint(operator)
    assert 422 == (await operator.client.post(f"{PATH}/{made['id']}/replay", json=body)).status_code


async def test_what_is_kept_of_a_program_is_sealed(operator: Operator) -> None:
    """An address may hold a token, an answer what somebody said."""
    made = await endpoint(operator)
    await operator.client.post(f"{PATH}/{made['id']}/test")
    async with operator.tools.database.transaction() as session:
        rows = await session.execute(
            text(
                "SELECT w::text || d::text FROM webhook_endpoints w JOIN webhook_deliveries d ON d.endpoint_id = w.id"
            )
        )
        kept = " ".join(rows.scalars())
    hidden = (
        URL,
        URL.encode().hex(),
        "reporting",
        made["secret"],
        made["secret"].encode().hex(),
        "timestamp",
    )
    assert not [each for each in hidden if each in kept]


async def test_while_temporal_is_away_it_waits_for_the_upkeep(operator: Operator) -> None:
    """As everything does that a workflow is to be told."""
    made = await endpoint(operator)
    with operator.workflows.away():
        assert 202 == (await operator.client.post(f"{PATH}/{made['id']}/test")).status_code
    assert [] == operator.workflows.told_programs
    order = WebhookOrder(operator.account_id, made["id"])
    await tell_forgotten(operator.tools)
    assert order not in operator.workflows.told_programs  # not yet a minute old
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text(
                "UPDATE webhook_deliveries SET next_at = now() - interval '2 minutes' WHERE endpoint_id = :id"
            ),
            {"id": made["id"]},
        )
    await tell_forgotten(operator.tools)
    assert order in operator.workflows.told_programs


async def test_what_was_settled_long_ago_is_forgotten(operator: Operator) -> None:
    made = await endpoint(operator)
    for _ in range(2):
        await operator.client.post(f"{PATH}/{made['id']}/test")
    [kept, old] = await told(operator, made["id"])
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE webhook_deliveries SET settled_at = now() - interval '31 days' WHERE id = :id"),
            {"id": old["id"]},
        )
        await forget_old_deliveries(session)
    assert [kept["id"]] == [each["id"] for each in await told(operator, made["id"])]
