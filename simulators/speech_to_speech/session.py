"""What a client may ask of a realtime session that speaks. Wire format: OpenAI's realtime reference, SDK 3.52."""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from simulators.speech_recognition.realtime_session import AudioFormat, ServerVad, Transcription

VOICES = frozenset({"alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"})


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TurnDetection(ServerVad):
    """Unless it is told otherwise the service answers, and falls silent, by itself."""

    create_response: bool = True
    interrupt_response: bool = True
    idle_timeout_ms: Annotated[int, Field(ge=5_000, le=30_000)] | None = None


class AudioInput(_Asked):
    """How the session listens."""

    format: AudioFormat = AudioFormat(type="audio/pcmu")
    transcription: Transcription | None = None
    noise_reduction: dict[str, str] | None = None
    turn_detection: TurnDetection | None = TurnDetection()


class AudioOutput(_Asked):
    """How it speaks."""

    format: AudioFormat = AudioFormat(type="audio/pcmu")
    voice: str = "alloy"
    speed: Annotated[float, Field(ge=0.25, le=1.5)] = 1.0

    @model_validator(mode="after")
    def voice_is_known(self) -> Self:
        if self.voice not in VOICES:
            raise ValueError(f"Supported values are: {', '.join(sorted(VOICES))}")
        return self


class Audio(_Asked):
    """Both ways."""

    input: AudioInput = AudioInput()
    output: AudioOutput = AudioOutput()


class FunctionTool(_Asked):
    """A tool that the model may call."""

    type: Literal["function"]
    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
    description: str = ""
    parameters: dict[str, Any] = Field(default_factory=dict)


class Session(_Asked):
    """A session's configuration."""

    type: Literal["realtime"]
    instructions: str = ""
    output_modalities: list[Literal["audio"]] = ["audio"]
    audio: Audio = Audio()
    tools: list[FunctionTool] = []
    tool_choice: Literal["auto", "none", "required"] = "auto"
    max_output_tokens: Annotated[int, Field(ge=1, le=4096)] | Literal["inf"] = "inf"


def updated(session: Session, wanted: Any) -> Session:
    """The session with the fields that are named changed. Raises pydantic.ValidationError."""
    if not isinstance(wanted, dict):
        return Session.model_validate(wanted)
    return Session.model_validate(_merged(session.model_dump(), wanted, without_type=True))


def _merged(before: Any, wanted: Any, *, without_type: bool = False) -> Any:
    """Records are merged field by field, anything else is replaced; the session's type has to be named each time."""
    if not isinstance(before, dict) or not isinstance(wanted, dict):
        return wanted
    kept = {name: value for name, value in before.items() if not (without_type and name == "type")}
    return kept | {name: _merged(kept.get(name), value) for name, value in wanted.items()}
