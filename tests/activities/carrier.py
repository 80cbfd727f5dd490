"""A telephone carrier whose answers the test writes; it keeps its own account of what was really dialled."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime

from domain.outcomes import TechnicalResult
from providers.carriers.contract import Leg, LegPhase, PlaceRequest
from providers.errors import SendRefused


class WorkerDied(Exception):
    """The process ended here."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How one request is met. dials: whether a telephone rings; found_after: so many look-ups do not show it yet."""

    error: Exception | None = None
    dials: bool = True
    found_after: int = 0


@dataclass
class ScriptedCarrier:
    """Answers are used up in order; after the last one every dial rings.

    away: what asking about a leg raises meanwhile; obeys: whether a leg ends when it is hung up; shows_correlation:
    whether its list says which attempt a leg belongs to (Twilio's does not: two numbers are all there is).
    """

    answers: list[Answer] = field(default_factory=list)
    requests: list[PlaceRequest] = field(default_factory=list)
    legs: dict[str, Leg] = field(default_factory=dict)
    dialled: dict[str, PlaceRequest] = field(default_factory=dict)
    before_answer: Callable[[PlaceRequest], Awaitable[None]] | None = None
    hidden: dict[str, int] = field(default_factory=dict)
    hung_up: list[str] = field(default_factory=list)
    searches: list[dict[str, object]] = field(default_factory=list)
    away: Exception | None = None
    obeys: bool = True
    shows_correlation: bool = True
    detects_machines: bool = True
    numbers: dict[str, str] = field(default_factory=dict)

    async def place(self, request: PlaceRequest) -> str:
        """A leg, or the error that the script has in store."""
        await asyncio.sleep(request.due - time.monotonic())
        if datetime.now(UTC) >= request.send_before:
            raise SendRefused("The time to send this request is over.", code="too_late")
        self.requests.append(request)
        if self.before_answer is not None:
            await self.before_answer(request)
        answer = self.answers.pop(0) if self.answers else Answer()
        carrier_call_id = f"CA-{request.correlation}"
        if answer.dials:
            self.dialled[carrier_call_id] = request
            self.hidden[carrier_call_id] = answer.found_after
            self.legs[carrier_call_id] = _leg(carrier_call_id, LegPhase.RINGING)
        if answer.error is not None:
            raise answer.error
        return carrier_call_id

    async def holds(self, number: str) -> str | None:
        """As the script says."""
        self._raise_if_away()
        return self.numbers.get(number)

    async def hang_up(self, carrier_call_id: str, *, fictional: bool) -> None:
        """The leg ends at once, if the script lets it; one that is over stays as it is."""
        self._raise_if_away()
        self._is_asked_as_it_was_dialled(carrier_call_id, fictional)
        self.hung_up.append(carrier_call_id)
        leg = self.legs.get(carrier_call_id)
        if self.obeys and leg is not None and leg.phase is not LegPhase.ENDED:
            self.end(carrier_call_id, TechnicalResult.CANCELLED)

    async def look_up(self, carrier_call_id: str, *, fictional: bool) -> Leg | None:
        """The leg as it stands."""
        self._raise_if_away()
        self._is_asked_as_it_was_dialled(carrier_call_id, fictional)
        return self.legs.get(carrier_call_id)

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
        """The leg of this attempt, once the script lets it be seen."""
        self._raise_if_away()
        self.searches.append(
            {
                "to": to,
                "from_number": from_number,
                "correlation": correlation,
                "since": since,
                "fictional": fictional,
                "not_these": list(not_these),
            }
        )
        for carrier_call_id, request in self.dialled.items():
            if carrier_call_id in not_these or (request.to, request.from_number) != (to, from_number):
                continue
            if self.shows_correlation and request.correlation != correlation:
                continue
            self.hidden[carrier_call_id] -= 1
            if self.hidden[carrier_call_id] < 0:
                return self.legs[carrier_call_id]
        return None

    def answer(self, carrier_call_id: str) -> None:
        """Somebody picks up."""
        self.legs[carrier_call_id] = _leg(carrier_call_id, LegPhase.ANSWERED)

    def end(self, carrier_call_id: str, result: TechnicalResult | None) -> None:
        """The leg is over; result None means that it had been answered."""
        self.legs[carrier_call_id] = _leg(carrier_call_id, LegPhase.ENDED, result)

    def _is_asked_as_it_was_dialled(self, carrier_call_id: str, fictional: bool) -> None:
        """A call of fiction is asked about at a loopback peer alone, and a real one nowhere else than at the carrier's."""
        request = self.dialled.get(carrier_call_id)
        assert request is None or request.fictional == fictional

    def _raise_if_away(self) -> None:
        if self.away is not None:
            raise self.away


def _leg(carrier_call_id: str, phase: LegPhase, result: TechnicalResult | None = None) -> Leg:
    return Leg(carrier_call_id, phase, result, None, datetime.now(UTC), str(phase))
