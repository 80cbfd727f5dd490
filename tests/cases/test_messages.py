"""What people write back, and what the carrier tells of a message, as reported."""

from collections.abc import Mapping
from typing import Any

import pytest

from providers.messaging.twilio_sms_callbacks import read_inbound_message, read_message_report
from tests.cases.files import tried

_FILE = "guards_dictation_messages"
_INBOUND = {"MessageSid": "SM2", "From": "+14155550142", "To": "+14155550100"}
_REPORT = {"MessageSid": "SM1", "MessageStatus": "failed", "To": "+14155550142", "From": "+14155550100"}


@pytest.mark.parametrize("case", tried(_FILE, "inbound SMS"))
def test_a_text_asks_for_what_it_says(case: Mapping[str, Any]) -> None:
    assert read_inbound_message(_INBOUND | {"Body": case["input"]}).wish.value == case["expected"]


@pytest.mark.parametrize("case", tried(_FILE, "SMS OptOutType"))
def test_an_accounts_own_words_count_because_the_carrier_says_so(case: Mapping[str, Any]) -> None:
    kind = case["input"].partition("OptOutType=")[2]
    form = _INBOUND | {"Body": "Bitte schickt mir nichts dergleichen.", "OptOutType": kind}
    assert read_inbound_message(form).wish.value == case["expected"]


@pytest.mark.parametrize("case", tried(_FILE, "SMS error 21610"))
def test_a_stop_that_the_carrier_knows_of_is_told(case: Mapping[str, Any]) -> None:
    status, _, code = case["input"].partition(", ErrorCode ")
    report = read_message_report(_REPORT | {"MessageStatus": status, "ErrorCode": code})
    assert report.opted_out is (case["expected"] == "opted out")
    assert not read_message_report(_REPORT | {"MessageStatus": status, "ErrorCode": "30003"}).opted_out


@pytest.mark.parametrize("case", tried(_FILE, "SMS status"))
def test_every_documented_status_is_known(case: Mapping[str, Any]) -> None:
    assert case["expected"].startswith("known")
    assert read_message_report(_REPORT | {"MessageStatus": case["input"]}).status == case["input"]
