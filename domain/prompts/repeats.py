"""Whether an agent's words repeat what it was told about how to behave. Pure.

Facts, questions and answers of the script are there to be said; of the rules, and of the script's instructions at length,
nothing is.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from domain.language.phrases import plain_words
from domain.prompts import CONCERNS
from domain.prompts.person import CALLED, CLOCK, CLOCKS, DATA, NO_CLOCK, NOBODY

LONGEST_OF_RULES: Final = 8
"""So many words of one of our rules in a row nobody says by chance; chosen by feel, as is the other."""

LONGEST_OF_INSTRUCTIONS: Final = 20
"""A fact of the script's is said in fewer words; a turn of ours has 25."""

_TOOLS: Final = ("end_call", "note_callback", "stop_calling", "look_up", "press_keys")


def names_tool(text: str) -> bool:
    """Whether the name of a tool is in the text, which nobody says: a call of it that was written down."""
    return "_" in text and any(tool in text for tool in _TOOLS)


def repeats_rules(words: str, instructions: str) -> bool:
    """Whether so long a part of our rules, or of these instructions, is in these plain words."""
    said = words.split()
    if not _of_rules().isdisjoint(_runs(said, LONGEST_OF_RULES)):
        return True
    if len(said) < LONGEST_OF_INSTRUCTIONS or not instructions:
        return False
    return not _of_instructions(instructions).isdisjoint(_runs(said, LONGEST_OF_INSTRUCTIONS))


@cache
def _of_rules() -> frozenset[str]:
    texts = [rule.text for rules in CONCERNS for rule in rules]
    texts += [DATA, CALLED, NOBODY, CLOCK, CLOCKS, NO_CLOCK]
    return frozenset(run for text in texts for run in _runs(plain_words(text).split(), LONGEST_OF_RULES))


@lru_cache(maxsize=256)
def _of_instructions(instructions: str) -> frozenset[str]:
    return frozenset(_runs(plain_words(instructions).split(), LONGEST_OF_INSTRUCTIONS))


def _runs(words: Sequence[str], length: int) -> Iterator[str]:
    return (" ".join(words[first : first + length]) for first in range(len(words) - length + 1))
