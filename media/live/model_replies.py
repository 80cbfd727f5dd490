"""One call's mind: asks the model for replies, one at a time, and turns what it writes into events.

A second model is asked when the first is late or fails. What the model is shown: model_context.py; its tools: offered() here.
"""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import structlog

from domain.conversations import ConversationPlan
from domain.transcripts import Transcript
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
from media.engine.reply_clauses import next_clause
from media.live.model_context import prompt
from media.metrics import Figures
from media.recording.flight import Note, Requested, Trouble, Wanted
from providers.errors import ProviderError
from providers.language_models.contract import (
    LanguageModel,
    Line,
    ReplyRequest,
    TextPiece,
    Tool,
    ToolRequest,
)

log = structlog.get_logger()

_NAME: Final = re.compile(r"\[([a-z][a-z0-9_]*)\]")
_MOMENT: Final = "moment"

_ITSELF_AGAIN_SECONDS: Final = 3.0
"""How late a model without a backup may be before it is asked once more beside; chosen by feel."""

TOOLS: Final = (
    Tool(
        END_CALL,
        "End the telephone call after your last words.",
        "reason",
        "why the call ends, in a few words",
    ),
    Tool(
        NOTE_CALLBACK,
        "Note that the person wants to be called at another time. The moment is read back to them behind your words: name "
        "none, and do not take leave.",
        "phrase",
        "the person's own words about when to call",
        (
            (
                _MOMENT,
                "the date and time where the person is that you take their words to mean, as 2026-11-24T15:00; empty if "
                "they named none, or you are not sure",
            ),
        ),
    ),
    Tool(
        STOP_CALLING,
        "The person demands not to be called any more, at all. A wish to be called at another time, less often or in "
        "writing is none.",
        "words",
        "the person's sentence that demands it, word for word",
    ),
)
MENU_TOOLS: Final = (
    *TOOLS,
    Tool(
        PRESS_KEYS,
        "Press keys of the telephone to answer an automatic menu.",
        "digits",
        "the keys, such as 0 or 2 or 12#",
    ),
)
_LOOK_UP: Final = Tool(
    LOOK_UP,
    "Look up what the documents of the company you call for say. Do so before you answer a question of the person about "
    "facts that you were not told.",
    "question",
    "what the person wants to know, in a whole sentence and in the language of the script",
)
_ARGUMENTS: Final = {tool.name: tool.argument for tool in (*MENU_TOOLS, _LOOK_UP)}


def offered(*, menu: bool = False, look_up: bool = False, note: bool = True) -> tuple[Tool, ...]:
    """The tools for a reply. menu: keys may be pressed; look_up: the agent has documents; note: nothing was noted for it yet."""
    tools = tuple(tool for tool in (MENU_TOOLS if menu else TOOLS) if note or tool.name != NOTE_CALLBACK)
    return (*tools, _LOOK_UP) if look_up else tools


@dataclass(slots=True)
class _Contest:
    """One reply, and the models that write at it; the first to write a word goes on, the other is stopped.

    names: of the models, in the order in which they begin; without a backup the same one twice. waiting, writing, winner:
    places among them. untold: text that the engine was not told of yet; rest: text behind the last of the clauses.
    """

    group: asyncio.TaskGroup
    reply: int
    lines: Sequence[Line]
    names: Sequence[str]
    waiting: list[int]
    tools: Sequence[Tool]
    writing: dict[int, "asyncio.Task[None]"] = field(default_factory=dict)
    winner: int | None = None
    untold: str = ""
    rest: str = ""
    clauses: int = 0
    budget: asyncio.TimerHandle | None = None


class ReplyWriter:
    """Thinks for one call.

    A model that fails before its first word gives way to the backup; one that is late gets it for a rival. Whichever
    writes first holds the reply, and a backup that won once keeps the call. Without a backup a late model gets itself for
    a rival: one request that hangs says little about the next.
    """

    def __init__(
        self,
        plan: ConversationPlan,
        model: LanguageModel,
        handle: Callable[[Event], None],
        figures: Figures,
        noted: Callable[[Note], None],
    ) -> None:
        self._plan = plan
        self._model = model
        self._happen = handle
        self._figures = figures
        self._noted = noted
        self._names = [name for name in (plan.model, plan.backup.model) if name]
        self._contest: _Contest | None = None

    def ask(
        self,
        group: asyncio.TaskGroup,
        reply: int,
        history: Transcript,
        notes: tuple[str, ...],
        tools: Sequence[Tool] = TOOLS,
        found: tuple[str, ...] = (),
    ) -> None:
        """Begin a reply, or go on with it; the one before is given up."""
        self.stop()
        lines = prompt(self._plan, history, notes, found)
        has_backup = len(self._names) > 1
        names = self._names if has_backup else self._names * 2
        contest = self._contest = _Contest(group, reply, lines, tuple(names), [0, 1], tools)
        self._let_next_write(contest)
        budget_seconds = self._plan.timeouts.model_budget / 1000
        budget_seconds = budget_seconds if has_backup else max(budget_seconds, _ITSELF_AGAIN_SECONDS)
        loop = asyncio.get_running_loop()
        contest.budget = loop.call_later(budget_seconds, self._is_late, contest)

    def cancel(self, reply: int) -> None:
        """Give up this reply, if it is the one being thought about."""
        if self._contest is not None and reply == self._contest.reply:
            self.stop()

    def stop(self) -> None:
        """Think no more."""
        contest, self._contest = self._contest, None
        if contest is not None:
            self._stop_all_but(None, contest)

    def _let_next_write(self, contest: _Contest) -> None:
        if contest.budget is not None:
            contest.budget.cancel()
        place = contest.waiting.pop(0)
        self._figures.health.model(contest.names[place]).requests += 1
        writing = self._write(contest, place)
        contest.writing[place] = contest.group.create_task(writing, name=f"mind {self._plan.attempt_id}")

    def _is_late(self, contest: _Contest) -> None:
        for place in contest.writing:
            self._figures.health.model(contest.names[place]).was_late()
        if contest.waiting:
            self._let_next_write(contest)

    async def _write(self, contest: _Contest, place: int) -> None:
        try:
            request = ReplyRequest(contest.names[place], contest.lines, contest.tools)
            self._noted(Requested(Wanted.REPLY, request))
            async for piece in self._model.reply(request):
                self._win(contest, place)
                self._take(contest, piece)
            self._tell_text(contest, is_end=True)
        except ProviderError as error:
            self._fail(contest, place, error)
        else:
            self._win(contest, place)
            contest.writing.pop(place, None)
            self._happen(ModelDone(contest.reply))

    def _take(self, contest: _Contest, piece: TextPiece | ToolRequest) -> None:
        if isinstance(piece, TextPiece):
            self._take_text(contest, piece.text)
        elif piece.name in _ARGUMENTS:
            self._tell_text(contest, is_end=True)
            self._happen(tool_call(contest.reply, piece))

    def _take_text(self, contest: _Contest, text: str) -> None:
        """The first word is told at once, what follows with each clause: a step of the engine costs more than a token."""
        is_first = not contest.rest and not contest.clauses
        contest.untold += text
        contest.rest += text
        clauses = contest.clauses
        while (split := next_clause(contest.rest, first=not contest.clauses)) is not None:
            contest.clauses += 1
            contest.rest = split[1]
        if is_first or contest.clauses > clauses:
            self._tell_text(contest)

    def _tell_text(self, contest: _Contest, *, is_end: bool = False) -> None:
        """Tell what was written, with the lead's values for [names] of which the model has forgotten to say them."""
        text = contest.untold
        if not is_end and text.rfind("[") > text.rfind("]"):  # a name of which the rest is still written
            return
        contest.untold = ""
        if text:
            self._happen(ModelText(contest.reply, self._with_values(text)))

    def _with_values(self, text: str) -> str:
        if "[" not in text:
            return text
        return _NAME.sub(lambda found: self._plan.values.get(found[1], found[0]), text)

    def _win(self, contest: _Contest, place: int) -> None:
        if contest.winner is not None:
            return
        contest.winner = place
        self._stop_all_but(place, contest)
        if contest.names[place] != self._names[0]:
            self._figures.health.model(self._names[0]).switches += 1
            self._figures.count_switch(Part.MODEL)
            del self._names[0]

    def _fail(self, contest: _Contest, place: int, error: ProviderError) -> None:
        name = contest.names[place]
        log.warning("mind.failed", attempt_id=self._plan.attempt_id, error=type(error).__name__)
        self._noted(Trouble(Part.MODEL, name, type(error).__name__))
        self._figures.health.model(name).has_failed()
        contest.writing.pop(place, None)
        contest.waiting = [other for other in contest.waiting if contest.names[other] != name]
        if contest.winner is None and contest.waiting:
            self._let_next_write(contest)
        elif not contest.writing:
            self._happen(Failed(Part.MODEL, contest.reply))

    def _stop_all_but(self, place: int | None, contest: _Contest) -> None:
        if contest.budget is not None:
            contest.budget.cancel()
        for other in [each for each in contest.writing if each != place]:
            contest.writing.pop(other).cancel()
            self._figures.health.model(contest.names[other]).discarded += 1


def tool_call(reply: int, request: ToolRequest) -> ToolCall:
    """What the model asks for; arguments are empty where it gave none or the tool is not ours."""
    argument = str(request.arguments.get(_ARGUMENTS.get(request.name, ""), ""))
    return ToolCall(reply, request.name, argument, str(request.arguments.get(_MOMENT, "")))
