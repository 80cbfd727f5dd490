"""What words about when come to: a moment, a question, or nothing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Unclear(StrEnum):
    """What would have to be asked."""

    DAY = "day"
    TIME = "time"
    ZONE = "zone"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Moment:
    """When they want to be called (UTC, after now); every moment from earliest to latest keeps what was said."""

    at: datetime
    earliest: datetime
    latest: datetime
    phrase: str
    why: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Something was said about when, and not surely understood."""

    unclear: Unclear
    phrase: str
    why: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing was said about when."""

    phrase: str
    why: str = "Nothing was said about when."


Answer = Moment | Ask | Nothing


@dataclass(frozen=True, slots=True)
class AgreedCallback:
    """A moment that was read back on a call and agreed to: the moments (UTC) of the answer it was read from, and when it was agreed to."""

    at: datetime
    earliest: datetime
    latest: datetime
    agreed_at: datetime
