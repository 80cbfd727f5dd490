"""What is said in the measured calls, and how long callees and vendors take: the same for every server under test.

Times are chosen to be like the vendors' own (reference figures: Flux ends a turn after 300 ms of silence, a small
model's first token after 200 ms, a fast voice's first audio after 100 ms); they are fixed, so that the rest is ours.
"""

import re
from dataclasses import dataclass
from typing import Final

HEARD_START_MS: Final = 220
"""From the callee's onset to the recogniser's first word."""
UPDATE_MS: Final = 240
END_OF_TURN_MS: Final = 300
FIRST_TOKEN_MS: Final = 200
TOKEN_MS: Final = 10
FIRST_AUDIO_MS: Final = 100
AUDIO_MS_PER_CHARACTER: Final = 45
CHUNK_MS: Final = 400
CHUNK_EVERY_MS: Final = 40
VERDICT_MS: Final = 300

FRAME_MS: Final = 20
SPEECH_FRAMES: Final = 60
"""A callee's turn lasts 1.2 s."""
PAUSE_MS: Final = 400
"""Silence after the agent's last word until the callee speaks."""
PATIENCE_MS: Final = 6_000
"""A turn without a reply for so long is lost."""

_FIRST_SENTENCE: Final = "Call {call} turn {turn} is noted."
_MORE: Final = " Please say more."
_COLOURS: Final = ("green", "white", "yellow", "brown", "purple")
_THINGS: Final = ("bread", "paper", "glass", "water", "stone", "cotton", "leather")
_TELLS: Final = re.compile(r"[Cc]all (\d+)(?: turn (\d+))?")
_SAID: Final = re.compile(rb"answer (\d+) as guest (\d+)")

FLOOR_MS: Final = END_OF_TURN_MS + FIRST_TOKEN_MS + TOKEN_MS * len(_FIRST_SENTENCE.split()) + FIRST_AUDIO_MS
"""From the callee's last word to the agent's first where only the vendors take time. The first sentence is known to be
one when the word after it has come."""


@dataclass(frozen=True, slots=True)
class Course:
    """How a callee's call goes: so many turns, then they hang up; None: until they are told to.

    interrupts: they speak into every reply. sentences: of each reply. waits: they hear the last reply out.
    """

    turns: int | None = None
    interrupts: bool = False
    sentences: int = 2
    waits: bool = True


def greeting(call: int) -> str:
    """The agent's first words."""
    return f"Hello, this is Ava from Northwind with call {call}."


def said(call: int, turn: int) -> str:
    """What the callee says in a turn: nearly the same sentence again and again would be a machine's, whose talk is ended."""
    colour, thing = _COLOURS[turn % len(_COLOURS)], _THINGS[turn % len(_THINGS)]
    return f"My answer {turn} as guest {call} is {colour} {thing}"


def what_was_said(request: bytes) -> tuple[int, int]:
    """The (call, turn) that a request to the model asks to answer; (0, 0) for none."""
    found = _SAID.findall(request)
    return (int(found[-1][1]), int(found[-1][0])) if found else (0, 0)


def reply(call: int, turn: int, sentences: int) -> list[str]:
    """The model's answer as tokens."""
    text = _FIRST_SENTENCE.format(call=call, turn=turn) + _MORE * (sentences - 1)
    first, *others = text.split(" ")
    return [first, *(f" {word}" for word in others)]


def spoken_for(text: str) -> tuple[int, int]:
    """The (call, turn) that a text to be spoken belongs to, 0 for the greeting; (0, 0) when it does not tell."""
    found = _TELLS.search(text)
    return (int(found[1]), int(found[2] or 0)) if found else (0, 0)
