"""Workbooks are uploaded as any list is: what became of their sheets and cells stands in the report. Requirements 87, 96."""

import gzip
from typing import Any

from tests.api.conftest import Operator
from tests.lists.test_workbooks import A_RESULT, EMPTY_RESULT, LEADS, NO_VALUE, NOT_AVAILABLE
from tests.workbooks import workbook


async def test_a_workbook_is_imported_whatever_its_name(operator: Operator) -> None:
    campaign = await operator.campaign()
    report = (await operator.upload(campaign["id"], workbook({"People": LEADS}))).json()
    assert (2, 2, "People", []) == tuple(report[name] for name in ("rows", "accepted", "sheet", "notes"))
    await operator.made(f"/api/lead-imports/{report['id']}/commit", {})
    leads = (await operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"]
    assert {"Ada", "Bob"} == {lead["name"] for lead in leads}


async def test_another_sheet_is_told_and_can_be_named(operator: Operator) -> None:
    campaign = await operator.campaign()
    content = workbook({"Empty": [], "East": LEADS, "West": LEADS[:2], "Drafts": [[None, 1]]})
    first = (await operator.upload(campaign["id"], content)).json()
    assert (2, "East", ["other_sheets"]) == (
        first["rows"],
        first["sheet"],
        [note["code"] for note in first["notes"]],
    )
    assert '"West", "Drafts" have rows as well' in first["notes"][0]["message"]
    second = (await operator.upload(campaign["id"], content, sheet="west", replace="true")).json()
    assert (1, "West", []) == (second["rows"], second["sheet"], second["notes"])
    unknown = await operator.upload(campaign["id"], content, sheet="North", replace="true")
    assert (422, "unknown_sheet") == (unknown.status_code, unknown.json()["code"])


async def test_an_error_of_a_header_names_its_sheet(operator: Operator) -> None:
    campaign = await operator.campaign()
    content = workbook({"How to": [["Fill in the next sheet"], ["please"]], "Data": LEADS})
    answer = (await operator.upload(campaign["id"], content)).json()
    assert "no_number_column" == answer["code"]
    assert 'Sheet "How to"' in answer["detail"]
    assert '"Data" has rows as well' in answer["detail"]


async def test_do_not_call_lists_are_workbooks_and_packed_as_well(operator: Operator) -> None:
    for content in (workbook({"DNC": LEADS}), gzip.compress(b"phone\n+14155552674\n+14155552675\n")):
        answer = await operator.client.post(
            "/api/dnc/imports", files={"file": ("numbers", content, "application/octet-stream")}
        )
        assert (201, 2) == (answer.status_code, answer.json()["added"])


async def test_a_formula_without_a_value_is_refused_with_the_reason_in_its_cell(operator: Operator) -> None:
    campaign = await operator.campaign()
    rows: list[list[Any]] = [
        ["Phone", "City"],
        [NO_VALUE, "Reno"],
        [NOT_AVAILABLE, "Reno"],
        [A_RESULT, NOT_AVAILABLE],
        [EMPTY_RESULT, "Reno"],
    ]
    staged = (await operator.upload(campaign["id"], workbook({"One": rows}))).json()
    listed = (await operator.client.get(f"/api/lead-imports/{staged['id']}/problems")).json()["data"]
    assert [
        (2, "rejected", "formula_without_result"),
        (3, "rejected", "formula_error"),
        (4, "review", "variables_missing:city"),
        (5, "rejected", "empty"),
    ] == [(row["row_number"], row["verdict"], row["code"]) for row in listed]
