"""Who answered, by weighing everything that was noticed: a pure function over small records.

Weights are natural log odds. Chosen by feel, then set on the practice half of `make bench-amd`: a machine must lead by
far, since a person taken for a machine is a lost person and the opposite costs a few seconds.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from domain.answerers import signs
from domain.conversations import AnsweredBy, Evidence
from media.events import CarrierHint, Tone, ToneKind

SURE_OF_A_MACHINE: Final = 4.0
SURE_OF_A_PERSON: Final = 2.0
SHORT_GREETING_MS: Final = 3_000

SHORT_GREETING: Final = 2.0
TURN: Final = 2.0
ANSWER: Final = 3.0
LONG_GREETING: Final = 2.0
LONG_SOUND: Final = 4.5
_BEEP: Final = 8.0
_TONE_WEIGHTS: Final = {
    ToneKind.BEEP: (AnsweredBy.VOICEMAIL, _BEEP),
    ToneKind.NO_SUCH_NUMBER: (AnsweredBy.UNAVAILABLE, 14.0),
    ToneKind.BUSY: (AnsweredBy.UNAVAILABLE, 14.0),
    ToneKind.FAX: (AnsweredBy.UNAVAILABLE, 14.0),
}
_HINT_MACHINE: Final = 4.0
_HINT_PERSON: Final = 4.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Who answered as far as is known, and how sure that is (0 to 1)."""

    answered_by: AnsweredBy
    confidence: float


def find(evidence: Iterable[Evidence]) -> Finding:
    """Weigh the evidence; UNKNOWN while neither a person nor a machine leads clearly."""
    person, machines = _totals(evidence)
    machine = max(machines, key=lambda each: machines[each])
    lead = sum(machines.values()) - person
    confidence = round(1 / (1 + math.exp(-abs(lead))), 3)
    if lead >= SURE_OF_A_MACHINE:
        return Finding(machine, confidence)
    if -lead >= SURE_OF_A_PERSON:
        return Finding(AnsweredBy.PERSON, confidence)
    return Finding(AnsweredBy.UNKNOWN, 1 - confidence)


def with_more(evidence: tuple[Evidence, ...], *more: Evidence) -> tuple[Evidence, ...]:
    """The evidence with more of it; the same thing counts once."""
    known = {(each.answered_by, each.what) for each in evidence}
    fresh = [each for each in more if (each.answered_by, each.what) not in known]
    return (*evidence, *fresh)


def of_words(text: str, language: str, at_ms: int, *, whole: bool) -> tuple[Evidence, ...]:
    """What these words say about who speaks them; whole: their turn has ended, so "Hello" is all there is."""
    found = signs(text, language, whole=whole)
    return tuple(Evidence(each.answered_by, each.what, at_ms, each.weight) for each in found)


def of_tone(tone: Tone, at_ms: int) -> Evidence:
    """What a tone says about who made it."""
    answered_by, weight = _TONE_WEIGHTS[tone.kind]
    return Evidence(answered_by, str(tone.kind), at_ms, weight)


def of_hint(hint: CarrierHint, at_ms: int) -> tuple[Evidence, ...]:
    """What the carrier's own detection says."""
    if hint.answered_by is AnsweredBy.UNKNOWN:
        return ()
    weight = _HINT_PERSON if hint.answered_by is AnsweredBy.PERSON else _HINT_MACHINE
    return (Evidence(hint.answered_by, "carrier", at_ms, weight),)


def person_after_all(evidence: tuple[Evidence, ...], what: str, at_ms: int) -> Evidence:
    """Something that proves a person whatever was noticed before: it turns the balance, and no more than that."""
    person, machines = _totals(evidence)
    lead = sum(machines.values()) - person
    return Evidence(AnsweredBy.PERSON, f"{what} at {at_ms}", at_ms, max(0.0, lead) + 2 * SURE_OF_A_PERSON)


def _totals(evidence: Iterable[Evidence]) -> tuple[float, dict[AnsweredBy, float]]:
    """The weight for a person, and that for each class of machine."""
    totals: dict[AnsweredBy, float] = dict.fromkeys(AnsweredBy, 0.0)
    for each in evidence:
        totals[each.answered_by] += each.weight
    del totals[AnsweredBy.UNKNOWN]
    return totals.pop(AnsweredBy.PERSON), totals
