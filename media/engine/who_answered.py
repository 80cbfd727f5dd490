"""Who answered. Unknown counts as a person.

Everything noticed becomes evidence (`media.engine.person_or_machine`), and what all of it says by now is acted upon
(`media.engine.answering_machines`).
It stays open: whatever was taken for a machine may still turn out to be a person.
"""

from typing import Final

from domain.conversations import AnsweredBy, Evidence
from domain.language.person_or_machine_words import OF_A_PERSON, STRONG
from domain.language.utterance import Utterance
from media.audio.line_sounds import Tone
from media.engine import answering_machines
from media.engine import person_or_machine as weighing
from media.engine.actions import Hold, Identify
from media.engine.events import CarrierHint, Hearing
from media.engine.state import QUESTION_MARKS, Deadline, Floor, Machine, Phase, Purpose
from media.engine.transition import Transition

PAUSE_MS: Final = 550
"""How long after the gate closed (itself 300 ms late) a stretch of speech counts as over."""

_GATE_MS: Final = 300
_RECOGNISED_MS: Final = 600  # how late a recogniser knows that a turn is over
_AT_THE_START_MS: Final = 12_000
_CLICK_MS: Final = 120
_FEW_TURNS: Final = 3
_FEW_WORDS: Final = 4
_AFTER_TURN_MS: Final = 1_000
_STATE_AFTER_MS: Final = 300
_HEARD_OUT_MS: Final = 4_000
_PROBE_MS: Final = 1_200  # our audio under way 200 ms, its echo 600 ms, the gate 300 ms
_OPINION_MS: Final = 3_000


def take_hint(move: Transition, hint: CarrierHint) -> None:
    """The carrier gives its opinion; a person who has been talking to us outweighs it."""
    notice(move, *weighing.of_hint(hint, move.now))
    if hint.beeped and move.state.machine is Machine.GREETING:
        answering_machines.leave_message(move, beeped=True)


def hear_tone(move: Transition, tone: Tone) -> None:
    """A tone ended: after a mailbox's beep the message follows, or begins again; others say that nobody is there."""
    if tone.is_beep and tone.lasted_ms < move.state.plan.timeouts.shortest_beep:
        return
    if move.state.machine is Machine.SCREENING and tone.is_beep:
        answering_machines.state_who_and_why(move)
        return
    if move.state.machine is not Machine.STATED:
        notice(move, weighing.of_tone(tone, move.now))
    machine = move.state.machine
    if tone.is_beep and (
        machine is Machine.GREETING or (machine is Machine.LEAVING and not move.state.message_beeped)
    ):
        answering_machines.leave_message(move, beeped=True)


def voice(move: Transition, on: bool) -> None:
    """Somebody began or ceased to speak: stretches with pauses shorter than 0.8 s count as one."""
    if not on:
        move.wait(Deadline.PAUSE, PAUSE_MS)
        return
    move.forget(Deadline.PAUSE)
    if move.state.speech_since is not None or move.now > _AT_THE_START_MS:
        return
    timeouts = move.state.plan.timeouts
    move.change(speech_since=move.now)
    move.wait(Deadline.LONG_GREETING, timeouts.long_greeting)
    move.wait(Deadline.LONG_SOUND, timeouts.long_sound)


def speech_paused(move: Transition) -> None:
    """A stretch of speech is over; people say little when they pick up, then listen."""
    since = move.state.speech_since
    move.change(speech_since=None)
    move.forget(Deadline.LONG_GREETING, Deadline.LONG_SOUND)
    if since is None or move.state.machine is not Machine.NONE:
        return
    lasted_ms = move.now - PAUSE_MS - _GATE_MS - since
    if _CLICK_MS <= lasted_ms <= weighing.SHORT_GREETING_MS:
        notice(move, Evidence(AnsweredBy.PERSON, "short greeting", move.now, weighing.SHORT_GREETING))


def long_greeting(move: Transition) -> None:
    """Somebody has been speaking for long; without words it may be a noise."""
    if _has_understood(move):
        notice(move, Evidence(AnsweredBy.VOICEMAIL, "long greeting", move.now, weighing.LONG_GREETING))


def _has_understood(move: Transition) -> bool:
    theirs = move.state.theirs
    return bool(move.state.their_turns) or (
        theirs is not None and len(theirs.said.text.split()) >= _FEW_WORDS
    )


def long_sound(move: Transition) -> None:
    """It sounds for very long; words that are understood say more than that, so they get more time.

    If it may be our own echo, be silent for a moment and see.
    """
    if _has_talked(move):
        return  # music, or a noisy place: whoever is there has spoken with us
    if not move.state.sound.is_on:
        move.wait(Deadline.LONG_SOUND, PAUSE_MS + 50)  # unless it was over, it goes on by then
        return
    if _has_understood(move) and not move.state.heard_out:
        move.change(heard_out=True)
        move.wait(Deadline.LONG_SOUND, _HEARD_OUT_MS)
        return
    if move.state.theirs is None and move.state.floor is Floor.OURS:
        move.give_floor(Floor.HELD, move.reply)
        move.wait(Deadline.HOLD, _PROBE_MS + 100)
        move.wait(Deadline.LONG_SOUND, _PROBE_MS)
        move.ask_for(Hold())
        return
    notice(
        move,
        Evidence(AnsweredBy.VOICEMAIL, "long greeting", move.now, weighing.LONG_GREETING),
        Evidence(AnsweredBy.VOICEMAIL, "long sound", move.now, weighing.LONG_SOUND),
    )


def listen(move: Transition, hearing: Hearing, said: Utterance) -> bool:
    """Take words as evidence; True when a machine is speaking, so that they are no turn to answer."""
    before = move.state.machine
    if before is Machine.PROVED:
        return True
    if before is Machine.LEAVING:
        return _listen_while_leaving(move, hearing, said)
    if before is Machine.STATED:
        return _listen_for_the_person(move, hearing, said)
    if before is Machine.ON_HOLD:
        return _listen_on_hold(move, hearing, said)
    if before is Machine.NONE and said.holds and _has_talked(move):
        return False
    found = _words(move, hearing, said)
    if before is not Machine.NONE and hearing is Hearing.FINAL:
        if _was_none(move, found):
            answering_machines.it_is_a_person(move)
            return False
        if _is_somebody_new(move, said, found):
            answering_machines.it_is_a_person(move)
            if before is Machine.MENU:
                move.say(move.state.plan.opening, Purpose.OPENING)
            return before is Machine.MENU
    if hearing is not Hearing.FINAL and weighing.rests_on_one_phrase(found):
        return before is not Machine.NONE
    notice(move, *found)
    if move.state.machine is Machine.NONE:
        _wonder(move)
        return False
    _wait_for_its_end(move, hearing)
    return True


def _has_talked(move: Transition) -> bool:
    """A person has spoken with us by now."""
    return bool(move.state.their_turns) and move.state.answered_by is AnsweredBy.PERSON


def _was_none(move: Transition, found: tuple[Evidence, ...]) -> bool:
    """What sounded like a machine in the midst of this turn was a person's, as its end tells."""
    theirs, since = move.state.theirs, move.state.machine_since
    if theirs is None or since is None or theirs.began_ms > since:
        return False
    if not any(each.answered_by is AnsweredBy.PERSON and each.weight >= OF_A_PERSON for each in found):
        return False
    by_now = weighing.find(weighing.with_more(move.state.evidence, *found))
    return by_now.answered_by in (AnsweredBy.PERSON, AnsweredBy.UNKNOWN)


def _words(move: Transition, hearing: Hearing, said: Utterance) -> tuple[Evidence, ...]:
    """The evidence in words: what they are, and that they were a whole turn without a sign of a machine."""
    turns = len(move.state.their_turns)
    if move.state.machine is Machine.NONE and turns >= _FEW_TURNS:
        return ()
    found = weighing.of_words(said, move.now, whole=hearing is Hearing.FINAL)
    of_a_machine = any(each.answered_by is not AnsweredBy.PERSON for each in found)
    if of_a_machine and move.state.machine is Machine.NONE and said.is_one_phrase and _answers_us(move):
        found = tuple(each for each in found if each.answered_by is AnsweredBy.PERSON)
        of_a_machine = False
    if hearing is not Hearing.FINAL:
        return found
    if _was_a_recital(move, said.text, found):
        found = (*found, Evidence(AnsweredBy.VOICEMAIL, weighing.RECITAL, move.now, weighing.RECITED))
    if of_a_machine:
        return found
    weight = weighing.ANSWER if turns and _answers_us(move) else weighing.TURN
    return (*found, Evidence(AnsweredBy.PERSON, f"turn {turns + 1}", move.now, weight))


def _was_a_recital(move: Transition, text: str, found: tuple[Evidence, ...]) -> bool:
    """A long first turn is over, and nothing in it asked for an answer: people who speak for long end with a question."""
    theirs = move.state.theirs
    if theirs is None or move.state.their_turns or text.rstrip().endswith(QUESTION_MARKS):
        return False
    is_long = move.now - _RECOGNISED_MS - theirs.began_ms >= move.state.plan.timeouts.long_greeting
    return is_long and not any(each.answered_by is AnsweredBy.PERSON for each in found)


def _answers_us(move: Transition) -> bool:
    """Whether their turn began after something of ours was heard to its end."""
    theirs = move.state.theirs
    ours = [turn for turn in move.state.transcript if turn not in move.state.their_turns]
    return theirs is not None and any(
        turn.ended_ms <= theirs.began_ms and not turn.interrupted for turn in ours
    )


def _is_somebody_new(move: Transition, said: Utterance, found: tuple[Evidence, ...]) -> bool:
    """A turn that began after the machine was noticed, picks up the telephone and has no sign of a machine."""
    theirs, since = move.state.theirs, move.state.machine_since
    if theirs is None or since is None or theirs.began_ms <= since:
        return False
    if any(each.answered_by is not AnsweredBy.PERSON for each in found):
        return False
    asks = any(each.weight >= OF_A_PERSON for each in found)
    return asks or said.picks_up


def _wait_for_its_end(move: Transition, hearing: Hearing) -> None:
    machine = move.state.machine
    if machine is not Machine.ANNOUNCING:
        move.forget(Deadline.GREETING_END)
    if hearing is not Hearing.FINAL:
        return
    if machine is Machine.GREETING:
        move.wait(Deadline.GREETING_END, move.state.plan.timeouts.greeting_pause)
    else:
        move.wait(Deadline.GREETING_END, _STATE_AFTER_MS if machine is Machine.SCREENING else _AFTER_TURN_MS)


def _wonder(move: Transition) -> None:
    """From the first understood word on, it should soon be known who speaks; if it is not, the model is asked, once."""
    after_ms = move.state.plan.timeouts.who_speaks
    if after_ms and not move.state.asked_who and Deadline.WHO not in move.state.deadlines:
        move.wait(Deadline.WHO, after_ms)


def still_open(move: Transition) -> None:
    """The words do not tell who speaks: let the model have a look at them while we go on."""
    theirs = move.state.theirs
    said = [turn.text for turn in move.state.their_turns] + ([theirs.said.text] if theirs is not None else [])
    words = " ".join(said)
    if not _is_open(move) or len(words.split()) < _FEW_WORDS:
        return
    move.change(asked_who=True)
    move.wait(Deadline.IDENTITY, _OPINION_MS)
    move.ask_for(Identify(words))


def identified(move: Transition, answered_by: AnsweredBy) -> None:
    """The model's opinion is one more sign; late, or once it is known who speaks, it is none."""
    in_time = Deadline.IDENTITY in move.state.deadlines
    move.forget(Deadline.IDENTITY)
    if not in_time or not _is_open(move):
        return
    notice(move, *weighing.of_model(answered_by, move.now))
    if move.state.machine is not Machine.NONE and move.state.theirs is None:
        _wait_for_its_end(move, Hearing.FINAL)


def _is_open(move: Transition) -> bool:
    """Neither a person nor a machine leads by now."""
    state = move.state
    if state.machine is not Machine.NONE or state.phase in (Phase.CLOSING, Phase.ENDED):
        return False
    return weighing.find(state.evidence).answered_by is AnsweredBy.UNKNOWN


def _listen_while_leaving(move: Transition, hearing: Hearing, said: Utterance) -> bool:
    """During our message: the greeting's own late words mean nothing, more greeting restarts us, others are a person."""
    theirs = move.state.theirs
    if theirs is not None and theirs.overtaken:
        return True
    if _is_a_machines(said):
        move.stop_talking()
        move.forget(Deadline.PROOF)  # what was said into the greeting is no message
        move.change(machine=Machine.GREETING)
        move.wait(Deadline.BEEP, move.state.plan.timeouts.beep_wait)
        _wait_for_its_end(move, hearing)
        return True
    if len(said.text.split()) < 2 and hearing is not Hearing.FINAL:
        return True
    answering_machines.it_is_a_person(move)
    return False


def _listen_for_the_person(move: Transition, hearing: Hearing, said: Utterance) -> bool:
    """Who and why has been said: the screening's own words mean nothing, others are the person's, who is greeted.

    A person who does not want to talk may send us to the mailbox.
    """
    theirs = move.state.theirs
    if theirs is not None and theirs.overtaken:
        return True
    if _is_a_mailboxs(said):
        _put_through_to_a_mailbox(move, hearing)
    elif hearing is Hearing.FINAL and not _is_a_machines(said):
        answering_machines.it_is_a_person(move)
        if not said.opts_out:
            move.say(move.state.plan.opening, Purpose.OPENING)
    return True


def _listen_on_hold(move: Transition, hearing: Hearing, said: Utterance) -> bool:
    """The announcement goes on, in one language and the next, or the person is back and is greeted; or a mailbox takes over."""
    if _is_a_mailboxs(said) and not said.holds:
        _put_through_to_a_mailbox(move, hearing)
    elif hearing is Hearing.FINAL and _is_back(move, said):
        answering_machines.it_is_a_person(move)
        if not said.opts_out:
            move.say(move.state.plan.opening, Purpose.OPENING)
    return True


def _is_back(move: Transition, said: Utterance) -> bool:
    """Whether somebody speaks to us who was on another call."""
    found = weighing.of_words(said, move.now, whole=True)
    first_word = said.of(said.text.split()[0])
    speaks_to_us = first_word.picks_up or said.opts_out or said.text.endswith(QUESTION_MARKS)
    of_a_machine = any(each.answered_by is not AnsweredBy.PERSON for each in found)
    return _is_somebody_new(move, said, found) or (speaks_to_us and not of_a_machine)


def _put_through_to_a_mailbox(move: Transition, hearing: Hearing) -> None:
    evidence = move.state.evidence
    move.change(evidence=(*evidence, weighing.mailbox_after_all(evidence, move.now)))
    answering_machines.it_is_a_machine(move)
    _wait_for_its_end(move, hearing)


def _is_a_mailboxs(said: Utterance) -> bool:
    """Whether a phrase of these is of a mailbox's greeting; single words are no sign."""
    return any(each.answered_by is AnsweredBy.VOICEMAIL and each.weight >= STRONG for each in said.signs)


def _is_a_machines(said: Utterance) -> bool:
    return any(each.answered_by is not AnsweredBy.PERSON for each in said.signs)


def notice(move: Transition, *noticed: Evidence) -> None:
    """Keep this evidence, and act on what all of it says by now."""
    before = move.state.evidence
    move.change(evidence=weighing.with_more(before, *noticed))
    if move.state.evidence == before or move.state.phase in (Phase.CLOSING, Phase.ENDED):
        return
    answered_by = weighing.find(move.state.evidence).answered_by
    if answered_by is AnsweredBy.UNKNOWN:
        return
    if answered_by is AnsweredBy.PERSON:
        _probably_a_person(move)
    elif answered_by is not move.state.answered_by or move.state.machine is Machine.NONE:
        answering_machines.take_for(move, answered_by)


def _probably_a_person(move: Transition) -> None:
    if move.state.machine is Machine.NONE and move.state.answered_by is not AnsweredBy.PERSON:
        move.change(answered_by=AnsweredBy.PERSON)
