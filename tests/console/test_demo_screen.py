"""What the demonstration shows, and when it may end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rich.console import Console, RenderableType

from console.books import BookedAttempt, BookedCall, BookedMessage, Books
from console.comparison import Disagreement
from console.demo_screen import due_soon, import_report, progress, summary, transcript, verdict
from domain.outcomes import TechnicalResult

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
NUMBERS: dict[str, Any] = {
    "leads": {"claimed": 40},
    "calls": {"closed": 2},
    "results": {"busy": 1, "talked": 1},
    "outcomes": {"interested": 1, "none": 1},
    "words": 70,
    "attempts": 5,
    "retries": 1,
    "deferred": 20,
}


def call(state: str, seconds: float | None = None, name: str = "Ann Smith") -> dict[str, Any]:
    moment = None if seconds is None else (NOW + timedelta(seconds=seconds)).isoformat()
    return {
        "name": name,
        "state": state,
        "attempts": 1,
        "next_attempt_at": moment,
        "why": "Until Mon 09:00 EST.",
    }


def shown(drawn: RenderableType, *, height: int) -> list[str]:
    console = Console(width=110, height=height, force_terminal=False)
    with console.capture() as captured:
        console.print(drawn)
    return captured.get().splitlines()


@pytest.mark.parametrize(
    ("state", "seconds", "expected"),
    [
        ("live", None, True),
        ("queued", None, True),
        ("waiting", 59, True),
        ("waiting", -5, True),
        ("waiting", 61, False),
        ("waiting", None, False),
        ("closed", None, False),
        ("needs_review", None, False),
    ],
)
def test_demonstration_goes_on_while_a_call_is_due(state: str, seconds: float | None, expected: bool) -> None:
    assert expected is due_soon([call("closed"), call(state, seconds)], NOW, 60)


@pytest.mark.parametrize("height", [24, 32, 60])
def test_progress_fits_the_screen_and_always_tells_who_waits(height: int) -> None:
    calls = [call("live") for _ in range(20)] + [call("waiting", 600, f"Sleeper {n}") for n in range(20)]
    lines = shown(progress(NUMBERS, calls, 30, height=height), height=height)

    assert len(lines) <= height
    assert any("Sleeper" in line and "Until Mon 09:00 EST." in line for line in lines)


def test_moment_somebody_waits_for_is_shown_however_long_the_reason() -> None:
    waiting = call("waiting", 3 * 86_400) | {"why": "It is outside calling hours. " * 9}
    lines = shown(progress(NUMBERS, [waiting], 30, height=24), height=24)

    assert any("Ann Smith" in line and "Tue 24 Nov 12:00Z" in line for line in lines)


def test_only_calls_on_the_line_count_as_in_flight() -> None:
    calls = [call("live"), call("dialling"), call("queued"), call("waiting", 600)]

    assert "2 in flight" in shown(progress(NUMBERS, calls, 30, height=40), height=40)[1]


def test_verdict_counts_what_the_ledger_confirms() -> None:
    dial = BookedAttempt("call_1-1", "CA1", "+12025550142", TechnicalResult.TALKED, NOW, 20)
    books = Books(
        attempts=[dial, replace(dial, attempt_id="call_2-1")],
        calls=[BookedCall("call_1", dial.to, "closed", "talked", "none", False, True)],
        messages=[BookedMessage("msg_1", "call_1", dial.to, "delivered")],
    )

    assert "agree: 2 of 2 dials, 1 of 1 messages, 1 of 1 CRM records" in verdict(books, [])
    wrong = [Disagreement("call_2-1", "lasted longer"), Disagreement("pace", "was broken")]
    assert "agree: 1 of 2 dials" in verdict(books, wrong)
    assert verdict(books, wrong).endswith("; 1 more disagree")


def test_the_summary_counts_the_most_frequent_first_and_says_where_there_is_nothing_yet() -> None:
    figures = {"dials": 7, "results": {"busy": 1, "hung_up_early": 4, "talked": 2}, "outcomes": {}}
    lines = [" ".join(line.split()) for line in shown(summary(figures), height=20)]
    assert [
        "dials 7",
        "results hung up early 4, talked 2, busy 1",
        "outcomes none yet",
    ] == [line for line in lines if line.startswith(("dials", "results", "outcomes"))]


def test_a_transcript_tells_who_said_what_when_and_what_came_of_it() -> None:
    turns = [
        {"speaker": "agent", "began_ms": 0, "text": "Hello, this is", "interrupted": True},
        {"speaker": "person", "began_ms": 1_500, "text": "Who?", "interrupted": False},
    ]
    held = {
        "summary": "They asked.",
        "turns": turns,
        "evidence": "Call me.",
        "outcome": "callback",
        "attempt_id": "call_1-1",
    }
    document = {"conversations": [held | {"answered_by": "person", "confidence": 1.0, "answer_evidence": []}]}
    of = {"name": "Ann Smith", "result": "talked", "outcome": "callback"}
    said = " ".join(" ".join(shown(transcript(of, document), height=20)).split())
    assert "Ann Smith: talked, callback" in said
    assert "Hello, this is —" in said
    assert "1.5 s" in said
    assert "Who? —" not in said
    assert "outcome callback, because: “Call me.”" in said


def test_an_import_tells_its_figures_its_problems_and_what_is_said_of_the_file() -> None:
    problems = [
        {"rows": 2, "verdict": "rejected", "code": "too_short", "cells": ["C7", "C9"]},
        {"rows": 1, "verdict": "review", "code": "unknown_country", "cells": []},
    ]
    report = {"rows": 9, "accepted": 5, "rejected": 3, "duplicates": 1, "problems": problems}
    report["notes"] = [{"message": "2 rows are hidden in the sheet."}]
    assert [
        "9 rows: 5 accepted, 3 rejected, 1 duplicates",
        "2 × rejected: too short (C7, C9)",
        "1 × review: unknown country",
        "2 rows are hidden in the sheet.",
    ] == [line.strip() for line in shown(import_report(report), height=20)[1:]]
