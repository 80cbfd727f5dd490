"""A call's ear and what is ready for it before it is answered, with vendors that do as they are told, in time that is skipped."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from domain.conversations import AnsweredBy, Backup, ConversationPlan, Engine, RecogniserName
from domain.language import readiness
from domain.language.fixed_texts import FIXED_TEXTS
from media.engine.events import CarrierHint, Event, Failed, Hearing, Part, Words
from media.engine.fillers import let_me_see, one_moment
from media.engine.guards import ask_to_repeat, it_is_noted, truth_about_us
from media.live.model_replies import offered
from media.live.phrase_cache import Phrases
from media.live.prewarming import Preparation, Prepared
from media.live.recognition import Transcriber
from media.metrics import Figures
from media.recording.flight import Note, Trouble
from media.tools import MediaTools
from media.vendor_health import Health
from providers.errors import CredentialsRefused, ProviderUnavailable
from providers.speech.contract import Heard, HeardKind, Recognition, SpeechRequest
from providers.speech_to_speech.contract import SessionRequest
from tests.media.plans import plan
from tests.media.script import BEGAN_AT
from tests.media.skipped_time import skipped_time

News = tuple[float, Heard | Exception]
FRAME = b"\xff" * 160
OTHERS = Backup(recogniser=RecogniserName.NOVA)


@pytest.fixture(autouse=True)
async def skipped() -> AsyncIterator[None]:
    readiness.get_ready("en", "es")  # such time leaves none to threads
    with skipped_time():
        yield


def now() -> float:
    """Seconds of the loop's clock."""
    return asyncio.get_running_loop().time()


@dataclass
class Ear(Recognition):
    """Tells this, each so many seconds after the one before, then hears nothing any more."""

    news: list[News] = field(default_factory=list)
    fed: list[bytes] = field(default_factory=list)
    is_open: bool = True
    finalized: int = 0

    def feed(self, audio: bytes) -> None:
        self.fed.append(audio)

    def finalize(self) -> None:
        self.finalized += 1

    async def heard(self) -> AsyncIterator[Heard]:
        for seconds, news in self.news:
            await asyncio.sleep(seconds)
            if isinstance(news, Exception):
                raise news
            yield news
        await asyncio.Event().wait()

    async def close(self) -> None:
        self.is_open = False

    def tell_replies_to(self, hear: Any) -> None:
        """As a session does."""


@dataclass
class Vendor:
    """Opens these ears in turn, or refuses; opened: when, and for which languages or session."""

    ears: list[Ear | Exception | None] = field(default_factory=list)
    opened: list[tuple[float, Any]] = field(default_factory=list)

    async def open(self, *asked: Any) -> Any:
        self.opened.append((now(), asked))
        ear = self.ears.pop(0) if self.ears else Ear()
        if ear is None:
            await asyncio.Event().wait()
        if isinstance(ear, Exception):
            raise ear
        return ear


AWAY = ProviderUnavailable("away")


@dataclass
class Listening:
    """A call's ear at these vendors, and all that comes of it."""

    plan: ConversationPlan
    first: Vendor = field(default_factory=Vendor)
    other: Vendor = field(default_factory=Vendor)
    opened: Ear | None = None
    told: list[Event] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    we_speak: bool = False

    def __post_init__(self) -> None:
        self.figures = Figures(Health(lambda: BEGAN_AT))
        vendors: Any = {self.plan.recogniser: self.first, RecogniserName.NOVA: self.other}
        self.ear = Transcriber(
            self.plan,
            vendors,
            self.told.append,
            self.opened,
            self.figures,
            lambda: self.we_speak,
            self.notes.append,
        )

    async def listens(self, seconds: float) -> None:
        """For so long."""
        listening = asyncio.create_task(self.ear.listen())
        await asyncio.sleep(seconds)
        self.ear.stop()
        await asyncio.wait({listening})

    def record(self, recogniser: RecogniserName) -> tuple[int, int, int, int]:
        """Requests, failures, lateness and switches."""
        health = self.figures.health.recogniser(recogniser)
        return health.requests, health.failures, health.late, health.switches


# Ears


@pytest.mark.parametrize(
    ("heard", "happens"),
    [
        (HeardKind.STARTED, Hearing.STARTED),
        (HeardKind.INTERIM, Hearing.INTERIM),
        (HeardKind.EAGER_END, Hearing.EAGER),
        (HeardKind.RESUMED, Hearing.RESUMED),
        (HeardKind.ENDED, Hearing.FINAL),
        (HeardKind.VOICED, Hearing.VOICED),
        (HeardKind.UNREAD, Hearing.UNREAD),
        (HeardKind.UNREADABLE, Hearing.UNREADABLE),
        (HeardKind.LOST, Hearing.LOST),
    ],
)
async def test_what_an_ear_tells_happens_as_such(heard: HeardKind, happens: Hearing) -> None:
    line = Listening(plan(), opened=Ear([(0.1, Heard(heard, "Guten Tag", "de"))]))
    await line.listens(1)
    assert [Words(happens, "Guten Tag", "de")] == line.told


@pytest.mark.parametrize("kind", [HeardKind.OWED, HeardKind.SETTLED])
async def test_what_is_owed_is_no_news_of_the_turn(kind: HeardKind) -> None:
    line = Listening(plan(), opened=Ear([(0.1, Heard(kind, ""))]))
    await line.listens(1)
    assert [] == line.told


async def test_a_vendor_that_is_away_is_asked_at_growing_intervals_and_given_up() -> None:
    line = Listening(plan(languages=("es",)), Vendor([AWAY] * 9))
    began = now()
    await line.listens(30)
    asked = [(round(at - began, 1), languages) for at, languages in line.first.opened]
    assert [(0.0, ("en", "es")), (0.0, ("en", "es")), (0.3, ("en", "es")), (1.3, ("en", "es"))] == asked
    assert [Failed(Part.RECOGNISER)] == line.told
    assert (4, 4, 0, 0) == line.record(RecogniserName.FLUX)
    assert [Trouble(Part.RECOGNISER, RecogniserName.FLUX, "ProviderUnavailable")] * 4 == line.notes


async def test_another_recogniser_takes_over_once_and_hears_what_was_said() -> None:
    first, other = Ear([(1.0, AWAY)]), Ear()
    line = Listening(plan(backup=OTHERS), other=Vendor([other]), opened=first)
    for _ in range(3):
        line.ear.hear(FRAME)
    await line.listens(5)
    assert [FRAME * 3] == [b"".join(other.fed)]
    assert ((0, 1, 0, 1), (1, 0, 0, 0)) == (
        line.record(RecogniserName.FLUX),
        line.record(RecogniserName.NOVA),
    )
    assert ({Part.RECOGNISER: 1}, []) == (line.figures.switched, line.first.opened)
    assert not first.is_open


async def test_a_turn_that_was_told_is_not_heard_again() -> None:
    other = Ear()
    told = Ear([(0.1, Heard(HeardKind.ENDED, "Yes.")), (1.0, AWAY)])
    line = Listening(plan(backup=OTHERS), other=Vendor([other]), opened=told)
    line.ear.hear(FRAME)
    await line.listens(5)
    assert [] == other.fed


@pytest.mark.parametrize(("settles", "is_late"), [(True, False), (False, True)])
async def test_owed_words_are_waited_for_as_long_as_the_agent_says(settles: bool, is_late: bool) -> None:
    news: list[News] = [(0.1, Heard(HeardKind.OWED, ""))]
    if settles:
        news.append((3.5, Heard(HeardKind.SETTLED, "")))
    here = plan(recogniser=RecogniserName.OPENAI, backup=OTHERS)
    line = Listening(here, opened=Ear(news))
    await line.listens(4.0)
    assert [] == line.other.opened
    line = Listening(here, opened=Ear(news))
    await line.listens(6.0)
    assert int(is_late) == len(line.other.opened)
    assert (0, 0, int(is_late), int(is_late)) == line.record(RecogniserName.OPENAI)


async def test_a_session_that_is_lost_gives_way_to_the_agents_own_recogniser() -> None:
    """It was none of the recognisers that fail."""
    own = Ear([(0.1, Heard(HeardKind.ENDED, "Yes."))])
    line = Listening(plan(engine=Engine.REALTIME, backup=OTHERS), Vendor([own]), opened=Ear([(1.0, AWAY)]))
    await line.listens(5)
    assert [Words(Hearing.FINAL, "Yes.")] == line.told
    assert ((1, 0, 0, 0), {}, []) == (
        line.record(RecogniserName.FLUX),
        line.figures.switched,
        line.other.opened,
    )


async def test_without_a_session_the_agents_own_recogniser_is_one_as_any_other() -> None:
    line = Listening(plan(engine=Engine.REALTIME, backup=OTHERS), Vendor([Ear([(1.0, AWAY)])]))
    await line.listens(5)
    assert ((1, 1, 0, 1), 1) == (line.record(RecogniserName.FLUX), len(line.other.opened))


# What is ready before a call is answered


@dataclass
class Voice:
    """Says everything, but what it refuses."""

    refuses: frozenset[str] = frozenset()
    asked: list[SpeechRequest] = field(default_factory=list)

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        self.asked.append(request)
        if request.text in self.refuses:
            raise AWAY
        yield b"\x00" * 800


@dataclass
class Model:
    """Is warmed."""

    warmed: list[str] = field(default_factory=list)
    defect: Exception | None = None

    async def warm(self, model: str) -> None:
        self.warmed.append(model)
        if self.defect is not None:
            raise self.defect


@dataclass
class Kitchen:
    """Where calls are made ready, with these vendors."""

    ears: Vendor = field(default_factory=Vendor)
    sessions: Vendor | None = None
    voice: Voice = field(default_factory=Voice)
    model: Model = field(default_factory=Model)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Preparation]:
        self.health = Health(lambda: BEGAN_AT)
        nobody = cast("Any", None)
        recognisers = cast("Any", {RecogniserName.FLUX: self.ears})
        voice, model = cast("Any", self.voice), cast("Any", self.model)
        sessions = cast("Any", self.sessions)
        tools = MediaTools(nobody, nobody, nobody, recognisers, voice, model, speech_to_speech=sessions)
        async with asyncio.TaskGroup() as group:
            yield Preparation(tools, Phrases(voice), group, self.health)

    async def makes(self, here: ConversationPlan) -> Prepared:
        """All of it."""
        async with self.opened() as preparation:
            ready = await preparation.prepare(here)
            assert ready.rest is not None
            await ready.rest
            preparation.take(here.attempt_id)
        return ready


async def test_everything_that_may_be_said_without_the_model_is_ready_in_its_language() -> None:
    here = plan(languages=("es",), screening="Ava from Northwind.", announcement="This call is recorded.")
    kitchen = Kitchen()
    ready = await kitchen.makes(here)
    own = (truth_about_us, let_me_see, one_moment, ask_to_repeat, it_is_noted)
    english = {here.opening, here.announcement, here.closing, here.voicemail, here.screening}
    english |= {here.opt_out_confirmation, here.silence_prompt, here.silence_goodbye}
    english |= {FIXED_TEXTS["en"].reassurance, *(say("en") for say in own)}
    texts = here.texts_in("es")
    spanish = {texts.closing, texts.opt_out_confirmation, texts.silence_prompt, texts.silence_goodbye}
    spanish |= {texts.reassurance, *(say("es") for say in own)}
    assert english | spanish <= set(ready.audio)
    said = {(request.text, request.language) for request in kitchen.voice.asked}
    assert {(text, "en") for text in english} | {(text, "es") for text in spanish} <= said
    assert "" not in ready.audio


async def test_the_opening_is_made_first_and_both_models_are_warm() -> None:
    here = plan(model="gpt-5.4-mini", backup=Backup(model="claude-haiku-4-5"))
    kitchen = Kitchen()
    await kitchen.makes(here)
    assert here.opening == kitchen.voice.asked[0].text
    assert ["gpt-5.4-mini", "claude-haiku-4-5"] == kitchen.model.warmed


@pytest.mark.parametrize("is_ready", [True, False])
async def test_the_languages_of_the_agent_are_ready_before_anybody_speaks(
    is_ready: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not on the loop, which carries the sound of others meanwhile."""
    in_threads: list[tuple[object, ...]] = []

    async def to_thread(*work: object) -> None:
        in_threads.append(work)

    monkeypatch.setattr("media.live.prewarming.asyncio.to_thread", to_thread)
    monkeypatch.setattr("media.live.prewarming.readiness.is_ready", lambda *spoken: is_ready)
    await Kitchen().makes(plan(languages=("es-MX",)))
    assert ([] if is_ready else [(readiness.get_ready, "en", "es-MX")]) == in_threads


async def test_the_ear_is_for_all_languages_of_the_agent() -> None:
    kitchen = Kitchen()
    ready = await kitchen.makes(plan(languages=("es-MX",)))
    assert [("en", "es-MX")] == [asked for _, asked in kitchen.ears.opened]
    assert (True, None) == (ready.recognition is not None, ready.session)
    health = kitchen.health.recogniser(RecogniserName.FLUX)
    assert (1, 0) == (health.requests, health.failures)


async def test_a_vendor_that_never_answers_is_waited_for_eight_seconds() -> None:
    kitchen, began = Kitchen(Vendor([None])), now()
    async with kitchen.opened() as preparation:
        with pytest.raises(TimeoutError):
            await preparation.prepare(plan())
        assert (8, 0) == (round(now() - began), len(preparation))


async def test_what_nobody_comes_for_is_freed_after_a_minute_and_a_half() -> None:
    ear = Ear()
    async with Kitchen(Vendor([ear])).opened() as preparation:
        await preparation.prepare(plan())
        await asyncio.sleep(89)
        assert (True, 1) == (ear.is_open, len(preparation))
        await asyncio.sleep(2)
        assert (False, 0) == (ear.is_open, len(preparation))


async def test_what_a_call_has_taken_is_its_own() -> None:
    ear = Ear()
    async with Kitchen(Vendor([ear])).opened() as preparation:
        await preparation.prepare(plan())
        assert preparation.take(plan().attempt_id) is not None
        await asyncio.sleep(100)
        await preparation.release_all()
        assert ear.is_open


async def test_everything_is_freed_at_the_end() -> None:
    ears = [Ear(), Ear()]
    async with Kitchen(Vendor([*ears])).opened() as preparation:
        for attempt in ("call_1-1", "call_2-1"):
            await preparation.prepare(plan(attempt))
        await preparation.release_all()
    assert [False, False] == [ear.is_open for ear in ears]


async def test_a_hint_waits_for_its_call() -> None:
    hint = CarrierHint(AnsweredBy.VOICEMAIL)
    async with Kitchen().opened() as preparation:
        assert not preparation.hint(plan().attempt_id, hint)
        await preparation.prepare(plan())
        assert preparation.hint(plan().attempt_id, hint)
        taken = preparation.take(plan().attempt_id)
    assert taken is not None
    assert hint == taken.hint


async def test_why_there_is_no_ear_is_told() -> None:
    """A refused key is no vendor that is away."""
    kitchen = Kitchen(Vendor([CredentialsRefused(code="401")]))
    async with kitchen.opened() as preparation:
        with pytest.raises(CredentialsRefused):
            await preparation.prepare(plan())
    health = kitchen.health.recogniser(RecogniserName.FLUX)
    assert (1, 1) == (health.requests, health.failures)


async def test_a_defect_of_an_ear_costs_its_call_and_no_other() -> None:
    async with Kitchen(Vendor([RuntimeError("a defect")])).opened() as preparation:
        with pytest.raises(ProviderUnavailable):
            await preparation.prepare(plan())
        assert await preparation.prepare(plan("call_2-1"))


@pytest.mark.parametrize("defect", [None, RuntimeError("a defect")])
async def test_a_call_is_ready_without_its_other_phrases(defect: Exception | None) -> None:
    here = plan()
    kitchen = Kitchen(voice=Voice(frozenset({here.closing})), model=Model(defect=defect))
    ready = await kitchen.makes(here)
    assert here.opening in ready.audio
    assert here.closing not in ready.audio
    health = kitchen.health.voice(here.voice_model)
    assert ((0, 0) if defect else (1, 1)) == (health.requests, health.failures)


async def test_a_session_hears_and_speaks_and_nothing_else_is_opened() -> None:
    session, here = Ear(), plan(engine=Engine.REALTIME, languages=("es",), has_knowledge=True)
    kitchen = Kitchen(sessions=Vendor([session]))
    async with kitchen.opened() as preparation:
        ready = await preparation.prepare(here)
        assert ready.session is cast("Any", session)
        assert (None, []) == (ready.recognition, kitchen.ears.opened)
        await preparation.release(here.attempt_id)
    assert kitchen.sessions is not None
    request = SessionRequest(here.system_prompt, ("en", "es"), offered(look_up=True))
    assert [(request,)] == [asked for _, asked in kitchen.sessions.opened]
    assert not session.is_open


@pytest.mark.parametrize(("sessions", "failures"), [(Vendor([AWAY]), 1), (None, 0)])
async def test_without_a_session_the_other_parts_hold_the_call(
    sessions: Vendor | None, failures: int
) -> None:
    kitchen = Kitchen(sessions=sessions)
    ready = await kitchen.makes(plan(engine=Engine.REALTIME))
    assert (None, True) == (ready.session, ready.recognition is not None)
    assert failures == kitchen.health.speech_to_speech().failures


async def test_an_agent_of_parts_opens_no_session() -> None:
    kitchen = Kitchen(sessions=Vendor())
    await kitchen.makes(plan())
    assert kitchen.sessions is not None
    assert [] == kitchen.sessions.opened


@pytest.mark.parametrize(
    ("recogniser", "kept_s"), [(RecogniserName.FLUX, 5.5), (RecogniserName.OPENAI, 20.0)]
)
async def test_the_last_seconds_are_heard_once_more(recogniser: RecogniserName, kept_s: float) -> None:
    """As long as another recogniser may take to be there; of turns without words by then, all of one."""
    other = Ear()
    here = plan(recogniser=recogniser, backup=OTHERS)
    line = Listening(here, other=Vendor([other]), opened=Ear([(1.0, AWAY)]))
    for _ in range(30 * 50):
        line.ear.hear(FRAME)
    await line.listens(3)
    assert kept_s == len(b"".join(other.fed)) / 8_000
