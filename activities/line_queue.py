"""The calls of this process that wait for their turn: first come, first served, and only the foremost looks.

Whoever is told looks at once; what falls free elsewhere is found by the foremost call's next look at the rows. So what
waiting costs does not depend on how many wait. What a call's end frees is left to calls that were planned earlier and wait
in another process until that one has looked, lest those wait until this one has served all of its own.
The lines themselves: database/trunk_lines.py; the step that waits here: attempt_readiness.py.
"""

import asyncio
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from domain.identifiers import AccountId, CallId, TrunkId
from domain.permits import TURNS

Rank = tuple[datetime, CallId]
"""When a call was planned, and its id where that is equal: who has the lowest rank goes first."""


def wanted_thing(account_id: AccountId, trunk_id: TrunkId, waits_for: str) -> str:
    """What may fall free: a turn on this trunk, or a permit that the account's calls share."""
    return trunk_id if waits_for in TURNS else f"{account_id}/{waits_for}"


@dataclass(eq=False, slots=True)
class Place:
    """One call's place in line; it keeps it while it looks and waits again."""

    rank: Rank
    wanted: str
    told: asyncio.Event = field(default_factory=asyncio.Event)
    _of_an_end: bool = False
    _stood_back_at: float | None = None

    def tell(self, *, of_an_end: bool) -> None:
        """Let it look at once. of_an_end: a call ended here, rather than that it became the foremost."""
        self._of_an_end = of_an_end
        self.told.set()

    async def until_told(self, limit_seconds: float) -> bool:
        """Wait until such a thing fell free for this call, at most so long; whether it did."""
        try:
            await asyncio.wait_for(self.told.wait(), limit_seconds)
        except TimeoutError:
            self._of_an_end = False
            return False
        self.told.clear()
        return True

    def stands_back_for(self, limit_seconds: float) -> float:
        """For how many seconds yet this, the foremost here, leaves what an end freed to earlier calls of other processes.

        So long at the most and once only, for theirs may be gone; but not shorter because it looks by itself meanwhile.
        """
        now = time.monotonic()
        if self._of_an_end and self._stood_back_at is None:
            self._stood_back_at = now
        return 0.0 if self._stood_back_at is None else max(0.0, self._stood_back_at + limit_seconds - now)


class FreeLines:
    """Who waits for what, in this process."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    @contextmanager
    def place(self, rank: Rank, wanted: str) -> Iterator[Place]:
        """A place in line, for as long as the call waits; whoever is foremost after it left is told."""
        place = Place(rank, wanted)
        self._places.append(place)
        try:
            yield place
        finally:
            self._places.remove(place)
            self._tell(place.wanted, of_an_end=False)

    def change(self, place: Place, wanted: str) -> None:
        """Let it wait for this instead; whoever is foremost now of those it waited with is told."""
        left, place.wanted = place.wanted, wanted
        if left != wanted:
            self._tell(left, of_an_end=False)

    def fell_free(self, things: Iterable[str]) -> None:
        """With a call's end: tell the call that came first of those that wait for each of these; nobody, if none waits."""
        for thing in things:
            self._tell(thing, of_an_end=True)

    def _tell(self, thing: str, *, of_an_end: bool) -> None:
        waiting = [place for place in self._places if place.wanted == thing and not place.told.is_set()]
        if waiting:
            min(waiting, key=lambda place: place.rank).tell(of_an_end=of_an_end)

    def is_foremost(self, place: Place) -> bool:
        """Whether nobody here came earlier and waits for the same."""
        return all(place.rank <= other.rank for other in self._places if other.wanted == place.wanted)

    def __len__(self) -> int:
        """How many calls wait."""
        return len(self._places)
