"""Deepgram Nova against the simulated /v1/listen, and how its results become turns."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from providers.errors import ProviderUnavailable
from providers.speech.contract import Heard, HeardKind
from providers.speech.deepgram_nova import NovaRecogniser, NovaSettings
from providers.speech.deepgram_nova_turns import Alternative, Channel, NovaMessage, NovaTurns, Word
from simulators import speech_recognition
from simulators.ordered_faults import Faults
from simulators.speech_recognition import RecognitionTiming
from simulators.vendor_journal import Journal
from tests.providers.recogniser_suite import (
    KEY,
    Ears,
    LanguageSuite,
    RecogniserSuite,
    deepgram_ears,
    ends_of,
    feed,
    hear,
    heard_until,
    said,
)
from tests.simulators.loopback import serving

pytestmark = pytest.mark.long


@pytest_asyncio.fixture(scope="module")
async def vendor() -> AsyncIterator[Ears]:
    def connect(key: str, url: str) -> NovaRecogniser:
        return NovaRecogniser(NovaSettings(key, url))

    async with deepgram_ears(connect) as ears:
        yield ears


class TestNova(RecogniserSuite, LanguageSuite):
    async def test_a_turn_may_hold_several_final_segments(self, ears: Ears) -> None:
        sentence = (
            "I would like to know when you are going to call me again because I am very busy this week "
            "and I cannot talk for long"
        )
        assert [sentence] == ends_of(await hear(ears, said(sentence, 1500)))

    async def test_other_languages_are_heard(self, ears: Ears) -> None:
        ear = await ears.recogniser.open("multi")
        feed(ear, said("Good morning", 1500))
        assert ["Good morning"] == ends_of(await heard_until(ear, HeardKind.ENDED))
        await ear.close()


async def ears_kept_alive(seconds: float) -> None:
    """Open an ear that keeps itself alive this often, at a vendor with a limit of 0.8 s; hear nothing for twice that."""
    timing = RecognitionTiming(no_audio_seconds=0.8)
    async with serving(speech_recognition.routes(KEY, Faults(), Journal(), timing)) as host:
        ear = await NovaRecogniser(NovaSettings(KEY, f"ws://{host}", keep_alive_seconds=seconds)).open("en")
        with pytest.raises(TimeoutError):
            await heard_until(ear, HeardKind.ENDED, limit_seconds=1.6)
        feed(ear, said("Hello?", 1500))
        assert ["Hello?"] == ends_of(await heard_until(ear, HeardKind.ENDED))
        await ear.close()


async def test_an_ear_that_hears_nothing_is_kept_alive() -> None:
    """Requirement 21: an ear opened while it rings stays open, and is not charged for silence."""
    await ears_kept_alive(0.2)


async def test_without_keep_alive_the_vendor_gives_up() -> None:
    with pytest.raises(ProviderUnavailable):
        await ears_kept_alive(60)


async def test_endless_noise_does_not_hide_the_end() -> None:
    """Where the voice detector never hears silence, the gap after the last word ends the turn."""
    async with serving(speech_recognition.routes(KEY, Faults(), Journal())) as host:
        deaf = NovaSettings(KEY, f"ws://{host}", endpointing_ms=60_000)
        ear = await NovaRecogniser(deaf).open("en")
        feed(ear, said("Good morning", 5000))
        assert ["Good morning"] == ends_of(await heard_until(ear, HeardKind.ENDED))
        await ear.close()


# How results become turns


def results(
    text: str,
    start: float = 0,
    *,
    final: bool = False,
    speech_final: bool = False,
    from_finalize: bool = False,
) -> NovaMessage:
    """Results with one word a second from start on; each as it is written and, by itself, in small letters."""
    words = [
        Word(word.strip(".,?").lower(), start + place, start + place + 0.9, word)
        for place, word in enumerate(text.split())
    ]
    return NovaMessage("Results", Channel([Alternative(text, words)]), final, speech_final, from_finalize)


def utterance_end(last_word_end: float) -> NovaMessage:
    return NovaMessage("UtteranceEnd", [0, 1], last_word_end=last_word_end)


def started(text: str) -> Heard:
    return Heard(HeardKind.STARTED, text)


def interim(text: str) -> Heard:
    return Heard(HeardKind.INTERIM, text)


def ended(text: str) -> Heard:
    return Heard(HeardKind.ENDED, text)


def news_of(*messages: NovaMessage) -> list[Heard]:
    turns = NovaTurns()
    return [news for message in messages for news in turns.take(message)]


@pytest.mark.parametrize(
    "messages, news",
    [
        pytest.param(
            [results(""), results("", final=True, speech_final=True)], [], id="silence says nothing"
        ),
        pytest.param(
            [results("yes"), results("yes"), results("yes sure", final=True, speech_final=True)],
            [started("yes"), interim("yes sure"), ended("yes sure")],
            id="speech_final ends the turn",
        ),
        pytest.param(
            [results("yes", final=True), results("sure", 1, final=True, speech_final=True)],
            [started("yes"), interim("yes sure"), ended("yes sure")],
            id="final segments are joined",
        ),
        pytest.param(
            [results("yes", final=True), results("", 1, final=True, from_finalize=True)],
            [started("yes"), ended("yes")],
            id="an empty answer to Finalize ends what is open",
        ),
        pytest.param(
            [results("yes", final=True), utterance_end(0.9)],
            [started("yes"), ended("yes")],
            id="UtteranceEnd ends what speech_final did not",
        ),
        pytest.param(
            [results("yes", final=True, speech_final=True), utterance_end(0.9)],
            [started("yes"), ended("yes")],
            id="UtteranceEnd after speech_final is old",
        ),
        pytest.param(
            [results("yes", final=True, speech_final=True), results("but", 1), utterance_end(0.9)],
            [started("yes"), ended("yes"), started("but")],
            id="UtteranceEnd of the turn before leaves the new turn open",
        ),
        pytest.param(
            [results("yes"), utterance_end(-1)],
            [started("yes")],
            id="UtteranceEnd without a word ends nothing",
        ),
        pytest.param(
            [
                results("yes", final=True),
                results("sure", 1),
                utterance_end(0.9),
                results("sure", 1, final=True, speech_final=True),
            ],
            [started("yes"), interim("yes sure"), ended("yes sure")],
            id="words that an end has told are not told again",
        ),
        pytest.param(
            [results("yes"), utterance_end(0.9), results("yes sure", final=True, speech_final=True)],
            [started("yes"), ended("yes"), started("sure"), ended("sure")],
            id="of a segment that was half told only the rest is new",
        ),
        pytest.param(
            [results("Yes."), utterance_end(0.9), results("Yes. Sure?", final=True, speech_final=True)],
            [started("Yes."), ended("Yes."), started("Sure?"), ended("Sure?")],
            id="the rest is written as in its segment",
        ),
        pytest.param(
            [results("yes", final=True, speech_final=True), results("but", 1), utterance_end(0.905)],
            [started("yes"), ended("yes"), started("but")],
            id="times that are rounded otherwise are the same moment",
        ),
        pytest.param(
            [results("yes"), results("", 0, final=True, speech_final=True)],
            [started("yes"), ended("yes")],
            id="a final that takes its words back still ends the turn",
        ),
    ],
)
def test_results_become_turns(messages: list[NovaMessage], news: list[Heard]) -> None:
    assert news == news_of(*messages)


@given(
    st.lists(st.tuples(st.sampled_from(["", "yes", "yes sure"]), st.booleans(), st.booleans(), st.booleans()))
)
def test_starts_and_ends_alternate_whatever_comes(said: list[tuple[str, bool, bool, bool]]) -> None:
    """A turn that was started ends at most once, and nothing ends that was not started."""
    messages: list[NovaMessage] = []
    for second, (text, final, speech_final, end) in enumerate(said):
        messages.append(results(text, second, final=final, speech_final=final and speech_final))
        messages += [utterance_end(second)] if end else []
    edges = [news.kind for news in news_of(*messages) if news.kind is not HeardKind.INTERIM]
    assert [HeardKind.STARTED, HeardKind.ENDED] * (len(edges) // 2) == edges[: len(edges) // 2 * 2]
