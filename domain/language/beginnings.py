"""How a pattern of the tables can begin: whoever looks for many patterns tries only those that begin as the words do."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

_LOOKS: Final = ("(?=", "(?!", "(?<=", "(?<!")
_TIMES: Final = re.compile(r"\{(\d{0,3})(,?)(\d{0,3})\}")
_SIGN: Final = re.compile(r"\\.|\[[^\]]{1,99}\]|[()|]")
_MANY: Final = 9
"""Of what may come any number of times: in so many any word is over."""

_MOST: Final = 1_000
"""More beginnings than these are not worth the keeping; chosen by feel."""


class _Open(Exception):
    """A word that begins it may be any."""


@cache
def beginnings(pattern: str) -> frozenset[str] | None:
    """The first word of whatever the pattern matches among plain words, each with the next word's first letter ("no m") where there
    is one that is known; None if there is no saying."""
    reading = _Reading(pattern)
    try:
        begun = reading.alternatives({""})
    except _Open:
        return None
    found = reading.found | {words.strip() for words in begun}
    return None if "" in found else frozenset(found)


class _Reading:
    """One reading of a pattern up to where all its beginnings are found. begun: what may stand there so far."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self.found: set[str] = set()

    def alternatives(self, begun: set[str]) -> set[str]:
        """All that is begun when one of these alternatives was read; it ends at their bracket."""
        found: set[str] = set()
        while True:
            found |= self._sequence(begun)
            if self._next() != "|":
                return found
            self._at += 1

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _sequence(self, begun: set[str]) -> set[str]:
        while self._next() not in ("", "|", ")"):
            if not begun:  # all are found
                self._skip()
                break
            start = self._at
            once = self._piece(begun)
            fewest, most = self._times()
            end = self._at
            after, now = (set(begun) if fewest == 0 else set()), once
            for times in range(1, most + 1):
                after |= now if times >= fewest else set()
                if not now or times == most:
                    break
                self._at = start
                now = self._piece(now) - after
            if now and most == _MANY:
                raise _Open
            begun, self._at = after, end
            if len(begun) + len(self.found) > _MOST:
                raise _Open
        return begun

    def _skip(self) -> None:
        """Go on to the end of this alternative."""
        depth = 0
        while found := _SIGN.search(self._pattern, self._at):
            sign = found[0]
            if depth == 0 and sign in ("|", ")"):
                self._at = found.start()
                return
            depth += {"(": 1, ")": -1}.get(sign, 0)
            self._at = found.end()
        self._at = len(self._pattern)

    def _times(self) -> tuple[int, int]:
        """How often what stands before this comes."""
        fewest, most = {"?": (0, 1), "*": (0, _MANY), "+": (1, _MANY)}.get(self._next(), (1, 1))
        if found := _TIMES.match(self._pattern, self._at):
            fewest = int(found[1] or 0)
            most = min(int(found[3] or _MANY), _MANY) if found[2] else fewest
            self._at = found.end()
        elif self._next() in ("?", "*", "+"):
            self._at += 1
        else:
            return 1, 1
        if self._next() in ("?", "+"):  # in which order they are tried makes no difference here
            self._at += 1
        return fewest, most

    def _piece(self, begun: set[str]) -> set[str]:
        """Read one letter, class or group."""
        letter = self._next()
        if letter == "(":
            return self._group(begun)
        self._at += 1
        if letter in ("^", "$"):
            return begun
        if letter == "[":
            end = self._pattern.index("]", self._at + 1)
            letters, self._at = self._pattern[self._at : end], end + 1
            return self._with(begun, None if set(letters) & set("^-\\") else letters)
        if letter == "\\":
            letter, self._at = self._next(), self._at + 1
            return begun if letter in "bB" else self._with(begun, None if letter.isalnum() else letter)
        return self._with(begun, None if letter == "." else letter)

    def _group(self, begun: set[str]) -> set[str]:
        looks = self._pattern.startswith(_LOOKS, self._at)
        opening = next(
            sign for sign in (*_LOOKS, "(?:", "(?>", "(") if self._pattern.startswith(sign, self._at)
        )
        self._at += len(opening)
        found = self.alternatives(set() if looks else begun)
        self._at += 1
        return begun if looks else found

    def _with(self, begun: Iterable[str], letters: Iterable[str] | None) -> set[str]:
        """What is begun when one of these letters follows, None for any."""
        going_on = set()
        for words in begun:
            if letters is None and not words.endswith(" "):
                raise _Open
            if words.endswith(" "):
                self.found |= (
                    {words.strip()} if letters is None else {f"{words}{letter}" for letter in letters}
                )
            else:
                going_on |= {f"{words}{letter}" for letter in letters or "" if words or letter != " "}
        return going_on
