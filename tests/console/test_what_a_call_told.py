"""What `outbound calls show` tells first: the summary and the fields, as text that steers no terminal."""

from typing import Any

import pytest

from console.call_story import tell
from console.screen import Screen
from tests.console.test_screen import ODD
from tests.console.test_screen import narrow as narrow

CONVERSATION: dict[str, Any] = {
    "attempt_id": "call_1-1",
    "summary": "She will come on Tuesday. Nothing is to be done.",
    "fields": [
        {"name": "comes", "value": True, "evidence": "Yes, I'll come.", "required": True},
        {"name": "guests", "value": 2.5, "evidence": "2.5", "required": False},
        {"name": "room", "value": None, "evidence": "", "required": True},
        {"name": "note", "value": ODD, "evidence": ODD, "required": False},
    ],
    "answers": {},
    "outcome": "confirmed",
    "evidence": "Yes, I'll come.",
    "answered_by": "person",
    "confidence": 0.9,
    "answer_evidence": [],
    "sentiment": "positive",
    "language": "en",
    "disclosed_at_ms": 4_000,
    "turns": [{"speaker": "person", "text": "Yes, I'll come.", "began_ms": 0, "sources": [], "spans": None}],
}
CALL: dict[str, Any] = {"id": "call_1", "summary": None, "fields": [], "attempts": [], "decisions": []}


def told(screen: Screen, capsys: pytest.CaptureFixture[str], **changes: Any) -> list[str]:
    tell(screen, {**CALL, "conversations": [{**CONVERSATION, **changes}]})
    return capsys.readouterr().out.splitlines()


def test_summary_and_fields_stand_first(narrow: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(narrow, capsys)
    assert CONVERSATION["summary"] == lines[0]
    comes, guests, room = (
        next(line for line in lines if line.strip().startswith(f"{name} ")).split()
        for name in ("comes", "guests", "room")
    )
    assert ["comes", "yes", "“Yes,", "I'll", "come.”"] == comes
    assert ["guests", "2.5"] == guests
    assert ["room", "open", "(required)"] == room
    places = [
        next(place for place, line in enumerate(lines) if word in line)
        for word in ("guests", "because", "call_1")
    ]
    assert sorted(places) == places
    assert not {"\x1b", "\x9b", "\u202e"} & set("".join(lines))


def test_a_summary_that_there_is_not_is_open(narrow: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is open where nobody talked."""
    assert "summary open: the language model could not be asked" == told(narrow, capsys, summary=None)[0]
    nobodies: tuple[dict[str, Any], ...] = ({"turns": []}, {"answered_by": "voicemail"})
    for nobody in nobodies:
        assert "summary" not in told(narrow, capsys, summary=None, fields=[], evidence="", **nobody)[0]


def test_what_was_written_in_a_summary_steers_nothing(
    narrow: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = "".join(told(narrow, capsys, summary=ODD))
    assert "[link=http://evil]" in shown
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)
