"""How each vendor does in this process: requests, failures, lateness, and where another took its place.

Who takes over: live/recognition.py, model_replies.py, synthesis.py; dials held for a vendor: database/vendor_breakers.py.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from domain.conversations import RecogniserName
from domain.permits import SpeechProvider, synthesiser_of
from domain.vendors import model_provider_of
from media.engine.events import Part

_SEVERAL: Final = 3
_LATELY: Final = 20
_RECENT: Final = timedelta(minutes=5)
"""Degraded is who failed or was late three times in its last twenty requests, within five minutes; chosen by feel."""


@dataclass(slots=True)
class ServiceHealth:
    """One vendor in one part.

    failures: refused, broken off or wrong; late: over the agent's budget; switches: calls in which a backup took over for
    it; discarded: requests whose answer was not waited for to the end, because another was quicker or the reply was
    overtaken.
    """

    now: Callable[[], datetime]
    requests: int = 0
    failures: int = 0
    late: int = 0
    switches: int = 0
    discarded: int = 0
    last_failure_at: datetime | None = None
    _troubles: deque[tuple[datetime, int]] = field(default_factory=lambda: deque(maxlen=_SEVERAL))

    @property
    def state(self) -> str:
        """ok or degraded."""
        if len(self._troubles) < _SEVERAL:
            return "ok"
        since, requests = self._troubles[0]
        is_recent = self.now() - since < _RECENT and self.requests - requests < _LATELY
        return "degraded" if is_recent else "ok"

    def has_failed(self) -> None:
        """A request came to nothing."""
        self.failures += 1
        self.last_failure_at = self.now()
        self._troubles.append((self.last_failure_at, self.requests))

    def was_late(self) -> None:
        """A request took longer than its budget."""
        self.late += 1
        self._troubles.append((self.now(), self.requests))

    def as_record(self) -> dict[str, Any]:
        """Everything, for JSON."""
        return {
            "state": self.state,
            "requests": self.requests,
            "failures": self.failures,
            "late": self.late,
            "switches": self.switches,
            "discarded": self.discarded,
            "last_failure_at": self.last_failure_at and self.last_failure_at.isoformat(),
        }


class Health:
    """Every vendor that was asked since the process began."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._services: dict[str, ServiceHealth] = {}

    def recogniser(self, recogniser: RecogniserName) -> ServiceHealth:
        """A recogniser."""
        return self._service(Part.RECOGNISER, recogniser)

    def voice(self, voice_model: str) -> ServiceHealth:
        """Who speaks with this model."""
        return self._service(Part.SPEECH, synthesiser_of(voice_model))

    def model(self, model: str) -> ServiceHealth:
        """Whose language model this is; OpenAI's, as with every name that tells nobody."""
        return self._service(Part.MODEL, model_provider_of(model))

    def speech_to_speech(self) -> ServiceHealth:
        """The service of models that hear and speak by themselves."""
        return self._service(Part.SPEECH_TO_SPEECH, SpeechProvider.OPENAI)

    def as_record(self) -> dict[str, Any]:
        """Every vendor by part and name, such as "model/openai"."""
        return {name: service.as_record() for name, service in sorted(self._services.items())}

    def _service(self, part: Part, vendor: str) -> ServiceHealth:
        return self._services.setdefault(f"{part}/{vendor}", ServiceHealth(self._now))
