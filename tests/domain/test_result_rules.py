"""Two ends, one result: law 5 of docs/laws.md."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.identifiers import AccountId, AttemptId, CallId
from domain.outcomes import BusinessOutcome, TechnicalResult
from domain.result_rules import is_long_talk, needs_look, technical_result
from domain.script_fields import FieldAnswer, FieldType
from domain.transcripts import Speaker, Turn

Result = TechnicalResult


@pytest.mark.parametrize(
    "leg, talking, expected",
    [
        (Result.BUSY, False, Result.BUSY),
        (Result.NO_ANSWER, False, Result.NO_ANSWER),
        (Result.NO_ANSWER, True, Result.CONVERSATION_LOST),
        (None, True, Result.CONVERSATION_LOST),
        (None, False, Result.HUNG_UP_EARLY),
    ],
)
def test_a_conversation_that_never_reported(leg: Result | None, talking: bool, expected: Result) -> None:
    assert expected == technical_result(
        leg_result=leg,
        talking=talking,
        answered_by=None,
        end_reason=None,
        spoke_words=0,
        duration_ms=0,
        voicemail_proved=False,
    )


@pytest.mark.parametrize(
    "answered_by, end_reason, words, duration_ms, proved, expected",
    [
        (AnsweredBy.PERSON, EndReason.FINISHED, 30, 60_000, False, Result.TALKED),
        (AnsweredBy.UNKNOWN, EndReason.PERSON_HUNG_UP, 1, 4_000, False, Result.HUNG_UP_EARLY),
        (AnsweredBy.PERSON, EndReason.PERSON_HUNG_UP, 9, 4_000, False, Result.TALKED),
        (AnsweredBy.PERSON, EndReason.PERSON_HUNG_UP, 1, 40_000, False, Result.TALKED),
        (AnsweredBy.PERSON, EndReason.PERSON_HUNG_UP, 2, 9_999, False, Result.HUNG_UP_EARLY),
        (AnsweredBy.PERSON, EndReason.PERSON_HUNG_UP, 2, 10_000, False, Result.TALKED),
        (AnsweredBy.PERSON, EndReason.PERSON_HUNG_UP, 3, 9_999, False, Result.TALKED),
        (AnsweredBy.UNKNOWN, EndReason.NO_RESPONSE, 0, 20_000, False, Result.NO_RESPONSE),
        (AnsweredBy.UNKNOWN, EndReason.PERSON_HUNG_UP, 0, 4_000, False, Result.HUNG_UP_EARLY),
        (AnsweredBy.VOICEMAIL, EndReason.VOICEMAIL, 0, 30_000, True, Result.VOICEMAIL_LEFT),
        (AnsweredBy.VOICEMAIL, EndReason.VOICEMAIL, 0, 30_000, False, Result.VOICEMAIL_SILENT),
        (AnsweredBy.VOICEMAIL, EndReason.PERSON_HUNG_UP, 20, 30_000, False, Result.VOICEMAIL_SILENT),
        (AnsweredBy.PERSON, EndReason.OPT_OUT, 4, 5_000, False, Result.TALKED),
        (AnsweredBy.VOICEMAIL, EndReason.OPT_OUT, 4, 5_000, True, Result.VOICEMAIL_LEFT),
        (AnsweredBy.PERSON, EndReason.TOO_LONG, 400, 300_000, False, Result.TALKED),
        (AnsweredBy.UNKNOWN, EndReason.BROKEN, 0, 3_000, False, Result.CONVERSATION_LOST),
        (AnsweredBy.PERSON, EndReason.BROKEN, 50, 90_000, False, Result.TALKED),
        (AnsweredBy.UNKNOWN, EndReason.DRAINED, 2, 30_000, False, Result.CONVERSATION_LOST),
        (AnsweredBy.PERSON, EndReason.DRAINED, 3, 30_000, False, Result.TALKED),
        (AnsweredBy.PERSON, EndReason.CANCELLED, 3, 30_000, False, Result.TALKED),
        (AnsweredBy.UNKNOWN, EndReason.CANCELLED, 0, 3_000, False, Result.CANCELLED),
        (AnsweredBy.SCREENING, EndReason.MACHINE, 14, 30_000, False, Result.NO_RESPONSE),
        (AnsweredBy.SCREENING, EndReason.PERSON_HUNG_UP, 14, 6_000, False, Result.NO_RESPONSE),
        (AnsweredBy.IVR, EndReason.MACHINE, 40, 12_000, False, Result.NO_RESPONSE),
        (AnsweredBy.IVR, EndReason.TOO_LONG, 400, 300_000, False, Result.NO_RESPONSE),
        (AnsweredBy.IVR, EndReason.CANCELLED, 40, 12_000, False, Result.CANCELLED),
        (AnsweredBy.SCREENING, EndReason.BROKEN, 14, 12_000, False, Result.CONVERSATION_LOST),
        (AnsweredBy.SCREENING, EndReason.DRAINED, 14, 12_000, False, Result.CONVERSATION_LOST),
        (AnsweredBy.PERSON, EndReason.MACHINE, 90, 60_000, False, Result.NO_RESPONSE),
        (AnsweredBy.UNAVAILABLE, EndReason.MACHINE, 12, 8_000, False, Result.NUMBER_UNAVAILABLE),
        (AnsweredBy.UNAVAILABLE, EndReason.PERSON_HUNG_UP, 0, 3_000, False, Result.NUMBER_UNAVAILABLE),
        (AnsweredBy.UNAVAILABLE, EndReason.CANCELLED, 0, 3_000, False, Result.NUMBER_UNAVAILABLE),
    ],
)
def test_a_reported_conversation(
    answered_by: AnsweredBy,
    end_reason: EndReason,
    words: int,
    duration_ms: int,
    proved: bool,
    expected: Result,
) -> None:
    assert expected == technical_result(
        leg_result=None,
        talking=True,
        answered_by=answered_by,
        end_reason=end_reason,
        spoke_words=words,
        duration_ms=duration_ms,
        voicemail_proved=proved,
    )


@pytest.mark.parametrize(
    "answered_by, end_reason, said_what, proved, expected",
    [
        (AnsweredBy.PERSON, EndReason.BROKEN, False, False, Result.VENDOR_FAILED),
        (AnsweredBy.UNKNOWN, EndReason.PERSON_HUNG_UP, False, False, Result.VENDOR_FAILED),
        (AnsweredBy.PERSON, EndReason.NO_RESPONSE, False, False, Result.VENDOR_FAILED),
        (AnsweredBy.PERSON, EndReason.DRAINED, False, False, Result.VENDOR_FAILED),
        (AnsweredBy.IVR, EndReason.MACHINE, False, False, Result.VENDOR_FAILED),
        (AnsweredBy.SCREENING, EndReason.BROKEN, False, False, Result.VENDOR_FAILED),
        (AnsweredBy.PERSON, EndReason.OPT_OUT, True, False, Result.TALKED),
        (AnsweredBy.PERSON, EndReason.BROKEN, True, False, Result.TALKED),
        (AnsweredBy.PERSON, EndReason.CANCELLED, False, False, Result.TALKED),
        (AnsweredBy.VOICEMAIL, EndReason.VOICEMAIL, False, True, Result.VOICEMAIL_LEFT),
        (AnsweredBy.VOICEMAIL, EndReason.VOICEMAIL, False, False, Result.VOICEMAIL_SILENT),
        (AnsweredBy.UNAVAILABLE, EndReason.MACHINE, False, False, Result.NUMBER_UNAVAILABLE),
    ],
)
def test_a_conversation_that_a_vendor_could_not_hold(
    answered_by: AnsweredBy, end_reason: EndReason, said_what: bool, proved: bool, expected: Result
) -> None:
    """What the person said counts all the same, and a machine is one whoever failed."""
    assert expected == technical_result(
        leg_result=None,
        talking=True,
        answered_by=answered_by,
        end_reason=end_reason,
        spoke_words=9,
        duration_ms=40_000,
        voicemail_proved=proved,
        vendor_failed=True,
        said_what=said_what,
    )


@pytest.mark.parametrize(
    "answered_by, words, duration_ms, expected",
    [
        (AnsweredBy.PERSON, 20, 60_000, Result.TALKED),
        (AnsweredBy.UNKNOWN, 20, 60_000, Result.TALKED),
        (AnsweredBy.PERSON, 19, 60_000, Result.VENDOR_FAILED),
        (AnsweredBy.PERSON, 20, 59_999, Result.VENDOR_FAILED),
        (AnsweredBy.IVR, 200, 600_000, Result.VENDOR_FAILED),
    ],
)
def test_who_talked_for_long_was_talked_to_whatever_failed(
    answered_by: AnsweredBy, words: int, duration_ms: int, expected: Result
) -> None:
    assert is_long_talk(answered_by, words, duration_ms) is (expected is Result.TALKED)
    assert expected == technical_result(
        leg_result=None,
        talking=True,
        answered_by=answered_by,
        end_reason=EndReason.BROKEN,
        spoke_words=words,
        duration_ms=duration_ms,
        voicemail_proved=False,
        vendor_failed=True,
    )


MUCH, LITTLE = "and then " * 10, "Hello?"
OPEN = FieldAnswer("guests", FieldType.NUMBER)
KNOWN = FieldAnswer("comes", FieldType.BOOLEAN, "true", required=True)
OWED = FieldAnswer("comes", FieldType.BOOLEAN, required=True)
GLAD, NOTHING = Verdict(BusinessOutcome.INTERESTED), Verdict(BusinessOutcome.NONE)


@pytest.mark.parametrize(
    "verdict, fields, theirs, ours, looked_at",
    [
        (GLAD, (KNOWN, OPEN), LITTLE, MUCH, False),
        (GLAD, (OWED,), LITTLE, MUCH, True),
        (Verdict(BusinessOutcome.NOT_INTERESTED), (OWED,), MUCH, MUCH, False),
        (Verdict(BusinessOutcome.NOT_INTERESTED, needs_review=True), (), LITTLE, LITTLE, True),
        (NOTHING, (OWED,), LITTLE, MUCH, False),
        (NOTHING, (), MUCH, LITTLE, True),
        (Verdict(BusinessOutcome.NONE, needs_review=True), (), LITTLE, LITTLE, True),
    ],
)
def test_somebody_looks_where_something_is_owed_unsure_or_unexplained(
    verdict: Verdict, fields: tuple[FieldAnswer, ...], theirs: str, ours: str, looked_at: bool
) -> None:
    """Our own words make no talk long, and only who reached the goal owes answers."""
    began = datetime(2026, 11, 24, 9, tzinfo=UTC)
    report = ConversationReport(
        AccountId("acc_1"),
        CallId("call_1"),
        AttemptId("call_1-1"),
        AnsweredBy.PERSON,
        EndReason.FINISHED,
        verdict,
        (Turn(Speaker.AGENT, ours, 0, 30_000), Turn(Speaker.PERSON, theirs, 30_000, 60_000)),
        began,
        began + timedelta(seconds=60),
        fields=fields,
    )
    assert looked_at is needs_look(report)


@given(st.sampled_from(AnsweredBy), st.sampled_from(EndReason), st.integers(0, 500), st.integers(0, 400_000))
def test_only_proof_makes_a_message_left(
    answered_by: AnsweredBy, end_reason: EndReason, words: int, duration_ms: int
) -> None:
    result = technical_result(
        leg_result=None,
        talking=True,
        answered_by=answered_by,
        end_reason=end_reason,
        spoke_words=words,
        duration_ms=duration_ms,
        voicemail_proved=False,
    )
    assert result is not Result.VOICEMAIL_LEFT
