"""How long each answer took, step by step, as `outbound calls show` prints it."""

from collections.abc import Sequence
from typing import Any, Final

from console.client import Record

TITLE: Final = "spans of each answer, in ms from the end of their turn"
STEPS: Final = (
    "end_of_speech",
    "end_of_turn",
    "first_token",
    "first_clause",
    "first_audio",
    "first_frame",
)
COLUMNS: Final = ("answer", "end_of_turn_at", *(step for step in STEPS if step != "end_of_turn"))


def span_rows(turns: Sequence[Record]) -> list[Record]:
    """A row for each turn of the agent's that answers somebody; end_of_turn_at is the second of the call."""
    rows = []
    answers = (turn for turn in turns if turn["speaker"] == "agent")
    for number, turn in enumerate(answers, start=1):
        spans = turn.get("spans") or {}
        ended = spans.get("end_of_turn")
        if ended is None:
            continue
        row: dict[str, Any] = {"answer": number, "end_of_turn_at": f"{ended / 1000:.2f} s"}
        row |= {step: _after(spans.get(step), ended) for step in STEPS}
        rows.append(row)
    return rows


def _after(at: int | None, ended: int) -> str | None:
    return None if at is None else f"{at - ended:+d}"
