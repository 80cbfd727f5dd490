"""How long a vendor offers something, and what takes its place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

WARNED_FOR: Final = timedelta(days=90)
"""From so long before an end on it is warned of: vendors announce most ends three to six months ahead."""


@dataclass(frozen=True, slots=True)
class Life:
    """ends_on: the first day without it, None while no end is announced; successor: what to use instead, by our
    judgement where the vendor's own recommendation cannot hold a telephone call."""

    ends_on: date | None = None
    successor: str = ""

    def is_over(self, today: date) -> bool:
        """Whether the vendor has stopped offering it."""
        return self.ends_on is not None and today >= self.ends_on

    def warning(self, name: str, today: date) -> str | None:
        """What to say about this name's end; None while that is far away or unknown."""
        if self.ends_on is None or self.ends_on - today > WARNED_FOR:
            return None
        ends = "was ended by its vendor on" if self.is_over(today) else "will be ended by its vendor on"
        instead = f"; use {self.successor} instead" if self.successor else ""
        return f"{name} {ends} {self.ends_on.isoformat()}{instead}."


UNENDING: Final = Life()


def living(name: str, life_of: Callable[[str], Life], today: date) -> str:
    """The name itself while it lives, else the first of its successors that does."""
    life = life_of(name)
    while life.is_over(today) and life.successor:
        name = life.successor
        life = life_of(name)
    return name
