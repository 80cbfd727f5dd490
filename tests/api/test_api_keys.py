"""Keys and the audit log."""

import re

import pytest

from api.api_keys import new_secret
from api.first_account import make_key
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
    made = {new_secret() for _ in range(100)}
    assert 100 == len(made)
    assert {True} == {re.fullmatch("ok_[0-9a-f]{48}", key) is not None for key in made}


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
