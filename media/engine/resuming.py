"""How a conversation is kept for another process, and how that one takes it up when this one is lost.

Between the last snapshot and the loss up to a second is forgotten: what was half said by either side. So the person is
told that the line was cut, and what they said last is answered, or what we said last is said again.
"""

from typing import Final

from domain.asked_back import StopQuestion
from domain.conversations import ConversationPlan, EndReason, Snapshot
from domain.transcripts import Speaker, said_by
from media.engine import answering_machines, confirming_callbacks, ending, opting_out, waiting
from media.engine.actions import SpeakIn
from media.engine.demands import TakenBack
from media.engine.durable import Durable
from media.engine.guards import we_were_cut_off
from media.engine.reply_clauses import last_sentence
from media.engine.state import Conversation, Deadline, Floor, Machine, Phase, Purpose, Wait, Waiting
from media.engine.transition import Transition

_LEAST_LEFT_MS: Final = 15_000
"""So long may a conversation go on after it was taken up, though its longest time is nearly over."""


def snapshot_of(state: Conversation, now_ms: int) -> Snapshot | None:
    """How the conversation stands; None while there is nothing to take up, before it began and after it has ended."""
    if state.phase is Phase.ENDED or state.replies_made == 0:
        return None
    opt_out = state.opt_out
    return Snapshot(
        began_at=state.began_at,
        taken_ms=now_ms,
        transcript=state.transcript,
        opened=state.phase is not Phase.OPENING,
        closing=state.phase is Phase.CLOSING,
        answered_by=state.answered_by,
        machine=str(state.machine),
        evidence=state.evidence,
        carrier_hint=state.carrier_hint,
        greeting_ms=state.greeting_ms,
        replies_made=state.replies_made,
        callback_phrase=state.callback_phrase,
        notes=state.notes,
        opt_out_phrase=opt_out.phrase,
        opt_out_by_key=opt_out.by_key,
        opt_out_ms=opt_out.said_ms if opt_out.is_made else None,
        opt_out_stored=opt_out.durable is Durable.STORED,
        switched_to=state.switched_to,
        greeted_ms=state.greeted_ms,
        waiting=str(state.waiting.whom),
        doubt=state.doubt,
        promise=state.promise,
        taken_back_words=state.taken_back.words,
    )


def taken_up(plan: ConversationPlan, cut_off: Snapshot) -> Conversation:
    """The conversation as it stood, waiting for the new stream. Replies go on counting, so that none is taken for another."""
    phase = Phase.CLOSING if cut_off.closing else Phase.TALKING if cut_off.opened else Phase.OPENING
    lifted = Durable.NONE if cut_off.opt_out_phrase or not cut_off.taken_back_words else Durable.STORED
    return Conversation(
        plan,
        cut_off.began_at,
        phase=phase,
        transcript=cut_off.transcript,
        answered_by=cut_off.answered_by,
        machine=Machine(cut_off.machine),
        machine_since=None if cut_off.machine == Machine.NONE else cut_off.taken_ms,
        evidence=cut_off.evidence,
        carrier_hint=cut_off.carrier_hint,
        greeting_ms=cut_off.greeting_ms,
        replies_made=cut_off.replies_made,
        callback_phrase=cut_off.callback_phrase,
        notes=cut_off.notes,
        switched_to=cut_off.switched_to,
        greeted_ms=cut_off.greeted_ms,
        waiting=Wait(Waiting(cut_off.waiting)),
        doubt=cut_off.doubt,
        promise=cut_off.promise,
        taken_back=TakenBack(lifted, cut_off.taken_back_words),
    )


def come_back(move: Transition, cut_off: Snapshot) -> None:
    """The new stream is open: go on."""
    plan = move.state.plan
    move.wait(Deadline.LONGEST, max(_LEAST_LEFT_MS, plan.timeouts.longest_call - move.now))
    if cut_off.switched_to:
        move.ask_for(SpeakIn(cut_off.switched_to))
    if cut_off.opt_out_phrase:
        _end_an_opt_out(move, cut_off)
    elif move.state.machine is not Machine.NONE:
        _go_on_with_a_machine(move)
    elif move.state.phase is Phase.CLOSING:
        move.change(phase=Phase.TALKING)
        ending.take_leave(move, EndReason.FINISHED, move.state.texts.closing)
    elif move.state.phase is Phase.OPENING:
        move.say(plan.opening, Purpose.OPENING)
    elif move.state.waiting.whom is Waiting.ANOTHER:
        _go_on_waiting(move)
    else:
        _go_on_talking(move)


def _end_an_opt_out(move: Transition, cut_off: Snapshot) -> None:
    """It must be durable before the call ends (law 4): stored twice is stored once."""
    move.change(phase=Phase.TALKING)
    opting_out.opt_out(
        move, cut_off.opt_out_phrase, by_key=cut_off.opt_out_by_key, said_ms=cut_off.opt_out_ms
    )


def _go_on_with_a_machine(move: Transition) -> None:
    machine = move.state.machine
    if machine in (Machine.GREETING, Machine.LEAVING):
        answering_machines.leave_message(move, beeped=False)
    elif machine in (Machine.SCREENING, Machine.STATED):
        answering_machines.state_who_and_why(move)
    elif machine is Machine.ON_HOLD:
        answering_machines.stay_on_the_line(move)
    elif machine is Machine.PROVED:
        ending.end(move, EndReason.VOICEMAIL)
    else:
        ending.end(move, EndReason.MACHINE)


def _go_on_waiting(move: Transition) -> None:
    """Whoever is being fetched has heard nothing yet, not even that it is a machine."""
    waiting.wait_for(move, Waiting.ANOTHER)
    move.say(we_were_cut_off(move.state.language), Purpose.PROMPT)


def _go_on_talking(move: Transition) -> None:
    sorry, state = we_were_cut_off(move.state.language), move.state
    if state.doubt.question is StopQuestion.OPEN:
        opting_out.ask(move, state.doubt.words, first=sorry)
        return
    if confirming_callbacks.stands_open(state):
        confirming_callbacks.say(move, first=sorry)
        return
    if state.transcript and state.transcript[-1].speaker is Speaker.PERSON:
        move.ask(state.transcript[-1].text, floor=Floor.THINKING, first_say=sorry)
        move.change_reply(until=None)
        return
    ours = said_by(state.transcript, Speaker.AGENT)
    again = last_sentence(ours[-1]) if ours else state.plan.opening
    move.say(f"{sorry} {again}", Purpose.REPEAT)
