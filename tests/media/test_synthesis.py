"""One call's mouth: it has one voice as long as it can, and never an old one again."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field

import pytest

from domain.conversations import Backup
from domain.transcripts import WordTime
from media.audio.playout import Clause, Playout
from media.engine.events import Event, Failed, Part, Synthesised
from media.live.synthesis import VoiceOutput
from media.metrics import Figures
from media.vendor_health import Health
from providers.errors import ProviderUnavailable
from providers.speech.contract import SpeechRequest
from tests.media.plans import plan
from tests.media.script import BEGAN_AT

FIRST, PAIRED = "first", "paired"
MOMENT = "One moment."
AUDIO = b"\x00" * 8 * 200
PLAN = plan(voice=FIRST, backup=Backup(voice=PAIRED, voice_model="aura-2"))


@dataclass
class Voices:
    """Speaks with every voice but those that are away, and remembers who said what."""

    away: frozenset[str] = frozenset()
    said: list[tuple[str, str]] = field(default_factory=list)
    before: tuple[bytes | WordTime, ...] = ()  # what comes of a voice that is away before it is
    then: tuple[bytes | WordTime, ...] = (b"\x00" * 1_600,)

    async def speak_timed(self, request: SpeechRequest) -> AsyncIterator[bytes | WordTime]:
        self.said.append((request.voice, request.text))
        for piece in self.before if request.voice in self.away else self.then:
            yield piece
        if request.voice in self.away:
            raise ProviderUnavailable

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        yield b""

    async def warm(self) -> None:
        """They are warm."""

    async def close(self) -> None:
        """Nothing is open."""


def mouth_of(
    voices: Voices,
    at_hand: Mapping[str, bytes],
    tell: Callable[[Event], None] = lambda _: None,
    playout: Playout | None = None,
) -> VoiceOutput:
    figures = Figures(Health(lambda: BEGAN_AT))
    return VoiceOutput(
        PLAN, voices, at_hand, playout or Playout(), tell, lambda: None, figures, lambda _: None
    )


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


class OneClause(Playout):
    """Keeps the clause that it was asked for."""

    def clause(self, reply: int, text: str) -> Clause:
        self.kept = super().clause(reply, text)
        return self.kept


async def test_another_voice_goes_on_behind_the_last_whole_word() -> None:
    """It says the rest, whose words are counted behind what was heard of the first: what was heard is told by them."""
    first = (AUDIO, WordTime(2, 150), AUDIO)
    voices = Voices(
        away=frozenset({FIRST}), before=first, then=(AUDIO, WordTime(3, 180), AUDIO, WordTime(9, 320))
    )
    playout = OneClause()
    await say(mouth_of(voices, {}, playout=playout), "We do that.")
    assert [(FIRST, "We do that."), (PAIRED, " do that.")] == voices.said
    assert [WordTime(2, 150), WordTime(5, 580), WordTime(11, 720)] == playout.kept.words
    assert (True, 4 * len(AUDIO)) == (playout.kept.complete, len(playout.kept.audio))


@pytest.mark.parametrize(("heard_ms", "is_said_again"), [(500, True), (501, False)])
async def test_what_may_be_heard_twice_is_half_a_second_of_the_first_word(
    heard_ms: int, is_said_again: bool
) -> None:
    """After more of a clause without a word nobody knows where it was broken off."""
    voices, told = Voices(away=frozenset({FIRST}), before=(b"\x00" * 8 * heard_ms,)), list[Event]()
    await say(mouth_of(voices, {}, told.append), "We do.")
    assert [FIRST, PAIRED][: 1 + is_said_again] == [voice for voice, _ in voices.said]
    assert is_said_again is (Failed(Part.SPEECH, 1) not in told)


async def test_what_was_cancelled_is_said_no_further_and_the_next_is() -> None:
    voices, told = Voices(), list[Event]()
    mouth = mouth_of(voices, {}, told.append)
    async with asyncio.TaskGroup() as group:
        for reply, text in ((1, "One."), (1, "Two."), (2, "Three.")):
            mouth.speak(group, reply, text)
        mouth.cancel(1)
    assert ["Three."] == [text for _, text in voices.said if text != "One."]
    assert [2] == [event.reply for event in told if isinstance(event, Synthesised)]
