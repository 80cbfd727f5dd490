"""Connections as the activities' tests have them: whichever it is, calls, messages and records go through the same."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from activities.tools import Tools
from domain.connections import ConnectionRef
from providers.carriers.contract import Carrier
from providers.carriers.twilio.callbacks import TwilioCallbacks
from providers.crm.contract import Crm
from providers.errors import CredentialsRefused
from providers.messaging.contract import Messenger, TextMessage
from providers.telephony import Telephony


class NoMessages:
    """Nobody is sent a message in these tests."""

    async def send(self, message: TextMessage) -> str:
        """Fails the test."""
        raise AssertionError("no message is expected")

    async def find(
        self, message: TextMessage, *, since: datetime, not_these: Collection[str] = ()
    ) -> str | None:
        """Fails the test."""
        raise AssertionError("no message is expected")


@dataclass(frozen=True, slots=True)
class FixedConnections:
    """Every connection goes through these."""

    carrier: Carrier
    messenger: Messenger = field(default_factory=NoMessages)
    crm_client: Crm | None = None

    def opened(self, ref: ConnectionRef) -> Telephony:
        """The one telephony."""
        callbacks = TwilioCallbacks("")
        return Telephony(
            None, self.carrier, self.messenger, None, callbacks, callbacks, lambda about: f"proof of {about}"
        )

    async def telephony(self, ref: ConnectionRef) -> Telephony:
        """The one telephony."""
        return self.opened(ref)

    async def crm(self, ref: ConnectionRef) -> Crm | None:
        """The one CRM."""
        return self.crm_client


@dataclass(frozen=True, slots=True)
class Unreadable(FixedConnections):
    """No connection's credentials can be opened, for now."""

    async def telephony(self, ref: ConnectionRef) -> Telephony:
        """Refuses."""
        raise CredentialsRefused

    async def crm(self, ref: ConnectionRef) -> Crm | None:
        """Refuses."""
        raise CredentialsRefused


def connections_of(tools: Tools) -> FixedConnections:
    """What these tools' connections go through."""
    assert isinstance(tools.connections, FixedConnections)
    return tools.connections


def through(tools: Tools, **clients: object) -> Tools:
    """The same tools with another messenger or crm_client."""
    return replace(tools, connections=replace(connections_of(tools), **clients))  # type: ignore[arg-type]
