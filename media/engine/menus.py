"""A telephone menu on the way to a person: the model listens to it and chooses keys, three times at most."""

from typing import Final

from domain.conversations import AnsweredBy, EndReason, Menus
from media.audio.dtmf import KEYS
from media.engine.actions import Ask, Complete, PressKeys, Release
from media.engine.ending import end
from media.engine.events import END_CALL, PRESS_KEYS, ToolCall
from media.engine.state import Conversation, Deadline, Floor, Machine, Purpose
from media.engine.transition import REPLY_WAIT_MS, Transition

MOST_PRESSES: Final = 3

_FIRST_WORDS_MS: Final = 8_000
_THROUGH_MS: Final = 30_000
"""How long after a key the menu may go on, or ring, until somebody answers; chosen by feel."""

_NOTE: Final = (
    "An automatic telephone menu speaks, not a person. Say nothing. Press the key that leads to a person or an operator "
    "with press_keys; call end_call if no key does; do neither while the menu has not said what its keys mean."
)


def may_answer(state: Conversation, answered_by: AnsweredBy) -> bool:
    """Whether this machine is a menu, and the agent one that answers menus."""
    navigates = state.plan.menus is Menus.NAVIGATE and state.presses < MOST_PRESSES
    return answered_by is AnsweredBy.IVR and navigates


def listen_to_it(move: Transition) -> None:
    """Hear what it offers."""
    move.change(answered_by=AnsweredBy.IVR, machine=Machine.MENU)
    move.wait(Deadline.GREETING_END, _FIRST_WORDS_MS)
    move.wait(Deadline.BEEP, _THROUGH_MS)


def choose(move: Transition) -> None:
    """It pauses: have the model choose, unless it chooses already or has chosen often enough."""
    state = move.state
    if state.presses >= MOST_PRESSES or state.reply is not None or not state.their_turns:
        return
    reply = move.new_reply(Purpose.CHOICE)
    move.give_floor(Floor.THINKING, reply)
    move.wait(Deadline.REPLY, REPLY_WAIT_MS)
    move.ask_for(Ask(reply.number, state.transcript, (*state.facts, _NOTE), menu=True))


def chosen(move: Transition, call: ToolCall) -> None:
    """The model has chosen."""
    keys = "".join(key for key in call.argument.upper() if key in KEYS)
    if call.name == END_CALL:
        end(move, EndReason.MACHINE)
    elif call.name == PRESS_KEYS and keys:
        _press(move, keys)


def _press(move: Transition, keys: str) -> None:
    move.stop_talking()
    move.change(presses=move.state.presses + 1)
    text = f"pressed {keys}"
    reply = move.new_reply(Purpose.KEYS, text=text, complete=True, released=True, clauses=1)
    move.give_floor(Floor.THINKING, reply)
    move.wait(Deadline.REPLY, REPLY_WAIT_MS)
    move.wait(Deadline.BEEP, _THROUGH_MS)
    move.ask_for(Release(reply.number), PressKeys(reply.number, keys, text), Complete(reply.number))


def go_on_listening(move: Transition) -> None:
    """The keys have been sent, or there was nothing to choose."""
    move.give_floor(Floor.IDLE)
