"""One call's mind and voice in one: a session that answers by voice, and the mind that takes over when it is lost.

Fixed phrases are never its own: they are spoken by our voice, and the session is told of them and of how much of anything
was heard.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from domain.transcripts import Speaker, Transcript
from media.audio.playout import Clause, Playout
from media.engine.events import Event, Failed, ModelDone, ModelSpoke, Part, Synthesised
from media.live.model_replies import TOOLS, ReplyWriter, tool_call
from media.metrics import Figures
from providers.language_models.contract import Tool
from providers.speech_to_speech.contract import (
    AudioPiece,
    ReplyDone,
    ReplyFailed,
    ReplyNews,
    ReplyTool,
    Session,
    SessionLost,
    SpokenText,
)

_KEYS: Final = frozenset("0123456789*")


class SpeakingModel:
    """Thinks and speaks for one call, one reply at a time."""

    def __init__(
        self,
        session: Session,
        mind: ReplyWriter,
        playout: Playout,
        handle: Callable[[Event], None],
        pump: Callable[[], None],
        figures: Figures,
    ) -> None:
        self._session: Session | None = session
        self._mind = mind
        self._playout = playout
        self._happen = handle
        self._pump = pump
        self._figures = figures
        self._health = figures.health.speech_to_speech()
        self._reply = 0
        self._clause: Clause | None = None
        self._is_done = True
        self._phrase = 0
        session.tell_replies_to(self._hear)

    def ask(
        self,
        group: asyncio.TaskGroup,
        reply: int,
        history: Transcript,
        notes: tuple[str, ...],
        tools: Sequence[Tool] = TOOLS,
        found: tuple[str, ...] = (),
    ) -> None:
        """Begin a reply; the one before was given up or is complete. A session was told its tools when it was opened."""
        if self._session is None:
            self._mind.ask(group, reply, history, notes, tools, found)
            return
        if keys := _keys_pressed(history):
            self._session.typed(keys)
        self._reply, self._clause, self._is_done = reply, None, False
        self._health.requests += 1
        self._session.ask(reply, notes, found)

    def said(self, reply: int, text: str) -> None:
        """Our own voice says this; what it says before an answer is part of that, and the notes tell of it."""
        if self._session is not None and reply != self._reply:
            self._phrase = reply
            self._session.said(reply, text)

    def cancel(self, reply: int) -> None:
        """Give up this reply; what nobody heard of it was not said."""
        self._mind.cancel(reply)
        if self._session is None:
            return
        if reply == self._reply and not self._is_done:
            self._is_done = True
            self._health.discarded += 1
            self._session.cancel(reply)
        if not self._playout.has_begun(reply):
            self._was_heard(self._session, reply, "", 0)

    def cut(self, reply: int, now: float) -> None:
        """The line falls silent in the middle of this reply; to be called before the playout forgets it."""
        if self._session is not None:
            heard_ms = 0 if self._clause is None else self._playout.heard_ms(self._clause, now)
            self._was_heard(self._session, reply, self._playout.heard(reply, now), heard_ms)

    def _was_heard(self, session: Session, reply: int, text: str, heard_ms: int) -> None:
        if reply == self._reply:
            session.was_heard(reply, heard_ms)
        elif reply == self._phrase:
            session.said(reply, text)

    # The session's news

    def _hear(self, news: ReplyNews) -> None:
        match news:
            case SessionLost():
                self._lost()
            case _ if news.reply != self._reply or self._is_done:
                return
            case AudioPiece(reply, audio):
                self._speech(reply).audio += audio
                self._pump()
            case SpokenText(reply, text):
                self._speech(reply).text += text
                self._happen(ModelSpoke(reply, text))
            case ReplyTool(reply, request):
                self._happen(tool_call(reply, request))
            case ReplyDone(reply):
                self._done(reply)
            case ReplyFailed(reply):
                self._is_done = True
                self._health.has_failed()
                self._happen(Failed(Part.MODEL, reply))

    def _speech(self, reply: int) -> Clause:
        """A reply is one clause that grows."""
        if self._clause is None:
            self._clause = self._playout.clause(reply, "")
        return self._clause

    def _done(self, reply: int) -> None:
        self._is_done = True
        if self._clause is not None:
            self._happen(Synthesised(reply, self._clause.end()))
        self._happen(ModelDone(reply))
        self._pump()

    def _lost(self) -> None:
        """From now on the plan's own recogniser, model and voice hold the conversation."""
        self._session = None
        self._health.has_failed()
        self._health.switches += 1
        self._figures.count_switch(Part.SPEECH_TO_SPEECH)
        if not self._is_done:
            self._is_done = True
            self._happen(Failed(Part.MODEL, self._reply))


def _keys_pressed(history: Transcript) -> str:
    """What the person answered by keys, if they did: a turn of digits alone that took no time."""
    last = history[-1] if history else None
    if last is None or last.speaker is not Speaker.PERSON or last.began_ms != last.ended_ms:
        return ""
    return last.text if _KEYS.issuperset(last.text) else ""
