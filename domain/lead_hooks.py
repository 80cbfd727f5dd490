"""Hooks by which other people's programs add leads to one campaign: how they prove who they are, and within which bounds."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

MOST_LEADS: Final = 100
"""Of one message."""

TOLERANCE: Final = timedelta(minutes=5)
"""How far a signed message's moment may lie from ours: what was caught is worth nothing for longer (Standard Webhooks)."""

KNOWN_FOR: Final = timedelta(days=30)
"""How long a message's id is known: senders repeat theirs for days, each time with another moment."""

_LONGEST: Final = 11  # digits of a moment


class HookProof(StrEnum):
    """How a program proves that it is the one: by a signature of each message, or, if it cannot sign, by the secret itself."""

    SIGNATURE = "signature"
    SECRET = "secret"  # nosec B105: how it is proved, not a secret


def signed_at(written: str, now: datetime) -> datetime | None:
    """The moment of a signed message, written in seconds since 1970; None for none, and for one that is too far from now."""
    if not (written.isascii() and written.isdigit() and len(written) <= _LONGEST):
        return None
    at = datetime.fromtimestamp(int(written), UTC)
    return at if abs(at - now) <= TOLERANCE else None
