"""What cuts us short (barge-in): a voice makes us hold back, words silence us, unless they only listen, pick up or answer early."""

from typing import Final

from domain.language.utterance import Utterance
from media.engine.actions import Hold
from media.engine.state import Deadline, Floor, Machine, Phase, Purpose, Reply, Speech
from media.engine.transition import MARK_WAIT_MS, REPLY_WAIT_MS, Transition

PICKUP_MS: Final = 2_000
"""In the greeting's first two seconds a "hello?" is how one picks up a telephone, not an interruption."""

HOLD_MS: Final = 600
"""How long we stay silent for a voice that says no word."""

_SHORT_ANSWER_WORDS: Final = 3


def hold_back(move: Transition) -> None:
    """Somebody may be interrupting us: say no more until that is known."""
    reply = move.state.reply
    if move.state.floor is not Floor.OURS or reply is None or not _may_interrupt(move, reply):
        return
    if reply.purpose is Purpose.OPENING and move.now - (reply.began_ms or move.now) < PICKUP_MS:
        return
    move.give_floor(Floor.HELD, reply)
    move.wait(Deadline.HOLD, HOLD_MS)
    move.ask_for(Hold())


def give_way(move: Transition) -> None:
    """We have just begun to speak: somebody who went on a moment before is heard first."""
    since, theirs = move.state.sound.since, move.state.their_turns
    if since is not None and theirs and since >= theirs[-1].ended_ms and move.now - since < HOLD_MS:
        hold_back(move)


def no_words_came(move: Transition) -> None:
    """It was no interruption: go on where we were; but one whose words come only after its end is one by lasting."""
    theirs, reply = move.state.theirs, move.reply
    lasts = theirs is not None and theirs.unread and move.state.sound.is_on
    if lasts and _may_interrupt(move, reply):
        interrupt(move)
        return
    if move.state.floor is not Floor.HELD:
        return
    move.change(idle_holds=move.state.idle_holds + 1)
    move.give_floor(Floor.OURS, reply)
    move.wait(Deadline.REPLY, reply.audio_ms + MARK_WAIT_MS + REPLY_WAIT_MS)


def interrupt(move: Transition) -> None:
    """They have the floor."""
    move.stop_talking()
    move.forget(Deadline.FILLER)
    if move.state.phase is Phase.OPENING:
        move.change(phase=Phase.TALKING)
    move.to_theirs()


def _may_interrupt(move: Transition, reply: Reply) -> bool:
    interruptible = reply.purpose in (Purpose.OPENING, Purpose.ANSWER, Purpose.PROMPT, Purpose.REPEAT)
    return interruptible and move.state.phase is not Phase.CLOSING and move.state.machine is Machine.NONE


def is_overtaken(move: Transition, reply: Reply, said: Utterance) -> bool:
    """Words overtake what nobody has heard yet; but an opening is owed, and heard all the same."""
    answers = reply.purpose in (Purpose.ANSWER, Purpose.PROMPT, Purpose.REPEAT)
    return answers and move.state.floor is Floor.THINKING and not _may_only_listen(reply, said)


def is_interruption(move: Transition, reply: Reply, said: Utterance) -> bool:
    """Words cut us short, unless they pick up the telephone or answer a question in its last second."""
    if reply.began_ms is None or not _may_interrupt(move, reply):
        return False
    if picks_up(move, reply, said, move.state.theirs) or _may_only_listen(reply, said):
        return False
    answers = len(said.text.split()) <= _SHORT_ANSWER_WORDS or said.may_only_listen
    return not (reply.ending and answers)


def only_listens(reply: Reply, said: Utterance) -> bool:
    """A listener's "mhm" or "okay" leaves us the floor; in a question's last second it is an answer."""
    return _goes_on(reply) and said.only_listens


def _may_only_listen(reply: Reply, said: Utterance) -> bool:
    """The same of words to which more may come: "got" becomes "got it"."""
    return _goes_on(reply) and said.may_only_listen


def _goes_on(reply: Reply) -> bool:
    return reply.purpose in (Purpose.OPENING, Purpose.ANSWER, Purpose.REPEAT) and not reply.ending


def picks_up(move: Transition, reply: Reply, said: Utterance, theirs: Speech | None) -> bool:
    """Said as our greeting began, these words of this turn pick up the telephone."""
    if reply.purpose is not Purpose.OPENING or theirs is None:
        return False
    in_time = theirs.began_ms - (reply.began_ms if reply.began_ms is not None else move.now) < PICKUP_MS
    return in_time and said.picks_up
