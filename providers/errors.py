"""What can go wrong with somebody else's service.

ProviderError
├── ProviderUnavailable   nothing happened there; trying again later is right
│   └── ProviderThrottled they ask us to slow down; nothing happened there; retry_after may say how long
├── OutcomeUnknown        the request may have had its effect; look it up before anything else
├── ProviderRefused       they will never accept this request; do not repeat it
│   ├── CredentialsRefused our key or account is not accepted; stop using this service
│   ├── RecipientRefused  this number or address cannot be reached through them
│   └── RecipientOptedOut the person told the provider to stop; suppress the number
├── SendRefused           our own guard stopped the request before it left
└── MalformedMessage      an answer that does not fit their documentation

The docstring is the default message; none ever carries a phone number.
"""


class ProviderError(Exception):
    """An outside service failed."""

    def __init__(self, message: str | None = None, *, code: str = "") -> None:
        super().__init__(message or type(self).__doc__)
        self.code = code


class ProviderUnavailable(ProviderError):
    """The service cannot be reached or is failing; nothing happened there."""


class ProviderThrottled(ProviderUnavailable):
    """The service asks us to slow down; nothing happened there.

    retry_after, seconds, is heeded by a dial (activities/dialling.py) and by every other step (activities/retry_after.py).
    """

    def __init__(
        self, message: str | None = None, *, code: str = "", retry_after: float | None = None
    ) -> None:
        super().__init__(message, code=code)
        self.retry_after = retry_after


class OutcomeUnknown(ProviderError):
    """The request may have had its effect; look it up before anything else."""


class ProviderRefused(ProviderError):
    """The service will never accept this request."""


class CredentialsRefused(ProviderRefused):
    """The service does not accept our key or account."""


class RecipientRefused(ProviderRefused):
    """This number or address cannot be reached through the service."""


class RecipientOptedOut(ProviderRefused):
    """The person told the provider to stop."""


class SendRefused(ProviderError):
    """Our own guard stopped the request before it left."""


class MalformedMessage(ProviderError):
    """The service's answer does not fit its documentation."""
