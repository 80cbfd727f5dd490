"""Exotel's words for where a call stands."""

from collections.abc import Mapping
from typing import Final

from domain.call_events import ANSWERED, INITIATED, QUEUED, RINGING, StatusMeaning, ended
from domain.outcomes import TechnicalResult

NAME: Final = "exotel"
"""As stream addresses know it."""

# Call.Status, and StatusCallback's Status and EventType; some words are spelt in two ways.
MEANINGS: Final[Mapping[str, StatusMeaning]] = {
    "queued": QUEUED,
    "initiated": INITIATED,
    "ringing": RINGING,
    "answered": ANSWERED,
    "in-progress": ANSWERED,
    "completed": ended(),
    "terminal": ended(),
    "busy": ended(TechnicalResult.BUSY),
    "no-answer": ended(TechnicalResult.NO_ANSWER),
    "failed": ended(TechnicalResult.CARRIER_FAILED),
    "canceled": ended(TechnicalResult.CANCELLED),
    "cancelled": ended(TechnicalResult.CANCELLED),
}
