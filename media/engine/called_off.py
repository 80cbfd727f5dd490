"""What is said after a call was agreed on and changes it: another moment, none, or that no more calls are wanted.

Nobody is called at a moment that they no longer want. Who reads moments back and asks about them: confirming_callbacks.py.
"""

from datetime import timedelta

from domain.asked_back import Promise, Settled
from domain.callbacks import Answer, Moment, denies_time, mentions_time, resolve
from domain.callbacks.spoken import spoken
from domain.callbacks.standing import refuses
from domain.calling_hours import zone_info
from domain.language.intents import Demand
from domain.language.utterance import Utterance
from domain.transcripts import Speaker
from media.engine.state import Conversation


def understood(state: Conversation, phrase: str, at_ms: int) -> Answer:
    """What this phrase, said then, means on the person's own clock."""
    return resolve(
        phrase,
        state.plan.zones,
        state.began_at + timedelta(milliseconds=at_ms),
        languages=state.languages,
        lives_in=state.plan.lives_in,
    )


def as_said(state: Conversation, answer: Answer) -> str:
    """The moment as we say it; empty for what is none."""
    if not isinstance(answer, Moment):
        return ""
    clock = zone_info(state.plan.lives_in or state.plan.zones[0])
    return "" if clock is None else spoken(answer, clock, state.language)


def with_more(promise: Promise, said: Utterance) -> str:
    """The wish and what was said about it since."""
    return f"{promise.phrase}, {said.text}"


def names_another(state: Conversation, promise: Promise, said: Utterance, at_ms: int) -> bool:
    """Whether these words, said then, make another moment of the wish, or refuse it so that none is left.

    Both are read on the clock of that moment: "in ten minutes" moves on. A time that has nothing to do with it changes nothing
    ("can you send it today?").
    """
    if not mentions_time(said.text, *said.languages):
        return False
    was = as_said(state, understood(state, promise.phrase, at_ms))
    now = as_said(state, understood(state, with_more(promise, said), at_ms))
    if now:
        return now != was
    return bool(was) and (refuses(said.text, *said.languages) or denies_time(said.text, *said.languages))


def is_called_off(state: Conversation) -> bool:
    """Whether something that they said after they had agreed, and that nobody settled since, speaks against the call."""
    promise = state.promise
    if promise is None or promise.settled is not Settled.AGREED:
        return False
    return any(
        said.demand is not Demand.NONE or names_another(state, promise, said, turn.ended_ms)
        for turn in state.transcript
        if turn.speaker is Speaker.PERSON and turn.ended_ms > promise.agreed_ms
        for said in [state.utterance(turn.text)]
    )
