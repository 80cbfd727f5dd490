"""Turns whose words come after their end: a model that hears by itself answers before anybody has read what was said.

A voice that lasts is enough to interrupt us. A reply is prepared at the turn's end and heard as soon as the words are
known, or, once we know that a person is there, a moment later without them; whatever they demand then, they still get.
"""

from dataclasses import replace
from typing import Final

from domain.conversations import AnsweredBy, EndReason
from domain.transcripts import Speaker
from domain.vendors import VendorKind
from media.engine import barge_in, echo, ending, turn_taking
from media.engine.events import Hearing
from media.engine.guards import ask_to_repeat
from media.engine.state import Conversation, Deadline, Floor, Machine, Phase, Purpose, Speech, Waiting
from media.engine.transition import Transition

PATIENCE_MS: Final = 400
"""How long a reply to a person stays unheard for the words that it answers; about what a model takes to begin anyway."""

WORDS_WAIT_MS: Final = 8_000
"""How long words may be owed before they count as lost; chosen by feel."""

_OTHER_RECOGNISER_MS: Final = 3_000
"""How long another recogniser may take to hear once more what was owed; chosen by feel."""

_MOST_FAILURES: Final = 2


def heard(move: Transition, news: Hearing) -> None:
    """The ear's news about a turn without its words."""
    if news is Hearing.VOICED:
        _voiced(move)
    elif news is Hearing.UNREAD:
        _ended(move)
    elif news is Hearing.UNREADABLE:
        words_lost(move)
    else:
        _passed_on(move)


def _voiced(move: Transition) -> None:
    """Somebody begins to speak, or there is an echo, or a noise; the voice gate knows that."""
    if move.state.theirs is None:
        since = move.now if move.state.sound.since is None else move.state.sound.since
        move.change(theirs=Speech(since, since, unread=True))
    if move.state.sound.is_on:
        loud(move)


def loud(move: Transition) -> None:
    """The voice gate hears somebody: a reply that nobody hears yet is overtaken, one that is heard is held."""
    theirs, reply = move.state.theirs, move.state.reply
    if theirs is None or not theirs.unread:
        return
    if move.state.floor is Floor.OURS:
        barge_in.hold_back(move)
        if move.state.floor is Floor.OURS and reply is not None and reply.purpose is Purpose.OPENING:
            picks_up_until = (reply.began_ms or 0) + barge_in.PICKUP_MS
            move.wait(Deadline.HOLD, max(0, picks_up_until - move.now) + barge_in.HOLD_MS)
    elif move.state.phase is not Phase.TALKING or move.state.machine is not Machine.NONE:
        return
    elif move.state.floor is Floor.IDLE:
        move.to_theirs()
    elif reply is not None and reply.purpose is Purpose.ANSWER and reply.began_ms is None:
        barge_in.interrupt(move)


def _ended(move: Transition) -> None:
    """Their turn is over, its words follow: have the reply ready, unheard."""
    theirs = replace(move.state.theirs or Speech(move.now, move.now, unread=True), ended_ms=move.now)
    move.change(theirs=None, unread=(*move.state.unread, theirs))
    move.wait(Deadline.WORDS, WORDS_WAIT_MS)
    may_answer = move.state.phase is Phase.TALKING and move.state.machine is Machine.NONE
    if may_answer and _was_loud(move.state, theirs) and move.state.floor in (Floor.IDLE, Floor.THEIRS):
        move.ask("", floor=Floor.EAGER)
        move.change_reply(unread=True)
        move.wait(Deadline.UNREAD, PATIENCE_MS)


def _was_loud(state: Conversation, theirs: Speech) -> bool:
    """Whether the voice gate heard somebody in this turn; an echo, or a noise, is answered only if words are read in it."""
    until = state.sound.until
    return state.sound.is_on or (until is not None and until >= theirs.began_ms)


def not_read_in_time(move: Transition) -> None:
    """Somebody known to be a person is answered now; anybody else, and whoever sounds while we wait, once it is read."""
    state = move.state
    if state.answered_by is AnsweredBy.PERSON and state.their_turns and state.waiting.whom is Waiting.NONE:
        turn_taking.release_guess(move, until=move.reply.until)


def read(move: Transition, text: str) -> None:
    """The words of the turn that ended first are here; they may be none."""
    said, theirs = echo.without_ours(move, move.state.utterance(text.strip()), final=True), move.state.theirs
    later = theirs if theirs is not None and theirs.unread else None
    first = _pop(move)
    if said.text:
        turn_taking.take_turn(move, said, replace(first, said=said), later)
    elif not move.state.unread and later is None:
        _nothing_was_said(move)


def read_after_the_end(move: Transition, text: str) -> None:
    """Last words that were still owed when the conversation ended."""
    if not move.state.unread:
        return
    said = echo.without_ours(move, move.state.utterance(text.strip()), final=True)
    first = _pop(move)
    _keep(move, replace(first, said=said if said.text else first.said))
    ending.conclude(move)


def more_after_the_end(move: Transition, text: str) -> None:
    """More of the last words is understood, not yet all."""
    if move.state.unread and text.strip():
        *others, last = move.state.unread
        move.change(unread=(*others, replace(last, said=move.state.utterance(text.strip()))))


def _keep(move: Transition, owed: Speech) -> None:
    if owed.words:
        ending.keep_last_words(move, owed)


def _pop(move: Transition) -> Speech:
    first, *rest = move.state.unread
    move.change(unread=tuple(rest))
    if not rest:
        move.forget(Deadline.WORDS)
    elif move.state.phase is not Phase.ENDED:
        move.wait(Deadline.WORDS, WORDS_WAIT_MS)
    return first


def _nothing_was_said(move: Transition) -> None:
    """It was a noise: what we owe is said all the same, a reply to nothing is dropped while nobody hears it."""
    reply, floor = move.state.reply, move.state.floor
    if reply is None:
        _go_on_behind_a_noise(move)
    elif not reply.unread:
        return
    elif floor is Floor.EAGER and _owes_a_reply(move.state):
        turn_taking.release_guess(move, until=move.reply.until)
    elif reply.began_ms is None and not _owes_a_reply(move.state):
        move.stop_talking()
        move.to_idle()
    else:
        move.change_reply(unread=False)


def _go_on_behind_a_noise(move: Transition) -> None:
    """What was said, or typed, before it was left unanswered until that was known."""
    state = move.state
    if state.phase is not Phase.TALKING or state.machine is not Machine.NONE:
        return
    last = state.transcript[-1] if state.transcript else None
    if last is not None and last.speaker is Speaker.PERSON and state.waiting.whom is Waiting.NONE:
        move.ask(last.text, floor=Floor.THINKING)
    elif state.floor is Floor.THEIRS:
        move.to_idle()


def _owes_a_reply(state: Conversation) -> bool:
    last = state.transcript[-1] if state.transcript else None
    return last is not None and (last.speaker is Speaker.PERSON or last.interrupted)


def _passed_on(move: Transition) -> None:
    """Another recogniser hears it once more; what was prepared for it is worth nothing without the one who heard it."""
    theirs = move.state.theirs
    owed = move.state.unread or ((theirs,) if theirs is not None and theirs.unread else ())
    if not owed:
        return
    move.change(theirs=None, unread=owed[:1])
    reply = move.state.reply
    if reply is not None and reply.unread:
        barge_in.interrupt(move)
    move.wait(Deadline.WORDS, _OTHER_RECOGNISER_MS)


def words_lost(move: Transition) -> None:
    """Nobody will ever know what was said, so no guard has seen it: have them say it again; or, at the end, take what is
    understood of it for all."""
    if move.state.phase is Phase.ENDED:
        for owed in move.state.unread:
            _keep(move, owed)
        move.change(unread=())
        ending.conclude(move)
        return
    if move.state.unread:
        _pop(move)
    else:
        move.change(theirs=None)
    reply = move.state.reply
    more_comes = move.state.unread or move.state.theirs is not None
    if more_comes or move.state.phase is not Phase.TALKING or move.state.machine is not Machine.NONE:
        return
    if reply is not None and not reply.unread:
        return
    move.change(failures=move.state.failures + 1, failing=VendorKind.RECOGNISER)
    if move.state.failures > _MOST_FAILURES:
        ending.take_leave(move, EndReason.BROKEN, move.state.texts.closing)
    else:
        move.say(ask_to_repeat(move.state.language), Purpose.REPEAT)
