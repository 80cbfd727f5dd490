"""Do-not-call numbers: add, list, remove, import; effective at once. Requirement 113."""

import pytest

from tests.api.conftest import Operator


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


async def test_a_list_is_its_accounts_alone(operator: Operator, stranger: Operator) -> None:
    await operator.made("/api/dnc", {"numbers": ["+14155552672"]})
    entry = (await operator.client.get("/api/dnc")).json()["data"][0]
    assert (await stranger.client.get("/api/dnc")).json()["data"] == []
    assert (await stranger.client.delete(f"/api/dnc/{entry['id']}")).status_code == 404
