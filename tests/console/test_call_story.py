"""What `outbound calls show` tells of a call: what was answered, why, how it came about, and what was said."""

from typing import Any

import pytest

from console.call_story import tell
from console.screen import Screen

TURN: dict[str, Any] = {
    "began_ms": 1_500,
    "ended_ms": 3_000,
    "speaker": "agent",
    "text": "A cleaning costs 80 euros.",
    "interrupted": False,
    "response_ms": None,
    "spans": None,
    "sources": [{"name": "prices.txt", "place": 2}],
}
CONVERSATION: dict[str, Any] = {
    "attempt_id": "call_1-2",
    "turns": [TURN],
    "summary": "They asked for the price.",
    "fields": [],
    "answers": {"well": "yes"},
    "outcome": "callback",
    "evidence": "Call me on Monday.",
    "callback_phrase": "on Monday",
    "answered_by": "person",
    "confidence": 0.9,
    "answer_evidence": [],
    "sentiment": "positive",
    "language": "en",
    "disclosed_at_ms": 2_000,
}
CALL: dict[str, Any] = {
    "id": "call_1",
    "state": "waiting",
    "attempts": [
        {"number": 2, "state": "closed", "result": "talked", "placing_at": None, "duration_seconds": 41}
    ],
    "decisions": [
        {
            "decided_at": "2027-01-15T16:30:00Z",
            "channel": "voice",
            "verdict": "defer",
            "rule_set": "us@2026-11-01",
            "reasons": [{"text": "It is night."}, {"text": "It is Sunday."}],
            "consent_id": None,
        },
        {
            "decided_at": "2027-01-16T16:30:00Z",
            "channel": "sms",
            "verdict": "allow",
            "rule_set": "us@2026-11-01",
            "reasons": [],
            "consent_id": "cons_1",
        },
    ],
    "conversations": [CONVERSATION],
}


def told(call: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines, with one blank between words."""
    tell(Screen(as_json=False), call)
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def test_everything_that_there_is_to_tell_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(CALL, capsys)
    for line in (
        "They asked for the price.",
        "answers",
        "well yes",
        "outcome callback, because: “Call me on Monday.”",
        "when to call again, in their words: “on Monday”",
        "state waiting",
        "2 closed talked – 41",
        "2027-01-15 16:30:00Z voice defer (us@2026-11-01) It is night.; It is Sunday.",
        "2027-01-16 16:30:00Z sms allow by cons_1 (us@2026-11-01)",
        "conversation of attempt 2",
        "sentiment positive, language en",
        "1.5 s agent A cleaning costs 80 euros.",
        "from prices.txt, passage 2",
    ):
        assert line in lines, line


def test_what_there_is_not_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    bare = {**CONVERSATION, "answers": {}, "evidence": "", "callback_phrase": "", "turns": []}
    lines = told({**CALL, "conversations": [bare]}, capsys)
    assert not [
        line for line in lines if line.startswith(("answers", "outcome", "when to call", "They asked"))
    ]
