"""E-mail addresses of people who sign in: how one is spelled, and whose name stands behind its @."""

import re
from typing import Final

LONGEST: Final = 254  # RFC 5321, section 4.5.3.1.3
SPELLING: Final = r"^[^@\s]{1,64}@[^@\s]+\.[^@\s]+$"


def is_email(text: str) -> bool:
    """Whether this may be one; whoever has it is not asked."""
    return len(text) <= LONGEST and re.fullmatch(SPELLING, text) is not None


def domain_of(email: str) -> str:
    """What stands behind its @, in small letters; empty for what is no address."""
    return email.rpartition("@")[2].casefold() if is_email(email) else ""
