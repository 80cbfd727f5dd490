"""Text spoken as µ-law audio that carries its words. A voice is shared and cached; a mouth belongs to one stream."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from simulators.words import espeak, mulaw, packet, tone

_SAMPLE_RATE = 8_000
_ACTIVE_LEVEL = 2_000.0  # RMS of the voice where it sounds, about -24 dBFS
_ROLL_OFF_HZ = 150.0
_AUDIBLE = 200.0  # a sample louder than this belongs to a word, not to the pause after it


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word and when it sounds, in milliseconds from the start of its utterance."""

    text: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """Spoken text: mono µ-law at 8 kHz, the words in order, and the number that the stream's next packet has."""

    mulaw: bytes
    words: tuple[SpokenWord, ...]
    next_sequence: int

    @property
    def duration_ms(self) -> int:
        return len(self.mulaw) // mulaw.SAMPLES_PER_MS


@dataclass(frozen=True, slots=True)
class _Recording:
    """The voice alone, on the 16-bit scale at 8 kHz, and its words."""

    samples: NDArray[np.int16]
    words: tuple[SpokenWord, ...]


class Voice:
    """Speaks text; remembers what it said last, so that a phrase said again costs nothing (some 20 MB)."""

    def __init__(self, kept_phrases: int = 256) -> None:
        self._record = lru_cache(kept_phrases // 2)(_record)
        self._render = lru_cache(kept_phrases)(self._rendered)

    def say(
        self, text: str, *, voice: str = "en-us", words_per_minute: int = 170, first_sequence: int = 0
    ) -> Utterance:
        """The text as audio; words joined by single spaces are the text with its white space made plain.

        first_sequence numbers the first packet: 0 begins a stream, Mouth continues one.
        May block for some milliseconds the first time. Raises espeak.VoiceNotInstalled.
        """
        return self._render(" ".join(text.split()), voice, words_per_minute, first_sequence)

    def _rendered(self, text: str, voice: str, words_per_minute: int, first_sequence: int) -> Utterance:
        recording = self._record(text, voice, words_per_minute)
        return _with_data_tone(recording, first_sequence)


class Mouth:
    """What speaks in one audio stream: its packets are numbered through, so the ear can tell what it missed."""

    def __init__(self, voice: Voice, *, accent: str = "en-us", words_per_minute: int = 170) -> None:
        self._voice = voice
        self._accent = accent
        self._words_per_minute = words_per_minute
        self._next_sequence = 0

    def say(self, text: str) -> Utterance:
        """The next utterance of this stream."""
        utterance = self._voice.say(
            text,
            voice=self._accent,
            words_per_minute=self._words_per_minute,
            first_sequence=self._next_sequence,
        )
        self._next_sequence = utterance.next_sequence
        return utterance


def _record(text: str, voice: str, words_per_minute: int) -> _Recording:
    if not any(letter.isalnum() for letter in text):
        return _Recording(np.zeros(0, np.int16), ())
    raw, events = espeak.speak(text, voice=voice, words_per_minute=words_per_minute)
    samples = _telephone_band(raw)
    words = _words_of(text, events, samples)
    audible = np.flatnonzero(np.abs(samples) > _AUDIBLE)
    end = int(audible[-1]) + 1 if audible.size else 0
    return _Recording(samples[:end].astype(np.int16), words)


def _telephone_band(raw: NDArray[np.int16]) -> NDArray[np.float32]:
    """22,050 Hz to 8 kHz in one transform, cut off below the data tones, at the voice's usual level."""
    blocks = -(-(raw.size + 1) // 441)  # 441 samples there are 160 here
    spectrum = np.fft.rfft(raw.astype(np.float64), blocks * 441)[: blocks * 80 + 1]
    hertz = np.linspace(0, _SAMPLE_RATE / 2, spectrum.size)
    spectrum *= np.clip((tone.HIGHEST_VOICE_HZ - hertz) / _ROLL_OFF_HZ, 0, 1)
    samples = np.fft.irfft(spectrum, blocks * 160)
    active = samples[np.abs(samples) > 0.05 * np.abs(samples).max(initial=1.0)]
    level = float(np.sqrt(np.mean(active**2))) if active.size else 1.0
    return (samples * (_ACTIVE_LEVEL / level)).astype(np.float32)


def _words_of(
    text: str, events: tuple[espeak.WordEvent, ...], samples: NDArray[np.float32]
) -> tuple[SpokenWord, ...]:
    """espeak's events regrouped by the words of the text; a word without an event shares its neighbour's time."""
    places = _places_of_words(text)
    starts: list[float | None] = [None] * len(places)
    for event in events:
        word = _word_at(places, event.text_position)
        if starts[word] is None:
            starts[word] = event.sample * _SAMPLE_RATE / espeak.SAMPLE_RATE
    begin = _without_gaps(starts, [end - start for start, end in places], float(samples.size))
    words = []
    for number, (start, end) in enumerate(places):
        first, last = int(begin[number]), int(begin[number + 1])
        last = _last_audible(samples, first, last)
        words.append(SpokenWord(text[start:end], first // mulaw.SAMPLES_PER_MS, last // mulaw.SAMPLES_PER_MS))
    return tuple(words)


def _places_of_words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word in a text of single spaces; a lone dash or dots belong to the word before."""
    places: list[tuple[int, int]] = []
    start = 0
    for token in text.split(" "):
        end = start + len(token)
        speakable = any(letter.isalnum() for letter in token)
        if places and (not speakable or not any(c.isalnum() for c in text[slice(*places[-1])])):
            places[-1] = (places[-1][0], end)
        else:
            places.append((start, end))
        start = end + 1
    return places


def _word_at(places: list[tuple[int, int]], position: int) -> int:
    for number, (_, end) in enumerate(places):
        if position <= end:
            return number
    return len(places) - 1


def _without_gaps(starts: list[float | None], lengths: list[int], end: float) -> list[float]:
    """Every word's start, the end appended; unknown ones divide the time between known ones by their letters."""
    known = [(0, starts[0] or 0.0)]
    for number, start in enumerate(starts[1:], 1):
        if start is not None and start > known[-1][1]:
            known.append((number, start))
    known.append((len(starts), end))
    filled: list[float] = []
    for (number, start), (following, until) in pairwise(known):
        letters = sum(lengths[number:following])
        passed = 0
        for length in lengths[number:following]:
            filled.append(start + (until - start) * passed / letters)
            passed += length
    return [*filled, end]


def _last_audible(samples: NDArray[np.float32], first: int, last: int) -> int:
    """Where the word's sound ends, without the pause that follows it."""
    audible = np.flatnonzero(np.abs(samples[first:last]) > _AUDIBLE)
    return first + int(audible[-1]) + 1 if audible.size else last


def _with_data_tone(recording: _Recording, first_sequence: int) -> Utterance:
    """One packet under each word, starting with it or when the packet before has ended."""
    sequence = first_sequence
    free_from = 0
    placed: list[tuple[int, NDArray[np.float32]]] = []
    for word in recording.words:
        pieces = packet.codes_of(word.text)
        for number, codes in enumerate(pieces, 1):
            needed = packet.FIXED_SYMBOLS + 2 * len(codes)
            start = max(free_from, word.start_ms * mulaw.SAMPLES_PER_MS)
            room = (word.end_ms * mulaw.SAMPLES_PER_MS - start) // tone.SYMBOL_SAMPLES - needed
            fill = max(0, min(room, packet.LONGEST_FILL)) if number == len(pieces) else 0
            if number == len(pieces):
                # A packet can be shorter than a long word; it then ends with the word, never before it.
                start += max(0, room - fill) * tone.SYMBOL_SAMPLES
            sound = tone.sound_of(packet.symbols_of(codes, sequence=sequence, fill_symbols=fill))
            placed.append((start, sound))
            free_from = start + sound.size
            sequence = packet.next_sequence(sequence)
    mixed = np.zeros(max(recording.samples.size, free_from), np.float32)
    mixed[: recording.samples.size] = recording.samples
    for start, sound in placed:
        mixed[start : start + sound.size] += sound
    return Utterance(mulaw.encode(mixed), recording.words, sequence)
