"""What a status means, of whichever service of speech or language it comes."""

import pytest

from providers.errors import (
    CredentialsRefused,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
)
from providers.http import Answer
from providers.http_refusals import refusal


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (400, ProviderRefused),
        (401, CredentialsRefused),
        (402, CredentialsRefused),
        (403, CredentialsRefused),
        (404, ProviderRefused),
        (408, ProviderUnavailable),
        (429, ProviderThrottled),
        (499, ProviderRefused),
        (500, ProviderUnavailable),
        (529, ProviderUnavailable),
    ],
)
def test_a_status_says_whether_account_request_or_service_is_at_fault(
    status: int, meaning: type[ProviderError]
) -> None:
    found = refusal(status)
    assert (meaning, str(status)) == (type(found), found.code)
    assert "no_credits" == refusal(status, code="no_credits").code


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("0.5", 0.5),
        ("-3", 0.0),
        ("Sat, 21 Nov 2026 12:00:00 GMT", None),
        ("nan", None),
        ("inf", None),
        ("", None),
        (None, None),
    ],
)
def test_whoever_throttles_may_say_for_how_long(header: str | None, seconds: float | None) -> None:
    """What is no span of time is no wish for one, and no error of ours."""
    found = refusal(429, retry_after=header)
    assert isinstance(found, ProviderThrottled)
    headers = {} if header is None else {"retry-after": header}
    assert seconds == found.retry_after == Answer(429, headers, "").retry_after
