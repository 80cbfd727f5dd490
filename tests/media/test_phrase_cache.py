"""The phrase cache: one synthesis for equal requests, bounded, never stale."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import astuple, dataclass, field, replace

import pytest

from domain.language.languages import LANGUAGES
from media.engine.fillers import let_me_see, one_moment
from media.engine.guards import ask_to_repeat, it_is_noted, truth_about_us, we_were_cut_off
from media.live.phrase_cache import Phrases
from media.live.prewarming import fixed_phrases, phrases_elsewhere
from providers.errors import ProviderUnavailable
from providers.speech.contract import SpeechRequest
from tests.media.plans import plan

HELLO = SpeechRequest("Hello.", "ava", "flash")


@dataclass
class CountingVoice:
    """Says every text as its bytes; counts; fails while told to."""

    asked: list[SpeechRequest] = field(default_factory=list)
    fails: bool = False

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        self.asked.append(request)
        await asyncio.sleep(0)
        if self.fails:
            raise ProviderUnavailable
        yield request.text.encode()

    async def warm(self) -> None: ...

    async def close(self) -> None: ...


async def test_equal_requests_at_the_same_time_are_made_once() -> None:
    """Requirements 58, 59."""
    voice = CountingVoice()
    phrases = Phrases(voice)
    assert await asyncio.gather(*(phrases.audio(HELLO) for _ in range(5))) == [b"Hello."] * 5
    assert len(voice.asked) == 1
    assert (phrases.figures().hits, phrases.figures().misses) == (4, 1)


@pytest.mark.parametrize(
    "change", [{"text": "Hello!"}, {"voice": "ben"}, {"model": "v3"}, {"language": "de"}]
)
async def test_another_text_voice_model_or_language_is_another_phrase(change: dict[str, str]) -> None:
    """Requirement 60: an edited script is never stale."""
    voice = CountingVoice()
    phrases = Phrases(voice)
    await phrases.audio(HELLO)
    await phrases.audio(replace(HELLO, **change))
    assert len(voice.asked) == 2


async def test_the_cache_forgets_what_was_not_used_for_longest() -> None:
    """Requirement 60."""
    phrases = Phrases(CountingVoice(), most_bytes=12)
    other, third = replace(HELLO, text="Howdy."), replace(HELLO, text="Hullo.")
    await phrases.audio(HELLO)
    await phrases.audio(other)
    await phrases.audio(HELLO)
    await phrases.audio(third)
    assert phrases.at_hand(other) is None
    assert phrases.at_hand(HELLO) == b"Hello."
    assert phrases.figures().bytes == 12


async def test_of_what_is_shared_the_longest_unused_goes_for_what_is_new() -> None:
    phrases = Phrases(CountingVoice(), most_bytes=12)
    other, third = replace(HELLO, text="Howdy."), replace(HELLO, text="Hullo.")
    for request in (HELLO, HELLO, other, other, HELLO, third):
        await phrases.audio(request)
    assert (2, 12) == (phrases.figures().phrases, phrases.figures().bytes)
    assert (b"Hello.", None, b"Hullo.") == tuple(map(phrases.at_hand, (HELLO, other, third)))


async def test_a_phrase_that_is_too_long_to_be_kept_is_said_all_the_same() -> None:
    assert b"Hello." == await Phrases(CountingVoice(), most_bytes=3).audio(HELLO)


async def test_what_one_call_wanted_pushes_out_nothing_that_others_share() -> None:
    """Personalised greetings pass through the cache; the phrases of every call stay."""
    phrases = Phrases(CountingVoice(), most_bytes=8 * 1024 * 1024)
    for _ in range(2):
        await phrases.audio(HELLO)
    for lead in range(6):
        await phrases.audio(replace(HELLO, text=f"{lead}" * 1024 * 1024))
    assert phrases.at_hand(HELLO) == b"Hello."
    assert phrases.figures().phrases == 3


async def test_an_old_phrase_is_made_anew() -> None:
    """Requirement 60: eviction by age."""
    voice, moments = CountingVoice(), iter([0.0, 86_399.0, 86_401.0, 86_401.0])
    phrases = Phrases(voice, now=lambda: next(moments))
    for made in (1, 1, 2):
        await phrases.audio(HELLO)
        assert made == len(voice.asked)
    assert phrases.figures().bytes == 6


async def test_a_cleared_cache_is_empty_and_remembers_its_hits() -> None:
    """Requirements 60, 61."""
    phrases = Phrases(CountingVoice())
    for _ in range(4):
        await phrases.audio(HELLO)
    assert phrases.clear() == 1
    assert phrases.at_hand(HELLO) is None
    assert (0, 0, 0.75) == (phrases.figures().phrases, phrases.figures().bytes, phrases.figures().hit_rate)


async def test_what_was_wanted_once_is_cleared_as_well_and_what_is_being_made_can_be_stopped() -> None:
    phrases = Phrases(CountingVoice())
    await phrases.audio(HELLO)
    assert (1, None, 0) == (phrases.clear(), phrases.at_hand(HELLO), phrases.figures().bytes)
    making = asyncio.create_task(phrases.audio(HELLO))
    await asyncio.sleep(0)
    phrases.close()
    with pytest.raises(asyncio.CancelledError):
        await making


async def test_a_failure_is_told_to_all_and_not_kept() -> None:
    voice = CountingVoice(fails=True)
    phrases = Phrases(voice)
    answers = await asyncio.gather(*(phrases.audio(HELLO) for _ in range(2)), return_exceptions=True)
    assert all(isinstance(answer, ProviderUnavailable) for answer in answers)
    voice.fails = False
    assert await phrases.audio(HELLO) == b"Hello."


async def test_a_caller_who_gives_up_does_not_stop_the_others() -> None:
    phrases = Phrases(CountingVoice())
    first, second = (asyncio.create_task(phrases.audio(HELLO)) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    assert await second == b"Hello."


def test_what_a_screening_is_told_is_prepared_if_the_script_has_it() -> None:
    """Without it the opening is said, which is prepared anyway."""
    with_it, without = (
        set(fixed_phrases(plan(screening="Ava, about your order."))),
        set(fixed_phrases(plan())),
    )
    assert {"Ava, about your order."} == with_it - without
    assert without == set(fixed_phrases(plan(screening=" ")))


SAID_WITHOUT_A_MODEL = (truth_about_us, let_me_see, one_moment, ask_to_repeat, it_is_noted)


def test_whatever_is_said_without_the_model_is_prepared_the_most_urgent_first() -> None:
    here = plan(
        voicemail="Ava called.", screening="Ava, about your order.", announcement="Recorded.", language="de"
    )
    texts = [
        *(here.opening, here.announcement, here.closing, here.voicemail, here.screening),
        *(here.opt_out_confirmation, here.silence_prompt, here.silence_goodbye),
        here.texts_in("de").reassurance,
        *(say("de") for say in SAID_WITHOUT_A_MODEL),
    ]
    assert list(dict.fromkeys(texts)) == list(fixed_phrases(here))


def test_what_is_said_in_an_agents_other_languages_is_prepared_in_them() -> None:
    """Requirement 215."""
    assert [] == list(phrases_elsewhere(plan()))
    here = plan(languages=("es-MX", "de"))
    assert {
        (language, text)
        for language in ("es-MX", "de")
        for text in (*astuple(here.texts_in(language)), *(say(language) for say in SAID_WITHOUT_A_MODEL))
    } == set(phrases_elsewhere(here))
    assert ("de", "Hallo, sind Sie noch da?") in phrases_elsewhere(here)


@pytest.mark.parametrize(
    "say", [truth_about_us, ask_to_repeat, it_is_noted, we_were_cut_off, let_me_see, one_moment]
)
def test_a_region_is_spoken_to_in_its_language(say: Callable[[str], str]) -> None:
    """Each language has its own words, which an agent for Austria or Mexico says as well; English where there are none."""
    said = {language: say(language) for language in LANGUAGES}
    assert len(LANGUAGES) == len(set(said.values()))
    assert said == {language: say(f"{language.upper()}-XX") for language in LANGUAGES}
    assert said["en"] == say("it")


class MuteVoice(CountingVoice):
    """Neither speaks nor ends, once."""

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        if not self.asked:
            self.asked.append(request)
            await asyncio.Event().wait()
        async for piece in super().speak(request):
            yield piece


async def test_a_phrase_whose_making_never_ends_is_given_up_and_made_anew() -> None:
    """A piece of an answer that cannot be read may make the client neither fail nor time out."""
    voice = MuteVoice()
    phrases = Phrases(voice, limit_seconds=0.05)
    with pytest.raises(ProviderUnavailable):
        await phrases.audio(HELLO)
    assert b"Hello." == await phrases.audio(HELLO)
