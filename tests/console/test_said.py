"""What commands say to people: what became of a list and what is next, why one ended, and what the shell offers."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, cast

import httpx
import pytest
import typer
from typer.testing import CliRunner, Result

from cli import app
from console import completion, vendor_credentials
from console.exit_codes import CommandFailed, Exit

TERMINAL: Final = CliRunner(
    env={"OUTBOUND_URL": None, "OUTBOUND_API_KEY": None, "OUTBOUND_HOME": None, "COLUMNS": "200"}
)
GROUP: Final = {"column": "Phone", "rows": 2, "cells": ["A2"], "message": "as it is"}
QUESTION: Final = {
    "code": "identifiers",
    "message": "These look like identifiers.",
    "column": "Number",
    "samples": [{"column": "Number", "texts": ["21255", "21256"]}],
    "proposal": {"number": "Mobile"},
}
REPORT: Final[dict[str, Any]] = {
    "id": "imp_1",
    "state": "staged",
    "rows": 9,
    "problems": [
        {**GROUP, "verdict": "rejected", "code": "too_short"},
        {**GROUP, "verdict": "review", "code": "unknown_country"},
        {**GROUP, "verdict": "duplicate", "code": "duplicate_in_list"},
    ],
    "repairs": [{**GROUP, "code": "letters"}],
    "offers": [{**GROUP, "offer": "first_number"}],
    "question": None,
}


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets the API give these answers, the last one again and again."""

    def answer(*answers: httpx.Response) -> None:
        left = list(answers)
        monkeypatch.setattr(
            httpx.HTTPTransport,
            "handle_request",
            lambda *_: (
                left.pop(0) if len(left) > 1 else httpx.Response(left[0].status_code, content=left[0].content)
            ),
        )

    return answer


def run(*words: str) -> Result:
    """What the command did."""
    return TERMINAL.invoke(app, ["--url", "http://api", "--key", "a key", *words])


def told(body: object, status: int = 200) -> httpx.Response:
    """An answer of the API."""
    return httpx.Response(status, json=body)


def test_each_kind_of_row_stands_under_its_own_title(says: Callable[..., None]) -> None:
    says(told(REPORT))
    lines = run("leads", "report", "imp_1").stdout.splitlines()
    titles = {
        "refused": "too_short",
        "held, until somebody mends them (outbound leads mend)": "unknown_country",
        "duplicates": "duplicate_in_list",
        "repaired": "letters",
        "could be repaired (import with --accept CODE)": "first_number",
    }
    found = {title: lines[lines.index(title) + 2].split()[0] for title in titles}
    assert titles == found


@pytest.mark.parametrize(
    "words", [["import", "FILE", "--campaign", "camp_1"], ["answer", "imp_1", "--confirm"]]
)
@pytest.mark.parametrize(
    ("state", "question", "expected"),
    [
        ("staged", None, ["To commit: outbound leads commit imp_1"]),
        ("committed", None, []),
        (
            "asking",
            QUESTION,
            [
                "These look like identifiers.",
                "Number: 21255 | 21256",
                "outbound leads answer imp_1 --map 'number=Mobile'",
                "outbound leads answer imp_1 --confirm",
            ],
        ),
    ],
)
def test_what_is_next_is_said_behind_a_report(
    says: Callable[..., None],
    tmp_path: Path,
    words: list[str],
    state: str,
    question: Any,
    expected: list[str],
) -> None:
    file = tmp_path / "leads.csv"
    file.write_text("phone\n+14155552671\n")
    says(told({**REPORT, "state": state, "question": question}))
    said = run("leads", *[str(file) if word == "FILE" else word for word in words]).stdout
    assert all(sentence in said for sentence in expected)
    assert (state == "staged") is ("outbound leads commit" in said)
    assert (question is not None) is ("outbound leads answer" in said)


def test_a_list_that_asks_is_not_committed(says: Callable[..., None], tmp_path: Path) -> None:
    """The API would refuse it: nothing but the upload is asked for."""
    file = tmp_path / "leads.csv"
    file.write_text("phone\n+14155552671\n")
    refused = told({"detail": "It asks.", "code": "import_asks"}, 409)
    says(told({**REPORT, "state": "asking", "question": QUESTION}), refused)
    result = run("leads", "import", str(file), "--campaign", "camp_1", "--commit", "--json")
    assert (0, "asking") == (result.exit_code, json.loads(result.stdout)["state"])


def test_where_no_system_runs_it_is_said_how_to_have_one(tmp_path: Path) -> None:
    for given in ([], ["--url", "http://api"], ["--key", "a key"]):
        result = TERMINAL.invoke(app, ["--home", str(tmp_path), *given, "calls", "list"])
        assert Exit.UNREACHABLE == result.exit_code
        assert f"No system runs in {tmp_path}" in result.stderr
        assert "outbound up --simulate" in result.stderr


@pytest.mark.parametrize(
    ("answer", "ends", "expected"),
    [
        (told({"detail": "No.", "code": "conflict"}, 409), Exit.REFUSED, ["No. [conflict]"]),
        (told({"detail": "Away.", "code": "too_slow"}, 503), Exit.UNREACHABLE, ["Try again in a moment."]),
        (told({"detail": "Who?", "code": "not_authenticated"}, 401), Exit.REFUSED, ["Set OUTBOUND_API_KEY"]),
        (httpx.Response(502, content=b"<html>"), Exit.UNREACHABLE, ["The API answered 502. [unreadable]"]),
        (httpx.Response(499, content=b"<html>"), Exit.REFUSED, ["The API answered 499."]),
        (
            told(
                {
                    "detail": "Not valid: /a, /b.",
                    "code": "invalid_request",
                    "errors": [
                        {"pointer": "/a", "code": "x", "message": "too long"},
                        {"pointer": "/b", "code": "y", "message": "too short"},
                    ],
                },
                422,
            ),
            Exit.REFUSED,
            ["/a: too long", "/b: too short"],
        ),
        (
            told(
                {
                    "detail": "It is too short.",
                    "code": "too_short",
                    "errors": [{"pointer": "/to", "code": "too_short", "message": "It is too short."}],
                },
                422,
            ),
            Exit.REFUSED,
            ["It is too short. [too_short, /to]"],
        ),
        (
            told({"detail": "No column.", "code": "no_number_column"}, 422),
            Exit.REFUSED,
            ["--map number=COLUMN"],
        ),
    ],
)
def test_each_refusal_ends_the_command_with_its_code_and_the_way_on(
    says: Callable[..., None], answer: httpx.Response, ends: Exit, expected: list[str]
) -> None:
    says(answer)
    result = run("calls", "list")
    assert ends == result.exit_code
    assert all(sentence in result.stderr for sentence in expected), result.stderr
    as_json = json.loads(run("calls", "list", "--json").stderr)
    assert (int(ends), "") == (as_json["exit_code"], run("calls", "list").stdout)


def test_a_watch_ends_with_its_campaign_and_tells_what_changed(
    says: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.campaigns.time.sleep", lambda _: None)
    running, over = told({"state": "running"}), told({"state": "completed"})
    says(
        running,
        told({"attempts": 1}),
        running,
        told({"attempts": 1}),
        running,
        told({"attempts": 2}),
        over,
        told({"attempts": 2}),
    )
    lines = [json.loads(line) for line in run("campaigns", "watch", "camp_1", "--json").stdout.splitlines()]
    assert [("running", 1), ("running", 2), ("completed", 2)] == [
        (line["state"], line["attempts"]) for line in lines
    ]


def test_a_recording_is_kept_under_its_attempts_name_and_over_no_other_file(
    says: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = told({"attempt_id": "att_2", "url": "http://elsewhere/api/recordings/token"})
    says(found, httpx.Response(200, content=b"sound"))
    assert 0 == run("calls", "recording", "call_1", "--attempt", "2").exit_code
    assert b"sound" == (tmp_path / "att_2.wav").read_bytes()
    says(found, httpx.Response(200, content=b"another"))
    again = run("calls", "recording", "call_1")
    assert (Exit.USAGE, b"sound") == (again.exit_code, (tmp_path / "att_2.wav").read_bytes())


OFFERED: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "campaigns": ({"id": "x_1", "name": "Autumn", "state": "paused"}, "Autumn, paused"),
    "calls": ({"id": "x_1", "state": "closed", "outcome": None}, "closed"),
    "connections": ({"id": "x_1", "name": "own", "vendor": "twilio"}, "own, twilio"),
    "lead_hooks": ({"id": "x_1", "campaign_id": "camp_1", "description": ""}, "camp_1"),
    "trunks": ({"id": "x_1", "name": "main", "caller_number": "+4930"}, "main, +4930"),
}


@pytest.mark.parametrize("noun", OFFERED)
def test_the_shell_is_offered_ids_with_what_they_are(says: Callable[..., None], noun: str) -> None:
    each, what = OFFERED[noun]
    says(told({"data": [each, each | {"id": "y_1"}], "next_cursor": None, "has_more": False}))
    root = SimpleNamespace(params={"url": "http://api", "key": "a key", "home": None})
    context = cast("typer.Context", SimpleNamespace(find_root=lambda: root))
    assert [("x_1", what)] == getattr(completion, noun)(context, "x")
    says(told({"detail": "No.", "code": "conflict"}, 409))
    assert [] == getattr(completion, noun)(context, "x")


def test_credentials_are_asked_for_until_those_that_are_needed_are_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    typed = iter([" ", "secret", ""])

    def getpass(prompt: str) -> str:
        asked.append(prompt)
        return next(typed)

    monkeypatch.setattr(vendor_credentials, "getpass", getpass)
    form = {"needed": ["token"], "optional": ["webhook_keys"]}
    with pytest.raises(CommandFailed, match="no terminal"):
        vendor_credentials.ask_credentials(form)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    assert {"token": "secret"} == vendor_credentials.ask_credentials(form)
    assert ["token: ", "token: ", "webhook_keys (Enter leaves it out): "] == asked
