"""The simulated world's clocks: the event loop's for measuring, one of the calendar for what vendors write.

What sleeps and what measures go by one clock, so that a loop whose clock stands still takes the whole world with it.
"""

import asyncio
import time
from datetime import UTC, date, datetime
from email.utils import format_datetime


def now_seconds() -> float:
    """Seconds on the running event loop's clock; on the process's monotonic one, which a loop's usually is, without a loop."""
    try:
        return asyncio.get_running_loop().time()
    except RuntimeError:
        return time.monotonic()


def now_ms() -> float:
    """Milliseconds on that clock, which is the journal's."""
    return now_seconds() * 1000


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
