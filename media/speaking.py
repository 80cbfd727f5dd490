"""One call's mouth: clauses to audio, in order; what is at hand at once, the rest streamed from the synthesiser."""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import structlog

from domain.conversations import ConversationPlan
from media.events import Event, Failed, Part, Synthesised
from media.playout import Clause, Playout
from media.prepared import speech_request
from providers.errors import ProviderError
from providers.speech.contract import Synthesiser

log = structlog.get_logger()

_FIRST_PIECE_SECONDS: Final = 2.5
"""A voice that is slower than this counts as failed and is asked once more; chosen by feel."""


@dataclass(slots=True)
class _Work:
    reply: int
    clause: Clause


class Mouth:
    """Speaks for one call, one clause at a time."""

    def __init__(
        self,
        plan: ConversationPlan,
        synthesiser: Synthesiser,
        at_hand: Mapping[str, bytes],
        playout: Playout,
        happen: Callable[[Event], None],
        pump: Callable[[], None],
    ) -> None:
        self._plan = plan
        self._synthesiser = synthesiser
        self._at_hand = at_hand
        self._playout = playout
        self._happen = happen
        self._pump = pump
        self._waiting: deque[_Work] = deque()
        self._current: _Work | None = None
        self._task: asyncio.Task[None] | None = None
        self._group: asyncio.TaskGroup | None = None

    def speak(self, group: asyncio.TaskGroup, reply: int, text: str) -> None:
        """Queue one clause of a reply."""
        clause = self._playout.clause(reply, text)
        audio = self._at_hand.get(text)
        if audio is not None:
            clause.audio += audio
            self._happen(Synthesised(reply, clause.end()))
            return
        self._waiting.append(_Work(reply, clause))
        self._group = group
        self._go_on()

    def cancel(self, reply: int) -> None:
        """Forget this reply's clauses."""
        self._waiting = deque(work for work in self._waiting if work.reply != reply)
        if self._current is not None and self._current.reply == reply:
            self._drop_task()
            self._go_on()

    def stop(self) -> None:
        """Speak no more."""
        self._waiting.clear()
        self._drop_task()

    def _drop_task(self) -> None:
        task, self._task, self._current = self._task, None, None
        if task is not None:
            task.cancel()

    def _go_on(self) -> None:
        if self._task is None and self._waiting and self._group is not None:
            self._task = self._group.create_task(self._work(), name=f"mouth {self._plan.attempt_id}")

    async def _work(self) -> None:
        while self._waiting:
            work = self._current = self._waiting.popleft()
            if await self._synthesise(work):
                self._happen(Synthesised(work.reply, work.clause.end()))
                self._pump()
        self._task = self._current = None

    async def _synthesise(self, work: _Work) -> bool:
        """Fill the clause; a failure before its first sound is repeated once, then told."""
        for attempt in (1, 2):
            try:
                await self._stream(work)
            except (ProviderError, TimeoutError) as error:
                log.warning("mouth.failed", attempt_id=self._plan.attempt_id, error=type(error).__name__)
                if attempt == 2 or work.clause.audio:
                    self._current = None
                    self._happen(Failed(Part.SPEECH, work.reply))
                    return False
            else:
                return True
        return False

    async def _stream(self, work: _Work) -> None:
        request = speech_request(self._plan, work.clause.text)
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(_FIRST_PIECE_SECONDS) as limit:
            async for piece in self._synthesiser.speak(request):
                limit.reschedule(loop.time() + _FIRST_PIECE_SECONDS)
                work.clause.audio += piece
                self._pump()
