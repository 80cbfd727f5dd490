"""From days as they were named to dates of the calendar, in the person's own time."""

from datetime import date, timedelta
from typing import Final

from domain.callbacks.holidays import holiday_dates
from domain.callbacks.items import Day, DayKind

FARTHEST: Final = 400
"""Days ahead that are looked at; whatever is farther away is no promise that can be kept."""
_FEAST_AHEAD: Final = 300
"""Days: a feast that is farther away has just been, and another is perhaps meant."""


def dates_of(day: Day, today: date, *, next_skips_this_week: bool) -> list[date]:
    """The dates that a day may be, in order, none of them over; the first that fits is meant where one day is.

    next_skips_this_week: whether "next Friday" is the one of next week however near this week's is.
    """
    ahead = _Calendar(today, next_skips_this_week).of(day)
    return [on for on in ahead if 0 <= (on - today).days <= FARTHEST]


class _Calendar:
    def __init__(self, today: date, next_skips_this_week: bool) -> None:
        self.today = today
        self.monday = today - timedelta(days=today.weekday())
        self.next_skips = next_skips_this_week

    def _day(self, ahead: int) -> date:
        return self.today + timedelta(days=ahead)

    def _from_to(self, first: date, last: date) -> list[date]:
        return [first + timedelta(days=step) for step in range((last - first).days + 1)]

    def of(self, day: Day) -> list[date]:
        """All dates, past ones too where they are whole weeks or months."""
        match day.kind:
            case DayKind.RELATIVE:
                return [self._day(day.n)]
            case DayKind.WEEKDAY:
                return self._weekdays(day)
            case DayKind.DATE:
                return self._dates(day)
            case DayKind.HOLIDAY:
                return self._holiday(day)
            case DayKind.WEEK:
                return self._week(day)
            case DayKind.WORKDAYS:
                return [on for on in self._from_to(self._day(1), self._day(14)) if on.weekday() < 5]
            case DayKind.WEEKEND:
                return self._weekend(day)
            case DayKind.MONTH:
                return self._month(day)
            case DayKind.YEAR:
                return self._year(day)
            case DayKind.AHEAD:
                return self._from_to(self._day(day.n), self._day(day.m))
            case DayKind.MONTHS_AHEAD:
                middle = self._months_on(day.n)
                give = timedelta(days=day.m)
                return self._from_to(middle - give, middle + give)
        return self._beside(day)

    def _beside(self, day: Day) -> list[date]:
        """What is told by another day."""
        base = self._first(day.base)
        if not base:
            return []
        match day.kind:
            case DayKind.SHIFTED:
                return [on + timedelta(days=day.n) for on in base]
            case DayKind.NTH:
                first = base[0].replace(day=1)
                nth = first + timedelta(days=(day.n - first.weekday()) % 7 + 7 * (day.m - 1))
                return [nth] if nth.month == first.month else []
            case DayKind.NEAREST:
                away = day.m * ((day.m * (day.n - base[0].weekday()) - 1) % 7 + 1)
                return [base[0] + timedelta(days=away)]
            case DayKind.RANGE:
                other = [on for on in (self.of(day.other) if day.other else []) if on >= base[0]]
                return self._between(day, base[0], other[0]) if other else []
            case DayKind.AFTER:
                first = base[-1] + timedelta(days=1)
                return self._from_to(first, first + timedelta(days=self._how_long(day)))
            case DayKind.FROM:
                return self._from_to(base[0], base[0] + timedelta(days=max(1, self._how_long(day) - 1)))
            case DayKind.BEFORE:
                is_end = day.base is not None and day.base.shade == "late"  # "before the end of the week"
                return self._from_to(self.today, base[-1] if is_end else base[0] - timedelta(days=1))
            case DayKind.BY:
                return self._from_to(self.today, base[-1])
        return []

    def _between(self, day: Day, first: date, last: date) -> list[date]:
        """Both ends included, but for feasts: "between Christmas and New Year" is on neither."""
        apart = [one is not None and one.kind is DayKind.HOLIDAY for one in (day.base, day.other)]
        return self._from_to(first + timedelta(days=apart[0]), last - timedelta(days=apart[1]))

    def _how_long(self, day: Day) -> int:
        """How many days beyond "after Monday" still keep it."""
        assert day.base is not None
        match day.base.kind:
            case DayKind.HOLIDAY:
                return 14
            case DayKind.WEEKEND | DayKind.WEEKDAY | DayKind.RELATIVE:
                return 1
        return 6

    def _first(self, day: Day | None) -> list[date]:
        """The first single day that is meant, or all of a longer one."""
        if day is None:
            return []
        found = [on for on in self.of(day) if on >= self.today]
        return found[:1] if day.is_point else found

    def _weekdays(self, day: Day) -> list[date]:
        if day.name == "this" and day.n == self.today.weekday():
            return [self.today]
        coming = self._day((day.n - self.today.weekday() - 1) % 7 + 1)
        if day.m:  # "next": said of this week's only where the language does, and never of tomorrow
            next_week = coming if (coming - self.monday).days >= 7 else coming + timedelta(days=7)
            coming = next_week if self.next_skips or (coming - self.today).days <= 1 else coming
        return [coming + timedelta(days=7 * step) for step in range(FARTHEST // 7)]

    def _dates(self, day: Day) -> list[date]:
        found = []
        for step in range(14):
            year, month = divmod(self.today.month - 1 + step, 12)
            if day.m in (0, month + 1) and day.year in (0, self.today.year + year):
                on = _possible(self.today.year + year, month + 1, day.n)
                if on is not None and (on > self.today or (on == self.today and day.m)):
                    found.append(on)
        return found if day.m else found[:1]

    def _holiday(self, day: Day) -> list[date]:
        if day.name == "holidays":
            found = [holiday_dates("christmas_eve", self.today), holiday_dates("new_year", self.today)]
            return self._from_to(found[0][0], found[1][-1]) if found[0][0] < found[1][-1] else []
        return [on for on in holiday_dates(day.name, self.today) if (on - self.today).days < _FEAST_AHEAD]

    def _week(self, day: Day) -> list[date]:
        monday = self.monday + timedelta(days=7 * day.n)
        if day.base is not None:
            holding = self._first(day.base)
            if not holding:
                return []
            monday = holding[0] - timedelta(days=holding[0].weekday() - 7 * day.n)
        whole = self._from_to(monday, monday + timedelta(days=6))
        if monday == self.monday:
            whole = [
                on for on in whole if on >= self.today + timedelta(days=1 if day.shade == "later" else 0)
            ]
        parts = {
            "early": (0, 1),
            "mid": (2,),
            "late": (3, 4),
            "later": (2, 3, 4) if day.n else (0, 1, 2, 3, 4),
        }
        shaded = [on for on in whole if on.weekday() in parts.get(day.shade, range(7))]
        return shaded or whole

    def _weekend(self, day: Day) -> list[date]:
        holding = self._first(day.base) if day.base is not None else [self.monday]
        if not holding:
            return []
        saturday = holding[0] + timedelta(days=5 - holding[0].weekday() + 7 * day.n)
        return self._from_to(saturday, saturday + timedelta(days=1))

    def _month(self, day: Day) -> list[date]:
        first = self.today.replace(day=1)
        steps = day.n if not day.m else (day.m - first.month) % 12
        first = _months_on(first, steps)
        last = _months_on(first, 1) - timedelta(days=1)
        whole = self._from_to(first, last)
        parts = {"early": whole[:7], "mid": whole[11:18], "late": whole[-7:], "later": whole[-15:]}
        chosen = [on for on in parts.get(day.shade, whole) if on >= self.today]
        return chosen[1:] if len(chosen) > 1 and chosen[0] == self.today else chosen

    def _year(self, day: Day) -> list[date]:
        year = self.today.year + day.n
        first, last = date(year, 1, 1), date(year, 12, 31)
        if day.shade in ("early", "later", "late", "mid"):
            first, last = {
                "early": (first, date(year, 2, 15)),
                "mid": (date(year, 6, 1), date(year, 7, 31)),
            }.get(day.shade, (date(year, 11, 1), last))
        return self._from_to(max(first, self.today + timedelta(days=1)), last)

    def _months_on(self, months: int) -> date:
        first = _months_on(self.today.replace(day=1), months)
        last = _months_on(first, 1) - timedelta(days=1)
        return min(last, first + timedelta(days=self.today.day - 1))


def _months_on(first: date, months: int) -> date:
    """The first of the month so many months on."""
    year, month = divmod(first.month - 1 + months, 12)
    return date(first.year + year, month + 1, 1)


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
