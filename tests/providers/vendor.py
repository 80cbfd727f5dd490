"""A simulated vendor as the contract suites see it: what is to go wrong at it, and what it noted."""

from dataclasses import dataclass

from simulators.ordered_faults import Faults
from simulators.vendor_journal import Journal

NOWHERE = "http://127.0.0.1:9"


@dataclass(frozen=True, kw_only=True)
class Vendor:
    """A vendor for the length of one test; each suite adds its adapters."""

    faults: Faults
    journal: Journal
    service: str  # its name in faults and journal
    since_ms: float = 0.0  # when the test began, on the journal's clock

    def events(self) -> list[str]:
        """What it has noted since the test began."""
        entries = [entry for entry in self.journal.entries() if entry["at_ms"] >= self.since_ms]
        return [entry["event"] for entry in entries if entry["service"] == self.service]
