"""Named lists of numbers nobody may contact, such as a registry, and how old they may be. Their rows: database/suppression_lists.py.

A list that may not be older than it is holds every contact that it applies to, until it is refreshed; so does one that a campaign
requires and that has no numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from domain.campaigns import Purpose

REGISTRY_DAYS: Final = 31
"""How old a registry may be on the day of a call. Source: 47 CFR 64.1200(c)(2)(i)(D)."""


class ListKind(StrEnum):
    """Whose list it is: the account's own, or a registry, which has to be fetched again and again."""

    OWN = "own"
    REGISTRY = "registry"


@dataclass(frozen=True, slots=True)
class NamedList:
    """A list as it stands. channel: on which it forbids contacts, "all" for every one; category: for this purpose alone, None for any;
    as_of: the day of its numbers, None before it has any; max_age_days: how many days later it still holds, None for always.
    """

    id: str
    name: str
    channel: str = "all"
    category: Purpose | None = None
    as_of: date | None = None
    max_age_days: int | None = None

    def applies_to(self, channel: str, purpose: Purpose) -> bool:
        """Whether it says anything about such a contact."""
        return self.channel in ("all", channel) and self.category in (None, purpose)

    def is_stale(self, on: date) -> bool:
        """Whether it is older than it may be on that day, or has a limit and no numbers."""
        if self.max_age_days is None:
            return False
        return self.as_of is None or (on - self.as_of).days > self.max_age_days


def what_lists_lack(
    lists: Sequence[NamedList], required: Sequence[str], channel: str, purpose: Purpose, on: date
) -> Iterator[str]:
    """Why nobody is contacted so on that day, a sentence for each list. lists: the account's; required: ids of those without which the
    campaign contacts nobody, whatever they apply to.
    """
    for each in lists:
        if (each.is_stale(on) and (each.id in required or each.applies_to(channel, purpose))) or (
            each.as_of is None and each.id in required
        ):
            yield _told(each)
    if set(required) - {each.id for each in lists}:
        yield "A do-not-call list that the campaign requires has been removed."


def _told(stale: NamedList) -> str:
    if stale.as_of is None:
        return f"The do-not-call list {stale.name} has no numbers yet."
    return (
        f"The do-not-call list {stale.name} is of {stale.as_of}, and may be {stale.max_age_days} days old; it waits for "
        "a newer one."
    )
