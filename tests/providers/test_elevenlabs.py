"""ElevenLabs, raw and with word times, against the simulated vendor."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from domain.language.languages import LANGUAGES
from domain.transcripts import WordTime
from providers.errors import CredentialsRefused, ProviderRefused
from providers.facts.elevenlabs import VOICE_MODELS
from providers.speech.contract import SpeechRequest, Synthesiser, TimedSynthesiser
from providers.speech.elevenlabs import ElevenLabsSettings, ElevenLabsSynthesiser
from providers.speech.word_times import Letters, WordClock
from simulators import speech_synthesis
from simulators.ordered_faults import Fault, Faults
from simulators.settings import VOICE
from simulators.speech_synthesis import VoiceAccount
from simulators.vendor_journal import Journal
from tests.providers.listeners import answer, listening
from tests.providers.synthesiser_suite import (
    KEY,
    QUICK,
    SENTENCE,
    SynthesiserSuite,
    Voices,
    audio_of,
    voices_of,
    words_in,
)
from tests.simulators.loopback import serving

BYTES_PER_MS = 8
RACHEL, SARAH = "21m00Tcm4TlvDq8ikWAM", "EXAVITQu4vr4xnSDxMaL"


@asynccontextmanager
async def elevenlabs(adapter: Callable[[ElevenLabsSettings], Synthesiser]) -> AsyncIterator[Voices]:
    def connect(key: str, url: str) -> Synthesiser:
        return adapter(ElevenLabsSettings(key, url, VOICE))

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
        """Requirement 62: what was heard of a reply that was cut is known to the word."""
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


@asynccontextmanager
async def account(
    day: date = date(2026, 11, 29), **shape: Any
) -> AsyncIterator[Callable[[str], ElevenLabsSettings]]:
    """Settings with a default voice, towards an account of this shape on this day."""
    routes = speech_synthesis.routes(KEY, Faults(), Journal(), QUICK, VoiceAccount(**shape), lambda: day)
    async with serving(routes) as host:
        yield lambda voice: ElevenLabsSettings(KEY, f"http://{host}", voice)


async def refusal_of(settings: ElevenLabsSettings, request: SpeechRequest) -> str:
    """The vendor's reason for refusing a request that no better key would mend; empty if it speaks."""
    synthesiser = ElevenLabsSynthesiser(settings)
    try:
        await audio_of(synthesiser, request)
    except CredentialsRefused as error:
        return f"credentials: {error.code}"
    except ProviderRefused as error:
        return error.code
    finally:
        await synthesiser.close()
    return ""


HELLO = SpeechRequest("Hello.", "default", "eleven_flash_v2_5")


@pytest.mark.parametrize(
    "voice, shape, day, reason",
    [
        (RACHEL, {"pays": False}, date(2026, 11, 29), "paid_plan_required"),
        (SARAH, {"made_on": date(2026, 4, 1)}, date(2026, 11, 29), "voice_not_found"),
        (SARAH, {}, date(2026, 12, 30), ""),
        (SARAH, {}, date(2026, 12, 31), "voice_not_found"),
        (VOICE, {"pays": False}, date(2027, 6, 1), ""),
    ],
    ids=["library voice, free plan", "new account", "last day", "after it", "the account's own"],
)
async def test_a_voice_that_the_account_may_not_use_is_no_word_on_its_key(
    voice: str, shape: dict[str, Any], day: date, reason: str
) -> None:
    async with account(day, **shape) as settings:
        assert reason == await refusal_of(settings(voice), HELLO)


@pytest.mark.parametrize(
    "voice, is_missed", [(SARAH, True), (VOICE, False)], ids=["gone", "the account's own"]
)
async def test_the_default_voice_is_looked_for_before_anybody_is_called(voice: str, is_missed: bool) -> None:
    async with account(date(2027, 1, 1)) as settings:
        trouble = await settings(voice).trouble()
        assert is_missed is (trouble is not None and "ELEVENLABS_DEFAULT_VOICE" in trouble)
    assert await settings(voice).trouble() is None  # nobody answers any more: that is no word on the voice


async def test_an_account_that_has_spent_its_quota_is_not_served(raw: Voices) -> None:
    raw.faults.add(Fault("elevenlabs", "quota_exceeded"))
    with pytest.raises(CredentialsRefused) as refused:
        await audio_of(raw.synthesiser, raw.request)
    assert "quota_exceeded" == refused.value.code


@pytest.mark.parametrize("model", VOICE_MODELS)
@pytest.mark.parametrize("language", [*LANGUAGES, "pt-BR", "ta", "vi", "fa"])
async def test_no_language_is_named_that_a_model_would_refuse(raw: Voices, model: str, language: str) -> None:
    """The code is told to the models that take it, and only codes that they know."""
    request = SpeechRequest("Hello.", "default", model, language)
    assert "Hello." == words_in(await audio_of(raw.synthesiser, request))


async def test_a_voice_cannot_lead_a_request_elsewhere() -> None:
    async with listening(says=answer(status="404 Not Found")) as seen:
        synthesiser = ElevenLabsSynthesiser(ElevenLabsSettings("key", seen.url))
        with pytest.raises(ProviderRefused):
            await audio_of(synthesiser, replace(HELLO, voice="../../v1/voices/add?x="))
        await synthesiser.close()
    assert ["/v1/text-to-speech/..%2F..%2Fv1%2Fvoices%2Fadd%3Fx=/stream?output_format=ulaw_8000"] == [
        exchange.path for exchange in seen.exchanges
    ]


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


@pytest.mark.parametrize("piece", [None, Letters([], [], []), Letters(["Y", "e", "s"], [], [])])
def test_a_piece_without_letters_or_their_times_ends_no_word(piece: Letters | None) -> None:
    assert [] == list(WordClock("Yes").take(piece, 0))


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
