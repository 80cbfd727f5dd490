"""An ear between the line's own sounds and a simulated recogniser."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations import Ears
from media.events import Event, Hearing, Words
from media.listening import Ear
from media.local_silence import LocalSilence
from providers.speech.deepgram_nova import NovaRecogniser, NovaSettings
from simulators import speech_recognition
from simulators.faults import Faults
from simulators.journal import Journal
from tests.media.house import until
from tests.media.plans import plan
from tests.providers.recogniser_suite import FRAME_BYTES, said
from tests.simulators.loopback import serving

KEY = "deepgram-key"


@dataclass
class Line:
    """One call's ear and what happened in it."""

    happened: list[Event] = field(default_factory=list)
    ear: Ear = field(init=False)

    def hear(self, audio: bytes) -> None:
        """The audio in frames of 20 ms, faster than real time."""
        for start in range(0, len(audio), FRAME_BYTES):
            self.ear.hear(audio[start : start + FRAME_BYTES])

    def finals(self) -> list[str]:
        """The turns that have ended."""
        words = (event for event in self.happened if isinstance(event, Words))
        return [event.text for event in words if event.hearing is Hearing.FINAL]


@asynccontextmanager
async def listening(endpointing_ms: int = 400, utterance_end_ms: int = 1_000) -> AsyncIterator[Line]:
    """An ear of Nova with these settings."""
    async with (
        serving(speech_recognition.routes(KEY, Faults(), Journal())) as host,
        asyncio.TaskGroup() as group,
    ):
        nova = NovaRecogniser(
            NovaSettings(
                KEY, f"ws://{host}", endpointing_ms=endpointing_ms, utterance_end_ms=utterance_end_ms
            )
        )
        line, opened = Line(), await nova.open("en")
        survey = plan("call_ear-1", ears=Ears.NOVA)
        line.ear = Ear(survey, {Ears.NOVA: nova}, line.happened.append, opened, lambda _part: None)
        group.create_task(line.ear.listen())
        yield line
        line.ear.stop()
        await line.ear.close()


async def test_local_silence_ends_a_turn_that_nova_would_leave_open() -> None:
    """Design, section 6: local silence and Finalize come first; here nothing else would come for five seconds."""
    async with listening(endpointing_ms=60_000, utterance_end_ms=5_000) as line:
        line.hear(said(200, "Good morning", 400))
        await until(lambda: ["Good morning"] == line.finals(), 3)


async def test_a_turn_ends_once_by_whichever_signal_comes_first() -> None:
    """Finalize, speech_final and UtteranceEnd all tell of the same end."""
    async with listening() as line:
        line.hear(said(200, "Good morning", 2500, "Who is this?", 2500))
        await until(lambda: "Who is this?" in line.finals(), 10)
        assert ["Good morning", "Who is this?"] == line.finals()


# When silence ends a turn


@pytest.mark.parametrize(
    "story, due_at",
    [
        ("voice words silence", [2]),
        ("voice silence words", [2]),
        ("voice words silence words", [2]),
        ("voice words end silence", []),
        ("words words words", []),
        ("silence words words", [1]),
        ("voice words silence end voice words silence", [2, 6]),
        ("voice silence voice words", []),
        ("voice silence late words", []),
    ],
)
def test_each_silence_ends_one_turn_that_has_words(story: str, due_at: list[int]) -> None:
    """A voice too quiet for the gate never ends a turn by silence; neither does a silence that is long over."""
    silence, now, due, place = LocalSilence(), 0.0, [], 0
    for word in story.split():
        match word:
            case "late":
                now += 60
                continue
            case "voice" | "silence":
                told = silence.voice(word == "voice", now)
            case _:
                told = silence.words(word == "end", now)
        due += [place] if told else []
        place += 1
    assert due_at == due


@given(st.lists(st.sampled_from(["voice", "silence", "words", "end"])))
def test_there_are_never_more_ends_than_silences(story: list[str]) -> None:
    silence = LocalSilence()
    ends = 0
    for word in story:
        is_voice = word in ("voice", "silence")
        told = silence.voice(word == "voice", 0) if is_voice else silence.words(word == "end", 0)
        ends += told
    assert ends <= story.count("silence")
