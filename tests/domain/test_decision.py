"""Which listener may do what: a table of what was heard and what follows."""

import pytest

from domain.language.decision import demand_of
from domain.language.intents import Demand, Finding, Intent, Listener

RULE, LIKELY_RULE = (Listener.RULES, 1.0), (Listener.RULES, 0.5)


def heard(*what: tuple[Intent, tuple[Listener, float]]) -> tuple[Finding, ...]:
    return tuple(Finding(intent, listener, "a sentence", sure) for intent, (listener, sure) in what)


@pytest.mark.parametrize(
    ("findings", "demand"),
    [
        (heard(), Demand.NONE),
        (heard((Intent.OPT_OUT, RULE)), Demand.CERTAIN),
        (heard((Intent.OPT_OUT, LIKELY_RULE)), Demand.LIKELY),
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 1.0))), Demand.LIKELY),
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 0.5))), Demand.LIKELY),
        (heard((Intent.OPT_OUT, (Listener.CLASSIFIER, 0.49))), Demand.NONE),
        (heard((Intent.OPT_OUT, (Listener.MODEL, 0.9))), Demand.CERTAIN),
        (heard((Intent.OPT_OUT, (Listener.MODEL, 0.5))), Demand.LIKELY),
        (heard((Intent.OPT_OUT, (Listener.MODEL, 0.49))), Demand.NONE),
        (heard((Intent.PREFERENCE, RULE), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.99))), Demand.NONE),
        (heard((Intent.KEEP, RULE), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.99))), Demand.NONE),
        (heard((Intent.KEEP, LIKELY_RULE), (Intent.OPT_OUT, (Listener.CLASSIFIER, 0.99))), Demand.LIKELY),
        (heard((Intent.PREFERENCE, RULE), (Intent.OPT_OUT, (Listener.MODEL, 0.95))), Demand.CERTAIN),
        (heard((Intent.PREFERENCE, RULE), (Intent.OPT_OUT, RULE)), Demand.CERTAIN),
        (heard((Intent.OPT_OUT, LIKELY_RULE), (Intent.OPT_OUT, (Listener.MODEL, 0.95))), Demand.CERTAIN),
        (heard((Intent.INTERESTED, RULE), (Intent.LEAVE, RULE)), Demand.NONE),
    ],
)
def test_what_rules_or_model_are_certain_of_binds_and_what_is_likely_is_asked(
    findings: tuple[Finding, ...], demand: Demand
) -> None:
    assert demand_of(findings) is demand
    assert demand_of(reversed(findings)) is demand
