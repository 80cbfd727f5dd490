"""What follows a finished attempt: another one, when, or giving up, and why.

Only finished attempts come here. A call that was postponed (hours, line, pause) was not attempted: it has no result,
uses up nothing and grows no back-off. The times given ignore calling hours; contactability moves them to an opening.
How often and how long after which result, by default: domain/campaigns.py (DEFAULT_RETRIES). Asked by activities/closing.py; the
loop over attempts and its sleep: workflows/call.py. Repeats of a failed step are another thing: workflows/activity_options.py.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.calling_hours import zone_info
from domain.campaigns import DEFAULT_RETRIES, CampaignPlan, RetryRule
from domain.contactability import PROMISED
from domain.outcomes import RESULT_FLAGS, BusinessOutcome, Outcome, TechnicalResult


class GiveUpCode(StrEnum):
    """Why no further attempt is made."""

    OUTCOME_FINAL = "outcome_final"
    RESULT_FINAL = "result_final"
    RETRIES_USED = "retries_used"
    ATTEMPTS_USED = "attempts_used"
    CALLBACK_UNCLEAR = "callback_unclear"


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Try again, not before this moment (UTC); reason is for people. backs_off: nobody chose the moment."""

    at: datetime
    reason: str
    backs_off: bool = False


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Make no further attempt; reason is for people."""

    reason: str
    code: GiveUpCode


class PartOfDay(StrEnum):
    """The parts of a lead's day that attempts are spread over; nobody is called at night."""

    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


# First local hour of each part; chosen by feel.
_PARTS: Final = (
    (21, PartOfDay.NIGHT),
    (17, PartOfDay.EVENING),
    (14, PartOfDay.AFTERNOON),
    (11, PartOfDay.MIDDAY),
    (6, PartOfDay.MORNING),
    (0, PartOfDay.NIGHT),
)
_STEP: Final = timedelta(minutes=15)
_STEPS_AHEAD: Final = 192  # two days
_UNCLEAR: Final = "The person asked to be called again, and when is not clear: somebody has to look."
_BY_DEFAULT: Final = (
    "The person asked to be called again, and when is not clear; the campaign's default holds."
)


def part_of_day(at: datetime, zone: str) -> PartOfDay:
    """Which part of the day this moment is in a zone; NIGHT for an unknown zone."""
    clock = zone_info(zone)
    if clock is None:
        return PartOfDay.NIGHT
    hour = at.astimezone(clock).hour
    return next(part for first, part in _PARTS if hour >= first)


def decide_retry(
    result: TechnicalResult,
    outcome: Outcome,
    *,
    attempts_so: Mapping[TechnicalResult, int],
    attempts_made: int,
    plan: CampaignPlan,
    zones: tuple[str, ...],
    ended_at: datetime,
    seed: str,
    callback_at: datetime | None,
) -> RetryAt | GiveUp:
    """Say when to call this lead again, or why not.

    attempts_so: finished attempts of the lead by result, and attempts_made all of them, this one included in both.
    zones: the lead's candidates, for the part of day. seed: any text that is the same whenever this same decision is
    repeated (the attempt's id); it decides the jitter. callback_at: the moment that was agreed on or named, None if none is clear:
    then, where a call was wished for, a person decides, or the campaign's default holds. A promise is kept beyond the cap on attempts,
    and beside an answer that is final, unless that refuses. An outcome that
    retries is followed by another attempt after any result that the plan has a rule for, a talk as well.
    """
    if callback_at is not None and outcome.flags.leaves_promise:
        return RetryAt(max(callback_at, ended_at).astimezone(UTC), PROMISED)
    if outcome.flags.final:
        return GiveUp(f"The person's answer is final: {outcome.name}.", GiveUpCode.OUTCOME_FINAL)
    is_callback = outcome.name == BusinessOutcome.CALLBACK
    if is_callback and plan.callback_default_seconds is None:
        return GiveUp(_UNCLEAR, GiveUpCode.CALLBACK_UNCLEAR)
    if attempts_made >= plan.caps.per_lead:
        return GiveUp(f"All {plan.caps.per_lead} attempts are used.", GiveUpCode.ATTEMPTS_USED)
    if is_callback and plan.callback_default_seconds is not None:
        wait = timedelta(seconds=plan.callback_default_seconds)
        return RetryAt((ended_at + wait).astimezone(UTC), _BY_DEFAULT)
    rule = _rule(plan, result)
    if rule is None or not (RESULT_FLAGS[result].retryable or outcome.flags.retries):
        return GiveUp(f"{_named(result)} is not tried again.", GiveUpCode.RESULT_FINAL)
    so_far = max(1, attempts_so.get(result, 0))
    if so_far >= rule.attempts:
        return GiveUp(
            f"{_named(result)} {so_far} times, of {rule.attempts} allowed.", GiveUpCode.RETRIES_USED
        )
    return _another(result, rule, so_far, plan, zones, ended_at, seed)


def _rule(plan: CampaignPlan, result: TechnicalResult) -> RetryRule | None:
    """The plan's. A plan from before vendors' failures had a result of their own names lost conversations only, one from
    before outcomes could retry names no talks."""
    if result in plan.retries:
        return plan.retries[result]
    if result is TechnicalResult.VENDOR_FAILED:
        return plan.retries.get(TechnicalResult.CONVERSATION_LOST)
    return DEFAULT_RETRIES[result] if result is TechnicalResult.TALKED else None


def _another(
    result: TechnicalResult,
    rule: RetryRule,
    so_far: int,
    plan: CampaignPlan,
    zones: tuple[str, ...],
    ended_at: datetime,
    seed: str,
) -> RetryAt:
    wait = retry_wait(rule, so_far, seed)
    if result is TechnicalResult.UNCONFIRMED:
        # A sender that wakes up late must not ring beside the next attempt (docs/laws.md, law 1).
        wait = max(wait, timedelta(seconds=plan.ring_seconds + plan.longest_call_seconds))
    at = ended_at + wait
    if rule.another_part_of_day:
        at = _in_another_part(at, ended_at, zones, seed)
    return RetryAt(at.astimezone(UTC), f"{_named(result)}, {so_far} of {rule.attempts}.", backs_off=True)


def retry_wait(rule: RetryRule, so_far: int, seed: str) -> timedelta:
    """How long to wait after the so_far-th attempt (from 1) that ended alike: exponential, bounded, with jitter."""
    try:
        grown = rule.first_wait_seconds * rule.factor ** (so_far - 1)
    except OverflowError:
        grown = rule.longest_wait_seconds
    wait = min(grown, rule.longest_wait_seconds)
    return timedelta(seconds=round(wait * (1 + rule.jitter * _share(seed)), 3))


def _share(seed: str) -> float:
    """A number from 0 (included) to 1 (excluded), always the same for the same seed."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8]) / 2**64


def _in_another_part(at: datetime, ended_at: datetime, zones: tuple[str, ...], seed: str) -> datetime:
    """The first moment from at on whose part of day is, in every zone, neither night nor that of the last attempt."""
    known = [zone for zone in zones if zone_info(zone) is not None]
    last = {zone: part_of_day(ended_at, zone) for zone in known}

    def differs(moment: datetime) -> bool:
        parts = {zone: part_of_day(moment, zone) for zone in known}
        return all(part not in (PartOfDay.NIGHT, last[zone]) for zone, part in parts.items())

    if differs(at):
        return at
    start = _quarter_hour(at)
    for steps in range(1, _STEPS_AHEAD):
        moment = start + steps * _STEP
        if differs(moment):
            return moment + _STEP * _share(seed)  # parts of the day begin at quarters of every zone's hours
    return at  # candidate zones so far apart that no moment differs in all of them


def _quarter_hour(at: datetime) -> datetime:
    return at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)


def _named(result: TechnicalResult) -> str:
    return result.replace("_", " ").capitalize()
