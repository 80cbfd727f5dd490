"""What is known of a person, kept sealed."""

from dataclasses import dataclass, field

import structlog

from database.sealing import CannotOpen, KeyRing
from domain.identifiers import AccountId, LeadId

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Person:
    """A lead's personal data. number is E.164; variables are the other columns, by lower-case name."""

    number: str
    name: str = ""
    email: str = ""
    variables: dict[str, str] = field(default_factory=dict)

    def script_values(self) -> dict[str, str]:
        """The values a script's variables are filled with: the columns plus name, first_name and email."""
        first_name = self.name.split(maxsplit=1)[0] if self.name else ""
        return {"name": self.name, "first_name": first_name, "email": self.email, **self.variables}


def number_to_show(sealed: bytes, account_id: AccountId, lead_id: LeadId, key_ring: KeyRing) -> str:
    """A lead's E.164 number, for people to know a call by; empty where it cannot be opened, which the log names.

    For pages of many: one row under a key that this process has not yet must not stop all the others.
    """
    try:
        return key_ring.open_record(sealed, account_id, Person).number
    except CannotOpen:
        log.error("lead.unreadable", lead_id=lead_id)
        return ""
