"""Permits: how many calls at once may use a speech service, whose vendor limits what one customer has open.

A permit is taken with a call's line and freed with it, see database/lines.py.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.conversations import Ears, Engine


class PermitKind(StrEnum):
    """What a permit is for: a recogniser's socket, or a synthesiser's voice."""

    RECOGNISER = "recogniser"
    SYNTHESISER = "synthesiser"


class SpeechProvider(StrEnum):
    """Whose speech services there are."""

    DEEPGRAM = "deepgram"
    ELEVENLABS = "elevenlabs"
    OPENAI = "openai"


@dataclass(frozen=True, slots=True)
class Permit:
    """What an account's calls share, and run short of together."""

    kind: PermitKind
    provider: SpeechProvider

    @property
    def name(self) -> str:
        """As rows and waiting calls name it, such as "recogniser/deepgram"."""
        return f"{self.kind}/{self.provider}"


PERMITS: Final = (
    Permit(PermitKind.RECOGNISER, SpeechProvider.DEEPGRAM),
    Permit(PermitKind.RECOGNISER, SpeechProvider.OPENAI),
    Permit(PermitKind.SYNTHESISER, SpeechProvider.ELEVENLABS),
    Permit(PermitKind.SYNTHESISER, SpeechProvider.DEEPGRAM),
)
LINE: Final = "line"
"""What a call waits for when its trunk has no free line."""


def recogniser_of(ears: Ears, engine: Engine) -> SpeechProvider:
    """Whose sockets hear: the ears', unless the engine hears by itself."""
    is_openai = ears is Ears.OPENAI or engine is Engine.REALTIME
    return SpeechProvider.OPENAI if is_openai else SpeechProvider.DEEPGRAM


def synthesiser_of(voice_model: str) -> SpeechProvider:
    """Who speaks with this model; ElevenLabs, as with every name that tells nobody."""
    return SpeechProvider.DEEPGRAM if voice_model.startswith("aura") else SpeechProvider.ELEVENLABS


def waits_for_text(waits_for: str) -> str:
    """What a queued call waits for, in words for people."""
    if waits_for == LINE:
        return "waits for a free line"
    kind, _, provider = waits_for.partition("/")
    return f"waits for a {kind} permit: all of {provider}'s are in use"
