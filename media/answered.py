"""Who answered: a person, or a machine that gets the script's message after its beep. Unknown counts as a person.

Evidence for a machine is the carrier's own detection, a long unbroken greeting, a mailbox's phrases, a beep. It
stays open: whatever was taken for a machine may still turn out to be a person.
"""

from dataclasses import replace
from typing import Final

from domain.conversations import AnsweredBy, EndReason
from domain.verdicts import is_voicemail_greeting
from media.ending import end
from media.events import Hearing
from media.move import Move
from media.turns import Deadline, Machine, Phase, Purpose

GREETING_PAUSE_MS: Final = 2_000
"""How long after the greeting's last word a beep may still come; chosen by feel."""

PROOF_MS: Final = 500
"""How long the line must stay up after the message's last mark before the message counts."""

_AT_THE_START_MS: Final = 6_000


def hinted(move: Move, answered_by: AnsweredBy, beeped: bool) -> None:
    """The carrier gives its opinion; a person who has been talking to us outweighs it."""
    state = move.state
    if answered_by is not AnsweredBy.VOICEMAIL:
        if state.answered_by is AnsweredBy.UNKNOWN:
            move.change(answered_by=answered_by)
        if answered_by is AnsweredBy.PERSON:
            move.forget(Deadline.LONG_GREETING)
        return
    if state.answered_by is AnsweredBy.PERSON or state.phase in (Phase.CLOSING, Phase.ENDED):
        return
    if state.machine is Machine.NONE:
        it_is_a_machine(move)
    if beeped and move.state.machine is Machine.GREETING:
        leave_message(move, beeped=True)


def toned(move: Move) -> None:
    """A beep ended: at a machine the message follows, or begins again."""
    state = move.state
    if state.machine is Machine.NONE and state.answered_by is AnsweredBy.UNKNOWN and not state.their_turns:
        it_is_a_machine(move)
    if move.state.machine is Machine.GREETING or (
        move.state.machine is Machine.LEAVING and not state.message_beeped
    ):
        leave_message(move, beeped=True)


def listen(move: Move, hearing: Hearing, text: str) -> bool:
    """Take words as evidence; True when a machine is speaking, so that they are no turn to answer."""
    machine = move.state.machine
    if machine is Machine.PROVED:
        return True
    if machine is Machine.LEAVING:
        return _listen_while_leaving(move, hearing, text)
    if is_voicemail_greeting(text, move.state.plan.language) and machine is Machine.NONE:
        it_is_a_machine(move)
    elif machine is Machine.NONE:
        _watch_for_long_greeting(move, hearing)
        return False
    if move.state.machine is not Machine.GREETING:
        return True
    move.forget(Deadline.GREETING_END)
    if hearing is Hearing.FINAL:
        move.wait(Deadline.GREETING_END, GREETING_PAUSE_MS)
    return True


def _watch_for_long_greeting(move: Move, hearing: Hearing) -> None:
    theirs, patience = move.state.theirs, move.state.plan.patience
    if hearing in (Hearing.FINAL, Hearing.EAGER):
        move.forget(Deadline.LONG_GREETING)
        return
    first = move.state.answered_by is AnsweredBy.UNKNOWN and not move.state.their_turns
    if first and theirs is not None and theirs.began_ms <= _AT_THE_START_MS:
        move.wait(Deadline.LONG_GREETING, max(0, theirs.unbroken_since + patience.long_greeting - move.now))


def _listen_while_leaving(move: Move, hearing: Hearing, text: str) -> bool:
    """During our message: the greeting's own late words mean nothing, more greeting restarts us, others are a person."""
    theirs = move.state.theirs
    if theirs is not None and theirs.overtaken:
        return True
    if is_voicemail_greeting(text, move.state.plan.language):
        move.stop_talking()
        move.change(machine=Machine.GREETING)
        move.wait(Deadline.BEEP, move.state.plan.patience.beep_wait)
        if hearing is Hearing.FINAL:
            move.wait(Deadline.GREETING_END, GREETING_PAUSE_MS)
        return True
    if len(text.split()) < 2 and hearing is not Hearing.FINAL:
        return True
    it_is_a_person(move)
    return False


def it_is_a_person(move: Move) -> None:
    """What was taken for a machine speaks with us."""
    move.stop_talking()
    move.forget(Deadline.BEEP, Deadline.GREETING_END, Deadline.PROOF)
    move.change(machine=Machine.NONE, answered_by=AnsweredBy.PERSON, phase=Phase.TALKING)
    move.to_theirs()


def it_is_a_machine(move: Move) -> None:
    """Be silent and wait for the beep; end at once when there is no message to leave."""
    if move.state.phase in (Phase.CLOSING, Phase.ENDED):
        return
    move.stop_talking()
    move.forget(Deadline.LONG_GREETING, Deadline.SILENCE, Deadline.TURN)
    move.change(answered_by=AnsweredBy.VOICEMAIL, machine=Machine.GREETING, phase=Phase.TALKING)
    if not move.state.plan.voicemail.strip():
        end(move, EndReason.VOICEMAIL)
        return
    move.wait(Deadline.BEEP, move.state.plan.patience.beep_wait)


def greeting_ended(move: Move) -> None:
    """The greeting's last word was a while ago: speak, unless something still sounds."""
    if move.state.voice_since is not None:
        move.wait(Deadline.GREETING_END, 400)
    else:
        leave_message(move, beeped=False)


def no_beep_came(move: Move) -> None:
    """The wait is over: speak into the silence, or give up on a machine that still talks."""
    if move.state.voice_since is None:
        leave_message(move, beeped=False)
    else:
        end(move, EndReason.VOICEMAIL)


def leave_message(move: Move, *, beeped: bool) -> None:
    """Say the script's message to the machine."""
    move.forget(Deadline.BEEP, Deadline.GREETING_END, Deadline.PROOF)
    theirs = move.state.theirs
    move.change(
        machine=Machine.LEAVING,
        message_beeped=beeped,
        theirs=None if theirs is None else replace(theirs, overtaken=True),
    )
    move.say(move.state.plan.voicemail, Purpose.MESSAGE)


def message_played(move: Move, *, proved: bool) -> None:
    """The message was heard to its end; it counts when its mark came back and the line then stayed up."""
    if proved:
        move.wait(Deadline.PROOF, PROOF_MS)
    else:
        end(move, EndReason.VOICEMAIL)


def line_stayed_up(move: Move) -> None:
    """The message counts."""
    move.change(machine=Machine.PROVED)
    end(move, EndReason.VOICEMAIL)
