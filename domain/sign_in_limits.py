"""How long somebody waits before the next try to sign in: guessing is slow, and a stranger's guesses lock nobody out.

Failures are counted for a person within one network, for a network, and for a person from everywhere. The last one holds only
networks from which that person never signed in: whoever guesses somebody's password from everywhere does not keep them from their work.
"""

from dataclasses import dataclass
from datetime import timedelta
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
class Failures:
    """Failed tries within the window.

    here: of this person in this network; network: of anybody in it; person: of this person from everywhere; is_known: the person signed
    in from this network within KNOWN_FOR.
    """

    here: int
    network: int
    person: int
    is_known: bool


def wait_after(failed: Failures) -> timedelta:
    """From the last failure on."""
    if failed.network >= _OF_A_NETWORK or (failed.person >= _OF_A_PERSON and not failed.is_known):
        return _LONGEST_WAIT
    if failed.here < _FREE_TRIES:
        return timedelta(0)
    doublings = min(failed.here - _FREE_TRIES, _DOUBLINGS)
    return min(_FIRST_WAIT * (1 << doublings), _LONGEST_WAIT)
