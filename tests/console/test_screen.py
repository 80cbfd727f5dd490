"""What commands print: whole ids in eighty columns, and nothing of people's that steers the terminal."""

import json
from typing import Any

import pytest

from console.campaign_view import campaign_view
from console.exit_codes import CommandFailed, Exit
from console.screen import Screen, shown

CALL: dict[str, Any] = {
    "id": "call_01m8kab34qc0ffee1234567890",
    "number": "+15035554059",
    "name": "Ada Lovelace",
    "state": "waiting",
    "result": None,
    "why": "No answer, 1 of 4. It is outside calling hours where the lead may be. Until Mon 30 Nov 09:00 PST.",
}
COLUMNS = ("id", "number", "name", "state", "result", "why")
ODD = "[/bold]\x1b]0;pwned\x07\x1b[2J [link=http://evil]\u202eadA\x9b:smile:"


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A screen of eighty columns."""
    monkeypatch.setenv("COLUMNS", "80")
    return Screen(as_json=False)


def test_a_list_that_does_not_fit_shows_each_entry_whole(
    narrow: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    narrow.rows([CALL, CALL], COLUMNS)
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    assert 2 == lines.count(CALL["id"])
    assert "+15035554059 · name Ada Lovelace · state waiting" in " ".join(lines)


def test_each_rule_of_a_plan_has_a_line_of_its_own(
    narrow: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = {"busy": {"attempts": 3, "factor": 1.5}, "no_answer": {"attempts": 2, "factor": 2}}
    narrow.record({"id": "camp_1", "plan": {"window": 5, "caps": {"per_day": 3}, "retries": rules}})
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert [
        "id camp_1",
        "plan",
        "window 5",
        "caps per_day=3",
        "retries: busy attempts=3, factor=1.5",
        "retries: no_answer attempts=2, factor=2",
    ] == lines


def test_a_list_that_fits_is_a_table(
    narrow: Screen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    narrow.rows([CALL], ("id", "number", "state"))
    monkeypatch.delenv("COLUMNS")
    Screen(as_json=False).rows([CALL], COLUMNS)
    narrow_header, narrow_row, header, row = capsys.readouterr().out.splitlines()
    assert ["id", "number", "state"] == narrow_header.split()
    assert narrow_row.split() == [CALL["id"], CALL["number"], CALL["state"]]
    assert (len(COLUMNS), CALL["id"]) == (len(header.split()), row.split()[0])


def test_an_address_is_whole_on_a_line_of_its_own(narrow: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"https://outbound.example/api/{'x' * 100}"
    narrow.address(url)
    narrow.address(f"{url}\x1b[2J")
    assert [url, f"{url}[2J"] == capsys.readouterr().out.splitlines()


def test_what_has_fields_of_its_own_is_shown_line_by_line(
    narrow: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = {"purpose": "survey", "caps": {"per_lead": 6, "gap_seconds": 3600.0}}
    problems = [{"row_number": 3, "code": "too_short"}]
    narrow.record({"id": "camp_1", "plan": plan, "utilisation": 0.918918918918919, "problems": problems})
    told = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert told == [
        *("id camp_1", "utilisation 0.919", "plan", "purpose survey", "caps per_lead=6, gap_seconds=3600"),
        *("problems", "row_number code", "3 too_short"),
    ]


def test_what_people_wrote_is_text_and_nothing_else(
    narrow: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names from a list; also in titles, sentences, errors and a campaign's progress."""
    call = {**CALL, "name": ODD}
    narrow.rows([call], COLUMNS)
    narrow.rows([call], ("id", "name"))
    narrow.record({"name": ODD, "plan": {"who": ODD}})
    narrow.say(ODD)
    narrow.grid([("1.0 s", ODD)])
    narrow.event([1, ODD])
    narrow.out.print(campaign_view({"name": ODD, "state": "running"}, _numbers()))
    narrow.fail(CommandFailed(Exit.REFUSED, ODD, f"first {ODD}\nsecond"))
    told = capsys.readouterr()
    assert 8 == (told.out).count("[/bold]]0;pwned[2J")
    assert "[link=http://evil]adA:smile:" in told.err
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(told.out + told.err)


def _numbers() -> dict[str, Any]:
    mappings = ("leads", "calls", "waits_for", "results", "outcomes", "sentiments")
    counts = dict.fromkeys(("attempts", "retries", "deferred", "words", "answered_by_person", "abandoned"), 1)
    return {
        **{name: {} for name in mappings},
        **counts,
        "answer_rate": 0.5,
        "goal_rate": None,
        "abandonment_rate": 1.0,
    }


@pytest.mark.parametrize(
    "value, text",
    [
        ("2027-01-15T16:30:00.123456Z", "2027-01-15 16:30:00Z"),
        ("2027-01-15T16:30:00+01:00", "2027-01-15 16:30:00+01:00"),
        (True, "yes"),
        (3.0, "3"),
        (None, "–"),
        (["a", "b"], "a, b"),
    ],
)
def test_a_value_reads_well(value: object, text: str) -> None:
    assert text == shown(value)


@pytest.mark.parametrize(
    ("failure", "record"),
    [
        (
            CommandFailed(
                Exit.REFUSED, "No such call.", "Look.", code="not_found", errors=[{"pointer": "/a"}]
            ),
            {"code": "not_found", "hint": "Look.", "errors": [{"pointer": "/a"}], "exit_code": 1},
        ),
        (
            CommandFailed(Exit.UNREACHABLE, "No such call."),
            {"code": "unreachable", "hint": "", "errors": [], "exit_code": 3},
        ),
    ],
    ids=["the API's", "our own"],
)
def test_a_failure_is_json_for_programs(
    failure: CommandFailed, record: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    Screen(as_json=True).fail(failure)
    told = capsys.readouterr()
    assert ("", {"error": "No such call."} | record) == (told.out, json.loads(told.err))
