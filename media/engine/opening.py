"""The first sentence of a call: the opening, with its disclosure, as soon as the carrier's stream has begun.

Its words come with the plan (put together in domain/conversations.py). Whoever comes to the telephone later hears it from
who_answered.py; a call that was cut off goes on in resuming.py.
"""

from media.engine.resuming import come_back
from media.engine.state import Deadline, Purpose
from media.engine.transition import Transition


def stream_began(move: Transition) -> None:
    """Speak first, once: a stream that begins again changes nothing."""
    if Deadline.START not in move.state.deadlines:
        return
    move.forget(Deadline.START)
    if move.state.plan.cut_off is not None:
        come_back(move, move.state.plan.cut_off)
    else:
        move.wait(Deadline.LONGEST, move.state.plan.timeouts.longest_call)
        move.say(move.state.plan.opening, Purpose.OPENING)
