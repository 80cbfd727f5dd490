"""What carriers say about a leg: ranked states, and the one table that maps every vendor's status.

A leg only ever moves to a higher rank. Events that come twice, late or in disorder have no higher one: they change
nothing but latency (design.md law 5).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.outcomes import TechnicalResult


class LegState(StrEnum):
    """Where a leg stands, in the order it passes through."""

    QUEUED = "queued"
    INITIATED = "initiated"
    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"

    @property
    def rank(self) -> int:
        """From 0; equal to domain.calls.LEG_RANKS where both name a state."""
        return _RANKS[self]


_RANKS: Final = {state: rank for rank, state in enumerate(LegState)}


class CallEventKind(StrEnum):
    """The kinds of leg events that are stored."""

    QUEUED = "leg.queued"
    INITIATED = "leg.initiated"
    RINGING = "leg.ringing"
    ANSWERED = "leg.answered"
    ENDED = "leg.ended"


class Vendor(StrEnum):
    """The carriers whose words are known."""

    TWILIO = "twilio"
    EXOTEL = "exotel"


@dataclass(frozen=True, slots=True)
class StatusMeaning:
    """What one vendor status means; result is set where it ends a leg that nobody answered."""

    kind: CallEventKind
    state: LegState
    result: TechnicalResult | None = None

    @property
    def rank(self) -> int:
        """The rank of the state it leads to."""
        return self.state.rank


def _ended(result: TechnicalResult | None = None) -> StatusMeaning:
    return StatusMeaning(CallEventKind.ENDED, LegState.ENDED, result)


_QUEUED: Final = StatusMeaning(CallEventKind.QUEUED, LegState.QUEUED)
_INITIATED: Final = StatusMeaning(CallEventKind.INITIATED, LegState.INITIATED)
_RINGING: Final = StatusMeaning(CallEventKind.RINGING, LegState.RINGING)
_ANSWERED: Final = StatusMeaning(CallEventKind.ANSWERED, LegState.ANSWERED)

# Twilio: voice call resource and status callbacks; "answered" is a callback event, whose CallStatus says in-progress.
# Exotel: Call.Status and StatusCallback's Status and EventType; both spell some words in two ways.
STATUS_MEANINGS: Final[Mapping[Vendor, Mapping[str, StatusMeaning]]] = {
    Vendor.TWILIO: {
        "queued": _QUEUED,
        "initiated": _INITIATED,
        "ringing": _RINGING,
        "answered": _ANSWERED,
        "in-progress": _ANSWERED,
        "completed": _ended(),
        "busy": _ended(TechnicalResult.BUSY),
        "no-answer": _ended(TechnicalResult.NO_ANSWER),
        "failed": _ended(TechnicalResult.CARRIER_FAILED),
        "canceled": _ended(TechnicalResult.CANCELLED),
    },
    Vendor.EXOTEL: {
        "queued": _QUEUED,
        "initiated": _INITIATED,
        "ringing": _RINGING,
        "answered": _ANSWERED,
        "in-progress": _ANSWERED,
        "completed": _ended(),
        "terminal": _ended(),
        "busy": _ended(TechnicalResult.BUSY),
        "no-answer": _ended(TechnicalResult.NO_ANSWER),
        "failed": _ended(TechnicalResult.CARRIER_FAILED),
        "canceled": _ended(TechnicalResult.CANCELLED),
        "cancelled": _ended(TechnicalResult.CANCELLED),
    },
}


def meaning_of(vendor: Vendor, status: str) -> StatusMeaning | None:
    """What a vendor's status means, in any case and with "_" for "-"; None for a word that is not known."""
    return STATUS_MEANINGS[vendor].get(status.strip().lower().replace("_", "-"))


def is_news(current_rank: int, event_rank: int) -> bool:
    """Whether an event of this rank moves a leg that stands at the current one (-1 for nothing heard yet)."""
    return event_rank > current_rank


def dedupe_key(vendor: Vendor, call_sid: str, status: str, sequence: str | int | None) -> str:
    """The same text for every delivery of one event.

    sequence: the vendor's number of the event within its call (Twilio's SequenceNumber); None where it gives none,
    then one event of each status is kept for a call.
    """
    place = "" if sequence is None else str(sequence).strip()
    return f"{vendor}:{call_sid}:{status.strip().lower()}:{place}"


# SIP final answers (RFC 3261, section 21) that say more than the vendor's word does.
_SIP_RESULTS: Final = {
    404: TechnicalResult.INVALID_NUMBER,
    410: TechnicalResult.INVALID_NUMBER,
    484: TechnicalResult.INVALID_NUMBER,
    604: TechnicalResult.INVALID_NUMBER,
    408: TechnicalResult.NO_ANSWER,
    480: TechnicalResult.NO_ANSWER,
    487: TechnicalResult.NO_ANSWER,
    486: TechnicalResult.BUSY,
    600: TechnicalResult.BUSY,
    603: TechnicalResult.BUSY,
}


def leg_result(
    vendor: Vendor, status: str, *, answered: bool, sip_code: int | None = None
) -> TechnicalResult | None:
    """How an ended leg ended; None if it was answered (the conversation says the rest) or is not over.

    A leg that the vendor calls completed though nobody answered was not answered. sip_code sharpens a plain failure.
    """
    meaning = meaning_of(vendor, status)
    if meaning is None or meaning.state is not LegState.ENDED or answered:
        return None
    if meaning.result is None:
        return TechnicalResult.NO_ANSWER
    if meaning.result is TechnicalResult.CARRIER_FAILED and sip_code is not None:
        return _SIP_RESULTS.get(sip_code, meaning.result)
    return meaning.result
