"""Teaches the classifier from the practice half and writes what it learnt: `python -m benchmarks.understanding.train`.

The same corpus gives the same bytes. Confidences are made true on held-out folds: a sentence's copies stay with it. What is printed
is of those folds as well; the judged half is never looked at here.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.understanding.augment import augmented
from benchmarks.understanding.corpus import Said, digest, read
from benchmarks.understanding.learn import (
    Floats,
    Hashes,
    Ints,
    Network,
    Rows,
    Teacher,
    calibrated,
    most_frequent,
)
from domain.language.classifier import INTENTS, WEIGHTS, Weights, packed
from domain.language.decision import demand_of, is_opposed
from domain.language.features import Features, features
from domain.language.intents import Demand, Intent
from domain.language.opt_outs_and_goodbyes import (
    is_robot_question,
    may_be_leave,
    rules_on_contact,
    sounds_like_opt_out,
    wants_end,
)
from domain.language.outcome_signs import signs_in
from domain.language.phrases import plain_words
from domain.language.statements import GAP, only_asks_beside, stated, states_nothing
from domain.language.utterance import Utterance

FOLDS: Final = 3
_NEIGHBOURS: Final = 100
"""So many lines of a file are held out together."""
VOCABULARY: Final = 86_000
"""So many features are known: with these the weights stay below four megabytes, lexicon and all."""
_STRONGEST: Final = 7
_REACH: Final = 0.6
"""Of the strongest weight; the few beyond are cut."""
_AT_ONCE: Final = 2
_TRIED: Final = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99)

_SURE: Final = (0.5, 0.7, 0.8, 0.85, 0.88, 0.9, 0.92, 0.93, 0.95, 0.97, 0.98, 0.99)


@dataclass(frozen=True, slots=True)
class Lesson:
    """Sentences and their copies, with what the classifier sees of each. truth: a column for each of INTENTS; fold: in which a row is held
    out; is_original: it is as it was written.

    Neighbours in a file are held out together: their writers wrote them in one go, and what resembles a neighbour is known too well.
    """

    said: Sequence[Said]
    seen: Sequence[Features]
    truth: Floats
    fold: Ints
    is_original: Sequence[bool]

    @classmethod
    def of(cls, corpus: Sequence[Said]) -> "Lesson":
        """Each sentence of the corpus with its copies."""
        said = [one for one in augmented(corpus) if plain_words(one.text)]
        seen = [features(plain_words(one.text), one.language) for one in said]
        truth = np.array([[intent in one.intents for intent in INTENTS] for one in said], np.float32)
        known = {id(one) for one in corpus}
        original = [id(one) in known for one in said]
        return cls(said, seen, truth, np.fromiter(_folds(said, original), np.int64), original)


def _folds(said: Sequence[Said], original: Sequence[bool]) -> Iterator[int]:
    """A hundred neighbours of a language at a time; copies follow their sentence."""
    fold, places = 0, Counter[str]()
    for one, is_original in zip(said, original, strict=True):
        if is_original:
            fold = places[one.language] // _NEIGHBOURS % FOLDS
            places[one.language] += 1
        yield fold


def learnt(lesson: Lesson, held_out: int | None = None) -> tuple[Hashes, Network, Floats]:
    """The vocabulary and what was learnt, from all rows or from those of the other folds; and the sums of those that were held out."""
    chosen = np.flatnonzero(lesson.fold != (FOLDS if held_out is None else held_out))
    vocabulary = most_frequent([lesson.seen[place] for place in chosen.tolist()], VOCABULARY)
    rows = Rows.of(lesson.seen, vocabulary)
    network = Teacher(len(vocabulary), len(INTENTS)).taught(rows, lesson.truth, chosen)
    return vocabulary, network, network.sums(rows, np.flatnonzero(lesson.fold == held_out))


def weights_of(lesson: Lesson) -> tuple[Weights, Floats]:
    """What the classifier is given, in whole numbers of four bits; and the confidences of the folds."""
    with ThreadPoolExecutor(_AT_ONCE) as beside:  # numpy holds no lock while it counts
        (vocabulary, network, _), *folds = beside.map(
            lambda fold: learnt(lesson, fold), (None, *range(FOLDS))
        )
    sums = np.zeros_like(lesson.truth)
    for fold, (_, _, held_out) in enumerate(folds):
        sums[lesson.fold == fold] = held_out
    lines = [calibrated(sums[:, column], lesson.truth[:, column]) for column in range(len(INTENTS))]
    slopes, offsets = (np.array(each, np.float32) for each in zip(*lines, strict=True))
    step = np.maximum(np.abs(network.known).max(axis=0) * _REACH / _STRONGEST, np.float32(1e-9))
    known = np.rint(network.known / step).clip(-_STRONGEST, _STRONGEST).astype(np.int8)
    confidences = 1 / (1 + np.exp(-(sums * slopes + offsets)))
    out, bias = network.out * slopes, network.bias * slopes + offsets
    return Weights(vocabulary, known, step, network.hidden, out, bias, ""), confidences


def write(weights: Weights, corpus: str, file: Path) -> None:
    """Without compression: its bytes depend on nothing but the numbers."""
    arrays = {name: getattr(weights, name) for name in ("vocabulary", "step", "hidden", "out", "bias")}
    np.savez(file, known=packed(weights.known), corpus=np.array(corpus), **arrays)


def told(lesson: Lesson, confidences: Floats) -> Iterator[str]:
    """How well each intent is told from the rest in the folds, language by language, at a confidence of one half."""
    languages = list(dict.fromkeys(one.language for one in lesson.said))
    spoken = np.array([one.language for one in lesson.said])
    yield f"{'precision/recall':16}" + "".join(f"{language:>12}" for language in languages)
    for column, intent in enumerate(INTENTS):
        found, true = confidences[:, column] >= 0.5, lesson.truth[:, column] > 0
        line = f"{intent:16}"
        for language in languages:
            here = spoken == language
            right = int((found & true & here).sum())
            line += f"{right / max(1, int((found & here).sum())):6.1%}/{right / max(1, int((true & here).sum())):5.1%}"
        yield line


def demands(lesson: Lesson, confidences: Floats) -> Iterator[str]:
    """What thresholds of an opt-out do beside the rules, in the folds and among sentences as they were written.

    _BINDS_FROM and _ASKS_FROM of domain.language.decision are chosen by it.
    """
    kept = [place for place, is_original in enumerate(lesson.is_original) if is_original]
    said = [lesson.said[place] for place in kept]
    rules = [(*rules_on_contact(one.text, one.language), *sounds_like_opt_out(one.text)) for one in said]
    sure = confidences[kept, INTENTS.index(Intent.OPT_OUT)]
    truth = lesson.truth[kept, INTENTS.index(Intent.OPT_OUT)] > 0
    by_rules = np.array([demand_of(each) is not Demand.NONE for each in rules])
    opposed = np.array([is_opposed(each) for each in rules])
    yield f"the rules alone hear {by_rules[truth].mean():.1%} of opt-outs and {by_rules[~truth].mean():.2%} of others"
    for threshold in _TRIED:
        adds = (sure >= threshold) & ~opposed & ~by_rules
        heard, imagined = (adds | by_rules)[truth].mean(), adds[~truth].mean()
        yield f"from {threshold:4} on with the classifier {heard:6.1%}, which adds {imagined:6.2%} of others"


def decisions(lesson: Lesson, confidences: Floats) -> Iterator[str]:
    """How often the classifier is right of what no rule hears, from a confidence on, in the folds and among sentences as they were written.

    _DECIDES_FROM of domain.language.decision is chosen by it.
    """
    for intent, hears in _BY_RULES.items():
        column = INTENTS.index(intent)
        sure = [
            (confidences[place, column], lesson.truth[place, column] > 0)
            for place, (one, is_original) in enumerate(zip(lesson.said, lesson.is_original, strict=True))
            if is_original and confidences[place, column] >= _SURE[0] and not hears(one)
        ]
        line = f"{intent:16}"
        for threshold in _SURE:
            right = [is_right for confidence, is_right in sure if confidence >= threshold]
            line += f"  {threshold}: {sum(right)} of {len(right)}"
        yield line


def beside_questions(lesson: Lesson, confidences: Floats) -> Iterator[str]:
    """The same where a rule heard a question among the words, all outcomes that it may decide there together, the surest of each sentence.

    _DECIDES_BESIDE_A_QUESTION_FROM of domain.language.decision is chosen by it.
    """
    columns = [INTENTS.index(intent) for intent in _BESIDE_A_QUESTION]
    surest = confidences[:, columns].argmax(axis=1)
    right = []
    for place, (one, is_original) in enumerate(zip(lesson.said, lesson.is_original, strict=True)):
        column = columns[surest[place]]
        if is_original and confidences[place, column] >= _SURE[0] and _only_asks(one):
            right.append((confidences[place, column], lesson.truth[place, column] > 0))
    line = f"{'a question':16}"
    for threshold in _SURE:
        found = [is_right for confidence, is_right in right if confidence >= threshold]
        line += f"  {threshold}: {sum(found)} of {len(found)}"
    yield line


def _only_asks(one: Said) -> bool:
    """Whether something stands beside a question that was taken out of the words, and no rule hears an outcome in them."""
    said = Utterance(one.text, one.language, (one.language,))
    words, is_question = stated(one.text, one.language)
    is_beside = {GAP} < set(words.split()) and only_asks_beside(one.text, one.language)
    return is_beside and not (is_question or said.keeps or any(signs_in(said, 0)))


def _says_something(one: Said) -> bool:
    """Whether rules hear an outcome in it, or that it carries none."""
    said = Utterance(one.text, one.language, (one.language,))
    return said.keeps or states_nothing(one.text, one.language) or any(signs_in(said, 0))


_BESIDE_A_QUESTION: Final = (Intent.WRONG_NUMBER, Intent.FOLLOW_UP, Intent.INTERESTED, Intent.NOT_INTERESTED)
_BY_RULES: Final[Mapping[Intent, Callable[[Said], bool]]] = {
    **dict.fromkeys(
        (
            Intent.WRONG_NUMBER,
            Intent.CALLBACK,
            Intent.FOLLOW_UP,
            Intent.INTERESTED,
            Intent.NOT_INTERESTED,
        ),
        _says_something,
    ),
    Intent.LEAVE: lambda one: wants_end(one.text, one.language) or not may_be_leave(one.text, one.language),
    Intent.ROBOT_QUESTION: lambda one: is_robot_question(one.text, one.language),
}


def main() -> None:
    """Learn from the whole practice half and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.understanding.train", description=__doc__)
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    corpus = read("practice")
    lesson = Lesson.of(corpus)
    weights, confidences = weights_of(lesson)
    write(weights, digest(corpus), arguments.to)
    for line in chain.from_iterable(
        each(lesson, confidences) for each in (told, demands, decisions, beside_questions)
    ):
        print(line)
    print(f"{len(corpus)} sentences, {len(lesson.said)} rows, {arguments.to.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
