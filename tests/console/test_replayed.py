"""What `outbound calls replay` prints: that a conversation goes the same way, or where it goes another, and how."""

from typing import Any

import pytest

from console.flights import show_replayed
from console.screen import Screen

SAME: dict[str, Any] = {
    "is_complete": True,
    "events": 9,
    "requests": 2,
    "until_ms": 4_250,
    "divergence": None,
}
OTHER: dict[str, Any] = {
    "at_ms": 1_500,
    "event": "words",
    "what": "actions",
    "recorded": ["speak Hello", "listen"],
    "present": [],
}


def told(replayed: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> list[str]:
    show_replayed(Screen(as_json=False), replayed)
    return capsys.readouterr().out.splitlines()


def test_each_process_that_held_the_conversation_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    same = "9 events and 2 requests to a model went the same way, until 4.25 s."
    assert [
        f"process 1: identical to its end. {same}",
        f"process 2: identical as far as it was kept. {same}",
    ] == told([SAME, SAME | {"is_complete": False}], capsys)


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("request", "the model would be asked for something else"),
        ("actions", "the engine does something else"),
        ("failure", "the engine fails, or failed then"),
    ],
)
def test_where_it_goes_another_way_both_ways_are_shown(
    capsys: pytest.CaptureFixture[str], what: str, sentence: str
) -> None:
    lines = told([SAME | {"divergence": OTHER | {"what": what}}], capsys)
    assert lines[0].startswith("process 1: DIVERGED at 1.50 s; 9 events and 2 requests")
    assert [
        "  upon      words",
        f"  differs   {sentence}",
        "  recorded  - speak Hello",
        "  recorded  - listen",
        "  present   + nothing",
    ] == lines[1:]
