"""Speaks text at the pace of the vendor: a delay before the first byte, then chunks faster than real time."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from simulators.broken_streams import BreakOff
from simulators.clock import now_seconds
from simulators.ordered_faults import Faults
from simulators.vendor_journal import Journal
from simulators.words import mulaw, sounds
from simulators.words.voice import Utterance, Voice

AudioFormat = Literal["ulaw_8000", "pcm_8000"]

_NATURAL_WORDS_PER_MINUTE = 170
_ESPEAK_VOICES = {"en": "en-us", "hi": "hi", "es": "es", "fr": "fr", "de": "de", "pt": "pt-br"}
_LIVE_FAULTS = frozenset({"slow", "stall", "close", "empty"})


@dataclass(frozen=True, slots=True)
class SynthesisTiming:
    """first_byte_ms: from request to first audio; factor: seconds of audio sent per second; chunk_ms of audio."""

    first_byte_ms: int = 80
    factor: float = 8.0
    chunk_ms: int = 100
    inactivity_seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is said: a voice id, a language ("en", "hi"), the vendor's speed (0.7 to 1.2)."""

    voice_id: str
    language: str = "en"
    speed: float = 1.0


@dataclass(frozen=True, slots=True)
class AudioChunk:
    """Some of an utterance: where it begins in it (ms), and its bytes in the wanted format."""

    start_ms: int
    end_ms: int
    audio: bytes


class Speaker:
    """One vendor's voices; one for all requests. service is the vendor's name in faults and journal."""

    def __init__(self, service: str, faults: Faults, journal: Journal, timing: SynthesisTiming) -> None:
        self.timing = timing
        self._service = service
        self._voice = Voice()
        self._faults = faults
        self._journal = journal

    async def utter(self, text: str, manner: Manner, first_sequence: int = 0) -> Utterance:
        """The text as audio; the first time it is made away from the event loop."""
        utterance = await asyncio.to_thread(
            self._voice.say,
            text,
            voice=_ESPEAK_VOICES.get(manner.language.partition("-")[0].lower(), "en-us"),
            words_per_minute=round(_NATURAL_WORDS_PER_MINUTE * manner.speed),
            first_sequence=first_sequence,
        )
        if utterance.mulaw:
            return utterance
        return Utterance(sounds.silence(20), (), utterance.next_sequence)

    async def chunks(
        self, text: str, utterance: Utterance, audio_format: AudioFormat, asked_at: float
    ) -> AsyncIterator[AudioChunk]:
        """The utterance piece by piece, each when it is due; asked_at is the request's monotonic moment.

        None at all for an "empty" fault; raises BreakOff when a "close" fault ends it after the first piece.
        """
        fault = self._faults.take(self._service, kinds=_LIVE_FAULTS)
        kind = fault.kind if fault else None
        if kind == "empty":
            self._journal.record(self._service, "empty")
            return
        pause = fault.parameters.get("seconds", 2.0) if fault else 0.0
        due = asked_at + self.timing.first_byte_ms / 1000 + (pause if kind == "slow" else 0)
        for start_ms in range(0, utterance.duration_ms, self.timing.chunk_ms):
            await asyncio.sleep(max(0.0, due - now_seconds()))
            if start_ms == 0:
                delay_ms = (now_seconds() - asked_at) * 1000
                self._journal.record(self._service, "FirstByte", text=text, delay_ms=delay_ms)
            end_ms = min(start_ms + self.timing.chunk_ms, utterance.duration_ms)
            yield AudioChunk(start_ms, end_ms, _in_format(utterance.mulaw, start_ms, end_ms, audio_format))
            if start_ms == 0 and fault:
                due = await self._misbehave(kind, pause, due)
            due += self.timing.chunk_ms / 1000 / self.timing.factor
        self._journal.record(self._service, "Finished", text=text, audio_ms=utterance.duration_ms)

    async def _misbehave(self, kind: str | None, pause: float, due: float) -> float:
        self._journal.record(self._service, str(kind))
        if kind == "close":
            raise BreakOff
        # However late the piece before it was, a stall is heard in full.
        return max(due, now_seconds()) + pause if kind == "stall" else due


def _in_format(audio: bytes, start_ms: int, end_ms: int, audio_format: AudioFormat) -> bytes:
    last = len(audio) if end_ms * mulaw.SAMPLES_PER_MS > len(audio) - mulaw.SAMPLES_PER_MS else None
    piece = audio[start_ms * mulaw.SAMPLES_PER_MS : last or end_ms * mulaw.SAMPLES_PER_MS]
    if audio_format == "ulaw_8000":
        return piece
    return mulaw.decode(piece).astype(np.dtype("<i2")).tobytes()
