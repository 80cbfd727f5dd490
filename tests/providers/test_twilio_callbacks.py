"""What Twilio says about calls."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.calls import AttemptState
from domain.conversations import AnsweredBy
from domain.outcomes import TechnicalResult
from providers.carriers.twilio.callbacks import read_machine, read_status
from providers.errors import MalformedMessage
from simulators.phone_network.call import CallStatus

VERDICT = {"CallSid": "CA1", "AccountSid": "AC1", "AnsweredBy": "human", "MachineDetectionDuration": "2400"}


@pytest.mark.parametrize(
    "verdict, answered_by, greeting_over",
    [
        ("human", AnsweredBy.PERSON, False),
        ("machine_start", AnsweredBy.VOICEMAIL, False),
        ("machine_end_beep", AnsweredBy.VOICEMAIL, True),
        ("machine_end_silence", AnsweredBy.VOICEMAIL, True),
        ("machine_end_other", AnsweredBy.VOICEMAIL, True),
        ("fax", AnsweredBy.UNAVAILABLE, False),
        ("unknown", AnsweredBy.UNKNOWN, False),
    ],
)
def test_every_verdict_is_a_hint(verdict: str, answered_by: AnsweredBy, greeting_over: bool) -> None:
    hint = read_machine(VERDICT | {"AnsweredBy": verdict})

    assert (answered_by, greeting_over, 2400) == (hint.answered_by, hint.greeting_over, hint.detection_ms)


def test_verdict_without_duration_is_read() -> None:
    assert read_machine({"CallSid": "CA1", "AnsweredBy": "human"}).detection_ms is None


@pytest.mark.parametrize("form", [{}, VERDICT | {"AnsweredBy": "a ghost"}, VERDICT | {"CallSid": ""}])
def test_verdict_that_makes_no_sense_is_refused(form: dict[str, str]) -> None:
    with pytest.raises(MalformedMessage):
        read_machine(form)


REPORT = {
    "CallSid": "CA1",
    "CallStatus": "completed",
    "Timestamp": "Sat, 21 Nov 2026 12:00:07 +0000",
    "SequenceNumber": "3",
    "CallDuration": "42",
    "SipResponseCode": "200",
}


def test_progress_report_is_read_with_its_order_and_length() -> None:
    report = read_status(REPORT)

    assert (
        report.carrier_call_id,
        report.status,
        report.sequence,
        report.duration_seconds,
    ) == ("CA1", "completed", 3, 42)
    assert datetime(2026, 11, 21, 12, 0, 7, tzinfo=UTC) == report.occurred_at


@pytest.mark.parametrize(
    "status, sip_code, state, result",
    [
        ("queued", None, AttemptState.PLACED, None),
        ("initiated", None, AttemptState.PLACED, None),
        ("ringing", None, AttemptState.RINGING, None),
        ("in-progress", None, AttemptState.ANSWERED, None),
        ("completed", 200, AttemptState.ENDED, None),
        ("busy", 486, AttemptState.ENDED, TechnicalResult.BUSY),
        ("no-answer", 487, AttemptState.ENDED, TechnicalResult.NO_ANSWER),
        ("canceled", 487, AttemptState.ENDED, TechnicalResult.CANCELLED),
        ("failed", None, AttemptState.ENDED, TechnicalResult.CARRIER_FAILED),
        ("failed", 503, AttemptState.ENDED, TechnicalResult.CARRIER_FAILED),
        ("failed", 404, AttemptState.ENDED, TechnicalResult.INVALID_NUMBER),
        ("failed", 604, AttemptState.ENDED, TechnicalResult.INVALID_NUMBER),
    ],
)
def test_every_status_has_its_meaning(
    status: str, sip_code: int | None, state: AttemptState, result: TechnicalResult | None
) -> None:
    """Requirement 76."""
    report = read_status(REPORT | {"CallStatus": status, "SipResponseCode": str(sip_code or "")})

    assert (state, result) == (report.state, report.result)


def test_table_knows_every_status_the_network_can_report() -> None:
    assert list(CallStatus) == [read_status(REPORT | {"CallStatus": s}).status for s in CallStatus]


@pytest.mark.parametrize("missing", ["Timestamp", "SequenceNumber", "CallDuration", "SipResponseCode"])
@pytest.mark.parametrize("blank", [True, False])
def test_report_is_not_lost_for_a_missing_detail(missing: str, blank: bool) -> None:
    form = REPORT | {missing: ""} if blank else {name: REPORT[name] for name in REPORT if name != missing}

    assert read_status(form).status == "completed"


@pytest.mark.parametrize(
    "written",
    [
        "Sat, 21 Nov 2026 17:30:07 +0530",
        "Sat, 21 Nov 2026 04:00:07 -0800",
        "Sat, 21 Nov 2026 12:00:07 GMT",
        "Sat, 21 Nov 2026 12:00:07 -0000",  # RFC 2822: UTC, from nowhere in particular
    ],
)
def test_a_time_is_the_moment_that_it_names_in_whatever_zone(written: str) -> None:
    """One that is taken for ours moves an answer by hours."""
    expected = datetime(2026, 11, 21, 12, 0, 7, tzinfo=UTC)
    found = read_status(REPORT | {"Timestamp": written}).occurred_at
    assert (expected, timedelta(0)) == (found, found and found.utcoffset())


@pytest.mark.parametrize("detail", ["SequenceNumber", "CallDuration", "SipResponseCode"])
@pytest.mark.parametrize("value", ["9" * 5_000, "9999999999", "-1", "1.5", "\u0663", "seven"])
def test_a_detail_that_is_no_number_loses_no_report(detail: str, value: str) -> None:
    report = read_status(REPORT | {detail: value, "CallStatus": "failed"})
    left = {"SequenceNumber": report.sequence, "CallDuration": report.duration_seconds}
    assert (TechnicalResult.CARRIER_FAILED, None) == (report.result, left.get(detail))


def test_time_that_cannot_be_read_is_left_out() -> None:
    assert read_status(REPORT | {"Timestamp": "yesterday"}).occurred_at is None


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"CallSid": "CA1"},
        REPORT | {"CallStatus": ""},
        REPORT | {"CallStatus": "lost"},
        REPORT | {"CallSid": ""},
    ],
)
def test_report_that_names_no_call_or_status_is_refused(form: dict[str, str]) -> None:
    with pytest.raises(MalformedMessage):
        read_status(form)


def test_repeated_report_has_the_same_key_and_each_status_its_own() -> None:
    keys = [read_status(REPORT | {"CallStatus": status}).dedupe_key for status in ("ringing", "completed")]

    assert keys[1] == read_status(dict(REPORT)).dedupe_key
    assert len(set(keys)) == 2


def test_reports_of_the_same_status_are_told_apart_by_their_numbers_and_their_calls() -> None:
    reports = [REPORT, REPORT | {"SequenceNumber": "4"}, REPORT | {"CallSid": "CA2"}]
    assert len({read_status(report).dedupe_key for report in reports}) == 3
