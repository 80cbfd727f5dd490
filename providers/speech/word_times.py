"""When each word of a spoken text ends, from the times of its letters as they come with the audio.

Pure. White space does not count. A letter that the text does not have at its place (a number spelled out) is passed
over; words that cannot be followed stay unknown, so that what was heard is rounded down.
"""

from collections.abc import Iterator
from typing import Final

import msgspec

from domain.transcripts import WordTime

_EARLIER_MS: Final = 50  # times that go back by more than this count from the start of their own piece


class Letters(msgspec.Struct):
    """Letters in order and when each sounds, in seconds."""

    characters: list[str]
    character_start_times_seconds: list[float]
    character_end_times_seconds: list[float]


class WordClock:
    """Follows one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._last_ms = 0

    def take(self, letters: Letters | None, piece_starts_ms: int) -> Iterator[WordTime]:
        """The words that end with these letters.

        piece_starts_ms: the audio that came before theirs. The vendor counts times from the start of the text over
        HTTP and from the start of the piece over its socket; times that run backwards tell which it is.
        """
        if letters is None or not letters.character_start_times_seconds:
            return
        first_ms = letters.character_start_times_seconds[0] * 1000
        offset_ms = piece_starts_ms if first_ms < self._last_ms - _EARLIER_MS else 0
        times = zip(letters.characters, letters.character_end_times_seconds, strict=False)
        for letter, end_seconds in times:
            self._last_ms = offset_ms + round(end_seconds * 1000)
            if self._passes(letter) and self._is_at_word_end():
                yield WordTime(self._place, self._last_ms)

    def _passes(self, letter: str) -> bool:
        """Go past this letter in the text; False when the text has another one there."""
        place = self._place
        while place < len(self._text) and self._text[place].isspace():
            place += 1
        if letter.isspace() or not self._text.startswith(letter, place):
            return False
        self._place = place + len(letter)
        return True

    def _is_at_word_end(self) -> bool:
        return self._place == len(self._text) or self._text[self._place].isspace()
