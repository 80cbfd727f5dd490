"""ElevenLabs' models and voices: the languages of each model, which may be named to it, and what became of voices.

Read 2026-11-29: elevenlabs.io (models); SDK 2.78. That flash and turbo 2.5 refuse a code they do not know with 400:
pipecat-ai/pipecat issue 5395; that multilingual_v2 ignores it: livekit/agents pull request 6197. That accounts made since
March 2026 have no default voices and all lose them on 2026-12-31: ElevenLabs' help pages as quoted in
community.home-assistant.io topic 47697.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.language.phrases import base_of
from providers.facts.languages import tags
from providers.facts.shape import Life

_TWENTY_NINE: Final = tags(
    "en ja zh de hi fr ko pt it es id nl tr fil pl sv bg ro ar cs el fi hr ms sk da ta uk ru"
)
_THIRTY_TWO: Final = _TWENTY_NINE | {"hu", "no", "vi"}
_VOICE_ID: Final = re.compile(r"^[A-Za-z0-9]{20}$")


@dataclass(frozen=True, slots=True)
class VoiceModel:
    """languages: those it speaks, empty for more than are listed here; takes_code: it is told which one."""

    languages: frozenset[str]
    takes_code: bool = False

    def speaks(self, language: str) -> bool:
        """Whether it speaks the language of this tag."""
        return not self.languages or base_of(language) in self.languages


VOICE_MODELS: Final[Mapping[str, VoiceModel]] = {
    "eleven_flash_v2_5": VoiceModel(_THIRTY_TWO, takes_code=True),
    "eleven_turbo_v2_5": VoiceModel(_THIRTY_TWO, takes_code=True),
    "eleven_multilingual_v2": VoiceModel(_TWENTY_NINE),
    "eleven_flash_v2": VoiceModel(tags("en")),
    "eleven_turbo_v2": VoiceModel(tags("en")),
    "eleven_v3": VoiceModel(frozenset()),
}

DEFAULT_VOICES: Final[Mapping[str, Life]] = dict.fromkeys(
    (
        "21m00Tcm4TlvDq8ikWAM",
        "EXAVITQu4vr4xnSDxMaL",
        "JBFqnCBsd6RMkjVDRZzb",
        "pNInz6obpgDQGcFmaJgB",
        "pqHfZKP75CvOlQylNhV4",
        "nPczCjzI2devNBz1zQrb",
        "cgSgspJ2msm6clMCkdW9",
        "onwK4e9ZLuTAKqWW03F9",
    ),
    Life(date(2026, 12, 31), "a voice of the account's own"),
)
"""The vendor's former voices for everybody, as far as they are used in examples."""


def language_code(model: str, language: str) -> str | None:
    """What to tell the model of the language (ISO 639-1, without a region); None where it takes no such word."""
    known = VOICE_MODELS.get(model)
    return base_of(language) if known and known.takes_code and known.speaks(language) else None


def is_voice_id(voice: str) -> bool:
    """Whether a voice can be one of this vendor's."""
    return _VOICE_ID.match(voice) is not None
