"""Keys of the person's telephone: digits are gathered into an answer, one key opts out."""

from typing import Final

from domain.conversations import EndReason
from domain.dictation import Dictated
from domain.transcripts import Speaker, Turn
from media.answers import asked_in
from media.ending import opt_out
from media.hearing import typed
from media.move import Move
from media.turns import Conversation, Deadline, Phase

PAUSE_MS: Final = 1_800
"""How long after a key another one may still belong to the same answer; chosen by feel."""

_END_OF_ENTRY: Final = "#"
_IN_DIGITS: Final = ("number", Dictated.PHONE, Dictated.DIGITS)


def pressed(move: Move, digit: str) -> None:
    """A key was pressed. The opt-out key opts out at once, unless digits were asked for or are being entered."""
    state = move.state
    if state.end_reason is EndReason.OPT_OUT:
        return
    if digit == state.plan.opt_out_key and not state.keys and not asks_for_digits(state):
        said = f"pressed {digit}"
        move.add_turn(Turn(Speaker.PERSON, said, move.now, move.now))
        opt_out(move, said)
    elif digit == _END_OF_ENTRY:
        entered(move)
    else:
        move.forget(Deadline.SILENCE)
        move.change(keys=state.keys + digit)
        move.wait(Deadline.KEYS, PAUSE_MS)


def entered(move: Move) -> None:
    """The entry is complete: it is the person's answer."""
    digits = move.state.keys
    move.forget(Deadline.KEYS)
    move.change(keys="")
    if digits and move.state.phase is not Phase.CLOSING:
        typed(move, digits)


def asks_for_digits(state: Conversation) -> bool:
    """Whether what we said last, or are saying, asks for a number."""
    said = [turn.text for turn in state.transcript if turn.speaker is Speaker.AGENT][-1:]
    if state.reply is not None:
        said.append(state.reply.text)
    asked = [question for text in said if (question := asked_in(state.plan.questions, text)) is not None]
    return bool(asked) and asked[-1].expects in _IN_DIGITS
