"""What we ask a person about being called again: whether we understood when."""

from dataclasses import dataclass
from enum import StrEnum


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

    @property
    def is_doubtful(self) -> bool:
        """They did not agree to what was read back, or corrected it and were not heard to agree: nobody is called on it."""
        return self.settled is Settled.UNCLEAR or (self.settled is Settled.OPEN and self.asked > 1)
