"""What every CRM adapter offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.outcomes import TechnicalResult


@dataclass(frozen=True, slots=True)
class CrmContact:
    """The person as we know them; empty strings for what is unknown. number is E.164."""

    number: str
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class CrmCall:
    """One finished call; call_id is ours and makes repeated deliveries leave one record."""

    call_id: str
    at: datetime
    duration_ms: int
    from_number: str
    to_number: str
    result: TechnicalResult
    outcome: str
    summary: str


@dataclass(frozen=True, slots=True)
class CrmLink:
    """Where the CRM keeps the contact and the call."""

    contact_id: str
    call_record_id: str


class Crm(Protocol):
    """A customer relationship system."""

    async def record_call(self, contact: CrmContact, call: CrmCall) -> CrmLink:
        """Find or create the contact and keep exactly one record of this call.

        Safe to repeat. Raises ProviderUnavailable/ProviderThrottled (try again), ProviderRefused (never).
        """
        ...

    async def forget_person(self, links: Sequence[CrmLink], *, contact: bool) -> None:
        """Delete for good what our records of these calls say; contact: and whoever they were with, with all that is kept about them.

        Safe to repeat: what is gone already is no error. Raises as record_call does.
        """
        ...
