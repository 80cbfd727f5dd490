"""The form of a call request, field by field: what is read, what stands for a field that is absent, where a limit is."""

from typing import Any

import pytest
from starlette.datastructures import FormData, UploadFile

from simulators.phone_network.twilio.errors import Refused
from simulators.phone_network.twilio.forms import call_request, is_address

NEEDED = {"To": "+12025550123", "From": "+12025550100", "Url": "https://example.com/answer"}
LIMITS = {
    "Timeout": (1, 600, 20001),
    "TimeLimit": (1, 86_400, 20001),
    "MachineDetectionTimeout": (3, 59, 20001),
    "MachineDetectionSpeechThreshold": (1000, 6000, 20001),
    "MachineDetectionSpeechEndThreshold": (500, 5000, 20001),
    "MachineDetectionSilenceTimeout": (2000, 10_000, 20001),
}


def read(*, without: str = "", **fields: str | list[str]) -> Any:
    """The request that a form with these fields makes, of an account that holds the usual caller number alone."""
    pairs: list[tuple[str, str | UploadFile]] = [
        (name, each)
        for name, value in (NEEDED | fields).items()
        for each in (value if isinstance(value, list) else [value])
        if name != without
    ]
    return call_request(FormData(pairs), lambda number: number == NEEDED["From"])


def refused(*, without: str = "", **fields: str) -> int:
    """The code of its refusal; 0 if it is taken."""
    try:
        read(without=without, **fields)
    except Refused as refusal:
        return refusal.code
    return 0


def test_a_bare_request_has_the_vendors_defaults() -> None:
    found = read()
    assert ("+12025550123", "+12025550100", "https://example.com/answer", "POST") == (
        found.to,
        found.from_,
        found.url,
        found.method,
    )
    assert (60, 14_400, None, 30, False) == (
        found.ring_limit_s,
        found.time_limit_s,
        found.machine_detection,
        found.detection_limit_s,
        found.async_amd,
    )
    assert ({"completed"}, None, None, None, None) == (
        found.callback_events,
        found.status_callback,
        found.fallback_url,
        found.amd_callback,
        found.twiml,
    )


def test_each_field_is_read_as_itself() -> None:
    found = read(
        Method="get",
        FallbackUrl="https://example.com/fallback",
        StatusCallback="https://example.com/status",
        StatusCallbackEvent=["ringing", "answered"],
        Timeout="25",
        TimeLimit="300",
        MachineDetection="DetectMessageEnd",
        MachineDetectionTimeout="20",
        AsyncAmd="true",
        AsyncAmdStatusCallback="https://example.com/machine",
    )
    assert ("GET", "https://example.com/fallback", "https://example.com/status", {"ringing", "answered"}) == (
        found.method,
        found.fallback_url,
        found.status_callback,
        found.callback_events,
    )
    assert (25, 300, "DetectMessageEnd", 20, True, "https://example.com/machine") == (
        found.ring_limit_s,
        found.time_limit_s,
        found.machine_detection,
        found.detection_limit_s,
        found.async_amd,
        found.amd_callback,
    )


@pytest.mark.parametrize("name", LIMITS)
def test_a_number_is_taken_up_to_its_limits_and_no_further(name: str) -> None:
    least, most, code = LIMITS[name]
    asked = {"MachineDetection": "Enable"}
    assert [code, 0, 0, code, code] == [
        refused(**asked, **{name: str(value)}) for value in (least - 1, least, most, most + 1, "soon")
    ]


def test_an_address_wins_over_a_document() -> None:
    assert (NEEDED["Url"], None) == ((both := read(Twiml="<Response/>")).url, both.twiml)
    alone = read(without="Url", Twiml="<Response/>")
    assert (None, "<Response/>") == (alone.url, alone.twiml)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"without": "To"}, 21201),
        ({"without": "From"}, 21213),
        ({"without": "Url"}, 21205),
        ({"From": "+12025550101"}, 21210),
        ({"FallbackUrl": "nowhere"}, 21205),
        ({"StatusCallback": "nowhere"}, 21609),
        ({"AsyncAmdStatusCallback": "nowhere"}, 21609),
        ({"without": "Url", "Twiml": "x" * 4001}, 21205),
        ({"without": "Url", "Twiml": "x" * 4000}, 0),
    ],
)
def test_each_refusal_has_its_own_code(fields: dict[str, str], code: int) -> None:
    assert code == refused(**fields)


def test_one_event_that_there_is_not_and_none_is_told() -> None:
    """Twilio warns (21626), and the call is made."""
    assert frozenset() == read(StatusCallbackEvent=["answered", "finished"]).callback_events


def test_digits_and_detection_exclude_each_other() -> None:
    assert read(MachineDetection="Enable", SendDigits="1").machine_detection is None


@pytest.mark.parametrize(
    ("url", "is_one"), [("https://a.example", True), ("http://a", True), ("https://", False), ("//a", False)]
)
def test_an_address_names_a_host(url: str, is_one: bool) -> None:
    assert is_one is is_address(url)
