"""Days on which nobody is called: public holidays of a country and its regions, and the weekly days of rest.

Where the region is not known, a day that is closed in any region the person may live in is closed (the strictest).
Holidays, observed ones included, and weekends are those of the `holidays` library; weekends also those of CLDR.
"""

from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from typing import Final

import holidays as holiday_calendars

from domain.place_names import WEEKENDS
from domain.places import zones_of_state
from domain.time_zone_names import shows_same_time

_CALENDARS: Final = holiday_calendars.list_supported_countries(include_aliases=False)
# The calendars look a year ahead and back.
_YEARS: Final = frozenset(range(MINYEAR + 1, MAXYEAR))


def has_calendar(country: str) -> bool:
    """Whether the public holidays of this country are known."""
    return country in _CALENDARS


def public_holidays(
    country: str, state: str, years: Iterable[int], zones: tuple[str, ...] = ()
) -> frozenset[date]:
    """The public holidays of these years in a state, by code; in every state there may be, where it is not known.

    zones: where the person may live; a state that keeps no clock of theirs is not theirs. Empty for any zone.
    """
    return _union(country, state, tuple(sorted({*years} & _YEARS)), zones)


@lru_cache(maxsize=4_096)
def _union(country: str, state: str, years: tuple[int, ...], zones: tuple[str, ...]) -> frozenset[date]:
    regions = _regions(country, state, zones)
    return frozenset[date]().union(*(_holidays(country, region, years) for region in regions))


def _regions(country: str, state: str, zones: tuple[str, ...]) -> tuple[str, ...]:
    """The regions whose calendars count; "" is the whole country's."""
    if country not in _CALENDARS:
        return ()
    regions = _CALENDARS[country]
    if state in regions:
        return (state,)
    return ("", *(region for region in regions if _may_be_in(country, region, zones)))


def _may_be_in(country: str, region: str, zones: tuple[str, ...]) -> bool:
    own = zones_of_state(country, region)
    if not zones or not own:
        return True
    return any(shows_same_time(zone, other) for zone in zones for other in own)


@lru_cache(maxsize=4_096)
def _holidays(country: str, region: str, years: tuple[int, ...]) -> frozenset[date]:
    calendar = holiday_calendars.country_holidays(country, subdiv=region or None, years=list(years))
    return frozenset(calendar)


_SATURDAY, _SUNDAY = 5, 6
# Rest days that the libraries do not know. Nepal's weekly holiday is Saturday (as known in November 2026).
_OTHER_WEEKENDS: Final[dict[str, frozenset[int]]] = {"NP": frozenset({_SATURDAY})}
# States that rest on other days than their country: Kedah, Kelantan, Terengganu (Malaysia, as of January 2025).
_WEEKENDS_OF_STATES: Final[dict[str, dict[str, frozenset[int]]]] = {
    "MY": dict.fromkeys(("02", "03", "11"), frozenset({4, 5}))
}


@lru_cache(maxsize=1_024)
def rest_days(country: str, state: str = "") -> frozenset[int]:
    """The weekdays (0 is Monday) on which nobody is called in a country; Sunday where nothing is known.

    A weekend of Saturday and Sunday leaves Saturday; any other is kept whole, and so is what two sources say differently.
    """
    of_states = _WEEKENDS_OF_STATES.get(country, {})
    if state in of_states:
        return of_states[state]
    weekends = [
        _OTHER_WEEKENDS.get(country),
        frozenset(WEEKENDS.get(country, ())),
        _weekend_of_calendar(country),
        *(() if state else of_states.values()),
    ]
    told = [_without_half_day(weekend) for weekend in weekends if weekend]
    return frozenset[int]().union(*told) or frozenset({_SUNDAY})


def _weekend_of_calendar(country: str) -> frozenset[int]:
    if country not in _CALENDARS:
        return frozenset()
    return frozenset(holiday_calendars.country_holidays(country).weekend)


def _without_half_day(weekend: frozenset[int]) -> frozenset[int]:
    return frozenset({_SUNDAY}) if weekend == {_SATURDAY, _SUNDAY} else weekend
