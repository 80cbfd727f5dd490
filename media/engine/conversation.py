"""The conversation engine: `step(state, event, now_ms)` gives the next state and what is to be done.

It knows no socket, clock or vendor; every conversation is a script of events with times (milliseconds since the
carrier's stream began). What each event means is decided in opening, turn_taking, replying, who_answered and
ending.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, assert_never

from domain.conversations import AnsweredBy, ConversationPlan, EndReason
from media.audio.line_sounds import Tone, Voice
from media.engine import (
    answering_machines,
    barge_in,
    ending,
    fillers,
    opening,
    opting_out,
    pressed_keys,
    replying,
    turn_taking,
    unread,
    waiting,
    who_answered,
)
from media.engine.actions import Action
from media.engine.events import (
    Began,
    CarrierHint,
    Cut,
    Drain,
    Ending,
    Event,
    Failed,
    FirstAudio,
    Found,
    Gone,
    HangUp,
    Hearing,
    Identified,
    Judged,
    Key,
    ModelDone,
    ModelSpoke,
    ModelText,
    NotStored,
    Played,
    Started,
    Stored,
    Synthesised,
    TimePassed,
    ToolCall,
    Words,
)
from media.engine.resuming import taken_up
from media.engine.state import Conversation, Deadline, Machine, Phase
from media.engine.transition import Transition

_START_MS: Final = 10_000
"""How long a connected carrier may take to start its stream."""

_DRAIN_PATIENCE_MS: Final = 10_000
"""How long a draining process lets a conversation go on before it takes leave."""


_OVERTIME_MS: Final = 8_000
_MESSAGE_OVERTIME_MS: Final = (
    30_000  # with what a drain lets pass before, within the 45 s that a deployment grants
)
_OVERTIME_STEP_MS: Final = 200
"""How long a sentence of theirs, or our message to a mailbox, may outlast the longest call, and how often that is looked at."""


def begin(plan: ConversationPlan, began_at: datetime) -> Conversation:
    """A conversation that waits for Started; its times count from began_at.

    One that another process was cut off in is taken up, and goes on counting from its own beginning.
    """
    if plan.cut_off is None:
        return Conversation(plan, began_at, deadlines={Deadline.START: _START_MS})
    since_ms = (began_at - plan.cut_off.began_at) // timedelta(milliseconds=1)
    return replace(taken_up(plan, plan.cut_off), deadlines={Deadline.START: since_ms + _START_MS})


def step(state: Conversation, event: Event, now_ms: int) -> tuple[Conversation, tuple[Action, ...]]:
    """Let this event happen now."""
    move = Transition(state, now_ms)
    _happen(move, event)
    return move.state, tuple(move.actions)


def _happen(move: Transition, event: Event) -> None:
    if move.state.phase is Phase.ENDED:
        _happen_after_the_end(move, event)
        return
    match event:
        case Started():
            opening.stream_began(move)
        case Voice(on):
            turn_taking.voice(move, on)
            if on:
                unread.loud(move)
        case Words((Hearing.VOICED | Hearing.UNREAD | Hearing.UNREADABLE | Hearing.LOST) as kind):
            unread.heard(move, kind)
        case Words(Hearing.FINAL, text) if move.state.unread:
            unread.read(move, text)
        case Words(kind, text, language):
            turn_taking.words(move, kind, text, language)
        case Tone():
            who_answered.hear_tone(move, event)
        case CarrierHint():
            move.change(carrier_hint=event.word)
            who_answered.take_hint(move, event)
        case Key(digit):
            pressed_keys.pressed(move, digit)
        case ModelText(reply, text):
            replying.model_text(move, reply, text)
        case ModelSpoke(reply, text):
            replying.model_spoke(move, reply, text)
        case ToolCall():
            replying.tool_called(move, event)
        case Found(reply, passages):
            replying.found(move, reply, passages)
        case ModelDone(reply):
            replying.model_done(move, reply)
        case FirstAudio(reply):
            replying.first_audio(move, reply)
        case Synthesised(reply, audio_ms):
            replying.synthesised(move, reply, audio_ms)
        case Began(reply):
            replying.began(move, reply)
            barge_in.give_way(move)
        case Ending(reply):
            replying.ending(move, reply)
        case Played(reply):
            replying.played(move, reply)
        case Cut(reply, heard_text):
            _cut(move, reply, heard_text)
        case Failed(part, reply):
            replying.failed(move, part, reply)
        case Stored(what):
            ending.stored(move, what)
        case NotStored(what):
            ending.not_stored(move, what)
        case TimePassed():
            _time_passed(move)
        case Drain():
            _drain(move)
        case HangUp():
            ending.end(move, EndReason.CANCELLED)
        case Gone():
            _gone(move)
        case Identified(answered_by):
            who_answered.identified(move, answered_by)
        case Judged():
            pass  # only ever answers a question asked after the end
        case _:
            assert_never(event)


def _happen_after_the_end(move: Transition, event: Event) -> None:
    match event:
        case Cut(reply, heard_text):
            _cut(move, reply, heard_text)
            ending.conclude(move)
        case Words(Hearing.FINAL, text):
            unread.read_after_the_end(move, text)
        case Words(Hearing.UNREADABLE):
            unread.words_lost(move)
        case Words(Hearing.STARTED | Hearing.INTERIM | Hearing.EAGER | Hearing.RESUMED, text):
            unread.more_after_the_end(move, text)
        case Judged(verdict):
            ending.judged(move, verdict)
        case Stored(what):
            ending.stored(move, what)
        case NotStored(what):
            ending.not_stored(move, what)
        case TimePassed():
            _time_passed(move)
        case _:
            pass  # what reaches a call that has ended changes nothing


def _cut(move: Transition, number: int, heard_text: str) -> None:
    cut = move.state.cut
    if cut is None or cut.number != number:
        return
    move.agent_said(cut, heard_text, interrupted=True)
    move.change(cut=None)
    reply = move.state.reply
    if reply is not None and reply.unasked is not None:
        move.ask_the_model(reply.unasked)


def _gone(move: Transition) -> None:
    """Nobody is there any more: a machine has its message or not, a person hung up."""
    move.change(line_up=False)
    machine = move.state.machine is not Machine.NONE
    ending.end(move, _reason_of_a_machine(move) if machine else EndReason.PERSON_HUNG_UP)


def _reason_of_a_machine(move: Transition) -> EndReason:
    mailbox = move.state.answered_by is AnsweredBy.VOICEMAIL
    return EndReason.VOICEMAIL if mailbox else EndReason.MACHINE


def _drain(move: Transition) -> None:
    """Let the conversation come to its end, but not for long."""
    left = move.state.deadlines.get(Deadline.LONGEST)
    if left is not None:
        move.change(draining=True)
        move.wait(Deadline.LONGEST, min(left - move.now, _DRAIN_PATIENCE_MS))


def _time_passed(move: Transition) -> None:
    """Let every deadline that has come happen, the earliest first."""
    while due := [(at, deadline) for deadline, at in move.state.deadlines.items() if at <= move.now]:
        deadline = min(due)[1]
        move.forget(deadline)
        _AT_DEADLINE[deadline](move)


def _longest(move: Transition) -> None:
    """The longest call is over, once what is being said has come to its end."""
    if _goes_into_overtime(move):
        return
    reason = EndReason.DRAINED if move.state.draining else EndReason.TOO_LONG
    if move.state.machine is Machine.NONE:
        ending.take_leave(move, reason, move.state.texts.closing)
    else:
        ending.end(move, _reason_of_a_machine(move))


def _goes_into_overtime(move: Transition) -> bool:
    """Nobody is cut off in mid-sentence, and no message before its end and its proof, but not for long."""
    state = move.state
    is_leaving = state.machine is Machine.LEAVING
    they_speak = state.machine is Machine.NONE and state.theirs is not None and bool(state.theirs.words)
    if not (is_leaving or they_speak):
        return False
    if state.overtime_until is None:
        move.change(overtime_until=move.now + (_MESSAGE_OVERTIME_MS if is_leaving else _OVERTIME_MS))
        return _goes_into_overtime(move)
    is_in_time = move.now < state.overtime_until
    if is_in_time:
        move.wait(Deadline.LONGEST, _OVERTIME_STEP_MS)
    return is_in_time


_AT_DEADLINE: Final[Mapping[Deadline, Callable[[Transition], None]]] = {
    Deadline.START: lambda move: ending.end(move, EndReason.BROKEN),
    Deadline.SILENCE: waiting.silence,
    Deadline.TURN: turn_taking.turn_end_was_lost,
    Deadline.UNREAD: unread.not_read_in_time,
    Deadline.WORDS: unread.words_lost,
    Deadline.REPLY: replying.no_progress,
    Deadline.HOLD: barge_in.no_words_came,
    Deadline.LONGEST: _longest,
    Deadline.LONG_GREETING: who_answered.long_greeting,
    Deadline.LONG_SOUND: who_answered.long_sound,
    Deadline.PAUSE: who_answered.speech_paused,
    Deadline.BEEP: answering_machines.no_beep_came,
    Deadline.GREETING_END: answering_machines.greeting_ended,
    Deadline.PROOF: answering_machines.line_stayed_up,
    Deadline.LINGER: ending.lingered,
    Deadline.OPT_OUT: opting_out.store_again,
    Deadline.CUT: ending.conclude,
    Deadline.KEYS: pressed_keys.entered,
    Deadline.FILLER: fillers.no_words_yet,
    Deadline.DICTATION: turn_taking.dictation_paused,
    Deadline.WHO: who_answered.still_open,
    Deadline.IDENTITY: lambda _: None,  # that it is no longer waited for is all it says
    Deadline.JUDGE: ending.judge_without_model,
    Deadline.STORE: ending.give_up_storing,
    Deadline.STORE_AGAIN: ending.store_again,
}
