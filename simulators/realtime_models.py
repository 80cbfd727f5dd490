"""Which of OpenAI's realtime and transcription models there are on a day; data of the simulated vendor's own.

Source: OpenAI's deprecations and SDK 3.57 (realtime_session_create_request.py, audio_transcription.py), read 2026-11-29.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from simulators.openai_sockets import Refused

Today = Callable[[], date]

_JANUARY: Final = date(2027, 1, 20)
_FEBRUARY: Final = date(2027, 2, 26)
REALTIME: Final[Mapping[str, date | None]] = {
    "gpt-realtime": _JANUARY,
    "gpt-realtime-2025-08-28": _JANUARY,
    "gpt-realtime-mini": _JANUARY,
    "gpt-realtime-1.5": None,
    "gpt-realtime-2": None,
    "gpt-realtime-2.1": None,
    "gpt-realtime-2.1-mini": None,
}
TRANSCRIPTION: Final[Mapping[str, date | None]] = {
    "whisper-1": _FEBRUARY,
    "gpt-4o-transcribe": _FEBRUARY,
    "gpt-4o-mini-transcribe": _FEBRUARY,
    "gpt-transcribe": None,
    "gpt-live-transcribe": None,
    "gpt-realtime-whisper": None,
}


def is_there(model: str, listed: Mapping[str, date | None], today: date) -> bool:
    """Whether the vendor has this model, and has not ended it yet."""
    ends_on = listed.get(model, date.min)
    return ends_on is None or today < ends_on


def check_transcription(model: str, today: date) -> None:
    """Raises Refused for a model that has ended."""
    if not is_there(model, TRANSCRIPTION, today):
        raise Refused(
            "model_not_found",
            f"The model `{model}` does not exist or you do not have access to it.",
            "session.audio.input.transcription.model",
        )
