"""What we ask a person about being called again: whether at all, and whether we understood when.

It outlives the process that asked: a snapshot of the conversation holds it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.callbacks.answers import AgreedCallback, Moment


class StopQuestion(StrEnum):
    """Whether the person was asked if they want no more calls: never, OPEN until they answer, ANSWERED, or UNCLEAR since it
    seems so once more."""

    NEVER = "never"
    OPEN = "open"
    ANSWERED = "answered"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that may have been a demand, what became of our question about them, and when we put it."""

    question: StopQuestion = StopQuestion.NEVER
    words: str = ""
    asked_ms: int = 0


class Settled(StrEnum):
    """How far a wish to be called again is: something is DUE to be said of it, the answer is OPEN, it is AGREED on or UNCLEAR."""

    DUE = "due"
    OPEN = "open"
    AGREED = "agreed"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Promise:
    """A wish to be called again. phrase: the person's words; question: what we say of it; moment: what they mean, None while that is
    unclear; when: the same as we say it, empty while it is unclear; ends_call: the call is to end once it is settled; asked: how often
    we have asked; agreed_ms: when they agreed, in milliseconds of the call."""

    phrase: str
    question: str
    moment: Moment | None
    when: str
    settled: Settled = Settled.DUE
    ends_call: bool = False
    asked: int = 1
    agreed_ms: int = 0

    @property
    def is_doubtful(self) -> bool:
        """They did not agree to what was read back, or corrected it and were not heard to agree: nobody is called on it."""
        return self.settled is Settled.UNCLEAR or (self.settled is Settled.OPEN and self.asked > 1)

    def agreed(self, began_at: datetime) -> AgreedCallback | None:
        """The moment that they agreed to in a conversation that began then; None where they have not."""
        if self.settled is not Settled.AGREED or self.moment is None:
            return None
        moment = self.moment
        agreed_at = began_at + timedelta(milliseconds=self.agreed_ms)
        return AgreedCallback(moment.at, moment.earliest, moment.latest, agreed_at)
