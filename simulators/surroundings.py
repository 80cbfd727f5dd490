"""What every vendor's simulator is given, whatever it sells."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from simulators.ordered_faults import Faults
from simulators.vendor_journal import Journal

Timing = TypeVar("Timing")


@dataclass(frozen=True, slots=True)
class Surroundings(Generic[Timing]):
    """The key it knows, what is to go wrong, its log and its pace."""

    api_key: str
    faults: Faults
    journal: Journal
    timing: Timing
