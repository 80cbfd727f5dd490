"""Lead lists as they come: every row is accounted for, nothing is called before the commit. Requirements 87, 96."""

import asyncio
import csv
import io
import json
import os
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import text

from api.live_events import Tail
from api.upkeep import upkeep
from database import lead_imports
from lists import importing
from lists.row_reading import Chunk
from tests.api.conftest import Operator

MESSY = (
    "Mobile;Full Name;City;Notes\r\n"
    '+14155552672;Ada Lovelace;Reno;"two\r\nlines; and a delimiter"\r\n'
    "(415) 555-2673;Jürgen Müller;Köln;\r\n"
    "\r\n"
    "+1 415 555 2672;Ada again;Reno;\r\n"
    "12;Too Short;Reno;\r\n"
    "+14155552674;No City;;\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252"])
async def test_any_usual_encoding_is_read(operator: Operator, encoding: str) -> None:
    campaign = await operator.campaign()
    report = (await operator.upload(campaign["id"], MESSY.encode(encoding))).json()
    assert tuple(report[name] for name in ("rows", "accepted", "rejected", "duplicates")) == (5, 3, 1, 1)
    leads = (await operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"]
    assert {"Ada Lovelace", "Jürgen Müller", "No City"} == {lead["name"] for lead in leads}
    notes = {lead["name"]: lead["variables"].get("notes") for lead in leads}
    assert notes["Ada Lovelace"] == "two lines; and a delimiter"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
async def test_any_usual_delimiter_is_read(operator: Operator, delimiter: str) -> None:
    campaign = await operator.campaign()
    rows = [["Phone", "Name", "City"], ["+14155552672", "Ada", "Reno"], ["+14155552673", "Bob", "Elko"]]
    content = "\n".join(delimiter.join(row) for row in rows).encode()
    report = (await operator.upload(campaign["id"], content)).json()
    assert (report["rows"], report["accepted"]) == (2, 2)
    assert report["mapping"] == {"number": "Phone", "name": "Name"}


async def test_the_report_says_row_by_row_what_is_wrong_and_downloads_as_csv(operator: Operator) -> None:
    campaign = await operator.campaign()
    report = (await operator.upload(campaign["id"], MESSY.encode())).json()
    grouped = {(group["verdict"], group["code"]): group["rows"] for group in report["problems"]}
    assert grouped == {
        ("duplicate", "duplicate_in_file"): 1,
        ("rejected", "emergency_or_short"): 1,
        ("review", "variables_missing:city"): 1,
    }
    listed = (await operator.client.get(f"/api/lead-imports/{report['id']}/problems")).json()["data"]
    assert [(row["row_number"], row["verdict"], row["column"]) for row in listed] == [
        (5, "duplicate", "Mobile"),
        (6, "rejected", "Mobile"),
        (7, "review", ""),
    ]
    download = await operator.client.get(f"/api/lead-imports/{report['id']}/problems.csv")
    assert [row["row"] for row in csv.DictReader(io.StringIO(download.text))] == ["5", "6", "7"]


async def test_a_long_report_is_downloaded_to_its_last_row(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lists.problem_lines._PAGE", 2)
    campaign = await operator.campaign()
    upload = await operator.upload(
        campaign["id"], b"phone,city\n12,Reno\n13,Reno\n14,Reno\n15,Reno\n16,Reno\n"
    )
    download = await operator.client.get(f"/api/lead-imports/{upload.json()['id']}/problems.csv")
    assert ["2", "3", "4", "5", "6"] == [row["row"] for row in csv.DictReader(io.StringIO(download.text))]


async def test_the_report_repeats_nothing_of_a_row(operator: Operator) -> None:
    campaign = await operator.campaign()
    content = b"phone,name,city\n=cmd|' /C calc',Ada Secret,Reno\n"
    answer = await operator.upload(campaign["id"], content)
    problems = await operator.client.get(f"/api/lead-imports/{answer.json()['id']}/problems.csv")
    assert "Secret" not in answer.text + problems.text
    assert "cmd" not in answer.text + problems.text


async def test_a_campaign_that_is_over_takes_no_leads_any_more(operator: Operator) -> None:
    """Somebody reads the report for a while, meanwhile the last call closes."""
    campaign = await operator.running_campaign()
    staged = (await operator.upload(campaign["id"], b"phone,city\n+14155552673,Reno\n")).json()
    await operator.finish(campaign["id"])
    answer = await operator.client.post(f"/api/lead-imports/{staged['id']}/commit")
    assert (409, "conflict") == (answer.status_code, answer.json()["code"])
    assert "new one" in answer.json()["detail"]
    assert {"closed": 1, "staged": 1} == await _leads(operator, campaign["id"])


async def test_a_commit_that_was_cut_off_is_finished_by_the_upkeep(operator: Operator) -> None:
    campaign = await operator.campaign()
    staged = (await operator.upload(campaign["id"], MESSY.encode())).json()
    async with operator.tools.database.transaction() as session:
        await lead_imports.begin_commit(session, operator.account_id, staged["id"])
    async with upkeep(operator.tools, Tail()), asyncio.timeout(10):
        while (await _import(operator, staged["id"]))["state"] != "committed":
            continue
    assert {"ready": 2, "needs_review": 1} == await _leads(operator, campaign["id"])


async def _import(operator: Operator, import_id: str) -> dict[str, Any]:
    found: dict[str, Any] = (await operator.client.get(f"/api/lead-imports/{import_id}")).json()
    return found


async def test_nobody_is_ready_before_the_commit_and_committing_twice_is_once(operator: Operator) -> None:
    campaign = await operator.campaign()
    staged = (await operator.upload(campaign["id"], MESSY.encode())).json()
    assert await _leads(operator, campaign["id"]) == {"staged": 3}
    for _ in range(2):
        committed = await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
        assert committed["state"] == "committed"
    assert await _leads(operator, campaign["id"]) == {"ready": 2, "needs_review": 1}


async def test_numbers_of_an_earlier_import_are_duplicates(operator: Operator) -> None:
    campaign = await operator.campaign()
    first = (await operator.upload(campaign["id"], MESSY.encode())).json()
    await operator.made(f"/api/lead-imports/{first['id']}/commit", {})
    second = (
        await operator.upload(campaign["id"], b"phone,city\n+14155552672,Reno\n+14155552679,Reno\n")
    ).json()
    assert tuple(second[name] for name in ("rows", "accepted", "rejected", "duplicates")) == (2, 1, 0, 1)
    assert [group["code"] for group in second["problems"]] == ["duplicate_in_campaign"]


async def test_a_second_upload_waits_for_a_decision_about_the_first(operator: Operator) -> None:
    campaign = await operator.campaign()
    first = (await operator.upload(campaign["id"], MESSY.encode())).json()
    refused = await operator.upload(campaign["id"], MESSY.encode())
    assert (refused.status_code, refused.json()["code"]) == (409, "import_pending")
    replaced = await operator.upload(campaign["id"], MESSY.encode(), replace="true")
    assert replaced.json()["accepted"] == 3
    assert (await operator.client.get(f"/api/lead-imports/{first['id']}")).json()["state"] == "discarded"


async def test_an_upload_that_is_broken_off_stands_in_no_others_way(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever uploads goes away, or the process is told to stop."""
    campaign = await operator.campaign()
    with monkeypatch.context() as broken:
        broken.setattr(importing, "read_chunks", _broken_off)
        with pytest.raises(asyncio.CancelledError):
            await operator.upload(campaign["id"], b"phone,city\n+14155552672,Reno\n")
    again = await operator.upload(campaign["id"], b"phone,city\n+14155552672,Reno\n")
    assert again.status_code == 201, again.text


async def _broken_off(*_: object, **__: object) -> AsyncIterator[Chunk]:
    for chunk in _cancelled():
        yield chunk


def _cancelled() -> list[Chunk]:
    raise asyncio.CancelledError


async def test_a_list_may_be_longer_than_any_other_request(operator: Operator) -> None:
    answer = await operator.upload("camp_none", b"phone\n" + b"+14155552672\n" * 80_000)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_a_discarded_upload_leaves_no_lead(operator: Operator) -> None:
    campaign = await operator.campaign()
    staged = (await operator.upload(campaign["id"], MESSY.encode())).json()
    discarded = await operator.client.delete(f"/api/lead-imports/{staged['id']}")
    assert discarded.json()["state"] == "discarded"
    assert await _leads(operator, campaign["id"]) == {}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\n\n", "empty_file"),
        (b"phone\n", "empty_file"),
        (b"who,where\nAda,Reno\n", "no_number_column"),
        (b"phone\n" + b'"' + b"x" * 200_000, "unreadable_file"),
    ],
)
async def test_a_file_that_is_no_list_is_refused_with_a_reason(
    operator: Operator, content: bytes, code: str
) -> None:
    campaign = await operator.campaign()
    refused = await operator.upload(campaign["id"], content)
    assert (422, code) == (refused.status_code, refused.json()["code"])
    assert await _leads(operator, campaign["id"]) == {}


async def test_the_mapping_can_be_said(operator: Operator) -> None:
    campaign = await operator.campaign()
    content = b"who,where,call\nAda,Reno,+14155552672\n"
    mapping = json.dumps({"number": "call", "name": "who"})
    report = (await operator.upload(campaign["id"], content, mapping=mapping)).json()
    assert (report["accepted"], report["mapping"]) == (1, {"number": "call", "name": "who"})
    unknown = await operator.upload(campaign["id"], content, mapping='{"number": "nobody"}', replace="true")
    assert unknown.json()["code"] == "unknown_column"


async def test_a_row_may_not_choose_another_countrys_rules(operator: Operator) -> None:
    campaign = await operator.campaign()
    rows = b"phone,city,rules\n+14155552672,Reno,in\n+14155552673,Reno,us\n+14155552674,Reno,simulation\n"
    report = (await operator.upload(campaign["id"], rows)).json()
    assert (report["accepted"], report["rejected"]) == (2, 1)
    assert report["problems"][0]["code"] == "unknown_rules"


async def test_a_number_that_one_row_bars_is_dialled_for_no_row(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the row that says so comes before or behind, near or in a later chunk."""
    monkeypatch.setattr("lists.row_reading._CHUNK_ROWS", 2)
    campaign = await operator.campaign()
    rows = (
        b"phone,city,Do not call\n+14155552671,Reno,\n+14155552672,Reno,yes\n+14155552673,Reno,\n"
        b"+14155552674,Reno,no\n(415) 555-2671,Reno,TRUE\n4155552672,Reno,\n"
    )
    staged = (await operator.upload(campaign["id"], rows)).json()
    assert (6, 3, 3) == (staged["rows"], staged["accepted"], staged["rejected"])
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    assert {"ready": 2, "needs_review": 1} == await _leads(operator, campaign["id"])


async def test_a_row_with_an_unclosed_quote_is_reported_and_the_others_are_read(operator: Operator) -> None:
    campaign = await operator.campaign()
    rows = b'phone,city,name\n+14155552671,Reno,"Ann\n+14155552672,Reno,Bob\n+14155552673,Reno,Cy\n'
    staged = (await operator.upload(campaign["id"], rows)).json()
    assert (3, 2, 1) == (staged["rows"], staged["accepted"], staged["rejected"])
    listed = (await operator.client.get(f"/api/lead-imports/{staged['id']}/problems")).json()["data"]
    assert [(2, "unclosed_quote")] == [(row["row_number"], row["code"]) for row in listed]


async def test_an_uncertain_time_zone_goes_to_review(operator: Operator) -> None:
    """Requirement 24."""
    campaign = await operator.campaign()
    rows = b"phone,city,country,time zone\n+14155552672,Reno,US,Asia/Kolkata\n"
    staged = (await operator.upload(campaign["id"], rows)).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    assert await _leads(operator, campaign["id"]) == {"needs_review": 1}


async def test_many_rows_add_up_exactly(operator: Operator) -> None:
    """Rows of several chunks, with duplicates across chunks."""
    campaign = await operator.campaign()
    lines = ["phone,city"]
    for at in range(9000):
        number = "bad" if at % 50 == 0 else f"+1415{5_600_000 + at % 8000:07d}"
        lines.append(f"{number},Reno")
    report = (await operator.upload(campaign["id"], "\n".join(lines).encode())).json()
    assert 9000 == report["rows"] == report["accepted"] + report["rejected"] + report["duplicates"]
    assert (report["rejected"], report["duplicates"]) == (180, 980)
    await operator.made(f"/api/lead-imports/{report['id']}/commit", {})
    assert {"ready": report["accepted"]} == await _leads(operator, campaign["id"])


async def test_a_running_campaign_is_told_of_more_leads(operator: Operator) -> None:
    campaign = await operator.running_campaign()
    staged = (await operator.upload(campaign["id"], b"phone,city\n+14155552679,Reno\n")).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    assert operator.workflows.updates == [("look_again", None)]


async def _leads(operator: Operator, campaign_id: str) -> dict[str, Any]:
    numbers = await operator.client.get(f"/api/campaigns/{campaign_id}/metrics")
    leads: dict[str, Any] = numbers.json()["leads"]
    return leads


@pytest.mark.parametrize(
    "first_row", ["+14155552671,Ada Lovelace,Reno", "Ada,ada@example.com,Reno", "(415) 555-2671,A,B"]
)
async def test_a_list_without_a_header_stores_nobody_as_a_heading(operator: Operator, first_row: str) -> None:
    """Headings and the mapping are kept in clear."""
    campaign = await operator.campaign()
    answer = await operator.upload(campaign["id"], f"{first_row}\n+14155552672,Bob,Elko\n".encode())
    assert (422, "no_header") == (answer.status_code, answer.json()["code"])
    assert [] == (await operator.client.get("/api/lead-imports")).json()["data"]


async def test_a_consent_in_somebodys_own_words_is_none_and_is_kept_nowhere(operator: Operator) -> None:
    campaign = await operator.campaign()
    content = b"phone,city,consent\n+14155552671,Reno,verbal by Consentina Textson +13125550110\n"
    assert (await operator.upload(campaign["id"], content)).json()["accepted"] == 1
    async with operator.tools.database.transaction() as session:
        row = await session.execute(
            text("SELECT leads::text FROM leads WHERE account_id = :id"), {"id": operator.account_id}
        )
        assert "textson" not in str(row.all()).lower()


@pytest.mark.parametrize("beginning", ["=", "\r=", "\n+", "\uff1d", "\uff0b", "@", "\t-"])
async def test_a_heading_is_no_formula_in_a_spreadsheet(operator: Operator, beginning: str) -> None:
    campaign = await operator.campaign()
    heading = f"{beginning}cmd"
    upload = await operator.upload(
        campaign["id"], f'"{heading}",city\n12,Reno\n'.encode(), mapping=json.dumps({"number": heading})
    )
    download = await operator.client.get(f"/api/lead-imports/{upload.json()['id']}/problems.csv")
    [row] = csv.DictReader(io.StringIO(download.text))
    assert ("'", True) == (row["column"][0], row["column"].endswith("cmd"))


async def test_an_import_whose_reader_dies_is_given_up(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 10: the campaign is as it was, and takes the next upload."""
    monkeypatch.setattr("lists.importing.LONG_FILE_BYTES", 0)
    monkeypatch.setattr("lists.row_reading._begin", _die)
    campaign = await operator.campaign()
    content = b"phone,city\n+14155552672,Reno\n"
    answer = await operator.upload(campaign["id"], content)
    assert (503, "reader_died") == (answer.status_code, answer.json()["code"])
    monkeypatch.undo()
    assert (await operator.upload(campaign["id"], content)).status_code == 201


def _die(*_: object) -> None:
    os._exit(1)
