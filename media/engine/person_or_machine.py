"""Who answered, by weighing everything that was noticed: a pure function over small records.

Weights are natural log odds. Chosen by feel, then set on the practice half of `make bench-amd`: a machine must lead by
far, since a person taken for a machine is a lost person and the opposite costs a few seconds.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from domain.conversations import AnsweredBy, Evidence
from domain.language.person_or_machine_words import HOLD, STRONG
from domain.language.utterance import Utterance
from media.audio.line_sounds import Tone, ToneKind
from media.engine.events import CarrierHint

SURE_OF_A_MACHINE: Final = 4.0
SURE_OF_A_PERSON: Final = 2.0
SHORT_GREETING_MS: Final = 3_000

SHORT_GREETING: Final = 2.0
TURN: Final = 2.0
ANSWER: Final = 3.0
LONG_GREETING: Final = 1.0
LONG_SOUND: Final = 5.5
RECITED: Final = 1.5
RECITAL: Final = "asked nothing"
"""Evidence of a long first turn without a question in it."""

_BEEP: Final = 8.0
_TONE_WEIGHTS: Final = {
    ToneKind.BEEP: (AnsweredBy.VOICEMAIL, _BEEP),
    ToneKind.NO_SUCH_NUMBER: (AnsweredBy.UNAVAILABLE, 14.0),
    ToneKind.BUSY: (AnsweredBy.UNAVAILABLE, 14.0),
    ToneKind.FAX: (AnsweredBy.UNAVAILABLE, 14.0),
}
_MACHINES: Final = (AnsweredBy.VOICEMAIL, AnsweredBy.IVR, AnsweredBy.SCREENING, AnsweredBy.UNAVAILABLE)
_OF_ANY_MACHINE: Final = frozenset({"long greeting", "long sound", RECITAL})
_OF_ANOTHER_MACHINE: Final = (
    0.5  # signs of different machines in one person's words are chance more often than not
)
_HINT_MACHINE: Final = 4.0
_HINT_PERSON: Final = 4.0
_MODEL: Final = 3.0  # alone it decides for a person and never for a machine


@dataclass(frozen=True, slots=True)
class Finding:
    """Who answered as far as is known, and how sure that is (0 to 1)."""

    answered_by: AnsweredBy
    confidence: float


def find(evidence: Iterable[Evidence]) -> Finding:
    """Weigh the evidence; UNKNOWN while neither a person nor a machine leads clearly."""
    machine, lead = _lead(evidence)
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


def of_words(said: Utterance, at_ms: int, *, whole: bool) -> tuple[Evidence, ...]:
    """What these words say about who speaks them; whole: their turn has ended, so "Hello" is all there is."""
    found = said.signs_if_whole if whole else said.signs
    return tuple(Evidence(each.answered_by, each.what, at_ms, each.weight) for each in found)


def rests_on_one_phrase(found: Iterable[Evidence]) -> bool:
    """Whether a machine's phrase is all there is: while more may follow, it may be a person's."""
    of_machines = [each for each in found if each.answered_by is not AnsweredBy.PERSON]
    phrases = [each for each in of_machines if each.weight >= STRONG]
    return len(phrases) == 1 and sum(each.answered_by is phrases[0].answered_by for each in of_machines) == 1


def asks_to_hold(evidence: Iterable[Evidence]) -> bool:
    """Whether an announcement asked us to stay on the line."""
    return any(each.answered_by is AnsweredBy.IVR and each.what.startswith(HOLD) for each in evidence)


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


def of_model(answered_by: AnsweredBy, at_ms: int) -> tuple[Evidence, ...]:
    """What the model made of the words."""
    if answered_by is AnsweredBy.UNKNOWN:
        return ()
    return (Evidence(answered_by, "model", at_ms, _MODEL),)


def person_after_all(evidence: tuple[Evidence, ...], what: str, at_ms: int) -> Evidence:
    """Something that proves a person whatever was noticed before: it turns the balance, and no more than that."""
    _, lead = _lead(evidence)
    return Evidence(AnsweredBy.PERSON, f"{what} at {at_ms}", at_ms, max(0.0, lead) + 2 * SURE_OF_A_PERSON)


def mailbox_after_all(evidence: tuple[Evidence, ...], at_ms: int) -> Evidence:
    """Another machine put us through to a mailbox: it outweighs what the first one was."""
    weight = sum(each.weight for each in evidence) + SURE_OF_A_MACHINE
    return Evidence(AnsweredBy.VOICEMAIL, "put through to a mailbox", at_ms, weight)


def _lead(noticed: Iterable[Evidence]) -> tuple[AnsweredBy, float]:
    """The class of machine that has the most for it, and by how much machines lead before a person."""
    evidence = tuple(noticed)
    totals: dict[AnsweredBy, float] = dict.fromkeys(_MACHINES, 0.0)
    for each in evidence:
        if each.answered_by in totals:
            totals[each.answered_by] += each.weight
    machine = max(_MACHINES, key=lambda each: totals[each])
    return machine, sum(each.weight * _share(each, machine) for each in evidence)


def _share(evidence: Evidence, machine: AnsweredBy) -> float:
    """How much a piece of evidence counts when this machine is the best explanation."""
    if evidence.answered_by is AnsweredBy.PERSON:
        return -1.0
    if evidence.answered_by is machine or evidence.what in _OF_ANY_MACHINE:
        return 1.0
    return _OF_ANOTHER_MACHINE if evidence.answered_by in _MACHINES else 0.0
