"""What is done with a machine that answered: a mailbox gets its message, a menu is left or answered, a screening is told who calls
and why; and with a person whom it was taken for.
Whether it is a machine: who_answered.py, by person_or_machine.py; how long a beep is waited for: domain/timeouts.py.
"""

from dataclasses import replace
from typing import Final

from domain.conversations import AnsweredBy, EndReason
from media.engine import menus
from media.engine import person_or_machine as weighing
from media.engine.ending import end
from media.engine.state import Deadline, Floor, Machine, Phase, Purpose, Speech
from media.engine.transition import Transition

PROOF_MS: Final = 500
"""How long the line must stay up after the message's last mark before the message counts."""

_ANNOUNCEMENT_MS: Final = 8_000
_MESSAGES: Final = (Machine.LEAVING, Machine.PROVED)


def take_for(move: Transition, answered_by: AnsweredBy) -> None:
    """A machine of this class; a message once begun is only given up where nobody will ever hear it."""
    if move.state.machine in _MESSAGES and answered_by is not AnsweredBy.UNAVAILABLE:
        return
    if move.state.machine is Machine.ON_HOLD and answered_by is not AnsweredBy.UNAVAILABLE:
        return  # music and the beeps of a second call are no mailbox
    if answered_by is AnsweredBy.VOICEMAIL:
        it_is_a_machine(move)
        return
    _fall_silent(move)
    if answered_by is AnsweredBy.SCREENING:
        move.change(answered_by=answered_by, machine=Machine.SCREENING)
        move.wait(Deadline.BEEP, move.state.plan.timeouts.screening_wait)
    elif answered_by is AnsweredBy.IVR and weighing.asks_to_hold(move.state.evidence):
        stay_on_the_line(move)
    elif menus.may_answer(move.state, answered_by):
        menus.listen_to_it(move)
    else:
        move.change(answered_by=answered_by, machine=Machine.ANNOUNCING)
        move.wait(Deadline.GREETING_END, _ANNOUNCEMENT_MS)


def stay_on_the_line(move: Transition) -> None:
    """Somebody is on another call: wait for them, and say nothing to the announcement."""
    move.change(answered_by=AnsweredBy.IVR, machine=Machine.ON_HOLD)
    move.wait(Deadline.BEEP, move.state.plan.timeouts.moment)


def _fall_silent(move: Transition) -> None:
    move.stop_talking()
    move.give_floor(Floor.IDLE)
    move.forget(
        Deadline.LONG_GREETING, Deadline.LONG_SOUND, Deadline.BEEP, Deadline.GREETING_END, Deadline.PROOF
    )
    move.change(phase=Phase.TALKING, machine_since=move.now)


def it_is_a_person(move: Transition) -> None:
    """What was taken for a machine speaks with us."""
    move.stop_talking()
    move.forget(Deadline.BEEP, Deadline.GREETING_END, Deadline.PROOF)
    proof = weighing.person_after_all(move.state.evidence, "spoke with us", move.now)
    move.change(
        machine=Machine.NONE,
        answered_by=AnsweredBy.PERSON,
        phase=Phase.TALKING,
        greeted_ms=move.now,
        evidence=(*move.state.evidence, proof),
    )
    move.to_theirs()


def it_is_a_machine(move: Transition) -> None:
    """Be silent and wait for the beep; end at once when there is no message to leave."""
    _fall_silent(move)
    move.change(answered_by=AnsweredBy.VOICEMAIL, machine=Machine.GREETING)
    if not move.state.plan.voicemail.strip():
        end(move, EndReason.VOICEMAIL)
        return
    move.wait(Deadline.BEEP, move.state.plan.timeouts.beep_wait)


def greeting_ended(move: Transition) -> None:
    """The machine's last word was a while ago: speak, unless something still sounds; a menu is left."""
    if move.state.machine is Machine.ANNOUNCING:
        end(move, EndReason.MACHINE)
    elif move.state.sound.is_on:
        move.wait(Deadline.GREETING_END, 400)
    elif move.state.machine is Machine.MENU:
        menus.choose(move)
    elif move.state.machine is Machine.SCREENING:
        state_who_and_why(move)
    else:
        leave_message(move, beeped=False)


def no_beep_came(move: Transition) -> None:
    """The wait is over: speak into the silence, or give up on a machine that still talks or lets nobody through."""
    if move.state.machine is not Machine.GREETING:
        end(move, EndReason.MACHINE)
    elif move.state.sound.is_on:
        end(move, EndReason.VOICEMAIL)
    else:
        leave_message(move, beeped=False)


def state_who_and_why(move: Transition) -> None:
    """Tell the screening in one breath."""
    plan = move.state.plan
    move.forget(Deadline.GREETING_END)
    move.change(machine=Machine.STATED, theirs=_overtaken(move))
    move.wait(Deadline.BEEP, plan.timeouts.screening_wait)
    move.say(plan.screening or plan.opening, Purpose.STATEMENT)


def leave_message(move: Transition, *, beeped: bool) -> None:
    """Say the script's message to the machine; one that keeps none is left alone."""
    move.forget(Deadline.BEEP, Deadline.GREETING_END, Deadline.PROOF)
    if _records_nothing(move):
        end(move, EndReason.VOICEMAIL)
        return
    move.change(machine=Machine.LEAVING, message_beeped=beeped, theirs=_overtaken(move))
    move.say(move.state.plan.voicemail, Purpose.MESSAGE)


def _records_nothing(move: Transition) -> bool:
    state, theirs = move.state, move.state.theirs
    said = [state.utterance(turn.text) for turn in state.their_turns] + (
        [theirs.said] if theirs is not None else []
    )
    return any(each.records_nothing for each in said)


def _overtaken(move: Transition) -> Speech | None:
    """The machine's words so far: their end may be recognised only after we began to speak."""
    theirs = move.state.theirs
    return None if theirs is None else replace(theirs, overtaken=True)


def message_played(move: Transition, *, proved: bool) -> None:
    """The message was heard to its end; it counts when its mark came back and the line then stayed up."""
    if proved:
        move.wait(Deadline.PROOF, PROOF_MS)
    else:
        end(move, EndReason.VOICEMAIL)


def line_stayed_up(move: Transition) -> None:
    """The message counts."""
    move.change(machine=Machine.PROVED)
    end(move, EndReason.VOICEMAIL)
