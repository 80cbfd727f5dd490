"""What the person says and when: interruptions, the end of their turn, and the answer that is prepared for it.

That a turn has ended the recogniser says, by how sure it is or after how much silence: providers/speech/deepgram_flux.py, deepgram_nova.py
(where the line's own silence is heard first: media/audio/silence_endpointing.py),
openai_transcription.py, of the realtime engine providers/speech_to_speech/realtime_configuration.py. Only dictation waits longer
(dictating.py).
What cuts us short: barge_in.py; words that come late: unread.py.
"""

from dataclasses import replace
from typing import Final

from domain.conversations import AnsweredBy, EndReason
from domain.language.utterance import Utterance
from domain.transcripts import Speaker, Turn
from media.engine import (
    barge_in,
    confirming_callbacks,
    dictating,
    echo,
    language_changes,
    opting_out,
    waiting,
    who_answered,
)
from media.engine.actions import Release
from media.engine.ending import is_taken_back, take_back, take_leave
from media.engine.endless_talk import goes_in_circles, is_used_up, only_hums
from media.engine.events import Hearing
from media.engine.guards import Guard, guard, truth_about_us
from media.engine.reply_clauses import same_words, words_after
from media.engine.replying import run_tools
from media.engine.state import Conversation, Deadline, Floor, Machine, Phase, Purpose, Reply, Speech, Waiting
from media.engine.transition import FILLER_MS, FIRST_WORDS_MS, TOOL_FILLER_MS, TURN_WAIT_MS, Transition

_OUR_TURN = (Floor.OURS, Floor.HELD)

_MOST_GUESSES: Final = 4
"""So often in a turn a reply is prepared before its end is certain; each costs a question to the model."""

_MOST_IDLE_HOLDS: Final = 2
"""So often we hold back for sounds without words; music or a noisy place would stop us again and again."""


def voice(move: Transition, on: bool) -> None:
    """The line's energy changed: a candidate for an interruption, confirmed only by words."""
    move.change(sound=move.state.sound.turned(on, move.now))
    if not on or move.state.waiting.whom is Waiting.NONE:
        who_answered.voice(move, on)
    if on and move.state.idle_holds < _MOST_IDLE_HOLDS:
        barge_in.hold_back(move)


def words(move: Transition, hearing: Hearing, text: str, language: str | None = None) -> None:
    """The recogniser's news about the person's turn; language: of all of it, None if unknown."""
    if move.state.phase is Phase.ENDED:
        return
    said = move.state.utterance(text.strip())
    if hearing is Hearing.FINAL:
        said = echo.without_ours(move, said if said.text else _demanded(move.state), final=True)
        _turn_ended(move, said, language)
        return
    said = echo.without_ours(move, said, final=False)
    if not said.text and hearing is not Hearing.RESUMED:
        return  # Flux sends empty updates while nobody speaks
    _note_their_turn(move, hearing, said)
    if hearing is Hearing.RESUMED:
        _resumed(move)
    elif who_answered.listen(move, hearing, said):
        return
    elif hearing is Hearing.EAGER:
        _guess_reply(move, said)
    else:
        _they_speak(move, said)


def _demanded(state: Conversation) -> Utterance:
    """What was understood of a turn that ends without words was none, unless it was a demand for no more calls."""
    theirs = state.theirs
    return theirs.said if theirs is not None and theirs.opts_out else state.utterance("")


def _note_their_turn(move: Transition, hearing: Hearing, said: Utterance) -> None:
    theirs = move.state.theirs
    if theirs is None or (hearing is Hearing.STARTED and not theirs.before):
        since = move.state.sound.since
        began_ms = move.now if since is None else since
        theirs = Speech(began_ms, unbroken_since=began_ms)
    elif hearing is Hearing.RESUMED:
        theirs = replace(theirs, unbroken_since=move.now)
    move.change(theirs=replace(theirs, said=said if said.text else theirs.said), idle_holds=0)
    if Deadline.DICTATION in move.state.deadlines:
        move.forget(Deadline.DICTATION)


def _they_speak(move: Transition, said: Utterance) -> None:
    if move.state.end_reason is EndReason.NO_RESPONSE and is_taken_back(move.state, said):
        take_back(move)
    floor, reply = move.state.floor, move.state.reply
    if move.state.phase is Phase.CLOSING or floor is Floor.EAGER:
        return
    if reply is None:
        move.to_theirs()
    elif barge_in.is_overtaken(move, reply, said) or barge_in.is_interruption(move, reply, said):
        barge_in.interrupt(move)


def _resumed(move: Transition) -> None:
    """They go on speaking: the reply we guessed at is worth nothing."""
    if move.state.floor is Floor.EAGER:
        move.stop_talking()
        move.to_theirs()


def _guess_reply(move: Transition, said: Utterance) -> None:
    """Their turn will probably end like this: have the reply ready, unheard."""
    if move.state.phase is not Phase.TALKING or _needs_no_model(move, said):
        return
    theirs = move.state.theirs
    if is_used_up(move.state) or (theirs is not None and theirs.guesses >= _MOST_GUESSES):
        return
    if move.state.floor in (Floor.IDLE, Floor.THEIRS):
        if theirs is not None:
            move.change(theirs=replace(theirs, guesses=theirs.guesses + 1))
        move.ask(said.text, floor=Floor.EAGER)
        move.wait(Deadline.TURN, TURN_WAIT_MS)


def _needs_no_model(move: Transition, said: Utterance) -> bool:
    fetched = move.state.waiting.whom is Waiting.ANOTHER
    theirs = move.state.theirs
    if theirs is not None and (theirs.before or dictating.is_dictated(move.state, said.text)):
        return True
    return fetched or _asks_the_rules(said) or opting_out.will_ask(move.state, said)


def _asks_the_rules(said: Utterance) -> bool:
    """Whether these words want something that is done without the model."""
    return said.holds or (guard(said) or said.aside or said.asked_language) is not None


def _turn_ended(move: Transition, said: Utterance, language: str | None = None) -> None:
    theirs = move.state.theirs
    if not said.text:
        if theirs is None or not theirs.before:
            _nothing_was_said(move)
        return
    if theirs is None:
        said = _what_is_new(move, said)
        if not said.text:
            return
    theirs = theirs or Speech(move.now, unbroken_since=move.now)
    theirs = replace(theirs, said=said)
    if not theirs.opts_out and dictating.waits_for_more(move, theirs):
        return
    take_turn(move, theirs.all_said, theirs, language=language)


def _what_is_new(move: Transition, said: Utterance) -> Utterance:
    """The end of a turn that was taken already, perhaps before all of its words were known: nobody has begun to speak
    since, and we have not been heard. What the rules act on stays whole."""
    last = move.state.transcript[-1:]
    rest = words_after(said.text, last[0].text) if last and last[0].speaker is Speaker.PERSON else None
    return said if rest is None or (rest and _asks_the_rules(said)) else said.of(rest)


def take_turn(
    move: Transition,
    said: Utterance,
    theirs: Speech,
    later: Speech | None = None,
    *,
    language: str | None = None,
) -> None:
    """Their turn is over and says this, in this language if that is known; later: what they have been saying since."""
    move.change(theirs=theirs)
    is_machine = who_answered.listen(move, Hearing.FINAL, said)
    ended_ms = move.now if theirs.ended_ms is None else theirs.ended_ms
    turn = Turn(Speaker.PERSON, said.text, _beginning(move.state, theirs, ended_ms), ended_ms)
    if move.state.phase is Phase.ENDED:
        move.add_turn(turn)
        return
    move.change(theirs=later)
    move.add_turn(turn)
    if not is_machine and is_taken_back(move.state, said):
        take_back(move)
    talks = not is_machine and move.state.phase is not Phase.CLOSING
    if talks:
        language_changes.follow(move, said, language)
    said = said.held_in(move.state.language)
    demand = Guard.OPT_OUT if theirs.opts_out else guard(said)
    if demand is Guard.OPT_OUT:
        opting_out.opt_out(move, said.text)
    elif not is_machine and opting_out.is_taken_back(move.state, said):
        opting_out.take_back(move, said.text)
    elif (
        talks and not opting_out.asks_or_answers(move, said) and not confirming_callbacks.answers(move, said)
    ):
        _person_said(move, said, theirs, demand)


def _beginning(state: Conversation, theirs: Speech, ended_ms: int) -> int:
    """When their turn began: a sound that was there before we spoke, or before their last turn ended, tells nothing."""
    sounding = [reply.began_ms for reply in (state.cut, state.reply) if reply is not None]
    earlier = [
        turn.began_ms if turn.interrupted else turn.ended_ms
        for turn in state.transcript
        if turn.ended_ms <= ended_ms and (turn.speaker is Speaker.PERSON or turn.began_ms > theirs.began_ms)
    ]
    earlier += [began_ms + 1 for began_ms in sounding if began_ms is not None and began_ms < ended_ms]
    return max(theirs.began_ms, *earlier, 0)


def _nothing_was_said(move: Transition) -> None:
    move.change(theirs=None)
    if move.state.floor is Floor.THEIRS and move.state.machine is Machine.NONE:
        move.to_idle()


def _person_said(move: Transition, said: Utterance, theirs: Speech, demand: Guard | None) -> None:
    move.change(answered_by=AnsweredBy.PERSON, prompts_made=0, filled=False)
    move.forget(Deadline.LONG_GREETING, Deadline.FILLER)
    reply = move.state.reply
    if reply is not None and not reply.unread:
        if _leaves_us_the_floor(move, reply, theirs, said):
            return
        if move.state.floor in _OUR_TURN:
            _talked_over(move, reply)
    _obey_or_answer(move, said, demand)


def _leaves_us_the_floor(move: Transition, reply: Reply, theirs: Speech, said: Utterance) -> bool:
    if reply.purpose is Purpose.OPENING and reply.began_ms is None:
        return not _asks_the_rules(said)
    if move.state.floor in _OUR_TURN and (_ends_with(reply) or barge_in.picks_up(move, reply, said, theirs)):
        return True
    return move.state.floor is not Floor.EAGER and barge_in.only_listens(reply, said)


def _ends_with(reply: Reply) -> bool:
    """It says goodbye already."""
    return reply.hangs_up and not reply.says_nothing


def _obey_or_answer(move: Transition, said: Utterance, demand: Guard | None) -> None:
    """Do at once what the rules demand; anything else is answered by the model."""
    waited_for = waiting.over(move)
    if demand is Guard.WANTS_END:
        take_leave(move, EndReason.FINISHED, move.state.texts.closing)
    elif demand is Guard.ROBOT_QUESTION and waited_for is Waiting.ANOTHER:
        waiting.tell_the_truth_anew(move)
    elif demand is Guard.ROBOT_QUESTION:
        _tell_the_truth(move, said.text)
    elif goes_in_circles(move.state):
        take_leave(move, EndReason.MACHINE, move.state.texts.closing)
    elif is_used_up(move.state):
        take_leave(move, EndReason.TOO_LONG, move.state.texts.closing)
    elif only_hums(move.state):
        take_leave(move, EndReason.NO_RESPONSE, move.state.texts.silence_goodbye)
    elif said.holds:
        waiting.hold_on(move)
    elif said.aside is not None:
        waiting.obey(move, said.aside)
    elif not waiting.somebody_came(move, waited_for, said) and not dictating.say_back(move, said.text):
        _answer(move, said.text, waiting.note_about(waited_for))


def _talked_over(move: Transition, reply: Reply) -> None:
    """Their short answer came in our last second: ours counts as heard, and plays out; a longer rest is cut."""
    if not reply.ending:
        barge_in.interrupt(move)
        return
    move.agent_said(reply, reply.text, interrupted=False)
    move.change(phase=Phase.TALKING)
    move.give_floor(Floor.IDLE)


def _tell_the_truth(move: Transition, text: str) -> None:
    move.stop_talking()
    note = "The person asked whether you are a machine and has just been told the truth; go on from there."
    move.ask(text, floor=Floor.THINKING, first_say=truth_about_us(move.state.language), note=note)
    move.change(phase=Phase.TALKING)


def _answer(move: Transition, text: str, note: str) -> None:
    reply = move.state.reply
    if move.state.unread or move.state.theirs is not None:
        _let_them_go_on(move)
        return
    if reply is not None and reply.unread and not note:
        move.change_reply(unread=False, answers=text)
        if move.state.floor is Floor.EAGER:
            release_guess(move, until=reply.until)
        return
    if move.state.floor is Floor.EAGER and reply is not None and same_words(reply.answers, text):
        move.change_reply(answers=text)  # whatever its case and punctuation were: this is what was said
        release_guess(move, until=move.now)
        return
    move.stop_talking()
    move.change(phase=Phase.TALKING)
    move.ask(text, floor=Floor.THINKING, note=note)


def _let_them_go_on(move: Transition) -> None:
    """They have said more since, or are saying it: that is answered."""
    if move.state.theirs is not None and move.state.floor is Floor.IDLE:
        move.to_theirs()


def release_guess(move: Transition, until: int | None) -> None:
    """What was prepared may be heard; their turn ended at until."""
    reply = replace(move.reply, released=True, until=until)
    move.give_floor(Floor.THINKING, reply)
    move.wait(Deadline.REPLY, FIRST_WORDS_MS)
    move.ask_for(Release(reply.number))
    move.expect_words(TOOL_FILLER_MS if reply.tools else FILLER_MS)
    run_tools(move)


def dictation_paused(move: Transition) -> None:
    """What was dictated is all there is."""
    theirs = move.state.theirs
    if theirs is not None and theirs.words and not dictating.still_sounds(move):
        take_turn(move, theirs.all_said, theirs)


def typed(move: Transition, digits: str) -> None:
    """An answer by keys: it is whole, with what was dictated before them."""
    theirs = move.state.theirs
    if move.state.phase is Phase.ENDED:
        return
    if theirs is not None and theirs.before:
        take_turn(move, move.state.utterance(f"{theirs.before} {digits}"), theirs)
    else:
        take_turn(move, move.state.utterance(digits), Speech(move.now, unbroken_since=move.now))


def turn_end_was_lost(move: Transition) -> None:
    """The recogniser fell silent in the middle of a turn: take what there is."""
    theirs = move.state.theirs
    if theirs is not None and theirs.words:
        take_turn(move, theirs.all_said, theirs)
    elif theirs is not None and theirs.unread and move.state.sound.is_on:
        move.to_theirs()  # they are still speaking
    else:
        move.stop_talking()
        move.to_idle()
