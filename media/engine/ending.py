"""How a conversation ends: the closing words, the opt-out that must be durable first, the verdict, the report."""

from dataclasses import replace
from typing import Final

from domain.asked_back import Settled
from domain.conversations import AnsweredBy, EndReason, Verdict
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn
from media.engine import opting_out
from media.engine.actions import Close, Judge, Notify, StoreReport
from media.engine.called_off import is_called_off
from media.engine.durable import Durable
from media.engine.endless_talk import is_hum
from media.engine.events import Store
from media.engine.guards import Guard, guard
from media.engine.reporting import has_spoken, held_on, report_of
from media.engine.state import Conversation, Deadline, Floor, Machine, Phase, Purpose, Speech
from media.engine.transition import Transition

LINGER_MS: Final = 400
"""How long the line stays up after our last word, for a last word of theirs; chosen by feel."""

_TAKE_BACK_MS: Final = 900
"""The same after an opt-out was confirmed: who meant none needs so long to say so; chosen by feel."""

_LAST_SOUND_MS: Final = 2_400
_LAST_TURN_MS: Final = 10_000
"""How long at most after our last word a sound, or a turn that is understood so far, keeps the line up; chosen by feel."""

_GOODBYE_WORDS: Final = 2
_LEAST_LEFT_MS: Final = 15_000
"""So long may a conversation go on whose goodbye was taken back, though its longest time is over."""

_RECITES: Final = (Machine.GREETING, Machine.ANNOUNCING, Machine.MENU)
"""What sounds while these speak is theirs; to a screening, and over a message, a person may come to the telephone."""

OWED_WORDS_MS: Final = 3_000
"""How long after the end words are waited for that their ear still owes; chosen by feel."""

_LATELY_MS: Final = 1_000
"""So long after a voice ceased its words may still be unknown: recognisers tell a turn's end half a second later."""

JUDGE_MS: Final = 6_500
STORE_MS: Final = 5_000


def take_leave(move: Transition, reason: EndReason, words: str) -> None:
    """Say the last words; the call ends when they have been heard."""
    if move.state.phase in (Phase.CLOSING, Phase.ENDED):
        return
    move.change(phase=Phase.CLOSING, end_reason=reason)
    move.forget(Deadline.LONG_GREETING, Deadline.BEEP, Deadline.GREETING_END)
    if words.strip():
        move.say(words, Purpose.CLOSING, ends_call=True)
    else:
        end(move, reason)


def stored(move: Transition, what: Store) -> None:
    """Something became durable."""
    if what is Store.REPORT:
        _report_settled(move, Durable.STORED)
        return
    if what is Store.TAKEN_BACK:
        opting_out.lifted(move)
        _stop_waiting_when_over(move)
        return
    if move.state.opt_out.durable is not Durable.WRITING:
        return
    opting_out.bound(move)
    if move.state.taken_back.durable is Durable.WRITING and move.state.phase is Phase.CLOSING:
        opting_out.ask_to_lift(move)
    elif move.state.phase is Phase.CLOSING:
        move.forget(Deadline.LINGER)
        move.say(move.state.texts.opt_out_confirmation, Purpose.CONFIRMATION, ends_call=True)
    else:
        _stop_waiting_when_over(move)


def not_stored(move: Transition, what: Store) -> None:
    """Try again soon, as long as there is time."""
    if what is not Store.REPORT:
        opting_out.not_stored(move, what)
    elif move.state.report is Durable.WRITING:
        move.wait(Deadline.STORE_AGAIN, opting_out.STORE_AGAIN_MS)


def store_again(move: Transition) -> None:
    """The time for another try to store the report has come."""
    if move.state.verdict is not None:
        move.ask_for(StoreReport(report_of(move.state, move.state.verdict)))


def linger(move: Transition) -> None:
    """Our last words were heard; leave a moment for theirs."""
    move.give_floor(Floor.IDLE)
    move.change(lingers_since=move.now)
    move.wait(Deadline.LINGER, _TAKE_BACK_MS if move.state.opt_out.is_made else LINGER_MS)


def lingered(move: Transition) -> None:
    """The moment after our last words is over; a last word of theirs is waited for while it is said or recognised."""
    state = move.state
    theirs = state.theirs
    is_said = (
        theirs is not None and bool(theirs.words or theirs.unread) and not _is_before_demand(state, theirs)
    )
    sounds = bool(state.unread) or state.sound.is_on
    most_ms = _LAST_TURN_MS if is_said else _LAST_SOUND_MS if sounds else 0
    since = move.now if state.lingers_since is None else state.lingers_since
    if move.now - since < most_ms:
        move.wait(Deadline.LINGER, LINGER_MS)
    else:
        end(move, EndReason.FINISHED)


def _is_before_demand(state: Conversation, theirs: Speech) -> bool:
    """What somebody was saying when they pressed the key that opts out takes nothing back."""
    return state.opt_out.is_made and theirs.began_ms <= state.opt_out.said_ms


def is_taken_back(state: Conversation, said: Utterance) -> bool:
    """Whether these words keep us from hanging up: any of somebody we could not hear, else a turn that is no goodbye, once."""
    if state.phase is not Phase.CLOSING or not said.text:
        return False
    if state.end_reason is EndReason.NO_RESPONSE:
        return not is_hum(said.text)
    if state.end_reason is not EndReason.FINISHED or state.reopened:
        return False
    return len(said.text.split()) > _GOODBYE_WORDS and guard(said) is not Guard.WANTS_END


def take_back(move: Transition) -> None:
    """We do not hang up after all."""
    move.stop_talking()
    move.forget(Deadline.LINGER)
    finished = move.state.end_reason is EndReason.FINISHED
    move.change(phase=Phase.TALKING, end_reason=None, prompts_made=0, lingers_since=None)
    move.change(reopened=move.state.reopened or finished)
    if Deadline.LONGEST not in move.state.deadlines:  # it has passed while we said goodbye
        move.wait(Deadline.LONGEST, _LEAST_LEFT_MS)


def end(move: Transition, reason: EndReason) -> None:
    """The conversation is over: free the line, find out what was heard last, and conclude."""
    if move.state.phase is Phase.ENDED:
        return
    unfinished, owed = move.state.theirs, _owed_words(move.state, move.now)
    keep_keys(move)
    move.stop_talking()
    move.give_floor(Floor.IDLE)
    move.forget(*(set(Deadline) - {Deadline.OPT_OUT}))
    move.change(phase=Phase.ENDED, end_reason=move.state.end_reason or reason, ended_ms=move.now, theirs=None)
    if owed is not None:
        move.change(unread=(*move.state.unread, owed))
    elif unfinished is not None and unfinished.words:
        keep_last_words(move, unfinished)
    if move.state.line_up:
        move.change(line_up=False)
        move.ask_for(Close())
    if move.state.unread:
        move.wait(Deadline.WORDS, OWED_WORDS_MS)
    if move.state.cut is None:
        conclude(move)
    else:
        move.wait(Deadline.CUT, 1_000)


def _owed_words(state: Conversation, now: int) -> Speech | None:
    """What a person was just saying, as far as it is understood: its end is recognised only later. None for nothing."""
    theirs, sound = state.theirs, state.sound
    if theirs is not None and theirs.unread:
        return theirs
    if state.machine in _RECITES or state.opt_out.is_made or state.unread:
        return None
    if theirs is not None and theirs.words:
        return None if theirs.opts_out else theirs
    if sound.since is not None:
        return Speech(sound.since, sound.since)
    taken_ms = max((turn.ended_ms for turn in state.their_turns), default=-1)
    is_owed = sound.until is not None and sound.until > max(taken_ms, now - _LATELY_MS)
    return Speech(now, now) if is_owed else None


def keep_keys(move: Transition) -> None:
    """What was typed and will not be answered was said all the same."""
    if move.state.keys:
        move.add_turn(Turn(Speaker.PERSON, move.state.keys, move.now, move.now))
        move.change(keys="")


def keep_last_words(move: Transition, said: Speech) -> None:
    """What the end cut off was said all the same; an opt-out in it counts."""
    move.add_turn(Turn(Speaker.PERSON, said.words, said.began_ms, move.now))
    if not move.state.opt_out.is_made and said.opts_out:
        move.change(end_reason=EndReason.OPT_OUT, answered_by=AnsweredBy.PERSON)
        opting_out.write(move, said.words, by_key=False, said_ms=said.began_ms)


def conclude(move: Transition) -> None:
    """Everything that was said is known: judge it, unless there is nothing to judge; what bound on the call binds, and is summed up."""
    if move.state.unread:
        return
    if move.state.report is not Durable.NONE or Deadline.JUDGE in move.state.deadlines:
        return
    move.change(cut=None)
    move.forget(Deadline.CUT)
    if has_spoken(move.state):
        move.wait(Deadline.JUDGE, JUDGE_MS)
        move.ask_for(Judge(move.state.transcript, held_on(move.state)))
    else:
        judged(move, move.state.verdict or Verdict(BusinessOutcome.NONE))


def judge_without_model(move: Transition) -> None:
    """The model's verdict did not come in time."""
    verdict = judge_by_rules(move.state.transcript, *move.state.languages, own=move.state.plan.outcomes)
    judged(move, replace(verdict, needs_review=True))


def judged(move: Transition, verdict: Verdict) -> None:
    """The verdict is in: store the report, once. What bound on the call stays what it was."""
    if move.state.phase is not Phase.ENDED or move.state.report is not Durable.NONE:
        return
    if (bound := move.state.verdict) is not None:
        verdict = replace(bound, sentiment=verdict.sentiment, told=verdict.told, summary=verdict.summary)
    promise = move.state.promise
    if promise is not None and is_called_off(move.state):
        promise = replace(promise, settled=Settled.UNCLEAR)
        move.change(promise=promise)
    agreed = promise is not None and promise.settled is Settled.AGREED
    is_doubtful = promise is not None and promise.is_doubtful
    if move.state.callback_phrase and (agreed or not verdict.callback_phrase):
        verdict = replace(verdict, callback_phrase=move.state.callback_phrase)
    if is_doubtful:
        verdict = replace(verdict, callback_phrase="")
    is_hidden = agreed and verdict.outcome != BusinessOutcome.CALLBACK  # the outcome does not tell of it
    if is_doubtful or is_hidden or opting_out.needs_review(move.state):
        verdict = replace(verdict, needs_review=True)
    move.forget(Deadline.JUDGE)
    move.change(verdict=verdict, report=Durable.WRITING)
    move.wait(Deadline.STORE, STORE_MS)
    move.ask_for(StoreReport(report_of(move.state, verdict)))


def give_up_storing(move: Transition) -> None:
    """The record cannot be reached: let the workflow finish the call."""
    opting_out.give_up_storing(move)
    if move.state.report is Durable.WRITING:
        _report_settled(move, Durable.GIVEN_UP)
    _stop_waiting_when_over(move)


def _report_settled(move: Transition, how: Durable) -> None:
    if move.state.report is not Durable.WRITING or move.state.verdict is None:
        return
    move.change(report=how)
    move.forget(Deadline.STORE_AGAIN)
    move.ask_for(Notify(report_of(move.state, move.state.verdict), how is Durable.STORED))
    _stop_waiting_when_over(move)


def _stop_waiting_when_over(move: Transition) -> None:
    demands = (move.state.opt_out.durable, move.state.taken_back.durable)
    if move.state.report.is_settled and Durable.WRITING not in demands:
        move.forget(*Deadline)
