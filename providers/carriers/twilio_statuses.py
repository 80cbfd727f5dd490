"""The one table of Twilio's call statuses and what each means to us; callbacks and look-ups both read it."""

from dataclasses import dataclass
from typing import Final

from domain.calls import AttemptState
from domain.outcomes import TechnicalResult
from providers.carriers.contract import LegPhase
from providers.errors import ProviderNonsense


@dataclass(frozen=True, slots=True)
class StatusMeaning:
    """What a status says of the leg. result is set where the leg is over and nobody had answered."""

    phase: LegPhase
    state: AttemptState
    result: TechnicalResult | None = None


# Twilio, "Call resource", status values; initiated comes in callbacks only.
_MEANINGS: Final = {
    "queued": StatusMeaning(LegPhase.WAITING, AttemptState.PLACED),
    "initiated": StatusMeaning(LegPhase.WAITING, AttemptState.PLACED),
    "ringing": StatusMeaning(LegPhase.RINGING, AttemptState.RINGING),
    "in-progress": StatusMeaning(LegPhase.ANSWERED, AttemptState.ANSWERED),
    "completed": StatusMeaning(LegPhase.ENDED, AttemptState.ENDED),
    "busy": StatusMeaning(LegPhase.ENDED, AttemptState.ENDED, TechnicalResult.BUSY),
    "no-answer": StatusMeaning(LegPhase.ENDED, AttemptState.ENDED, TechnicalResult.NO_ANSWER),
    "failed": StatusMeaning(LegPhase.ENDED, AttemptState.ENDED, TechnicalResult.CARRIER_FAILED),
    "canceled": StatusMeaning(LegPhase.ENDED, AttemptState.ENDED, TechnicalResult.CANCELLED),
}
_NO_SUCH_NUMBER: Final = StatusMeaning(LegPhase.ENDED, AttemptState.ENDED, TechnicalResult.INVALID_NUMBER)
# RFC 3261: not found, gone, address incomplete, does not exist anywhere.
_SIP_NO_SUCH_NUMBER: Final = frozenset({404, 410, 484, 604})


def meaning_of(status: object, sip_code: int | None = None) -> StatusMeaning:
    """What this status, with the SIP code of a call that failed, means; raises ProviderNonsense for an unknown one."""
    if status == "failed" and sip_code in _SIP_NO_SUCH_NUMBER:
        return _NO_SUCH_NUMBER
    if not isinstance(status, str) or status not in _MEANINGS:
        raise ProviderNonsense(code="unknown_status")
    return _MEANINGS[status]
