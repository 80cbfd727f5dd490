"""Calling again: the moment that somebody names is read back on their own clock before it counts; what is unclear is asked.

Whether a phrase is clear decides the grammar (domain.callbacks). What stays unclear is left to whoever reads the call; nobody is
called on a guess.
"""

from dataclasses import replace
from typing import Final

from domain.asked_back import Promise, Settled
from domain.callbacks import Answer, Ask, Moment, Unclear, mentions_time
from domain.callbacks.proposals import compared
from domain.conversations import EndReason
from domain.language.tables.every import language_of
from domain.language.utterance import Utterance
from domain.language.verdicts import said_by_person
from domain.preferences import PreferenceKind
from domain.scripts import short_line
from domain.transcripts import Speaker, said_by
from media.engine.called_off import as_said, names_another, understood, with_more
from media.engine.ending import take_leave
from media.engine.guards import Guard, guard
from media.engine.state import Conversation, Phase, Purpose
from media.engine.transition import Transition

_MOST_QUESTIONS: Final = 3
_AGREED: Final = "The person has agreed to be called again {when}; that is settled."
_OPEN: Final = (
    "When to call the person again is not settled: they did not confirm the moment that you read back."
)


def wished(move: Transition, told: str, moment: str = "", *, ends_call: bool = False) -> None:
    """They want to be called at another time: what we say about it follows the reply that is being made.

    told: their words, as the model quotes them; moment: what it takes them to mean; ends_call: the reply is the last.
    """
    phrase = _theirs(move.state, told)
    move.change(callback_phrase=phrase)
    if move.state.plan.zones:
        answer = compared(understood(move.state, phrase, move.now), moment, move.state.plan.zones)
        _settle(move, answer, phrase, ends_call=ends_call, asked=0)


def _theirs(state: Conversation, told: str) -> str:
    """Words that the person said; of what the model puts into their mouth nobody is called."""
    said = said_by(state.transcript, Speaker.PERSON)
    return told if said_by_person(told, state.transcript) else short_line(said[-1]) if said else ""


def is_due(state: Conversation) -> bool:
    """Whether something is to be said about it before anything else."""
    return state.promise is not None and state.promise.settled is Settled.DUE


def stands_open(state: Conversation) -> bool:
    """Whether the moment is still to be read back, or has been and was not answered."""
    return state.promise is not None and state.promise.settled in (Settled.DUE, Settled.OPEN)


def ends_call(move: Transition) -> None:
    """The model wants to hang up behind the reply that noted the wish: the promise is settled first."""
    promise = move.state.promise
    if promise is not None and promise.settled is Settled.DUE:
        move.change(promise=replace(promise, ends_call=True))


def say(move: Transition, *, first: str = "") -> None:
    """Read the moment back, or ask what is unclear; first: words before it."""
    promise = move.state.promise
    if promise is None:
        return
    move.change(phase=Phase.TALKING, promise=replace(promise, settled=Settled.OPEN))
    move.say(f"{first} {promise.question}".strip(), Purpose.ANSWER)


def answers(move: Transition, said: Utterance) -> bool:
    """Whether these words settle it, so that nothing else is to be said about them; otherwise the model goes on with what is known."""
    promise = move.state.promise
    if promise is None or promise.settled not in (Settled.OPEN, Settled.AGREED):
        return False
    if promise.settled is Settled.AGREED:
        return _changes(move, promise, said)
    better = _better(move, promise, said) if mentions_time(said.text, *said.languages) else None
    # "Yes, make it five" agrees to be called, and not to the moment that we read back.
    is_another = better is not None and as_said(move.state, better[0]) != promise.when
    if promise.when and said.agrees and not is_another and not _wants_writing(said):
        return _agreed(move, promise, said)
    if guard(said) is Guard.WANTS_END:
        return False
    if promise.asked < _MOST_QUESTIONS and better is not None:
        _settle(move, *better, ends_call=promise.ends_call, asked=promise.asked)
        say(move)
        return True
    return _left_open(move, promise)


def _left_open(move: Transition, promise: Promise) -> bool:
    """Nothing more is said of it by us: whoever reads the call settles it, and the model goes on."""
    move.change(promise=replace(promise, settled=Settled.UNCLEAR))
    move.note(_OPEN)
    return False


def _changes(move: Transition, promise: Promise, said: Utterance) -> bool:
    """Whether they changed what was agreed on; what is left of it is read back, or asked about, anew."""
    if not names_another(move.state, promise, said, move.now):
        return False
    if promise.asked >= _MOST_QUESTIONS or guard(said) is Guard.WANTS_END:
        return _left_open(move, promise)
    together = with_more(promise, said)
    _settle(
        move,
        understood(move.state, together, move.now),
        together,
        ends_call=promise.ends_call,
        asked=promise.asked,
    )
    say(move)
    return True


def _wants_writing(said: Utterance) -> bool:
    """ "Yes. Actually, write me an e-mail instead." """
    return any(wish.kind is PreferenceKind.WRITING for wish in said.preferences)


def _agreed(move: Transition, promise: Promise, said: Utterance) -> bool:
    agreed = replace(promise, settled=Settled.AGREED, agreed_ms=move.now)
    move.change(promise=agreed, callback_phrase=promise.phrase)
    move.note(_AGREED.format(when=promise.when))
    if not promise.ends_call or len(said.sentences) > 1:
        return False
    take_leave(move, EndReason.FINISHED, move.state.texts.closing)
    return True


def _better(move: Transition, promise: Promise, said: Utterance) -> tuple[Answer, str]:
    """What their answer makes of the wish: added to what was known, else by itself."""
    together = with_more(promise, said)
    answer = understood(move.state, together, move.now)
    if isinstance(answer, Moment):
        return answer, together
    alone = understood(move.state, said.text, move.now)
    return (alone, said.text) if isinstance(alone, Moment) else (answer, together)


def _settle(move: Transition, answer: Answer, phrase: str, *, ends_call: bool, asked: int) -> None:
    when = as_said(move.state, answer)
    question = _question(move.state, answer, when)
    moment = answer if isinstance(answer, Moment) else None
    move.change(promise=Promise(phrase, question, moment, when, ends_call=ends_call, asked=asked + 1))


def _question(state: Conversation, answer: Answer, when: str) -> str:
    remarks = language_of(state.language).remarks
    if when:
        return remarks.call_back_then.format(when=when)
    unclear = answer.unclear if isinstance(answer, Ask) else Unclear.DAY
    return {Unclear.DAY: remarks.which_day, Unclear.ZONE: remarks.which_zone}.get(unclear, remarks.which_time)
