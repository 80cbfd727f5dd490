"""What a do-not-call entry rests on."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.identifiers import AttemptId
from domain.suppressions import OptOutEvidence, evidence_in
from domain.transcripts import Speaker, Turn

BEGAN = datetime(2026, 11, 30, 10, tzinfo=UTC)
ATTEMPT = AttemptId("call_1-1")
TALK = (
    Turn(Speaker.PERSON, "Stop calling me.", 1_000, 2_000),
    Turn(Speaker.PERSON, "I said: Stop calling me. Goodbye.", 5_000, 7_000),
    Turn(Speaker.AGENT, "Stop calling me.", 8_000, 9_000),
)


@pytest.mark.parametrize(
    ("words", "said_ms"),
    [("Stop calling me.", 7_000), ("Goodbye.", 7_000), ("Never again.", None), ("", None)],
)
def test_words_were_said_when_the_person_said_them_last(words: str, said_ms: int | None) -> None:
    said_at = None if said_ms is None else BEGAN + timedelta(milliseconds=said_ms)
    assert OptOutEvidence(words, said_at, ATTEMPT) == evidence_in(TALK, words, BEGAN, ATTEMPT)
