"""From what was heard to figures with their bars, and confusion matrices for people; counts and nothing else."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from benchmarks.report import Figure
from benchmarks.understanding.corpus import Said
from domain.language.intents import Demand, Intent
from domain.outcomes import BusinessOutcome

OUTCOMES: Final[Mapping[Intent, BusinessOutcome]] = {
    Intent.OPT_OUT: BusinessOutcome.OPT_OUT,
    Intent.WRONG_NUMBER: BusinessOutcome.WRONG_NUMBER,
    Intent.CALLBACK: BusinessOutcome.CALLBACK,
    Intent.FOLLOW_UP: BusinessOutcome.FOLLOW_UP,
    Intent.INTERESTED: BusinessOutcome.INTERESTED,
    Intent.NOT_INTERESTED: BusinessOutcome.NOT_INTERESTED,
}
_ENGLISH_BAR, _OTHER_BAR = 99, 97


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence and what production made of it. tag: of a call with this sentence alone, and the answer where production asks whether to stop; is_final: nobody need look at it."""

    said: Said
    demand: Demand
    tag: str
    is_final: bool
    leaves: bool
    asks_for_the_truth: bool


class Answered(StrEnum):
    """What became of words about when: within what was meant, asked about or left to a person, or a time that was not meant."""

    RIGHT = "right"
    ASKED = "asked"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Callback:
    """One phrase; by: who answered."""

    language: str
    phrase: str
    answered: Answered
    answer: str


@dataclass(frozen=True, slots=True)
class Dictation:
    """Something dictated: as it was meant, and as it was understood (None for nothing)."""

    language: str
    said: str
    meant: str
    understood: str | None


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def _share(figure: str, part: int, whole: int, bar: float, *, at_least: bool) -> Figure:
    value = _percent(part, whole)
    note = f"{part} of {whole}" if whole else "nothing to judge"
    return Figure(figure, value, "%", bar, "at least" if at_least else "at most", note)


def opt_outs(heard: Sequence[Heard]) -> list[Figure]:
    """Heard at all in each language; and of all sentences that demand nothing, how many bound or were asked about."""
    found = []
    for language in dict.fromkeys(one.said.language for one in heard):
        meant = [one for one in heard if one.said.language == language and Intent.OPT_OUT in one.said.intents]
        reached = sum(one.demand is not Demand.NONE for one in meant)
        bar = _ENGLISH_BAR if language == "en" else _OTHER_BAR
        found.append(
            _share(f"opt-outs bound or asked about, {language}", reached, len(meant), bar, at_least=True)
        )
    others = [one for one in heard if Intent.OPT_OUT not in one.said.intents]
    bound = sum(one.demand is Demand.CERTAIN for one in others)
    asked = sum(one.demand is Demand.LIKELY for one in others)
    found.append(_share("bound though none was meant", bound, len(others), 0.5, at_least=False))
    found.append(_share("asked though none was meant", asked, len(others), 3, at_least=False))
    return found


def outcomes(heard: Sequence[Heard]) -> list[Figure]:
    """Precision over the tags that nobody need look at, recall over the sentences that carry one."""
    tagged = [one for one in heard if one.is_final and one.tag != BusinessOutcome.NONE]
    meant = [one for one in heard if _meant(one.said)]
    right = sum(one.tag in _meant(one.said) for one in tagged)
    found = sum(one.is_final and one.tag in _meant(one.said) for one in meant)
    return [
        _share("outcome tags without a model, precision", right, len(tagged), 97, at_least=True),
        _share("outcome tags without a model, recall", found, len(meant), 92, at_least=True),
    ]


def _meant(said: Said) -> set[BusinessOutcome]:
    return {OUTCOMES[intent] for intent in said.intents if intent in OUTCOMES}


def guards(heard: Sequence[Heard]) -> list[Figure]:
    """Leave taken and the truth asked for, together; an opt-out is a guard of its own, above."""
    asked: list[tuple[Intent, Callable[[Heard], bool]]] = [
        (Intent.LEAVE, lambda one: one.leaves),
        (Intent.ROBOT_QUESTION, lambda one: one.asks_for_the_truth),
    ]
    fired = [(one, intent) for one in heard for intent, does in asked if does(one)]
    meant = [(one, does) for one in heard for intent, does in asked if intent in one.said.intents]
    right = sum(intent in one.said.intents for one, intent in fired)
    found = sum(does(one) for one, does in meant)
    return [
        _share("guards, precision", right, len(fired), 98, at_least=True),
        _share("guards, recall", found, len(meant), 95, at_least=True),
    ]


def callbacks(answers: Sequence[Callback], by: str = "") -> list[Figure]:
    """Right, asked and wrong; by: whose answers they are, if not ours."""
    counts = Counter(one.answered for one in answers)
    whose = f", {by}" if by else ""
    return [
        _share(f"callbacks right{whose}", counts[Answered.RIGHT], len(answers), 94, at_least=True),
        _share(f"callbacks asked about{whose}", counts[Answered.ASKED], len(answers), 6, at_least=False),
        _share(f"callbacks wrong{whose}", counts[Answered.WRONG], len(answers), 0.5, at_least=False),
        Figure(
            f"callbacks that would be dialled at another time, unless read back{whose}",
            counts[Answered.WRONG] if answers else None,
            "",
            0,
            note="" if answers else "nothing to judge",
        ),
    ]


def dictations(found: Sequence[Dictation]) -> Figure:
    """Exact, or not."""
    exact = sum(one.meant == one.understood for one in found)
    return _share("dictated addresses and numbers exact", exact, len(found), 97, at_least=True)


def confusion(heard: Sequence[Heard]) -> Iterator[str]:
    """Truth in rows, what was heard in columns: demands by language, tags over all languages."""
    demands = Counter((one.said.language, Intent.OPT_OUT in one.said.intents, one.demand) for one in heard)
    yield f"{'demands':22}" + "".join(f"{demand:>10}" for demand in Demand)
    for language in dict.fromkeys(one.said.language for one in heard):
        for is_meant, what in ((True, "opt-out"), (False, "something else")):
            yield f"  {language} {what:17}" + "".join(
                f"{demands[language, is_meant, demand]:10}" for demand in Demand
            )
    tags = Counter((_row(one.said), one.tag) for one in heard)
    yield f"{'tags':22}" + "".join(f"{tag:>16}" for tag in BusinessOutcome)
    for row in dict.fromkeys(_row(one.said) for one in heard):
        yield f"  {row:20}" + "".join(f"{tags[row, tag]:16}" for tag in BusinessOutcome)


def _row(said: Said) -> str:
    return "+".join(sorted(said.intents))


def misheard(heard: Sequence[Heard]) -> Iterator[str]:
    """Sentences that count against a figure, to look at while tuning; of the practice half, please."""
    for one in heard:
        meant, intents = _meant(one.said), one.said.intents
        about = f"[{one.said.language}] {one.said.text} ({_row(one.said)})"
        if Intent.OPT_OUT in intents and one.demand is Demand.NONE:
            yield f"opt-out not heard: {about}"
        if Intent.OPT_OUT not in intents and one.demand is not Demand.NONE:
            yield f"opt-out imagined, {one.demand}: {about}"
        if one.is_final and one.tag != BusinessOutcome.NONE and one.tag not in meant:
            yield f"tag {one.tag}: {about}"
        elif meant and not (one.is_final and one.tag in meant):
            yield f"tag missing, {one.tag}: {about}"
        if one.leaves != (Intent.LEAVE in intents):
            yield f"leave {'imagined' if one.leaves else 'not heard'}: {about}"
        if one.asks_for_the_truth != (Intent.ROBOT_QUESTION in intents):
            yield f"robot question {'imagined' if one.asks_for_the_truth else 'not heard'}: {about}"
