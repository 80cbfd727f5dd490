"""One call's mouth: clauses to audio, in order; what is at hand at once, the rest streamed from the synthesiser.

Another voice takes over from one that fails. Made once for all calls: phrase_cache.py.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import structlog

from domain.conversations import ConversationPlan
from domain.pronunciation import pronounced
from domain.transcripts import WordTime
from media.audio.playout import BYTES_PER_MS, Clause, Playout
from media.engine.events import Event, Failed, FirstAudio, Part, Synthesised
from media.live.prewarming import speech_request
from media.metrics import Figures
from media.recording.flight import Note, Trouble
from providers.errors import ProviderError
from providers.speech.contract import TimedSynthesiser

log = structlog.get_logger()

_FIRST_PIECE_SECONDS: Final = 2.5
"""A voice that is slower than this counts as failed and is asked once more; chosen by feel."""

_FIRST_WORD_MS: Final = 500
"""So much of a clause may be heard twice."""


@dataclass(slots=True)
class _Work:
    reply: int
    clause: Clause


class VoiceOutput:
    """Speaks for one call, one clause at a time."""

    def __init__(
        self,
        plan: ConversationPlan,
        synthesiser: TimedSynthesiser,
        at_hand: Mapping[str, bytes],
        playout: Playout,
        handle: Callable[[Event], None],
        pump: Callable[[], None],
        figures: Figures,
        noted: Callable[[Note], None],
    ) -> None:
        self._plan = plan
        self._synthesiser = synthesiser
        self._at_hand = at_hand
        self._playout = playout
        self._happen = handle
        self._pump = pump
        self._figures = figures
        self._noted = noted
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

    def speak_in(self, language: str) -> None:
        """Say what is queued from now on in this language."""
        self._plan = replace(self._plan, language=language)

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
        """Fill the clause; after a failure once more from the last whole word, by the paired voice if there is one."""
        for attempt in (1, 2):
            try:
                await self._stream(work)
            except (ProviderError, TimeoutError) as error:
                log.warning("mouth.failed", attempt_id=self._plan.attempt_id, error=type(error).__name__)
                self._count_failure(error)
                if attempt == 2 or not _can_go_on(work.clause):
                    self._current = None
                    self._happen(Failed(Part.SPEECH, work.reply))
                    return False
                self._switch()
            else:
                return True
        return False

    def _count_failure(self, error: Exception) -> None:
        self._noted(Trouble(Part.SPEECH, self._plan.voice_model, type(error).__name__))
        service = self._figures.health.voice(self._plan.voice_model)
        if isinstance(error, TimeoutError):
            service.was_late()
        else:
            service.has_failed()

    def _switch(self) -> None:
        """From now on the paired voice speaks: one call has one voice as long as it can, and never an old one again."""
        backup = self._plan.backup
        if backup.voice and self._plan.voice != backup.voice:
            self._figures.health.voice(self._plan.voice_model).switches += 1
            self._figures.count_switch(Part.SPEECH)
            self._plan = replace(self._plan, voice=backup.voice, voice_model=backup.voice_model)
            self._at_hand = {}

    async def _stream(self, work: _Work) -> None:
        clause = work.clause
        said = clause.words[-1].ends_at if clause.words else 0
        said_ms = len(clause.audio) // BYTES_PER_MS
        request = speech_request(self._plan, clause.text[said:])
        spoken = pronounced(clause.text[said:], self._plan.pronunciation)
        loop = asyncio.get_running_loop()
        has_backup = self._plan.backup.voice not in ("", self._plan.voice)
        budget_seconds = self._plan.timeouts.voice_budget / 1000 if has_backup else _FIRST_PIECE_SECONDS
        self._figures.health.voice(self._plan.voice_model).requests += 1
        async with asyncio.timeout(budget_seconds) as limit:
            async for piece in self._synthesiser.speak_timed(request):
                limit.reschedule(loop.time() + _FIRST_PIECE_SECONDS)
                if isinstance(piece, WordTime):
                    written_at = spoken.written_at(piece.ends_at)
                    if written_at is not None:
                        clause.words.append(WordTime(said + written_at, said_ms + piece.ends_ms))
                    continue
                if not clause.audio:
                    self._happen(FirstAudio(work.reply))
                clause.audio += piece
                self._pump()


def _can_go_on(clause: Clause) -> bool:
    """Whether another attempt may follow what was made of the clause: after a whole word, or in its first one."""
    return bool(clause.words) or len(clause.audio) <= _FIRST_WORD_MS * BYTES_PER_MS
