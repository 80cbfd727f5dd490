"""What is stated in one breath with a question is heard by its wording; what is asked is not."""

import pytest

from domain.language.intents import Listener
from domain.language.verdicts import judge_by_rules
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn


@pytest.mark.parametrize(
    ("language", "text", "outcome"),
    [
        ("en", "did I win the draw yes I'll take the hamper", BusinessOutcome.INTERESTED),
        ("en", "oh yes I want the flu jab where do I go", BusinessOutcome.INTERESTED),
        ("en", "who no this is pizza palace do you want a table", BusinessOutcome.WRONG_NUMBER),
    ],
)
def test_a_statement_beside_a_question_is_heard(language: str, text: str, outcome: BusinessOutcome) -> None:
    verdict = judge_by_rules((Turn(Speaker.PERSON, text, 0, 1_000),), language)
    assert (outcome, Listener.CLASSIFIER) == (verdict.outcome, verdict.decided_by)


@pytest.mark.parametrize(
    "text",
    [
        "is this the wrong number",
        "why do you call me at nine in the evening",
        "you could have sent me an email",
        "sorry is this the wrong number",
        "did you email me last week",
        "Did I win the draw, yes, I'll take the hamper?",
    ],
)
def test_what_is_asked_states_nothing(text: str) -> None:
    verdict = judge_by_rules((Turn(Speaker.PERSON, text, 0, 1_000),), "en")
    assert BusinessOutcome.NONE == verdict.outcome
