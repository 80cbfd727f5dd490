"""One call's mouth: it has one voice as long as it can, and never an old one again."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field

from domain.conversations import Backup
from domain.transcripts import WordTime
from media.audio.playout import Playout
from media.engine.events import Event, Failed, Part
from media.live.synthesis import VoiceOutput
from media.metrics import Figures
from media.vendor_health import Health
from providers.errors import ProviderUnavailable
from providers.speech.contract import SpeechRequest
from tests.media.plans import plan
from tests.media.script import BEGAN_AT

FIRST, PAIRED = "first", "paired"
MOMENT = "One moment."
PLAN = plan(voice=FIRST, backup=Backup(voice=PAIRED, voice_model="aura-2"))


@dataclass
class Voices:
    """Speaks with every voice but those that are away, and remembers who said what."""

    away: frozenset[str] = frozenset()
    said: list[tuple[str, str]] = field(default_factory=list)

    async def speak_timed(self, request: SpeechRequest) -> AsyncIterator[bytes | WordTime]:
        self.said.append((request.voice, request.text))
        if request.voice in self.away:
            raise ProviderUnavailable
        yield b"\x00" * 1_600

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        yield b""

    async def warm(self) -> None:
        """They are warm."""

    async def close(self) -> None:
        """Nothing is open."""


def mouth_of(
    voices: Voices, at_hand: Mapping[str, bytes], tell: Callable[[Event], None] = lambda _: None
) -> VoiceOutput:
    figures = Figures(Health(lambda: BEGAN_AT))
    return VoiceOutput(PLAN, voices, at_hand, Playout(), tell, lambda: None, figures, lambda _: None)


async def say(mouth: VoiceOutput, *texts: str) -> None:
    """Each is a reply of its own, and is audio, or has failed, afterwards."""
    async with asyncio.TaskGroup() as group:
        for reply, text in enumerate(texts, start=1):
            mouth.speak(group, reply, text)


async def test_what_is_at_hand_is_asked_of_nobody() -> None:
    voices = Voices()
    await say(mouth_of(voices, {MOMENT: b"\x00" * 800}), MOMENT)
    assert [] == voices.said


async def test_what_the_first_voice_has_prepared_is_not_heard_behind_the_paired_one() -> None:
    """Requirement 66: nobody hears two voices take turns."""
    voices = Voices(away=frozenset({FIRST}))
    mouth = mouth_of(voices, {MOMENT: b"\x00" * 800})
    await say(mouth, "We do.")
    await say(mouth, MOMENT, "Shall we go on?")
    assert [(FIRST, "We do.")] == voices.said[:1]
    assert [(PAIRED, text) for text in ("We do.", MOMENT, "Shall we go on?")] == voices.said[1:]


async def test_a_paired_voice_that_fails_gives_the_word_back_to_nobody() -> None:
    voices, told = Voices(away=frozenset({FIRST, PAIRED})), list[Event]()
    mouth = mouth_of(voices, {}, told.append)
    await say(mouth, "We do.")
    await say(mouth, "Shall we go on?")
    assert [FIRST, PAIRED, PAIRED, PAIRED] == [voice for voice, _ in voices.said]
    assert [Failed(Part.SPEECH, 1)] * 2 == told
