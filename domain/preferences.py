"""How somebody wants to be contacted: at which hours, in writing instead of calls, how often at most.

A preference is no opt-out: it is kept with the person, and honoured by the rule that decides about every contact
(contactability.py). What was said and not understood is kept as well, has no effect, and is shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final, Self

from domain.calling_hours import WeeklyHours, Window, minute_of_day
from domain.errors import InvalidInput


class PreferenceKind(StrEnum):
    """What the wish is about. Of each kind the last one holds."""

    WHEN = "when"
    WRITING = "writing"
    HOW_OFTEN = "how_often"


class WritingChannel(StrEnum):
    """By which way somebody wants to be written to."""

    SMS = "sms"
    WHATSAPP = "whatsapp"
    EMAIL = "email"


class PreferenceSource(StrEnum):
    """By which way we know of it."""

    SAID_ON_CALL = "said_on_call"
    TEXT_MESSAGE = "sms"
    OPERATOR = "api"


@dataclass(frozen=True, slots=True)
class PreferenceValue:
    """What is wished. hours: on the person's clock, of WHEN; channels: of WRITING, empty for any; gap: between two talks,
    of HOW_OFTEN. hours and gap are None where it was not understood: such a preference has no effect.
    """

    kind: PreferenceKind
    hours: WeeklyHours | None = None
    channels: tuple[WritingChannel, ...] = ()
    gap: timedelta | None = None

    @property
    def has_effect(self) -> bool:
        """Whether it is understood, and so honoured."""
        return self.kind is PreferenceKind.WRITING or self.hours is not None or self.gap is not None


@dataclass(frozen=True, slots=True)
class SaidPreference:
    """A preference with its evidence: the person's own words, and when they said them (a moment with a zone)."""

    value: PreferenceValue
    phrase: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Preferences:
    """Those that hold for one person. writing: the channels that are wished for instead of calls, empty for any; None: calls are well."""

    hours: WeeklyHours | None = None
    writing: tuple[WritingChannel, ...] | None = None
    gap: timedelta | None = None

    def holds(self, kind: PreferenceKind) -> bool:
        """Whether there is one of this kind."""
        return {
            PreferenceKind.WHEN: self.hours,
            PreferenceKind.WRITING: self.writing,
            PreferenceKind.HOW_OFTEN: self.gap,
        }[kind] is not None

    @classmethod
    def of(cls, values: Iterable[PreferenceValue]) -> Self:
        """What these come to, at most one of each kind; those that are not understood have no effect."""
        by_kind = {value.kind: value for value in values}
        when, often = by_kind.get(PreferenceKind.WHEN), by_kind.get(PreferenceKind.HOW_OFTEN)
        writing = by_kind.get(PreferenceKind.WRITING)
        return cls(
            hours=None if when is None else when.hours,
            writing=None if writing is None else writing.channels,
            gap=None if often is None else often.gap,
        )


NO_PREFERENCES: Final = Preferences()
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def hours_as_text(hours: WeeklyHours) -> dict[str, list[str]]:
    """Weekday ("mon") -> windows ("09:00-12:00"); days without any are left out."""
    return {
        day: [one.shown for one in windows] for day, windows in zip(_DAYS, hours.days, strict=True) if windows
    }


def hours_of_text(days: Mapping[str, list[str]]) -> WeeklyHours:
    """The hours as they were written by hours_as_text. Raises InvalidInput for what is none, or leaves no hour."""
    unknown = set(days) - set(_DAYS)
    if unknown:
        raise InvalidInput(f"Days are {', '.join(_DAYS)}, not {', '.join(sorted(unknown))}.", pointer="hours")
    hours = WeeklyHours(tuple(tuple(sorted(map(_window, days.get(day, ())))) for day in _DAYS))
    if hours.never:
        raise InvalidInput("These hours leave no moment.", pointer="hours", code="never")
    return hours


def value_as_json(value: PreferenceValue) -> dict[str, object]:
    """The value without its kind, as it is kept: nothing where it is not understood."""
    kept: dict[str, object] = {}
    if value.hours is not None:
        kept["hours"] = hours_as_text(value.hours)
    if value.channels:
        kept["channels"] = [str(channel) for channel in value.channels]
    if value.gap is not None:
        kept["gap_seconds"] = value.gap.total_seconds()
    return kept


def value_of_json(kind: PreferenceKind, kept: Mapping[str, Any]) -> PreferenceValue:
    """What value_as_json kept. Raises InvalidInput for hours that cannot be read."""
    return PreferenceValue(
        kind,
        hours=hours_of_text(kept["hours"]) if "hours" in kept else None,
        channels=tuple(WritingChannel(name) for name in kept.get("channels", ())),
        gap=timedelta(seconds=kept["gap_seconds"]) if "gap_seconds" in kept else None,
    )


def _window(text: str) -> Window:
    opens, _, closes = text.partition("-")
    window = Window(minute_of_day(opens), minute_of_day(closes))
    if window.opens >= window.closes:
        raise InvalidInput(f'Hours are written "09:00-12:00", not {text!r}.', pointer="hours")
    return window
