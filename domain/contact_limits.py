"""How often a number may be called: the stricter of the campaign's caps and the rules of the place (contactability.py).

A call that the person asked for is free of the campaign's own caps; the rules' hold.
"""

from dataclasses import dataclass
from datetime import timedelta

from domain import contact_rules as rules
from domain.campaigns import AttemptCaps
from domain.contact_rules import Rule
from domain.rule_packs import RulePack


@dataclass(frozen=True, slots=True)
class DayCap:
    """The most calls to a number on one day, and by which rule."""

    most: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class Gap:
    """How far two calls to a number are apart at least, and by which rule."""

    least: timedelta
    rule: Rule


def most_a_day(caps: AttemptCaps, pack: RulePack, *, is_promised: bool) -> DayCap | None:
    """Calls to the number on one day; None for no limit."""
    by_law = None if pack.max_per_day is None else DayCap(pack.max_per_day, pack.rule("max_per_day"))
    if is_promised:
        return by_law
    own = DayCap(caps.per_day, rules.PER_DAY)
    return own if by_law is None or own.most < by_law.most else by_law


def gap_needed(caps: AttemptCaps, pack: RulePack, *, is_promised: bool) -> Gap:
    """Between two calls to the number."""
    own = 0.0 if is_promised else caps.gap_seconds
    if own > pack.limits.min_gap_seconds:
        return Gap(timedelta(seconds=own), rules.OWN_GAP)
    return Gap(timedelta(seconds=pack.limits.min_gap_seconds), pack.rule("min_gap_minutes"))
