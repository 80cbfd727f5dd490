"""The calls of this process that wait for their turn: first come, first served, and only the foremost looks.

Whoever is told looks at once; what falls free elsewhere is found by the foremost call's next look at the rows. So what
waiting costs does not depend on how many wait.
"""

import asyncio
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

    async def until_told(self, limit_seconds: float) -> bool:
        """Wait until such a thing fell free for this call, at most so long; whether it did."""
        try:
            await asyncio.wait_for(self.told.wait(), limit_seconds)
        except TimeoutError:
            return False
        self.told.clear()
        return True


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
            self.fell_free([place.wanted])

    def change(self, place: Place, wanted: str) -> None:
        """Let it wait for this instead; whoever is foremost now of those it waited with is told."""
        left, place.wanted = place.wanted, wanted
        if left != wanted:
            self.fell_free([left])

    def fell_free(self, things: Iterable[str]) -> None:
        """Tell the call that came first of those that wait for each of these; nobody, if none waits."""
        for thing in things:
            waiting = [place for place in self._places if place.wanted == thing and not place.told.is_set()]
            if waiting:
                min(waiting, key=lambda place: place.rank).told.set()

    def is_foremost(self, place: Place) -> bool:
        """Whether nobody here came earlier and waits for the same."""
        return all(place.rank <= other.rank for other in self._places if other.wanted == place.wanted)

    def __len__(self) -> int:
        """How many calls wait."""
        return len(self._places)
