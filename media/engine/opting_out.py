"""No more calls: a demand is durable before anything else is said, a likely one is asked about, one taken back is lifted.

Certain words bind at once. Likely ones bind when the person says yes to one short question; whatever else they say does not, and a
question that nobody answered is left to a person who reads the call. Who takes a demand back in the same call is kept.
Which words demand it: domain/language/opt_outs_and_goodbyes.py, decision.py.
"""

from dataclasses import replace
from typing import Final

from domain.asked_back import Doubt, StopQuestion
from domain.conversations import AnsweredBy, EndReason, Verdict
from domain.language.decision import demand_of
from domain.language.intents import Demand, Finding, Intent, Listener
from domain.language.tables.every import language_of
from domain.language.utterance import Utterance
from domain.language.verdicts import said_by_person
from domain.outcomes import BusinessOutcome
from domain.suppressions import KEY
from domain.transcripts import Speaker
from media.engine.actions import StoreOptOut, TakeBackOptOut
from media.engine.demands import OptOut, TakenBack
from media.engine.durable import Durable
from media.engine.events import Store
from media.engine.state import Conversation, Deadline, Floor, Machine, Phase, Purpose
from media.engine.transition import Transition

_PATIENCE_MS: Final = 5_000
STORE_AGAIN_MS: Final = 500

_PROVED, _UNPROVED = 0.9, 0.5
"""How sure the model is taken to be: of words that the person said as it quotes them, and of others."""

_REST_MS: Final = 60_000
"""How long a conversation may go on whose opt-out was taken back; its other times were forgotten with the demand."""

_STAYS: Final = (
    "The person was asked whether their number shall be taken off the list, and did not want that."
)
_TAKEN_BACK: Final = (
    "The person had demanded no more calls and has taken that back; their number stays on the list."
)


def opt_out(move: Transition, phrase: str, *, by_key: bool = False, said_ms: int | None = None) -> None:
    """Never call again: be silent, make it durable, then confirm. said_ms: when it was said, None for just now."""
    taken_back = move.state.taken_back
    if taken_back.durable is Durable.WRITING:
        move.change(taken_back=replace(taken_back, demanded_again=phrase))
        return
    if move.state.opt_out.is_made:
        return
    move.stop_talking()
    move.forget(*Deadline)
    move.change(
        phase=Phase.CLOSING,
        end_reason=EndReason.OPT_OUT,
        answered_by=AnsweredBy.PERSON,
        machine=Machine.NONE,  # a beep that comes now is no reason to speak
        lingers_since=move.now,  # nothing that sounds meanwhile keeps the line for ever
    )
    write(move, phrase, by_key=by_key, said_ms=move.now if said_ms is None else said_ms)
    move.wait(Deadline.LINGER, _PATIENCE_MS)


def write(move: Transition, phrase: str, *, by_key: bool, said_ms: int) -> None:
    """Make it durable; whoever is still on the line is told by opt_out."""
    decided_by = KEY if by_key else "guard"
    verdict = Verdict(BusinessOutcome.OPT_OUT, evidence=phrase, decided_by=decided_by)
    if move.state.doubt.question is StopQuestion.OPEN:
        _doubt_becomes(move, StopQuestion.ANSWERED)
    move.change(opt_out=OptOut(Durable.WRITING, phrase, by_key, said_ms), verdict=verdict)
    move.ask_for(StoreOptOut(phrase, by_key, said_ms))


def bound(move: Transition) -> None:
    """It is durable."""
    move.change(opt_out=replace(move.state.opt_out, durable=Durable.STORED))
    move.forget(Deadline.OPT_OUT)


def asks_or_answers(move: Transition, said: Utterance) -> bool:
    """Whether this turn was about being called again and is dealt with: it answers our question, or makes us ask it."""
    question = move.state.doubt.question
    if question is StopQuestion.OPEN:
        return _answers(move, said)
    if said.demand is not Demand.LIKELY:
        return False
    if question is StopQuestion.NEVER:
        ask(move, said.text)
        return True
    _doubt_becomes(move, StopQuestion.UNCLEAR)
    return False


def will_ask(state: Conversation, said: Utterance) -> bool:
    """Whether these words need no model, since we ask, or have asked, about being called again."""
    question = state.doubt.question
    is_likely = question is StopQuestion.NEVER and said.demand is Demand.LIKELY
    return question is StopQuestion.OPEN or is_likely


def model_heard(move: Transition, words: str) -> bool:
    """The call's model says that the person demands no more calls; False if that changes nothing."""
    said = move.state.utterance(words)
    is_proved = said_by_person(words, move.state.transcript) and not (said.keeps or said.preferences)
    sure = _PROVED if is_proved else _UNPROVED
    demand = demand_of([Finding(Intent.OPT_OUT, Listener.MODEL, words, sure)])
    if demand is Demand.CERTAIN:
        opt_out(move, words)
        return True
    if move.state.doubt.question is not StopQuestion.NEVER:
        return False
    ask(move, words)
    return True


def ask(move: Transition, words: str, *, first: str = "") -> None:
    """Ask whether they want no more calls, since these words of theirs may have said so; first: words before it."""
    move.change(doubt=Doubt(StopQuestion.OPEN, words, move.now))
    move.change(phase=Phase.TALKING, answered_by=AnsweredBy.PERSON, prompts_made=0)
    move.say(f"{first} {language_of(move.state.language).remarks.shall_we_stop}".strip(), Purpose.PROMPT)
    move.change_reply(until=move.now)


def _answers(move: Transition, said: Utterance) -> bool:
    doubt = move.state.doubt
    if not _was_heard(move.state):  # they have gone on before they heard it
        ask(move, doubt.words)
        return True
    if said.answer.is_yes and said.answer.is_plain:
        opt_out(move, doubt.words, said_ms=doubt.asked_ms)
        return True
    is_unclear = said.agrees or said.demand is Demand.LIKELY  # "I am telling a story" begins like a yes
    _doubt_becomes(move, StopQuestion.UNCLEAR if is_unclear else StopQuestion.ANSWERED)
    move.note(_STAYS)
    return False


def _doubt_becomes(move: Transition, question: StopQuestion) -> None:
    move.change(doubt=replace(move.state.doubt, question=question))


def _was_heard(state: Conversation) -> bool:
    """Whether anything of our question was: it is the first that we say after their words."""
    begun = [reply.began_ms for reply in (state.reply, state.cut) if reply is not None]
    begun += [turn.began_ms for turn in state.transcript if turn.speaker is Speaker.AGENT]
    return any(at is not None and at >= state.doubt.asked_ms for at in begun)


def needs_review(state: Conversation) -> bool:
    """Whether somebody must read what they wanted: our question was not answered, was asked for again, or a demand taken back."""
    unclear = state.doubt.question in (StopQuestion.OPEN, StopQuestion.UNCLEAR)
    return unclear or bool(state.taken_back.words)


def is_taken_back(state: Conversation, said: Utterance) -> bool:
    """Whether these words take the demand back that we are just confirming: "no, no, keep me"."""
    is_bound = state.opt_out.durable in (Durable.WRITING, Durable.STORED)
    is_first = state.taken_back.durable is Durable.NONE
    return is_bound and is_first and state.phase is Phase.CLOSING and said.only_keeps


def take_back(move: Transition, words: str) -> None:
    """Say no more until the demand is lifted, which it is only when it was bound: whatever fails in between, the number stays
    off the list, and the call ends as one that was to end."""
    move.stop_talking()
    move.give_floor(Floor.IDLE)
    move.change(taken_back=TakenBack(Durable.WRITING, words, move.now), lingers_since=move.now)
    move.wait(Deadline.LINGER, _PATIENCE_MS)
    if move.state.opt_out.durable is Durable.STORED:
        ask_to_lift(move)


def ask_to_lift(move: Transition) -> None:
    """What was bound is durable: lift it."""
    move.ask_for(TakeBackOptOut(move.state.taken_back.words, move.state.taken_back.said_ms))


def lifted(move: Transition) -> None:
    """The number may be called again, and the conversation goes on; unless it is over by now, or the demand was made again."""
    taken_back = move.state.taken_back
    if taken_back.durable is not Durable.WRITING:
        return
    move.change(taken_back=replace(taken_back, durable=Durable.STORED, demanded_again=""))
    if move.state.phase is Phase.ENDED:
        if taken_back.demanded_again:
            write(move, taken_back.demanded_again, by_key=False, said_ms=move.now)
        return
    move.change(opt_out=OptOut(), verdict=None, end_reason=None)
    if taken_back.demanded_again:
        opt_out(move, taken_back.demanded_again)
        return
    move.forget(Deadline.LINGER, Deadline.OPT_OUT)
    move.change(phase=Phase.TALKING, prompts_made=0, lingers_since=None)
    move.wait(Deadline.LONGEST, _REST_MS)
    stays = language_of(move.state.language).remarks.you_stay
    move.ask(taken_back.words, floor=Floor.THINKING, first_say=stays, note=_TAKEN_BACK)


def not_stored(move: Transition, what: Store) -> None:
    """Binding or lifting failed: try again soon."""
    state = move.state
    durable = {Store.OPT_OUT: state.opt_out.durable, Store.TAKEN_BACK: state.taken_back.durable}
    if durable[what] is Durable.WRITING:
        move.wait(Deadline.OPT_OUT, STORE_AGAIN_MS)


def store_again(move: Transition) -> None:
    """The time for another try has come."""
    demand = move.state.opt_out
    if demand.durable is Durable.WRITING:
        move.ask_for(StoreOptOut(demand.phrase, demand.by_key, demand.said_ms))
    elif move.state.taken_back.durable is Durable.WRITING:
        _lift_again(move)


def _lift_again(move: Transition) -> None:
    """Unless they have demanded it again meanwhile: then nothing is lifted any more, and that demand is bound, whether or not
    the first was lifted.
    """
    taken_back = move.state.taken_back
    if not taken_back.demanded_again:
        ask_to_lift(move)
        return
    move.change(taken_back=replace(taken_back, durable=Durable.GIVEN_UP, demanded_again=""))
    write(move, taken_back.demanded_again, by_key=False, said_ms=move.now)


def give_up_storing(move: Transition) -> None:
    """The record cannot be reached; where a demand was being lifted, the number stays off the list."""
    demand, taken_back = move.state.opt_out, move.state.taken_back
    if demand.durable is Durable.WRITING:
        move.change(opt_out=replace(demand, durable=Durable.GIVEN_UP))
    if taken_back.durable is Durable.WRITING:
        move.change(taken_back=replace(taken_back, durable=Durable.GIVEN_UP))
