"""Limits on what calls use of speech providers: shown with their use, changed by the operator, audited."""

from typing import Any

from sqlalchemy import text

from database.session import Database
from tests.api.conftest import Operator

EARS = "/api/provider-limits/recogniser/deepgram"


async def _shown(operator: Operator) -> dict[str, Any]:
    """The recogniser's limit as it is listed."""
    limits = (await operator.client.get("/api/provider-limits")).json()
    return next(one for one in limits if (one["kind"], one["provider"]) == ("recogniser", "deepgram"))


async def test_a_limit_is_shown_with_its_use(operator: Operator) -> None:
    """Requirement 180: how much of the pool is in use."""
    unlimited = {"kind": "recogniser", "provider": "deepgram", "most": None, "in_use": 0, "waiting": 0}
    assert {**unlimited, "utilisation": None} == await _shown(operator)
    changed = await operator.client.put(EARS, json={"most": 50})
    assert {**unlimited, "most": 50, "utilisation": 0.0} == changed.json() == await _shown(operator)
    await operator.client.put(EARS, json={"most": None})
    assert {**unlimited, "utilisation": None} == await _shown(operator)


async def test_a_changed_limit_is_audited(operator: Operator) -> None:
    await operator.client.put(EARS, json={"most": 50})
    act = (await operator.client.get("/api/audit-log")).json()["data"][0]
    assert ("provider_limit.changed", "recogniser/deepgram", {"most": 50}) == (
        act["action"],
        act["subject"],
        act["detail"],
    )


async def test_a_senseless_limit_is_refused_and_changes_nothing(operator: Operator) -> None:
    """Law 10."""
    for body in ({"most": -1}, {"most": "many"}, {}, {"most": 5, "at": "once"}):
        assert 422 == (await operator.client.put(EARS, json=body)).status_code
    for path in ("recogniser/elevenlabs", "recogniser/nobody", "mouth/deepgram"):
        answer = await operator.client.put(f"/api/provider-limits/{path}", json={"most": 5})
        assert answer.status_code in (404, 422)
    assert (await _shown(operator))["most"] is None


async def test_a_limit_is_its_accounts_alone(operator: Operator, stranger: Operator) -> None:
    await operator.client.put(EARS, json={"most": 1})
    assert (await _shown(stranger))["most"] is None


async def test_a_call_that_may_not_queue_is_refused_when_no_permit_is_free(operator: Operator) -> None:
    """Requirement 64: exhaustion is visible."""
    wish = {"to": "+14155552672", "rules": "simulation", "variables": {"city": "Reno"}}
    body = {**wish, **await operator.parts()}
    await operator.client.put(EARS, json={"most": 0})
    refused = await operator.client.post(
        "/api/calls/outbound", json=body, headers={"Idempotency-Key": "once"}
    )
    assert (409, "no_line_free") == (refused.status_code, refused.json()["code"])
    assert "all of deepgram's are in use" in refused.json()["detail"]


async def test_a_vendor_that_fails_the_conversations_is_shown_to_its_account_alone(
    operator: Operator, stranger: Operator, database: Database
) -> None:
    failing = "/api/provider-limits/failing"
    assert [] == (await operator.client.get(failing)).json()
    async with database.transaction() as session:
        await session.execute(
            text("""
                INSERT INTO vendor_breakers (account_id, vendor, failures, held_until)
                VALUES (:account_id, 'model/openai', 4, clock_timestamp() + interval '1 min')
            """),
            {"account_id": operator.account_id},
        )
    [shown] = (await operator.client.get(failing)).json()
    assert ("model/openai", 4, 0) == (shown["vendor"], shown["failures"], shown["waiting"])
    assert shown["held_until"] > shown["failed_at"]
    assert [] == (await stranger.client.get(failing)).json()
