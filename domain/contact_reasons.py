"""Why somebody is not contacted now: the codes of a decision (contactability.py), each with a sentence and its rules."""

from dataclasses import dataclass, field
from enum import StrEnum

from domain.contact_rules import Rule


class ReasonCode(StrEnum):
    """Why not now; those that refuse first, then those that defer. CALL_OVER is told of a call that asks nothing any more."""

    CALL_OVER = "call_over"
    SUPPRESSED = "suppressed"
    CAMPAIGN_OVER = "campaign_over"
    NEEDS_REVIEW = "needs_review"
    UNKNOWN_RULES = "unknown_rules"
    UNKNOWN_ZONE = "unknown_zone"
    WRITING_WANTED = "writing_wanted"
    CONSENT_MISSING = "consent_missing"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    VARIABLES_MISSING = "variables_missing"
    ATTEMPTS_EXHAUSTED = "attempts_exhausted"
    CALLER_UNFIT = "caller_unfit"
    PREDIAL_REFUSED = "predial_refused"
    NEVER_OPEN = "never_open"
    NO_WISHED_HOUR = "no_wished_hour"
    CAMPAIGN_NOT_RUNNING = "campaign_not_running"
    LIST_STALE = "list_stale"
    ABANDONMENT_LIMIT = "abandonment_limit"
    CALLER_UNVERIFIED = "caller_unverified"
    PREDIAL_HELD = "predial_held"
    PREDIAL_UNANSWERED = "predial_unanswered"
    LIVE_ELSEWHERE = "live_elsewhere"
    UNCONFIRMED_ATTEMPT = "unconfirmed_attempt"
    NOT_BEFORE = "not_before"
    DAY_CAP = "day_cap"
    TOO_SOON = "too_soon"
    TOO_OFTEN = "too_often"
    UNWANTED_HOUR = "unwanted_hour"
    OUTSIDE_HOURS = "outside_hours"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, as a stable code and as a sentence for people; rules: which ones it comes from, beside what it says."""

    code: ReasonCode
    text: str
    rules: tuple[Rule, ...] = field(default=(), compare=False)
