"""The simulated world's clocks: one monotonic for measuring, one of the calendar for what vendors write."""

import time
from datetime import UTC, date, datetime
from email.utils import format_datetime


def now_ms() -> float:
    """Milliseconds on the process's monotonic clock, the journal's clock."""
    return time.monotonic_ns() / 1e6


def utc_now() -> datetime:
    """The time of day in UTC."""
    return datetime.now(UTC)


def utc_today() -> date:
    """The day in UTC, on which vendors end what they have announced."""
    return utc_now().date()


def iso_ms(moment: datetime | None) -> str | None:
    """2026-11-21T03:49:06.123Z"""
    return None if moment is None else moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def rfc2822(moment: datetime | None) -> str | None:
    """Sat, 21 Nov 2026 03:49:06 +0000, as Twilio writes times: whole seconds."""
    return None if moment is None else format_datetime(moment)
