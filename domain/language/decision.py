"""What follows from what the listeners heard: the one place that says which of them may do what.

An opt-out is never lost and rarely imagined: what a rule or the model is certain of binds at once, and so does what both rules and
classifier hold likely; what is likely to one of them is asked about. The classifier alone only ever makes us ask: of wordings unlike
those it learnt from it may be as sure as of the others. It sets no outcome, but sends one to a person that it takes for something else.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Final

from domain.language.intents import Demand, Finding, Intent, Listener

_BINDS_FROM: Final[Mapping[Listener, float]] = {
    Listener.RULES: 1.0,
    Listener.MODEL: 0.9,
}
"""As sure must a listener be for an opt-out to bind without a question; who is not here never is, alone."""

_ASKS_FROM: Final[Mapping[Listener, float]] = {
    Listener.RULES: 0.5,
    Listener.CLASSIFIER: 0.5,
    Listener.MODEL: 0.5,
}
"""As sure must a listener be for the agent to ask."""

_AGREE_FROM: Final[Mapping[Listener, float]] = {
    Listener.RULES: 0.7,
    Listener.CLASSIFIER: 0.5,
}
"""As sure must both be, who know nothing of each other, for an opt-out to bind; of one that is doubted in so many words rules are less."""

_DISPUTES_FROM, _GRANTS_BELOW = 0.5, 0.3
"""As sure must the classifier be of something else, and no surer of this, to doubt what a rule heard."""


def demand_of(findings: Iterable[Finding]) -> Demand:
    """Whether somebody demands no more calls, by the surest of those who heard it.

    A rule that is certain of something else (KEEP, PREFERENCE, OTHER) silences the classifier, which knows wordings and no context; it
    silences no rule and no model.
    """
    heard = list(findings)
    opposed = is_opposed(heard)
    surest, agree = Demand.NONE, set()
    for finding in heard:
        if finding.intent is not Intent.OPT_OUT or (opposed and finding.listener is Listener.CLASSIFIER):
            continue
        if finding.confidence >= _BINDS_FROM.get(finding.listener, math.inf):
            return Demand.CERTAIN
        if finding.confidence >= _ASKS_FROM[finding.listener]:
            surest = Demand.LIKELY
        if finding.confidence >= _AGREE_FROM.get(finding.listener, math.inf):
            agree.add(finding.listener)
    return Demand.CERTAIN if agree == set(_AGREE_FROM) else surest


def is_opposed(findings: Iterable[Finding]) -> bool:
    """Whether a rule is certain that something else is wanted, whatever the wording resembles."""
    return any(
        finding.listener is Listener.RULES
        and finding.intent in (Intent.KEEP, Intent.PREFERENCE, Intent.OTHER)
        and finding.confidence >= _BINDS_FROM[Listener.RULES]
        for finding in findings
    )


def is_disputed(intent: Intent, heard: Iterable[Finding]) -> bool:
    """Whether the classifier, by its findings, takes for something else what a rule heard as this, or all but rules it out."""
    sure = {finding.intent: finding.confidence for finding in heard}
    own = sure.pop(intent, None)
    return own is None or (own < _GRANTS_BELOW and max(sure.values(), default=0.0) >= _DISPUTES_FROM)
