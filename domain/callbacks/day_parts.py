"""What parts of the day stand for, in minutes of the local day. All chosen by feel, within what most people mean."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Window:
    """From lo to hi (both included), best at `at`; minutes of one local day. open_end: hi is only polite."""

    lo: int
    at: int
    hi: int
    open_end: bool = False


def _window(lo: str, at: str, hi: str) -> Window:
    first, best, last = (int(one[:-3]) * 60 + int(one[-2:]) for one in (lo, at, hi))
    return Window(first, best, last)


ANY_TIME: Final = _window("8:00", "10:00", "20:00")
ANY_TIME_TODAY: Final = _window("8:00", "10:00", "20:30")
WAKING: Final = (8 * 60, 21 * 60)
"""An hour without am or pm is looked for in these minutes (the last excluded)."""
LATEST: Final = 20 * 60 + 30
"""How late "after six" may become."""

PARTS: Final = {
    "morning": _window("8:00", "10:00", "12:00"),
    "early_morning": _window("8:00", "9:00", "10:00"),
    "late_morning": _window("10:30", "11:00", "12:00"),
    "first_thing": _window("8:00", "9:00", "10:00"),
    "noon": _window("12:00", "12:00", "12:00"),
    "midday": _window("12:00", "12:30", "13:30"),
    "before_lunch": _window("9:00", "10:30", "12:15"),
    "after_lunch": _window("12:30", "13:30", "15:00"),
    "afternoon": _window("12:00", "15:00", "18:00"),
    "dopahar": _window("12:00", "13:30", "16:00"),
    "shaam": _window("16:00", "17:30", "20:00"),
    "early_afternoon": _window("12:00", "13:30", "15:00"),
    "late_afternoon": _window("16:00", "17:00", "18:30"),
    "end_of_day": _window("15:00", "16:30", "17:30"),
    "by_end_of_day": _window("8:00", "16:00", "17:30"),
    "after_lunch_late": _window("15:00", "16:00", "17:30"),
    "after_school": _window("15:00", "16:00", "17:30"),
    "after_work": _window("17:00", "18:00", "20:00"),
    "before_work": _window("7:00", "8:00", "9:00"),
    "after_breakfast": _window("8:30", "9:30", "10:30"),
    "before_dinner": _window("16:00", "17:30", "18:30"),
    "after_dinner": _window("18:30", "19:30", "21:00"),
    "dinner": _window("18:00", "18:30", "20:00"),
    "evening": _window("17:00", "18:00", "21:00"),
    "early_evening": _window("17:00", "17:30", "19:00"),
    "late_evening": _window("19:00", "20:00", "21:30"),
    "night": _window("18:00", "19:00", "22:00"),
    "midnight": _window("0:00", "0:00", "0:00"),
    "working_hours": _window("9:00", "10:00", "17:00"),
}
"""A part's name in the lexicons -> when it is."""

HALVES: Final = {
    "morning": (0, 12 * 60), "early_morning": (0, 12 * 60), "late_morning": (0, 12 * 60),
    "first_thing": (0, 12 * 60), "before_lunch": (0, 13 * 60), "before_work": (0, 12 * 60),
    "after_breakfast": (0, 12 * 60), "noon": (12 * 60, 13 * 60 - 1), "midday": (11 * 60, 14 * 60),
    "after_lunch": (12 * 60, 18 * 60), "after_lunch_late": (12 * 60, 20 * 60), "afternoon": (12 * 60, 20 * 60), "early_afternoon": (12 * 60, 18 * 60),
    "late_afternoon": (12 * 60, 20 * 60), "evening": (12 * 60, 24 * 60 - 1), "early_evening": (12 * 60, 24 * 60 - 1),
    "late_evening": (12 * 60, 24 * 60 - 1), "night": (17 * 60, 24 * 60 - 1), "dinner": (12 * 60, 24 * 60 - 1),
    "after_dinner": (12 * 60, 24 * 60 - 1), "after_work": (12 * 60, 24 * 60 - 1), "after_school": (12 * 60, 20 * 60),
    "before_dinner": (12 * 60, 20 * 60), "end_of_day": (12 * 60, 20 * 60), "by_end_of_day": (0, 20 * 60),
    "dopahar": (11 * 60, 17 * 60), "shaam": (15 * 60, 22 * 60), "working_hours": (7 * 60, 19 * 60),
}  # fmt: skip
"""In which minutes a clock time lies that is named together with a part ("three in the afternoon")."""

SHADED: Final = {
    ("early", "morning"): "early_morning", ("late", "morning"): "late_morning", ("mid", "morning"): "morning",
    ("early", "afternoon"): "early_afternoon", ("late", "afternoon"): "late_afternoon",
    ("mid", "afternoon"): "afternoon", ("early", "evening"): "early_evening", ("late", "evening"): "late_evening",
    ("late", "night"): "late_evening", ("early", "night"): "early_evening",
}  # fmt: skip
"""Parts that "early" and "late" narrow; any other with them stays as it is."""
