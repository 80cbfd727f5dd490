"""From judgements to figures with their bars, and the confusion matrix for people."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.amd.calls import Call
from benchmarks.amd.judge import Judgement
from benchmarks.report import Figure, percentile
from domain.conversations import AnsweredBy

_CLASSES: Final = (
    AnsweredBy.PERSON, AnsweredBy.VOICEMAIL, AnsweredBy.IVR, AnsweredBy.SCREENING, AnsweredBy.UNAVAILABLE, AnsweredBy.UNKNOWN,
)  # fmt: skip
_NEAR_MS: Final = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """One call with its judgements; with_words is None where a set carries none. minutes: of its audio."""

    with_words: Judgement | None
    without_words: Judgement
    has_beep: bool
    beep_found: bool
    false_beeps_armed: int
    false_beeps: int
    minutes: float

    @classmethod
    def of(cls, call: Call, with_words: Judgement | None, without_words: Judgement) -> "Judged":
        """Match the beeps that were found with the one that was there."""
        best = with_words or without_words
        false = [armed for at, armed in best.beeps if not _is_true(call, at)]
        return cls(
            with_words,
            without_words,
            has_beep=call.beep_at_ms is not None,
            beep_found=any(_is_true(call, at) for at, _ in best.beeps),
            false_beeps_armed=sum(false),
            false_beeps=len(false),
            minutes=len(call.audio) / 480_000,
        )

    @property
    def best(self) -> Judgement:
        """With words where there are any."""
        return self.with_words or self.without_words


@dataclass(frozen=True, slots=True)
class Heard:
    """So many hours of a sound without beeps, and the beeps found in it."""

    noise: str
    hours: float
    false_beeps: int


def _is_true(call: Call, at_ms: int) -> bool:
    if call.beep_at_ms is None or call.beep_ends_ms is None:
        return False
    return call.beep_at_ms <= at_ms <= call.beep_ends_ms + _NEAR_MS


def figures(judged: Sequence[Judged], noises: Sequence[Heard]) -> list[Figure]:
    """Everything that has a bar."""
    found: list[Figure] = []
    if all(each.with_words for each in judged):
        found += _told_apart([each.best for each in judged], "", upper=0.5, machines=97)
    found += _told_apart([each.without_words for each in judged], ", without words", lost=1.0, machines=80)
    found += _beeps(judged, noises)
    return found


def _told_apart(
    judged: Sequence[Judgement], how: str, *, upper: float | None = None, lost: float = 0.5, machines: float
) -> list[Figure]:
    persons = [each for each in judged if each.truth is AnsweredBy.PERSON]
    others = [each for each in judged if each.truth not in (AnsweredBy.PERSON, AnsweredBy.UNKNOWN)]
    away = sum(each.was_lost for each in persons)
    found = sum(each.found not in (AnsweredBy.PERSON, AnsweredBy.UNKNOWN) for each in others)
    decided = [each.decided_ms for each in judged if each.decided_ms is not None]
    entries = [
        Figure(f"people_lost{how}", _percent(away, len(persons)), "%", lost, note=f"{away} of {len(persons)}")
    ]
    if upper is not None and persons:
        bound = 100 * upper_bound(away, len(persons))
        entries.append(Figure(f"people_lost_upper_95{how}", bound, "%", upper))
    entries.append(
        Figure(
            f"machines_found{how}",
            _percent(found, len(others)),
            "%",
            machines,
            "at least",
            note=f"{found} of {len(others)}",
        )
    )
    if upper is not None and decided:
        entries.append(Figure("decision_ms_median", percentile(decided, 0.5), "ms", 2_500))
        entries.append(_machines_median(others))
    return entries


def _machines_median(machines: Sequence[Judgement]) -> Figure:
    decided = [each.decided_ms for each in machines if each.decided_ms is not None]
    value = percentile(decided, 0.5) if decided else None
    return Figure("decision_ms_median, machines alone", value, "ms", 4_500)


def _beeps(judged: Sequence[Judged], noises: Sequence[Heard]) -> list[Figure]:
    there = [each for each in judged if each.has_beep]
    found = sum(each.beep_found for each in there)
    armed = sum(each.false_beeps_armed for each in judged)
    unarmed = sum(each.false_beeps for each in judged) - armed + sum(each.false_beeps for each in noises)
    hours = sum(each.minutes for each in judged) / 60 + sum(each.hours for each in noises)
    each = ", ".join(f"{one.noise} {one.false_beeps} in {one.hours:.2g} h" for one in noises)
    return [
        Figure("beeps_found", _percent(found, len(there)), "%", 99, "at least", note=f"{found} of {len(there)}, SNR from 10 dB"),
        Figure("false_beeps, armed", armed, "", 0),
        Figure("false_beeps an hour, otherwise", unarmed / hours if hours else None, "", 1, note=f"{hours:.1f} h; {each}"),
    ]  # fmt: skip


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def upper_bound(events: int, trials: int, confidence: float = 0.95) -> float:
    """The one-sided Clopper-Pearson bound: the largest share under which so few events are still this likely."""
    low, high = events / trials, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if _at_most(events, trials, middle) > 1 - confidence:
            low = middle
        else:
            high = middle
    return high


def _at_most(events: int, trials: int, share: float) -> float:
    """The binomial distribution's lower tail."""
    if share >= 1:
        return float(events >= trials)
    logs = (
        math.lgamma(trials + 1) - math.lgamma(k + 1) - math.lgamma(trials - k + 1)
        + k * math.log(max(share, 1e-300)) + (trials - k) * math.log1p(-share)
        for k in range(events + 1)
    )  # fmt: skip
    return math.fsum(math.exp(each) for each in logs)


def confusion(judged: Sequence[Judged]) -> list[str]:
    """Truth in rows, finding in columns; with words, then without."""
    lines: list[str] = []
    for title, kind in (("with words", "with_words"), ("without words", "without_words")):
        ones: list[Judgement] = [one for each in judged if (one := getattr(each, kind)) is not None]
        counts = Counter((one.truth, one.found) for one in ones)
        if ones:
            lines += [f"{title:15}" + "".join(f"{column:>13}" for column in _CLASSES)]
            lines += [
                f"  {row:13}" + "".join(f"{counts[row, column]:13}" for column in _CLASSES)
                for row in _CLASSES
                if any(one.truth is row for one in ones)
            ]
    return lines


def misjudged(judged: Sequence[Judged], most: int) -> list[str]:
    """Names of calls that went wrong, to look at while tuning."""
    wrong = [
        f"{how}: {one.call} taken for {one.found} after {one.decided_ms}"
        for each in judged
        for how, one in (("words", each.with_words), ("no words", each.without_words))
        if one is not None
        and ((one.truth is AnsweredBy.PERSON and one.was_lost) or (one.truth is not AnsweredBy.PERSON and one.found in (AnsweredBy.PERSON, AnsweredBy.UNKNOWN)))
    ]  # fmt: skip
    notes = [f"{each.best.call}: beeps at {each.best.beeps}" for each in judged if each.false_beeps]
    beeps = notes + [
        f"beep missed: {each.best.call}" for each in judged if each.has_beep and not each.beep_found
    ]
    return (wrong + beeps)[:most]
