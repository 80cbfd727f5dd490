"""What follows from what the listeners heard: the one place that says which of them may do what.

An opt-out is never lost and rarely imagined: what any listener is certain of binds at once, and so does what both rules and classifier
hold likely; what is likely to one of them is asked about. The classifier sends to a person what a rule heard and it takes for something
else, and decides where it is sure and no rule heard anything: the other outcomes, leave, whether the truth about us is asked for.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from domain.language.intents import Demand, Finding, Intent, Listener

_BINDS_FROM: Final[Mapping[Listener, float]] = {
    Listener.RULES: 1.0,
    Listener.CLASSIFIER: 0.97,
    Listener.MODEL: 0.9,
}
"""As sure must a listener be for an opt-out to bind without a question."""

_BINDS_IN_WORDS: Final = 4
"""In fewer words the classifier only asks, and not about one sentence among others: "Sales and marketing." answers where somebody works."""

_ASKS_IN_PASSING_FROM: Final = 0.9
"""As sure must it be of one sentence among others."""

_ASKS_FROM: Final[Mapping[Listener, float]] = {
    Listener.RULES: 0.5,
    Listener.CLASSIFIER: 0.35,
    Listener.MODEL: 0.5,
}
"""As sure must a listener be for the agent to ask."""

_ASKS_ALL_THE_SAME_FROM: Final = 0.92
"""As sure must the classifier be to ask where a rule is certain of something else: in held-out folds it is right six times of seven."""

_AGREE_FROM: Final[Mapping[Listener, float]] = {
    Listener.RULES: 0.7,
    Listener.CLASSIFIER: 0.5,
}
"""As sure must both be, who know nothing of each other, for an opt-out to bind; of one that is doubted in so many words rules are less."""

_CONTRARY: Final = (Intent.KEEP, Intent.PREFERENCE, Intent.OTHER)
"""What a rule may hear that is no demand for no more calls, however it is worded."""

_DISPUTES_FROM, _GRANTS_BELOW = 0.5, 0.3
"""As sure must the classifier be of something else, and no surer of this, to doubt what a rule heard."""

_STANDS_FROM: Final = 0.3
"""As sure must it be of a standing wish, and surer than of this, to doubt one for now."""

_RULES_OUT_BELOW: Final[Mapping[Intent, float]] = {
    Intent.WRONG_NUMBER: 0.05,
    Intent.CALLBACK: 0.25,
    Intent.FOLLOW_UP: 0.25,
    Intent.NOT_INTERESTED: 0.15,
    Intent.INTERESTED: 0.15,
}
"""What it is less sure of it all but rules out: of what rules heard all the same half is wrong in held-out folds (decision 0042)."""

_DECIDES_FROM: Final[Mapping[Intent, float]] = {
    Intent.WRONG_NUMBER: 0.95,
    Intent.CALLBACK: 0.92,
    Intent.FOLLOW_UP: 0.9,
    Intent.INTERESTED: 0.85,
    Intent.NOT_INTERESTED: 0.88,
    Intent.LEAVE: 0.955,
    Intent.ROBOT_QUESTION: 0.95,
}
"""As sure must it be to decide where no rule heard anything, chosen in held-out folds (decision 0042): outcomes from the step on of whose
additions more than 85 in 100 are right, a wrong number, which is called no more, 90. An opt-out, its contrary and a
standing wish it never decides; a goodbye ends a call, the truth told without being asked for costs a sentence."""


_DECIDES_BESIDE_A_QUESTION_FROM: Final = 0.97
"""As sure must it be in any case where a rule took a question out of the words: right 91 times of 92 in held-out folds."""


def demand_of(findings: Iterable[Finding]) -> Demand:
    """Whether somebody demands no more calls, by the surest of those who heard it.

    The classifier knows wordings and no context. Where a rule is certain of something else (KEEP, PREFERENCE, OTHER) it only asks, and only
    where it is all but sure; where one holds that likely, or doubts the demand, it does not bind alone. Rules and model are never silenced.
    """
    heard = list(findings)
    sure = dict.fromkeys(Listener, 0.0)
    for finding in heard:
        if finding.intent is Intent.OPT_OUT:
            sure[finding.listener] = max(sure[finding.listener], finding.confidence)
    agree = not is_opposed(heard) and all(
        sure[listener] >= enough for listener, enough in _AGREE_FROM.items()
    )
    if agree or any(sure[listener] >= enough for listener, enough in _binds_from(heard)):
        return Demand.CERTAIN
    asks = any(sure[listener] >= enough for listener, enough in _asks_from(heard))
    return Demand.LIKELY if asks else Demand.NONE


def _binds_from(heard: Sequence[Finding]) -> Iterator[tuple[Listener, float]]:
    """Who may bind alone, and from where; the classifier only where no rule heard anything else, nor the demand and doubted it, and not
    in a few words."""
    rules = [finding for finding in heard if finding.listener is Listener.RULES]
    is_doubted = any(
        finding.intent in _CONTRARY or finding.confidence < _AGREE_FROM[Listener.RULES] for finding in rules
    )
    is_short = any(
        finding.listener is Listener.CLASSIFIER and len(finding.evidence.split()) < _BINDS_IN_WORDS
        for finding in heard
    )
    for listener, enough in _BINDS_FROM.items():
        if listener is not Listener.CLASSIFIER or not (is_doubted or is_short):
            yield listener, enough


def _asks_from(heard: Iterable[Finding]) -> Iterator[tuple[Listener, float]]:
    """Who may make us ask, and from where; the classifier never beside KEEP, which is said to whoever asks too much."""
    contrary = _contrary_to_demand(heard)
    for listener, enough in _ASKS_FROM.items():
        if listener is not Listener.CLASSIFIER or not contrary:
            yield listener, enough
        elif Intent.KEEP not in contrary:
            yield listener, _ASKS_ALL_THE_SAME_FROM


def is_demand_in_passing(findings: Iterable[Finding]) -> bool:
    """Whether the classifier is so sure of a demand in one sentence among others, which no rule takes for something else."""
    heard = list(findings)
    return not is_opposed(heard) and any(
        finding.intent is Intent.OPT_OUT
        and finding.listener is Listener.CLASSIFIER
        and finding.confidence >= _ASKS_IN_PASSING_FROM
        and len(finding.evidence.split()) >= _BINDS_IN_WORDS
        for finding in heard
    )


def is_opposed(findings: Iterable[Finding]) -> bool:
    """Whether a rule is certain that something else is wanted, whatever the wording resembles."""
    return bool(_contrary_to_demand(findings))


def _contrary_to_demand(findings: Iterable[Finding]) -> set[Intent]:
    """What else rules are certain of."""
    return {
        finding.intent
        for finding in findings
        if finding.listener is Listener.RULES
        and finding.intent in _CONTRARY
        and finding.confidence >= _BINDS_FROM[Listener.RULES]
    }


def is_disputed(intent: Intent, heard: Iterable[Finding]) -> bool:
    """Whether the classifier, by its findings, takes for something else what a rule heard as this, or all but rules it out."""
    sure = {finding.intent: finding.confidence for finding in heard}
    own = sure.pop(intent, 0.0)
    takes_for_else = own < _GRANTS_BELOW and max(sure.values(), default=0.0) >= _DISPUTES_FROM
    is_standing = sure.get(Intent.PREFERENCE, 0.0) >= max(own, _STANDS_FROM)
    return takes_for_else or is_standing or own < _RULES_OUT_BELOW.get(intent, 0.0)


def decided(heard: Iterable[Finding], *among: Intent, beside_a_question: bool = False) -> Finding | None:
    """What the classifier, by its findings, may decide by itself, of these intents; the surest, None where it is not sure enough of any.

    beside_a_question: a rule heard one in the words.
    """
    least = _DECIDES_BESIDE_A_QUESTION_FROM if beside_a_question else 0.0
    sure = [
        finding
        for finding in heard
        if finding.intent in among
        and finding.confidence >= max(least, _DECIDES_FROM.get(finding.intent, math.inf))
    ]
    return max(sure, key=lambda finding: finding.confidence, default=None)
