"""What carriers say about a leg, in our words: ranked states. Each adapter has the table of its carrier's own words.

A leg only ever moves to a higher rank. Events that come twice, late or in disorder have no higher one: they change
nothing but latency (docs/laws.md, law 5).
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


@dataclass(frozen=True, slots=True)
class StatusMeaning:
    """What one status of a carrier means; result is set where it ends a leg that nobody answered."""

    kind: CallEventKind
    state: LegState
    result: TechnicalResult | None = None

    @property
    def rank(self) -> int:
        """The rank of the state it leads to."""
        return self.state.rank


QUEUED: Final = StatusMeaning(CallEventKind.QUEUED, LegState.QUEUED)
INITIATED: Final = StatusMeaning(CallEventKind.INITIATED, LegState.INITIATED)
RINGING: Final = StatusMeaning(CallEventKind.RINGING, LegState.RINGING)
ANSWERED: Final = StatusMeaning(CallEventKind.ANSWERED, LegState.ANSWERED)


def ended(result: TechnicalResult | None = None) -> StatusMeaning:
    """The leg is over; result: how, where nobody answered."""
    return StatusMeaning(CallEventKind.ENDED, LegState.ENDED, result)


def meaning_of(status: str, meanings: Mapping[str, StatusMeaning]) -> StatusMeaning | None:
    """What a carrier's status means by its table, in any case and with "_" for "-"; None for a word that is not known."""
    return meanings.get(status.strip().lower().replace("_", "-"))


def is_news(current_rank: int, event_rank: int) -> bool:
    """Whether an event of this rank moves a leg that stands at the current one (-1 for nothing heard yet)."""
    return event_rank > current_rank


def dedupe_key(carrier: str, carrier_call_id: str, status: str, sequence: str | int | None) -> str:
    """The same text for every delivery of one event.

    sequence: the carrier's number of the event within its call; None where it gives none, then one event of each status
    is kept for a call.
    """
    place = "" if sequence is None else str(sequence).strip()
    return f"{carrier}:{carrier_call_id}:{status.strip().lower()}:{place}"
