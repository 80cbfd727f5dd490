"""A call's states and the messages that travel between workflows, activities, API and media server."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.conversations import ConversationReport
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId, TrunkId
from domain.outcomes import TechnicalResult


class CallState(StrEnum):
    """Where a call stands; WAITING sleeps (hours, back-off, a chosen time), the next three are due now."""

    CLAIMED = "claimed"
    WAITING = "waiting"
    QUEUED = "queued"
    DIALLING = "dialling"
    LIVE = "live"
    NEEDS_REVIEW = "needs_review"
    CLOSED = "closed"


DUE_STATES = (CallState.CLAIMED, CallState.QUEUED, CallState.DIALLING, CallState.LIVE)


class AttemptState(StrEnum):
    """Where an attempt stands; PLACING is reached once and never left backwards."""

    CREATED = "created"
    PLACING = "placing"
    PLACED = "placed"
    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"
    CLOSED = "closed"


# A leg only ever moves to a higher rank; what comes late or twice has no higher one and changes nothing (law 5).
LEG_RANKS: Final[dict[AttemptState, int]] = {
    AttemptState.RINGING: 2,
    AttemptState.ANSWERED: 3,
    AttemptState.ENDED: 4,
}


@dataclass(frozen=True, slots=True)
class CallOrder:
    """What a CallWorkflow is started with.

    following: what still follows the closed call; set only after continue-as-new. ready: what the feeder found when it
    planned the call, which then need not ask before its first dial, or before it stands in line for it.
    """

    account_id: AccountId
    call_id: CallId
    trunk_id: TrunkId
    campaign_id: CampaignId | None = None
    following: "AfterAttempt | None" = None
    ready: "Readiness | None" = None


class ReadinessKind(StrEnum):
    """What a call may do now."""

    READY = "ready"
    WAIT = "wait"
    WAIT_FOR_LINE = "wait_for_line"
    REFUSED = "refused"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether the next attempt may be dialled now; until is set for WAIT, why is for people, in one sentence.

    wait_seconds is how far away until is by the clock that decides, the database's: Temporal's may be another.

    attempt is the number (from 1) the next attempt will have; the seconds are the deadlines of that attempt; waits_for
    is set for WAIT_FOR_LINE: one of domain.permits.TURNS or a permit's name.
    """

    kind: ReadinessKind
    attempt: int = 1
    until: datetime | None = None
    why: str = ""
    trunk_id: TrunkId | None = None
    ring_seconds: int = 25
    longest_call_seconds: int = 300
    waits_for: str = ""
    wait_seconds: float | None = None


class DialKind(StrEnum):
    """What came of asking the carrier."""

    PLACED = "placed"
    DEFERRED = "deferred"
    REFUSED = "refused"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class DialRequest:
    """Dial this attempt of this call."""

    account_id: AccountId
    call_id: CallId
    attempt: int


@dataclass(frozen=True, slots=True)
class DialAnswer:
    """DEFERRED: no attempt exists, ask again at until; REFUSED: never; FAILED and UNCONFIRMED: the attempt is over.

    wait_seconds: as for Readiness. Without until a deferred call lost its turn, and goes back to its place in line.
    """

    kind: DialKind
    until: datetime | None = None
    why: str = ""
    wait_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class AttemptRef:
    """One attempt of one call."""

    account_id: AccountId
    call_id: CallId
    attempt_id: AttemptId


@dataclass(frozen=True, slots=True)
class LegEnded:
    """Signal: the carrier's leg of this attempt is over. talking: the media stream had been connected."""

    event_id: str
    attempt_id: AttemptId
    talking: bool


@dataclass(frozen=True, slots=True)
class ConversationReported:
    """Signal: the media server stored its report of this attempt.

    unstored: the report itself where the record could not be reached for so long that the workflow has to store it.
    """

    event_id: str
    attempt_id: AttemptId
    unstored: ConversationReport | None = None


@dataclass(frozen=True, slots=True)
class LegStatus:
    """What is known of an attempt's leg; checked against the carrier where asked."""

    ended: bool
    talking: bool
    reported: bool


@dataclass(frozen=True, slots=True)
class AfterAttempt:
    """What follows an attempt: closed for good, or another one (prepare it again). messages: follow-ups to send;
    outcome: its name."""

    closed: bool
    result: TechnicalResult
    outcome: str
    why: str = ""
    sync_crm: bool = False
    messages: tuple["PlannedMessage", ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedMessage:
    """One follow-up message of a closed call, by its rule's place in the campaign's plan."""

    rule: int
    delay_seconds: float


@dataclass(frozen=True, slots=True)
class MessageRequest:
    """Send this follow-up of this call, if the person may be contacted."""

    account_id: AccountId
    call_id: CallId
    rule: int


@dataclass(frozen=True, slots=True)
class MessageAnswer:
    """sent, or deferred until, or refused for good (until is None). wait_seconds: as for Readiness."""

    sent: bool
    until: datetime | None = None
    why: str = ""
    wait_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class CallRef:
    """One call."""

    account_id: AccountId
    call_id: CallId


@dataclass(frozen=True, slots=True)
class CallCancelled:
    """A call whose workflow was cancelled, with the attempt that was under way, if any."""

    account_id: AccountId
    call_id: CallId
    attempt_id: AttemptId | None
    reason: str


@dataclass(frozen=True, slots=True)
class Cancellation:
    """Update: end this call. reason is for people."""

    reason: str = "cancelled by the operator"


@dataclass(frozen=True, slots=True)
class Reschedule:
    """Update: call at this moment instead. act: the number of the operator's act, 0 for none."""

    at: datetime
    act: int = 0
