"""Which passwords are taken: long ones that are not on the first page of any list of guesses."""

import re
from collections.abc import Iterable
from typing import Final

SHORTEST: Final = 12
LONGEST: Final = 200
_FEWEST_SIGNS: Final = 5
_LEAST_OF_A_NAME: Final = 4
_GUESSED_FIRST: Final = re.compile(
    r"(?:pass?w[o0]rd|qwert[yz]\w*|asdfgh\w*|letmein|welcome|admin(?:istrator)?|iloveyou|changeme|secret|outbound|abcdef\w*|[\d\W_])+"
)


def weakness(password: str, names: Iterable[str] = ()) -> str | None:
    """Why this is no password for somebody of these names (parts of an address, of a name), as a sentence; None for one that is taken."""
    if len(password) < SHORTEST:
        return f"A password has at least {SHORTEST} characters; a few words that do not belong together are easy to remember."
    if len(password) > LONGEST:
        return f"A password has at most {LONGEST} characters."
    folded = password.casefold()
    if len(set(folded)) < _FEWEST_SIGNS or _GUESSED_FIRST.fullmatch(folded):
        return "This password is among the first that are guessed; choose words that do not belong together."
    if any(len(name) >= _LEAST_OF_A_NAME and name.casefold() in folded for name in names):
        return "A password does not hold your own name or address."
    return None
