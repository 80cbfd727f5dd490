"""What we ask a person about being called: no more, when we are not sure that they want none, or again, and when."""

from dataclasses import dataclass
from enum import StrEnum


class StopQuestion(StrEnum):
    """Whether the person was asked if they want no more calls: never, OPEN until they answer, ANSWERED, or UNCLEAR since it
    seems so once more."""

    NEVER = "never"
    OPEN = "open"
    ANSWERED = "answered"
    UNCLEAR = "unclear"


class Settled(StrEnum):
    """How far a wish to be called again is: something is DUE to be said of it, the answer is OPEN, it is AGREED on or UNCLEAR."""

    DUE = "due"
    OPEN = "open"
    AGREED = "agreed"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Promise:
    """A wish to be called again. phrase: the person's words; question: what we say of it; when: the moment it means, as we say it,
    empty while it is unclear; ends_call: the call is to end once it is settled; asked: how often we have asked."""

    phrase: str
    question: str
    when: str
    settled: Settled = Settled.DUE
    ends_call: bool = False
    asked: int = 1
