"""Our own words coming back on the line: an echo, or a loudspeaker beside the microphone. Pure.

An echo is known by its words: they are ours, in our order, and come while we say them or a moment after, though the
voice gate, for which an echo is too quiet, hears nobody. Only on a line that is known to echo are words of ours taken
out of a turn in which somebody was loud: people do repeat what they were asked.
"""

from difflib import SequenceMatcher
from typing import Final

from domain.language.phrases import plain_words
from domain.language.utterance import Utterance
from media.engine.state import Conversation, Spoken
from media.engine.transition import Transition

_LATE_MS: Final = 2_000
"""How long after it was said a word may be recognised in an echo: 0.6 s under way, the rest in the recogniser."""

_WORD_MS: Final = 350
_CHARACTER_MS: Final = 62
_SLACK: Final = 20  # characters
_LONGEST: Final = 120
"""In words: whoever says more at a time is no echo, and likeness takes the cube of their number to find."""

_MOST_OURS: Final = 3
_SURE: Final = 4
_ALIKE: Final = 0.75
_HALF: Final = 0.5


def without_ours(move: Transition, said: Utterance, *, final: bool) -> Utterance:
    """The words that are the person's own; empty when all of them are, or before a turn's end may be, an echo of ours."""
    state, is_somebody_loud = move.state, _is_somebody_loud(move.state)
    if is_somebody_loud and not state.line_echoes:
        return said
    heard = said.words.split()
    ours = _lately_said(state, move.now, len(heard))
    if not heard or len(heard) > _LONGEST or not ours or (is_somebody_loud and said.opts_out_so_far):
        return said
    if not is_somebody_loud:
        if _answers_us(state, move.now, heard, said):
            return said
        if _is_ours(ours, heard, said):
            move.change(line_echoes=state.line_echoes or len(heard) > 1)
            return said.of("")
        if not final and _may_be_ours(ours, heard):
            return said.of("")
    return said.of(_own_words(ours, heard, said.text)) if state.line_echoes else said


def _lately_said(state: Conversation, now: int, words: int) -> list[str]:
    """Our words that may be coming back in this many of theirs."""
    since = now - _LATE_MS - _WORD_MS * words
    said = [] if state.spoken is None else _said_between(state.spoken, since, now)
    reply = state.reply
    if reply is not None and reply.began_ms is not None:
        whole = reply.complete and reply.clauses_ready >= reply.clauses
        lasts_ms = reply.audio_ms if whole else len(reply.text) * _CHARACTER_MS
        said += _said_between(Spoken(reply.text, reply.began_ms, lasts_ms, now), since, now)
    return said


def _said_between(spoken: Spoken, since: int, now: int) -> list[str]:
    """How fast it was spoken is known on the average only, so some words before and after are added."""
    if spoken.until_ms < since or not spoken.lasts_ms:
        return []
    pace = len(spoken.text) / spoken.lasts_ms
    first = int(max(0, since - spoken.began_ms) * pace * 0.75) - _SLACK
    last = int((min(now, spoken.until_ms) - spoken.began_ms) * pace * 1.25) + _SLACK
    return plain_words(_whole_words(spoken.text, max(0, first), last)).split()


def _whole_words(text: str, first: int, last: int) -> str:
    start = text.rfind(" ", 0, first) + 1
    end = text.find(" ", last)
    return text[start : len(text) if end < 0 else end]


def _is_somebody_loud(state: Conversation) -> bool:
    """Whether the gate has heard a voice since their last turn."""
    turns, until = state.their_turns, state.sound.until
    return state.sound.is_on or (until is not None and until > (turns[-1].ended_ms if turns else 0))


def _answers_us(state: Conversation, now: int, heard: list[str], said: Utterance) -> bool:
    """Whether a few of our own words answer what we have just asked: a choice that we offered.

    They began after our question's end; an echo of it would have begun before and be longer. On a line that echoes
    nothing tells them apart.
    """
    spoken, theirs = state.spoken, state.theirs
    if state.line_echoes or state.reply is not None or spoken is None or len(heard) > _MOST_OURS:
        return False
    began_ms = now if theirs is None else theirs.began_ms
    asks = spoken.text.rstrip().endswith(("?", "？")) or said.opts_out_so_far
    return asks and began_ms >= spoken.until_ms and len(spoken.text.split()) > 2 * _MOST_OURS


def _is_ours(ours: list[str], heard: list[str], said: Utterance) -> bool:
    if len(heard) == 1:
        answers = said.only_listens or said.picks_up
        return heard[0] in ours and not answers
    return _contains(ours, heard) or (len(heard) >= _SURE and _is_like_a_part(ours, heard, _ALIKE))


def _may_be_ours(said: list[str], heard: list[str]) -> bool:
    """Half of the first words are: another word or two will tell."""
    return len(heard) > 1 and _is_like_a_part(said, heard, _HALF)


def _contains(said: list[str], heard: list[str]) -> bool:
    length = len(heard)
    return any(said[place : place + length] == heard for place in range(len(said) - length + 1))


def _is_like_a_part(said: list[str], heard: list[str], share: float) -> bool:
    """A recogniser may get every fourth word of an echo wrong."""
    length = len(heard)
    parts = (said[place : place + length + 1] for place in range(max(1, len(said) - length + 1)))
    return any(_same(part, heard) >= share * length for part in parts)


def _same(said: list[str], heard: list[str]) -> int:
    return sum(
        block.size for block in SequenceMatcher(None, said, heard, autojunk=False).get_matching_blocks()
    )


def _own_words(said: list[str], heard: list[str], text: str) -> str:
    """What is left without every run of ours; whoever says nothing else may repeat up to three words of ours."""
    words, own, place = text.split(), [], 0
    if len(words) != len(heard):
        return text
    while place < len(heard):
        run = _run(said, heard[place:])
        own += [] if run else [words[place]]
        place += max(1, run)
    return " ".join(own) if own or len(heard) > _MOST_OURS else text


def _run(said: list[str], heard: list[str]) -> int:
    """How many of the first words follow one another in ours; 0 for fewer than two."""
    return next((length for length in range(len(heard), 1, -1) if _contains(said, heard[:length])), 0)
