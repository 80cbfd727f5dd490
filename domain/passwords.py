"""Which passwords are taken: long ones that are not on the first page of any list of guesses."""

from collections.abc import Iterable
from typing import Final

SHORTEST: Final = 12
LONGEST: Final = 200
_FEWEST_SIGNS: Final = 5
_LEAST_OF_A_NAME: Final = 4
_FEWEST_LETTERS_BESIDE: Final = 4
_GUESSED_FIRST: Final = (
    *(
        "administrator",
        "qwertyuiop",
        "qwertzuiop",
        "password",
        "asdfghjkl",
        "iloveyou",
        "changeme",
        "outbound",
        "abcdefgh",
    ),
    *("zxcvbnm", "welcome", "letmein", "pasword", "abcdef", "asdfgh", "qwerty", "qwertz", "secret", "admin"),
)
"""The longest first, since a shorter one may be part of it."""


def weakness(password: str, names: Iterable[str] = ()) -> str | None:
    """Why this is no password for somebody of these names (parts of an address, of a name), as a sentence; None for one that is taken."""
    if len(password) < SHORTEST:
        return f"A password has at least {SHORTEST} characters; a few words that do not belong together are easy to remember."
    if len(password) > LONGEST:
        return f"A password has at most {LONGEST} characters."
    folded = password.casefold()
    if len(set(folded)) < _FEWEST_SIGNS or _is_guessed(folded):
        return "This password is among the first that are guessed; choose words that do not belong together."
    if any(len(name) >= _LEAST_OF_A_NAME and name.casefold() in folded for name in names):
        return "A password does not hold your own name or address."
    return None


def _is_guessed(folded: str) -> bool:
    """Whether it is made of what is guessed first, with digits and signs between."""
    left = "".join(letter for letter in folded.replace("0", "o") if letter.isalpha())
    for word in _GUESSED_FIRST:
        left = left.replace(word, "")
    return len(left) < _FEWEST_LETTERS_BESIDE
