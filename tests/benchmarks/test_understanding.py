"""How bench-understanding counts, with corpora small enough to count by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.report import Figure
from benchmarks.understanding import figures, judging
from benchmarks.understanding.corpus import LANGUAGES, Said
from benchmarks.understanding.figures import Answered, Callback, Dictation, Heard
from domain.language.intents import Demand, Intent
from domain.language.verdicts import judge_by_rules
from domain.outcomes import BusinessOutcome as Tag


def heard(
    *intents: Intent,
    demand: Demand = Demand.NONE,
    tag: Tag = Tag.NONE,
    is_final: bool = True,
    leaves: bool = False,
    asks: bool = False,
    language: str = "en",
) -> Heard:
    return Heard(Said(language, "words", frozenset(intents)), demand, tag, is_final, leaves, asks)


def values(found: Sequence[Figure]) -> dict[str, float | None]:
    return {each.figure: None if each.value is None else round(each.value, 1) for each in found}


def test_an_opt_out_counts_bound_or_asked_in_its_language() -> None:
    found = values(
        figures.opt_outs(
            [
                heard(Intent.OPT_OUT, demand=Demand.CERTAIN),
                heard(Intent.OPT_OUT, Intent.NOT_INTERESTED, demand=Demand.LIKELY),
                heard(Intent.OPT_OUT),
                heard(Intent.OPT_OUT, demand=Demand.CERTAIN, language="de"),
                heard(Intent.KEEP, demand=Demand.CERTAIN),
                heard(Intent.OTHER, demand=Demand.LIKELY, language="de"),
                heard(Intent.OTHER),
                heard(Intent.OTHER),
            ]
        )
    )
    assert {
        "opt-outs bound or asked about, en": 66.7,
        "opt-outs bound or asked about, de": 100.0,
        "bound though none was meant": 25.0,
        "asked though none was meant": 25.0,
    } == found


def test_english_is_held_to_a_higher_bar() -> None:
    found = figures.opt_outs([heard(Intent.OPT_OUT), heard(Intent.OPT_OUT, language="fr")])
    assert [99, 97] == [each.bar for each in found[:2]]


def test_a_tag_that_somebody_looks_at_is_neither_wrong_nor_found() -> None:
    found = values(
        figures.outcomes(
            [
                heard(Intent.CALLBACK, tag=Tag.CALLBACK),
                heard(Intent.CALLBACK, tag=Tag.CALLBACK, is_final=False),
                heard(Intent.OTHER, tag=Tag.INTERESTED, is_final=False),
                heard(Intent.OTHER, tag=Tag.INTERESTED),
                heard(Intent.LEAVE),
            ]
        )
    )
    assert {
        "outcome tags without a model, precision": 50.0,
        "outcome tags without a model, recall": 50.0,
    } == found


def test_of_two_wishes_in_one_sentence_either_tag_is_right() -> None:
    either = [
        heard(Intent.OPT_OUT, Intent.NOT_INTERESTED, tag=tag) for tag in (Tag.OPT_OUT, Tag.NOT_INTERESTED)
    ]
    assert {100.0} == set(values(figures.outcomes(either)).values())


def test_guards_count_each_for_what_it_is() -> None:
    found = values(
        figures.guards(
            [
                heard(Intent.LEAVE, leaves=True),
                heard(Intent.LEAVE, asks=True),
                heard(Intent.ROBOT_QUESTION, asks=True),
                heard(Intent.ROBOT_QUESTION),
                heard(Intent.OTHER),
            ]
        )
    )
    assert {"guards, precision": 66.7, "guards, recall": 50.0} == found


def test_nothing_to_judge_is_no_figure_that_holds() -> None:
    for each in (*figures.outcomes([]), *figures.guards([]), *figures.callbacks([]), figures.dictations([])):
        assert each.holds is None
        assert each.note == "nothing to judge"


def test_callbacks_are_right_asked_or_wrong() -> None:
    each = [Callback("en", "at five", answered, "") for answered in (*[Answered.RIGHT] * 2, *Answered)]
    assert [60.0, 20.0, 20.0, 1] == list(values(figures.callbacks(each)).values())


def test_a_dictation_counts_when_it_is_exact() -> None:
    found = figures.dictations([Dictation("en", "one", "1", "1"), Dictation("en", "two", "2", None)])
    assert 50.0 == found.value


@pytest.mark.parametrize(
    "phrase, earliest, latest, answered",
    [
        ("tomorrow at four pm", "2026-11-19 15:55", "2026-11-19 16:05", Answered.RIGHT),
        ("tomorrow at four pm", "2026-11-19 17:00", "2026-11-19 18:00", Answered.WRONG),
        ("tomorrow at four pm", "ask", "", Answered.WRONG),
        ("my name is Bob", "ask", "", Answered.RIGHT),
        ("my name is Bob", "2026-11-19 17:00", "2026-11-19 18:00", Answered.ASKED),
    ],
)
def test_a_phrase_is_judged_by_what_was_meant(
    tmp_path: Path, phrase: str, earliest: str, latest: str, answered: Answered
) -> None:
    file = tmp_path / "judged.tsv"
    heading = "language\tnow\tzone\tphrase\tearliest\tlatest"
    file.write_text(f"{heading}\nen\t2026-11-18 15:20\tAmerica/New_York\t{phrase}\t{earliest}\t{latest}\n")
    assert [answered] == [each.answered for each in judging.callbacks(file)]


def test_production_hears_what_the_bench_counts() -> None:
    said = [
        Said("en", "Please stop calling me", frozenset({Intent.OPT_OUT})),
        Said("en", "Are you a robot?", frozenset({Intent.ROBOT_QUESTION})),
        Said("de", "Auf Wiederhören", frozenset({Intent.LEAVE})),
    ]
    opted, asked, left = judging.heard(said)
    assert (Demand.CERTAIN, Tag.OPT_OUT, True) == (opted.demand, opted.tag, opted.is_final)
    assert asked.asks_for_the_truth
    assert left.leaves
    assert not (opted.leaves)
    assert not (asked.leaves)
    assert not (left.asks_for_the_truth)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_asked_about_is_judged_with_the_answer(language: str) -> None:
    """Production asks whether to stop calling; what was meant answers it, in the language of the call."""
    words = "I don't think I want these calls."
    meant, not_meant = (
        Said(language, words, frozenset({intent})) for intent in (Intent.OPT_OUT, Intent.OTHER)
    )
    yes, no = (judging.call(one, Demand.LIKELY) for one in (meant, not_meant))
    assert (Tag.OPT_OUT, Tag.NONE) == (
        judge_by_rules(yes, language, "en").outcome,
        judge_by_rules(no, language, "en").outcome,
    )
    assert (yes[0],) == judging.call(meant, Demand.CERTAIN) == judging.call(not_meant, Demand.NONE)


def test_the_judged_dictations_can_be_read() -> None:
    assert 60 == len(list(judging.dictations()))


def test_what_was_misheard_is_named() -> None:
    named = list(
        figures.misheard([heard(Intent.OPT_OUT), heard(Intent.OTHER, leaves=True), heard(Intent.OTHER)])
    )
    assert [
        "opt-out not heard: [en] words (opt_out)",
        "tag missing, none: [en] words (opt_out)",
        "leave imagined: [en] words (other)",
    ] == named
