"""Rules that stand above the model: they read what the person said and decide without it.

What the model's own words may not say: output_guard.py.
"""

from enum import StrEnum

from domain.language.tables.every import language_of
from domain.language.utterance import Utterance


class Guard(StrEnum):
    """What a person's words demand at once."""

    OPT_OUT = "opt_out"
    ROBOT_QUESTION = "robot_question"
    WANTS_END = "wants_end"


def guard(said: Utterance) -> Guard | None:
    """The rule that these words set off; an opt-out outranks the others, and counts in the other languages as well."""
    if said.opts_out:
        return Guard.OPT_OUT
    if said.wants_end:
        return Guard.WANTS_END
    if said.asks_for_the_truth:
        return Guard.ROBOT_QUESTION
    return None


def truth_about_us(language: str) -> str:
    """What is said first when a person asks whether they speak with a machine."""
    return language_of(language).remarks.truth_about_us


def ask_to_repeat(language: str) -> str:
    """What is said when no reply could be made."""
    return language_of(language).remarks.ask_to_repeat


def it_is_noted(language: str) -> str:
    """What is said of a wish to be called later when the model says nothing about it."""
    return language_of(language).remarks.it_is_noted


def we_were_cut_off(language: str) -> str:
    """What is said first when a conversation goes on after its line was lost for a moment."""
    return language_of(language).remarks.we_were_cut_off
