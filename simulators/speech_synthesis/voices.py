"""The simulated ElevenLabs account: its voices, and which languages each model speaks; data of the vendor's own.

Source: elevenlabs.io (models; help pages on default and library voices), read 2026-11-29.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from simulators.settings import VOICE

_WITHOUT_DEFAULTS: Final = date(2026, 12, 31)
_DEFAULTS: Final = frozenset({"EXAVITQu4vr4xnSDxMaL", "JBFqnCBsd6RMkjVDRZzb", "pNInz6obpgDQGcFmaJgB"})
_LIBRARY: Final = frozenset({"21m00Tcm4TlvDq8ikWAM"})

_MANY: Final = [
    "en",
    "ja",
    "zh",
    "de",
    "hi",
    "fr",
    "ko",
    "pt",
    "it",
    "es",
    "id",
    "nl",
    "tr",
    "fil",
    "pl",
    "sv",
    "bg",
    "ro",
    "ar",
    "cs",
    "el",
    "fi",
    "hr",
    "ms",
    "sk",
    "da",
    "ta",
    "uk",
    "ru",
]
_CODES: Final[dict[str, frozenset[str] | None]] = {
    "eleven_flash_v2_5": frozenset([*_MANY, "hu", "no", "vi"]),
    "eleven_turbo_v2_5": frozenset([*_MANY, "hu", "no", "vi"]),
    "eleven_multilingual_v2": None,
    "eleven_v3": None,
    "eleven_flash_v2": frozenset(),
    "eleven_turbo_v2": frozenset(),
}
"""Which codes a model takes; None for one that passes over them."""

MODELS: Final = tuple(_CODES)


class RefusedVoice(Exception):
    """The account may not speak so: status, the vendor's name of the reason and its words."""

    def __init__(self, status: int, name: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.name = name


@dataclass(frozen=True, slots=True)
class VoiceAccount:
    """pays: without it no voice of the library speaks over the interface; made_on: accounts made since March 2026 have
    no default voices."""

    pays: bool = True
    made_on: date = date(2025, 6, 1)

    def check_voice(self, voice: str, today: date) -> None:
        """Raises RefusedVoice for one that does not speak for this account on this day."""
        if voice in _LIBRARY and not self.pays:
            raise RefusedVoice(
                402, "paid_plan_required", "Free users cannot use library voices via the API. Please upgrade."
            )
        had_defaults = self.made_on < date(2026, 3, 1)
        is_there = voice == VOICE or (
            ((voice in _DEFAULTS and had_defaults) or voice in _LIBRARY) and today < _WITHOUT_DEFAULTS
        )
        if not is_there:
            raise RefusedVoice(404, "voice_not_found", f"A voice with the voice_id {voice} was not found.")


def check_model(model: str, language_code: str | None) -> None:
    """Raises RefusedVoice for a model that there is not, or a language that it cannot be told to speak."""
    if model not in _CODES:
        raise RefusedVoice(400, "model_not_found", f"A model with model ID {model} does not exist.")
    codes = _CODES[model]
    if language_code and codes is not None and language_code not in codes:
        raise RefusedVoice(
            400,
            "unsupported_language",
            f"Model '{model}' does not support the language_code {language_code}.",
        )
