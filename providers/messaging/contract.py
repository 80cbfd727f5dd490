"""What every text-message adapter offers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class TextMessage:
    """One SMS. correlation: our message id, part of the callback address; fictional and send_before as for a dial."""

    to: str
    from_number: str
    body: str
    correlation: str
    status_url: str
    fictional: bool
    send_before: datetime


class Messenger(Protocol):
    """A service that delivers text messages."""

    async def send(self, message: TextMessage) -> str:
        """The service's id of the message. Never repeats a request by itself.

        Raises ProviderThrottled/ProviderUnavailable (not sent), OutcomeUnknown (look it up), RecipientRefused,
        RecipientOptedOut, CredentialsRefused, ProviderRefused, SendRefused.
        """
        ...

    async def find(
        self, message: TextMessage, *, since: datetime, not_these: Collection[str] = ()
    ) -> str | None:
        """The id of a message with this receiver, sender and text sent since then, if the service has one.

        not_these: ids that are known to belong to other messages.
        """
        ...
