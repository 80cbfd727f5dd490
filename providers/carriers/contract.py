"""What every carrier adapter offers; tests/providers/carrier_suite.py proves it for each of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from domain.calls import AttemptState
from domain.conversations import AnsweredBy
from domain.identifiers import AttemptId
from domain.outcomes import TechnicalResult

PROOF: Final = "through"
"""The field of a callback address's query that carries the proof of a connection."""


@dataclass(frozen=True, slots=True)
class CallbackAddress:
    """Whom a carrier's requests about one attempt concern; each adapter makes of it the addresses that it needs.

    public_url: of the API, without a slash at its end; attempt_id: part of every address, so that a call can be found
    again; process: the media process that makes ready for the call; proof: that the attempt went through a connection
    with credentials of its own, carried by every address, empty for the installation's (startup.callback_proofs).
    """

    public_url: str
    attempt_id: AttemptId
    process: str
    proof: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRequest:
    """One dial. Numbers are E.164.

    fictional: the attempt may only leave towards a loopback peer (simulation rules or demonstration number);
    due: its slot, on the clock of time.monotonic(); all else is done before, and no byte of it leaves earlier;
    send_before: past this moment the adapter must refuse to send (a stalled sender must not wake up late);
    machine_detection: ask the carrier who answered, a person or a machine.
    """

    to: str
    from_number: str
    callbacks: CallbackAddress
    ring_seconds: int
    longest_call_seconds: int
    fictional: bool
    due: float
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


@dataclass(frozen=True, slots=True)
class CarrierRequest:
    """A request that says it comes from a carrier.

    url: as the carrier was given it: our public address, path and query included, never from the Host header; headers:
    as they came, their names in any case; form: its decoded fields, of a body in JSON those of providers.payloads.fields_of;
    body: as it came. Whoever signs one of the two must sign all of it.
    """

    url: str
    headers: Sequence[tuple[str, str]]
    form: Sequence[tuple[str, str]] = ()
    body: bytes = b""

    def header(self, name: str) -> str | None:
        """The one value of this header; None when it is absent or comes more than once."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return values[0] if len(values) == 1 else None


@dataclass(frozen=True, slots=True)
class LegMoved:
    """One progress report of a leg: state says where the attempt stands, result why it ended unanswered.

    sequence orders a leg's reports, arrival does not; dedupe_key is the same for every delivery of this one;
    occurred_at: None if the carrier does not say; duration_seconds is set once the leg has ended. status is the carrier's.
    """

    carrier_call_id: str
    state: AttemptState
    result: TechnicalResult | None
    status: str
    sequence: int | None
    duration_seconds: int | None
    occurred_at: datetime | None
    dedupe_key: str


@dataclass(frozen=True, slots=True)
class MachineHeard:
    """Who the carrier thinks has answered; a hint, the conversation may find otherwise.

    greeting_over: a machine's greeting has ended, a message may be left now; word: the carrier's own; detection_ms: how
    long it listened, if it says so.
    """

    carrier_call_id: str
    answered_by: AnsweredBy
    greeting_over: bool
    word: str
    detection_ms: int | None


@dataclass(frozen=True, slots=True)
class Answered:
    """Somebody picked up, and the carrier asks what is to be done with the leg."""

    carrier_call_id: str


CarrierNews = LegMoved | MachineHeard | Answered


class CallbackKind(StrEnum):
    """What an address of ours is told."""

    ANSWER = "answer"
    STATUS = "status"
    MACHINE = "machine"


class CarrierCallbacks(Protocol):
    """What a carrier tells us and asks of us. name: as trunks know the carrier."""

    @property
    def name(self) -> str: ...

    def verify(self, request: CarrierRequest) -> bool:
        """Whether this really is the carrier; the only check there is of it."""
        ...

    def read(self, kind: CallbackKind, form: Mapping[str, str]) -> CarrierNews:
        """What a form says at an address of this kind. Raises MalformedMessage."""
        ...

    def account_addresses(self, public_url: str, proof: str) -> Mapping[str, str]:
        """What people give the carrier by hand for a whole account: the addresses, by what is told there."""
        ...


class StreamOpener(Protocol):
    """A carrier as it opens media streams. stream_dialect: the name of the language that they speak."""

    @property
    def stream_dialect(self) -> str: ...

    def opens(self, handshake: CarrierRequest) -> bool:
        """Whether this really is the carrier, as far as it proves that: the stream's token is another matter."""
        ...


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

    async def holds(self, number: str) -> str | None:
        """How this account holds the number: "owned" (it was given to it), "verified" (it proved that it is its own); None for not at all.

        Raises the errors of any request that may be repeated.
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
