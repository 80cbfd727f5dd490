"""What a speech service's HTTP status means for us, at a request and at a socket's handshake alike."""

from http import HTTPStatus

from providers.errors import CredentialsRefused, ProviderRefused, ProviderThrottled, ProviderUnavailable


def refusal(status: int, retry_after: str | None = None) -> ProviderUnavailable | ProviderRefused:
    """The error to raise for this status; retry_after is the header of that name, seconds or a date."""
    code = str(status)
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.PAYMENT_REQUIRED, HTTPStatus.FORBIDDEN):
        return CredentialsRefused(code=code)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return ProviderThrottled(code=code, retry_after=_seconds(retry_after))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ProviderUnavailable(code=code)
    return ProviderRefused(code=code)


def _seconds(retry_after: str | None) -> float | None:
    try:
        return float(retry_after or "")
    except ValueError:
        return None
