"""What a conversation asks beside its replies: the verdict, who speaks, and what the agent's documents say."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

import structlog

from domain.conversations import ConversationPlan
from domain.knowledge import Passage
from domain.transcripts import Transcript
from media.engine.events import Event, Found, Identified, Judged
from media.live.open_answers import answers_request, open_answers
from media.live.verdict import judge, verdict_request
from media.live.who_speaks import who_speaks, who_speaks_request
from media.recording.flight import Note, Requested, Wanted
from media.tools import MediaTools

log = structlog.get_logger()

_LOOK_UP_SECONDS: Final = 1.0  # the person waits


class SideQuestions:
    """One conversation's. tell: takes each answer; note: the flight's record of what was asked."""

    def __init__(
        self,
        plan: ConversationPlan,
        tools: MediaTools,
        tell: Callable[[Event], None],
        note: Callable[[Note], None],
    ) -> None:
        self._plan = plan
        self._tools = tools
        self._tell = tell
        self._note = note

    async def judge(self, transcript: Transcript, held_on: date | None) -> None:
        """What came of the conversation, and the answers that the rules did not find."""
        self._note(Requested(Wanted.VERDICT, verdict_request(self._plan, transcript, held_on)))
        verdict, answers = await asyncio.gather(
            judge(self._plan, transcript, self._tools.model, held_on), self._open_answers(transcript)
        )
        self._tell(Judged(replace(verdict, answers=answers)))

    async def _open_answers(self, transcript: Transcript) -> dict[str, str]:
        request = answers_request(self._plan, transcript)
        if request is None:
            return {}
        self._note(Requested(Wanted.ANSWERS, request))
        return await open_answers(self._plan, transcript, self._tools.model)

    async def identify(self, words: str) -> None:
        """Who answered, in the model's opinion."""
        self._note(Requested(Wanted.WHO_SPEAKS, who_speaks_request(self._plan, words)))
        self._tell(Identified(await who_speaks(self._plan, words, self._tools.model)))

    async def look_up(self, reply: int, question: str) -> None:
        """What the agent's documents say about this; nothing in time is nothing."""
        passages: tuple[Passage, ...] = ()
        try:
            async with asyncio.timeout(_LOOK_UP_SECONDS):
                passages = await self._tools.records.find_passages(self._plan, question)
        except Exception:  # whatever the record's failure is, the agent says that it does not know
            log.warning("conversation.not_looked_up", attempt_id=self._plan.attempt_id, exc_info=True)
        self._tell(Found(reply, passages))
