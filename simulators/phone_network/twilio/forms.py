"""Twilio's form fields, read and refused as the vendor reads and refuses them. Pure.

Codes: Twilio's error list; those of rarely met fields are from memory (20001 stands for all of them).
"""

import re
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from starlette.datastructures import FormData

from simulators.phone_network.call import CallRequest
from simulators.phone_network.twilio.errors import Refused

E164 = re.compile(r"\+[1-9]\d{6,14}")
_EVENTS = frozenset({"initiated", "ringing", "answered", "completed"})
_LONGEST_TWIML = 4000
_DETECTION_RANGES = {
    "MachineDetectionTimeout": (3, 59),
    "MachineDetectionSpeechThreshold": (1000, 6000),
    "MachineDetectionSpeechEndThreshold": (500, 5000),
    "MachineDetectionSilenceTimeout": (2000, 10000),
}


def call_request(form: FormData, holds: Callable[[str], bool]) -> CallRequest:
    """What a create request asks for, of an account that holds these numbers; raises Refused with the vendor's code."""
    to, from_ = _text(form, "To"), _text(form, "From")
    _check_parties(to, from_, holds)
    url, twiml = _text(form, "Url"), _text(form, "Twiml")
    if not url and not twiml:
        raise Refused(21205, "Url parameter is required.")
    if url and not is_address(url):
        raise Refused(21205, f"Url is not a valid URL: {url}")
    if twiml and len(twiml) > _LONGEST_TWIML:
        raise Refused(21205, f"Twiml is longer than {_LONGEST_TWIML} characters")
    detection = _detection(form)
    return CallRequest(
        to=to,
        from_=from_,
        url=url or None,
        method=_method(form, "Method"),
        fallback_url=_address(form, "FallbackUrl", 21205),
        twiml=None if url else twiml,
        status_callback=_address(form, "StatusCallback", 21609),
        callback_events=_callback_events(form),
        ring_limit_s=_whole(form, "Timeout", 60, 1, 600),
        time_limit_s=_whole(form, "TimeLimit", 14_400, 1, 86_400),
        machine_detection=detection,
        detection_limit_s=_whole(form, "MachineDetectionTimeout", 30, 3, 59),
        async_amd=_text(form, "AsyncAmd") == "true",
        amd_callback=_address(form, "AsyncAmdStatusCallback", 21609),
    )


def is_address(url: str) -> bool:
    """Say whether this is an absolute http or https address."""
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _check_parties(to: str, from_: str, holds: Callable[[str], bool]) -> None:
    if not to:
        raise Refused(21201, "No 'To' number is specified")
    if not from_:
        raise Refused(21213, "'From' phone number is required")
    if not E164.fullmatch(to):
        raise Refused(21211, f"The phone number you are attempting to call, {to}, is not valid.")
    if not E164.fullmatch(from_):
        raise Refused(21212, f"The 'From' number {from_} is not a valid phone number.")
    if not holds(from_):
        raise Refused(
            21210, f"The source phone number provided, {from_}, is not yet verified for your account."
        )


def _detection(form: FormData) -> str | None:
    detection = _text(form, "MachineDetection")
    if not detection:
        return None
    if detection not in {"Enable", "DetectMessageEnd"}:
        raise Refused(20001, f"MachineDetection must be Enable or DetectMessageEnd, not {detection}")
    for name, (least, most) in _DETECTION_RANGES.items():
        _whole(form, name, least, least, most)
    return None if _text(form, "SendDigits") else detection


def _callback_events(form: FormData) -> frozenset[str]:
    """The events wanted; one badly formed value and none ever comes (warning 21626, still 201)."""
    values = [str(value) for value in form.getlist("StatusCallbackEvent")]
    if not values:
        return frozenset({"completed"})
    return frozenset(values) if set(values) <= _EVENTS else frozenset()


def _address(form: FormData, name: str, code: int) -> str | None:
    value = _text(form, name)
    if value and not is_address(value):
        raise Refused(code, f"The '{name}' URL parameter is invalid. This parameter must be a valid URL.")
    return value or None


def _method(form: FormData, name: str) -> str:
    value = _text(form, name).upper() or "POST"
    if value not in {"GET", "POST"}:
        raise Refused(20001, f"{name} must be GET or POST, not {value}")
    return value


def _whole(form: FormData, name: str, default: int, least: int, most: int) -> int:
    value = _text(form, name)
    if not value:
        return default
    if not value.isdigit() or not least <= int(value) <= most:
        raise Refused(20001, f"{name} must be between {least} and {most}, not {value}")
    return int(value)


def _text(form: FormData, name: str) -> str:
    values: Iterable[object] = form.getlist(name)
    return next((str(value).strip() for value in values), "")
