"""When each letter of an utterance sounds, as the vendor tells it for every chunk of audio.

Over its socket times count from the start of the chunk, over HTTP from the start of the utterance.
"""

from dataclasses import dataclass
from typing import Any

from simulators.words.voice import Utterance


@dataclass(frozen=True, slots=True)
class TimedLetter:
    """A letter (or the space after a word) and when it sounds, in ms from the start of its utterance."""

    letter: str
    start_ms: int
    end_ms: int


def letters_of(utterance: Utterance) -> list[TimedLetter]:
    """Every letter in order; a word's time is shared evenly by its letters, the pause belongs to the space."""
    letters: list[TimedLetter] = []
    for number, word in enumerate(utterance.words):
        length = word.end_ms - word.start_ms
        edges = [word.start_ms + length * place // len(word.text) for place in range(len(word.text) + 1)]
        letters += [
            TimedLetter(letter, edges[place], edges[place + 1]) for place, letter in enumerate(word.text)
        ]
        if number + 1 < len(utterance.words):
            letters.append(TimedLetter(" ", word.end_ms, utterance.words[number + 1].start_ms))
    return letters


def alignment_of(letters: list[TimedLetter], start_ms: int, end_ms: int) -> dict[str, Any] | None:
    """The letters that begin in this stretch, with times relative to its start; None when there are none."""
    inside = _beginning_in(letters, start_ms, end_ms)
    if not inside:
        return None
    return {
        "chars": [letter.letter for letter in inside],
        "charStartTimesMs": [letter.start_ms - start_ms for letter in inside],
        "charDurationsMs": [letter.end_ms - letter.start_ms for letter in inside],
    }


def timed_alignment_of(letters: list[TimedLetter], start_ms: int, end_ms: int) -> dict[str, Any] | None:
    """The letters that begin in this stretch, with times from the utterance's start; None when there are none."""
    inside = _beginning_in(letters, start_ms, end_ms)
    if not inside:
        return None
    return {
        "characters": [letter.letter for letter in inside],
        "character_start_times_seconds": [letter.start_ms / 1000 for letter in inside],
        "character_end_times_seconds": [letter.end_ms / 1000 for letter in inside],
    }


def _beginning_in(letters: list[TimedLetter], start_ms: int, end_ms: int) -> list[TimedLetter]:
    return [letter for letter in letters if start_ms <= letter.start_ms < end_ms]
