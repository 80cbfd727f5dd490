"""What a client may ask of a realtime transcription session, and which of its speech is an item.

Wire format: OpenAI's reference of transcription sessions, as the SDK 3.57 states it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from simulators.words.ear import Ear

_FRAME_BYTES = 160
_HINTED = ("gpt-transcribe", "gpt-live-transcribe")
_UNDETECTED = ("gpt-live-transcribe", "gpt-realtime-whisper")


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AudioFormat(_Asked):
    """This listener hears µ-law only, since that is what a telephone sends."""

    type: Literal["audio/pcmu"]


class Transcription(_Asked):
    """By which model, in which language (two letters)."""

    model: Literal[
        "whisper-1",
        "gpt-transcribe",
        "gpt-live-transcribe",
        "gpt-4o-mini-transcribe",
        "gpt-4o-transcribe",
        "gpt-realtime-whisper",
    ]
    language: Annotated[str, Field(pattern="^[a-z]{2}$")] | None = None
    languages: list[Annotated[str, Field(pattern="^[a-z]{2}$")]] | None = None
    keywords: list[str] | None = None
    prompt: str | None = None

    @model_validator(mode="after")
    def hints_fit_the_model(self) -> Self:
        if (self.languages or self.keywords) and self.model not in _HINTED:
            raise ValueError(f"languages and keywords are not supported with {self.model}")
        return self


class ServerVad(_Asked):
    """When a voice begins and ends."""

    type: Literal["server_vad"] = "server_vad"
    threshold: Annotated[float, Field(ge=0, le=1)] = 0.5
    prefix_padding_ms: Annotated[int, Field(ge=0)] = 300
    silence_duration_ms: Annotated[int, Field(ge=0)] = 500


class AudioInput(_Asked):
    """How the session listens; without turn_detection the client commits by itself."""

    format: AudioFormat = AudioFormat(type="audio/pcmu")
    transcription: Transcription | None = None
    noise_reduction: dict[str, str] | None = None
    turn_detection: ServerVad | None = ServerVad()

    @model_validator(mode="after")
    def detection_fits_the_model(self) -> Self:
        if self.transcription and self.transcription.model in _UNDETECTED and self.turn_detection:
            raise ValueError(f"turn_detection must be null with {self.transcription.model}")
        return self


class Audio(_Asked):
    """A transcription session has input only."""

    input: AudioInput = AudioInput()


class Session(_Asked):
    """A session's configuration."""

    type: Literal["transcription"]
    audio: Audio = Audio()
    include: list[Literal["item.input_audio_transcription.logprobs"]] = []


@dataclass(frozen=True, slots=True)
class VoiceOn:
    """Somebody began to speak, the padding before included (ms of received audio)."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class VoiceOff:
    """Nobody speaks any more; the words since the voice came on."""

    at_ms: int
    words: tuple[str, ...]


class VoiceDetector:
    """The input buffer of one session: mono µ-law at 8 kHz, on the clock of the received audio."""

    def __init__(self) -> None:
        self.detection: ServerVad | None = ServerVad()
        self._ear = Ear()
        self._waiting = b""
        self._words: list[str] = []
        self._last_word_ms = 0
        self._committed_ms = 0
        self._is_on = False

    @property
    def buffered_ms(self) -> int:
        """Audio since the last commit."""
        return self._ear.heard_ms - self._committed_ms

    def hear(self, mulaw: bytes) -> Iterator[VoiceOn | VoiceOff]:
        """What this audio changes; without detection it is only buffered."""
        waiting = self._waiting + mulaw
        whole = len(waiting) - len(waiting) % _FRAME_BYTES
        self._waiting = waiting[whole:]
        for start in range(0, whole, _FRAME_BYTES):
            yield from self._hear_frame(waiting[start : start + _FRAME_BYTES])

    def commit(self) -> tuple[str, ...]:
        """Everything buffered becomes an item: its words."""
        words, self._words = tuple(self._words), []
        self._committed_ms = self._ear.heard_ms
        self._is_on = False
        return words

    def _hear_frame(self, frame: bytes) -> Iterator[VoiceOn | VoiceOff]:
        words = self._ear.feed(frame)
        if words:
            self._words += [word.text for word in words]
            self._last_word_ms = words[-1].end_ms
        if self.detection is None:
            return
        now = self._ear.heard_ms
        if not self._is_on and (words or self._ear.last_voice_ms == now):
            self._is_on = True
            yield VoiceOn(max(0, now - self.detection.prefix_padding_ms))
        spoke_at_ms = max(self._ear.last_voice_ms or 0, self._last_word_ms)
        if self._is_on and now - spoke_at_ms >= max(20, self.detection.silence_duration_ms):
            yield VoiceOff(now, self.commit())
