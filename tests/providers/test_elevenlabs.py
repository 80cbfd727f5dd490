"""ElevenLabs, raw and with word times, against the simulated vendor."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from domain.transcripts import WordTime
from providers.speech.contract import SpeechRequest, Synthesiser, TimedSynthesiser
from providers.speech.elevenlabs import ElevenLabsSettings, ElevenLabsSynthesiser
from providers.speech.word_clock import Letters, WordClock
from simulators import speech_synthesis
from tests.providers.synthesiser_suite import SENTENCE, SynthesiserSuite, Voices, voices_of, words_in

BYTES_PER_MS = 8


@asynccontextmanager
async def elevenlabs(adapter: Callable[[ElevenLabsSettings], Synthesiser]) -> AsyncIterator[Voices]:
    def connect(key: str, url: str) -> Synthesiser:
        return adapter(ElevenLabsSettings(key, url))

    async with voices_of(
        speech_synthesis.routes,
        connect,
        model="eleven_flash_v2_5",
        unknown_voice="no-such-voice",
        service="elevenlabs",
    ) as voices:
        yield voices


@pytest_asyncio.fixture(scope="module")
async def raw() -> AsyncIterator[Voices]:
    async with elevenlabs(ElevenLabsSynthesiser) as voices:
        yield voices


@pytest_asyncio.fixture(scope="module")
async def timed() -> AsyncIterator[Voices]:
    async with elevenlabs(WithTimes) as voices:
        yield voices


class TestRawAudio(SynthesiserSuite):
    @pytest.fixture
    def vendor(self, raw: Voices) -> Voices:
        return raw


class WithTimes(ElevenLabsSynthesiser):
    """The audio of the other format, so that both fulfil the contract."""

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        async for piece in self.speak_timed(request):
            if isinstance(piece, bytes):
                yield piece


class TestTimedAudio(SynthesiserSuite):
    @pytest.fixture
    def vendor(self, timed: Voices) -> Voices:
        return timed

    async def test_every_word_has_its_end_in_text_and_audio(self, voices: Voices) -> None:
        """Requirement 67: what was heard of a reply that was cut is known to the word."""
        assert isinstance(voices.synthesiser, TimedSynthesiser)
        audio, words = b"", []
        async for piece in voices.synthesiser.speak_timed(voices.request):
            if isinstance(piece, bytes):
                audio += piece
            else:
                words.append(piece)

        ends = [place for place in range(1, len(SENTENCE) + 1) if f"{SENTENCE} "[place] == " "]
        assert ends == [word.ends_at for word in words]
        for word in words:
            cut = audio[: (word.ends_ms + 200) * BYTES_PER_MS]
            assert words_in(cut).startswith(SENTENCE[: word.ends_at])

    async def test_a_word_follows_the_audio_it_came_with(self, voices: Voices) -> None:
        assert isinstance(voices.synthesiser, TimedSynthesiser)
        heard_ms = 0
        async for piece in voices.synthesiser.speak_timed(voices.request):
            if isinstance(piece, bytes):
                heard_ms += len(piece) // BYTES_PER_MS
            else:
                assert piece.ends_ms <= heard_ms + 1000


# When words end


def letters(text: str, start_ms: int = 0) -> Letters:
    """Each letter takes 100 ms."""
    starts = [(start_ms + 100 * place) / 1000 for place in range(len(text))]
    return Letters(list(text), starts, [start + 0.1 for start in starts])


def test_a_word_ends_with_its_last_letter() -> None:
    clock = WordClock("Yes, I do.")
    assert [WordTime(4, 400), WordTime(6, 600), WordTime(10, 1000)] == list(
        clock.take(letters("Yes, I do."), 0)
    )


def test_a_word_may_be_cut_between_two_pieces() -> None:
    clock = WordClock("Good morning")
    assert [WordTime(4, 400)] == list(clock.take(letters("Good mor"), 0))
    assert [WordTime(12, 1200)] == list(clock.take(letters("ning", 800), 900))


def test_times_that_run_backwards_count_from_their_own_piece() -> None:
    clock = WordClock("Good morning")
    assert [WordTime(4, 400)] == list(clock.take(letters("Good "), 0))
    assert [WordTime(12, 1300)] == list(clock.take(letters("morning"), 600))


def test_a_piece_without_letters_ends_no_word() -> None:
    assert [] == list(WordClock("Yes").take(None, 0))


@pytest.mark.parametrize(
    "text, spoken, told",
    [
        ("a\n b", "a b", [WordTime(1, 100), WordTime(4, 300)]),
        ("Pay 5 now", "Pay five now", [WordTime(3, 300)]),
    ],
)
def test_words_that_cannot_be_followed_stay_unknown(text: str, spoken: str, told: list[WordTime]) -> None:
    assert told == list(WordClock(text).take(letters(spoken), 0))


@given(st.lists(st.text("abc.", min_size=1, max_size=5), min_size=1, max_size=8), st.integers(1, 7))
def test_every_word_is_told_once_however_the_letters_are_cut(words: list[str], size: int) -> None:
    text = " ".join(words)
    clock = WordClock(text)
    told: list[WordTime] = []
    for start in range(0, len(text), size):
        told += clock.take(letters(text[start : start + size], start * 100), start * 100)
    assert words == [text[: word.ends_at].split()[-1] for word in told]
    assert [100 * word.ends_at for word in told] == [word.ends_ms for word in told]
