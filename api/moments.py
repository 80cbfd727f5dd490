"""Moments that a caller may choose: after now, and not so far away that nobody will be there to want it."""

from datetime import datetime, timedelta
from typing import Final

from domain.errors import InvalidInput

FARTHEST: Final = timedelta(days=2 * 365)


def check_moment(at: datetime, now: datetime, pointer: str = "/at") -> None:
    """Raises InvalidInput for a moment that has passed, or is more than two years away."""
    if at <= now:
        raise InvalidInput("This moment has passed; choose a later one.", pointer=pointer, code="past")
    if at > now + FARTHEST:
        raise InvalidInput(
            "This moment is more than two years away; choose an earlier one.", pointer=pointer, code="too_far"
        )
