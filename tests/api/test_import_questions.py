"""A list that looks as if its columns were mapped wrongly is asked about; what was repaired, held and refused is told with
its cells; whom a list bars nobody calls. Requirements 87, 96, 113.
"""

import asyncio
import csv
import gzip
import io
import json
from typing import Any

import pytest
from sqlalchemy import text

from api.live_events import Tail
from api.upkeep import upkeep
from database import import_files
from tests.api.conftest import Operator
from tests.workbooks import workbook

# An order number that can be read as a number of the United States, and the number that is meant.
ORDERS = "Number,Name,Call them at,City\n" + "".join(
    f"21255{at:05},Ann {at},+141555526{at % 100:02},Reno\n" for at in range(50_100, 50_130)
)
HOUSES = "Number,City,Reached at\n" + "".join(f"{at},Reno,+141555526{at % 100:02}\n" for at in range(1, 8))


async def asked(operator: Operator, content: str | bytes, **form: str) -> dict[str, Any]:
    campaign = await operator.campaign()
    sent = content if isinstance(content, bytes) else content.encode()
    answer = await operator.upload(campaign["id"], sent, **form)
    assert answer.status_code == 201, answer.text
    report: dict[str, Any] = answer.json()
    return report


async def test_identifiers_that_are_taken_for_numbers_are_asked_about_before_the_commit(
    operator: Operator,
) -> None:
    report = await asked(operator, ORDERS)
    question = report["question"]
    assert ("asking", "identifiers", "Number") == (report["state"], question["code"], question["column"])
    assert {"number": "Call them at", "name": "Name"} == question["proposal"]
    assert ["Number", "Call them at"] == [sample["column"] for sample in question["samples"]]
    assert "2125550100" == question["samples"][0]["texts"][0]
    refused = await operator.client.post(f"/api/lead-imports/{report['id']}/commit")
    assert (409, "import_asks") == (refused.status_code, refused.json()["code"])
    answered = await operator.made(
        f"/api/lead-imports/{report['id']}/answer", {"mapping": question["proposal"]}
    )
    assert ("staged", None, "Call them at") == (
        answered["state"],
        answered["question"],
        answered["mapping"]["number"],
    )
    await operator.made(f"/api/lead-imports/{report['id']}/commit", {})
    assert {"ready": answered["accepted"]} == await leads_of(operator, report["campaign_id"])
    assert 30 == answered["accepted"]


async def test_a_list_of_which_most_is_refused_is_asked_about_and_can_be_confirmed(
    operator: Operator,
) -> None:
    report = await asked(operator, HOUSES)
    assert ("asking", "mostly_refused") == (report["state"], report["question"]["code"])
    assert "7 of 7 rows would be refused" in report["question"]["message"]
    assert {"number": "Reached at"} == report["question"]["proposal"]
    both = await operator.client.post(
        f"/api/lead-imports/{report['id']}/answer", json={"confirm": True, "mapping": {"number": "City"}}
    )
    assert 422 == both.status_code
    confirmed = await operator.made(f"/api/lead-imports/{report['id']}/answer", {"confirm": True})
    assert ("staged", 7, None) == (confirmed["state"], confirmed["rejected"], confirmed["question"])
    again = await operator.client.post(f"/api/lead-imports/{report['id']}/answer", json={"confirm": True})
    assert (409, "conflict") == (again.status_code, again.json()["code"])
    assert 0 == await kept(operator)


@pytest.mark.parametrize("is_packed", [False, True], ids=["as it is", "in gzip"])
async def test_numbers_without_a_country_are_asked_about_and_the_answer_names_one(
    operator: Operator, is_packed: bool
) -> None:
    content = "Phone,City\n" + "".join(f"030 12345{at:02},Berlin\n" for at in range(40, 45))
    report = await asked(operator, gzip.compress(content.encode()) if is_packed else content)
    assert "mostly_refused" == report["question"]["code"]
    answered = await operator.made(f"/api/lead-imports/{report['id']}/answer", {"default_region": "DE"})
    assert ("staged", 5) == (answered["state"], answered["accepted"])


async def test_an_answer_that_cannot_be_right_leaves_it_asking(operator: Operator) -> None:
    report = await asked(operator, HOUSES)
    path = f"/api/lead-imports/{report['id']}/answer"
    answer = await operator.client.post(path, json={"mapping": {"number": "Fax"}})
    assert (422, "unknown_column") == (answer.status_code, answer.json()["code"])
    assert "asking" == (await operator.client.get(f"/api/lead-imports/{report['id']}")).json()["state"]
    answered = await operator.made(path, {"mapping": {"number": "Reached at"}})
    assert ("staged", 7) == (answered["state"], answered["accepted"])


async def test_another_sheet_may_be_the_answer(operator: Operator) -> None:
    campaign = await operator.campaign()
    rows: list[list[Any]] = [["Phone", "City"], *([at, "Reno"] for at in range(4))]
    good = [["Mobile", "City"], ["+14155552671", "Reno"]]
    report = (await operator.upload(campaign["id"], workbook({"Bad": rows, "Good": good}))).json()
    assert "asking" == report["state"]
    answered = await operator.made(f"/api/lead-imports/{report['id']}/answer", {"sheet": "Good"})
    assert ("staged", 1, "Good", {"number": "Mobile"}) == tuple(
        answered[name] for name in ("state", "accepted", "sheet", "mapping")
    )


SAID = {
    "sheet": "Meant",
    "default_region": "DE",
    "rules": "simulation",
    "accept": "first_number,without_extension",
}
OF_BERLIN: list[list[Any]] = [
    ["Number", "City", "Reached at"],
    *([at, "Berlin", f"030 12345{at}"] for at in range(40, 45)),
]
OF_BERLIN += [[45, "Berlin", "030 1234545 / 030 1234546"], [46, "Berlin", "030 1234547 ext 12"]]
OF_RENO = [["Phone", "City"], ["+14155552671", "Reno"]]


async def test_what_was_said_at_the_upload_holds_when_the_file_is_read_again(operator: Operator) -> None:
    """A rehearsal stays one, and numbers stay those of the country that was named: the answer changes the columns alone."""
    campaign = await operator.campaign()
    file = workbook({"Other": OF_RENO, "Meant": OF_BERLIN})
    asking = (await operator.upload(campaign["id"], file, **SAID)).json()
    assert ("asking", "Meant") == (asking["state"], asking["sheet"])
    mapping = {"number": "Reached at"}
    answered = await operator.made(f"/api/lead-imports/{asking['id']}/answer", {"mapping": mapping})
    once = await operator.campaign(**await operator.parts(more=" of another"))
    at_once = (await operator.upload(once["id"], file, **SAID, mapping=json.dumps(mapping))).json()
    own = ("id", "campaign_id", "created_at")
    assert [at_once[name] for name in at_once if name not in own] == [
        answered[name] for name in at_once if name not in own
    ]
    assert ("staged", 7, 0) == (answered["state"], answered["accepted"], answered["rejected"])
    assert {"first_number": 1, "without_extension": 1} == {
        each["code"]: each["rows"] for each in answered["repairs"]
    }
    leads = (await operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"]
    assert {f"+4930123454{at}" for at in (0, 1, 2, 3, 4, 5, 7)} == {lead["number"] for lead in leads}
    assert {"simulation"} == {lead["rules"] for lead in leads}


async def test_what_the_answer_says_goes_before_what_was_said_at_the_upload(operator: Operator) -> None:
    campaign = await operator.campaign()
    file = workbook({"Other": OF_RENO, "Meant": OF_BERLIN})
    asking = (await operator.upload(campaign["id"], file, **{**SAID, "default_region": "FR"})).json()
    path = f"/api/lead-imports/{asking['id']}/answer"
    answered = await operator.made(path, {"mapping": {"number": "Reached at"}, "default_region": "DE"})
    assert ("Meant", 7) == (answered["sheet"], answered["accepted"])


async def test_only_an_import_that_asks_is_read_again(operator: Operator) -> None:
    """In each other state nothing is asked, and nothing changes."""
    staged = await asked(operator, HOUSES, confirm="true")
    path = f"/api/lead-imports/{staged['id']}"
    for state in ("staged", "discarded"):
        refused = await operator.client.post(f"{path}/answer", json={"mapping": {"number": "Reached at"}})
        assert (409, f"An import that is {state} asks nothing.") == (
            refused.status_code,
            refused.json()["detail"],
        )
        assert state == (await operator.client.get(path)).json()["state"]
        await operator.client.delete(path)


@pytest.mark.parametrize(
    "more", [{"mapping": {"number": "City"}}, {"default_region": "DE"}, {"sheet": ""}], ids=str
)
async def test_whoever_confirms_says_nothing_else(operator: Operator, more: dict[str, Any]) -> None:
    report = await asked(operator, HOUSES)
    path = f"/api/lead-imports/{report['id']}"
    refused = await operator.client.post(f"{path}/answer", json={"confirm": True, **more})
    assert (422, "/confirm") == (refused.status_code, refused.json()["errors"][0]["pointer"])
    assert "asking" == (await operator.client.get(path)).json()["state"]


async def test_columns_that_were_named_are_asked_about_as_well(operator: Operator) -> None:
    report = await asked(operator, HOUSES, mapping=json.dumps({"number": "Number"}))
    assert ("asking", "mostly_refused") == (report["state"], report["question"]["code"])


async def test_whoever_says_that_the_columns_are_right_is_asked_nothing(operator: Operator) -> None:
    assert "staged" == (await asked(operator, HOUSES, confirm="true"))["state"]


@pytest.mark.parametrize(
    "content",
    [
        "Phone,City\n"
        + "".join(f"4155552{at},Reno\n" for at in range(600, 640)),  # counted up, and said to be phones
        "Phone,City\n12,Reno\n13,Reno\n+14155552671,Reno\n+14155552672,Reno\n",
        "Phone,City\n12,Reno\n13,Reno\n",
        "Phone,Do not call,City\n" + "".join(f"+1415555267{at},yes,Reno\n" for at in range(5)),
        "Number,City\n" + "".join(f"+1415555{at},Reno\n" for at in range(2600, 2640)),
    ],
)
async def test_a_list_that_looks_right_or_is_short_is_not_asked_about(
    operator: Operator, content: str
) -> None:
    report = await asked(operator, content)
    assert ("staged", None) == (report["state"], report["question"])


async def test_a_question_is_replaced_and_discarded_as_any_upload_is(operator: Operator) -> None:
    report = await asked(operator, HOUSES)
    blocked = await operator.upload(report["campaign_id"], HOUSES.encode())
    assert (409, "import_pending") == (blocked.status_code, blocked.json()["code"])
    replaced = await operator.upload(report["campaign_id"], HOUSES.encode(), replace="true")
    assert "asking" == replaced.json()["state"]
    discarded = await operator.client.delete(f"/api/lead-imports/{replaced.json()['id']}")
    assert "discarded" == discarded.json()["state"]
    assert 0 == await kept(operator)


async def test_the_file_of_a_question_is_sealed_and_kept_for_a_week_at_most(operator: Operator) -> None:
    report = await asked(operator, HOUSES)
    async with operator.tools.database.transaction() as session:
        mine = {"id": report["id"]}
        stored = await session.execute(
            text("SELECT content_sealed FROM import_files WHERE import_id = :id"), mine
        )
        sealed = await session.execute(text("SELECT question_sealed FROM lead_imports WHERE id = :id"), mine)
        assert b"Reno" not in bytes(stored.scalar_one())
        assert b"Reached" not in bytes(sealed.scalar_one())
        await session.execute(
            text("UPDATE import_files SET created_at = now() - interval '8 days' WHERE import_id = :id"), mine
        )
    async with upkeep(operator.tools, Tail()), asyncio.timeout(20):
        while await kept(operator):
            continue
    answer = await operator.client.post(
        f"/api/lead-imports/{report['id']}/answer", json={"mapping": {"number": "Reached at"}}
    )
    assert (409, True) == (answer.status_code, "upload it again" in answer.json()["detail"])


async def test_a_file_too_large_to_keep_is_uploaded_again(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_files, "LARGEST_KEPT", 10)
    report = await asked(operator, HOUSES)
    answer = await operator.client.post(
        f"/api/lead-imports/{report['id']}/answer", json={"mapping": {"number": "Reached at"}}
    )
    assert (409, True) == (answer.status_code, "upload it again" in answer.json()["detail"])


async def test_the_report_groups_what_was_repaired_held_and_refused_with_the_cells(
    operator: Operator,
) -> None:
    content = (
        "Name,Phone,Mobile,Zone,City\n"
        "A,4.155552671E9,,,Reno\n"
        "B,Tel: 415-555-2672,,,Reno\n"
        'C,"=""4155552673""",,,Reno\n'
        "D,12,4155552674,,Reno\n"
        "E,12,,,Reno\n"
        "F,4155552675,,Mars/Base,Reno\n"
        "G,4155552671,,,Reno\n"
        "H,1-800-FLOWERS,,,Reno\n"
        "I,4155552676,,,\n"
    )
    report = await asked(operator, content)
    assert {
        ("spreadsheet_number", "Phone", 1, ("B2",)),
        ("label", "Phone", 1, ("B3",)),
        ("signs", "Phone", 1, ("B4",)),
        ("another_column", "Mobile", 1, ("C5",)),
        ("letters", "Phone", 1, ("B9",)),
    } == {(each["code"], each["column"], each["rows"], tuple(each["cells"])) for each in report["repairs"]}
    assert {
        ("rejected", "emergency_or_short", "Phone", ("B6",)),
        ("review", "not_a_zone", "Zone", ("D7",)),
        ("duplicate", "duplicate_in_file", "Phone", ("B8",)),
        ("review", "variables_missing:city", "", ()),
        ("review", "number_without_place", "Zone", ("D9",)),
    } == {
        (each["verdict"], each["code"], each["column"], tuple(each["cells"])) for each in report["problems"]
    }
    assert all(each["message"] for each in (*report["problems"], *report["repairs"]))


async def test_a_group_shows_its_first_three_cells(operator: Operator) -> None:
    report = await asked(
        operator,
        "Phone,City\n" + "12,Reno\n" * 4 + "".join(f"415555267{at},Reno\n" for at in range(5)),
    )
    assert [["A2", "A3", "A4"]] == [each["cells"] for each in report["problems"]]


OFFERS = (
    "Phone,City\n"
    "4155552671 / 4155552672,Reno\n"
    "4155552673 or 4155552674,Reno\n"
    "+1 415 555 2675 ext 12,Reno\n"
    "12.05.2024,Reno\n"
    "+14155552678,Reno\n+14155552679,Reno\n+14155552670,Reno\n"
)


async def test_what_could_be_repaired_is_offered_and_dialled_only_when_somebody_says_so(
    operator: Operator,
) -> None:
    report = await asked(operator, OFFERS)
    assert {("first_number", 2, ("A2", "A3")), ("without_extension", 1, ("A4",))} == {
        (each["offer"], each["rows"], tuple(each["cells"])) for each in report["offers"]
    }
    assert (3, 4) == (report["accepted"], report["rejected"])
    accepted = await operator.upload(
        report["campaign_id"], OFFERS.encode(), accept="first_number, without_extension", replace="true"
    )
    assert (6, 1, []) == tuple(accepted.json()[name] for name in ("accepted", "rejected", "offers"))
    assert {("first_number", 2), ("without_extension", 1)} == {
        (each["code"], each["rows"]) for each in accepted.json()["repairs"]
    }
    unknown = await operator.upload(report["campaign_id"], OFFERS.encode(), accept="guess", replace="true")
    assert (422, "unknown_repair") == (unknown.status_code, unknown.json()["code"])


async def test_the_rows_of_the_report_name_cell_and_offer(operator: Operator) -> None:
    report = await asked(operator, OFFERS)
    download = await operator.client.get(f"/api/lead-imports/{report['id']}/problems.csv")
    lines = list(csv.DictReader(io.StringIO(download.text)))
    assert [("A2", "first_number"), ("A3", "first_number"), ("A4", "without_extension"), ("A5", "")] == [
        (line["cell"], line["offer"]) for line in lines
    ]
    assert "4155552671" not in download.text


async def test_whom_a_later_list_bars_nobody_calls_any_more(operator: Operator) -> None:
    """Law 4: neither the campaign's ready lead, nor any other campaign, nor by another of the row's numbers."""
    first = await asked(operator, "Phone,City\n+14155552671,Reno\n+14155552672,Reno\n")
    await operator.made(f"/api/lead-imports/{first['id']}/commit", {})
    assert {"ready": 2} == await leads_of(operator, first["campaign_id"])
    later = await operator.upload(
        first["campaign_id"],
        b"Phone,Mobile,City,Status\n(415) 555-2671,4155552679,Reno,Opted out\n4155552675,,Reno,\n",
    )
    assert 2 == later.json()["barred"]
    assert {"ready": 2, "staged": 1} == await leads_of(operator, first["campaign_id"])
    await operator.made(f"/api/lead-imports/{later.json()['id']}/commit", {})
    assert {"ready": 2, "needs_review": 1} == await leads_of(operator, first["campaign_id"])
    listed = (await operator.client.get("/api/dnc")).json()["data"]
    assert {("all", "import")} == {(entry["channel"], entry["source"]) for entry in listed}
    for number in ("+14155552671", "+14155552679"):
        found = (await operator.client.get("/api/dnc", params={"number": number})).json()["data"]
        assert 1 == len(found)


async def test_a_list_that_is_discarded_bars_nobody(operator: Operator) -> None:
    report = await asked(operator, "Phone,City,DNC\n+14155552677,Reno,yes\n+14155552678,Reno,\n")
    assert 1 == report["barred"]
    await operator.client.delete(f"/api/lead-imports/{report['id']}")
    assert [] == (await operator.client.get("/api/dnc", params={"number": "+14155552677"})).json()["data"]


async def leads_of(operator: Operator, campaign_id: str) -> dict[str, Any]:
    numbers = await operator.client.get(f"/api/campaigns/{campaign_id}/metrics")
    leads: dict[str, Any] = numbers.json()["leads"]
    return leads


async def kept(operator: Operator) -> int:
    async with operator.tools.database.transaction() as session:
        counted = await session.execute(
            text("SELECT count(*) FROM import_files WHERE account_id = :id"), {"id": operator.account_id}
        )
        return int(counted.scalar_one())
