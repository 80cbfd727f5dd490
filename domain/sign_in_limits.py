"""How long somebody waits before the next try to sign in: guessing is slow, and a stranger's guesses lock nobody out.

Failures are counted for a person within one network, for a network, and for a person from everywhere. The last two hold only who never
signed in from there: neither a neighbour's guesses nor those from everywhere keep people from their work.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

WINDOW: Final = timedelta(hours=1)
KNOWN_FOR: Final = timedelta(days=90)
_FREE_TRIES: Final = 5
_FIRST_WAIT: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(minutes=15)
_DOUBLINGS: Final = 5  # reach the longest wait
_OF_A_NETWORK: Final = 60
_OF_A_PERSON: Final = 100


@dataclass(frozen=True, slots=True)
class Failed:
    """So many tries that failed within the window; last: the latest of them."""

    tries: int = 0
    last: datetime | None = None

    def left(self, wait: timedelta, now: datetime) -> timedelta:
        """What is left of a wait from the last one on."""
        return timedelta(0) if self.last is None else max(self.last + wait - now, timedelta(0))


@dataclass(frozen=True, slots=True)
class Failures:
    """here: of this person in this network; network: of anybody in it; person: of this person from everywhere; is_known: the person
    signed in from this network within KNOWN_FOR."""

    here: Failed
    network: Failed
    person: Failed
    is_known: bool


def left_to_wait(failed: Failures, now: datetime) -> timedelta:
    """Until the next try; each wait counts from the last failure of its own kind."""
    left = failed.here.left(_wait_here(failed.here.tries), now)
    if failed.is_known:
        return left
    if failed.network.tries >= _OF_A_NETWORK:
        left = max(left, failed.network.left(_LONGEST_WAIT, now))
    if failed.person.tries >= _OF_A_PERSON:
        left = max(left, failed.person.left(_LONGEST_WAIT, now))
    return left


def _wait_here(tries: int) -> timedelta:
    if tries < _FREE_TRIES:
        return timedelta(0)
    return min(_FIRST_WAIT * (1 << min(tries - _FREE_TRIES, _DOUBLINGS)), _LONGEST_WAIT)
