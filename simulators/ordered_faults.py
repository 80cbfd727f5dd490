"""Faults on demand, kept until their service takes them: what goes wrong next, as the tests ordered it (by control.py).

Each is played by its vendor's own file, whose docstring lists its kinds; those of the phone network are listed in control.py.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One misbehaviour to play.

    service: "twilio.place", "twilio.callback", "twilio.stream", "exotel.stream", "deepgram", "elevenlabs", "openai", "hubspot", "sms", "s3" …
    kind: what happens, e.g. "429", "500_after_effect", "reset_after_effect", "slow", "duplicate", "reorder",
    "late", "lost", "stall", "close"; match: fields of the situation that must be equal (for example
    {"to": "+15005550006"} or {"status": "completed"}); parameters: figures of the fault (seconds …);
    times: how often it is played before it is used up, None for always.
    """

    service: str
    kind: str
    match: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, float] = field(default_factory=dict)
    times: int | None = 1


class Faults:
    """The faults still to be played; the control API adds and clears them. played counts by "service:kind"."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Fault, int | None]] = []
        self.played: Counter[str] = Counter()

    def add(self, fault: Fault) -> None:
        """Play this fault when its situation next comes up."""
        self._waiting.append((fault, fault.times))

    def clear(self) -> None:
        """Play no fault any more."""
        self._waiting.clear()

    def take(self, service: str, *, kinds: Collection[str] | None = None, **situation: str) -> Fault | None:
        """The first waiting fault that fits this situation, used up once; None means behave.

        kinds are those that can be played at this moment (a handshake can be refused, not stalled); None: any.
        """
        for place, (fault, left) in enumerate(self._waiting):
            if kinds is not None and fault.kind not in kinds:
                continue
            if fault.service != service or any(situation.get(k) != v for k, v in fault.match.items()):
                continue
            if left is not None:
                if left <= 1:
                    del self._waiting[place]
                else:
                    self._waiting[place] = (fault, left - 1)
            self.played[f"{service}:{fault.kind}"] += 1
            return fault
        return None

    def waiting(self) -> list[Fault]:
        """Those not used up yet; a test whose fault still waits has not tested it."""
        return [fault for fault, _ in self._waiting]
