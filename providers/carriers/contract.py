"""What every carrier adapter offers; tests/providers/carrier_suite.py proves it for each of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.identifiers import AttemptId
from domain.outcomes import TechnicalResult


@dataclass(frozen=True, slots=True)
class CallbackAddress:
    """Whom a carrier's requests about one attempt concern; each adapter makes of it the addresses that it needs.

    public_url: of the API, without a slash at its end; attempt_id: part of every address, so that a call can be found
    again; process: the media process that makes ready for the call.
    """

    public_url: str
    attempt_id: AttemptId
    process: str


@dataclass(frozen=True, slots=True)
class PlaceRequest:
    """One dial. Numbers are E.164.

    fictional: the attempt may only leave towards a loopback peer (simulation rules or demonstration number);
    send_before: past this moment the adapter must refuse to send (a stalled sender must not wake up late);
    machine_detection: ask the carrier who answered, a person or a machine.
    """

    to: str
    from_number: str
    callbacks: CallbackAddress
    ring_seconds: int
    longest_call_seconds: int
    fictional: bool
    send_before: datetime
    machine_detection: bool = True

    @property
    def correlation(self) -> str:
        """What names the attempt in the carrier's own records."""
        return self.callbacks.attempt_id


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
    """A telephone carrier. detects_machines: it can tell who answered, a person or a machine."""

    @property
    def detects_machines(self) -> bool: ...

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
