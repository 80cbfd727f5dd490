"""The second factor: codes of an authenticator that both sides derive from a secret and the time (RFC 6238), and recovery codes."""

from datetime import datetime
from typing import Final

STEP_SECONDS: Final = 30
RECOVERY_CODES: Final = 10
_STEPS_OFF: Final = 1  # a telephone's clock, and how long it takes to type
_DIGITS: Final = 6


def steps_at(now: datetime) -> range:
    """The steps of time whose code is taken at this moment."""
    step = int(now.timestamp()) // STEP_SECONDS
    return range(step - _STEPS_OFF, step + _STEPS_OFF + 1)


def is_code(typed: str) -> bool:
    """Whether this is meant as a code of an authenticator, and not as a recovery code."""
    return len(typed) == _DIGITS and typed.isascii() and typed.isdigit()


def plain(typed: str) -> str:
    """A code as it was typed, without what people put between its signs."""
    return "".join(typed.split()).replace("-", "").lower()
