"""Many phrases, found among words of which each sentence is a line; each is tried only where words stand with which it can begin.

Hundreds of patterns in one alternation are all tried at every word, which takes longer than a turn's end may; most words begin none.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from domain.language.beginnings import beginnings

_NOT_AN_END: Final = re.compile(r"[^\n]")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{pattern.replace(' ', chr(92) + 's')})(?!\S)", re.MULTILINE)


class Finder:
    """Finds patterns; a blank in one of them may be the end of a line."""

    def __init__(self, patterns: tuple[str, ...]) -> None:
        self._patterns = patterns
        self._match: dict[int, Callable[[str, int], re.Match[str] | None]] = {}
        begun_by: dict[str, dict[int, str]] = {}
        anywhere = []
        for place, pattern in enumerate(patterns):
            begun = beginnings(pattern)
            if begun is None:
                anywhere.append(place)
            for each in begun or ():
                word, _, letter = each.partition(" ")
                letters = begun_by.setdefault(word, {})
                letters[place] = letters.get(place, "") + letter if word not in (begun or ()) else ""
        self._begun_by = {word: tuple(each.items()) for word, each in begun_by.items()}
        self._anywhere = tuple((place, "") for place in anywhere)

    def any_in(self, lines: str) -> bool:
        """Whether one of them is there."""
        return next(self.all_in(lines), None) is not None

    def all_in(self, lines: str) -> Iterator[re.Match[str]]:
        """Where they are, from left to right and none within another; the first of the patterns before the others."""
        begins = ends = 0
        others = tuple(each for each in self._anywhere if self._patterned(each[0]).search(lines))
        words = lines.split()  # parted by one blank, or by the end of a line
        for number, word in enumerate(words, 1):
            candidates = self._begun_by.get(word, ())
            if others:
                candidates = tuple(sorted((*candidates, *others)))
            if candidates and begins >= ends:
                following = words[number][0] if number < len(words) else " "
                for place, letters in candidates:
                    if not letters or following in letters:
                        match = self._match.get(place) or self._matcher(place)
                        if found := match(lines, begins):
                            ends = found.end()
                            yield found
                            break
            begins += len(word) + 1

    def within_lines(self, lines: str) -> Iterator[tuple[int, int]]:
        """Where they begin and end, each line taken by itself."""
        begins = 0
        for line in lines.split("\n"):
            yield from ((begins + found.start(), begins + found.end()) for found in self.all_in(line))
            begins += len(line) + 1

    def barred(self, lines: str) -> str:
        """The words with as many bars in the place of each phrase: what stands before and after never becomes a phrase together,
        and nothing moves."""
        return _replaced(lines, self.all_in(lines), lambda phrase: _NOT_AN_END.sub("|", phrase))

    def without(self, words: str, most: int | None = None) -> str:
        """The words with one bar in the place of each phrase, or of the first few of them."""
        return _replaced(words, islice(self.all_in(words), most), lambda _: "|")

    def is_all(self, words: str) -> bool:
        """Whether the words are nothing else than one of the phrases."""
        first, _, rest = words.partition(" ")
        following = rest[:1] or " "
        candidates = (*self._begun_by.get(first, ()), *self._anywhere)
        return any(
            self._patterned(place).fullmatch(words)
            for place, letters in candidates
            if not letters or following in letters
        )

    def get_ready(self) -> None:
        """Compile them all; what is not ready is when it is first tried, which takes a millisecond or two each."""
        for place in range(len(self._patterns)):
            self._matcher(place)

    def _matcher(self, place: int) -> Callable[[str, int], re.Match[str] | None]:
        self._match[place] = self._patterned(place).match
        return self._match[place]

    def _patterned(self, place: int) -> re.Pattern[str]:
        return _compiled(self._patterns[place])


def _replaced(lines: str, phrases: Iterable[re.Match[str]], replacement: Callable[[str], str]) -> str:
    kept, parts = 0, []
    for found in phrases:
        parts += [lines[kept : found.start()], replacement(found[0])]
        kept = found.end()
    return "".join((*parts, lines[kept:]))


# Each of the tables in as many mixes of languages as agents speak; the patterns themselves are compiled once for all of them.
@lru_cache(maxsize=4096)
def finder(patterns: tuple[str, ...]) -> Finder:
    """The one for these patterns."""
    return Finder(patterns)
