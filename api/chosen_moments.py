"""Moments that a caller may choose: after now, and not so far away that nobody will be there to want it."""

from datetime import datetime

from domain.errors import InvalidInput
from domain.moment_limits import is_within_reach


def check_moment(at: datetime, now: datetime, pointer: str = "/at") -> None:
    """Raises InvalidInput for a moment that has passed, or is more than two years away."""
    if at <= now:
        raise InvalidInput("This moment has passed; choose a later one.", pointer=pointer, code="past")
    if not is_within_reach(at, now):
        raise InvalidInput(
            "This moment is more than two years away; choose an earlier one.", pointer=pointer, code="too_far"
        )
