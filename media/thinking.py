"""One call's mind: asks the model for replies, one at a time, and turns what it writes into events."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

import structlog

from domain.conversations import ConversationPlan
from domain.transcripts import Speaker, Transcript
from media.events import Event, Failed, ModelDone, ModelText, Part, ToolCall
from media.replying import END_CALL, NOTE_CALLBACK
from providers.errors import ProviderError
from providers.language_models.contract import (
    LanguageModel,
    Line,
    ReplyRequest,
    Role,
    TextPiece,
    Tool,
    ToolRequest,
)

log = structlog.get_logger()

TOOLS: Final = (
    Tool(
        END_CALL,
        "End the telephone call after your last words.",
        "reason",
        "why the call ends, in a few words",
    ),
    Tool(
        NOTE_CALLBACK,
        "Note that the person wants to be called at another time.",
        "phrase",
        "the person's own words about when to call",
    ),
)
_BUDGET_SECONDS: Final = 1.8
"""With another model at hand, a first word that is later than this makes that one answer; chosen by feel."""

_ARGUMENTS: Final = {tool.name: tool.argument for tool in TOOLS}


def prompt(plan: ConversationPlan, history: Transcript, notes: tuple[str, ...]) -> tuple[Line, ...]:
    """What the model is shown: the script, what was said (as heard), and facts before the last words."""
    lines = [Line(Role.SYSTEM, plan.system_prompt)]
    lines += [
        Line(Role.AGENT if turn.speaker is Speaker.AGENT else Role.PERSON, turn.text) for turn in history
    ]
    lines[-1:-1] = [Line(Role.SYSTEM, note) for note in notes] if len(lines) > 1 else []
    return tuple(lines)


class Mind:
    """Thinks for one call."""

    def __init__(
        self,
        plan: ConversationPlan,
        model: LanguageModel,
        happen: Callable[[Event], None],
        switched: Callable[[Part], None],
    ) -> None:
        self._plan = plan
        self._model = model
        self._happen = happen
        self._switched = switched
        self._names = [name for name in (plan.model, plan.backup.model) if name]
        self._reply = 0
        self._wrote = False
        self._task: asyncio.Task[None] | None = None

    def ask(self, group: asyncio.TaskGroup, reply: int, history: Transcript, notes: tuple[str, ...]) -> None:
        """Begin a reply; the one before is given up."""
        self.stop()
        self._reply = reply
        lines = prompt(self._plan, history, notes)
        self._task = group.create_task(self._think(reply, lines), name=f"mind {self._plan.attempt_id}")

    def cancel(self, reply: int) -> None:
        """Give up this reply, if it is the one being thought about."""
        if reply == self._reply:
            self.stop()

    def stop(self) -> None:
        """Think no more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _think(self, reply: int, lines: Sequence[Line]) -> None:
        """One reply; a model that fails or is late before its first word gives way to the other, for good."""
        while True:
            try:
                await self._write(reply, ReplyRequest(self._names[0], lines, TOOLS))
            except (ProviderError, TimeoutError) as error:
                log.warning("mind.failed", attempt_id=self._plan.attempt_id, error=type(error).__name__)
                if self._wrote or len(self._names) == 1:
                    self._happen(Failed(Part.MODEL, reply))
                    return
                del self._names[0]
                self._switched(Part.MODEL)
            else:
                self._happen(ModelDone(reply))
                return

    async def _write(self, reply: int, request: ReplyRequest) -> None:
        self._wrote = False
        async with asyncio.timeout(_BUDGET_SECONDS if len(self._names) > 1 else None) as limit:
            async for piece in self._model.reply(request):
                limit.reschedule(None)
                self._wrote = True
                if isinstance(piece, TextPiece):
                    self._happen(ModelText(reply, piece.text))
                elif piece.name in _ARGUMENTS:
                    self._happen(ToolCall(reply, piece.name, tool_argument(piece)))


def tool_argument(request: ToolRequest) -> str:
    """The one argument of a tool; empty where the model gave none or the tool is not ours."""
    return str(request.arguments.get(_ARGUMENTS.get(request.name, ""), ""))
