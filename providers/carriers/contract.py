"""What every carrier adapter offers; tests/providers/carrier_suite.py proves it for each of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.outcomes import TechnicalResult


@dataclass(frozen=True, slots=True)
class PlaceRequest:
    """One dial. Numbers are E.164.

    correlation: the attempt's id, part of every callback address so that a call can be found again;
    fictional: the attempt may only leave towards a loopback peer (simulation rules or demonstration number);
    send_before: past this moment the adapter must refuse to send (a stalled sender must not wake up late);
    machine_detection: ask the carrier for its answering-machine hint, sent to machine_url.
    """

    to: str
    from_number: str
    correlation: str
    answer_url: str
    status_url: str
    machine_url: str
    ring_seconds: int
    longest_call_seconds: int
    fictional: bool
    send_before: datetime
    machine_detection: bool = True


class LegPhase(StrEnum):
    """Where the carrier says a leg stands."""

    WAITING = "waiting"
    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg as the carrier reports it now. result is set once ended and never answered; started_at may be None."""

    carrier_call_id: str
    phase: LegPhase
    result: TechnicalResult | None
    duration_seconds: int | None
    started_at: datetime | None
    status: str


class Carrier(Protocol):
    """A telephone carrier."""

    async def place(self, request: PlaceRequest) -> str:
        """The carrier's id of the new leg. Never repeats a request by itself.

        Raises ProviderThrottled or ProviderUnavailable (not dialled), OutcomeUnknown (look it up),
        RecipientRefused, CredentialsRefused, ProviderRefused, SendRefused (guard or deadline; not dialled).
        """
        ...

    async def hang_up(self, carrier_call_id: str, *, fictional: bool) -> None:
        """End this leg; one that is already over is no error."""
        ...

    async def look_up(self, carrier_call_id: str, *, fictional: bool) -> Leg | None:
        """The leg as the carrier knows it; None when it knows no such leg."""
        ...

    async def find(
        self,
        *,
        to: str,
        from_number: str,
        correlation: str,
        since: datetime,
        fictional: bool,
        not_these: Collection[str] = (),
    ) -> Leg | None:
        """The leg that was placed with these numbers since then and belongs to this attempt, if there is one.

        not_these: carrier ids of this number's other attempts; a carrier whose lists do not show the correlation
        needs them when attempts follow each other within seconds.
        """
        ...
