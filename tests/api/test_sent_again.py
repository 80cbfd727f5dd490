"""Whatever takes an Idempotency-Key: sent again it is answered again, has no second effect, and is nobody else's answer."""

from typing import Any, Final

import httpx
import pytest

from tests.api.conftest import Operator
from tests.api.operations import KEYED, Operation, named
from tests.api.stock import LIST, SOON

SPENDING: Final = [
    each
    for each in KEYED
    if any(one["name"] == "Idempotency-Key" for one in each.described.get("parameters", ()))
]
ONCE: Final = {"Idempotency-Key": "once"}
CALL: Final = {"to": "+14155552676", "variables": {"city": "Reno"}, "rules": "simulation", "queue": True}


async def ready(operator: Operator, operation: Operation) -> tuple[str, dict[str, Any] | None]:
    """The address and body of a request of this operation that will be served."""
    parts = await operator.parts()
    campaign = await operator.made("/api/campaigns", {"name": "Autumn", "default_region": "US", **parts})
    staged = (await operator.upload(campaign["id"], LIST, rules="simulation")).json()
    if operation.path.endswith("/start"):
        await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    if operation.path.endswith("/leads"):
        await operator.client.delete(f"/api/lead-imports/{staged['id']}")
    bodies: dict[str, dict[str, Any]] = {
        "/api/campaigns": {"name": "Winter", "default_region": "US", **parts},
        "/api/campaigns/{campaign_id}/leads": {"number": "+14155552675", "variables": {"city": "Reno"}},
        "/api/calls/outbound": CALL | parts,
        "/api/calls/outbound/schedule": CALL | parts | {"at": SOON},
    }
    path = operation.path if operation.path.startswith("/api") else f"/api{operation.path}"
    return operation.url(campaign_id=campaign["id"], import_id=staged["id"]), bodies.get(path)


async def everything(operator: Operator) -> list[Any]:
    """What there is of all that can be spent, and every act."""
    paths = ("/api/campaigns", "/api/calls", "/api/lead-imports", "/api/audit-log")
    return [(await operator.client.get(path)).json() for path in paths]


@pytest.mark.parametrize("operation", SPENDING, ids=named)
async def test_what_is_sent_again_is_answered_again_and_done_once(
    operator: Operator, operation: Operation
) -> None:
    url, body = await ready(operator, operation)

    async def ask() -> httpx.Response:
        return await operator.client.request(operation.method, url, json=body, headers=ONCE)

    first = await ask()
    assert first.is_success, first.text
    assert "idempotency-replayed" not in first.headers
    before, starts = await everything(operator), list(operator.workflows.starts)
    again = await ask()
    assert (first.status_code, first.json(), "true") == (
        again.status_code,
        again.json(),
        again.headers.get("idempotency-replayed"),
    )
    assert (before, starts) == (await everything(operator), operator.workflows.starts)


async def test_a_key_belongs_to_one_address_and_one_body(operator: Operator) -> None:
    parts = await operator.parts()
    first = {"name": "Autumn", **parts}
    assert 201 == (await operator.client.post("/api/campaigns", json=first, headers=ONCE)).status_code
    campaign = (await operator.client.get("/api/campaigns")).json()["data"][0]["id"]
    for path, body in (
        ("/api/campaigns", {**first, "name": "Winter"}),
        ("/api/calls/outbound", CALL | parts),
        (f"/api/campaigns/{campaign}/start", None),
    ):
        refused = await operator.client.post(path, json=body, headers=ONCE)
        assert (422, "idempotency_key_reused") == (refused.status_code, refused.json()["code"]), path


async def test_two_addresses_of_one_route_are_one(operator: Operator) -> None:
    wanted = CALL | await operator.parts()
    first = await operator.client.post("/calls/outbound", json=wanted, headers=ONCE)
    again = await operator.client.post("/api/calls/outbound", json=wanted, headers=ONCE)
    assert (first.json(), "true") == (again.json(), again.headers.get("idempotency-replayed"))


async def test_the_same_key_in_another_account_is_another(operator: Operator, stranger: Operator) -> None:
    made = [
        (
            await each.client.post(
                "/api/campaigns", json={"name": "Autumn", **await each.parts()}, headers=ONCE
            )
        ).json()["id"]
        for each in (operator, stranger)
    ]
    assert made[0] != made[1]


async def test_a_refusal_is_forgotten_and_may_be_put_right_under_the_same_key(operator: Operator) -> None:
    """It changed nothing."""
    wanted = CALL | await operator.parts()
    refused = await operator.client.post(
        "/api/calls/outbound", json=wanted | {"agent_id": "agent_nobody"}, headers=ONCE
    )
    placed = await operator.client.post("/api/calls/outbound", json=wanted, headers=ONCE)
    assert (True, 202) == (refused.is_client_error, placed.status_code)


def test_what_spends_takes_a_key() -> None:
    assert {
        "POST /api/campaigns",
        "POST /api/campaigns/{campaign_id}/start",
        "POST /api/campaigns/{campaign_id}/leads",
        "POST /api/lead-imports/{import_id}/commit",
        "POST /api/calls/outbound",
        "POST /api/calls/outbound/schedule",
        "POST /calls/outbound",
        "POST /calls/outbound/schedule",
    } == {named(each) for each in SPENDING}
