"""For how long what is kept, over the API: bounds, the plan that has to be seen first, runs. Requirements 160 and 161."""

from typing import Any

import pytest

from domain.retention import LAWS
from tests.api.conftest import Operator

TIMES = {"content_days": 183, "evidence_days": 1827, "audit_days": 2557, "countries": {}}


async def put(operator: Operator, **body: Any) -> Any:
    """Store these times; the answer."""
    return await operator.client.put("/api/retention", json={"is_on": False, **body})


async def plan_of(operator: Operator) -> dict[str, Any]:
    """What would go now."""
    answer = await operator.client.get("/api/retention/plan")
    assert 200 == answer.status_code, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_it_is_off_until_an_admin_saw_the_plan_of_these_very_times(operator: Operator) -> None:
    shown = (await operator.client.get("/api/retention")).json()
    assert {"is_on": False, **TIMES} == {name: shown[name] for name in ("is_on", *TIMES)}
    assert 409 == (await operator.client.post("/api/retention/runs")).status_code
    for seen in (None, "", "another", (await plan_of(operator))["plan"]):
        refused = await put(operator, is_on=True, content_days=90, plan_seen=seen)
        assert (422, "plan_not_seen") == (refused.status_code, refused.json()["code"]), refused.text
        assert "/plan_seen" == refused.json()["errors"][0]["pointer"]
    assert not (await operator.client.get("/api/retention")).json()["is_on"]
    assert 200 == (await put(operator, content_days=90)).status_code
    plan = (await plan_of(operator))["plan"]
    on = await put(operator, is_on=True, content_days=90, plan_seen=plan)
    assert (200, True, 90) == (on.status_code, on.json()["is_on"], on.json()["content_days"])
    assert 422 == (await put(operator, is_on=True, content_days=60, plan_seen=plan)).status_code
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    changed = [act for act in acts if act["action"] == "retention.changed"]
    assert [(90, 90), (183, 90)] == [
        (act["detail"]["was"]["content_days"], act["detail"]["now"]["content_days"]) for act in changed
    ]
    assert [(False, True), (False, False)] == [
        (act["detail"]["was"]["is_on"], act["detail"]["now"]["is_on"]) for act in changed
    ]


@pytest.mark.parametrize(
    ("times", "pointer"),
    [
        ({"content_days": 29}, "/content_days"),
        ({"content_days": 0}, "/content_days"),
        ({"content_days": 40_000}, "/content_days"),
        ({"evidence_days": 1000}, "/evidence_days"),
        ({"audit_days": 2000}, "/audit_days"),
        ({"countries": {"US": {"evidence_days": 730}}}, "/countries/US/evidence_days"),
        ({"countries": {"FR": {"content_days": 3}}}, "/countries/FR/content_days"),
        ({"countries": {"FR": {"days": 3}}}, "/countries/FR/days"),
    ],
)
async def test_times_have_their_bounds(operator: Operator, times: dict[str, Any], pointer: str) -> None:
    refused = await put(operator, **times)
    assert (422, pointer) == (refused.status_code, refused.json()["errors"][0]["pointer"]), refused.text
    shown = (await operator.client.get("/api/retention")).json()
    assert TIMES == {name: shown[name] for name in TIMES}


async def test_countries_have_their_own_times_and_laws_their_sources(
    operator: Operator, stranger: Operator
) -> None:
    assert 200 == (await put(operator, countries={"DE": {"content_days": 90}})).status_code
    shown = (await operator.client.get("/api/retention")).json()
    assert {"DE": {"content_days": 90, "evidence_days": None}} == shown["countries"]
    assert (90, 183) == (shown["in_force"]["content"]["DE"], shown["in_force"]["content"]["*"])
    assert {(law.country, law.source) for law in LAWS} == {
        (law["country"], law["source"]) for law in shown["laws"]
    }
    assert {} == (await stranger.client.get("/api/retention")).json()["countries"]


async def test_an_edit_of_what_was_changed_meanwhile_is_refused(operator: Operator) -> None:
    seen = (await operator.client.get("/api/retention")).headers["ETag"]
    assert 200 == (await put(operator, content_days=100)).status_code
    stale = await operator.client.put(
        "/api/retention", json={"is_on": False, "content_days": 90}, headers={"If-Match": seen}
    )
    assert 412 == stale.status_code
    assert 100 == (await operator.client.get("/api/retention")).json()["content_days"]


async def test_a_run_is_asked_for_once_and_its_receipt_is_kept(operator: Operator) -> None:
    await put(operator, is_on=True, plan_seen=(await plan_of(operator))["plan"])
    first, again = [await operator.client.post("/api/retention/runs") for _ in range(2)]
    assert (202, 202) == (first.status_code, again.status_code), first.text
    assert first.json()["id"] == again.json()["id"]
    [run] = (await operator.client.get("/api/retention/runs")).json()["data"]
    assert (first.json()["id"], None, None) == (run["id"], run["finished_at"], run["receipt"])
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    assert 1 == sum(act["action"] == "retention.asked" for act in acts)
    assert {"*": 183}.items() <= (await operator.client.get("/api/retention")).json()["in_force"][
        "content"
    ].items()


async def test_the_plan_names_every_store_and_counts_nothing_of_others(
    operator: Operator, stranger: Operator
) -> None:
    lines = (await plan_of(operator))["lines"]
    assert {"content", "evidence", "audit"} <= {line["data_class"] for line in lines}
    assert {"recordings", "leads", "conversations", "audit_events", "workflow histories"} <= {
        line["store"] for line in lines
    }
    assert 0 == sum(line["due"] + line["held"] for line in lines)
