"""What the workflow of a program that is told what happens is given, and what its step answers."""

from dataclasses import dataclass
from datetime import datetime

from domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class WebhookOrder:
    """Which program."""

    account_id: AccountId
    endpoint_id: str


@dataclass(frozen=True, slots=True)
class WebhookRound:
    """When something is due next; None when nothing waits."""

    next_at: datetime | None
