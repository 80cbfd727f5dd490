"""The classifier of wordings: what it learnt is of our corpus, small, the same in every process, and asked only for whole turns."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.understanding import train
from benchmarks.understanding.corpus import Said, digest, read
from benchmarks.understanding.learn import Floats
from domain.conversations import Verdict
from domain.language import utterance
from domain.language.classifier import INTENTS, WEIGHTS, Weights, classify, packed, unpacked
from domain.language.features import features
from domain.language.intents import Demand, Finding, Intent, Listener
from domain.language.utterance import Utterance
from domain.language.verdicts import combine, judge_by_rules
from domain.outcomes import BusinessOutcome
from domain.own_outcomes import OutcomeDefinition
from domain.transcripts import Speaker, Turn

MOST_BYTES = 4_000_000


def test_the_weights_are_of_the_corpus_that_stands_beside_them() -> None:
    """If not: python -m benchmarks.understanding.train"""
    assert digest(read("practice")) == Weights.read(WEIGHTS).corpus


def test_the_weights_are_small() -> None:
    assert WEIGHTS.stat().st_size <= MOST_BYTES


def test_a_weight_takes_half_a_byte() -> None:
    rows = np.arange(-7, 9, dtype=np.int8).clip(max=7).reshape(8, 2)
    assert (8, 1) == packed(rows).shape
    assert np.array_equal(rows, unpacked(packed(rows)))


def test_weights_of_another_shape_are_refused(tmp_path: Path) -> None:
    held = Weights.read(WEIGHTS)
    for bad in (
        replace(held, known=held.known[:10]),
        replace(held, known=held.known[:-1], step=held.step[:-1]),
        replace(held, known=held.known[:-1], vocabulary=held.vocabulary[::-1]),
    ):
        train.write(bad, "of none", tmp_path / "bad.npz")
        with pytest.raises(ValueError, match="train it anew"):
            Weights.read(tmp_path / "bad.npz")


@pytest.fixture(scope="module")
def few() -> Sequence[Said]:
    """Two intents that are easy to tell apart."""
    return [
        one
        for one in read("practice", ["en"])
        if one.near is None and one.intents & {Intent.ROBOT_QUESTION, Intent.CALLBACK}
    ]


@pytest.fixture(scope="module")
def taught(few: Sequence[Said]) -> tuple[Weights, Floats]:
    """What they teach, and the confidences of the folds."""
    return train.weights_of(train.Lesson.of(few))


def test_the_same_corpus_teaches_the_same_bytes(
    few: Sequence[Said], taught: tuple[Weights, Floats], tmp_path: Path
) -> None:
    for name, (weights, _) in (("one", taught), ("other", train.weights_of(train.Lesson.of(few)))):
        train.write(weights, digest(few), tmp_path / f"{name}.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()


def test_what_is_taught_is_learnt(few: Sequence[Said], taught: tuple[Weights, Floats]) -> None:
    weights, held_out = taught
    column = INTENTS.index(Intent.ROBOT_QUESTION)
    assert weights.confidences("are you a machine", "en")[column] > 0.9
    assert weights.confidences("call me tomorrow", "en")[column] < 0.1
    truth = train.Lesson.of(few).truth[:, column]
    assert ((held_out[:, column] > 0.5) == (truth > 0)).mean() > 0.9


def test_a_sentence_and_its_copy_are_held_out_together(few: Sequence[Said]) -> None:
    lesson = train.Lesson.of(few)
    originals = [place for place, is_original in enumerate(lesson.is_original) if is_original]
    assert len(originals) < len(lesson.said)
    assert set(range(train.FOLDS)) == set(lesson.fold.tolist())
    for place in range(1, len(lesson.said)):
        if not lesson.is_original[place]:
            assert lesson.fold[place - 1] == lesson.fold[place]


def test_every_process_sees_the_same_in_words() -> None:
    ask = "from domain.language.features import features; print(features('dont call नमस्ते again', 'en').tolist())"
    seen = {
        subprocess.run(
            [sys.executable, "-c", ask],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert {f"{features('dont call नमस्ते again', 'en').tolist()}\n".encode()} == seen


def test_words_in_another_order_are_seen_as_others() -> None:
    one, other = features("call me not him", "en"), features("call him not me", "en")
    assert sorted(one.tolist()) != sorted(other.tolist())


def test_a_speech_without_end_is_seen_in_a_bounded_number_of_words() -> None:
    assert len(features("word " * 100_000, "en")) == len(features("word " * 300, "en"))


@pytest.mark.parametrize(
    "one, other",
    [
        (("llamen", "es"), ("call", "en")),
        (("nummer", "de"), ("numero", "fr")),
        (("नंबर", "hi"), ("number", "en")),
    ],
)
def test_words_of_one_meaning_share_what_is_seen_of_it(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert set(features(*one).tolist()) & set(features(*other).tolist())


def test_nothing_is_heard_in_no_words() -> None:
    assert () == classify("", "en")
    assert () == classify("...", "en")
    assert np.zeros(0).tolist() == features("", "en").tolist()


def test_words_that_were_never_met_are_as_good_as_none() -> None:
    """Whatever is sure of them is sure of nothing else than how rare each intent is."""
    assert () == tuple(finding for finding in classify("xqzw kvvj", "en") if finding.confidence > 0.5)


def test_the_surest_is_told_first() -> None:
    found = classify("are you a robot or a real person", "en")
    assert Intent.ROBOT_QUESTION is found[0].intent
    assert {Listener.CLASSIFIER} == {finding.listener for finding in found}
    sure = [finding.confidence for finding in found]
    assert sorted(sure, reverse=True) == sure


@pytest.fixture
def hears(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Let the classifier be as sure as this of an opt-out, or of something else; the texts that it was asked about."""

    def set_to(confidence: float, intent: Intent = Intent.OPT_OUT) -> list[str]:
        asked: list[str] = []

        def heard(text: str, _language: str) -> tuple[Finding, ...]:
            asked.append(text)
            return (Finding(intent, Listener.CLASSIFIER, text, confidence),)

        monkeypatch.setattr(utterance, "classify", heard)
        return asked

    return set_to


def said(text: str) -> Utterance:
    return Utterance(text, "en", ("en",))


@pytest.mark.parametrize(
    "confidence, demand", [(0.1, Demand.NONE), (0.7, Demand.LIKELY), (0.995, Demand.CERTAIN)]
)
def test_what_the_rules_do_not_know_is_as_sure_as_the_classifier(
    hears: Callable[..., list[str]], confidence: float, demand: Demand
) -> None:
    hears(confidence)
    assert demand is said("the weather is fine today").demand


def test_where_the_rules_are_certain_the_classifier_is_not_asked(hears: Callable[..., list[str]]) -> None:
    asked = hears(0.0)
    assert said("Please stop calling me").opts_out
    assert [] == asked


@pytest.mark.parametrize(
    "text, confidence, demand",
    [
        ("Did they stop calling you?", 0.85, Demand.NONE),
        ("Did they stop calling you?", 0.995, Demand.LIKELY),
        ("Please don't remove me from the list", 0.995, Demand.NONE),
    ],
)
def test_what_the_rules_exclude_the_classifier_only_asks_about(
    hears: Callable[..., list[str]], text: str, confidence: float, demand: Demand
) -> None:
    asked = hears(confidence)
    assert demand is said(text).demand
    assert [text] == asked


def test_words_that_go_on_are_not_classified(hears: Callable[..., list[str]]) -> None:
    asked = hears(0.995)
    assert not said("the weather is fine today").opts_out_so_far
    assert [] == asked


@pytest.mark.parametrize("text", ["Marketing.", "Sales and marketing."])
def test_a_few_words_bind_nobody_by_their_wording(text: str) -> None:
    assert not said(text).opts_out


def test_a_demand_is_not_drowned_by_what_stands_beside_it() -> None:
    talk = "Ach ja, Sie haben gestern schon mal angerufen. Ich bitte Sie, die Anrufe einzustellen. Moment, es klingelt."
    assert Demand.NONE is not Utterance(talk, "de", ("de",)).demand
    assert (
        Demand.NONE
        is Utterance("Ach ja, Sie haben gestern angerufen. Moment, es klingelt.", "de", ("de",)).demand
    )


@pytest.mark.parametrize("spoken", [("fr",), ("en", "fr"), ("en", "es", "pt", "de", "fr", "hi")])
def test_another_of_the_agents_languages_is_heard_as_itself(spoken: tuple[str, ...]) -> None:
    assert Utterance("Je ne consens pas à être démarché.", spoken[0], spoken).demand is Demand.CERTAIN


def test_one_word_asks_for_no_truth(hears: Callable[..., list[str]]) -> None:
    hears(0.999, Intent.ROBOT_QUESTION)
    assert not said("Software.").asks_for_the_truth
    assert said("the weather is fine").asks_for_the_truth


@pytest.mark.parametrize(
    "words, language, intent, least",
    [
        ("please take my number off your list", "en", Intent.OPT_OUT, 0.9),
        ("llámeme mañana por la tarde", "es", Intent.CALLBACK, 0.9),
        ("das interessiert mich nicht danke", "de", Intent.NOT_INTERESTED, 0.9),
        ("vous êtes un robot ou une vraie personne", "fr", Intent.ROBOT_QUESTION, 0.9),
        ("mujhe email par details bhej dijiye", "hi", Intent.FOLLOW_UP, 0.9),
        ("não tem ninguém com esse nome aqui", "pt", Intent.WRONG_NUMBER, 0.9),
    ],
)
def test_the_weights_are_of_what_is_seen_in_words(
    words: str, language: str, intent: Intent, least: float
) -> None:
    """Whoever changes features, lexicon or kinds teaches them anew: they know the old ones."""
    assert classify(words, language)[0].intent is intent
    assert classify(words, language)[0].confidence >= least


def test_a_word_without_end_is_seen_in_its_beginning() -> None:
    assert features("a" * 100_000, "en").tolist() == features("a" * 40, "en").tolist()


WORDS = "the weather is fine today"


def judged(*turns: str, own: Sequence[OutcomeDefinition] = ()) -> Verdict:
    """After "PERSON" alone or "AGENT", "PERSON"."""
    speakers = (Speaker.AGENT, Speaker.PERSON)[-len(turns) :]
    transcript = tuple(
        Turn(speaker, text, place * 1_000, place * 1_000 + 900)
        for place, (speaker, text) in enumerate(zip(speakers, turns, strict=True))
    )
    return judge_by_rules(transcript, "en", own=own)


def test_an_outcome_of_which_no_rule_knows_is_set_by_who_is_sure(hears: Callable[..., list[str]]) -> None:
    hears(0.999, Intent.FOLLOW_UP)
    verdict = judged(WORDS)
    assert (BusinessOutcome.FOLLOW_UP, WORDS, "classifier", False) == (
        verdict.outcome, verdict.evidence, verdict.decided_by, verdict.needs_review,
    )  # fmt: skip
    hears(0.6, Intent.FOLLOW_UP)
    assert BusinessOutcome.NONE == judged(WORDS).outcome


@pytest.mark.parametrize("text", ["Is the weather fine today?", "Hello?", "Did you email me last week"])
def test_a_question_carries_no_outcome_whatever_its_wording(
    hears: Callable[..., list[str]], text: str
) -> None:
    hears(0.999, Intent.FOLLOW_UP)
    assert BusinessOutcome.NONE == judged(text).outcome


def test_how_somebody_is_tells_of_no_interest(hears: Callable[..., list[str]]) -> None:
    hears(0.999, Intent.NOT_INTERESTED)
    assert BusinessOutcome.NONE == judged("How are you today?", WORDS).outcome
    assert BusinessOutcome.NOT_INTERESTED == judged("Would you like a visit?", WORDS).outcome


def test_what_only_the_script_understands_is_no_interest(hears: Callable[..., list[str]]) -> None:
    hears(0.999, Intent.INTERESTED)
    own = (OutcomeDefinition("comes", "Comes to the appointment.", phrases=("I will come",)),)
    assert BusinessOutcome.NONE == judged(WORDS, own=own).outcome


def test_another_verdict_of_the_model_stands_before_the_classifier_s_and_somebody_looks(
    hears: Callable[..., list[str]],
) -> None:
    hears(0.999, Intent.FOLLOW_UP)
    transcript = (Turn(Speaker.PERSON, WORDS, 0, 900),)
    for outcome, expected in (("interested", "interested"), ("none", "follow_up")):
        both = combine(judged(WORDS), Verdict(outcome, WORDS, decided_by="model"), transcript, "en")
        assert (expected, True) == (both.outcome, both.needs_review)


def test_leave_is_taken_and_the_truth_asked_for_by_wording(hears: Callable[..., list[str]]) -> None:
    hears(0.999, Intent.LEAVE)
    assert said(WORDS).wants_end
    assert not said("Is the weather fine today?").wants_end
    assert not said("I have to run but tell me quickly").wants_end
    hears(0.999, Intent.ROBOT_QUESTION)
    assert said(WORDS).asks_for_the_truth
    hears(0.6, Intent.ROBOT_QUESTION)
    assert not said(WORDS).asks_for_the_truth
