"""Keys and the audit log."""

import re
from datetime import datetime, timedelta

import pytest

from api.first_account import make_key
from database.secret_hashes import new_secret
from tests.api.conftest import Operator


async def test_a_key_works_until_it_is_removed_and_is_shown_once(operator: Operator) -> None:
    made = await operator.made("/api/api-keys", {"name": "reporting"})
    headers = {"Authorization": f"Bearer {made['key']}"}
    assert (await operator.client.get("/api/agents", headers=headers)).status_code == 200
    listed = await operator.client.get("/api/api-keys")
    assert made["key"] not in listed.text
    assert (await operator.client.delete(f"/api/api-keys/{made['id']}")).status_code == 204
    assert (await operator.client.get("/api/agents", headers=headers)).status_code == 401


@pytest.mark.parametrize("name", ["", "n" * 101])
async def test_a_key_has_a_name_that_people_can_read(operator: Operator, name: str) -> None:
    refused = await operator.client.post("/api/api-keys", json={"name": name})
    assert (422, "/name") == (refused.status_code, refused.json()["errors"][0]["pointer"])


def test_nobody_guesses_a_key() -> None:
    """192 bits of chance, and the sign by which a key is known for one."""
    made = {new_secret("ok") for _ in range(100)}
    assert 100 == len(made)
    assert {True} == {re.fullmatch("ok_[0-9a-f]{48}", key) is not None for key in made}


async def test_a_key_says_what_it_is(operator: Operator) -> None:
    """How it begins, what it may do, until when, and whether it is used; never the rest of it."""
    until = operator.tools.now() + timedelta(days=30)
    wish = {"name": "reporting", "scopes": ["calls:read", "agents:read"], "expires_at": until.isoformat()}
    made = await operator.made("/api/api-keys", wish)
    listed = (await operator.client.get("/api/api-keys")).json()["data"]
    [shown] = [each for each in listed if each["id"] == made["id"]]
    assert ("reporting", made["key"][:11], ["agents:read", "calls:read"]) == (
        shown["name"],
        shown["prefix"],
        shown["scopes"],
    )
    assert until == datetime.fromisoformat(shown["expires_at"])
    assert shown["last_used_at"] is None
    await operator.client.get("/api/agents", headers={"Authorization": f"Bearer {made['key']}"})
    [used] = [
        each
        for each in (await operator.client.get("/api/api-keys")).json()["data"]
        if each["id"] == made["id"]
    ]
    assert used["last_used_at"] is not None


@pytest.mark.parametrize("days", [-1, 800])
async def test_a_key_ends_in_time(operator: Operator, days: int) -> None:
    until = operator.tools.now() + timedelta(days=days)
    refused = await operator.client.post(
        "/api/api-keys", json={"name": "reporting", "expires_at": until.isoformat()}
    )
    assert (422, "/expires_at") == (refused.status_code, refused.json()["errors"][0]["pointer"])


async def test_a_key_makes_none_that_may_more(operator: Operator) -> None:
    """Requirement 152."""
    narrow = await operator.made("/api/api-keys", {"name": "keys", "scopes": ["keys:write", "keys:read"]})
    headers = {"Authorization": f"Bearer {narrow['key']}"}
    refused = await operator.client.post(
        "/api/api-keys", json={"name": "more", "scopes": ["keys:read", "calls:place"]}, headers=headers
    )
    assert (422, "beyond_own_permissions") == (refused.status_code, refused.json()["errors"][0]["code"])
    assert "calls:place" in refused.json()["detail"]
    same = await operator.client.post("/api/api-keys", json={"name": "same"}, headers=headers)
    [shown] = [
        each
        for each in (await operator.client.get("/api/api-keys")).json()["data"]
        if each["id"] == same.json()["id"]
    ]
    assert ["keys:read", "keys:write"] == shown["scopes"]


@pytest.mark.parametrize("scopes", [[], ["calls:everything"], ["calls:read"] * 100])
async def test_scopes_are_those_that_there_are(operator: Operator, scopes: list[str]) -> None:
    refused = await operator.client.post("/api/api-keys", json={"name": "reporting", "scopes": scopes})
    assert 422 == refused.status_code
    assert refused.json()["errors"][0]["pointer"].startswith("/scopes")


async def test_a_key_does_not_lock_its_holder_out(operator: Operator) -> None:
    own = (await operator.client.get("/api/api-keys")).json()["data"][0]
    assert (await operator.client.delete(f"/api/api-keys/{own['id']}")).status_code == 409


async def test_one_account_cannot_remove_anothers_key(operator: Operator, stranger: Operator) -> None:
    own = (await operator.client.get("/api/api-keys")).json()["data"][0]
    assert (await stranger.client.delete(f"/api/api-keys/{own['id']}")).status_code == 404
    assert (await operator.client.get("/api/agents")).status_code == 200


async def test_a_first_key_is_made_without_any_key(operator: Operator) -> None:
    key = await make_key(operator.tools.database, f"first {operator.account_id}")
    answer = await operator.client.get("/api/agents", headers={"Authorization": f"Bearer {key}"})
    assert (answer.status_code, answer.json()["data"]) == (200, [])


async def test_the_audit_log_tells_who_did_what(operator: Operator, stranger: Operator) -> None:
    """Requirement 118."""
    campaign = await operator.running_campaign()
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    assert [(act["action"], act["subject"]) for act in acts][:1] == [("campaign.started", campaign["id"])]
    assert {act["actor"] for act in acts} == {
        (await operator.client.get("/api/api-keys")).json()["data"][0]["id"]
    }
    assert (await stranger.client.get("/api/audit-log")).json()["data"] == []
