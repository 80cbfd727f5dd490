"""How often somebody may ask, and how each answer tells what is left (RateLimit header fields for HTTP, an IETF draft).

Counted over all processes: database/request_limits.py. Whoever runs the system has no limit; who signs in is counted by their network.
"""

import math
from collections.abc import Mapping
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from api.authentication import Principal
from api.errors import TooManyRequests
from database.request_limits import Allowance, Limits, take_request
from startup.settings import Settings

SIGNING_IN: Final = Limits(a_minute=20, burst=30, an_hour=300)
"""Requests of one network to the routes by which people sign in: an office behind one address, not a list of guesses."""


OF_ONESELF: Final = Limits(a_minute=20, burst=30, an_hour=200)
"""What a person asks about themselves is counted apart, so that nobody who has their token keeps them from ending its session."""


OF_A_HOOK: Final = Limits(a_minute=120, burst=120, an_hour=3_000)
"""Messages that a hook's program proved to be its own; each may have a hundred leads."""


AT_HOOKS: Final = Limits(a_minute=300, burst=600, an_hour=10_000)
"""Requests of one network to hooks, proven or not: automation tools send for many from the same few addresses."""


_OF_A_PERSON: Final = 3
_OF_A_PERSON_IN_AN_HOUR: Final = 12


def limits_of(settings: Settings, principal: Principal) -> Limits:
    """Of each key, or of a person: a screen asks for several things at once, and again for what changed while somebody looks."""
    minute, burst, hour = settings.requests_a_minute, settings.requests_burst, settings.requests_an_hour
    if principal.signed_in is None:
        return Limits(minute, burst, hour)
    return Limits(_OF_A_PERSON * minute, _OF_A_PERSON * burst, _OF_A_PERSON_IN_AN_HOUR * hour)


async def count_request(session: AsyncSession, actor: str, limits: Limits) -> dict[str, str]:
    """Count it; the header fields that tell what is left. Raises TooManyRequests with the same fields."""
    allowance = await take_request(session, actor, limits)
    told = told_in_headers(allowance, limits)
    if allowance.wait:
        raise TooManyRequests(math.ceil(allowance.wait), told)
    return told


def told_in_headers(allowance: Allowance, limits: Limits) -> dict[str, str]:
    """q: how many in so many seconds (w); r: how many more now; t: seconds until one more."""
    burst, hour = f'"burst";q={limits.burst};w=60', f'"hour";q={limits.an_hour};w=3600'
    left: Mapping[str, tuple[int, float]] = {
        "burst": (allowance.burst_left, allowance.burst_next),
        "hour": (allowance.hour_left, allowance.hour_next),
    }
    return {
        "RateLimit-Policy": f"{burst}, {hour}",
        "RateLimit": ", ".join(
            f'"{name}";r={more};t={math.ceil(seconds)}' for name, (more, seconds) in left.items()
        ),
    }
