"""What day and time it is for the person, as the model is told with each question to it. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.callbacks.spoken import english_date
from domain.calling_hours import zone_info
from domain.conversations import ConversationPlan

_MOST: Final = 4


def their_time(plan: ConversationPlan, now: datetime) -> tuple[str, ...]:
    """A note with the date and time on the person's clock, each of them where there are several; none where nobody knows."""
    told: dict[str, list[str]] = {}
    for zone in plan.zones:
        clock = zone_info(zone)
        if clock is not None:
            told.setdefault(_said(now.astimezone(clock)), []).append(zone)
    if not told:
        return ()
    if len(told) == 1:
        return (f"It is {next(iter(told))} where the person is.",)
    return (f"Where the person is, it is {_one_of(told, plan.lives_in)}.",)


def _one_of(told: dict[str, list[str]], lives_in: str | None) -> str:
    for when, zones in told.items():
        if lives_in in zones:
            return f"most likely {when} ({lives_in})"
    return " or ".join(f"{when} ({_named(zones)})" for when, zones in list(told.items())[:_MOST])


def _named(zones: Sequence[str]) -> str:
    return ", ".join(zones[:_MOST])


def _said(at: datetime) -> str:
    return f"{english_date(at)}, {at:%H:%M}"
