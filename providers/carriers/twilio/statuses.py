"""Twilio's words for where a call stands."""

from collections.abc import Mapping
from typing import Final

from domain.call_events import ANSWERED, INITIATED, QUEUED, RINGING, StatusMeaning, ended
from domain.outcomes import TechnicalResult

NAME: Final = "twilio"
"""As trunks, stored events and stream addresses know it."""

# Voice call resource and status callbacks; "answered" is a callback event, whose CallStatus says in-progress.
MEANINGS: Final[Mapping[str, StatusMeaning]] = {
    "queued": QUEUED,
    "initiated": INITIATED,
    "ringing": RINGING,
    "answered": ANSWERED,
    "in-progress": ANSWERED,
    "completed": ended(),
    "busy": ended(TechnicalResult.BUSY),
    "no-answer": ended(TechnicalResult.NO_ANSWER),
    "failed": ended(TechnicalResult.CARRIER_FAILED),
    "canceled": ended(TechnicalResult.CANCELLED),
}
