"""Audio in, a live recogniser's results and events out, on the clock of the received audio.

Knows no socket and no wall clock, so the same audio always gives the same results at the same moments.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulators.speech_recognition.live_parameters import LiveParameters
from simulators.speech_recognition.turns import RecognitionTiming
from simulators.words.ear import Ear, HeardWord

_FRAME_BYTES = 160


@dataclass(frozen=True, slots=True)
class Results:
    """What is understood of one segment so far; times in ms of received audio."""

    words: tuple[HeardWord, ...]
    start_ms: int
    end_ms: int
    is_final: bool = False
    speech_final: bool = False
    from_finalize: bool = False


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    """The voice detector noticed a voice."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class UtteranceEnd:
    """No word has followed this moment for as long as the client asked."""

    last_word_end_ms: int


Report = Results | SpeechStarted | UtteranceEnd


class Segments:
    """One stream of mono µ-law at 8 kHz, cut into segments."""

    def __init__(self, parameters: LiveParameters, timing: RecognitionTiming) -> None:
        self._parameters = parameters
        self._timing = timing
        self._ear = Ear()
        self._waiting = b""
        self._words: list[HeardWord] = []
        self._segment_start_ms = 0
        self._reported_ms = 0
        self._speaking = False
        self._speech_is_open = False
        self._last_word_end_ms = 0
        self._final_word_end_ms = 0
        self._ended_word_end_ms = 0

    @property
    def heard_ms(self) -> int:
        """How much audio has been heard."""
        return self._ear.heard_ms

    @property
    def speech_ended_ms(self) -> int:
        """The last moment with a voice or a word, in ms of received audio."""
        return max(self._ear.last_voice_ms or 0, self._last_word_end_ms)

    def hear(self, mulaw: bytes) -> Iterator[Report]:
        """What this audio changes; frames of any length give the same reports."""
        waiting = self._waiting + mulaw
        whole = len(waiting) - len(waiting) % _FRAME_BYTES
        self._waiting = waiting[whole:]
        for start in range(0, whole, _FRAME_BYTES):
            yield from self._hear_frame(waiting[start : start + _FRAME_BYTES])

    def finalize(self) -> Iterator[Report]:
        """Everything buffered as final, because the client asks for it."""
        if self._ear.heard_ms > self._segment_start_ms:
            yield self._results(is_final=True, from_finalize=True)

    def close(self) -> Iterator[Report]:
        """What is left as the stream ends."""
        if self._words:
            yield self._results(is_final=True)

    def _hear_frame(self, frame: bytes) -> Iterator[Report]:
        words = self._ear.feed(frame)
        if words:
            self._words.extend(words)
            self._last_word_end_ms = words[-1].end_ms
        if self._ear.speaking and not self._speaking and self._parameters.vad_events:
            yield SpeechStarted(self._ear.heard_ms)
        self._speaking = self._ear.speaking
        self._speech_is_open = self._speech_is_open or self._speaking or bool(words)
        yield from self._segment()
        yield from self._utterance_end()

    def _segment(self) -> Iterator[Report]:
        now, endpointing_ms = self._ear.heard_ms, self._parameters.endpointing_ms
        silence_ms = now - self.speech_ended_ms
        if self._speech_is_open and endpointing_ms is not None and silence_ms >= max(endpointing_ms, 20):
            self._speech_is_open = False
            yield self._results(is_final=True, speech_final=True)
        elif now - self._segment_start_ms >= self._timing.segment_ms:
            yield self._results(is_final=True)
        elif self._parameters.interim_results and now - self._reported_ms >= self._timing.update_every_ms:
            yield self._results(is_final=False)

    def _utterance_end(self) -> Iterator[Report]:
        """Told once for the last final word, when neither a final nor an interim word follows it."""
        gap_ms = self._parameters.utterance_end_ms
        if gap_ms is None or self._words or self._final_word_end_ms <= self._ended_word_end_ms:
            return
        if self._ear.heard_ms - self._final_word_end_ms >= gap_ms:
            self._ended_word_end_ms = self._final_word_end_ms
            yield UtteranceEnd(self._final_word_end_ms)

    def _results(self, *, is_final: bool, speech_final: bool = False, from_finalize: bool = False) -> Results:
        now = self._reported_ms = self._ear.heard_ms
        results = Results(
            tuple(self._words), self._segment_start_ms, now, is_final, speech_final, from_finalize
        )
        if is_final:
            self._segment_start_ms = now
            self._final_word_end_ms = self._words[-1].end_ms if self._words else self._final_word_end_ms
            self._words = []
        return results
