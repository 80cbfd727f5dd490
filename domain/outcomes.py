"""What became of a call, on two axes: the technical result and the business outcome, each value with behaviour flags.

A script may add outcomes of its own (domain/own_outcomes.py); what is kept of a call names them like the built-in ones.
Which one a call has: result_rules.py (technical), language/verdicts.py (business).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class TechnicalResult(StrEnum):
    """How an attempt ended on the line."""

    TALKED = "talked"
    HUNG_UP_EARLY = "hung_up_early"
    NO_RESPONSE = "no_response"
    VOICEMAIL_LEFT = "voicemail_left"
    VOICEMAIL_SILENT = "voicemail_silent"
    BUSY = "busy"
    NO_ANSWER = "no_answer"
    INVALID_NUMBER = "invalid_number"
    NUMBER_UNAVAILABLE = "number_unavailable"
    UNWANTED = "unwanted"
    CARRIER_FAILED = "carrier_failed"
    CONVERSATION_LOST = "conversation_lost"
    VENDOR_FAILED = "vendor_failed"
    UNCONFIRMED = "unconfirmed"
    CANCELLED = "cancelled"
    NEVER_DIALLED = "never_dialled"
    WRITING_WANTED = "writing_wanted"


class BusinessOutcome(StrEnum):
    """What the person wants, with NONE for nothing said."""

    INTERESTED = "interested"
    NOT_INTERESTED = "not_interested"
    FOLLOW_UP = "follow_up"
    CALLBACK = "callback"
    OPT_OUT = "opt_out"
    WRONG_NUMBER = "wrong_number"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ResultFlags:
    """What a technical result means for retries and statistics.

    definite: the attempt reached a definite end without our fault; answered: somebody or something picked up;
    person: a person was on the line; retryable: another attempt can make sense (the retry matrix decides).
    """

    definite: bool
    answered: bool
    person: bool
    retryable: bool


@dataclass(frozen=True, slots=True)
class OutcomeFlags:
    """What an outcome means: stop calling this lead; never contact the number again; counts as a success.

    retries: another attempt follows, though we talked; follows_up: something is to be sent, by the rules for follow_up.
    """

    final: bool
    suppresses: bool
    success: bool
    retries: bool = False
    follows_up: bool = False

    @property
    def leaves_promise(self) -> bool:
        """Whether a call that was agreed on stays agreed on beside it: whoever refuses takes it back."""
        return not self.suppresses and (not self.final or self.success or self.retries or self.follows_up)


RESULT_FLAGS: Final[dict[TechnicalResult, ResultFlags]] = {
    TechnicalResult.TALKED: ResultFlags(definite=True, answered=True, person=True, retryable=False),
    TechnicalResult.HUNG_UP_EARLY: ResultFlags(definite=True, answered=True, person=True, retryable=True),
    TechnicalResult.NO_RESPONSE: ResultFlags(definite=True, answered=True, person=False, retryable=True),
    TechnicalResult.VOICEMAIL_LEFT: ResultFlags(definite=True, answered=True, person=False, retryable=True),
    TechnicalResult.VOICEMAIL_SILENT: ResultFlags(definite=True, answered=True, person=False, retryable=True),
    TechnicalResult.BUSY: ResultFlags(definite=True, answered=False, person=False, retryable=True),
    TechnicalResult.NO_ANSWER: ResultFlags(definite=True, answered=False, person=False, retryable=True),
    TechnicalResult.INVALID_NUMBER: ResultFlags(definite=True, answered=False, person=False, retryable=False),
    TechnicalResult.UNWANTED: ResultFlags(definite=True, answered=False, person=False, retryable=False),
    TechnicalResult.NUMBER_UNAVAILABLE: ResultFlags(
        definite=True, answered=False, person=False, retryable=True
    ),
    TechnicalResult.CARRIER_FAILED: ResultFlags(definite=False, answered=False, person=False, retryable=True),
    TechnicalResult.CONVERSATION_LOST: ResultFlags(
        definite=False, answered=True, person=False, retryable=True
    ),
    TechnicalResult.VENDOR_FAILED: ResultFlags(definite=False, answered=True, person=False, retryable=True),
    TechnicalResult.UNCONFIRMED: ResultFlags(definite=False, answered=False, person=False, retryable=True),
    TechnicalResult.CANCELLED: ResultFlags(definite=True, answered=False, person=False, retryable=False),
    TechnicalResult.NEVER_DIALLED: ResultFlags(definite=True, answered=False, person=False, retryable=False),
    TechnicalResult.WRITING_WANTED: ResultFlags(definite=True, answered=False, person=False, retryable=False),
}

OUTCOME_FLAGS: Final[Mapping[str, OutcomeFlags]] = {
    BusinessOutcome.INTERESTED: OutcomeFlags(final=True, suppresses=False, success=True),
    BusinessOutcome.NOT_INTERESTED: OutcomeFlags(final=True, suppresses=False, success=False),
    BusinessOutcome.FOLLOW_UP: OutcomeFlags(final=True, suppresses=False, success=True, follows_up=True),
    BusinessOutcome.CALLBACK: OutcomeFlags(final=False, suppresses=False, success=False),
    BusinessOutcome.OPT_OUT: OutcomeFlags(final=True, suppresses=True, success=False),
    BusinessOutcome.WRONG_NUMBER: OutcomeFlags(final=True, suppresses=True, success=False),
    BusinessOutcome.NONE: OutcomeFlags(final=False, suppresses=False, success=False),
}

_NOBODY_KNOWS: Final = OutcomeFlags(final=True, suppresses=False, success=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call came to: a built-in outcome, or one of its script's own, with what it means."""

    name: str
    flags: OutcomeFlags

    @classmethod
    def of(cls, name: str | None, own: OutcomeFlags | None = None) -> "Outcome":
        """The outcome of this name, None for none yet; own: the flags that came with one of a script's own.

        A built-in outcome means what it always does. Of a name without flags nobody knows how to go on: it is final.
        """
        known = name or BusinessOutcome.NONE
        return cls(known, OUTCOME_FLAGS.get(known) or own or _NOBODY_KNOWS)
