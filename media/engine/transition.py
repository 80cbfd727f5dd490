"""One step of a conversation in the making: the state as it changes, and the actions it asks for.

Only the moves that every part of the engine needs are here; what they mean is decided in the files beside it.
"""

from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import timedelta
from operator import attrgetter
from typing import Final, Unpack

from domain.disclosures import still_owed
from domain.plain_text import quotable
from domain.transcripts import Spans, Speaker, Transcript, Turn
from media.engine.actions import Action, Ask, Cancel, Clear, Complete, Discard, Release, Resume, Speak
from media.engine.changes import Changes, ReplyChanges
from media.engine.knowledge_lookup import already_said, findings, found_nothing, may_look_up, sources_of
from media.engine.local_time import their_time
from media.engine.state import (
    OF_THE_FLOOR,
    Conversation,
    Deadline,
    Floor,
    Machine,
    Phase,
    Purpose,
    Reply,
    Spoken,
    Unasked,
    with_turn,
)

REPLY_WAIT_MS: Final = 6_000
"""How long a reply may make no progress before it counts as failed; chosen by feel."""

FIRST_WORDS_MS: Final = 8_000
"""How long a person is let wait for the first word of an answer, fillers apart; chosen by feel."""

MARK_WAIT_MS: Final = 1_500
"""How long after its end by the clock a reply counts as played although no mark came back."""

FILLER_MS: Final = 1_500
"""How long a person whose turn is over hears nothing before a filler; chosen by feel."""

TOOL_FILLER_MS: Final = 700
"""The same after the model asked for a tool without a word."""

TURN_WAIT_MS: Final = 8_000
"""How long the recogniser may say nothing in the middle of a turn; Flux itself ends a turn after 5 s."""


_values_of: Final = attrgetter(*(field.name for field in fields_of(Conversation)))

_TO_A_PERSON: Final = (Purpose.ANSWER, Purpose.PROMPT, Purpose.REPEAT, Purpose.CLOSING)

_TOLD_FIRST: Final = 'Before your answer the person is told, since they had not heard it: "{}"'
_MOST_TOLD: Final = 1_000

_WORTH_SAYING_AGAIN: Final = (Purpose.OPENING, Purpose.ANSWER, Purpose.REPEAT)


class Transition:
    """The step being made at now (milliseconds of the call)."""

    def __init__(self, state: Conversation, now: int) -> None:
        self.state = state
        self.now = now
        self.actions: list[Action] = []
        self._is_copied = False

    def change(self, **fields: Unpack[Changes]) -> None:
        """Set these fields of the state; the one that was given stays as it is."""
        # The first change takes a copy, which is nobody else's until the step is made, so the others may write into it.
        if not self._is_copied:
            self.state = Conversation(*_values_of(self.state))
            self._is_copied = True
        for name, value in fields.items():
            object.__setattr__(self.state, name, value)

    def note(self, fact: str) -> None:
        """Tell the model this from now on, once."""
        self.change(notes=tuple(dict.fromkeys((*self.state.notes, fact))))

    def change_reply(self, **fields: Unpack[ReplyChanges]) -> Reply:
        """Set these fields of the current reply, which must exist."""
        reply = replace(self.reply, **fields)
        self.change(reply=reply)
        return reply

    def ask_for(self, *actions: Action) -> None:
        """Add actions, in order."""
        self.actions.extend(actions)

    @property
    def reply(self) -> Reply:
        """The current reply; only to be used where the floor says that there is one."""
        assert self.state.reply is not None
        return self.state.reply

    def current(self, number: int) -> Reply | None:
        """The current reply, if it has this number; what comes of overtaken ones is ignored."""
        reply = self.state.reply
        return reply if reply is not None and reply.number == number else None

    def wait(self, deadline: Deadline, after_ms: int) -> None:
        """Wake up for this after so many milliseconds."""
        self.change(deadlines={**self.state.deadlines, deadline: self.now + after_ms})

    def forget(self, *deadlines: Deadline) -> None:
        """Do not wake up for these any more."""
        if not self.state.deadlines.keys().isdisjoint(deadlines):
            self.change(deadlines={k: v for k, v in self.state.deadlines.items() if k not in deadlines})

    def give_floor(self, floor: Floor, reply: Reply | None = None) -> None:
        """Change who speaks; deadlines of the floor before are forgotten, and what was held back goes on."""
        self.forget(*OF_THE_FLOOR)
        if self.state.floor is Floor.HELD and floor is not Floor.HELD:
            self.ask_for(Resume())
        self.change(floor=floor, reply=reply)

    def to_idle(self) -> None:
        """Nobody speaks; the silence is watched while there is something to talk about."""
        self.give_floor(Floor.IDLE)
        self.change(sound=self.state.sound.in_a_new_silence())
        if self.state.phase is Phase.TALKING:
            self.wait(Deadline.SILENCE, self._silence_ms())

    def _silence_ms(self) -> int:
        until = self.state.waiting.silent_until
        if until is not None and until > self.now:
            return until - self.now
        prompts = self.state.plan.timeouts.prompts
        return prompts[min(self.state.prompts_made, len(prompts) - 1)] if prompts else 10_000

    def to_theirs(self) -> None:
        """The person speaks."""
        self.give_floor(Floor.THEIRS)
        self.wait(Deadline.TURN, TURN_WAIT_MS)

    def new_reply(self, purpose: Purpose, **fields: Unpack[ReplyChanges]) -> Reply:
        """The next reply, numbered; it has the floor once given it."""
        number = self.state.replies_made + 1
        self.change(replies_made=number)
        return Reply(number, purpose, **fields)

    def say(self, text: str, purpose: Purpose, *, ends_call: bool = False) -> None:
        """Speak a fixed text now."""
        self.stop_talking()
        if purpose is Purpose.OPENING:
            self.change(greeted_ms=self.now)
        owed = self._owed_before(text) if purpose in _TO_A_PERSON else ""
        clauses = [clause for clause in (owed, text) if clause]
        reply = self.new_reply(
            purpose,
            text=" ".join(clauses),
            filler=owed,
            complete=True,
            released=True,
            clauses=len(clauses),
            ends_call=ends_call,
        )
        self.give_floor(Floor.THINKING, reply)
        self.wait(Deadline.REPLY, REPLY_WAIT_MS)
        spoken = [Speak(reply.number, clause) for clause in clauses]
        self.ask_for(Release(reply.number), *spoken, Complete(reply.number))

    def _owed_before(self, text: str) -> str:
        """What of the disclosure was not heard yet, and is not said in this text: it goes before it."""
        return still_owed(self.state.owed, [text]) if self.state.machine is Machine.NONE else ""

    def ask(
        self, answers: str, *, floor: Floor, first_say: str = "", note: str = "", again: Reply | None = None
    ) -> None:
        """Ask the model to answer these words; first_say is spoken before its own text; again: what came to nothing.

        Where we have just been silenced, it is asked with the answer to Clear, since what was heard of us is part of the
        question.
        """
        unasked = Unasked(first_say, note)
        reply = self.new_reply(
            Purpose.ANSWER,
            answers=answers,
            until=self.now,
            unasked=unasked,
            released=floor is Floor.THINKING,
        )
        if again is not None:
            reply = replace(reply, look_ups=again.look_ups, passages=again.passages, noted=again.noted)
        self.give_floor(floor, reply)
        self.wait(Deadline.REPLY if floor is Floor.THINKING else Deadline.TURN, FIRST_WORDS_MS)
        if self.state.cut is None:
            self.ask_the_model(unasked)
        if floor is Floor.THINKING:
            self.ask_for(Release(reply.number))
            self.expect_words()

    def ask_the_model(self, unasked: Unasked) -> None:
        """Everything that was said is known: ask for the current reply."""
        reply = self.change_reply(unasked=None)
        owed = "" if reply.text else self._owed_before(unasked.first_say)
        told = (unasked.note, _TOLD_FIRST.format(quotable(owed, _MOST_TOLD)) if owed else "")
        at = self.state.began_at + timedelta(milliseconds=self.now)
        facts = (*their_time(self.state.plan, at), *self.state.facts)
        notes = (*facts, *found_nothing(reply), *already_said(reply), *filter(None, told))
        look_up = may_look_up(self.state.plan, reply)
        history = self._up_to_the_words(reply)
        asked = Ask(
            reply.number, history, notes, look_up=look_up, note=not reply.noted, found=findings(reply)
        )
        self.ask_for(asked)
        if first := [clause for clause in (unasked.first_say, owed) if clause]:
            self._begin_with(reply, first, filler="" if unasked.first_say else owed)

    def _begin_with(self, reply: Reply, clauses: list[str], filler: str) -> None:
        text, spans = " ".join(clauses) + " ", Spans(first_clause=self.now)
        self.change_reply(text=text, clauses=len(clauses), filler=filler, spans=spans)
        self.ask_for(*(Speak(reply.number, clause) for clause in clauses))

    def _up_to_the_words(self, reply: Reply) -> Transcript:
        """All that was said, the words to be answered last, although we may have begun to speak before they were known."""
        said = self.state.transcript
        if not reply.answers:
            return said
        if self.state.floor is Floor.EAGER:
            return (*said, Turn(Speaker.PERSON, reply.answers, self.now, self.now))
        answered = (Speaker.PERSON, reply.answers)
        words = max(place for place, turn in enumerate(said) if (turn.speaker, turn.text) == answered)
        return (*said[:words], *said[words + 1 :], said[words])

    def expect_words(self, within_ms: int = FILLER_MS) -> None:
        """The person waits for the reply: it begins with a filler if it has no words by then, or earlier."""
        before = self.state.deadlines.get(Deadline.FILLER, self.now + within_ms)
        if not self.state.filled:
            self.wait(Deadline.FILLER, min(within_ms, before - self.now))

    def stop_talking(self) -> None:
        """Drop the current reply; if any of it may have been heard, Cut will tell how much."""
        reply = self.state.reply
        if reply is None:
            return
        self.ask_for(Cancel(reply.number))
        if reply.began_ms is not None:
            self.ask_for(Clear(reply.number))
            self.change(cut=reply, floor=Floor.IDLE)
            self._remember(reply)
        elif reply.purpose is Purpose.ANSWER and reply.unasked is None:
            self.ask_for(self._in_vain(reply))
        self.give_floor(Floor.IDLE)

    def _in_vain(self, reply: Reply) -> Discard:
        read = len(self.state.plan.system_prompt) + sum(len(turn.text) for turn in self.state.transcript)
        return Discard(
            reply.number,
            was_guess=not reply.released,
            read=read + len(reply.answers),
            written=len(reply.text.removeprefix(reply.filler)),
            spoken=len(reply.text.removesuffix(reply.unspoken)),
        )

    def _remember(self, reply: Reply) -> None:
        """It may come back as an echo. Whoever asks hears it again: what the voice was given, without a filler."""
        began_ms = self.now if reply.began_ms is None else reply.began_ms
        lasts_ms = max(reply.audio_ms, self.now - began_ms)
        self.change(spoken=Spoken(reply.text, began_ms, lasts_ms, self.now))
        if reply.purpose in _WORTH_SAYING_AGAIN and not reply.says_nothing:
            said = reply.text.removesuffix(reply.unspoken).removeprefix(reply.filler)
            self.change(last_said=said.strip())

    def add_turn(self, turn: Turn) -> None:
        """Write a turn into the transcript, in the order in which turns began."""
        self.change(transcript=with_turn(self.state.transcript, turn))

    def agent_said(self, reply: Reply, text: str, *, interrupted: bool) -> None:
        """Note what was heard of a reply; nothing is noted of one that nobody heard."""
        if reply.began_ms is None or not text.strip():
            return
        self._remember(reply)
        if reply.purpose is Purpose.ANSWER and len(text.strip()) > len(reply.filler):
            self.change(failing=None)
        response_ms = None if reply.until is None else max(0, reply.began_ms - reply.until)
        self.add_turn(
            Turn(
                Speaker.AGENT,
                text.strip(),
                reply.began_ms,
                self.now,
                interrupted=interrupted,
                response_ms=response_ms,
                spans=reply.spans,
                sources=sources_of(reply, text),
            )
        )
