"""How an agent speaks words that voices get wrong: a dictionary from the written word to one that sounds right.

Only the voice is given the spoken form; transcripts keep the written one, so places in the one are found in the other.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from domain.errors import InvalidInput
from domain.scripts import short_line

_PHONETIC = "phonetic_"
MOST_WORDS = 200
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Pronounced:
    """A text as it is spoken. changes: where each replaced word begins and ends, spoken and written, in order."""

    text: str
    changes: tuple[tuple[int, int, int, int], ...] = ()

    def written_at(self, spoken_at: int) -> int | None:
        """The place in the written text; None inside of a replaced word, of which nothing is said before its end."""
        place = bisect_right(self.changes, spoken_at, key=lambda change: change[0]) - 1
        if place < 0:
            return spoken_at
        start, end, written_start, written_end = self.changes[place]
        if spoken_at == start:
            return written_start
        return None if spoken_at < end else written_end + spoken_at - end


def pronounced(text: str, dictionary: Mapping[str, str]) -> Pronounced:
    """The text with every word of the dictionary in its spoken form, whatever its case; the longest entry counts."""
    if not dictionary:
        return Pronounced(text)
    spoken = {word.lower(): form for word, form in dictionary.items()}
    longest_first = sorted(map(re.escape, spoken), key=len, reverse=True)
    parts, changes, done, length = list[str](), list[tuple[int, int, int, int]](), 0, 0
    for found in re.finditer(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", text, re.IGNORECASE):
        form = spoken.get(found.group().lower())
        if form is None:
            continue
        parts += [text[done : found.start()], form]
        start = length + found.start() - done
        length, done = start + len(form), found.end()
        changes.append((start, length, found.start(), found.end()))
    return Pronounced("".join([*parts, text[done:]]), tuple(changes))


def names_of(values: Mapping[str, str]) -> dict[str, str]:
    """How a lead's own names are spoken, where a column tells it: phonetic_first_name (as address books export it)
    beside first_name, phonetic_name beside name."""
    told = {name: short_line(values.get(f"{_PHONETIC}{name}", "")) for name in values}
    names = {short_line(values[name]): form[:LONGEST] for name, form in told.items() if form}
    return {name: form for name, form in names.items() if re.search(r"\w", name) and len(name) <= LONGEST}


def check_pronunciation(dictionary: Mapping[str, str]) -> None:
    """Raises InvalidInput for what could not be looked up or spoken."""
    if len(dictionary) > MOST_WORDS:
        raise InvalidInput(f"pronunciation: at most {MOST_WORDS} words.", code="pronunciation")
    for word, form in dictionary.items():
        if not word.strip() or word != word.strip() or not re.search(r"\w", word) or len(word) > LONGEST:
            raise InvalidInput(
                f"pronunciation: {word!r} is no word; give it without white space around it, up to {LONGEST} characters.",
                code="pronunciation",
            )
        if not form.strip() or not form.isprintable() or len(form) > LONGEST:
            raise InvalidInput(
                f"pronunciation: {word!r} needs a spoken form of printable characters, up to {LONGEST}.",
                code="pronunciation",
            )
    if len({word.lower() for word in dictionary}) < len(dictionary):
        raise InvalidInput("pronunciation: a word stands twice, in different cases.", code="pronunciation")
