"""Which moments can be meant: nobody plans a call, or reports one, years away."""

from datetime import datetime, timedelta
from typing import Final

REACH: Final = timedelta(days=2 * 366)  # chosen by feel: a yearly reminder fits, a slip of the year does not


def is_within_reach(moment: datetime, now: datetime) -> bool:
    """Whether the moment lies within two years of now, before or after; both carry a zone."""
    return abs(moment - now) <= REACH
