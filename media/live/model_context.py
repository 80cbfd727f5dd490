"""What the model is shown of a call: the script, what was said, and what is told beside it; others' words as data.

Only what we wrote ourselves stands in lines of the system. How much is shown is bounded, however long anybody talks.
"""

from collections.abc import Iterator
from typing import Final

from domain.conversations import ConversationPlan
from domain.plain_text import quotable, unmarked
from domain.transcripts import Speaker, Transcript, Turn
from providers.language_models.contract import Line, Role

MOST_OF_A_TURN: Final = 2_000
"""Characters; about two minutes of speech without a pause."""

MOST_HISTORY: Final = 20_000
"""Characters of what was said; about twenty-five minutes of talk. Chosen by feel, as the step is."""

_STEP: Final = 8_000
"""So much of the oldest is left out at once: the beginning stays the same for many turns, and vendors keep it."""

_LEFT_OUT: Final = "What was said before this is left out."
_CUT_OFF: Final = " –"


def prompt(
    plan: ConversationPlan, history: Transcript, notes: tuple[str, ...], found: tuple[str, ...] = ()
) -> tuple[Line, ...]:
    """The script, what was said (as heard), and before the last words facts and what was found, the latter not as ours,
    since whoever wrote it is not to instruct the model."""
    lines = [Line(Role.SYSTEM, plan.system_prompt), *_latest(list(map(_line, history)))]
    told = [Line(Role.SYSTEM, note) for note in notes] + [Line(Role.PERSON, data) for data in found]
    lines[-1:-1] = told if len(lines) > 1 else []
    return tuple(lines)


def spoken_lines(transcript: Transcript) -> str:
    """Who said what, a line a turn."""
    return "\n".join(
        f"{'person' if turn.speaker is Speaker.PERSON else 'agent'}: {unmarked(turn.text, MOST_OF_A_TURN)}"
        for turn in transcript
    )


def as_data(text: str) -> str:
    """A text of the script's that is filled with a lead's values, for an instruction that is about it."""
    return f'"{quotable(text, MOST_OF_A_TURN)}"'


def _line(turn: Turn) -> Line:
    text = unmarked(turn.text, MOST_OF_A_TURN)
    if turn.speaker is Speaker.PERSON:
        return Line(Role.PERSON, text)
    return Line(Role.AGENT, text + _CUT_OFF if turn.interrupted else text)


def _latest(lines: list[Line]) -> Iterator[Line]:
    """All of them, or without the oldest that are too much."""
    beyond = sum(len(line.text) for line in lines) - MOST_HISTORY
    if beyond <= 0:
        yield from lines
        return
    left_out = -(-beyond // _STEP) * _STEP
    yield Line(Role.SYSTEM, _LEFT_OUT)
    for line in lines:
        if left_out <= 0:
            yield line
        left_out -= len(line.text)
