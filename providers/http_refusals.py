"""What an HTTP status of a speech or model service means for us, at a request and at a socket's handshake alike.

Carriers and CRMs read their own statuses: carriers/twilio/account.py, crm/hubspot.py.
"""

from http import HTTPStatus
from math import isfinite
from typing import Final

from providers.errors import CredentialsRefused, ProviderRefused, ProviderThrottled, ProviderUnavailable

_OUR_ACCOUNT: Final = (HTTPStatus.UNAUTHORIZED, HTTPStatus.PAYMENT_REQUIRED, HTTPStatus.FORBIDDEN)


def refusal(
    status: int, *, code: str = "", retry_after: str | None = None
) -> ProviderUnavailable | ProviderRefused:
    """The error to raise for this status.

    code: the service's own name of the error, if it has one; retry_after: the header of that name, seconds or a date.
    """
    code = code or str(status)
    if status in _OUR_ACCOUNT:
        return CredentialsRefused(code=code)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return ProviderThrottled(code=code, retry_after=seconds_asked(retry_after))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.REQUEST_TIMEOUT:
        return ProviderUnavailable(code=code)
    return ProviderRefused(code=code)


def seconds_asked(retry_after: str | None) -> float | None:
    """The pause that a header of that name asks for; None where it asks for none, or says it as a date."""
    try:
        seconds = float(retry_after or "")
    except ValueError:
        return None
    return max(0.0, seconds) if isfinite(seconds) else None
