"""Rule packs as an account sees and edits them: stricter at once, less strict only with a reason, and old versions for ever."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from domain.access import Role
from startup.rule_packs import read_rule_packs
from tests.api.conftest import Operator
from tests.api.people import signed_in
from tests.api.test_contactability import lead_of, next_tuesday, why

BECAUSE = "Calls to businesses alone; the head of compliance answers for it."


def us(*changes: tuple[str, str]) -> str:
    """The shipped text of the United States with these changes, each of the first place."""
    pack = read_rule_packs().named("us")
    assert pack is not None
    shown = pack.text
    for before, after in changes:
        assert before in shown
        shown = shown.replace(before, after, 1)
    return shown


LATE_FLORIDA = us(
    (
        'max_per_day = 3\nhours = { mon-sun = ["08:00-20:00"] }',
        'max_per_day = 1\nhours = { mon-sun = ["14:00-20:00"] }',
    )
)


async def put(operator: Operator, content: str, **more: Any) -> dict[str, Any]:
    return await operator.made("/api/rule-packs/us/versions", {"text": content, **more})


async def shown(operator: Operator, path: str = "us") -> dict[str, Any]:
    answer = await operator.client.get(f"/api/rule-packs/{path}")
    assert 200 == answer.status_code, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_stricter_version_binds_the_next_decision_by_its_own_name(operator: Operator) -> None:
    lead, noon = await lead_of(operator), next_tuesday(12)
    assert "allow" == (await why(operator, lead, at=noon.isoformat()))["verdict"]
    added = await put(operator, LATE_FLORIDA)
    told = await why(operator, lead, at=noon.isoformat())
    assert ("defer", f"{added['compared_with']}+own.1") == (told["verdict"], told["rule_set"])
    [rule] = told["reasons"][0]["rules"]
    assert f"{told['rule_set']} states.FL.hours" == rule["name"]
    assert ["14:00-20:00"] == told["looked_at"]["zones"][0]["hours"]
    assert 1 == told["looked_at"]["attempts_allowed_today"]
    await put(operator, us())
    assert "allow" == (await why(operator, lead, at=noon.isoformat()))["verdict"], (
        "what replaces it is the next"
    )


async def test_what_a_rule_set_names_can_be_read_for_ever(operator: Operator) -> None:
    first, second = await put(operator, LATE_FLORIDA), await put(operator, us())
    assert (1, 2) == (first["revision"], second["revision"])
    pack = await shown(operator)
    assert (us(), us(), 2) == (pack["shipped_text"], pack["own_text"], pack["revision"])
    assert f"{first['compared_with']}+own.2" == pack["rule_set"]
    assert [(2, True), (1, False)] == [(each["revision"], each["in_force"]) for each in pack["versions"]]
    assert {**first, "in_force": False} == await shown(operator, "us/versions/1")
    for change in ("UPDATE rule_pack_versions SET content = ''", "DELETE FROM rule_pack_versions"):
        with pytest.raises(DBAPIError):
            async with operator.tools.database.transaction() as session:
                await session.execute(text(change))
    assert {**first, "in_force": False} == await shown(operator, "us/versions/1")


async def test_another_account_has_rules_of_its_own(operator: Operator, stranger: Operator) -> None:
    await put(operator, LATE_FLORIDA)
    lead, noon = await lead_of(stranger), next_tuesday(12)
    assert "allow" == (await why(stranger, lead, at=noon.isoformat()))["verdict"]
    theirs = await shown(stranger)
    assert (None, None, []) == (theirs["revision"], theirs["own_text"], theirs["versions"])
    assert 404 == (await stranger.client.get("/api/rule-packs/us/versions/1")).status_code


async def test_what_is_less_strict_needs_a_reason_and_then_stands(operator: Operator) -> None:
    lead = await lead_of(operator)
    dawn = next_tuesday(7, 30).isoformat()
    dawn_text = us(
        (
            'max_per_day = 3\nhours = { mon-sun = ["08:00-20:00"] }',
            'max_per_day = 3\nhours = { mon-sun = ["07:00-20:00"] }',
        )
    )
    refused = await operator.client.post("/api/rule-packs/us/versions", json={"text": dawn_text})
    [error] = refused.json()["errors"]
    assert (422, "less_strict", "/text/states/FL/hours") == (
        refused.status_code,
        error["code"],
        error["pointer"],
    )
    assert [] == (await shown(operator))["versions"]
    added = await put(operator, dawn_text, less_strict_because=BECAUSE)
    assert (["states.FL.hours"], BECAUSE) == (added["less_strict"], added["less_strict_because"])
    assert "allow" == (await why(operator, lead, at=dawn))["verdict"]


async def test_a_reason_for_nothing_is_not_kept(operator: Operator) -> None:
    added = await put(operator, LATE_FLORIDA, less_strict_because=BECAUSE)
    assert ([], None) == (added["less_strict"], added["less_strict_because"])


@pytest.mark.parametrize(
    ("name", "content", "pointer"),
    [
        ("us", "name = ", "/text"),
        ("us", us(("max_per_day = 3", "max_per_day = 0")), "/text/max_per_day"),
        ("us", us(('mon-sat = ["09:00-20:00"]', 'mon-sat = ["9-20"]')), "/text/hours"),
        ("us", us(('name = "us"', 'name = "gb"')), "/text/name"),
        ("us", us(('survey = "express"', 'survey = "perhaps"')), "/text/consent"),
        ("us", us(("[states.AL]", "[states.QQ]")), "/text/states/QQ"),
        ("us", us(("[states.AL]", "[states.AL]\nmost = 3")), "/text/states/AL/most"),
        ("us", us(("max_per_day = 3", "max_per_day = 3\nloopback_only = true")), "/text/loopback_only"),
    ],
)
async def test_what_is_wrong_is_pointed_at_and_changes_nothing(
    operator: Operator, name: str, content: str, pointer: str
) -> None:
    """Law 10."""
    refused = await operator.client.post(f"/api/rule-packs/{name}/versions", json={"text": content})
    assert (422, pointer) == (refused.status_code, refused.json()["errors"][0]["pointer"])
    assert [] == (await shown(operator))["versions"]


async def test_the_simulated_world_is_not_edited_and_what_there_is_not_is_not_found(
    operator: Operator,
) -> None:
    pack = await shown(operator, "simulation")
    assert pack["editable"] is False
    refused = await operator.client.post(
        "/api/rule-packs/simulation/versions",
        json={
            "text": pack["shipped_text"].replace("loopback_only = true", ""),
            "less_strict_because": BECAUSE,
        },
    )
    assert (409, "rules_fixed") == (refused.status_code, refused.json()["code"])
    for path in ("/api/rule-packs/atlantis", "/api/rule-packs/us/versions/9"):
        assert 404 == (await operator.client.get(path)).status_code
    missing = await operator.client.post("/api/rule-packs/atlantis/versions", json={"text": us()})
    assert 404 == missing.status_code


async def test_a_version_holds_from_its_moment_on_and_a_later_one_replaces_it(operator: Operator) -> None:
    lead, noon = await lead_of(operator), next_tuesday(12).isoformat()
    soon = operator.tools.now() + timedelta(hours=1)
    waiting = await put(operator, LATE_FLORIDA, valid_from=soon.isoformat())
    assert waiting["in_force"] is False
    assert "allow" == (await why(operator, lead, at=noon))["verdict"]
    past = await operator.client.post(
        "/api/rule-packs/us/versions", json={"text": us(), "valid_from": "2020-01-01T00:00:00Z"}
    )
    assert (422, "/valid_from") == (past.status_code, past.json()["errors"][0]["pointer"])
    await put(operator, us())
    assert 2 == (await shown(operator))["revision"], "the earlier one never comes into force"


async def test_of_versions_made_at_once_each_has_a_revision(operator: Operator) -> None:
    added = await asyncio.gather(*(put(operator, us()) for _ in range(5)))
    assert [1, 2, 3, 4, 5] == sorted(each["revision"] for each in added)


async def test_only_an_admin_writes_rules(operator: Operator) -> None:
    manager = await signed_in(operator, Role.AGENT_MANAGER)
    assert 200 == (await manager.client.get("/api/rule-packs/us")).status_code
    refused = await manager.client.post("/api/rule-packs/us/versions", json={"text": us()})
    assert (403, "not_allowed") == (refused.status_code, refused.json()["code"])
    admin = await signed_in(operator, Role.ADMIN)
    added = await admin.client.post("/api/rule-packs/us/versions", json={"text": us()})
    assert (201, admin.id) == (added.status_code, added.json()["created_by"])


async def test_a_call_is_placed_by_the_rules_of_its_account(operator: Operator) -> None:
    """Nobody is called now whose account's rules forbid the day."""
    parts = await operator.parts()
    body = {"to": "+254711222333", "variables": {"city": "Nairobi"}, "consents": ["written"], **parts}
    shipped = await shown(operator, "ke")
    closed = {"text": _never(shipped["shipped_text"])}
    assert 201 == (await operator.client.post("/api/rule-packs/ke/versions", json=closed)).status_code
    refused = await operator.client.post("/api/calls/outbound", json={**body, "queue": True})
    assert (409, "may_not_be_called") == (refused.status_code, refused.json()["code"])


def _never(content: str) -> str:
    """The pack with no hours at all."""
    head, _, rest = content.partition("[hours]")
    following = rest[rest.index("\n[") :] if "\n[" in rest else ""
    return f"{head}[hours]\n{following}"
