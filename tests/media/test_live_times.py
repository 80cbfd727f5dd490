"""How long a call waits for vendors and for the record, in seconds that are skipped: as long as it says, and no longer."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, cast

import pytest

from domain.conversations import AnsweredBy, Backup, ConversationPlan, ConversationReport, Verdict
from domain.errors import Superseded
from domain.knowledge import Passage
from domain.outcomes import BusinessOutcome
from domain.timeouts import Timeouts
from domain.transcripts import Speaker, Turn, WordTime
from media.audio.playout import Playout
from media.engine.actions import StoreOptOut
from media.engine.events import (
    Event,
    Failed,
    FirstAudio,
    Found,
    Identified,
    Judged,
    ModelDone,
    ModelText,
    NotStored,
    Part,
    Store,
    Stored,
    Synthesised,
)
from media.engine.reporting import report_of
from media.heartbeat import Heartbeat
from media.live.durability import Durability
from media.live.model_replies import ReplyWriter
from media.live.open_answers import open_answers
from media.live.phrase_cache import Phrases
from media.live.side_questions import SideQuestions
from media.live.synthesis import VoiceOutput
from media.live.ticker import Ticker
from media.live.verdict import judge
from media.live.who_speaks import who_speaks
from media.metrics import Figures
from media.recording.flight import Note, Requested, Trouble, Wanted
from media.tools import MediaTools
from media.vendor_health import Health
from providers.errors import ProviderUnavailable
from providers.language_models.contract import ReplyRequest, TextPiece, ToolRequest
from providers.speech.contract import SpeechRequest
from tests.media.plans import plan
from tests.media.script import BEGAN_AT, Script
from tests.media.skipped_time import skipped_time

HANGS = float("inf")
Said = tuple[float, bytes | WordTime | Exception]
"""A piece of what a voice says, and the seconds before it; or how it fails there."""


@pytest.fixture(autouse=True)
async def skipped() -> AsyncIterator[None]:
    with skipped_time():
        yield


def now() -> float:
    """Seconds of the loop's clock."""
    return asyncio.get_running_loop().time()


async def waits(seconds: float) -> None:
    """So long, or for ever."""
    await (asyncio.Event().wait() if seconds == HANGS else asyncio.sleep(seconds))


async def lasts(work: Awaitable[Any]) -> float:
    """How many seconds it takes, to the tenth."""
    began = now()
    await work
    return round(now() - began, 1)


class Away(Exception):
    """The record or the workflow cannot be reached; what their drivers raise is no OSError."""


@dataclass
class House:
    """The record, the workflow and the model; each takes so many seconds, or for ever, and fails as it is told to.

    fails: how many attempts to store; untold: how many notices are lost.
    """

    takes: float = 0.0
    fails: float = 0
    untold: float = 0
    superseded: bool = False
    calls: list[tuple[float, str]] = field(default_factory=list)
    told: list[bool] = field(default_factory=list)
    opt_outs: list[tuple[str, datetime, bool]] = field(default_factory=list)

    async def _takes(self, what: str) -> None:
        self.calls.append((now(), what))
        await waits(self.takes)
        if self.superseded:
            raise Superseded
        if self.fails:
            self.fails -= 1
            raise Away

    async def store_report(self, report: ConversationReport) -> None:
        await self._takes("report")

    async def store_opt_out(self, plan: ConversationPlan, phrase: str, at: datetime, *, by_key: bool) -> None:
        await self._takes("opt-out")
        self.opt_outs.append((phrase, at, by_key))

    async def take_back_opt_out(self, plan: ConversationPlan, phrase: str, at: datetime) -> None:
        await self._takes("taken back")

    async def find_passages(self, plan: ConversationPlan, question: str) -> tuple[Passage, ...]:
        await self._takes("passages")
        return ()

    async def beat(self, *told: Any, age_seconds: float) -> None:
        await self._takes(f"beat {age_seconds:.0f}")

    async def conversation_reported(
        self, plan: ConversationPlan, report: ConversationReport, *, stored: bool
    ) -> None:
        self.calls.append((now(), "notice"))
        await waits(self.takes)
        if self.untold:
            self.untold -= 1
            raise Away
        self.told.append(stored)

    async def decide(self, *asked: Any) -> dict[str, Any]:
        await self._takes("decision")
        return {}

    def tools(self) -> MediaTools:
        """The record's and the workflow's part of a conversation's tools."""
        here = cast("Any", self)
        return MediaTools(here, here, here, {}, here, here)


@dataclass
class Shell:
    """One conversation's way to the record, and what it told."""

    house: House
    told: list[Event] = field(default_factory=list)
    figures: Figures = field(default_factory=lambda: Figures(Health(lambda: BEGAN_AT)))

    def __post_init__(self) -> None:
        self.durability = Durability(plan(), self.house.tools(), self.told.append, self.figures)


REPORT = report_of(replace(Script().state, ended_ms=1_000), Verdict(BusinessOutcome.NONE))
SAID = (Turn(Speaker.PERSON, "I am not sure", 0, 900),)


# The record


def stores(shell: Shell) -> Iterator[tuple[Store, Awaitable[None]]]:
    """Everything that is made durable."""
    yield Store.OPT_OUT, shell.durability.store_opt_out(StoreOptOut("stop", by_key=True), BEGAN_AT)
    yield Store.TAKEN_BACK, shell.durability.take_back_opt_out("no, keep me", BEGAN_AT)
    yield Store.REPORT, shell.durability.store_report(REPORT)


async def test_what_is_durable_is_told_by_what_it_is() -> None:
    shell = Shell(House())
    for what, storing in stores(shell):
        await storing
        assert Stored(what) == shell.told[-1]
    assert [("stop", BEGAN_AT, True)] == shell.house.opt_outs


@pytest.mark.parametrize(("house", "seconds"), [(House(takes=HANGS), 5), (House(takes=1, fails=3), 1)])
async def test_a_record_that_does_not_answer_has_not_stored_it(house: House, seconds: float) -> None:
    shell = Shell(house)
    for what, storing in stores(shell):
        assert seconds == await lasts(storing)
        assert NotStored(what) == shell.told[-1]


async def test_what_another_process_holds_is_stored_there_and_told_by_it() -> None:
    """Law 4: neither tried again nor reported twice."""
    shell = Shell(House(superseded=True))
    await shell.durability.store_opt_out(StoreOptOut("stop"), BEGAN_AT)
    await shell.durability.notify(REPORT, stored=True)
    assert ([Stored(Store.OPT_OUT)], [], 0) == (shell.told, shell.house.told, shell.figures.conversations)


@pytest.mark.parametrize("is_stored", [True, False])
async def test_a_report_is_told_once_and_counted(is_stored: bool) -> None:
    shell = Shell(House())
    await shell.durability.notify(REPORT, stored=is_stored)
    assert ([is_stored], 1, int(not is_stored)) == (
        shell.house.told,
        shell.figures.conversations,
        shell.figures.not_stored,
    )


async def test_a_notice_of_what_was_stored_is_left_to_the_sweep() -> None:
    shell = Shell(House(untold=HANGS))
    assert 0 == await lasts(shell.durability.notify(REPORT, stored=True))
    assert (["notice"], 1) == ([what for _, what in shell.house.calls], shell.figures.not_notified)


async def test_what_is_neither_stored_nor_told_is_insisted_on_each_second_for_a_minute() -> None:
    shell = Shell(House(fails=HANGS, untold=HANGS))
    assert 60 == await lasts(shell.durability.notify(REPORT, stored=False))
    tried = [at for at, what in shell.house.calls if what == "report"]
    assert 60 == len(tried)
    assert 61 == shell.figures.not_notified


@pytest.mark.parametrize(
    ("house", "told"),
    [(House(fails=3, untold=HANGS), []), (House(fails=HANGS, untold=3), [False])],
    ids=["the record is back", "the workflow is back"],
)
async def test_whichever_is_back_first_ends_it(house: House, told: list[bool]) -> None:
    assert await lasts(Shell(house).durability.notify(REPORT, stored=False)) <= 3
    assert told == house.told


@pytest.mark.parametrize(("fails", "told"), [(0, [True]), (1, [False])])
async def test_a_report_that_no_engine_holds_is_stored_and_told(fails: int, told: list[bool]) -> None:
    shell = Shell(House(fails=fails))
    await shell.durability.store_and_notify(REPORT)
    assert told == shell.house.told


async def test_a_report_that_no_engine_holds_and_another_process_does_is_told_by_that() -> None:
    shell = Shell(House(superseded=True))
    await shell.durability.store_and_notify(REPORT)
    assert [] == shell.house.told


async def test_who_does_not_answer_is_waited_for_no_longer_than_five_seconds_each_time() -> None:
    """Neither the record nor the workflow: five for each, and again after a second, for a minute."""
    shell = Shell(House(takes=HANGS))
    async with asyncio.timeout(1_000):
        assert 76 == await lasts(shell.durability.store_and_notify(REPORT))
    began, *tried = [at for at, what in shell.house.calls if what == "notice"]
    assert [10.0, 21.0, 32.0, 43.0, 54.0, 65.0] == [round(at - began, 1) for at in tried]
    assert 7 == shell.figures.not_notified


async def test_a_process_tells_every_second_and_for_five_at_most() -> None:
    house = House()
    beating = asyncio.create_task(Heartbeat(cast("Any", house), lambda: cast("Any", None), list).run())
    await asyncio.sleep(3.5)
    assert ["beat 0", "beat 1", "beat 2", "beat 3"] == [what for _, what in house.calls]
    house.takes = HANGS
    await asyncio.sleep(10)
    beating.cancel()
    assert ["beat 4", "beat 9"] == [what for _, what in house.calls[4:6]]


# What is asked beside the replies


async def test_documents_that_are_not_found_in_a_second_say_nothing() -> None:
    for house, seconds in ((House(takes=HANGS), 1.0), (House(takes=0.5, fails=1), 0.5)):
        told = list[Event]()
        questions = SideQuestions(plan(), house.tools(), told.append, lambda _: None)
        assert seconds == await lasts(questions.look_up(2, "delivery"))
        assert [Found(2)] == told


async def test_a_model_that_does_not_decide_is_not_waited_for() -> None:
    model = cast("Any", House(takes=HANGS))
    began = now()
    assert AnsweredBy.UNKNOWN is await who_speaks(plan(), "hello there", model)
    assert 2.5 == round(now() - began, 2)
    assert 6.0 == await lasts(judge(plan(), SAID, model))
    assert 6.0 == await lasts(open_answers(plan(), SAID, model))


# The voice


@dataclass
class Voice:
    """A voice that says these pieces, each so many seconds after the one before; a name fails or hangs there."""

    script: dict[str, list[list[Said]]]
    asked: list[SpeechRequest] = field(default_factory=list)

    async def speak_timed(self, request: SpeechRequest) -> AsyncIterator[bytes | WordTime]:
        self.asked.append(request)
        for seconds, piece in self.script[request.voice].pop(0):
            await waits(seconds)
            if isinstance(piece, Exception):
                raise piece
            yield piece

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        async for piece in self.speak_timed(request):
            if isinstance(piece, bytes):
                yield piece

    async def warm(self) -> None: ...

    async def close(self) -> None: ...


PIECE = b"\x00" * 1_600
BROKEN = ProviderUnavailable("broke off")


@dataclass
class Mouth:
    """A call's mouth, and all that comes of it."""

    voice: Voice
    backup: Backup = field(default_factory=Backup)
    told: list[Event] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    pumped: int = 0

    def __post_init__(self) -> None:
        self.figures, self.playout = Figures(Health(lambda: BEGAN_AT)), Playout()
        here = plan(voice="first", voice_model="eleven_flash_v2_5", backup=self.backup)
        self.output = VoiceOutput(
            here, self.voice, {}, self.playout, self.told.append, self._pump, self.figures, self.notes.append
        )

    def _pump(self) -> None:
        self.pumped += 1

    async def says(self, *clauses: str, reply: int = 1) -> float:
        """How long it takes to have them all as audio, or to give up."""
        began = now()
        async with asyncio.TaskGroup() as group:
            for text in clauses:
                self.output.speak(group, reply, text)
        return round(now() - began, 1)

    def record(self, model: str) -> tuple[int, int, int, int]:
        """Requests, failures, lateness and switches of who speaks with this model."""
        health = self.figures.health.voice(model)
        return health.requests, health.failures, health.late, health.switches


PAIRED = Backup(voice="paired", voice_model="aura-2-thalia-en")


async def test_every_piece_is_sent_as_it_comes() -> None:
    mouth = Mouth(Voice({"first": [[(0.1, PIECE), (0.1, PIECE)]]}))
    await mouth.says("We do.")
    assert [FirstAudio(1), Synthesised(1, 400)] == mouth.told
    assert (3, (1, 0, 0, 0)) == (mouth.pumped, mouth.record("eleven_flash_v2_5"))


@pytest.mark.parametrize(
    ("first", "seconds", "late"),
    [([(HANGS, PIECE)], 2.5, 1), ([(2.0, BROKEN)], 2.0, 0), ([(0.2, b"\x00" * 320), (HANGS, PIECE)], 2.7, 1)],
    ids=["never begins", "breaks", "stops in its first word"],
)
async def test_a_voice_without_another_is_asked_once_more(first: Any, seconds: float, late: int) -> None:
    mouth = Mouth(Voice({"first": [first, [(0.0, PIECE)]]}))
    assert seconds == await mouth.says("We do.")
    assert isinstance(mouth.told[-1], Synthesised)
    assert (2, 1 - late, late, 0) == mouth.record("eleven_flash_v2_5")
    assert [Part.SPEECH] == [note.part for note in mouth.notes if isinstance(note, Trouble)]


async def test_a_voice_that_fails_twice_has_failed_and_the_next_clause_is_tried_all_the_same() -> None:
    mouth = Mouth(Voice({"first": [[(0.0, BROKEN)], [(0.0, BROKEN)], [(0.0, PIECE)]]}))
    await mouth.says("We do.", "All of it.")
    assert [Failed(Part.SPEECH, 1), FirstAudio(1), Synthesised(1, 200)] == mouth.told


async def test_a_voice_that_stops_in_mid_sentence_without_times_cannot_be_gone_on_from() -> None:
    mouth = Mouth(Voice({"first": [[(0.0, PIECE * 4), (0.0, BROKEN)]]}))
    await mouth.says("We do all of it.")
    assert Failed(Part.SPEECH, 1) == mouth.told[-1]
    assert 1 == len(mouth.voice.asked)


async def test_a_late_voice_gives_way_to_its_pair_for_the_rest_of_the_call() -> None:
    mouth = Mouth(Voice({"first": [[(HANGS, PIECE)]], "paired": [[(0.0, PIECE)], [(0.0, PIECE)]]}), PAIRED)
    assert 1.0 == await mouth.says("We do.")
    await mouth.says("All of it.")
    asked = [(request.voice, request.model) for request in mouth.voice.asked]
    assert [("first", "eleven_flash_v2_5"), *[("paired", "aura-2-thalia-en")] * 2] == asked
    assert ((1, 0, 1, 1), (2, 0, 0, 0)) == (mouth.record("eleven_flash_v2_5"), mouth.record("aura-2"))
    assert {Part.SPEECH: 1} == mouth.figures.switched


async def test_the_pair_goes_on_behind_the_last_whole_word() -> None:
    """Its words have their places in the whole clause, and their times in all of its audio."""
    first: list[Said] = [(0.0, PIECE), (0.0, WordTime(2, 150)), (0.0, BROKEN)]
    mouth = Mouth(Voice({"first": [first], "paired": [[(0.0, PIECE), (0.0, WordTime(4, 180))]]}), PAIRED)
    await mouth.says("We do.")
    assert ["We do.", " do."] == [request.text for request in mouth.voice.asked]
    (clause,) = mouth.playout._speech(1).clauses
    assert [WordTime(2, 150), WordTime(6, 380)] == clause.words


async def test_only_the_reply_that_was_overtaken_is_not_spoken() -> None:
    mouth = Mouth(Voice({"first": [[(1.0, PIECE)], [(1.0, PIECE)]]}))
    async with asyncio.TaskGroup() as group:
        mouth.output.speak(group, 1, "We do.")
        mouth.output.speak(group, 1, "All of it.")
        mouth.output.speak(group, 2, "Shall we go on?")
        await asyncio.sleep(0.5)
        mouth.output.cancel(1)
    assert ["We do.", "Shall we go on?"] == [request.text for request in mouth.voice.asked]
    assert [FirstAudio(2), Synthesised(2, 200)] == mouth.told


async def test_a_mouth_that_is_stopped_says_no_more() -> None:
    mouth = Mouth(Voice({"first": [[(1.0, PIECE)], [(1.0, PIECE)]]}))
    async with asyncio.TaskGroup() as group:
        mouth.output.speak(group, 1, "We do.")
        mouth.output.speak(group, 1, "All of it.")
        await asyncio.sleep(0.5)
        mouth.output.stop()
    assert ([], 1) == (mouth.told, len(mouth.voice.asked))


async def test_what_is_queued_after_a_change_is_said_in_the_new_language() -> None:
    mouth = Mouth(Voice({"first": [[(0.0, PIECE)], [(0.0, PIECE)]]}))
    await mouth.says("We do.")
    mouth.output.speak_in("es-MX")
    await mouth.says("Claro.")
    assert ["en", "es-MX"] == [request.language for request in mouth.voice.asked]


async def test_a_phrase_is_made_for_fifteen_seconds_at_most() -> None:
    voice = Voice({"first": [[(HANGS, PIECE)]]})
    phrases, began = Phrases(voice), now()
    with pytest.raises(ProviderUnavailable):
        await phrases.audio(SpeechRequest("Hello", "first", "eleven_flash_v2_5"))
    assert 15 == round(now() - began)


# The clock of all calls


@dataclass
class Ticks:
    """Ticks so many times; at: when."""

    most: int
    at: list[float] = field(default_factory=list)

    __hash__ = object.__hash__

    def tick(self) -> bool:
        self.at.append(now())
        return len(self.at) < self.most


async def test_whoever_has_something_to_do_is_ticked_fifty_times_a_second_until_it_has_not() -> None:
    ticker, three, many, forgotten = Ticker(), Ticks(3), Ticks(1_000), Ticks(1_000)
    began = now()
    for one in (three, many, forgotten):
        ticker.wake(one)
    ticker.forget(forgotten)
    await asyncio.sleep(1.01)
    ticker.forget(many)
    await asyncio.sleep(0.1)
    assert [0.02, 0.04, 0.06] == [round(at - began, 2) for at in three.at]
    assert (50, 0) == (len(many.at), len(forgotten.at))
    assert ticker._next is None, "it sleeps while nobody has anything to do"
    ticker.wake(again := Ticks(1))
    await asyncio.sleep(0.1)
    assert 1 == len(again.at)


@dataclass
class Slow(Ticks):
    """The same, whose ticks take so many seconds each of the one thread."""

    takes: list[float] = field(default_factory=list)

    __hash__ = object.__hash__

    def tick(self) -> bool:
        goes_on = super().tick()
        loop: Any = asyncio.get_running_loop()
        loop._selector.now += self.takes.pop(0) if self.takes else 0.0
        return goes_on


@pytest.mark.parametrize(
    ("takes", "at"),
    [
        pytest.param([0.005] * 5, [20, 40, 60, 80, 100], id="keeps the time"),
        pytest.param([0.1], [20, 120, 140, 160, 180], id="makes up for nothing"),
    ],
)
async def test_a_clock_whose_ticks_take_long_neither_drifts_nor_hurries(
    takes: list[float], at: list[int]
) -> None:
    ticker, slow, began = Ticker(), Slow(5, takes=takes), now()
    ticker.wake(slow)
    await asyncio.sleep(0.3)
    assert at == [round((each - began) * 1_000) for each in slow.at]


# The mind


@dataclass
class Minds:
    """Models that write a word after so many seconds each; asked: when, and which."""

    after: dict[str, list[float]]
    asked: list[tuple[float, str]] = field(default_factory=list)

    async def reply(self, request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        self.asked.append((round(now(), 1), request.model))
        await waits(self.after[request.model].pop(0))
        yield TextPiece(f"I am {request.model}.")


@pytest.mark.parametrize(
    ("backup", "budget", "second_at", "names"),
    [
        ("claude", 1_800, 1.8, ["gpt", "claude"]),
        ("claude", 4_000, 4.0, ["gpt", "claude"]),
        ("", 1_800, 3.0, ["gpt", "gpt"]),
        ("", 4_000, 4.0, ["gpt", "gpt"]),
    ],
    ids=["a backup", "a backup, patiently", "itself once more", "itself once more, patiently"],
)
async def test_a_model_that_is_late_gets_a_rival(
    backup: str, budget: int, second_at: float, names: list[str]
) -> None:
    minds, told = Minds({"gpt": [HANGS, 0.5], "claude": [0.5]}), list[Event]()
    figures, began = Figures(Health(lambda: BEGAN_AT)), now()
    here = plan(model="gpt", backup=Backup(model=backup), timeouts=Timeouts(model_budget=budget))
    async with asyncio.TaskGroup() as group:
        mind = ReplyWriter(here, cast("Any", minds), told.append, figures, lambda _: None)
        mind.ask(group, 1, (), ())
        await asyncio.sleep(10)
    assert [0.0, second_at] == [round(at - began, 1) for at, _ in minds.asked]
    assert names == [name for _, name in minds.asked]
    assert [ModelText(1, f"I am {names[-1]}."), ModelDone(1)] == told
    health = figures.health.model("gpt")
    both = 2 if not backup else 1
    assert (both, 1, 1) == (health.requests, health.late, health.discarded)
    assert ({Part.MODEL: 1} if backup else {}) == figures.switched


async def test_a_model_that_came_in_for_one_that_failed_has_its_own_time() -> None:
    """It is not late when the first would have been."""
    minds, told = Minds({"gpt": [HANGS], "claude": [1.7]}), list[Event]()
    figures = Figures(Health(lambda: BEGAN_AT))

    async def reply(request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        if request.model == "gpt":
            await waits(0.5)
            raise BROKEN
        async for piece in Minds.reply(minds, request):
            yield piece

    minds.reply = reply  # type: ignore[method-assign]
    async with asyncio.TaskGroup() as group:
        here = plan(model="gpt", backup=Backup(model="claude"))
        ReplyWriter(here, cast("Any", minds), told.append, figures, lambda _: None).ask(group, 1, (), ())
        await asyncio.sleep(10)
    assert [ModelText(1, "I am claude."), ModelDone(1)] == told
    assert (0, 0) == (figures.health.model("gpt").late, figures.health.model("claude").late)


async def test_a_model_in_time_has_no_rival_though_it_goes_on_for_long() -> None:
    minds, told = Minds({"gpt": [1.7]}), list[Event]()
    async with asyncio.TaskGroup() as group:
        here = plan(model="gpt", backup=Backup(model="claude"))
        figures = Figures(Health(lambda: BEGAN_AT))
        ReplyWriter(here, cast("Any", minds), told.append, figures, lambda _: None).ask(group, 1, (), ())
        await asyncio.sleep(10)
    assert (1, ModelDone(1)) == (len(minds.asked), told[-1])


# What comes of side questions


@dataclass
class Decides:
    """A model that answers each question by its name."""

    answers: dict[str, dict[str, Any]]
    asked: list[ReplyRequest] = field(default_factory=list)

    async def decide(self, request: ReplyRequest, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        self.asked.append(request)
        return self.answers[name]


async def test_side_questions_are_answered_and_noted_for_the_flight() -> None:
    """The verdict carries the answers that the rules did not find."""
    said = (
        Turn(Speaker.AGENT, "Was it good, all in all?", 0, 900),
        Turn(Speaker.PERSON, "It was great, thank you so much", 950, 1_800),
    )
    model = Decides(
        {
            "verdict": {"outcome": "none", "confidence": 1},
            "answers": {"satisfied": "It was great", "score": "nine"},
            "who_speaks": {"answered_by": "person"},
        }
    )
    told, notes = list[Event](), list[Note]()
    nobody = cast("Any", None)
    tools = MediaTools(nobody, nobody, nobody, {}, nobody, cast("Any", model))
    questions = SideQuestions(plan(), tools, told.append, notes.append)
    await questions.judge(said, date(2026, 11, 21))
    await questions.identify("hello there")
    judged, identified = told
    assert isinstance(judged, Judged)
    assert {"satisfied": "It was great"} == judged.verdict.answers
    assert Identified(AnsweredBy.PERSON) == identified
    noted = [note for note in notes if isinstance(note, Requested)]
    assert [Wanted.VERDICT, Wanted.ANSWERS, Wanted.WHO_SPEAKS] == [note.wanted for note in noted]
    assert model.asked == [note.request for note in noted]
    assert "held on Saturday, 2026-11-21" in model.asked[0].lines[0].text


async def test_a_reply_that_has_failed_may_be_cancelled_and_the_next_is_spoken() -> None:
    """Whoever is told of the failure drops the reply at once, in the midst of it."""
    mouth = Mouth(Voice({"first": [[(0.0, BROKEN)], [(0.0, BROKEN)], [(0.0, PIECE)]]}))
    tell = mouth.told.append

    def told(event: Event) -> None:
        tell(event)
        if isinstance(event, Failed):
            mouth.output.cancel(1)

    mouth.output._happen = told
    async with asyncio.TaskGroup() as group:
        mouth.output.speak(group, 1, "We do.")
        mouth.output.speak(group, 2, "Sorry?")
    assert [Failed(Part.SPEECH, 1), FirstAudio(2), Synthesised(2, 200)] == mouth.told


async def test_the_pair_pronounces_what_is_left_as_the_first_would_have() -> None:
    """A word is known by its place in what is written, though another one is spoken."""
    first: list[Said] = [(0.0, PIECE), (0.0, WordTime(6, 150)), (0.0, BROKEN)]
    rest: list[Said] = [(0.0, PIECE), (0.0, WordTime(9, 180))]
    mouth = Mouth(Voice({"first": [first], "paired": [rest]}), PAIRED)
    mouth.output._plan = replace(mouth.output._plan, pronunciation={"Miele": "mee luh"})
    await mouth.says("We do. Miele.")
    assert ["We do. mee luh.", " mee luh."] == [request.text for request in mouth.voice.asked]
    (clause,) = mouth.playout._speech(1).clauses
    assert [WordTime(6, 150), WordTime(13, 380)] == clause.words
