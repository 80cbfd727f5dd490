"""What somebody may want with their words, who heard it, and how sure they are; domain.language.decision decides what follows."""

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """What words want. What people want of the business first, then what they want of the conversation."""

    OPT_OUT = "opt_out"
    KEEP = "keep"
    PREFERENCE = "preference"
    WRONG_NUMBER = "wrong_number"
    CALLBACK = "callback"
    FOLLOW_UP = "follow_up"
    INTERESTED = "interested"
    NOT_INTERESTED = "not_interested"
    LEAVE = "leave"
    ROBOT_QUESTION = "robot_question"
    OTHER = "other"


class Listener(StrEnum):
    """Who heard it: phrases that are certain, the classifier of wordings, the call's language model."""

    RULES = "rules"
    CLASSIFIER = "classifier"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Finding:
    """One listener's answer. evidence: the person's own sentence; confidence: 0 to 1."""

    intent: Intent
    listener: Listener
    evidence: str
    confidence: float


class Demand(StrEnum):
    """How surely somebody demands that nobody calls again: not at all, so likely that it is asked about, certainly."""

    NONE = "none"
    LIKELY = "likely"
    CERTAIN = "certain"
