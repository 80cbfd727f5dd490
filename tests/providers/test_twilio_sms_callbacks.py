"""What people and Twilio say about text messages."""

from collections.abc import Collection

import pytest
from twilio.rest.api.v2010.account.message import MessageInstance

from providers.errors import MalformedMessage
from providers.messaging.contract import Wish
from providers.messaging.twilio_sms_callbacks import (
    MessagePhase,
    read_inbound_message,
    read_message_report,
)

REPORT = {"MessageSid": "SM1", "MessageStatus": "delivered", "To": "+14155550142", "From": "+14155550100"}
INBOUND = {"MessageSid": "SM2", "From": "+14155550142", "To": "+14155550100", "Body": "Stop"}


@pytest.mark.parametrize(
    "phase, statuses",
    [
        (MessagePhase.DELIVERED, ("delivered", "read")),
        (MessagePhase.FAILED, ("undelivered", "failed", "canceled")),
        (
            MessagePhase.UNDER_WAY,
            {value for name, value in vars(MessageInstance.Status).items() if name.isupper()}
            - {"delivered", "read", "undelivered", "failed", "canceled"},
        ),
    ],
)
def test_every_status_of_the_vendor_has_a_phase(phase: MessagePhase, statuses: Collection[str]) -> None:
    """Requirement 103."""
    assert {phase} == {read_message_report(REPORT | {"MessageStatus": status}).phase for status in statuses}


def test_repeated_report_carries_the_same_key_and_another_status_another() -> None:
    first, again = read_message_report(REPORT), read_message_report(dict(REPORT))

    assert first.dedupe_key == again.dedupe_key
    assert first.dedupe_key != read_message_report(REPORT | {"MessageStatus": "sent"}).dedupe_key


def test_opt_out_known_to_the_carrier_is_reported() -> None:
    report = read_message_report(REPORT | {"MessageStatus": "failed", "ErrorCode": "21610"})

    assert (report.phase, report.opted_out) == (MessagePhase.FAILED, True)
    for code in ("", "30003", "30007"):
        unread = read_message_report(REPORT | {"MessageStatus": "undelivered", "ErrorCode": code})
        assert (unread.phase, unread.opted_out) == (MessagePhase.FAILED, False)


@pytest.mark.parametrize(
    "form", [{}, {"MessageSid": "SM1"}, REPORT | {"MessageStatus": "vanished"}, REPORT | {"MessageSid": ""}]
)
def test_nonsense_is_named_without_its_content(form: dict[str, str]) -> None:
    with pytest.raises(MalformedMessage) as error:
        read_message_report(form)

    assert "vanished" not in str(error.value)


def test_accounts_own_opt_out_word_counts_because_twilio_says_so() -> None:
    message = read_inbound_message(INBOUND | {"Body": "ARRET", "OptOutType": "STOP"})

    assert (message.wish, message.from_number) == (Wish.STOP, "+14155550142")


def test_message_without_sender_is_nonsense() -> None:
    with pytest.raises(MalformedMessage):
        read_inbound_message({"MessageSid": "SM2", "Body": "stop"})
