"""What a call waits for before it is dialled: its turn on the trunk, a permit of a speech service, a vendor that fails.

A permit is how many calls at once may use a service whose vendor limits what one customer has open. It is taken with a
call's line and freed with it, see database/trunk_lines.py.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.conversations import Engine, RecogniserName


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
PACE: Final = "pace"
"""What a call waits for when its trunk may not dial again yet."""
MEDIA: Final = "media"
"""What a call waits for when no media process takes calls."""
TRUNK: Final = "trunk"
"""What a call waits for when its trunk's breaker is open."""
HELD_VENDOR: Final = "vendor"
"""What a call waits for whose agent relies on a vendor that fails: this, and behind a slash its name in domain.vendors."""
_WORK: Final = {"model": "language model", "recogniser": "recogniser", "synthesiser": "voice"}
TURNS: Final = {
    LINE: "a free line",
    PACE: "its turn at the trunk's pace",
    MEDIA: "a media process that takes calls; see outbound doctor",
    TRUNK: "its trunk, which is paused",
}
"""What all calls of a trunk wait for together, in words for people; whoever came first goes first."""
TURN: Final = "turn"
"""What a call waits for whose feeder had no line for it: one of these or a permit, which it finds out in line."""


def recogniser_of(recogniser: RecogniserName, engine: Engine) -> SpeechProvider:
    """Whose sockets hear: the recogniser's, unless the engine hears by itself."""
    is_openai = recogniser is RecogniserName.OPENAI or engine is Engine.REALTIME
    return SpeechProvider.OPENAI if is_openai else SpeechProvider.DEEPGRAM


def synthesiser_of(voice_model: str) -> SpeechProvider:
    """Who speaks with this model; ElevenLabs, as with every name that tells nobody."""
    return SpeechProvider.DEEPGRAM if voice_model.startswith("aura") else SpeechProvider.ELEVENLABS


def wanted_text(waits_for: str) -> str:
    """What a queued call waits for, as a noun for people."""
    if waits_for in TURNS:
        return TURNS[waits_for]
    if waits_for == TURN:
        return "its turn"
    kind, _, provider = waits_for.partition("/")
    if kind == HELD_VENDOR:
        work, _, provider = provider.partition("/")
        return f"the {_WORK[work]} {provider}"
    return f"a {kind} permit: all of {provider}'s are in use"


def waits_for_text(waits_for: str) -> str:
    """That a queued call waits, and for what, in words for people."""
    return f"waits for {wanted_text(waits_for)}"
