"""What is done while a person says nothing: the prompts and the leave-taking when they go silent, and waiting for one who
asked for a moment or fetches another; beside it, saying the last thing again.

Music on hold is waited out as well: whatever sounds without a word. How long each silence is: `domain/timeouts.py`, an agent's own; the timer is set by
`transition.py`.
"""

from dataclasses import replace
from typing import Final

from domain.conversations import EndReason
from domain.language.asides import Aside
from domain.language.utterance import Utterance
from domain.transcripts import Speaker, said_by
from media.engine.ending import take_leave
from media.engine.guards import truth_about_us
from media.engine.state import Deadline, Phase, Purpose, Wait, Waiting
from media.engine.transition import Transition

_LONGEST_SOUND_MS: Final = 5_000
"""How long sounds without a word keep a silence from being one, together."""

_LOOK_AGAIN_MS: Final = 400

_SOUND_MS: Final = 3_000
"""A silence in which so much sounded without a word is none: there is music, and nobody listens; chosen by feel."""

_BACK: Final = "The person had asked you to wait and is back now."
_ANOTHER: Final = "Another person has taken the telephone and was greeted like the first one."


def silence(move: Transition) -> None:
    """Nobody has spoken for long: prompt, and after the last prompt take leave."""
    if move.state.sound.is_on and move.state.sound.sounded_ms(move.now) < _LONGEST_SOUND_MS:
        move.wait(Deadline.SILENCE, _LOOK_AGAIN_MS)
        return
    if _sounds_like_music(move):
        hold_on(move)
        return
    if _reassured(move):
        return
    plan = move.state.plan
    if over(move) is not Waiting.NONE:
        move.change(prompts_made=max(move.state.prompts_made, len(plan.timeouts.prompts) - 1))
    if move.state.prompts_made >= len(plan.timeouts.prompts):
        take_leave(move, EndReason.NO_RESPONSE, move.state.texts.silence_goodbye)
        return
    move.change(prompts_made=move.state.prompts_made + 1)
    move.say(move.state.texts.silence_prompt, Purpose.PROMPT)


def obey(move: Transition, asked: Aside) -> None:
    """Do what an aside asks for."""
    if asked is Aside.SAY_AGAIN:
        _say_again(move)
    else:
        wait_for(move, Waiting.ANOTHER if asked is Aside.PASSES_ON else Waiting.MOMENT)


def _say_again(move: Transition) -> None:
    """Our own words once more, from our own text."""
    ours = said_by(move.state.transcript, Speaker.AGENT)
    move.say(move.state.last_said or (ours[-1] if ours else move.state.plan.opening), Purpose.REPEAT)
    move.change_reply(until=move.now)
    move.change(phase=Phase.TALKING)


def wait_for(move: Transition, whom: Waiting) -> None:
    """Be silent until they are back, but for a word that we are there: what they said may have meant something else."""
    move.stop_talking()
    timeouts = move.state.plan.timeouts
    until = move.now + timeouts.moment
    reassures_at = move.now + timeouts.reassurance if timeouts.reassurance < timeouts.moment else None
    move.change(phase=Phase.TALKING, waiting=Wait(whom, until, reassures_at))
    move.to_idle()


def hold_on(move: Transition) -> None:
    """We have been put on hold, by an announcement or with music: nobody listens to what we might say."""
    wait_for(move, Waiting.MOMENT)
    _reassure_no_more(move)
    move.to_idle()


def _reassured(move: Transition) -> bool:
    """Whether the silence that is being waited out is not over: whoever hears it is told that we are there."""
    if move.state.waiting.reassures_at is None:
        return False
    _reassure_no_more(move)
    if _full_of_sound(move):
        move.to_idle()
    else:
        move.say(move.state.texts.reassurance, Purpose.PROMPT)
    return True


def _reassure_no_more(move: Transition) -> None:
    move.change(waiting=replace(move.state.waiting, reassures_at=None))


def over(move: Transition) -> Waiting:
    """Somebody speaks, or the wait has lasted too long: whom we waited for."""
    whom = move.state.waiting.whom
    move.change(waiting=Wait())
    return whom


def somebody_came(move: Transition, waiting: Waiting, said: Utterance) -> bool:
    """Greet whom we were passed on to; False when these words are not theirs, or nobody was fetched."""
    if waiting is not Waiting.ANOTHER or said.nobody_comes:
        return False
    if said.calls_out:
        wait_for(move, Waiting.ANOTHER)
        return True
    _greet_anew(move)
    return True


def tell_the_truth_anew(move: Transition) -> None:
    """The first thing that somebody new asks is whether we are a machine."""
    _greet_anew(move, truth_about_us(move.state.language))


def _greet_anew(move: Transition, first_say: str = "") -> None:
    """Whoever is new has not heard who calls, nor that it is a machine."""
    move.change(notes=(*move.state.notes, _ANOTHER), phase=Phase.OPENING)
    move.say(f"{first_say} {move.state.plan.opening}".strip(), Purpose.OPENING)
    move.change_reply(until=move.now)


def note_about(waiting: Waiting) -> str:
    """What the model is told about a wait that is over; empty where there was none."""
    return "" if waiting is Waiting.NONE else _BACK


def _sounds_like_music(move: Transition) -> bool:
    """Whether a silence was full of sound without a word: we have been put on hold. Nobody who came back from it, once asked, is."""
    state = move.state
    was_asked = state.prompts_made >= len(state.plan.timeouts.prompts)
    return (
        state.waiting.whom is Waiting.NONE
        and bool(state.their_turns)
        and not was_asked
        and _full_of_sound(move)
    )


def _full_of_sound(move: Transition) -> bool:
    return move.state.sound.sounded_ms(move.now) >= _SOUND_MS
