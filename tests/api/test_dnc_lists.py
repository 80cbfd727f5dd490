"""Named do-not-call lists: made, filled from files, told how old they are; what campaigns require. Effective at once."""

import gzip
import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.api.conftest import Operator

NUMBER = "+14155552671"
OTHER = "+14155552672"
LEADS = f"phone,city\n{NUMBER},Reno\n{OTHER},Reno\n".encode()


def today() -> date:
    return datetime.now(UTC).date()


async def filled(
    operator: Operator, list_id: str, content: bytes, as_of: date | None = None, **form: str
) -> httpx.Response:
    """The answer to new numbers for this list, of today unless told otherwise."""
    return await operator.client.post(
        f"/api/dnc/lists/{list_id}/versions",
        data={"as_of": str(as_of or today()), **form},
        files={"file": ("numbers.txt", content, "text/plain")},
    )


async def preflight(operator: Operator, campaign_id: str) -> dict[str, Any]:
    found: dict[str, Any] = (await operator.client.get(f"/api/campaigns/{campaign_id}/preflight")).json()
    return found


async def campaign_with_leads(operator: Operator, **plan: object) -> str:
    campaign = await operator.campaign(plan=plan)
    staged = (await operator.upload(campaign["id"], LEADS, rules="simulation")).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    return str(campaign["id"])


@pytest.mark.parametrize("is_packed", [True, False])
async def test_a_list_is_filled_with_hashes_and_numbers_and_bad_lines_are_told(
    operator: Operator, is_packed: bool
) -> None:
    made = await operator.made("/api/dnc/lists", {"name": "Registry", "kind": "registry", "source": "post"})
    assert (31, None, True, []) == (made["max_age_days"], made["as_of"], made["is_stale"], made["versions"])
    content = f"{hashlib.sha256(NUMBER.encode()).hexdigest()}\n(415) 555-2672\nnonsense\n".encode()
    answer = await filled(
        operator, made["id"], gzip.compress(content) if is_packed else content, default_region="US"
    )
    assert 201 == answer.status_code
    told = answer.json()
    assert (str(today()), False, "post") == (told["as_of"], told["is_stale"], told["source"])
    [version] = told["versions"]
    assert ("in_force", 2, 1, [3]) == (
        version["state"],
        version["numbers"],
        version["rejected"],
        [problem["line"] for problem in version["problems"]],
    )
    assert told == (await operator.client.get(f"/api/dnc/lists/{made['id']}")).json()
    assert [told] == (await operator.client.get("/api/dnc/lists")).json()["data"]
    assert 2 == (await preflight(operator, await campaign_with_leads(operator)))["refused"]


async def test_leads_are_counted_by_what_the_list_has_now(operator: Operator) -> None:
    campaign = await campaign_with_leads(operator)
    made = await operator.made("/api/dnc/lists", {"name": "Ours"})
    for content, refused in ((f"{NUMBER}\n", 1), (f"{NUMBER}\n{OTHER}\n", 2), ("+14155550000\n", 0)):
        assert 201 == (await filled(operator, made["id"], content.encode())).status_code
        assert refused == (await preflight(operator, campaign))["refused"]
    await filled(operator, made["id"], NUMBER.encode())
    assert 204 == (await operator.client.delete(f"/api/dnc/lists/{made['id']}")).status_code
    assert 0 == (await preflight(operator, campaign))["refused"]
    assert 404 == (await filled(operator, made["id"], NUMBER.encode())).status_code


@pytest.mark.parametrize(
    ("days", "content", "pointer"),
    [
        (2, NUMBER.encode(), "/as_of"),
        (-1, NUMBER.encode(), "/as_of"),
        (0, b"", "/file"),
        (0, b"phone\n", "/file"),
        (0, f"{NUMBER}\nx\ny\n".encode(), "/file"),
        (0, f"{NUMBER}\n".encode() * 99 + b"nothing\n" * 11, "/file"),
        (0, f"{NUMBER}\n".encode() * 1199 + b"nothing\n" * 12, "/file"),
        (0, gzip.compress(NUMBER.encode() * 99, mtime=0)[:-9], "/file"),
        (0, gzip.compress(NUMBER.encode() * 99, mtime=0)[:12] + b"\xff" * 30, "/file"),
    ],
)
async def test_what_is_no_newer_list_is_refused_and_the_one_before_binds(
    operator: Operator, days: int, content: bytes, pointer: str
) -> None:
    """Law 10: a day to come, one before that of the numbers in force, an empty file, one that is no list, a broken one."""
    made = await operator.made("/api/dnc/lists", {"name": "Ours"})
    await filled(operator, made["id"], OTHER.encode())
    refused = await filled(operator, made["id"], content, today() + timedelta(days=days))
    assert (422, [pointer]) == (
        refused.status_code,
        [error["pointer"] for error in refused.json()["errors"]],
    )
    told = (await operator.client.get(f"/api/dnc/lists/{made['id']}")).json()
    assert ["in_force"] == [each["state"] for each in told["versions"] if each["state"] != "failed"]
    assert 1 == (await preflight(operator, await campaign_with_leads(operator)))["refused"]


@pytest.mark.parametrize(("numbers", "slips"), [(99, 10), (1200, 12)])
async def test_a_few_slips_are_no_reason_to_refuse_a_list(
    operator: Operator, numbers: int, slips: int
) -> None:
    made = await operator.made("/api/dnc/lists", {"name": "Ours"})
    content = f"{NUMBER}\n".encode() * numbers + b"nothing\n" * slips
    [version] = (await filled(operator, made["id"], content)).json()["versions"]
    assert (numbers, slips) == (version["numbers"], version["rejected"])


async def test_a_campaign_waits_for_a_list_that_is_old_and_goes_on_when_it_is_refreshed(
    operator: Operator,
) -> None:
    campaign = await campaign_with_leads(operator)
    made = await operator.made("/api/dnc/lists", {"name": "Registry", "kind": "registry"})
    await filled(operator, made["id"], b"+14155550000\n", today() - timedelta(days=33))
    held = await preflight(operator, campaign)
    assert (0, 2, ["list_stale"]) == (
        held["now"],
        held["later"],
        [each["code"] for each in held["later_because"]],
    )
    assert any("Registry" in warning for warning in held["warnings"])
    await filled(operator, made["id"], b"+14155550000\n", today() - timedelta(days=1))
    found = await preflight(operator, campaign)
    assert (2, []) == (found["now"], [each for each in found["warnings"] if "Registry" in each])


async def test_a_list_that_a_plan_requires_must_be_there_and_have_numbers(
    operator: Operator, stranger: Operator
) -> None:
    made = await operator.made("/api/dnc/lists", {"name": "Ours"})
    theirs = await stranger.made("/api/dnc/lists", {"name": "Ours"})
    parts = await operator.parts(more=" of others")
    refused = await operator.client.post(
        "/api/campaigns",
        json={"name": "A", "plan": {"required_lists": [made["id"], theirs["id"]]}, **parts},
    )
    assert (422, "/plan/required_lists/1") == (refused.status_code, refused.json()["errors"][0]["pointer"])
    campaign = await campaign_with_leads(operator, required_lists=[made["id"]])
    shown = (await operator.client.get(f"/api/campaigns/{campaign}")).json()
    assert [made["id"]] == shown["plan"]["required_lists"]
    assert 2 == (await preflight(operator, campaign))["later"]
    await filled(operator, made["id"], b"+14155550000\n")
    assert 2 == (await preflight(operator, campaign))["now"]
    await operator.client.delete(f"/api/dnc/lists/{made['id']}")
    assert 2 == (await preflight(operator, campaign))["later"]


async def test_no_registry_may_be_older_than_a_registry_may(operator: Operator) -> None:
    refused = await operator.client.post(
        "/api/dnc/lists", json={"name": "R", "kind": "registry", "max_age_days": 32}
    )
    assert (422, "/max_age_days") == (refused.status_code, refused.json()["errors"][0]["pointer"])
    assert (
        7
        == (await operator.made("/api/dnc/lists", {"name": "R", "kind": "registry", "max_age_days": 7}))[
            "max_age_days"
        ]
    )
    assert None is (await operator.made("/api/dnc/lists", {"name": "O"}))["max_age_days"]
    assert 409 == (await operator.client.post("/api/dnc/lists", json={"name": "R"})).status_code
