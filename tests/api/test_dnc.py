"""Do-not-call numbers: add, list, remove, import; effective at once. Requirement 113."""

import asyncio
from typing import Any

import httpx
import pytest

from database import suppressions
from tests.api.conftest import Operator
from tests.workbooks import workbook

NUMBER = "+14155552672"


async def imported(operator: Operator, content: bytes, **form: str) -> httpx.Response:
    """The answer to an upload of this list."""
    file = ("dnc.csv", content, "text/csv")
    return await operator.client.post("/api/dnc/imports", data=form, files={"file": file})


async def listed(operator: Operator) -> list[dict[str, Any]]:
    return list((await operator.client.get("/api/dnc")).json()["data"])


async def test_numbers_are_added_once_in_any_spelling(operator: Operator) -> None:
    body = {"numbers": ["+14155552672", "(415) 555-2672", "+44 20 7946 0018"], "default_region": "US"}
    first = await operator.made("/api/dnc", body)
    again = await operator.made("/api/dnc", body)
    assert first == {"added": 2, "already_listed": 1}
    assert again == {"added": 0, "already_listed": 3}


async def test_one_unreadable_number_refuses_the_whole_request_with_its_place(operator: Operator) -> None:
    refused = await operator.client.post("/api/dnc", json={"numbers": ["+14155552672", "nonsense"]})
    assert [error["pointer"] for error in refused.json()["errors"]] == ["/numbers/1"]
    assert (await operator.client.get("/api/dnc")).json()["data"] == []


async def test_a_removed_entry_may_be_added_again(operator: Operator) -> None:
    await operator.made("/api/dnc", {"numbers": ["+14155552672"]})
    entry = (await operator.client.get("/api/dnc")).json()["data"][0]
    for _ in range(2):
        assert (await operator.client.delete(f"/api/dnc/{entry['id']}")).status_code == 204
    assert (await operator.client.get("/api/dnc")).json()["data"] == []
    added = await operator.made("/api/dnc", {"numbers": ["+14155552672"]})
    assert added["added"] == 1


async def test_a_file_is_imported_and_its_bad_rows_reported(operator: Operator) -> None:
    content = "\ufeffPhone;Reason\n+14155552672;asked\n12;short\n+14155552673;\n".encode()
    answer = await operator.client.post("/api/dnc/imports", files={"file": ("dnc.csv", content, "text/csv")})
    imported = answer.json()
    assert (imported["rows"], imported["added"], imported["already_listed"], imported["rejected"]) == (
        3,
        2,
        0,
        1,
    )
    assert imported["problems"][0]["row_number"] == 3


async def test_a_long_file_is_listed_to_its_last_number(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is stored a batch at a time, and the numbers beside a batch's end are people as well."""
    monkeypatch.setattr("api.suppressions._BATCH", 2)
    numbers = [f"+1415555267{place}" for place in range(5)]
    content = "\n".join(["phone", *numbers]).encode()
    answer = await operator.client.post("/api/dnc/imports", files={"file": ("dnc.csv", content, "text/csv")})
    assert (5, 5) == (answer.json()["rows"], answer.json()["added"])
    listed = (await operator.client.get("/api/dnc")).json()["data"]
    assert set(numbers) == {entry["number"] for entry in listed}


async def test_an_import_that_is_cut_off_keeps_what_it_stored_and_holds_nobody_up(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 4: who opts out while a long list is stored waits for no more than a batch of it. Sent again it goes on."""
    monkeypatch.setattr("api.suppressions._BATCH", 2)
    stores = suppressions.suppress

    async def breaks_off(session: Any, account_id: Any, numbers: Any, *given: Any, **named: Any) -> int:
        if "+14155552674" in numbers:
            async with asyncio.timeout(5), operator.tools.database.transaction() as other:
                entry: Any = {"channel": "all", "source": "operator"}
                assert 0 == await stores(other, account_id, [NUMBER], operator.tools.key_ring, **entry)
            raise OSError("the database is away")
        return await stores(session, account_id, numbers, *given, **named)

    monkeypatch.setattr("database.suppressions.suppress", breaks_off)
    content = "\n".join(["phone", *(f"+1415555267{place}" for place in range(2, 7))]).encode()
    files = {"file": ("dnc.csv", content, "text/csv")}
    assert 503 == (await operator.client.post("/api/dnc/imports", files=files)).status_code
    assert [f"+1415555267{place}" for place in (2, 3)] == sorted(
        entry["number"] for entry in await listed(operator)
    )
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    assert {"added": 2} == next(act["detail"] for act in acts if act["action"] == "dnc.imported")
    monkeypatch.setattr("database.suppressions.suppress", stores)
    again = (await operator.client.post("/api/dnc/imports", files=files)).json()
    assert (5, 3, 2) == (again["rows"], again["added"], again["already_listed"])


@pytest.mark.parametrize("limits", [{}, {"category": "survey"}])
async def test_lists_of_the_same_numbers_in_another_order_do_not_wait_for_each_other_in_a_circle(
    operator: Operator, monkeypatch: pytest.MonkeyPatch, limits: dict[str, str]
) -> None:
    monkeypatch.setattr("api.suppressions._BATCH", 1)
    numbers = [f"+1415555{place}" for place in range(2100, 2140)]
    files = ["\n".join(["phone", *some]).encode() for some in (numbers, numbers[::-1], numbers)]
    answers = await asyncio.gather(*(imported(operator, each, **limits) for each in files))
    assert [201] * 3 == [each.status_code for each in answers]
    assert len(numbers) == sum(each.json()["added"] for each in answers)


@pytest.mark.parametrize("channel", ["all", "voice", "sms"])
async def test_an_entry_is_shown_with_its_channel_and_where_it_came_from(
    operator: Operator, channel: str
) -> None:
    await operator.made("/api/dnc", {"numbers": [NUMBER], "channel": channel})
    assert 201 == (await imported(operator, b"phone\n+14155552673\n", channel=channel)).status_code
    key = (await operator.client.get("/api/api-keys")).json()["data"][0]["id"]
    known = {"channel": channel, "added_by": key}
    unknown = dict.fromkeys(
        ("call_id", "attempt_id", "words", "said_at", "campaign_id", "category", "expires_at", "note")
    )
    assert [
        {"number": "+14155552673", "source": "import", **known, **unknown},
        {"number": NUMBER, "source": "api", **known, **unknown},
    ] == [
        {name: entry[name] for name in entry if name not in ("id", "created_at")}
        for entry in await listed(operator)
    ]


@pytest.mark.parametrize("as_file", [False, True])
async def test_an_entry_is_shown_with_its_limits_and_lifted(operator: Operator, as_file: bool) -> None:
    campaign = await operator.made("/api/campaigns", {"name": "Spring", **await operator.parts()})
    limits = {
        "campaign_id": campaign["id"],
        "category": "marketing",
        "expires_at": "2027-11-15T16:30:00Z",
        "note": "By letter of 1 March.",
    }
    if as_file:
        told = (await imported(operator, f"phone\n{NUMBER}\n".encode(), **limits)).json()
    else:
        told = await operator.made("/api/dnc", {"numbers": [NUMBER], **limits})
    assert (1, 0) == (told["added"], told["already_listed"])
    assert 0 == (await operator.made("/api/dnc", {"numbers": [NUMBER], **limits}))["added"]
    [entry] = await listed(operator)
    assert limits == {name: entry[name] for name in limits}
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    [detail] = [act["detail"] for act in acts if act["detail"].get("added") == 1]
    kept = {name: limit for name, limit in limits.items() if name != "note"}
    assert {"added": 1, **kept, "expires_at": "2027-11-15T16:30:00+00:00"} == detail
    assert 1 == (await operator.made("/api/dnc", {"numbers": [NUMBER]}))["added"], "without limits it is new"
    assert 204 == (await operator.client.delete(f"/api/dnc/{entry['id']}")).status_code
    assert [None] == [left["campaign_id"] for left in await listed(operator)]


@pytest.mark.parametrize(
    ("limit", "pointer"),
    [
        ({"expires_at": "2020-01-01T00:00:00Z"}, "/expires_at"),
        ({"campaign_id": "camp_1"}, "/campaign_id"),
        ({"campaign_id": "\0"}, "/campaign_id"),
        ({"category": "fun"}, "/category"),
        ({"note": "n" * 501}, "/note"),
    ],
)
async def test_a_limit_that_means_nothing_is_refused_with_its_place(
    operator: Operator, limit: dict[str, str], pointer: str
) -> None:
    refused = await operator.client.post("/api/dnc", json={"numbers": [NUMBER], **limit})
    assert (422, [pointer]) == (
        refused.status_code,
        [error["pointer"] for error in refused.json()["errors"]],
    )
    assert 422 == (await imported(operator, f"phone\n{NUMBER}\n".encode(), **limit)).status_code
    assert [] == await listed(operator)


async def test_a_files_numbers_are_read_from_the_column_that_is_named_and_by_the_region(
    operator: Operator,
) -> None:
    """A row that ends before that column has no number, and the others are people all the same."""
    content = b"Phone;Reason;Also\n12;asked;(415) 555-2672\n13;asked\n14;asked;(415) 555-2673\n"
    answer = await imported(operator, content, mapping='{"number": "Also"}', default_region="US")
    told = answer.json()
    assert (3, 2, 0, 1) == tuple(told[name] for name in ("rows", "added", "already_listed", "rejected"))
    assert [3] == [problem["row_number"] for problem in told["problems"]]
    assert {NUMBER, "+14155552673"} == {entry["number"] for entry in await listed(operator)}


async def test_of_a_workbook_the_sheet_that_is_named_is_read(operator: Operator) -> None:
    book = workbook({"Customers": [["phone"], ["+14155552671"]], "Gone": [["phone"], [NUMBER]]})
    assert 201 == (await imported(operator, book, sheet="Gone")).status_code
    assert [NUMBER] == [entry["number"] for entry in await listed(operator)]


async def test_of_many_bad_rows_the_first_hundred_are_named(operator: Operator) -> None:
    told = (await imported(operator, b"phone\n" + b"12\n" * 103)).json()
    assert (103, 103, 100) == (told["rows"], told["rejected"], len(told["problems"]))
    assert (2, 101) == (told["problems"][0]["row_number"], told["problems"][-1]["row_number"])


async def test_a_list_is_its_accounts_alone(operator: Operator, stranger: Operator) -> None:
    await operator.made("/api/dnc", {"numbers": ["+14155552672"]})
    entry = (await operator.client.get("/api/dnc")).json()["data"][0]
    assert (await stranger.client.get("/api/dnc")).json()["data"] == []
    assert (await stranger.client.delete(f"/api/dnc/{entry['id']}")).status_code == 404
