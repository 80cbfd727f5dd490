"""Connections: the accounts with vendors through which an account's calls, text messages and records go."""

from dataclasses import dataclass
from enum import StrEnum

from domain.identifiers import AccountId, ConnectionId


class ConnectionKind(StrEnum):
    """What goes through a connection. TELEPHONY: calls, and text messages from the same numbers; CRM: records of calls."""

    TELEPHONY = "telephony"
    CRM = "crm"


@dataclass(frozen=True, slots=True)
class ConnectionRef:
    """A connection as what goes through it names it.

    version counts the changes of its credentials, so that who keeps a client open knows when to open another.
    """

    id: ConnectionId
    account_id: AccountId
    vendor: str
    version: int
