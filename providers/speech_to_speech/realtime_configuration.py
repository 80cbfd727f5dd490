"""How a realtime session of OpenAI's is set up. Wire format: see openai_realtime."""

from dataclasses import dataclass
from typing import Any, Final

from providers.language_models.contract import Tool
from providers.language_models.tool_calls import schema_of
from providers.speech.openai_socket import transcription
from providers.speech_to_speech.contract import SessionRequest

_MOST_TOKENS: Final = 1_000


@dataclass(frozen=True, slots=True)
class RealtimeSettings:
    """Where the models are, and how patient we are with them.

    silence_ms: how long nobody speaks at a turn's end; threshold: how loud a voice must be, 0 to 1. In seconds: answer:
    until a session is accepted; first_sound: until a reply begins; words: until a turn's words are known; pulse: between
    two signs of life.
    """

    api_key: str
    ws_url: str = "wss://api.openai.com/v1"
    model: str = "gpt-realtime-2.1"
    voice: str = "marin"
    transcription_model: str = "gpt-transcribe"
    silence_ms: int = 500
    threshold: float = 0.5
    answer_seconds: float = 3.0
    first_sound_seconds: float = 3.0
    words_seconds: float = 5.0
    pulse_seconds: float = 3.0


def configuration(settings: RealtimeSettings, request: SessionRequest) -> dict[str, Any]:
    """The session as the service is told it."""
    detection = {
        "type": "server_vad",
        "threshold": settings.threshold,
        "silence_duration_ms": settings.silence_ms,
        "create_response": False,
        "interrupt_response": False,
    }
    spoken = {
        "format": {"type": "audio/pcmu"},
        "transcription": transcription(settings.transcription_model, request.languages),
        "turn_detection": detection,
    }
    return {
        "type": "realtime",
        "instructions": request.instructions,
        "output_modalities": ["audio"],
        "audio": {"input": spoken, "output": {"format": {"type": "audio/pcmu"}, "voice": settings.voice}},
        "tools": [_tool(tool) for tool in request.tools],
        "max_output_tokens": _MOST_TOKENS,
    }


def _tool(tool: Tool) -> dict[str, Any]:
    return {
        "type": "function",
        "name": tool.name,
        "description": tool.purpose,
        "parameters": schema_of(tool),
    }
