"""Keys of the person's telephone: digits are gathered into an answer, one key opts out where they were told so.

Keys that we press: media/audio/dtmf.py, menus.py.
"""

from typing import Final

from domain.conversations import AnsweredBy, EndReason
from domain.language.dictation import Dictated
from domain.language.key_words import announces_opt_out_key, wants_digits
from domain.language.tables.every import language_of
from domain.transcripts import Speaker, Turn, said_by
from media.audio.dtmf import KEYS
from media.engine.ending import is_taken_back, keep_keys, take_back
from media.engine.opting_out import opt_out
from media.engine.script_answers import asked_in
from media.engine.state import Conversation, Deadline, Machine, Phase, Purpose
from media.engine.transition import Transition
from media.engine.turn_taking import typed

PAUSE_MS: Final = 1_800
"""How long after a key another one may still belong to the same answer; chosen by feel."""

_KEYS: Final = frozenset(KEYS)
_END_OF_ENTRY: Final = "#"
_IN_DIGITS: Final = ("number", Dictated.PHONE, Dictated.DIGITS)


def pressed(move: Transition, digit: str) -> None:
    """A key was pressed. The opt-out key opts out at once where it was announced and no digits are awaited."""
    state = move.state
    if state.end_reason is EndReason.OPT_OUT or digit not in _KEYS:
        return
    if (
        digit == state.plan.opt_out_key
        and not state.keys
        and _is_announced(state)
        and not asks_for_digits(state)
    ):
        _note(move, digit)
        opt_out(move, f"pressed {digit}", by_key=True)
    elif digit == _END_OF_ENTRY:
        entered(move)
    else:
        _gather(move, digit)


def _gather(move: Transition, digit: str) -> None:
    """A key keeps us from hanging up on somebody whom we could not hear, as a word does."""
    if is_taken_back(move.state, move.state.utterance(digit)):
        take_back(move)
    move.forget(Deadline.SILENCE)
    move.change(keys=move.state.keys + digit)
    move.wait(Deadline.KEYS, PAUSE_MS)


def entered(move: Transition) -> None:
    """The entry is complete: it is the person's answer, unless it may mean that they want no more calls."""
    digits = move.state.keys
    move.forget(Deadline.KEYS)
    if move.state.phase is Phase.CLOSING:
        keep_keys(move)
        return
    move.change(keys="")
    if digits and _may_opt_out(move.state, digits):
        _ask_back(move)
    elif digits:
        typed(move, digits)


def _may_opt_out(state: Conversation, digits: str) -> bool:
    """Whether somebody may think that this key opts out, though nobody said so: many systems have it so."""
    only_that_key = set(digits) == {state.plan.opt_out_key}
    return only_that_key and state.machine is Machine.NONE and not asks_for_digits(state)


def _ask_back(move: Transition) -> None:
    key = move.state.plan.opt_out_key
    _note(move, key)
    move.change(answered_by=AnsweredBy.PERSON, prompts_made=0)
    again = language_of(move.state.language).remarks.press_again
    move.say(again.format(key=key), Purpose.PROMPT)


def _note(move: Transition, digit: str) -> None:
    move.add_turn(Turn(Speaker.PERSON, f"pressed {digit}", move.now, move.now))


def _is_announced(state: Conversation) -> bool:
    """Whether anything that we said, or are saying, tells that this key stops the calls."""
    key, languages = state.plan.opt_out_key, state.languages
    return any(announces_opt_out_key(text, key, *languages) for text in (*_said(state), *_being_said(state)))


def asks_for_digits(state: Conversation) -> bool:
    """Whether what we said last, or are saying, asks for a number or for keys, in whatever words."""
    key, languages = state.plan.opt_out_key, state.languages
    last = (*_said(state)[-1:], *_being_said(state))
    asked = [question for text in last if (question := asked_in(state.plan.questions, text)) is not None]
    in_digits = bool(asked) and asked[-1].expects in _IN_DIGITS
    return in_digits or any(wants_digits(text, key, *languages) for text in last)


def _said(state: Conversation) -> list[str]:
    return said_by(state.transcript, Speaker.AGENT)


def _being_said(state: Conversation) -> tuple[str, ...]:
    reply = state.reply
    return () if reply is None or reply.began_ms is None else (reply.text,)
