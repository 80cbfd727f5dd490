"""What really happened in the simulated world: the judge in every end-to-end test."""

from collections import Counter
from typing import Any

from simulators.phone_network.call import Call


class Ledger:
    """All calls since the start or the last reset, and how many legs were up at once."""

    def __init__(self) -> None:
        self.calls: dict[str, Call] = {}
        self._live: set[str] = set()
        self.peak_live = 0

    def enter(self, call: Call) -> None:
        """A call was accepted."""
        self.calls[call.sid] = call

    def leg_went_up(self, call: Call) -> None:
        """A leg was dialled: it occupies a line from now on."""
        self._live.add(call.sid)
        self.peak_live = max(self.peak_live, self.live)

    def leg_went_down(self, call: Call) -> None:
        """A leg is over."""
        self._live.discard(call.sid)

    @property
    def live(self) -> int:
        """Legs that are dialled and not over."""
        return len(self._live)

    def reset(self) -> None:
        """Forget the calls that are over; live ones stay, for their legs still write here."""
        self.calls = {sid: call for sid, call in self.calls.items() if not call.is_over}
        self.peak_live = self.live

    def entries(self) -> list[dict[str, Any]]:
        """Every call, oldest first."""
        return [call.as_entry() for call in self.calls.values()]

    def summary(self) -> dict[str, Any]:
        """Counts: dials, by final status, by person, answered, words heard and said, violations."""
        calls = list(self.calls.values())
        return {
            "dials": sum(1 for call in calls if call.dialled_at),
            "answered": sum(1 for call in calls if call.answered_at),
            "live": self.live,
            "peak_live": self.peak_live,
            "by_status": dict(Counter(call.status.value for call in calls)),
            "by_person": dict(Counter(call.person for call in calls)),
            "words_heard": sum(len(call.heard) for call in calls),
            "sentences_said": sum(len(call.said) for call in calls),
            "violations": sum(len(call.violations) for call in calls),
        }
