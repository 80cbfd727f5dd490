"""What follows from what the listeners heard: the one place that says which of them may do what.

An opt-out is never lost and rarely imagined: what a rule or the model is certain of binds at once, and so does what both rules and
classifier hold likely; what is likely to one of them is asked about. The classifier alone only ever makes us ask: of wordings unlike
those it learnt from it may be as sure as of the others. It sends to a person what a rule heard and it takes for something else, and decides
what costs less than an opt-out where it is sure and no rule heard anything: the other outcomes, leave, whether the truth about us is asked for.
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
    Listener.CLASSIFIER: 0.48,
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

_STANDS_FROM: Final = 0.3
"""As sure must it be of a standing wish, and surer than of this, to doubt one for now."""

_RULES_OUT_BELOW: Final[Mapping[Intent, float]] = {
    Intent.WRONG_NUMBER: 0.02,
    Intent.CALLBACK: 0.1,
    Intent.FOLLOW_UP: 0.05,
    Intent.NOT_INTERESTED: 0.05,
    Intent.INTERESTED: 0.05,
}
"""What it is less sure of it all but rules out: of what rules heard all the same a third is wrong in held-out folds (decision 0042)."""

_DECIDES_FROM: Final[Mapping[Intent, float]] = {
    Intent.WRONG_NUMBER: 0.95,
    Intent.CALLBACK: 0.95,
    Intent.FOLLOW_UP: 0.95,
    Intent.INTERESTED: 0.9,
    Intent.NOT_INTERESTED: 0.9,
    Intent.LEAVE: 0.97,
    Intent.ROBOT_QUESTION: 0.98,
}
"""As sure must it be to decide where no rule heard anything, chosen in held-out folds (decision 0042). An opt-out, its contrary and a
standing wish it never decides; a goodbye ends a call, the truth told without being asked for costs a sentence."""


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
    own = sure.pop(intent, 0.0)
    takes_for_else = own < _GRANTS_BELOW and max(sure.values(), default=0.0) >= _DISPUTES_FROM
    is_standing = sure.get(Intent.PREFERENCE, 0.0) >= max(own, _STANDS_FROM)
    return takes_for_else or is_standing or own < _RULES_OUT_BELOW.get(intent, 0.0)


def decided(heard: Iterable[Finding], *among: Intent) -> Finding | None:
    """What the classifier, by its findings, may decide by itself, of these intents; the surest, None where it is not sure enough of any."""
    sure = [
        finding
        for finding in heard
        if finding.intent in among and finding.confidence >= _DECIDES_FROM.get(finding.intent, math.inf)
    ]
    return max(sure, key=lambda finding: finding.confidence, default=None)
