"""What every text-message adapter offers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.identifiers import MessageId


@dataclass(frozen=True, slots=True)
class TextMessage:
    """One SMS. message_id: ours, part of the address at public_url where the service reports; proof, fictional and
    send_before as for a dial.
    """

    to: str
    from_number: str
    body: str
    message_id: MessageId
    public_url: str
    fictional: bool
    send_before: datetime
    proof: str = ""


class Wish(StrEnum):
    """What a person asks for by text message."""

    STOP = "stop"
    START = "start"
    HELP = "help"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class WrittenWish:
    """A wish that reached the service at this moment (whole seconds of its clock); both numbers are E.164.

    words: the message, empty where the service tells no more than the wish; with Wish.NONE they may say how the person wants to be
    contacted.
    """

    person: str
    our_number: str
    wish: Wish
    at: datetime
    words: str = ""


class Inbox(Protocol):
    """What people wrote to our numbers, for when their messages could not be taken as they came.

    account: the service's id of the account whose list this is.
    """

    @property
    def account(self) -> str: ...

    async def wishes(self, *, since: datetime) -> list[WrittenWish]:
        """Every STOP and START since then, oldest first; a person whom the service keeps from us counts as STOP.

        Raises ProviderUnavailable, CredentialsRefused, ProviderRefused, MalformedMessage.
        """
        ...


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
