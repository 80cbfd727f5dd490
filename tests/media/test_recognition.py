"""An ear between the line's own sounds and a simulated recogniser."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations import Backup, ConversationPlan, Engine, RecogniserName
from domain.timeouts import Timeouts
from media.audio.silence_endpointing import LocalSilence
from media.engine.events import Event, Hearing, Part, Words
from media.live.recognition import Transcriber
from media.metrics import Figures
from media.recording.flight import Note, Trouble
from media.vendor_health import Health, ServiceHealth
from providers.errors import ProviderUnavailable
from providers.speech.contract import Heard, HeardKind, Recogniser
from providers.speech.deepgram_flux import FluxRecogniser, FluxSettings
from providers.speech.deepgram_nova import NovaRecogniser, NovaSettings
from providers.speech.openai_transcription import TranscriptionRecogniser, TranscriptionSettings
from simulators import speech_recognition
from simulators.ordered_faults import Fault, Faults
from simulators.vendor_journal import Journal
from simulators.words import sounds
from tests.media.house import until
from tests.media.plans import plan
from tests.media.skipped_time import skipped_time
from tests.providers.recogniser_suite import FRAME_BYTES, said
from tests.simulators.loopback import serving

pytestmark = pytest.mark.long

KEY = "deepgram-key"
NOVA = plan("call_ear-1", recogniser=RecogniserName.NOVA)


@dataclass
class Line:
    """One call's ear and what happened in it."""

    faults: Faults = field(default_factory=Faults)
    happened: list[Event] = field(default_factory=list)
    noted: list[Note] = field(default_factory=list)
    figures: Figures = field(default_factory=lambda: Figures(Health(lambda: datetime.now(UTC))))
    we_speak: bool = False
    ear: Transcriber = field(init=False)

    async def listen_by(
        self, survey: ConversationPlan, recognisers: dict[RecogniserName, Recogniser]
    ) -> None:
        """Have the ear of this conversation, with its first recogniser opened."""
        opened = await recognisers[survey.recogniser].open("en")
        self.ear = Transcriber(
            survey,
            recognisers,
            self.happened.append,
            opened,
            self.figures,
            lambda: self.we_speak,
            self.noted.append,
        )

    def hear(self, audio: bytes) -> None:
        """The audio in frames of 20 ms, faster than real time."""
        for start in range(0, len(audio), FRAME_BYTES):
            self.ear.hear(audio[start : start + FRAME_BYTES])

    def finals(self) -> list[str]:
        """The turns that have ended."""
        return [event.text for event in self.happened_words() if event.hearing is Hearing.FINAL]

    def happened_words(self) -> list[Words]:
        """What was understood, in order."""
        return [event for event in self.happened if isinstance(event, Words)]

    def health(self, recogniser: RecogniserName) -> ServiceHealth:
        """How this recogniser does."""
        return self.figures.health.recogniser(recogniser)


@asynccontextmanager
async def listening(survey: ConversationPlan, **nova: int) -> AsyncIterator[Line]:
    """The ear of this conversation, with Flux and a Nova of these settings."""
    line = Line()
    routes = [
        *speech_recognition.routes(KEY, line.faults, Journal()),
        *speech_recognition.transcription_routes(KEY, line.faults, Journal()),
    ]
    async with serving(routes) as host, asyncio.TaskGroup() as group:
        recognisers: dict[RecogniserName, Recogniser] = {
            RecogniserName.FLUX: FluxRecogniser(FluxSettings(KEY, f"ws://{host}")),
            RecogniserName.NOVA: NovaRecogniser(replace(NovaSettings(KEY, f"ws://{host}"), **nova)),  # type: ignore[arg-type]
            RecogniserName.OPENAI: TranscriptionRecogniser(TranscriptionSettings(KEY, f"ws://{host}/v1")),
        }
        await line.listen_by(survey, recognisers)
        group.create_task(line.ear.listen())
        yield line
        line.ear.stop()
        await line.ear.close()


# Whose silence ends a turn


async def test_local_silence_ends_a_turn_that_nova_would_leave_open() -> None:
    """Design, section 6: local silence and Finalize come first; here nothing else would come for five seconds."""
    async with listening(NOVA, endpointing_ms=60_000, utterance_end_ms=5_000) as line:
        line.hear(said(200, "Good morning", 400))
        await until(lambda: ["Good morning"] == line.finals(), 3)


async def test_a_turn_ends_once_by_whichever_signal_comes_first() -> None:
    """Finalize, speech_final and UtteranceEnd all tell of the same end."""
    async with listening(NOVA) as line:
        line.hear(said(200, "Good morning", 2500, "Who is this?", 2500))
        await until(lambda: "Who is this?" in line.finals(), 10)
        assert ["Good morning", "Who is this?"] == line.finals()


# Recognisers that are deaf


def deaf(budget: int, backup: RecogniserName | None = RecogniserName.NOVA) -> ConversationPlan:
    """A conversation whose recogniser is given up after so many milliseconds of a voice without a word."""
    return plan("call_ear-2", backup=Backup(recogniser=backup), timeouts=Timeouts(recogniser_budget=budget))


async def test_others_take_over_from_deaf_ears_and_hear_what_was_said() -> None:
    """Requirement 68; design, section 6: failover by slowness; not a word is lost."""
    async with listening(deaf(budget=1_500)) as line:
        line.faults.add(Fault("deepgram", "stall", parameters={"seconds": 4.0}))
        line.hear(said(200, "I would like to know who is calling"))
        await until(lambda: line.figures.switched, 10)
        line.hear(sounds.silence(800))
        await until(line.finals, 10)
        assert ["I would like to know who is calling"] == line.finals()
        assert {Part.RECOGNISER: 1} == line.figures.switched
        assert (1, 1) == (line.health(RecogniserName.FLUX).late, line.health(RecogniserName.FLUX).switches)
        assert 1 == line.health(RecogniserName.NOVA).requests


async def test_ears_that_owe_a_turns_words_are_given_up() -> None:
    """OpenAI's words come only after a turn: their lateness counts from its end."""
    survey = replace(deaf(budget=1_000), recogniser=RecogniserName.OPENAI)
    async with listening(survey) as line:
        line.faults.add(Fault("openai.realtime", "stall", parameters={"seconds": 30.0}))
        line.hear(said(200, "I would like to know who is calling", 800))
        await until(line.finals, 10)
        assert ["I would like to know who is calling"] == line.finals()
        assert {Part.RECOGNISER: 1} == line.figures.switched
        assert 1 == line.health(RecogniserName.OPENAI).late


async def test_ears_that_owe_words_are_given_up_however_much_is_said_meanwhile() -> None:
    """A voice that is heard is no sign of words."""
    survey = replace(deaf(budget=1_000), recogniser=RecogniserName.OPENAI)
    async with listening(survey) as line:
        line.faults.add(Fault("openai.realtime", "stall", parameters={"seconds": 30.0}))
        line.hear(said(200, "Hello?", 700))
        async with asyncio.timeout(10):
            while not line.figures.switched:
                line.hear(said("Hello?", 700))
                with suppress(TimeoutError):
                    await until(lambda: line.figures.switched, 0.3)
        assert 1 == line.health(RecogniserName.OPENAI).late


@pytest.mark.parametrize(
    ("recogniser", "service"), [(RecogniserName.OPENAI, "openai.realtime"), (RecogniserName.FLUX, "deepgram")]
)
async def test_deaf_ears_without_others_are_opened_anew_and_hear_what_was_said(
    recogniser: RecogniserName, service: str
) -> None:
    """A socket may be half open, and nobody would know."""
    survey = replace(deaf(budget=1_000, backup=None), recogniser=recogniser)
    async with listening(survey) as line:
        line.faults.add(Fault(service, "stall", parameters={"seconds": 30.0}))
        line.hear(said(200, "I would like to know who is calling"))
        line.hear(sounds.silence(800) if recogniser is RecogniserName.OPENAI else b"")
        # What comes faster than real time must not push out what the new one has not been fed yet.
        await until(lambda: any(words.text for words in line.happened_words()), 10)
        line.hear(sounds.silence(800))
        await until(line.finals, 10)
        assert ["I would like to know who is calling"] == line.finals()
        assert (1, {}) == (line.health(recogniser).late, line.figures.switched)


async def test_short_calls_into_deaf_ears_count_together() -> None:
    async with listening(deaf(budget=1_200, backup=None)) as line:
        line.faults.add(Fault("deepgram", "stall", parameters={"seconds": 30.0}))
        async with asyncio.timeout(20):
            while not line.health(RecogniserName.FLUX).late:
                line.hear(said(200, "Hello?"))
                with suppress(TimeoutError):
                    await until(lambda: line.health(RecogniserName.FLUX).late, 0.4)
                line.hear(sounds.silence(700))
        await until(line.finals, 10)


async def test_new_ears_that_hear_no_words_either_are_believed() -> None:
    """It is music, or a noisy place; recognisers are not opened for it again and again."""
    async with listening(deaf(budget=300, backup=None)) as line:
        for _ in range(2):
            line.faults.add(Fault("deepgram", "stall", parameters={"seconds": 30.0}))
        line.hear(said(200, "Hello?"))
        await until(lambda: line.health(RecogniserName.FLUX).requests, 5)
        line.hear(sounds.silence(700) + said(200, "Hello?"))
        with suppress(TimeoutError):
            await until(lambda: line.health(RecogniserName.FLUX).late > 1, 1)
        assert (1, 1, []) == (
            line.health(RecogniserName.FLUX).late,
            line.health(RecogniserName.FLUX).requests,
            line.finals(),
        )


async def test_lost_ears_cost_no_words() -> None:
    """A socket that breaks off in a turn: the next one hears the turn from its beginning."""
    async with listening(deaf(budget=60_000, backup=None)) as line:
        line.faults.add(Fault("deepgram", "close"))
        line.hear(said(200, "I would like to know who is calling"))
        await until(lambda: line.health(RecogniserName.FLUX).requests, 10)
        line.hear(sounds.silence(1_500))
        await until(line.finals, 10)
        assert ["I would like to know who is calling"] == line.finals()
        assert (1, {}) == (line.health(RecogniserName.FLUX).failures, line.figures.switched)
        assert [Trouble(Part.RECOGNISER, "flux", "ProviderUnavailable")] == line.noted


@dataclass
class TellingEars:
    """Tell this and then break off, once; what they are fed is kept, and how often a turn's end was asked for."""

    news: list[Heard] = field(default_factory=list)
    break_off: asyncio.Event = field(default_factory=asyncio.Event)
    fed: list[list[bytes]] = field(default_factory=list)
    finalized: int = 0

    async def open(self, *languages: str) -> "TellingEars":
        self.fed.append([])
        return self

    def feed(self, audio: bytes) -> None:
        self.fed[-1].append(audio)

    def finalize(self) -> None:
        self.finalized += 1

    async def heard(self) -> AsyncIterator[Heard]:
        while self.news:
            yield self.news.pop(0)
        await self.break_off.wait()
        self.break_off.clear()
        raise ProviderUnavailable

    async def close(self) -> None: ...


VOICE, SILENCE = said(200, "I would like to"), sounds.silence(700)


@asynccontextmanager
async def hearing(
    survey: ConversationPlan, recognisers: dict[RecogniserName, Recogniser]
) -> AsyncIterator[Line]:
    """The ear of this conversation, which has its first recogniser already, in seconds that are skipped."""
    line = Line()
    await line.listen_by(survey, recognisers)
    with skipped_time():
        async with asyncio.TaskGroup() as group:
            group.create_task(line.ear.listen())
            await asyncio.sleep(0.1)
            yield line
            line.ear.stop()


async def test_the_others_that_are_lost_too_are_opened_again_and_are_no_switch() -> None:
    flux, nova = TellingEars(), TellingEars()
    async with hearing(deaf(60_000), {RecogniserName.FLUX: flux, RecogniserName.NOVA: nova}) as line:
        for ears in (flux, nova):
            ears.break_off.set()
            await asyncio.sleep(2)
    assert (1, 2) == (len(flux.fed), len(nova.fed))
    assert ({Part.RECOGNISER: 1}, 0) == (line.figures.switched, line.health(RecogniserName.NOVA).switches)
    assert ["flux", "nova"] == [trouble.name for trouble in line.noted if isinstance(trouble, Trouble)]


async def test_ears_that_came_in_for_those_that_read_turns_are_expected_to_tell_words_at_once() -> None:
    survey = replace(deaf(1_000, RecogniserName.FLUX), recogniser=RecogniserName.OPENAI)
    first, second = TellingEars(), TellingEars()
    async with hearing(survey, {RecogniserName.OPENAI: first, RecogniserName.FLUX: second}) as line:
        line.hear(VOICE)
        await asyncio.sleep(2)
        assert 0 == line.health(RecogniserName.OPENAI).late, "it owes nothing before the turn's end"
        line.hear(SILENCE)
        first.break_off.set()
        await asyncio.sleep(2)
        line.hear(VOICE)
        await asyncio.sleep(2)
        assert 1 == line.health(RecogniserName.FLUX).late


async def test_voices_that_were_understood_are_not_held_against_the_next_one() -> None:
    """Nor what came before them; Flux often ends a turn before the line is silent."""
    ears = TellingEars()
    async with hearing(deaf(1_000, None), {RecogniserName.FLUX: ears}) as line:
        for seconds, words in ((0.4, ""), (0.3, "I would like to"), (0.6, "I would like to")):
            line.hear(VOICE)
            await asyncio.sleep(seconds)
            if words:
                line.ear._take(Heard(HeardKind.ENDED, words))
            await asyncio.sleep(0.2)
            line.hear(SILENCE)
            await asyncio.sleep(1)
        line.hear(VOICE)
        await asyncio.sleep(0.9)
        assert 0 == line.health(RecogniserName.FLUX).late
        await asyncio.sleep(0.2)
        assert 1 == line.health(RecogniserName.FLUX).late


async def test_a_silence_at_the_moment_in_which_patience_ends_breaks_nothing() -> None:
    ears, broken = TellingEars(), list[Exception]()
    async with hearing(deaf(1_000, None), {RecogniserName.FLUX: ears}) as line:
        loop = asyncio.get_running_loop()
        line.hear(VOICE)

        def falls_silent() -> None:
            try:
                line.hear(SILENCE)
            except RuntimeError as error:
                broken.append(error)

        loop.call_at(loop.time() + 1.0 + 1e-10, falls_silent)
        await asyncio.sleep(2)
    assert ([], 1) == (broken, line.health(RecogniserName.FLUX).late)


@pytest.mark.parametrize(
    ("recogniser", "engine", "ends"),
    [
        (RecogniserName.NOVA, Engine.CASCADE, 1),
        (RecogniserName.NOVA, Engine.REALTIME, 0),
        (RecogniserName.FLUX, Engine.CASCADE, 0),
        (RecogniserName.OPENAI, Engine.CASCADE, 0),
    ],
)
async def test_only_nova_is_told_that_a_turn_is_over(
    recogniser: RecogniserName, engine: Engine, ends: int
) -> None:
    """The others know it better than silence does, and so does a session that hears and speaks."""
    ears = TellingEars()
    survey = replace(deaf(60_000), recogniser=recogniser, engine=engine)
    async with hearing(survey, {recogniser: ears}) as line:
        line.hear(VOICE)
        line.ear._take(Heard(HeardKind.INTERIM, "I would like to"))
        line.hear(SILENCE)
    assert ends == ears.finalized


async def test_new_ears_hear_each_piece_once() -> None:
    """Of a quiet line frames wait to go together; what waited goes with the rest of the turn."""
    ears = TellingEars()
    async with hearing(deaf(60_000, None), {RecogniserName.FLUX: ears}) as line:
        line.hear(before := VOICE + sounds.silence(1_210 + 700))
        ears.break_off.set()
        await asyncio.sleep(2)
        line.hear(after := said("I would like to"))
    heard = b"".join(ears.fed[1])
    assert (before + after).endswith(heard)
    assert len(heard) > len(after)


@pytest.mark.parametrize(
    ("told", "is_over"),
    [
        ([HeardKind.STARTED], False),
        ([HeardKind.STARTED, HeardKind.INTERIM], False),
        ([HeardKind.STARTED, HeardKind.EAGER_END], False),
        ([HeardKind.STARTED, HeardKind.EAGER_END, HeardKind.RESUMED], False),
        ([HeardKind.STARTED, HeardKind.ENDED], True),
    ],
    ids=lambda value: value[-1].value if isinstance(value, list) else "",
)
async def test_new_ears_hear_a_turn_that_was_begun_from_its_beginning(
    told: list[HeardKind], is_over: bool
) -> None:
    """However much was understood of it already; a turn that has ended is not heard again."""
    ears, line = TellingEars([Heard(kind, "I would like to") for kind in told]), Line()
    survey = deaf(budget=60_000, backup=None)
    opened = await ears.open()
    line.ear = Transcriber(
        survey,
        {RecogniserName.FLUX: ears},
        line.happened.append,
        opened,
        line.figures,
        lambda: False,
        line.noted.append,
    )
    audio = said(200, "I would like to")
    line.hear(audio)
    async with asyncio.TaskGroup() as group:
        group.create_task(line.ear.listen())
        await until(lambda: len(told) == len(line.happened_words()))
        ears.break_off.set()
        await until(lambda: 2 == len(ears.fed))
        line.ear.stop()
    assert (b"" if is_over else audio) == b"".join(ears.fed[1])


async def test_a_vendor_that_refuses_for_a_moment_is_asked_again() -> None:
    """What is said meanwhile is heard afterwards."""
    async with listening(deaf(budget=60_000, backup=None)) as line:
        for kind in ("close", "503", "429"):
            line.faults.add(Fault("deepgram", kind))
        line.hear(said(200, "I would like to know who is calling", 800))
        await until(line.finals, 10)
        assert ["I would like to know who is calling"] == line.finals()
        assert 3 == line.health(RecogniserName.FLUX).failures


@pytest.mark.parametrize(
    "survey, we_speak, sound",
    [
        pytest.param(deaf(0), True, sounds.beep(1_000, 1_500), id="our own echo"),
        pytest.param(deaf(60_000), False, sounds.beep(1_000, 1_500), id="a short sound"),
    ],
)
async def test_ears_are_not_given_up_for(survey: ConversationPlan, we_speak: bool, sound: bytes) -> None:
    async with listening(survey) as line:
        line.we_speak = we_speak
        line.hear(sound + said(1_500, "Hello?", 1_500))
        await until(line.finals, 10)
        assert ["Hello?"] == line.finals()
        assert {} == line.figures.switched


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
