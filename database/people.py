"""What is known of a person, kept sealed."""

from dataclasses import dataclass, field

import structlog

from database.sealing import CannotOpen, KeyRing
from domain.identifiers import AccountId, LeadId
from domain.phone_numbers import masked

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Person:
    """A lead's personal data. number is E.164; variables are the other columns, by lower-case name; whereabouts of a lead that
    is held for its place: zone, country, state and postcode as its row says them.
    """

    number: str
    name: str = ""
    email: str = ""
    variables: dict[str, str] = field(default_factory=dict)
    whereabouts: dict[str, str] = field(default_factory=dict)

    def script_values(self) -> dict[str, str]:
        """The values a script's variables are filled with: the columns plus name, first_name and email."""
        first_name = self.name.split(maxsplit=1)[0] if self.name else ""
        return {"name": self.name, "first_name": first_name, "email": self.email, **self.variables}


def masked_number(sealed: bytes, account_id: AccountId, lead_id: LeadId, key_ring: KeyRing) -> str:
    """A lead's number as people know a call by it, masked; of one that cannot be opened no digit, and the log names it.

    For pages of many: one row under a key that this process has not yet must not stop all the others. Opened each time:
    a mask kept beside the seal would cost each imported row more than this costs each claimed lead (5 µs against 4).
    """
    try:
        return masked(key_ring.open_record(sealed, account_id, Person).number)
    except CannotOpen:
        log.error("lead.unreadable", lead_id=lead_id)
        return masked("")
