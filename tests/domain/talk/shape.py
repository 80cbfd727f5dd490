"""The shape of a language's talk: every table of sentences that the suite tries, and how a recogniser may spell them."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.language.asides import Aside
from domain.outcomes import BusinessOutcome
from domain.preferences import PreferenceKind

Sentences = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One language. spellings: a sentence as it may be written, itself first; answers: our question, theirs, and what it comes to."""

    tag: str
    spellings: Callable[[str], Sentences]
    bound: Sentences
    asked_about: Sentences
    no_demand: Sentences
    kept: Sentences
    not_kept: Sentences
    preferred: tuple[tuple[PreferenceKind, str], ...]
    not_preferred: Sentences
    comes_to: tuple[tuple[BusinessOutcome, str], ...]
    comes_to_nothing: Sentences
    answers: tuple[tuple[str, str, BusinessOutcome], ...]
    leaves: Sentences
    stays: Sentences
    asks_for_the_truth: Sentences
    asks_nothing_of_us: Sentences
    asides: tuple[tuple[Aside, str], ...]
    no_asides: Sentences
    listens: Sentences
    people: Sentences
    machines: Sentences
