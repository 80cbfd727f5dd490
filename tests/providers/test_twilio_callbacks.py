"""What Twilio says about calls."""

import pytest

from domain.conversations import AnsweredBy
from providers.carriers.twilio_callbacks import read_machine_callback
from providers.errors import ProviderNonsense

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
    hint = read_machine_callback(VERDICT | {"AnsweredBy": verdict})

    assert (answered_by, greeting_over, 2400) == (hint.answered_by, hint.greeting_over, hint.detection_ms)


def test_verdict_without_duration_is_read() -> None:
    assert read_machine_callback({"CallSid": "CA1", "AnsweredBy": "human"}).detection_ms is None


@pytest.mark.parametrize("form", [{}, VERDICT | {"AnsweredBy": "a ghost"}, VERDICT | {"CallSid": ""}])
def test_verdict_that_makes_no_sense_is_refused(form: dict[str, str]) -> None:
    with pytest.raises(ProviderNonsense):
        read_machine_callback(form)
