"""What a dial answers to beside hours, lists and consents: abandoned calls, the number that is shown, and the customer's own word
(decision 0068)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.abandonment import NOTHING_ANSWERED, Abandonment, AbandonmentStanding, abandonment_rules
from domain.caller_identities import TRUNKS_NUMBER, CallerChoice, Unfit, caller_for
from domain.campaigns import Purpose
from domain.contact_reasons import Reason, ReasonCode
from domain.lead_time_zones import HoursKey
from domain.predial import HOOK, PredialAnswer, wait_after

# How soon to look again at what has no known end; chosen by feel, a resume wakes the call sooner.
PAUSE_RECHECK: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class DialConditions:
    """The facts of it. abandonment: of the campaign; callers: what the call may show; predial: what the customer's program said just now,
    None where it was not asked; predial_failures: how often it did not answer for this attempt before."""

    abandonment: Abandonment = NOTHING_ANSWERED
    callers: CallerChoice = TRUNKS_NUMBER
    predial: PredialAnswer | None = None
    predial_failures: int = 0


NO_CONDITIONS: Final = DialConditions()


def refusing(conditions: DialConditions, purpose: Purpose, key: HoursKey, now: datetime) -> Iterator[Reason]:
    """Why this call is never dialled."""
    unfit = caller_for(conditions.callers, purpose, key.country, now)
    if isinstance(unfit, Unfit) and not unfit.for_now:
        yield Reason(ReasonCode.CALLER_UNFIT, unfit.text, (unfit.rule,))
    said = conditions.predial
    if said is not None and said.allowed is False and said.retry_after is None:
        yield Reason(ReasonCode.PREDIAL_REFUSED, f"The customer's program says no{said.told}.", (HOOK,))


def _customers_word(
    said: PredialAnswer | None, failures: int, now: datetime
) -> Iterator[tuple[Reason, datetime]]:
    if said is not None and said.allowed is False and said.retry_after is not None:
        text = f"The customer's program says not yet{said.told}."
        yield Reason(ReasonCode.PREDIAL_HELD, text, (HOOK,)), now + said.retry_after
    if said is not None and said.allowed is None:
        text = f"The customer's program did not answer ({said.failure})."
        yield Reason(ReasonCode.PREDIAL_UNANSWERED, text, (HOOK,)), now + wait_after(failures)


def holding(
    conditions: DialConditions, purpose: Purpose, key: HoursKey, now: datetime
) -> Iterator[tuple[Reason, datetime]]:
    """Why it is not dialled yet, and until when."""
    unfit = caller_for(conditions.callers, purpose, key.country, now)
    if isinstance(unfit, Unfit) and unfit.for_now:
        yield Reason(ReasonCode.CALLER_UNVERIFIED, unfit.text, (unfit.rule,)), now + PAUSE_RECHECK
    yield from _customers_word(conditions.predial, conditions.predial_failures, now)
    limit, count = abandonment_rules().limit_of(key), conditions.abandonment
    if limit is not None and count.standing(limit) is AbandonmentStanding.HELD:
        text = count.sentence(limit)
        yield Reason(ReasonCode.ABANDONMENT_LIMIT, text, (limit.rule,)), now + PAUSE_RECHECK
