"""A reply from the model's first token to its last played frame; its tools; what happens when it fails."""

from dataclasses import replace
from typing import Final

from domain.conversations import EndReason
from domain.knowledge import Passage
from domain.scripts import short_line
from domain.transcripts import Turn
from domain.vendors import VendorKind
from media.engine import answering_machines, confirming_callbacks, menus, opting_out
from media.engine.actions import Complete, LookUp, Speak
from media.engine.ending import end, linger, take_leave
from media.engine.events import END_CALL, LOOK_UP, NOTE_CALLBACK, STOP_CALLING, Part, ToolCall
from media.engine.guards import ask_to_repeat, it_is_noted
from media.engine.knowledge_lookup import go_on_with, looks_up, will_look_up
from media.engine.latency_spans import heard_from, stamp
from media.engine.output_guard import said_instead
from media.engine.reply_clauses import next_clause
from media.engine.state import QUESTION_MARKS, Deadline, Floor, Machine, Phase, Purpose, Reply, Unasked
from media.engine.transition import FIRST_WORDS_MS, MARK_WAIT_MS, REPLY_WAIT_MS, TOOL_FILLER_MS, Transition

_NOTED: Final = "Noted: the person wants to be called at another time."
_MOST_FAILURES: Final = 2
_EARLY_MS: Final = 2_500
_GOES_ON_MS: Final = 3_000  # silence in mid-sentence that a person bears; models that write again pause less
_SECOND_TRY_MS: Final = 3_000  # so long at least, by feel
_CONFIRM: Final = (
    "Tell the person in one sentence that this is noted; where they named no exact day and time, ask for it."
)


def model_text(move: Transition, number: int, text: str) -> None:
    """More of the model's text: give whole clauses to the voice."""
    reply = move.current(number)
    if reply is None or reply.complete or reply.purpose is Purpose.CHOICE:
        return
    spans = stamp(reply.spans, "first_token", move.now)
    reply = move.change_reply(text=reply.text + text, unspoken=reply.unspoken + text, spans=spans)
    while (split := next_clause(reply.unspoken, first=_voiced(reply) == reply.filler)) is not None:
        clause, rest = split
        if _withheld(move, reply, clause):
            return
        spans = stamp(reply.spans, "first_clause", move.now)
        reply = move.change_reply(unspoken=rest, clauses=reply.clauses + 1, spans=spans)
        move.ask_for(Speak(number, clause))
    _still_working(move)


def model_spoke(move: Transition, number: int, text: str) -> None:
    """More of a reply that the model speaks by itself, as one clause."""
    reply = move.current(number)
    if reply is None or reply.complete or reply.purpose is Purpose.CHOICE:
        return
    spans = stamp(stamp(reply.spans, "first_token", move.now), "first_audio", move.now)
    clauses = reply.clauses + (not reply.voiced)
    move.change_reply(text=reply.text + text, clauses=clauses, voiced=True, spans=spans)
    if instead := said_instead(move.state, move.reply):
        move.say(instead, Purpose.ANSWER)
        return
    _still_working(move)


def tool_called(move: Transition, call: ToolCall) -> None:
    """The model wants something done; it waits until the reply is released."""
    reply = move.current(call.reply)
    if reply is None:
        return
    if reply.purpose is Purpose.CHOICE:
        menus.chosen(move, call)
        return
    if call.name == LOOK_UP and not will_look_up(move.state.plan, reply, call):
        return
    move.change_reply(tools=(*reply.tools, call))
    if reply.released:
        if reply.says_nothing:
            move.expect_words(TOOL_FILLER_MS)
        run_tools(move)


def run_tools(move: Transition) -> None:
    """Do what a released reply asked for."""
    for call in move.reply.tools:
        if call.name == NOTE_CALLBACK and call.argument.strip():
            # The words themselves stand in the transcript; in a note of ours they would instruct the model.
            move.note(_NOTED)
            move.change_reply(noted=True)
            confirming_callbacks.wished(
                move, short_line(call.argument), call.moment, ends_call=move.reply.ends_call
            )
        elif call.name == END_CALL:
            move.change_reply(ends_call=True)
            confirming_callbacks.ends_call(move)
        elif call.name == STOP_CALLING and opting_out.model_heard(move, short_line(call.argument)):
            return
        elif call.name == LOOK_UP:
            move.change_reply(looking=True)
            move.ask_for(LookUp(call.reply, call.argument.strip()))
    reply = move.change_reply(tools=())
    if reply.complete and reply.says_nothing:
        _nothing_to_say(move, reply)


def model_done(move: Transition, number: int) -> None:
    """The model's text is complete."""
    reply = move.current(number)
    if reply is None or reply.complete:
        return
    if reply.purpose is Purpose.CHOICE:
        menus.go_on_listening(move)
        return
    if not _speak_rest(move, reply):
        return
    if looks_up(reply):
        move.change_reply(text=f"{reply.text} ")
        return
    if reply.released and reply.says_nothing:
        _nothing_to_say(move, reply)
        return
    reply = move.change_reply(complete=True)
    move.ask_for(Complete(number))
    if reply.released:
        _still_working(move)


def _withheld(move: Transition, reply: Reply, clause: str) -> bool:
    """Whether this clause must not be said: what is said instead ends the reply, whatever else the model writes."""
    instead = said_instead(move.state, reply, clause)
    if not instead:
        return False
    text = f"{_voiced(reply)} {instead}".strip()
    spans = stamp(reply.spans, "first_clause", move.now)
    move.change_reply(text=text, unspoken="", clauses=reply.clauses + 1, complete=True, spans=spans)
    move.ask_for(Speak(reply.number, instead), Complete(reply.number))
    _still_working(move)
    return True


def _voiced(reply: Reply) -> str:
    """What the voice was given of it."""
    return reply.text.removesuffix(reply.unspoken).strip()


def _speak_rest(move: Transition, reply: Reply) -> bool:
    """The model writes no more for now; False where the reply has come to its end by that."""
    rest = reply.unspoken.strip()
    if rest and _withheld(move, reply, rest):
        return False
    if rest:
        spans = stamp(reply.spans, "first_clause", move.now)
        move.change_reply(unspoken="", clauses=reply.clauses + 1, spans=spans)
        move.ask_for(Speak(reply.number, rest))
    else:
        move.change_reply(unspoken="")
    return True


def found(move: Transition, number: int, passages: tuple[Passage, ...]) -> None:
    """What was looked up is here: the model goes on with its reply."""
    reply = move.current(number)
    if reply is None or not reply.looking or reply.complete:
        return
    if not _speak_rest(move, reply):
        return
    move.change(reply=go_on_with(move.reply, passages))
    move.ask_the_model(Unasked())
    _still_working(move)


def _nothing_to_say(move: Transition, reply: Reply) -> None:
    if confirming_callbacks.is_due(move.state):
        confirming_callbacks.say(move)
    elif reply.ends_call:
        take_leave(move, EndReason.FINISHED, move.state.texts.closing)
    elif reply.noted and not reply.confirms:
        _ask_again(move, reply, _CONFIRM)
        move.change_reply(confirms=True)
    else:
        _failed(move, reply)


def first_audio(move: Transition, number: int) -> None:
    """The first sound of one more clause is here."""
    reply = move.current(number)
    if reply is not None:
        move.change_reply(spans=stamp(reply.spans, "first_audio", move.now))


def synthesised(move: Transition, number: int, audio_ms: int) -> None:
    """One more clause is audio now."""
    first_audio(move, number)
    reply = move.current(number)
    if reply is not None:
        move.change_reply(audio_ms=reply.audio_ms + audio_ms, clauses_ready=reply.clauses_ready + 1)
        _still_working(move)


def began(move: Transition, number: int) -> None:
    """The reply is on the wire."""
    reply = move.current(number)
    if reply is None:
        return
    if reply.purpose is Purpose.OPENING and move.state.greeting_ms is None:
        move.change(greeting_ms=move.now)
    theirs = move.state.their_turns
    spans = heard_from(
        reply.spans,
        move.now,
        until=reply.until,
        voice_until=move.state.sound.until,
        since=theirs[-1].began_ms if theirs else move.now,
    )
    deadlines = move.state.deadlines
    move.give_floor(Floor.OURS, replace(reply, began_ms=move.now, spans=spans))
    if reply.filler and Deadline.REPLY in deadlines:
        move.wait(Deadline.REPLY, deadlines[Deadline.REPLY] - move.now)  # the model's time goes on
    _still_working(move)


def _still_working(move: Transition) -> None:
    """There was progress; once all audio is known, so is the time by which it must have been played."""
    reply = move.reply
    if move.state.floor not in (Floor.THINKING, Floor.OURS) or (reply.filler and reply.says_nothing):
        return
    if reply.began_ms is None:
        move.wait(Deadline.REPLY, REPLY_WAIT_MS)
    elif reply.complete and reply.clauses_ready >= reply.clauses:
        ends_ms = max(reply.began_ms + reply.audio_ms, move.now)
        move.wait(Deadline.REPLY, ends_ms + MARK_WAIT_MS - move.now)
    elif reply.clauses_ready >= reply.clauses:
        left_ms = max(0, reply.began_ms + reply.audio_ms - move.now)
        move.wait(Deadline.REPLY, left_ms + _GOES_ON_MS)
    else:
        move.wait(Deadline.REPLY, reply.audio_ms + REPLY_WAIT_MS)


def ending(move: Transition, number: int) -> None:
    """Its last second has begun."""
    if move.current(number) is not None:
        move.change_reply(ending=True)


def played(move: Transition, number: int, *, proved: bool = True) -> None:
    """All of it was heard."""
    reply = move.current(number)
    if reply is None or reply.began_ms is None:
        return
    move.agent_said(reply, reply.text, interrupted=False)
    _after(move, reply, proved)


def _after(move: Transition, reply: Reply, proved: bool) -> None:
    if reply.purpose is Purpose.MESSAGE:
        move.give_floor(Floor.IDLE)
        answering_machines.message_played(move, proved=proved)
        return
    if reply.purpose in (Purpose.STATEMENT, Purpose.KEYS):
        move.give_floor(Floor.IDLE)
        return
    if reply.purpose is Purpose.ANSWER:
        move.change(failures=0)
    if confirming_callbacks.is_due(move.state) and move.state.theirs is None:
        confirming_callbacks.say(move)
        return
    if reply.hangs_up:
        move.change(phase=Phase.CLOSING, end_reason=move.state.end_reason or EndReason.FINISHED)
        linger(move)
        return
    move.change(phase=Phase.TALKING)
    early = _early_answer(move, reply)
    if move.state.theirs is not None:
        move.to_theirs()
    elif early:
        move.ask(early, floor=Floor.THINKING)
    else:
        move.to_idle()


def _early_answer(move: Transition, reply: Reply) -> str:
    """What was said before it could be answered: while the opening was still to begin, or the "yes" that came before our
    question's last second and looked like a listener's; empty for none."""
    said = move.state.their_turns[-1:]
    if (
        said
        and reply.purpose is Purpose.OPENING
        and (early := _said_before_the_opening(move, reply, said[0]))
    ):
        return early
    if not said or not reply.text.rstrip().endswith(QUESTION_MARKS):
        return ""
    (turn,) = said
    is_of_its_end = turn.ended_ms > max(move.now - _EARLY_MS, reply.began_ms or 0)
    return turn.text if is_of_its_end and move.state.utterance(turn.text).only_listens else ""


def _said_before_the_opening(move: Transition, reply: Reply, turn: Turn) -> str:
    said = move.state.utterance(turn.text)
    came_first = move.state.greeted_ms < turn.ended_ms <= (reply.began_ms or 0)
    needs_answer = not (said.picks_up or said.only_listens)
    return turn.text if came_first and needs_answer else ""


def no_progress(move: Transition) -> None:
    """The reply's time is up: too slow counts as failed, and a mark that never came as played without proof."""
    reply = move.reply
    if reply.began_ms is not None and reply.complete and reply.clauses_ready >= reply.clauses:
        played(move, reply.number, proved=False)
    elif reply.purpose is Purpose.ANSWER and reply.says_nothing and not reply.noted:
        _kept_waiting(move, reply)
    else:
        writes = reply.purpose in (Purpose.ANSWER, Purpose.CHOICE) and not reply.complete
        failed(move, Part.MODEL if writes else Part.SPEECH, reply.number)


def _kept_waiting(move: Transition, reply: Reply) -> None:
    """The model has been asked twice by now, and the person waits no longer for a third time."""
    move.change(failures=max(1, move.state.failures))
    _failed(move, reply)


def failed(move: Transition, part: Part, number: int) -> None:
    """Something failed for good."""
    if move.state.phase is Phase.ENDED:
        return
    if part is Part.RECOGNISER:
        if move.state.machine is Machine.NONE:
            move.change(failing=VendorKind.RECOGNISER)
            take_leave(move, EndReason.BROKEN, move.state.texts.closing)
        return
    reply = move.current(number)
    if reply is not None:
        _failed(move, reply, VendorKind.SYNTHESISER if part is Part.SPEECH else VendorKind.MODEL)


def _failed(move: Transition, reply: Reply, what: VendorKind = VendorKind.MODEL) -> None:
    move.change(failing=what)
    if move.state.floor is Floor.EAGER:
        move.stop_talking()
        move.to_theirs()
        return
    if reply.purpose is Purpose.CHOICE:
        end(move, EndReason.MACHINE)
        return
    if reply.noted and reply.says_nothing:
        move.say(it_is_noted(move.state.language), Purpose.ANSWER)
        return
    voiced = _voiced(reply)
    has_begun = reply.began_ms is not None and voiced != reply.filler
    if has_begun and not reply.complete and reply.clauses_ready >= reply.clauses:
        move.change_reply(text=voiced, unspoken="", complete=True)
        move.ask_for(Complete(reply.number))
        move.wait(Deadline.REPLY, reply.audio_ms + MARK_WAIT_MS)
        return
    move.change(failures=move.state.failures + 1)
    failures = move.state.failures
    if reply.purpose is not Purpose.ANSWER or failures > _MOST_FAILURES:
        _give_up(move, reply)
    elif failures == 1 and not has_begun:
        _ask_again(move, reply)
    else:
        move.say(ask_to_repeat(move.state.language), Purpose.REPEAT)


def _ask_again(move: Transition, reply: Reply, note: str = "") -> None:
    """Once more; what is heard already of the reply, its filler, is heard to its end."""
    left_ms = FIRST_WORDS_MS if reply.until is None else reply.until + FIRST_WORDS_MS - move.now
    left_ms = max(_SECOND_TRY_MS, left_ms)
    if reply.began_ms is not None:
        move.change_reply(text=f"{reply.filler} ", unspoken="")
        move.wait(Deadline.REPLY, left_ms)
        move.ask_the_model(Unasked(note=note))
        return
    move.stop_talking()
    move.ask(reply.answers, floor=Floor.THINKING, note=note, again=reply)
    move.change_reply(until=reply.until)
    move.wait(Deadline.REPLY, left_ms)


def _give_up(move: Transition, reply: Reply) -> None:
    """A fixed phrase that cannot be spoken, or one failure too many: nothing more can be said."""
    if reply.purpose is Purpose.ANSWER:
        take_leave(move, EndReason.BROKEN, move.state.texts.closing)
    else:
        end(move, EndReason.VOICEMAIL if reply.purpose is Purpose.MESSAGE else EndReason.BROKEN)
