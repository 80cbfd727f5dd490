"""What the process can tell about its conversations; bounded, for operators and benchmarks.

Asked for by media/control.py; over all processes: api/media_server.py.
"""

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Any, Final

from domain.conversations import ConversationReport
from domain.transcripts import Spans, words_in
from media.engine.actions import Discard
from media.engine.events import Part
from media.engine.latency_spans import DELAYS, delays_of
from media.vendor_health import Health

_KEPT: Final = 2_000


@dataclass(slots=True)
class Figures:
    """Counts since the process began, and the last latencies in milliseconds; switched: where a backup took over;
    discarded: what replies cost that nobody heard."""

    health: Health
    conversations: int = 0
    words: int = 0
    not_stored: int = 0
    not_notified: int = 0
    outcomes: dict[str, int] = field(default_factory=dict)
    switched: dict[str, int] = field(default_factory=dict)
    end_reasons: dict[str, int] = field(default_factory=dict)
    discarded: Counter[str] = field(default_factory=Counter)
    greeting_ms: deque[int] = field(default_factory=lambda: deque(maxlen=_KEPT))
    response_ms: deque[int] = field(default_factory=lambda: deque(maxlen=_KEPT))
    delays_ms: dict[str, deque[int]] = field(
        default_factory=lambda: {delay: deque(maxlen=_KEPT) for delay in DELAYS}
    )

    def reported(self, report: ConversationReport) -> None:
        """Count a finished conversation."""
        self.conversations += 1
        self.words += words_in(report.transcript)
        outcome, reason = str(report.verdict.outcome), report.end_reason.value
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1
        self.end_reasons[reason] = self.end_reasons.get(reason, 0) + 1
        if report.greeting_ms is not None:
            self.greeting_ms.append(report.greeting_ms)
        self.response_ms.extend(t.response_ms for t in report.transcript if t.response_ms is not None)
        for turn in report.transcript:
            for delay, lasted_ms in delays_of(turn.spans or Spans()):
                self.delays_ms[delay].append(lasted_ms)

    def discard(self, what: Discard) -> None:
        """A reply was made in vain."""
        self.discarded.update(
            replies=1,
            guesses=what.was_guess,
            characters_read=what.read,
            characters_written=what.written,
            characters_spoken=what.spoken,
        )

    def count_switch(self, part: Part) -> None:
        """In one call the backup took over this part."""
        self.switched[part] = self.switched.get(part, 0) + 1

    def as_record(self) -> dict[str, Any]:
        """Everything, for JSON."""
        return {
            "conversations": self.conversations,
            "words": self.words,
            "not_stored": self.not_stored,
            "not_notified": self.not_notified,
            "outcomes": dict(self.outcomes),
            "switched": dict(self.switched),
            "end_reasons": dict(self.end_reasons),
            "discarded": dict(self.discarded),
            "health": self.health.as_record(),
            "greeting_ms": _summary(self.greeting_ms),
            "response_ms": _summary(self.response_ms),
            "delays_ms": {delay: _summary(values) for delay, values in self.delays_ms.items()},
        }


def _summary(values: deque[int]) -> dict[str, int]:
    ranked = sorted(values)
    if not ranked:
        return {"count": 0}
    return {
        "count": len(ranked),
        "p50": ranked[len(ranked) // 2],
        "p95": ranked[min(len(ranked) - 1, int(len(ranked) * 0.95))],
        "max": ranked[-1],
    }
