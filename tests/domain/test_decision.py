"""Which listener may do what: a table of what was heard and what follows."""

import pytest

from domain.language.decision import decided, demand_of, is_demand_in_passing, is_disputed
from domain.language.intents import Demand, Finding, Intent, Listener

RULE, LIKELY_RULE, DOUBTED = (Listener.RULES, 1.0), (Listener.RULES, 0.7), (Listener.RULES, 0.5)


def heard(
    *what: tuple[Intent, tuple[Listener, float]], words: str = "a sentence of some length"
) -> tuple[Finding, ...]:
    return tuple(Finding(intent, listener, words, sure) for intent, (listener, sure) in what)


@pytest.mark.parametrize(
    ("findings", "demand"),
    [
        (heard(), Demand.NONE),
        (heard((Intent.OPT_OUT, RULE)), Demand.CERTAIN),
        (heard((Intent.OPT_OUT, LIKELY_RULE)), Demand.LIKELY),
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 0.97))), Demand.CERTAIN),
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 0.96))), Demand.LIKELY),
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 1.0)), words="four words it takes"), Demand.CERTAIN),
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 1.0)), words="Sales and marketing."), Demand.LIKELY),
        (heard((Intent.OPT_OUT, RULE), words="Unsubscribe."), Demand.CERTAIN),
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 0.35))), Demand.LIKELY),
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 0.34))), Demand.NONE),
        (heard((Intent.OPT_OUT, LIKELY_RULE), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.5))), Demand.CERTAIN),
        (heard((Intent.OPT_OUT, LIKELY_RULE), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.49))), Demand.LIKELY),
        (heard((Intent.OPT_OUT, DOUBTED), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.99))), Demand.LIKELY),
        (heard((Intent.OPT_OUT, (Listener.MODEL, 0.9))), Demand.CERTAIN),
        (heard((Intent.OPT_OUT, (Listener.MODEL, 0.5))), Demand.LIKELY),
        (heard((Intent.OPT_OUT, (Listener.MODEL, 0.49))), Demand.NONE),
        (heard((Intent.PREFERENCE, RULE), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.91))), Demand.NONE),
        (heard((Intent.PREFERENCE, RULE), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.92))), Demand.LIKELY),
        (heard((Intent.OTHER, RULE), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.99))), Demand.LIKELY),
        (
            heard(
                (Intent.OTHER, RULE),
                (Intent.OPT_OUT, LIKELY_RULE),
                (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.99)),
            ),
            Demand.LIKELY,
        ),
        (heard((Intent.KEEP, RULE), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.99))), Demand.NONE),
        (heard((Intent.KEEP, LIKELY_RULE), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.99))), Demand.LIKELY),
        (heard((Intent.PREFERENCE, RULE), (Intent.OPT_OUT, (Listener.MODEL, 0.95))), Demand.CERTAIN),
        (heard((Intent.PREFERENCE, RULE), (Intent.OPT_OUT, RULE)), Demand.CERTAIN),
        (heard((Intent.OPT_OUT, LIKELY_RULE), (Intent.OPT_OUT, (Listener.MODEL, 0.95))), Demand.CERTAIN),
        (heard((Intent.INTERESTED, RULE), (Intent.LEAVE, RULE)), Demand.NONE),
    ],
)
def test_what_is_certain_or_likely_to_two_binds_and_what_is_likely_to_one_is_asked(
    findings: tuple[Finding, ...], demand: Demand
) -> None:
    assert demand_of(findings) is demand
    assert demand_of(reversed(findings)) is demand


@pytest.mark.parametrize(
    ("findings", "demands"),
    [
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 0.9))), True),
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 0.89))), False),
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 0.99)), words="Remove me?"), False),
        (heard((Intent.OPT_OUT, LIKELY_RULE)), False),
        (heard((Intent.KEEP, RULE), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.99))), False),
    ],
)
def test_one_sentence_among_others_must_be_plainer(findings: tuple[Finding, ...], demands: bool) -> None:
    assert demands is is_demand_in_passing(findings)


@pytest.mark.parametrize(
    ("findings", "disputed"),
    [
        (heard(), True),
        (heard((Intent.LEAVE, (Listener.CLASSIFIER, 0.1))), True),
        (heard((Intent.CALLBACK, (Listener.CLASSIFIER, 0.24))), True),
        (heard((Intent.CALLBACK, (Listener.CLASSIFIER, 0.25))), False),
        (heard((Intent.PREFERENCE, (Listener.CLASSIFIER, 0.5)), (Intent.CALLBACK, (Listener.CLASSIFIER, 0.29))), True),
        (heard((Intent.FOLLOW_UP, (Listener.CLASSIFIER, 0.49)), (Intent.CALLBACK, (Listener.CLASSIFIER, 0.26))), False),
        (heard((Intent.FOLLOW_UP, (Listener.CLASSIFIER, 0.9)), (Intent.CALLBACK, (Listener.CLASSIFIER, 0.3))), False),
        (heard((Intent.PREFERENCE, (Listener.CLASSIFIER, 0.4)), (Intent.CALLBACK, (Listener.CLASSIFIER, 0.39))), True),
        (heard((Intent.PREFERENCE, (Listener.CLASSIFIER, 0.4)), (Intent.CALLBACK, (Listener.CLASSIFIER, 0.41))), False),
        (heard((Intent.PREFERENCE, (Listener.CLASSIFIER, 0.29)), (Intent.CALLBACK, (Listener.CLASSIFIER, 0.26))), False),
        (heard((Intent.CALLBACK, (Listener.CLASSIFIER, 0.9))), False),
    ],
)  # fmt: skip
def test_the_classifier_disputes_what_it_takes_for_something_else_or_rules_out(
    findings: tuple[Finding, ...], disputed: bool
) -> None:
    assert disputed is is_disputed(Intent.CALLBACK, findings)


BY_WORDING = (Listener.CLASSIFIER, 0.999)


@pytest.mark.parametrize(
    ("findings", "intent"),
    [
        (heard(), None),
        (heard((Intent.CALLBACK, BY_WORDING)), Intent.CALLBACK),
        (heard((Intent.CALLBACK, (Listener.CLASSIFIER, 0.5))), None),
        (heard((Intent.LEAVE, BY_WORDING)), None),
        (heard((Intent.CALLBACK, (Listener.CLASSIFIER, 0.998)), (Intent.FOLLOW_UP, BY_WORDING)), Intent.FOLLOW_UP),
    ],
)  # fmt: skip
def test_the_classifier_decides_what_it_is_asked_for_and_sure_of(
    findings: tuple[Finding, ...], intent: Intent | None
) -> None:
    found = decided(findings, Intent.CALLBACK, Intent.FOLLOW_UP)
    assert intent == (found and found.intent)


@pytest.mark.parametrize("intent", [Intent.OPT_OUT, Intent.KEEP, Intent.PREFERENCE])
def test_whether_calls_are_welcome_the_classifier_never_decides(intent: Intent) -> None:
    assert decided(heard((intent, BY_WORDING)), *Intent) is None


@pytest.mark.parametrize(
    ("intent", "least"),
    [
        (Intent.WRONG_NUMBER, 0.95),
        (Intent.CALLBACK, 0.92),
        (Intent.FOLLOW_UP, 0.9),
        (Intent.INTERESTED, 0.85),
        (Intent.NOT_INTERESTED, 0.88),
        (Intent.LEAVE, 0.955),
        (Intent.ROBOT_QUESTION, 0.95),
    ],
)
def test_as_sure_must_it_be_of_each(intent: Intent, least: float) -> None:
    assert decided(heard((intent, (Listener.CLASSIFIER, least))), intent)
    assert not decided(heard((intent, (Listener.CLASSIFIER, least - 0.01))), intent)


@pytest.mark.parametrize(("confidence", "is_decided"), [(0.96, False), (0.97, True)])
def test_beside_a_question_it_must_be_surer(confidence: float, is_decided: bool) -> None:
    findings = heard((Intent.INTERESTED, (Listener.CLASSIFIER, confidence)))
    assert is_decided is (decided(findings, Intent.INTERESTED, beside_a_question=True) is not None)


@pytest.mark.parametrize(
    ("intent", "least"),
    [
        (Intent.WRONG_NUMBER, 0.05),
        (Intent.FOLLOW_UP, 0.25),
        (Intent.INTERESTED, 0.15),
        (Intent.NOT_INTERESTED, 0.15),
    ],
)
def test_what_it_all_but_rules_out_is_disputed(intent: Intent, least: float) -> None:
    assert not is_disputed(intent, heard((intent, (Listener.CLASSIFIER, least))))
    assert is_disputed(intent, heard((intent, (Listener.CLASSIFIER, least - 0.01))))
