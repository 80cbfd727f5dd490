"""One call as the network knows it: what was asked, what happened when, what each side heard and said."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qs, urlsplit

from simulators.clock import iso_ms, now_ms, utc_now


class CallStatus(StrEnum):
    """Where a call stands; initiated: dialled, and not ringing yet."""

    QUEUED = "queued"
    INITIATED = "initiated"
    RINGING = "ringing"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    BUSY = "busy"
    NO_ANSWER = "no-answer"
    FAILED = "failed"
    CANCELED = "canceled"


FINAL = frozenset(
    {CallStatus.COMPLETED, CallStatus.BUSY, CallStatus.NO_ANSWER, CallStatus.FAILED, CallStatus.CANCELED}
)


@dataclass(frozen=True, slots=True)
class CallRequest:
    """What the carrier was asked for, checked.

    callback_events: the progress events wanted; empty when StatusCallbackEvent was badly formed.
    url or twiml: where the call document comes from. ring_limit_s, time_limit_s: seconds.
    """

    to: str
    from_: str
    url: str | None = None
    method: str = "POST"
    fallback_url: str | None = None
    twiml: str | None = None
    status_callback: str | None = None
    callback_events: frozenset[str] = frozenset({"completed"})
    ring_limit_s: float = 60
    time_limit_s: float = 14_400
    machine_detection: str | None = None
    detection_limit_s: float = 30
    async_amd: bool = False
    amd_callback: str | None = None


@dataclass(frozen=True, slots=True)
class HeardText:
    """A word the callee heard, and when it began, in milliseconds since the answer."""

    text: str
    at_ms: int


@dataclass(slots=True)
class Turn:
    """The stamps of one turn, in milliseconds of the monotonic clock.

    person_ended_ms: the last audible frame of the person's sentence was sent. reply_received_ms: the first
    audible audio after it arrived at the carrier's socket. reply_began_ms: it was heard.
    overlapped: the agent was still being heard when the person ended, so the reply's stamps are its rest.
    stream: the place among the call's streams, from 1, of the one that carried all of it; None if none did.
    """

    said: str
    person_began_ms: float
    person_ended_ms: float | None = None
    reply_received_ms: float | None = None
    reply_began_ms: float | None = None
    overlapped: bool = False
    stream: int | None = None


@dataclass(slots=True)
class Lost:
    """A stream, by its place among the call's, whose far end vanished at this moment without closing it."""

    stream: int
    at_ms: float


@dataclass(slots=True)
class Violation:
    """A misuse of the media stream or of a call document, reported once per code and call, counted."""

    code: int
    message: str
    at_ms: float
    count: int = 1


def new_sid(prefix: str) -> str:
    """A carrier's id: some letters and 32 hexadecimal digits."""
    return prefix + secrets.token_hex(16)


@dataclass(slots=True)
class Call:
    """The mutable record of one call; leg.py moves it, the carrier and the ledger show it."""

    request: CallRequest
    account_sid: str
    person: str
    attempt_number: int
    sid: str = field(default_factory=lambda: new_sid("CA"))
    status: CallStatus = CallStatus.QUEUED
    requested_at: datetime = field(default_factory=utc_now)
    requested_ms: float = field(default_factory=now_ms)
    dialled_at: datetime | None = None
    ringing_at: datetime | None = None
    answered_at: datetime | None = None
    answered_ms: float | None = None
    ended_at: datetime | None = None
    ended_by: str | None = None
    sip_code: int | None = None
    answered_by: str | None = None
    callbacks_numbered: int = 0
    streams: int = 0
    streams_lost: list[Lost] = field(default_factory=list)
    heard: list[HeardText] = field(default_factory=list)
    missed_words: int = 0
    said: list[HeardText] = field(default_factory=list)
    dtmf: list[str] = field(default_factory=list)
    keys_heard: str = ""
    marks_returned: list[str] = field(default_factory=list)
    clears: int = 0
    turns: list[Turn] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    greeting_after_start_ms: float | None = None
    greeting_after_answer_ms: float | None = None
    heard_ms: int = 0
    underruns: int = 0
    late_p99_ms: float | None = None

    @property
    def is_over(self) -> bool:
        """Whether the call has reached a final state."""
        return self.status in FINAL

    @property
    def duration_s(self) -> int:
        """Whole seconds between answer and end, rounded up; 0 if never answered."""
        if self.answered_at is None or self.ended_at is None:
            return 0
        return max(1, -(-int((self.ended_at - self.answered_at).total_seconds() * 1000) // 1000))

    def ms_since_answer(self) -> int:
        """Milliseconds since the person picked up, 0 before."""
        return 0 if self.answered_ms is None else int(now_ms() - self.answered_ms)

    def violate(self, code: int, message: str) -> None:
        """Note a misuse as a carrier's debugger does: once, then only counted."""
        for known in self.violations:
            if known.code == code:
                known.count += 1
                return
        self.violations.append(Violation(code, message, self.ms_since_answer()))

    def as_entry(self) -> dict[str, Any]:
        """The call in the ledger: what really happened."""
        return {
            "sid": self.sid,
            "account": self.account_sid,
            "to": self.request.to,
            "from": self.request.from_,
            "requested_at": iso_ms(self.requested_at),
            "requested_ms": self.requested_ms,
            "dialled_at": iso_ms(self.dialled_at),
            "ringing_at": iso_ms(self.ringing_at),
            "answered_at": iso_ms(self.answered_at),
            "answered_ms": self.answered_ms,
            "ended_at": iso_ms(self.ended_at),
            "status": self.status.value,
            "ended_by": self.ended_by,
            "duration_s": self.duration_s,
            "status_callback": self.request.status_callback,
            "correlation": correlation_of(self.request.status_callback),
            "person": self.person,
            "attempt_number": self.attempt_number,
            "answered_by": self.answered_by,
            "streams": self.streams,
            "streams_lost": [{"stream": lost.stream, "at_ms": lost.at_ms} for lost in self.streams_lost],
            "heard": [{"text": word.text, "at_ms": word.at_ms} for word in self.heard],
            "heard_text": " ".join(word.text for word in self.heard),
            "heard_ms": self.heard_ms,
            "missed_words": self.missed_words,
            "said": [{"text": text.text, "at_ms": text.at_ms} for text in self.said],
            "said_text": " ".join(text.text for text in self.said),
            "dtmf": "".join(self.dtmf),
            "keys_heard": self.keys_heard,
            "marks": list(self.marks_returned),
            "clears": self.clears,
            "underruns": self.underruns,
            "violations": [
                {"code": v.code, "message": v.message, "at_ms": v.at_ms, "count": v.count}
                for v in self.violations
            ],
            "greeting_after_start_ms": self.greeting_after_start_ms,
            "greeting_after_answer_ms": self.greeting_after_answer_ms,
            "turns": [
                {
                    "said": turn.said,
                    "person_began_ms": turn.person_began_ms,
                    "person_ended_ms": turn.person_ended_ms,
                    "reply_received_ms": turn.reply_received_ms,
                    "reply_began_ms": turn.reply_began_ms,
                    "overlapped": turn.overlapped,
                    "stream": turn.stream,
                }
                for turn in self.turns
            ],
            "driver_lateness_p99_ms": self.late_p99_ms,
        }


def correlation_of(callback: str | None) -> str | None:
    """The id that a callback address carries: its query field attempt, else the last part of its path."""
    if not callback:
        return None
    parts = urlsplit(callback)
    named = parse_qs(parts.query).get("attempt")
    return named[0] if named else (parts.path.rstrip("/").rsplit("/", 1)[-1] or None)
