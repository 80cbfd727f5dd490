"""Feasts that people name as dates."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], date]:
    """The nth such weekday of the month; the last one for -1."""

    def of(year: int) -> date:
        if nth > 0:
            first = date(year, month, 1)
            return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)

    return of


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Gauss, as completed by Meeus and others)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, centuries = century // 4, century % 4
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * centuries + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


# Diwali's main day follows the moon; from published calendars, India.
_DIWALI: Final = {
    2025: (10, 20), 2026: (11, 8), 2027: (10, 29), 2028: (10, 17), 2029: (11, 5), 2030: (10, 26), 2031: (11, 14),
    2032: (11, 2), 2033: (10, 22), 2034: (11, 10), 2035: (10, 30),
}  # fmt: skip
_HOLI: Final = {
    2026: (3, 4), 2027: (3, 22), 2028: (3, 11), 2029: (3, 1), 2030: (3, 20), 2031: (3, 9), 2032: (3, 27),
}  # fmt: skip


def _by_table(table: dict[int, tuple[int, int]]) -> Callable[[int], date | None]:
    def of(year: int) -> date | None:
        return date(year, *table[year]) if year in table else None

    return of


HOLIDAYS: Final[dict[str, Callable[[int], date | None]]] = {
    "christmas": _fixed(12, 25),
    "christmas_eve": _fixed(12, 24),
    "boxing_day": _fixed(12, 26),
    "new_years_eve": _fixed(12, 31),
    "new_year": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "thanksgiving": _nth(11, 3, 4),
    "easter": easter,
    "good_friday": _from_easter(-2),
    "easter_monday": _from_easter(1),
    "pentecost": _from_easter(49),
    "carnival": _from_easter(-47),
    "halloween": _fixed(10, 31),
    "all_saints": _fixed(11, 1),
    "valentines": _fixed(2, 14),
    "independence_day": _fixed(7, 4),
    "bastille_day": _fixed(7, 14),
    "labor_day": _nth(9, 0, 1),
    "memorial_day": _nth(5, 0, -1),
    "diwali": _by_table(_DIWALI),
    "holi": _by_table(_HOLI),
}


def holiday_dates(name: str, today: date) -> tuple[date, ...]:
    """The feast's dates from today on, in this year and the next; none when they are not known."""
    found = (HOLIDAYS[name](year) for year in (today.year, today.year + 1))
    return tuple(on for on in found if on is not None and on >= today)
