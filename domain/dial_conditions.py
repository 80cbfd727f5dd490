"""What a dial answers to beside hours, lists and consents: abandoned calls, and the number that is shown (decision 0068)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.abandonment import NOTHING_ANSWERED, Abandonment, AbandonmentStanding, abandonment_rules
from domain.caller_identities import TRUNKS_NUMBER, CallerChoice, Unfit, caller_for
from domain.campaigns import Purpose
from domain.contact_reasons import Reason, ReasonCode
from domain.lead_time_zones import HoursKey

# How soon to look again at what has no known end; chosen by feel, a resume wakes the call sooner.
PAUSE_RECHECK: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class DialConditions:
    """The facts of it. abandonment: of the campaign; callers: what the call may show."""

    abandonment: Abandonment = NOTHING_ANSWERED
    callers: CallerChoice = TRUNKS_NUMBER


NO_CONDITIONS: Final = DialConditions()


def refusing(conditions: DialConditions, purpose: Purpose, key: HoursKey, now: datetime) -> Iterator[Reason]:
    """Why this call is never dialled."""
    unfit = caller_for(conditions.callers, purpose, key.country, now)
    if isinstance(unfit, Unfit) and not unfit.for_now:
        yield Reason(ReasonCode.CALLER_UNFIT, unfit.text, (unfit.rule,))


def holding(
    conditions: DialConditions, purpose: Purpose, key: HoursKey, now: datetime
) -> Iterator[tuple[Reason, datetime]]:
    """Why it is not dialled yet, and until when."""
    unfit = caller_for(conditions.callers, purpose, key.country, now)
    if isinstance(unfit, Unfit) and unfit.for_now:
        yield Reason(ReasonCode.CALLER_UNVERIFIED, unfit.text, (unfit.rule,)), now + PAUSE_RECHECK
    limit, count = abandonment_rules().limit_of(key), conditions.abandonment
    if limit is not None and count.standing(limit) is AbandonmentStanding.HELD:
        text = count.sentence(limit)
        yield Reason(ReasonCode.ABANDONMENT_LIMIT, text, (limit.rule,)), now + PAUSE_RECHECK
