"""Outcomes that a script defines beside the built-in ones, with the same flags: what a call of this kind is for.

How a call is found to have one: domain/language/own_signs.py by phrase, domain/language/verdicts.py with the model.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.errors import InvalidInput
from domain.language.opt_outs_and_goodbyes import is_opt_out
from domain.language.phrases import plain_words
from domain.language.tables.every import EVERY
from domain.language.yes_or_no import yes_or_no
from domain.outcomes import BusinessOutcome, OutcomeFlags, TechnicalResult

MOST: Final = 12
"""Outcomes of a script's own: more are no longer told apart, by people and by models; chosen by feel."""

_TAKEN: Final = frozenset({*BusinessOutcome, *TechnicalResult})
_LANGUAGES: Final = tuple(one.tag for one in EVERY)


@dataclass(frozen=True, slots=True)
class OutcomeDefinition:
    """One outcome of a script's own. description: for the model, when a call has it.

    success: counts as the campaign's goal; retry: the person is called again, by the plan's rule for the result; suppress:
    never contact the number again; follow_up: the plan's messages for follow_up are sent; with none of them it ends the
    call. phrases: what a person says who certainly means it.
    """

    name: str
    description: str
    success: bool = False
    retry: bool = False
    suppress: bool = False
    follow_up: bool = False
    phrases: tuple[str, ...] = ()

    @property
    def flags(self) -> OutcomeFlags:
        """What it means, as of a built-in outcome."""
        return OutcomeFlags(
            final=not self.retry,
            suppresses=self.suppress,
            success=self.success,
            retries=self.retry,
            follows_up=self.follow_up,
        )


def check_outcomes(outcomes: Sequence[OutcomeDefinition], pointer: str) -> None:
    """Raises InvalidInput for what would be accepted and not meant; pointer: where they stand in the request."""
    names: set[str] = set()
    phrases: dict[str, str] = {}
    for place, outcome in enumerate(outcomes):
        at = f"{pointer}/{place}"
        _check_name(outcome, names, f"{at}/name")
        _check_description(outcome, f"{at}/description")
        _check_flags(outcome, at)
        _check_phrases(outcome, phrases, f"{at}/phrases")
        names.add(outcome.name)


def _check_name(outcome: OutcomeDefinition, names: set[str], pointer: str) -> None:
    if outcome.name in _TAKEN:
        raise InvalidInput(
            f"Every call may end as {outcome.name}, whatever its script; choose another name.",
            pointer=pointer,
            code="name_taken",
        )
    if outcome.name in names:
        raise InvalidInput(
            "Another outcome has this name, so one of them would never be seen; give each its own.",
            pointer=pointer,
            code="duplicate_name",
        )


def _check_description(outcome: OutcomeDefinition, pointer: str) -> None:
    if not outcome.description.strip():
        raise InvalidInput(
            "The description is blank; write what a person says or wants whose call has this outcome.",
            pointer=pointer,
            code="blank",
        )
    if "{" in outcome.description or "}" in outcome.description:
        raise InvalidInput(
            "The description is the same for every lead and takes no placeholders; write it without braces.",
            pointer=pointer,
            code="bad_placeholder",
        )


def _check_flags(outcome: OutcomeDefinition, pointer: str) -> None:
    """A number that is never contacted again is neither called nor written to; who reached the goal is not called again."""
    for one, other, why in (
        ("suppress", "retry", "nobody is called again whose number is suppressed"),
        ("suppress", "follow_up", "nothing is sent to a number that is suppressed"),
        ("suppress", "success", "a number that is suppressed is no success to count"),
        ("retry", "success", "a call that reached its goal is not tried again"),
    ):
        if getattr(outcome, one) and getattr(outcome, other):
            raise InvalidInput(
                f"An outcome cannot have both {one} and {other}: {why}; take one out.",
                pointer=f"{pointer}/{other}",
                code="contradictory_flags",
            )


def _check_phrases(outcome: OutcomeDefinition, known: dict[str, str], pointer: str) -> None:
    """known: the phrases so far in plain words, by whose they are; grows."""
    for place, phrase in enumerate(outcome.phrases):
        at, words = f"{pointer}/{place}", plain_words(phrase)
        if not words:
            raise InvalidInput(
                "This phrase has no words; write what a person says.", pointer=at, code="blank"
            )
        if is_opt_out(phrase, *_LANGUAGES):
            raise InvalidInput(
                "Who says this demands no more calls, and that is opt_out whatever the script; take it out.",
                pointer=at,
                code="demands_no_calls",
            )
        if any(_is_mere_answer(phrase, language) for language in _LANGUAGES):
            raise InvalidInput(
                "A mere yes or no means what was asked; write words that say by themselves what is meant.",
                pointer=at,
                code="only_an_answer",
            )
        if known.setdefault(words, outcome.name) != outcome.name:
            raise InvalidInput(
                f"The outcome {known[words]} has this phrase as well, so it proves neither; take one out.",
                pointer=at,
                code="ambiguous_phrase",
            )


def _is_mere_answer(phrase: str, language: str) -> bool:
    answer = yes_or_no(phrase, language)
    return answer.is_yes is not None and answer.is_plain
