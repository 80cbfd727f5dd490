"""The language model's understanding of a wish to be called again settles nothing: where it differs, the person is asked."""

from datetime import UTC, datetime

import pytest

from domain.callbacks import Ask, Moment, Unclear, resolve
from domain.callbacks.proposals import compared

NEW_YORK, CHICAGO = "America/New_York", "America/Chicago"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)  # a Saturday


@pytest.mark.parametrize(
    ("phrase", "proposal", "asks"),
    [
        ("Monday at four", "2026-11-23T16:00", None),
        ("Monday at four", "2026-11-23T16:00:00", None),
        ("Monday at four", "2026-11-23T16:00-05:00", None),
        ("Monday at four", "2026-11-23", None),
        ("Monday at four", "", None),
        ("Monday at four", "Monday at noon", None),
        ("Monday at four", "2026-11-23T15:00", Unclear.TIME),
        ("Monday at four", "2026-11-24T16:00", Unclear.DAY),
        ("Monday at four", "2026-11-24", Unclear.DAY),
        ("Monday afternoon", "2026-11-23T12:00", None),
        ("Monday afternoon", "2026-11-23T18:00", None),
        ("Monday afternoon", "2026-11-23T18:01", Unclear.TIME),
        ("Monday afternoon", "2026-11-23T09:30", Unclear.TIME),
        ("on Monday", "2026-11-23T11:00", None),
        ("on Monday", "2026-11-30T11:00", Unclear.DAY),
    ],
)
def test_they_differ_by_more_than_the_phrase_leaves_open(
    phrase: str, proposal: str, asks: Unclear | None
) -> None:
    understood = resolve(phrase, (NEW_YORK,), NOW)
    assert isinstance(understood, Moment)
    answer = compared(understood, proposal, (NEW_YORK,))
    if asks is None:
        assert understood == answer
    else:
        assert isinstance(answer, Ask)
        assert (asks, phrase) == (answer.unclear, answer.phrase)


def test_what_the_grammar_asks_the_model_does_not_answer() -> None:
    understood = resolve("call me later", (NEW_YORK,), NOW)
    assert isinstance(understood, Ask)
    assert understood is compared(understood, "2026-11-23T16:00", (NEW_YORK,))


@pytest.mark.parametrize(("proposal", "differs"), [("2026-11-23T16:00", False), ("2026-11-23T17:30", True)])
def test_any_of_the_persons_clocks_will_do(proposal: str, differs: bool) -> None:
    understood = resolve("Monday at four", (NEW_YORK, CHICAGO), NOW, lives_in=NEW_YORK)
    assert differs is isinstance(compared(understood, proposal, (CHICAGO, NEW_YORK)), Ask)
