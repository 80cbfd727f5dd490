"""Tells a call that waits for a line or a permit when one fell free in this process: first come, first served.

Only a shortcut: what falls free elsewhere is found by the next look at the rows.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from domain.identifiers import AccountId, TrunkId
from domain.permits import LINE


def wanted_thing(account_id: AccountId, trunk_id: TrunkId, waits_for: str) -> str:
    """What may fall free: a line of this trunk, or a permit that the account's calls share."""
    return trunk_id if waits_for == LINE else f"{account_id}/{waits_for}"


@dataclass(slots=True)
class _Waiting:
    wanted: str
    told: asyncio.Future[None]


class FreeLines:
    """Who waits for what, in this process."""

    def __init__(self) -> None:
        self._places = count()
        self._waiting: dict[int, _Waiting] = {}

    def queue(self) -> int:
        """A place behind all others; a call keeps its place while it looks and waits again."""
        return next(self._places)

    def fell_free(self, things: Iterable[str]) -> None:
        """Tell the call that waits longest for each of these; nobody, if none waits."""
        first = {self._waiting[place].wanted: place for place in sorted(self._waiting, reverse=True)}
        for place in sorted(first[thing] for thing in things if thing in first):
            self._waiting.pop(place).told.set_result(None)

    async def wait(self, wanted: str, place: int, limit_seconds: float) -> None:
        """Until such a thing fell free for the call at this place, at most so long."""
        waiting = _Waiting(wanted, asyncio.get_running_loop().create_future())
        self._waiting[place] = waiting
        try:
            await asyncio.wait((waiting.told,), timeout=limit_seconds)
        finally:
            self._waiting.pop(place, None)
