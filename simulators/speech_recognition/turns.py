"""Audio in, Flux's turn events out: the grammar of /v2/listen, on the clock of the received audio.

Knows no socket and no wall clock, so the same audio always gives the same events at the same moments.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from simulators.speech_recognition.parameters import Thresholds
from simulators.words.ear import Ear, HeardWord

_FRAME_BYTES = 160
_WE_END_TURNS_OURSELVES = 1.0


class TurnEvent(StrEnum):
    """What a TurnInfo reports: Update* StartOfTurn Update* (Eager (Resumed Update*)?)* EndOfTurn."""

    UPDATE = "Update"
    START = "StartOfTurn"
    EAGER_END = "EagerEndOfTurn"
    RESUMED = "TurnResumed"
    END = "EndOfTurn"


Trigger = Literal["model", "manual", "timeout"]


@dataclass(frozen=True, slots=True)
class RecognitionTiming:
    """How long the recognisers take, in ms of received audio; no_audio_seconds is wall time until they give up.

    segment_ms: after how long a live recogniser makes its words final although nobody paused; transcription_ms: what
    a transcription takes after the speech is over, in wall time.
    """

    eager_silence_ms: int = 250
    end_silence_ms: int = 450
    update_every_ms: int = 240
    segment_ms: int = 3_000
    transcription_ms: int = 200
    no_audio_seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class TurnReport:
    """One TurnInfo: times in ms of received audio; confidence that nothing more is coming, 0 to 1."""

    event: TurnEvent
    turn_index: int
    window_start_ms: int
    window_end_ms: int
    words: tuple[HeardWord, ...]
    confidence: float
    trigger: Trigger | None = None

    @property
    def transcript(self) -> str:
        return " ".join(word.text for word in self.words)


class Turns:
    """The turns of one stream of mono µ-law at 8 kHz."""

    def __init__(self, thresholds: Thresholds, timing: RecognitionTiming) -> None:
        self.thresholds = thresholds
        self._timing = timing
        self._ear = Ear()
        self._waiting = b""
        self._turn_index = 0
        self._turn_began_ms = 0
        self._reported_ms = 0
        self._words: list[HeardWord] = []
        self._eager = False

    @property
    def speech_ended_ms(self) -> int:
        """The last moment with a voice or a word, in ms of received audio."""
        last_word = self._words[-1].end_ms if self._words else 0
        return max(self._ear.last_voice_ms or 0, last_word)

    def hear(self, mulaw: bytes) -> Iterator[TurnReport]:
        """What this audio changes; frames of any length give the same reports."""
        waiting = self._waiting + mulaw
        whole = len(waiting) - len(waiting) % _FRAME_BYTES
        self._waiting = waiting[whole:]
        for start in range(0, whole, _FRAME_BYTES):
            yield from self._hear_frame(waiting[start : start + _FRAME_BYTES])

    def force_end(self) -> Iterator[TurnReport]:
        """End the running turn because the client says so; no turn, no report."""
        if self._words:
            yield self._end("manual")

    def _hear_frame(self, frame: bytes) -> Iterator[TurnReport]:
        words = self._ear.feed(frame)
        if words:
            yield from self._add(words)
            return
        if self._words:
            yield from self._consider_end()
        if self._ear.heard_ms - self._reported_ms >= self._timing.update_every_ms and not self._eager:
            yield self._report(TurnEvent.UPDATE, confidence=0.05)

    def _add(self, words: list[HeardWord]) -> Iterator[TurnReport]:
        begins = not self._words
        self._words.extend(words)
        if begins:
            yield self._report(TurnEvent.START, confidence=0.05)
        elif self._eager:
            self._eager = False
            yield self._report(TurnEvent.RESUMED, confidence=0.1)
        elif self._ear.heard_ms - self._reported_ms >= self._timing.update_every_ms:
            yield self._report(TurnEvent.UPDATE, confidence=0.05)

    def _consider_end(self) -> Iterator[TurnReport]:
        silence_ms = self._ear.heard_ms - self.speech_ended_ms
        ends_by_itself = self.thresholds.eot_threshold < _WE_END_TURNS_OURSELVES
        if ends_by_itself and silence_ms >= self._timing.end_silence_ms:
            yield self._end("model")
        elif self._ear.heard_ms - self._words[-1].end_ms >= self.thresholds.eot_timeout_ms:
            yield self._end("timeout")
        elif self._may_end_eagerly and silence_ms >= self._timing.eager_silence_ms:
            self._eager = True
            yield self._report(TurnEvent.EAGER_END, confidence=self.thresholds.eager_eot_threshold or 0)

    @property
    def _may_end_eagerly(self) -> bool:
        return self.thresholds.eager_eot_threshold is not None and not self._eager

    def _end(self, trigger: Trigger) -> TurnReport:
        confidence = 1.0 if trigger == "manual" else min(0.95, self.thresholds.eot_threshold + 0.1)
        report = self._report(TurnEvent.END, confidence=confidence, trigger=trigger)
        self._turn_index += 1
        self._turn_began_ms = self._ear.heard_ms
        self._words = []
        self._eager = False
        return report

    def _report(self, event: TurnEvent, *, confidence: float, trigger: Trigger | None = None) -> TurnReport:
        self._reported_ms = self._ear.heard_ms
        return TurnReport(
            event=event,
            turn_index=self._turn_index,
            window_start_ms=self._turn_began_ms,
            window_end_ms=self._ear.heard_ms,
            words=tuple(self._words),
            confidence=confidence,
            trigger=trigger,
        )
