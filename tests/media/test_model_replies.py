"""One call's mind with two models: who is late gets a rival, who writes first holds the reply."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from domain.conversations import Backup, ConversationPlan
from domain.timeouts import Timeouts
from media.engine.events import (
    END_CALL,
    LOOK_UP,
    NOTE_CALLBACK,
    PRESS_KEYS,
    STOP_CALLING,
    Event,
    Failed,
    ModelDone,
    ModelText,
    Part,
    ToolCall,
)
from media.live.model_replies import ReplyWriter, offered, tool_call
from media.metrics import Figures
from media.recording.flight import Note, Requested, Trouble
from media.vendor_health import Health, ServiceHealth
from providers.errors import ProviderUnavailable
from providers.language_models.contract import ReplyRequest, TextPiece, ToolRequest
from providers.language_models.tool_calls import schema_of
from tests.media.house import until
from tests.media.plans import plan

FIRST, BACKUP = "gpt-6-luna", "claude-haiku-4-5"


@dataclass
class Writer:
    """One scripted model: writes when it is let, or fails; counts who stopped listening."""

    name: str
    may_write: asyncio.Event = field(default_factory=asyncio.Event)
    fails: bool = False
    words: tuple[str | ToolRequest, ...] | None = None
    breaks: bool = False
    may_end: asyncio.Event | None = None
    asked: int = 0
    stopped: int = 0

    async def reply(self) -> AsyncIterator[TextPiece | ToolRequest]:
        """Its words, or two by its name, and then it breaks if it is to."""
        self.asked += 1
        try:
            await self.may_write.wait()
        except asyncio.CancelledError:
            self.stopped += 1
            raise
        if self.fails:
            raise ProviderUnavailable
        for word in ("Hello ", f"from {self.name}.") if self.words is None else self.words:
            yield TextPiece(word) if isinstance(word, str) else word
            if self.may_end is not None:
                await self.may_end.wait()
        if self.breaks:
            raise ProviderUnavailable


@dataclass
class TwoModels:
    """A call's mind over two scripted models."""

    first: Writer = field(default_factory=lambda: Writer(FIRST))
    backup: Writer = field(default_factory=lambda: Writer(BACKUP))
    figures: Figures = field(default_factory=lambda: Figures(Health(lambda: datetime.now(UTC))))
    happened: list[Event] = field(default_factory=list)
    noted: list[Note] = field(default_factory=list)

    def reply(self, request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        """The reply of the model that is asked."""
        return (self.first if request.model == FIRST else self.backup).reply()

    async def decide(self, request: ReplyRequest, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        """No call is judged here."""
        raise NotImplementedError

    async def warm(self, model: str) -> None:
        """Nothing to open."""

    async def close(self) -> None:
        """Nothing to close."""

    def mind(
        self, *, budget: int = 0, backup: str = BACKUP, values: Mapping[str, str] | None = None
    ) -> ReplyWriter:
        """A mind whose backup comes in after so many milliseconds."""
        chosen: ConversationPlan = plan(
            "call_mind-1",
            model=FIRST,
            values=values or {},
            backup=Backup(model=backup),
            timeouts=Timeouts(model_budget=budget),
        )
        return ReplyWriter(chosen, self, self.happened.append, self.figures, self.noted.append)

    def health(self, model: str) -> ServiceHealth:
        """How this model's vendor does."""
        return self.figures.health.model(model)

    async def done(self, reply: int) -> str:
        """What was written of this reply, once it is done."""
        await until(lambda: ModelDone(reply) in self.happened, 5)
        texts = (event for event in self.happened if isinstance(event, ModelText))
        return "".join(event.text for event in texts if event.reply == reply)


@pytest_asyncio.fixture
async def models() -> TwoModels:
    return TwoModels()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Well then. Are you happy? Good", ["Well", " then. Are", " you happy? Good"]),
        ("Yes, we are open", ["Yes,", " we are open"]),
        ("One two three four five six seven eight nine ten eleven", ["One", " two three four five six seven eight nine ten eleven"]),
        ("Hello", ["Hello"]),
        ("Well then. We are, of course, open, all day. Good", ["Well", " then. We", " are, of course, open, all day. Good"]),
    ],
)  # fmt: skip
async def test_the_first_word_is_told_at_once_and_the_rest_with_each_clause(
    models: TwoModels, words: str, told: list[str]
) -> None:
    models.first.may_write.set()
    models.first.words = tuple(re.findall(r"\s*\S+", words))
    async with asyncio.TaskGroup() as group:
        models.mind(budget=60_000).ask(group, 1, (), ())
        assert words == await models.done(1)
    assert told == [event.text for event in models.happened if isinstance(event, ModelText)]


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        (("Hello [", "first", "_name", "], how are you?"), "Hello Ann, how are you?"),
        (("[first_name], hello",), "Ann, hello"),
        (("Take [nothing] from [", "first_name] or [order"), "Take [nothing] from Ann or [order"),
    ],
)
async def test_a_name_that_stands_for_a_value_is_never_read_out(
    models: TwoModels, pieces: tuple[str, ...], told: str
) -> None:
    """A model that forgets to put the value in its place."""
    models.first.may_write.set()
    models.first.words = pieces
    async with asyncio.TaskGroup() as group:
        models.mind(budget=60_000, values={"first_name": "Ann", "order": "17"}).ask(group, 1, (), ())
        assert told == await models.done(1)


async def test_a_name_that_is_whole_holds_nothing_back(models: TwoModels) -> None:
    models.first.may_write.set()
    models.first.words = ("[first_name], hello there. Good", " day to you.")
    async with asyncio.TaskGroup() as group:
        models.mind(budget=60_000, values={"first_name": "Ann"}).ask(group, 1, (), ())
        await models.done(1)
    assert [
        ModelText(1, "Ann, hello there. Good"),
        ModelText(1, " day to you."),
        ModelDone(1),
    ] == models.happened


async def test_a_reply_that_is_done_is_none_that_was_given_up_when_the_next_is_asked_for(
    models: TwoModels,
) -> None:
    models.first.may_write.set()
    mind = models.mind(budget=60_000)
    async with asyncio.TaskGroup() as group:
        for reply in (1, 2):
            mind.ask(group, reply, (), ())
            assert f"Hello from {FIRST}." == await models.done(reply)
        mind.stop()
    assert (2, 0) == (models.health(FIRST).requests, models.health(FIRST).discarded)


async def test_what_was_said_before_a_tool_is_told_before_it_and_a_tool_of_nobodys_is_not(
    models: TwoModels,
) -> None:
    models.first.may_write.set()
    tools = ToolRequest("send_sms", {"to": "+1900"}), ToolRequest(END_CALL, {"reason": "done"})
    models.first.words = ("Good", " bye [order", *tools)
    async with asyncio.TaskGroup() as group:
        models.mind(budget=60_000).ask(group, 1, (), ())
        await models.done(1)
    told = [ModelText(1, "Good"), ModelText(1, " bye [order"), ToolCall(1, END_CALL, "done"), ModelDone(1)]
    assert told == models.happened


@pytest.mark.parametrize("menu", [True, False])
@pytest.mark.parametrize("look_up", [True, False])
@pytest.mark.parametrize("note", [True, False])
def test_each_tool_is_offered_when_it_is_of_use(menu: bool, look_up: bool, note: bool) -> None:
    wanted = {END_CALL, STOP_CALLING}
    wanted |= {
        name
        for name, is_of_use in ((PRESS_KEYS, menu), (LOOK_UP, look_up), (NOTE_CALLBACK, note))
        if is_of_use
    }
    assert wanted == {tool.name for tool in offered(menu=menu, look_up=look_up, note=note)}


def test_a_tool_is_called_with_what_it_takes() -> None:
    wish = ToolRequest(NOTE_CALLBACK, {"phrase": "on Monday", "moment": "2026-11-23T16:00", "to": "+1900"})
    assert ToolCall(3, NOTE_CALLBACK, "on Monday", "2026-11-23T16:00") == tool_call(3, wish)
    assert ToolCall(3, NOTE_CALLBACK) == tool_call(3, ToolRequest(NOTE_CALLBACK, {}))
    assert ToolCall(3, "send_sms") == tool_call(3, ToolRequest("send_sms", {"to": "+1900", "phrase": "x"}))


def test_the_moment_is_asked_for_in_the_persons_time() -> None:
    (note,) = (tool for tool in offered() if tool.name == NOTE_CALLBACK)
    schema = schema_of(note)
    assert ["phrase", "moment"] == list(schema["properties"]) == schema["required"]
    assert "where the person is" in schema["properties"]["moment"]["description"]


async def test_a_late_model_gets_a_rival_and_may_still_win(models: TwoModels) -> None:
    """Failover by slowness, hedged: a word that comes after all is as good as the rival's."""
    async with asyncio.TaskGroup() as group:
        mind = models.mind()
        mind.ask(group, 1, (), ())
        await until(lambda: models.backup.asked, 5)
        models.first.may_write.set()
        assert f"Hello from {FIRST}." == await models.done(1)
    assert (1, 1) == (models.backup.stopped, models.health(BACKUP).discarded)
    assert (1, 0) == (models.health(FIRST).late, models.health(FIRST).switches)
    assert {} == models.figures.switched


@pytest.mark.parametrize("backup", [BACKUP, ""], ids=["a backup", "itself"])
async def test_a_model_that_writes_in_time_gets_no_rival_however_long_it_writes(
    models: TwoModels, monkeypatch: pytest.MonkeyPatch, backup: str
) -> None:
    """Two would write into one reply."""
    monkeypatch.setattr("media.live.model_replies._ITSELF_AGAIN_SECONDS", 0.0)
    models.first.may_write.set()
    models.first.may_end = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        models.mind(budget=0, backup=backup).ask(group, 1, (), ())
        await until(lambda: models.happened, 5)
        models.first.may_end.set()
        assert f"Hello from {FIRST}." == await models.done(1)
    assert (1, 0) == (models.first.asked, models.backup.asked)
    assert 0 == models.health(FIRST).late


async def test_a_late_model_without_a_backup_gets_itself_for_a_rival(
    models: TwoModels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One request that hangs says little about the next."""
    monkeypatch.setattr("media.live.model_replies._ITSELF_AGAIN_SECONDS", 0.0)
    async with asyncio.TaskGroup() as group:
        mind = models.mind(backup="")
        mind.ask(group, 1, (), ())
        await until(lambda: models.first.asked == 2, 5)
        models.first.may_write.set()
        assert f"Hello from {FIRST}." == await models.done(1)
    assert (1, 1) == (models.health(FIRST).late, models.health(FIRST).discarded)
    assert {} == models.figures.switched


async def test_a_model_without_a_backup_that_fails_is_left_to_the_engine(models: TwoModels) -> None:
    """It asks again in its own time."""
    models.first.fails = True
    models.first.may_write.set()
    async with asyncio.TaskGroup() as group:
        models.mind(backup="").ask(group, 1, (), ())
        await until(lambda: Failed(Part.MODEL, 1) in models.happened, 5)
    assert 1 == models.first.asked


async def test_a_model_that_has_nothing_to_say_has_answered(models: TwoModels) -> None:
    """Its rival is stopped, or there would be two replies."""
    models.first.words = ()
    async with asyncio.TaskGroup() as group:
        models.mind().ask(group, 1, (), ())
        await until(lambda: models.backup.asked, 5)
        models.first.may_write.set()
        await models.done(1)
    assert ([ModelDone(1)], 1) == (models.happened, models.backup.stopped)


async def test_a_reply_that_breaks_off_has_failed_and_nobody_goes_on_with_it(models: TwoModels) -> None:
    """The backup would begin anew in the middle of what was heard."""
    models.first.may_write.set()
    models.first.breaks = True
    async with asyncio.TaskGroup() as group:
        models.mind(budget=60_000).ask(group, 1, (), ())
        await until(lambda: Failed(Part.MODEL, 1) in models.happened, 5)
    assert 0 == models.backup.asked


async def test_a_rival_that_wins_keeps_the_call(models: TwoModels) -> None:
    """The loser is stopped, none of its words is told, and it is not asked again in this call."""
    models.backup.may_write.set()
    async with asyncio.TaskGroup() as group:
        mind = models.mind()
        mind.ask(group, 1, (), ())
        assert f"Hello from {BACKUP}." == await models.done(1)
        models.first.may_write.set()
        mind.ask(group, 2, (), ())
        assert f"Hello from {BACKUP}." == await models.done(2)
    assert (1, 1, 2) == (models.first.asked, models.first.stopped, models.backup.asked)
    assert (1, 1) == (models.health(FIRST).switches, models.health(FIRST).discarded)
    assert (1, 2) == (models.health(FIRST).requests, models.health(BACKUP).requests)
    assert {Part.MODEL: 1} == models.figures.switched


async def test_a_model_in_time_gets_no_rival(models: TwoModels) -> None:
    models.first.may_write.set()
    async with asyncio.TaskGroup() as group:
        models.mind(budget=60_000).ask(group, 1, (), ())
        assert f"Hello from {FIRST}." == await models.done(1)
    assert (0, 0) == (models.backup.asked, models.health(FIRST).late)


async def test_a_model_that_fails_before_its_first_word_gives_way_at_once(models: TwoModels) -> None:
    models.first.fails = True
    for writer in (models.first, models.backup):
        writer.may_write.set()
    async with asyncio.TaskGroup() as group:
        models.mind(budget=60_000).ask(group, 1, (), ())
        assert f"Hello from {BACKUP}." == await models.done(1)
    assert (1, 1) == (models.health(FIRST).failures, models.health(FIRST).switches)
    first, trouble, second = models.noted
    assert isinstance(first, Requested)
    assert isinstance(second, Requested)
    assert Trouble(Part.MODEL, FIRST, "ProviderUnavailable") == trouble
    assert ([FIRST, BACKUP], True) == (
        [noted.request.model for noted in (first, second)],
        first.request.lines == second.request.lines,
    )


async def test_a_reply_fails_only_when_every_model_has(models: TwoModels) -> None:
    models.first.fails = models.backup.fails = True
    async with asyncio.TaskGroup() as group:
        models.mind().ask(group, 1, (), ())
        await until(lambda: models.backup.asked, 5)
        models.first.may_write.set()
        await until(lambda: models.health(FIRST).failures, 5)
        assert [] == models.happened
        models.backup.may_write.set()
        await until(lambda: [Failed(Part.MODEL, 1)] == models.happened, 5)
    assert (1, 1) == (models.health(FIRST).failures, models.health(BACKUP).failures)
    assert [FIRST, BACKUP] == [noted.name for noted in models.noted if isinstance(noted, Trouble)]


async def test_without_a_backup_a_failure_is_told(models: TwoModels) -> None:
    models.first.fails = True
    models.first.may_write.set()
    async with asyncio.TaskGroup() as group:
        models.mind(backup="").ask(group, 1, (), ())
        await until(lambda: [Failed(Part.MODEL, 1)] == models.happened, 5)
    assert 0 == models.backup.asked


async def test_a_cancelled_reply_stops_both(models: TwoModels) -> None:
    """What was paid for and thrown away is counted."""
    async with asyncio.TaskGroup() as group:
        mind = models.mind()
        mind.ask(group, 1, (), ())
        await until(lambda: models.backup.asked, 5)
        mind.cancel(2)
        assert 0 == models.health(FIRST).discarded
        mind.cancel(1)
    assert (1, 1) == (models.first.stopped, models.backup.stopped)
    assert (1, 1) == (models.health(FIRST).discarded, models.health(BACKUP).discarded)
    assert [] == models.happened


async def test_the_reply_before_is_given_up_when_another_is_asked_for(models: TwoModels) -> None:
    async with asyncio.TaskGroup() as group:
        mind = models.mind(budget=60_000)
        mind.ask(group, 1, (), ())
        await until(lambda: models.first.asked, 5)
        mind.ask(group, 2, (), ())
        models.first.may_write.set()
        assert f"Hello from {FIRST}." == await models.done(2)
    assert (1, 1) == (models.first.stopped, models.health(FIRST).discarded)
    assert ModelDone(1) not in models.happened
